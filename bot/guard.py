"""What stands before Bolt on HTTP: only what Slack can have sent gets as far as its parser.

Bolt reads a body before it checks the signature, and answers 500 to an odd one. Here the
signature comes first, over the bytes as they came, and what is wrong is a 4xx and nothing else.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs

from slack_sdk.signature import SignatureVerifier
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

Inner = Callable[[Any, Receive, Send], Awaitable[None]]  # Bolt types its scope in its own way

LARGEST = 1024 * 1024  # bytes; Slack's largest payloads are a tenth of this
PATIENCE = 2.0  # seconds for a body to arrive: Slack itself gives up after three
CERTIFICATE_CHECK = 4096  # bytes; Slack's unsigned `ssl_check` form is far smaller

OPTIONAL = re.compile(rb"[\x20-\x7e]{0,100}")
SHAPES = {
    b"content-type": (
        re.compile(
            rb"application/(json|x-www-form-urlencoded)( *;[\x20-\x7e]{0,100})?", re.IGNORECASE
        ),
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    ),
    b"x-slack-request-timestamp": (re.compile(rb"[0-9]{1,11}"), HTTPStatus.UNAUTHORIZED),
    b"x-slack-signature": (re.compile(rb"v0=[0-9a-f]{64}"), HTTPStatus.UNAUTHORIZED),
    b"x-slack-retry-num": (OPTIONAL, HTTPStatus.BAD_REQUEST),
    b"x-slack-retry-reason": (OPTIONAL, HTTPStatus.BAD_REQUEST),
}


class RefusalError(Exception):
    """Why a request goes no further."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status.phrase)
        self.status = status


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets signed requests through to ``inner``, with only the headers that Bolt needs."""

    inner: Inner
    verifier: SignatureVerifier
    patience: float = PATIENCE

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what is wrong with 4xx, or hand on the request with its body read."""
        try:
            body = await _read(Request(scope, receive), self.patience)
            if _is_certificate_check(body):
                await Response()(scope, receive, send)
                return
            headers = _wanted(scope["headers"])
            self._verify(headers, body)
        except RefusalError as refusal:
            await Response(refusal.status.phrase, refusal.status)(scope, receive, send)
        except ClientDisconnect:
            return  # nobody waits for an answer
        else:
            handed = {**scope, "headers": list(headers.items()), "query_string": b""}
            await self.inner(handed, _again(body), send)

    def _verify(self, headers: dict[bytes, bytes], body: bytes) -> None:
        stamp = headers[b"x-slack-request-timestamp"].decode()
        signature = headers[b"x-slack-signature"].decode()
        if not self.verifier.is_valid(body, stamp, signature):
            raise RefusalError(HTTPStatus.UNAUTHORIZED)


def _wanted(headers: Iterable[tuple[bytes, bytes]]) -> dict[bytes, bytes]:
    """Return what Bolt may see: one of its own headers makes it run listeners out of turn."""
    found = [(name.lower(), value) for name, value in headers if name.lower() in SHAPES]
    wanted = dict(found)
    if len(wanted) < len(found):
        raise RefusalError(HTTPStatus.BAD_REQUEST)  # twice the same: which one was signed?
    for name, (shape, status) in SHAPES.items():
        if not shape.fullmatch(wanted.get(name, b"")):
            raise RefusalError(status)
    return {name: value for name, value in wanted.items() if value}


async def _read(request: Request, seconds: float) -> bytes:
    """Return the whole body, which must be text, not too long, and arrive in time."""
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for chunk in request.stream():
                body += chunk
                if len(body) > LARGEST:
                    raise RefusalError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    except TimeoutError:
        raise RefusalError(HTTPStatus.REQUEST_TIMEOUT) from None
    try:
        body.decode()
    except UnicodeDecodeError:
        raise RefusalError(HTTPStatus.BAD_REQUEST) from None
    return bytes(body)


def _is_certificate_check(body: bytes) -> bool:
    """Tell Slack's question whether our certificate is good: unsigned, and harmless to answer."""
    return len(body) < CERTIFICATE_CHECK and parse_qs(body.decode()).get("ssl_check") == ["1"]


def _again(body: bytes) -> Receive:
    """Return a receiver that hands out what was already read."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive
