"""What the page is given, and what it may do."""

import asyncio
from datetime import timedelta

import aiohttp
import pytest

from playground.play.clock import PlayClock
from playground.play.skipping import Skipping
from playground.slack import Playground
from playground.world.manifest import Manifest
from tests.playground import blocks


@pytest.fixture
def state(slack, session):
    """Return a function that returns what the page shows somebody."""

    async def state(person="U0ALICE"):
        async with session.get(f"{slack.address}state", params={"as": person}) as reply:
            return await reply.json()

    return state


@pytest.fixture
def do(slack, session):
    """Return a function that makes a gesture of the page."""

    async def do(gesture, person="U0ALICE", **more):
        body = {"do": gesture, "as": person, **more}
        async with session.post(f"{slack.address}gesture", json=body) as reply:
            return await reply.json()

    return do


async def test_the_page_and_its_parts_are_served_fresh(slack, session):
    async with session.get(slack.address) as reply:
        assert (reply.status, reply.content_type) == (200, "text/html")
    for name, kind in (("main.js", "text/javascript"), ("styles/frame.css", "text/css")):
        async with session.get(f"{slack.address}static/{name}") as reply:
            assert (reply.status, reply.content_type) == (200, kind)
            assert reply.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "path", ["static/nothing.js", "static/..%2Fslack.py", "static/../slack.py"]
)
async def test_nothing_else_is_served(slack, session, path):
    async with session.get(f"{slack.address}{path}") as reply:
        assert reply.status == 404


async def test_a_person_sees_their_places_and_no_others(state):
    seen = {c["id"]: c["kind"] for c in (await state("U0CHARLIE"))["channels"]}
    assert seen == {"C0GENERAL": "public", "D0CHARLIE": "im"}
    dana = {c["id"]: c for c in (await state("U0DANA"))["channels"]}
    assert set(dana) == {"C0GENERAL", "G0HIRING", "G0OLD", "G0PARTNER", "G0SECRET", "D0DANA"}
    assert (dana["G0OLD"]["archived"], dana["G0PARTNER"]["shared"]) == (True, True)
    assert dana["D0DANA"]["with"] == "U0COACH"


async def test_the_state_has_what_the_page_reads(state, slack, clock):
    slack.manifest = Manifest(commands=({"command": "/mock", "description": "Practise"},))
    found = await state("U0MEI")
    assert found["now"] == clock().timestamp()
    assert found["me"]["id"] == "U0MEI"
    assert found["me"]["initials"] == "ML"
    assert found["personas"] == [
        "U0DANA",
        "U0ALICE",
        "U0BOB",
        "U0MEI",
        "U0CHEN",
        "U0CHARLIE",
        "U0GUS",
        "U0PRIYA",
    ]
    expected = [{"command": "/mock", "description": "Practise", "usage_hint": ""}]
    assert found["commands"] == expected
    assert (found["views"], found["home"], found["failed"]) == ([], None, None)


async def test_messages_are_unread_until_they_are_read(state, client, do):
    await client.chat_postMessage(channel="U0ALICE", text="Hi")

    async def unread():
        channels = (await state())["channels"]
        return next(c["unread"] for c in channels if c["id"] == "D0ALICE")

    assert await unread() == 1
    assert await do("read", channel="D0ALICE") == {"ok": True}
    assert await unread() == 0


async def test_a_message_has_what_the_page_draws(state, client, do):
    sent = await client.chat_postMessage(channel="G0HIRING", text="Hi")
    await do("say", channel="G0HIRING", text="below", thread_ts=sent["ts"])
    first, second = (await state())["messages"]["G0HIRING"]
    assert (first["bot"], first["name"], first["reply_count"]) == (True, "Interview Coach", 1)
    assert (second["user"], second["thread_ts"]) == ("U0ALICE", sent["ts"])
    assert second["blocks"][0]["type"] == "rich_text"


