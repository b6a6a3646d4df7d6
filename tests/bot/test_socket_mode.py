"""Requests over a socket: answered, whatever becomes of the connection."""

import asyncio

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.background import Background
from bot.settings import SettingsError
from bot.socket_mode import SocketMode
from tests.bot.slack import refuses

PING = 0.4  # a machine under load answers a ping in half of that


@pytest.fixture
def gate():
    """Hold listeners up until a test opens it."""
    gate = asyncio.Event()
    gate.set()
    return gate


@pytest.fixture
def begun():
    return asyncio.Event()


@pytest.fixture
async def app(scripted, gate, begun):
    async def authorize():
        return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1")

    app = AsyncApp(
        name="handlers", client=AsyncWebClient(base_url=scripted.url), authorize=authorize
    )
    app.listener_runner.listener_start_handler = background = Background()

    @app.command("/interview")
    async def listen(ack, command):
        begun.set()
        await gate.wait()
        await ack(f"heard {command['text']}")

    yield app
    await background.idle()


@pytest.fixture
async def patience():
    async with asyncio.timeout(30):
        yield


@pytest.fixture
async def connected(scripted, web_client, app, patience):
    async with SocketMode(app, "xapp-1", web_client, ping=PING) as socket:
        yield socket


def envelope(text, name="e1"):
    payload = {"command": "/interview", "text": text, "team_id": "T1", "user_id": "U1"}
    return {"type": "slash_commands", "envelope_id": name, "payload": payload}


async def ask(socket, scripted, text, name="e1"):
    await socket.send_json(envelope(text, name))
    return await scripted.heard.get()


@pytest.mark.usefixtures("connected")
async def test_a_command_is_answered(scripted):
    socket = await scripted.connected.get()
    answer = await ask(socket, scripted, "job")
    assert answer == {"envelope_id": "e1", "payload": {"text": "heard job"}}


@pytest.mark.usefixtures("connected")
async def test_fault_15_a_connection_that_slack_closes_is_made_anew(scripted):
    first = await scripted.connected.get()
    await first.close()
    second = await scripted.connected.get()
    assert (await ask(second, scripted, "job"))["payload"] == {"text": "heard job"}
    assert scripted.args("apps.connections.open")[1] == {}


@pytest.mark.usefixtures("connected")
async def test_fault_15_slack_may_ask_for_another_connection(scripted):
    first = await scripted.connected.get()
    await first.send_json({"type": "disconnect", "reason": "refresh_requested"})
    second = await scripted.connected.get()
    assert (await ask(second, scripted, "job"))["payload"] == {"text": "heard job"}


async def test_fault_15_a_deaf_connection_is_given_up(scripted, web_client, app, patience):
    scripted.deaf = True
    async with SocketMode(app, "xapp-1", web_client, ping=PING):
        await scripted.connected.get()
        scripted.deaf = False
        second = await scripted.connected.get()
        assert (await ask(second, scripted, "job"))["payload"] == {"text": "heard job"}


async def test_the_socket_is_as_old_as_its_last_sign_of_life(connected):
    assert connected.age < 1


@pytest.mark.usefixtures("connected")
async def test_fault_8_odd_envelopes_are_ignored(scripted):
    socket = await scripted.connected.get()
    for odd in (
        "",
        "{",
        "[]",
        "{}",
        "null",
        '{"type": "new_kind", "envelope_id": "e", "payload": []}',
    ):
        await socket.send_str(odd)
    await socket.send_json({"type": "hello"})
    await socket.send_json({"type": "slash_commands", "payload": {}})
    assert (await ask(socket, scripted, "job"))["payload"] == {"text": "heard job"}


async def test_what_is_being_answered_is_answered_before_we_leave(
    scripted, web_client, app, gate, begun, patience
):
    gate.clear()
    async with SocketMode(app, "xapp-1", web_client, ping=PING) as socket:
        slack = await scripted.connected.get()
        await slack.send_json(envelope("job"))
        await begun.wait()
        leaving = asyncio.create_task(socket.__aexit__(None, None, None))
        await slack.send_json(envelope("late", "e2"))
        gate.set()
        assert (await scripted.heard.get())["envelope_id"] == "e1"
        await leaving
    assert scripted.heard.empty()


async def test_a_refused_token_is_said_in_one_line(scripted, web_client, app):
    scripted.script("apps.connections.open", refuses("invalid_auth"))
    with pytest.raises(SettingsError, match=r"SLACK_APP_TOKEN: Slack refuses it \(invalid_auth\)"):
        async with SocketMode(app, "xapp-1", web_client, ping=PING):
            pass
