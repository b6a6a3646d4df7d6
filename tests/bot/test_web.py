"""HTTP from outside: what Slack signed is answered, everything else is a 4xx, and never a 500."""

import asyncio
import json
import time
from io import BytesIO

import aiohttp
import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot import web
from bot.background import Background
from bot.health import DEAF, Health
from bot.http_server import serving
from bot.metrics import Metrics
from bot.settings import SettingsError
from tests.bot.http import FORM, SECRET, command, signed

JSON = "application/json"


class Monotonic:
    time = 0.0

    def __call__(self):
        return self.time


@pytest.fixture
def monotonic():
    return Monotonic()


@pytest.fixture
def health(monotonic):
    return Health(15, monotonic)


@pytest.fixture
def heard():
    """Collect what listeners were given."""
    return []


@pytest.fixture
def missing():
    """Hold what readiness says is missing."""
    return [""]


@pytest.fixture
async def app(heard):
    async def authorize(**_):
        return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1")

    app = AsyncApp(
        name="handlers",
        client=AsyncWebClient(base_url="http://127.0.0.1:9/"),
        authorize=authorize,
        signing_secret=SECRET,
    )
    app.listener_runner.listener_start_handler = background = Background()

    @app.command("/interview")
    async def listen(ack, command):
        heard.append(command["text"])
        await ack(f"heard {command['text']}")

    yield app
    await background.idle()


@pytest.fixture
async def port(app, health, missing):
    async def ready():
        return missing[0]

    metrics = Metrics(health)
    metrics.request("command")
    application = web.build(health, metrics, ready)
    web.listen(application, app, SECRET)
    async with serving(application, "127.0.0.1", 0) as port:
        yield port


@pytest.fixture
async def session(port):
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
        yield session


@pytest.fixture
def raw(port):
    """Send bytes as they are; return the status of the answer."""

    async def raw(headers, body=b"", method=b"POST"):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        head = [method + b" /slack/events HTTP/1.1", b"host: x", b"connection: close"]
        lengths = [b"content-length: %d" % len(body)]
        writer.write(b"\r\n".join(head + headers + lengths) + b"\r\n\r\n" + body)
        answer = await reader.read()
        writer.close()
        await writer.wait_closed()
        return int(answer.split()[1])

    return raw


async def test_a_signed_command_is_answered(session, heard):
    body = command("job")
    async with session.post("/slack/events", data=body, headers=signed(body)) as reply:
        assert (reply.status, await reply.text()) == (200, "heard job")
    assert heard == ["job"]


async def test_the_url_of_an_http_app_is_verified(session):
    body = json.dumps({"type": "url_verification", "challenge": "c1"}).encode()
    headers = signed(body, kind=JSON)
    async with session.post("/slack/events", data=body, headers=headers) as reply:
        assert await reply.json() == {"challenge": "c1"}
    async with session.post("/slack/events", data=body, headers={"content-type": JSON}) as reply:
        assert reply.status == 401


async def test_fault_6_a_certificate_check_is_harmless(session, heard):
    body = command("job", ssl_check="1")
    async with session.post("/slack/events", data=body, headers={"content-type": FORM}) as reply:
        assert (reply.status, await reply.text()) == (200, "")
    assert heard == []


async def test_fault_2_a_stale_request_is_refused(session, heard):
    body = command("job")
    for seconds in (-302, 302, -(10**9), 10**9):
        headers = signed(body, at=time.time() + seconds)
        async with session.post("/slack/events", data=body, headers=headers) as reply:
            assert reply.status == 401
    assert heard == []


async def test_fault_1_one_flipped_digit_is_refused(session, heard):
    body = command("job")
    headers = signed(body)
    last = headers["x-slack-signature"][-1]
    headers["x-slack-signature"] = headers["x-slack-signature"][:-1] + ("1" if last != "1" else "2")
    async with session.post("/slack/events", data=body, headers=headers) as reply:
        assert reply.status == 401
    assert heard == []


ODD = (
    [
        (b"x-slack-request-timestamp", stamp)
        for stamp in [
            b"",
            b"now",
            b"-1",
            b"+1",
            b"1.5",
            b"1e9",
            b"0x10",
            b" 12 ",
            b"1_000",
            b"9" * 12,
            b"9" * 5000,
            "١٢٣".encode(),
            b"\xff\xfe",
            b"NaN",
        ]
    ]
    + [
        (b"x-slack-signature", signature)
        for signature in [
            b"",
            b"v0",
            b"v0=",
            b"v1=" + b"0" * 64,
            b"v0=" + b"0" * 63,
            b"v0=" + b"0" * 65,
            b"v0=" + b"G" * 64,
            b"V0=" + b"0" * 64,
            b"v0=" + b"0" * 50_000,
            "v0=é".encode(),
            b"v0=\xff",
            b"v0=" + b"0" * 64 + b", v0=" + b"1" * 64,
        ]
    ]
    + [
        (b"content-type", kind)
        for kind in [
            b"",
            b"text/plain",
            b"multipart/form-data; boundary=x",
            b"application/json\xff",
            b"application/xml",
        ]
    ]
    + [
        (b"x-slack-retry-num", b"\xff"),
        (b"x-slack-retry-reason", b"x" * 101),
    ]
)


