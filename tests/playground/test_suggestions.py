"""Selects whose options the app keeps to itself."""

import pytest

from playground.hands import GestureError
from playground.wire import Ack
from tests.playground import blocks

WHO = {"type": "external_select", "action_id": "value", "min_query_length": 1}
MANY = {**WHO, "type": "multi_external_select"}


@pytest.fixture
async def form(opened):
    return await opened(blocks.modal(blocks.field("who", WHO), blocks.field("all", MANY)))


def offers(*values):
    return {"options": [blocks.option(value) for value in values]}


async def test_the_app_is_asked_with_what_was_typed(slack, form, alice):
    asked = []

    async def deliver(body):
        asked.append(body)
        return Ack(200, offers("rob", "robin"))

    slack.deliver = deliver
    assert await alice.search("who", "rob") == ["rob", "robin"]
    [body] = asked
    assert (body["type"], body["value"]) == ("block_suggestion", "rob")
    assert (body["block_id"], body["action_id"]) == ("who", "value")
    assert body["view"]["id"] == form["id"]
    assert body["container"] == {"type": "view", "view_id": form["id"]}
    assert "actions" not in body


async def test_what_was_offered_may_be_picked_and_nothing_else(form, answers, alice):
    answers(offers("rob", "robin"))
    await alice.search("who", "rob")
    with pytest.raises(LookupError, match="zoe"):
        await alice.pick("who", "zoe")
    await alice.pick("who", "robin")
    assert alice.modal.values["who"]["value"]["selected_option"]["value"] == "robin"


async def test_what_was_offered_for_it_before_may_be_picked_with_the_new(form, answers, alice):
    answers(offers("rob"))
    await alice.search("all", "r")
    answers(offers("zoe"))
    await alice.search("all", "z")
    await alice.pick("all", ["rob", "zoe"])
    with pytest.raises(LookupError, match="bob"):
        await alice.pick("all", ["bob"])
    with pytest.raises(LookupError, match="zoe"):
        await alice.pick("who", "zoe")


async def test_an_offer_is_for_one_person(slack, opened, form, answers, alice):
    await opened(blocks.modal(blocks.field("who", WHO)), "U0BOB")
    answers(offers("rob"))
    await alice.search("who", "rob")
    with pytest.raises(LookupError):
        await slack.hand("U0BOB").pick("who", "rob")


async def test_options_may_come_in_groups(form, answers, alice):
    group = {"label": blocks.plain("Panel"), "options": [blocks.option("rob")]}
    answers({"option_groups": [group]})
    assert await alice.search("who", "r") == ["rob"]
    await alice.pick("who", "rob")


async def test_nothing_may_fit(form, answers, alice):
    answers({"options": []})
    assert await alice.search("who", "x") == []


@pytest.mark.parametrize(
    "answer",
    [
        "",
        {},
        {"options": "rob"},
        offers(*map(str, range(101))),
        offers("x" * 151),
        {"options": [{"text": blocks.plain("x" * 76), "value": "x"}]},
        {"option_groups": [{"options": [blocks.option("rob")]}]},
    ],
)
async def test_an_answer_slack_cannot_show_offers_nothing(form, answers, alice, slack, answer):
    answers(answer)
    with pytest.raises(GestureError, match="invalid_response"):
        await alice.search("who", "rob")
    assert slack.refusals[-1][0] == "block_suggestion"


async def test_no_answer_is_said_to_the_page(slack, session, form, answers):
    answers(status=500)
    names = {"block_id": "who", "action_id": "value", "value": "rob"}
    gesture = {"do": "suggest", "as": "U0ALICE", "view": form["id"], **names}
    async with session.post(f"{slack.address}gesture", json=gesture) as reply:
        assert await reply.json() == {"ok": False, "error": "dispatch_failed"}
    answers(offers("rob"))
    async with session.post(f"{slack.address}gesture", json=gesture) as reply:
        assert await reply.json() == {"ok": True, **offers("rob")}


async def test_the_app_is_not_asked_before_enough_was_typed(opened, heard, alice):
    patient = {"type": "external_select", "action_id": "value"}
    await opened(blocks.modal(blocks.field("who", patient)))
    assert await alice.search("who", "ro") == []
    assert heard == []


async def test_a_select_in_a_message_asks_too(slack, client, alice):
    asked = []

    async def deliver(body):
        asked.append(body)
        return Ack(200, offers("rob") if body["type"] == "block_suggestion" else "")

    slack.deliver = deliver
    row = blocks.section(block_id="row", accessory=WHO)
    sent = await client.chat_postMessage(channel="G0HIRING", text="Who?", blocks=[row])
    await alice.search("row", "rob")
    await alice.pick("row", "rob")
    assert asked[0]["message"]["ts"] == asked[0]["container"]["message_ts"] == sent["ts"]
    assert asked[0]["channel"]["id"] == "G0HIRING"
    assert asked[1]["actions"][0]["selected_option"]["value"] == "rob"


async def test_other_elements_ask_nobody(opened, heard, alice):
    await opened(blocks.modal(blocks.field("level", blocks.select("mid"))))
    with pytest.raises(GestureError, match="action_not_found"):
        await alice.search("level", "mid")
