"""Everything that happened can be asked for afterwards, and watched while it happens."""

import asyncio

import pytest

from playground.hands import GestureError
from playground.house import House
from playground.world.journal import Journal
from tests.playground import blocks


def test_an_answer_has_its_time_and_an_error_its_name(clock):
    ticks = iter((10.0, 10.25, 11.0, 11.5))
    journal = Journal(clock, lambda: next(ticks))
    good, bad = journal.begin("call", "auth.test", {}), journal.begin("delivery", "/wish", {})
    journal.end(good, {"ok": True})
    journal.end(bad, None, "dispatch_failed")
    assert (good.outcome, good.ms, good.at) == ("ok", 1000.0, clock().timestamp())
    assert (bad.outcome, bad.error, bad.ms) == ("failed", "dispatch_failed", 1250.0)


async def test_calls_and_deliveries_are_kept_in_order(slack, client, alice, answers):
    answers({"text": "Yes"})
    await alice.command("/wish a pony")
    await client.chat_postMessage(channel="U0ALICE", text="Hi")
    delivery, call = list(slack.journal.entries)[:2]
    assert (delivery.kind, delivery.name, delivery.person) == ("delivery", "/wish", "U0ALICE")
    assert delivery.request["text"] == "a pony"
    assert delivery.response == {"text": "Yes"}
    assert (call.kind, call.name, call.outcome) == ("call", "chat.postMessage", "ok")
    assert call.response["message"]["text"] == "Hi"
    assert "xoxb" not in str(call.wire())
    assert call.ms >= 0


async def test_a_refusal_says_why(slack, refused):
    await refused("chat.postMessage", channel="G0HIRING", text="x", blocks=[blocks.section("")])
    [call] = slack.journal.entries
    assert (call.outcome, call.error) == ("refused", "invalid_blocks")
    assert "json-pointer" in call.messages[0]


async def test_a_gesture_without_an_ack_has_failed(slack, alice, answers):
    answers(status=500)
    with pytest.raises(GestureError):
        await alice.command("/wish")
    [delivery] = slack.journal.entries
    assert (delivery.outcome, delivery.error) == ("failed", "dispatch_failed")


async def test_each_attempt_at_an_event_is_an_entry_of_its_own(slack, session, alice):
    slack.sockets.patience = 0.01
    slack.deliver = slack.sockets.deliver
    async with session.ws_connect(slack.sockets.ticket(slack.address)) as socket:
        await socket.receive_json()
        await alice.say("hello")
    tries = [(e.attempt, e.transport, e.error) for e in slack.journal.entries]
    assert tries == [(n, "socket", "operation_timeout") for n in range(4)]


@pytest.fixture
def drawer(slack, session):
    """Open the drawer of the page."""
    return session.ws_connect(f"{slack.address}traffic")


async def frame(socket, key):
    """Return the next frame's part; frames without it are passed over."""
    async with asyncio.timeout(5):
        while True:
            if key in (heard := await socket.receive_json()):
                return heard[key]


async def test_the_drawer_shows_what_was_and_what_comes(client, drawer):
    await client.auth_test()
    async with drawer as socket:
        [before] = await frame(socket, "entries")
        await client.chat_postMessage(channel="U0ALICE", text="Hi")
        after = (await frame(socket, "entries"))[0]
    assert (before["name"], after["name"]) == ("auth.test", "chat.postMessage")
    assert after["request"]["text"] == "Hi"


async def test_the_drawer_is_told_when_an_answer_comes_later(slack, drawer, alice):
    gate = asyncio.Event()

    async def deliver(_body):
        await gate.wait()
        raise NotImplementedError

    slack.deliver, slack.patience = deliver, 0.3
    async with drawer as socket:
        await frame(socket, "trouble")
        with pytest.raises(GestureError):
            await alice.command("/wish")
        [begun] = await frame(socket, "entries")
        if begun["outcome"] == "waiting":
            [begun] = await frame(socket, "changed")
    gate.set()
    assert (begun["outcome"], begun["error"]) == ("failed", "operation_timeout")
    await asyncio.gather(*slack.tasks, return_exceptions=True)


async def test_trouble_is_ordered_counted_and_taken_back_on_the_page(slack, session, drawer):
    async def do(gesture, **more):
        async with session.post(f"{slack.address}gesture", json={"do": gesture, **more}) as reply:
            return (await reply.json())["ok"]

    async with drawer as socket:
        first = await frame(socket, "trouble")
        assert first["faults"] == []
        assert "chat.postMessage" in first["methods"]
        assert {"kind": "429", "value": "seconds"} in first["kinds"]
        assert await do("fault", method="chat.postMessage", fault="429:7", times=2, skip=1)
        [fault] = (await frame(socket, "trouble"))["faults"]
        assert (fault["method"], fault["fault"], fault["times"]) == ("chat.postMessage", "429:7", 2)
        assert not await do("fault", method="chat.postMessage", fault="earthquake")
        assert not await do("fault", method="chat.postMessage", fault="429")
        assert not await do("fault", method="chat.postMessage", fault="500_after", times=0)
        assert await do("unfault", id=fault["id"])
        assert (await frame(socket, "trouble"))["faults"] == []
        assert await do("pace", on=True)
        assert (await frame(socket, "trouble"))["pace"]
    assert isinstance(slack, House)
    assert slack.pace.on


async def test_a_foreign_page_may_not_read_the_traffic(slack, session):
    with pytest.raises(Exception, match="403"):
        await session.ws_connect(f"{slack.address}traffic", origin="https://evil.example")
