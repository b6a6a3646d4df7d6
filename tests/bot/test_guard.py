"""What the guard does with bodies that come slowly, or not at all."""

import asyncio

import pytest
from slack_sdk.signature import SignatureVerifier

from bot.guard import LARGEST, Guard
from tests.bot.http import SECRET, command, signed


@pytest.fixture
def handed():
    return []


@pytest.fixture
def ask(handed):
    """Return a function that sends ASGI messages to a guard and returns the status."""

    async def inner(scope, receive, send):
        handed.append((dict(scope["headers"]), scope["query_string"], (await receive())["body"]))
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def ask(headers, *messages):
        waiting = list(messages)
        sent = []

        async def receive():
            return waiting.pop(0) if waiting else await asyncio.Event().wait()

        async def send(message):
            sent.append(message)

        raw = [(key.encode(), text.encode()) for key, text in headers.items()]
        scope = {"type": "http", "headers": raw, "method": "POST", "path": "/slack/events"}
        scope["query_string"] = b"\xff"
        await Guard(inner, SignatureVerifier(SECRET), patience=0.02)(scope, receive, send)
        return sent[0]["status"] if sent else None

    return ask


def part(body, *, more=False):
    return {"type": "http.request", "body": body, "more_body": more}


async def test_a_body_in_parts_is_handed_on_whole(ask, handed):
    body = command("job")
    assert await ask(signed(body), part(body[:5], more=True), part(body[5:])) == 200
    assert handed[0][2] == body


async def test_only_what_bolt_needs_is_handed_on(ask, handed):
    body = command("job")
    headers = signed(body) | {"x-slack-bolt-lazy-only": "1", "cookie": "a"}
    assert await ask(headers, part(body)) == 200
    seen, query, _ = handed[0]
    assert seen.keys() == {b"content-type", b"x-slack-signature", b"x-slack-request-timestamp"}
    assert query == b""


async def test_fault_7_a_body_that_does_not_come_is_not_waited_for(ask, handed):
    assert await ask(signed(b"x"), part(b"x", more=True)) == 408
    assert handed == []


async def test_fault_5_a_body_without_end_is_cut_off_early(ask, handed):
    big = b"a" * (LARGEST // 2)
    assert await ask(signed(b""), *[part(big, more=True)] * 3) == 413
    assert handed == []


async def test_nobody_is_answered_who_left(ask, handed):
    assert await ask(signed(b""), part(b"a", more=True), {"type": "http.disconnect"}) is None
    assert handed == []