async def test_the_page_fills_in_a_form(state, opened, do, heard):
    where = {"view": (await opened(blocks.modal(blocks.field("name", blocks.line()))))["id"]}
    assert (await state())["views"][0]["state"]["values"]["name"]["value"]["value"] is None
    missing = await do("submit", **where, state={"values": {}})
    assert (missing["ok"], list(missing["errors"])) == (False, ["name"])
    assert list((await state())["views"][0]["errors"]) == ["name"]
    typed = {"name": {"value": {"type": "plain_text_input", "value": "Zoë"}}}
    assert await do("submit", **where, state={"values": typed}) == {"ok": True}
    assert heard[-1]["view"]["state"]["values"] == typed
    assert (await state())["views"] == []


async def test_the_page_clicks_in_a_message_and_in_a_view(state, client, opened, do, heard):
    row = blocks.actions(blocks.button("go", value="1"), block_id="row")
    sent = await client.chat_postMessage(channel="D0ALICE", text="Hi", blocks=[row])
    view = await opened(blocks.modal(row))
    touch = {"block_id": "row", "action_id": "go", "element": {}}
    message = {"channel": "D0ALICE", "ts": sent["ts"]}
    assert (await do("act", message=message, **touch))["ok"]
    assert (await do("act", view=view["id"], **touch))["ok"]
    assert [body["actions"][0]["value"] for body in heard] == ["1", "1"]


async def test_nobody_acts_where_they_cannot_see(client, opened, do, heard):
    row = blocks.actions(blocks.button("go"), block_id="row")
    sent = await client.chat_postMessage(channel="G0HIRING", text="Hi", blocks=[row])
    view = await opened(blocks.modal(row))
    touch = {"block_id": "row", "action_id": "go", "element": {}}
    message = {"channel": "G0HIRING", "ts": sent["ts"]}
    charlie = {"person": "U0CHARLIE", **touch}
    assert (await do("act", **charlie, message=message))["error"] == "message_not_found"
    assert (await do("act", **charlie, view=view["id"]))["error"] == "not_found"
    assert (await do("close", "U0CHARLIE", view=view["id"]))["error"] == "not_found"
    assert heard == []


async def test_a_choice_the_app_never_offered_goes_nowhere(client, do, heard):
    select = blocks.section(block_id="s", accessory=blocks.select("a"))
    sent = await client.chat_postMessage(channel="D0ALICE", text="Hi", blocks=[select])
    forged = {"selected_option": blocks.option("b")}
    message = {"channel": "D0ALICE", "ts": sent["ts"]}
    touch = {"block_id": "s", "action_id": "value", "element": forged}
    assert (await do("act", message=message, **touch))["error"] == "action_not_found"
    assert heard == []


@pytest.mark.parametrize(
    ("gesture", "error"),
    [
        ({"do": "dance", "as": "U0ALICE"}, "unknown_gesture"),
        ({"do": "say", "as": "U0NOOR", "channel": "C0GENERAL", "text": "x"}, "user_not_found"),
        ({"do": "say", "as": ["U0ALICE"]}, "user_not_found"),
        ({"do": "say", "as": "U0ALICE"}, "invalid_arguments"),
        ({"do": "act", "as": "U0ALICE", "view": 1}, "invalid_arguments"),
        ([], "invalid_json"),
    ],
)
async def test_a_gesture_that_makes_no_sense_is_refused(slack, session, gesture, error):
    async with session.post(f"{slack.address}gesture", json=gesture) as reply:
        assert await reply.json() == {"ok": False, "error": error}


async def test_a_failure_is_shown_until_the_next_gesture(state, do, answers):
    answers(status=500)
    said = {"channel": "D0ALICE", "command": "/mock", "text": ""}
    assert (await do("command", **said))["error"] == "dispatch_failed"
    assert "/mock" in (await state())["failed"]["text"]
    answers("Fine")
    assert await do("command", **said) == {"ok": True}
    found = await state()
    assert found["failed"] is None
    assert found["messages"]["D0ALICE"][-1]["ephemeral"]


