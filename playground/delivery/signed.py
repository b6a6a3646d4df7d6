"""Delivery over HTTP, signed as Slack signs."""

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

import aiohttp

from playground.wire import NOT_DELIVERED, TIMEOUT, Ack, Json, NotDeliveredError
from playground.world.journal import Journal

PATIENCE = 3.0
PAUSES = (0.0, 60.0, 300.0)  # before each further attempt at an event
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
OK = range(200, 300)
SILENT, UNREACHED, FAILED = "http_timeout", "connection_failed", "http_error"
NO_RETRY = "x-slack-no-retry"


@dataclass(frozen=True, slots=True)
class SignedDelivery:
    """Posts payloads to one address; events are tried again, gestures never."""

    session: aiohttp.ClientSession
    url: str
    secret: str
    pauses: Sequence[float] = PAUSES
    patience: float = PATIENCE
    journal: Journal | None = None

    async def __call__(self, body: Json) -> Ack:
        """Deliver a payload; NotDeliveredError when nothing good came back in time."""
        if self.journal:
            self.journal.travels(body, "http")
        try:
            return await self._post(body, {})
        except NotDeliveredError as error:
            failure = error
        if body.get("type") != "event_callback":
            raise NotDeliveredError(TIMEOUT if failure.reason == SILENT else NOT_DELIVERED)
        for number, pause in enumerate(self.pauses, start=1):
            if failure.reason == NO_RETRY:
                break
            await asyncio.sleep(pause)
            if self.journal:
                self.journal.again(body, failure.reason)
            headers = {"x-slack-retry-num": str(number), "x-slack-retry-reason": failure.reason}
            try:
                return await self._post(body, headers)
            except NotDeliveredError as error:
                failure = error
        raise failure

    async def _post(self, body: Json, more: dict[str, str]) -> Ack:
        kind, content = encoded(body)
        headers = {"content-type": kind, **signature(self.secret, content), **more}
        timeout = aiohttp.ClientTimeout(total=self.patience)
        try:
            async with self.session.post(
                self.url, data=content, headers=headers, timeout=timeout
            ) as reply:
                ack = Ack(reply.status, await reply.text())
                stop = NO_RETRY in reply.headers
        except TimeoutError:
            raise NotDeliveredError(SILENT) from None
        except aiohttp.ClientError:
            raise NotDeliveredError(UNREACHED) from None
        if ack.status not in OK:
            raise NotDeliveredError(NO_RETRY if stop else FAILED)
        return ack


def encoded(body: Json) -> tuple[str, bytes]:
    """Return how a payload travels: commands as a form, gestures inside one, events as JSON."""
    if body.get("type") in {"event_callback", "url_verification"}:
        return f"{JSON}; charset=utf-8", json.dumps(body).encode()
    fields = body if "command" in body else {"payload": json.dumps(body)}
    return FORM, urlencode(fields).encode()


def signature(secret: str, content: bytes, at: int | None = None) -> dict[str, str]:
    """Return the headers that prove who sent this, and when; the time is real."""
    stamp = str(int(time.time()) if at is None else at)
    signed = hmac.new(secret.encode(), f"v0:{stamp}:".encode() + content, hashlib.sha256)
    return {
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": f"v0={signed.hexdigest()}",
    }
