"""The page is sent its whole state once, and then only what changed."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from playground.browser.live import Live
from playground.world.messages import Message
from tests.playground import blocks


@pytest.fixture
def page(slack, session):
    """Return a function that opens somebody's live line and takes the first frame."""

    @asynccontextmanager
    async def page(person="U0ALICE"):
        async with session.ws_connect(f"{slack.address}live?as={person}") as socket:
            yield socket, (await socket.receive_json())["state"]

    return page


def fill(slack, channel, number):
    """Let the bot have said a lot."""
    for n in range(number):
        message = Message(channel, slack.stamps.next(), slack.team.bot_user, f"word {n}", bot=True)
        message.blocks = slack.names.given([blocks.section(f"Line {n} " + "of many words " * 20)])
        slack.messages.add(message)


async def test_a_post_is_one_push_however_much_there_is(slack, client, page):
    fill(slack, "G0HIRING", 500)
    view = blocks.modal(blocks.field("name", blocks.line()))
    for n in range(200):
        slack.views.open(f"U{n}", view)
    async with page() as (socket, state):
        assert len(state["messages"]["G0HIRING"]) == 500
        sent = await client.chat_postMessage(channel="G0HIRING", text="One more")
        frame = await socket.receive()
        patch = frame.json()["patch"]
        assert [m["ts"] for m in patch["messages"]["G0HIRING"]["put"]] == [sent["ts"]]
        assert patch.keys() == {"messages", "channels", "now"}
        assert len(frame.data) < 4_000
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(socket.receive(), 0.1)


async def test_an_edit_and_a_deletion_arrive_alone(slack, client, page):
    first = await client.chat_postMessage(channel="G0HIRING", text="first")
    second = await client.chat_postMessage(channel="G0HIRING", text="second")
    async with page() as (socket, _):
        await client.chat_update(channel="G0HIRING", ts=first["ts"], text="changed")
        [put] = (await socket.receive_json())["patch"]["messages"]["G0HIRING"]["put"]
        assert (put["ts"], put["text"]) == (first["ts"], "changed")
        await client.chat_delete(channel="G0HIRING", ts=second["ts"])
        change = (await socket.receive_json())["patch"]["messages"]["G0HIRING"]
        assert change == {"put": [], "gone": [second["ts"]]}


async def test_what_concerns_others_is_not_sent(slack, client, page):
    async with page("U0CHARLIE") as (socket, _):
        await client.chat_postMessage(channel="G0HIRING", text="for the panel")
        await client.chat_postMessage(channel="U0CHARLIE", text="for Charlie")
        patch = (await socket.receive_json())["patch"]
        assert list(patch["messages"]) == ["D0CHARLIE"]


async def test_a_place_that_is_lost_goes_away(slack, client, page):
    async with page() as (socket, state):
        assert "G0HIRING" in state["messages"]
        slack.places["G0HIRING"].members.remove("U0ALICE")
        slack.changes.tell()
        patch = (await socket.receive_json())["patch"]
        assert patch["messages"] == {"G0HIRING": None}
        assert "G0HIRING" not in [channel["id"] for channel in patch["channels"]]


async def test_a_page_waits_while_something_is_arranged(slack, client, page):
    async with page() as (socket, _):
        async with slack.arranging:
            await client.chat_postMessage(channel="U0ALICE", text="one")
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(socket.receive(), 0.1)
            await client.chat_postMessage(channel="U0ALICE", text="two")
        patch = (await socket.receive_json())["patch"]
        assert [m["text"] for m in patch["messages"]["D0ALICE"]["put"]] == ["one", "two"]


def test_nothing_changed_is_nothing_sent():
    state = {"now": 1.0, "me": {"id": "U1"}, "messages": {"C1": [{"ts": "1.0", "text": "x"}]}}
    live = Live()
    assert live.frame(state) == {"state": state}
    assert live.frame({**state, "now": 1.5}) is None
    assert live.frame({**state, "now": 60.0}) == {"patch": {"now": 60.0}}