async def test_the_page_hears_of_every_change(slack, session, client):
    async with session.ws_connect(f"{slack.address}live?as=U0ALICE") as live:
        assert (await live.receive_json())["state"]["messages"]["D0ALICE"] == []
        for word in ("one", "two"):
            await client.chat_postMessage(channel="U0ALICE", text=word)
        heard = []
        async with asyncio.timeout(5):
            while heard != ["one", "two"]:
                patch = (await live.receive_json())["patch"]
                heard += [m["text"] for m in patch["messages"]["D0ALICE"]["put"]]


async def test_a_foreign_page_may_not_look(slack, session):
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await session.ws_connect(f"{slack.address}live?as=U0ALICE", origin="https://evil.example")


async def test_a_foreign_page_may_not_act(slack, session, heard):
    said = {"do": "say", "as": "U0ALICE", "channel": "D0ALICE", "text": "x"}
    foreign = {"origin": "https://evil.example"}
    async with session.post(f"{slack.address}gesture", json=said, headers=foreign) as reply:
        assert reply.status == 403
    assert heard == []


async def test_a_foreign_name_that_leads_here_opens_nothing(slack, session, heard):
    evil = {"host": "evil.example", "origin": "http://evil.example"}
    said = {"do": "say", "as": "U0ALICE", "channel": "D0ALICE", "text": "x"}
    async with session.post(f"{slack.address}gesture", json=said, headers=evil) as reply:
        assert reply.status == 400
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await session.ws_connect(f"{slack.address}live?as=U0ALICE", headers=evil)
    assert heard == []


async def test_a_fixed_clock_stays(do):
    assert (await do("clock", seconds=60))["error"] == "clock_is_fixed"


class Due:
    """An app that has something to say after some hours."""

    def __init__(self, slack, clock, hours):
        self.slack, self.clock, self.rounds = slack, clock, 0
        self.due = clock() + timedelta(hours=hours)

    async def tick(self):
        self.rounds += 1
        if self.clock() >= self.due and not self.slack.hand("U0ALICE").messages():
            await self.slack.deliver(None)


@pytest.fixture
async def skipped(session):
    """Return a function that moves a clock of its own and tells what came of it."""

    async def skipped(hours, **move):
        clock = PlayClock()
        slack = Playground.seeded(clock)
        app = Due(slack, clock, hours)
        slack.skipping = Skipping(clock, app.tick)

        async def remind(_body):
            call = {"channel": "U0ALICE", "text": "It is due"}
            headers = {"authorization": "Bearer xoxb-playground"}
            url = f"{slack.api_url}chat.postMessage"
            async with session.post(url, json=call, headers=headers) as reply:
                assert (await reply.json())["ok"]

        slack.deliver = remind
        async with slack.serve() as url:
            body = {"do": "clock", "as": "U0ALICE", **move}
            async with session.post(f"{url}gesture", json=body) as reply:
                return await reply.json(), clock.skipped, slack.hand("U0ALICE").messages()

    return skipped


async def test_a_clock_moves_on_and_the_app_notices(skipped):
    answer, passed, messages = await skipped(1, seconds=3601)
    assert (answer, passed) == ({"ok": True}, timedelta(seconds=3601))
    assert [m.text for m in messages] == ["It is due"]


async def test_a_clock_moves_on_to_what_is_due(skipped):
    answer, passed, messages = await skipped(5, to="due")
    assert (answer, passed) == ({"ok": True}, timedelta(hours=5))
    assert len(messages) == 1


async def test_what_is_due_for_somebody_else_is_passed_over(skipped):
    answer, _, messages = await skipped(5, to="due", **{"as": "U0DANA"})
    assert answer["error"] == "nothing_due"
    assert len(messages) == 1


async def test_a_clock_that_finds_nothing_due_says_so(skipped):
    answer, _, messages = await skipped(10_000, to="due")
    assert (answer["error"], messages) == ("nothing_due", [])


@pytest.mark.parametrize("seconds", [-5, 0, "soon", None, 1e12])
async def test_a_clock_never_goes_back(skipped, seconds):
    answer, passed, _ = await skipped(1, seconds=seconds)
    assert (answer["error"], passed) == ("invalid_arguments", timedelta())
