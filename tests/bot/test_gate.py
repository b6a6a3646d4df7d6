"""Only our own workspace is heard, each request once, and never ourselves."""

import pytest
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.background import Background
from bot.gate import Gate
from bot.identity import Identity

IDENTITY = Identity("T1", "Playground", "B0COACH", "U0COACH", frozenset())


class Inbox:
    """Takes each key once, as the real one does."""

    def __init__(self):
        self.seen = set()
        self.error = None

    async def take(self, request):
        if self.error:
            raise self.error
        new = (request.team, request.key) not in self.seen
        self.seen.add((request.team, request.key))
        return new


@pytest.fixture
def inbox():
    return Inbox()


@pytest.fixture
def counted():
    return []


@pytest.fixture
def heard():
    return []


@pytest.fixture
def tokens():
    """Collect the token that whoever shows an error would speak with."""
    return []


@pytest.fixture
def send(inbox, counted, heard, tokens):
    gate = Gate(IDENTITY, "xoxb-1", inbox, counted.append)

    async def authorize():
        return IDENTITY.authorized("xoxb-1")

    client = AsyncWebClient(base_url="http://127.0.0.1:9/")
    app = AsyncApp(
        name="handlers",
        client=client,
        authorize=authorize,
        before_authorize=gate.middleware(),
    )
    app.listener_runner.listener_start_handler = background = Background()

    @app.command("/interview")
    async def listen(ack, command, client):
        heard.append((command["text"], client.token))
        await ack()

    @app.event("message")
    async def hear(event):
        heard.append(event["text"])

    @app.error
    async def tell(client):
        tokens.append(client.token)

    async def send(body):
        reply = await app.async_dispatch(AsyncBoltRequest(body=body, mode="socket_mode"))
        await background.idle()
        return reply

    return send


def typed(team="T1", trigger="t1"):
    who = {"team_id": team, "user_id": "U1", "trigger_id": trigger}
    return {"command": "/interview", "text": "job"} | who


def said(name, **event):
    event = {"type": "message", "text": "hi", "user": "U1", **event}
    return {"type": "event_callback", "event_id": name, "team_id": "T1", "event": event}


async def test_our_workspace_is_heard_with_our_token(send, heard):
    assert (await send(typed())).status == 200
    assert heard == [("job", "xoxb-1")]


async def test_fault_42_another_workspace_hears_nothing_not_even_a_refusal(send, heard, inbox):
    reply = await send(typed(team="T2") | {"response_url": "http://127.0.0.1:9/"})
    assert (reply.status, reply.body) == (200, "")
    reply = await send(typed(team=None))
    assert (reply.status, reply.body) == (200, "")
    assert heard == []
    assert inbox.seen == set()


async def test_fault_4_the_same_request_is_heard_once(send, heard):
    for _ in range(3):
        assert (await send(typed())).status == 200
    assert len(heard) == 1


async def test_we_do_not_listen_to_ourselves(send, heard, inbox):
    await send(said("Ev1", bot_id="B0COACH"))
    await send(said("Ev2", user="U0COACH"))
    await send(said("Ev3"))
    assert heard == ["hi"]
    assert len(inbox.seen) == 1


async def test_what_came_is_counted_by_kind(send, counted):
    await send(typed())
    await send(said("Ev1"))
    await send({"type": "a kind of tomorrow", "team_id": "T1"})
    assert counted == ["command", "event_callback", "other"]


async def test_an_inbox_that_fails_can_still_be_told_about(send, inbox, tokens):
    inbox.error = OSError()
    assert (await send(typed())).status == 500
    assert tokens == ["xoxb-1"]


async def test_somebody_of_another_workspace_in_a_shared_channel_hears_nothing(send, inbox):
    user = {"id": "U1", "team_id": "T2"}
    body = {"type": "view_submission", "team": {"id": "T1"}, "user": user}
    reply = await send(body | {"view": {"id": "V1", "blocks": []}})
    assert (reply.status, reply.body) == (200, "")
    assert inbox.seen == set()


@pytest.mark.parametrize(
    "body",
    [
        {"type": []},
        {"type": "block_actions", "team": {"id": "T1"}, "user": {"id": "U1"}},
        {"type": "view_submission", "team": {"id": "T1"}, "user": {"id": "U1"}, "view": {}},
        typed() | {"user_id": "U1\x00"},
        typed(trigger=7),
        said("Ev1", ts="yesterday"),
    ],
)
async def test_what_slack_would_never_send_goes_no_further(send, inbox, heard, body):
    assert (await send(body)).status == 400
    assert (heard, inbox.seen) == ([], set())