async def test_fault_3_odd_headers_are_refused(raw, heard):
    body = command("job")
    right = {key.encode(): text.encode() for key, text in signed(body).items()}
    assert len(ODD) > 30
    for name, value in ODD:
        headers = [key + b": " + text for key, text in (right | {name: value}).items()]
        assert await raw(headers, body) in {400, 401, 415}, (name, value[:80])
    assert heard == []


async def test_fault_3_odd_headers_that_nobody_asked_for_do_no_harm(raw, heard):
    body = command("job")
    headers = [f"{key}: {text}".encode() for key, text in signed(body).items()]
    extra = [b"user-agent: \xff\xfe", b"x-slack-bolt-lazy-only: 1", b"cookie: " + b"a" * 9000]
    assert await raw(headers + extra, body) == 200
    assert heard == ["job"]


async def test_fault_3_a_header_sent_twice_is_refused(raw, heard):
    body = command("job")
    headers = [f"{key}: {text}".encode() for key, text in signed(body).items()]
    for header in headers:
        assert await raw([*headers, header], body) == 400
    assert heard == []


BODIES = [
    b"",
    b"{",
    b"[]",
    b"[1]",
    b"null",
    b"7",
    b'"text"',
    b"[" * 200_000,
    b'{"a":' * 100_000,
    b'{"team": 5}',
    b'{"user": 5}',
    b'{"authorizations": [5]}',
    b'{"authorizations": {"a": 1}}',
    b'{"event": []}',
    b'{"view": 7, "type": "view_submission"}',
    b'{"type": "block_actions", "actions": []}',
    b"payload=",
    b"payload={",
    b"payload=[]",
    b"payload=null",
    b"payload=%7B%22team%22%3A5%7D",
    b"payload=" + b"%5B" * 100_000,
    b"\xff\xfe",
    b"text=%FF%FE",
    b"&&&===",
    b"a" * 1_048_577,
]


@pytest.mark.parametrize("kind", [JSON, FORM])
async def test_fault_5_odd_bodies_are_refused_unsigned_and_signed(session, heard, kind):
    for body in BODIES:
        for headers in ({"content-type": kind}, signed(body, kind=kind)):
            async with session.post("/slack/events", data=BytesIO(body), headers=headers) as reply:
                assert 400 <= reply.status < 500, body[:80]
    assert heard == []


async def test_fault_5_a_deep_body_is_refused_at_once(session):
    body = b"[" * 1_000_000
    started = time.perf_counter()
    for headers in ({"content-type": JSON}, signed(body, kind=JSON)):
        async with session.post("/slack/events", data=body, headers=headers) as reply:
            assert reply.status in {400, 401}
    assert time.perf_counter() - started < 2  # a hundredth of that on an idle machine


async def test_fault_4_bytes_replayed_reach_the_app_which_knows_them(session, heard):
    body = command("job")
    headers = signed(body)
    for _ in range(2):
        async with session.post("/slack/events", data=body, headers=headers) as reply:
            assert reply.status == 200
    assert heard == ["job", "job"]  # this small app has no inbox


async def test_nothing_else_is_served(session):
    async with session.get("/slack/events") as reply:
        assert reply.status == 405
    async with session.get("/slack/install") as reply:
        assert reply.status == 404
    async with session.post("/slack/events/", data=b"", allow_redirects=False) as reply:
        assert reply.status in {307, 404}


async def test_a_sender_who_leaves_half_way_does_no_harm(port, session):
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf")
    await writer.drain()
    writer.close()
    await writer.wait_closed()
    async with session.get("/healthz") as reply:
        assert reply.status == 200


async def test_health_is_the_age_of_the_last_tick(session, health, monotonic):
    monotonic.time = 90
    async with session.get("/healthz") as reply:
        assert (reply.status, (await reply.json())["tick_age"]) == (200, 90)
    monotonic.time = 91
    async with session.get("/healthz") as reply:
        assert reply.status == 503
    health.ticked()
    async with session.get("/healthz") as reply:
        assert reply.status == 200


async def test_a_deaf_socket_is_not_healthy(session, health):
    health.socket_age = lambda: DEAF + 1
    async with session.get("/healthz") as reply:
        assert reply.status == 503


async def test_readiness_says_what_is_missing(session, missing):
    async with session.get("/readyz") as reply:
        assert (reply.status, await reply.json()) == (200, {"missing": ""})
    missing[0] = "the database does not answer"
    async with session.get("/readyz") as reply:
        assert (reply.status, await reply.json()) == (503, {"missing": missing[0]})


async def test_numbers_are_served(session):
    async with session.get("/metrics") as reply:
        text = await reply.text()
    assert 'coach_requests_total{kind="command"} 1.0' in text
    assert "coach_tick_age_seconds" in text


async def test_a_port_in_use_is_said_in_one_line(port, health):
    application = web.build(health, Metrics(health), None)
    with pytest.raises(SettingsError, match=r"COACH_HTTP: cannot listen on .*in use"):
        async with serving(application, "127.0.0.1", port):
            pass
