"""What becomes of an app's answer."""

import asyncio

import pytest

from playground.hands import GestureError
from playground.wire import Ack
from playground.world.manifest import Manifest
from tests.playground import blocks

FORM = blocks.modal(blocks.field("name", blocks.line(min_length=2)), blocks.section(block_id="s"))


async def test_an_ack_with_words_is_seen_by_one_person_only(slack, answers, alice):
    answers({"text": "Done", "blocks": [blocks.section("All done")]})
    reply = await alice.command("/interview list", channel="G0HIRING")
    assert (reply.text, reply.said) == ("Done", "All done")
    assert slack.hand("U0BOB").messages("G0HIRING") == []


async def test_an_ack_may_be_for_everybody(slack, answers, alice):
    answers({"text": "Done", "response_type": "in_channel"})
    await alice.command("/interview list", channel="G0HIRING")
    assert slack.hand("U0BOB").messages("G0HIRING")[-1].text == "Done"


async def test_a_silent_ack_says_nothing(answers, alice):
    answers()
    assert await alice.command("/interview list") is None


async def test_what_came_meanwhile_is_the_answer_to_a_silent_ack(slack, client, alice):
    async def deliver(body):
        where = {"channel": body["channel_id"], "user": body["user_id"]}
        await client.chat_postEphemeral(**where, text="Later")
        return Ack()

    slack.deliver = deliver
    assert (await alice.command("/interview list")).text == "Later"


async def test_a_command_that_nobody_announced_does_not_exist(slack, heard, alice):
    slack.manifest = Manifest(commands=({"command": "/mock"},), written=True)
    with pytest.raises(GestureError, match="invalid_command"):
        await alice.command("/interview list")
    assert heard == []


async def test_an_app_that_takes_too_long_has_not_answered(slack, alice):
    slack.patience = 0.01
    waiting = asyncio.Event()

    async def deliver(_body):
        await waiting.wait()
        return Ack(200, "too late")

    slack.deliver = deliver
    with pytest.raises(GestureError, match="operation_timeout"):
        await alice.command("/interview list")
    assert alice.failed == '/interview failed with the error "operation_timeout"'
    waiting.set()
    await asyncio.gather(*slack.tasks)
    assert alice.messages("C0GENERAL") == []


@pytest.mark.parametrize("status", [401, 404, 500])
async def test_an_answer_that_is_not_ok_is_a_failure(answers, alice, status):
    answers(status=status)
    with pytest.raises(GestureError, match="dispatch_failed"):
        await alice.command("/interview list")
    assert alice.failed


async def test_without_an_app_nothing_is_delivered(alice):
    with pytest.raises(GestureError, match="dispatch_failed"):
        await alice.command("/interview list")


async def test_a_good_gesture_clears_the_last_failure(answers, alice):
    answers(status=500)
    with pytest.raises(GestureError):
        await alice.command("/interview list")
    answers()
    await alice.command("/interview list")
    assert alice.failed is None


@pytest.mark.parametrize("body", ["", {}])
async def test_an_accepted_form_closes(opened, answers, alice, body):
    answers(body)
    await opened(FORM)
    await alice.type("name", "Zoë")
    assert await alice.submit() == {}
    assert alice.modal is None


async def test_errors_are_shown_and_nothing_typed_is_lost(opened, answers, alice):
    answers({"response_action": "errors", "errors": {"name": "Too short"}})
    before = await opened(FORM)
    await alice.type("name", "Zoë")
    assert await alice.submit() == {"name": "Too short"} == alice.modal.errors
    assert alice.modal.view.id == before["id"]
    assert alice.modal.values["name"]["value"]["value"] == "Zoë"


@pytest.mark.parametrize(
    "body",
    [
        {"response_action": "errors", "errors": {"elsewhere": "x"}},
        {"response_action": "errors", "errors": {"s": "not an input"}},
        {"response_action": "errors", "errors": {}},
        {"response_action": "dance"},
        {"response_action": "update", "view": blocks.modal(title=blocks.plain("x" * 25))},
        {"response_action": "update"},
        "thanks",
    ],
)
async def test_an_answer_slack_cannot_follow_leaves_the_form_open(
    opened, answers, alice, slack, body
):
    answers(body)
    await opened(FORM)
    await alice.type("name", "Zoë")
    with pytest.raises(GestureError, match="invalid_response"):
        await alice.submit()
    assert alice.modal
    assert "trouble" in alice.failed
    assert slack.refusals[-1][:2] == ("view_submission", "invalid_response")


async def test_a_form_may_become_another(opened, answers, alice):
    answers({"response_action": "update", "view": blocks.modal(title=blocks.plain("Thanks"))})
    before = await opened(FORM)
    await alice.type("name", "Zoë")
    await alice.submit()
    assert (alice.modal.title, alice.modal.view.id) == ("Thanks", before["id"])


async def test_a_form_may_be_covered_and_cleared(opened, answers, alice):
    answers({"response_action": "push", "view": blocks.modal(title=blocks.plain("Sure?"))})
    await opened(FORM)
    await alice.type("name", "Zoë")
    await alice.submit()
    assert alice.modal.title == "Sure?"
    answers({"response_action": "clear"})
    await alice.submit()
    assert alice.modal is None


@pytest.mark.parametrize("typed", ["", "x"])
async def test_slacks_own_form_asks_for_what_is_missing(opened, heard, alice, typed):
    await opened(FORM)
    await alice.type("name", typed)
    assert list(await alice.submit()) == ["name"]
    assert heard == []


async def test_an_ack_takes_effect_before_what_comes_after_it(slack, opened, client, alice):
    view = await opened(FORM)
    await alice.type("name", "Zoë")

    async def deliver(_body):
        return Ack(200, {"response_action": "update", "view": blocks.modal()})

    async def settle():
        done = blocks.modal(title=blocks.plain("Saved"))
        await client.views_update(view_id=view["id"], view=done)

    slack.deliver, slack.settle = deliver, settle
    await alice.submit()
    assert alice.modal.title == "Saved"


async def test_what_is_not_offered_cannot_be_picked(opened, heard, alice):
    await opened(blocks.modal(blocks.field("level", blocks.select("mid", "senior"))))
    with pytest.raises(LookupError, match="boss"):
        await alice.pick("level", "boss")
    assert alice.modal.offered("level") == ["mid", "senior"]


async def test_closing_may_clear_all(slack, opened, client, answers, alice):
    answers()
    root = await opened(FORM)
    trigger = slack.triggers.issue("U0ALICE", root["id"])
    await client.views_push(trigger_id=trigger, view=blocks.modal(clear_on_close=True))
    await alice.close()
    assert alice.modal is None


async def test_nobody_speaks_in_an_archived_channel(slack, heard):
    with pytest.raises(GestureError, match="is_archived"):
        await slack.hand("U0DANA").say("hello?", channel="G0OLD")


async def test_nobody_looks_into_a_private_channel_from_outside(slack, client):
    await client.chat_postMessage(channel="G0HIRING", text="secret")
    assert slack.hand("U0CHARLIE").messages("G0HIRING") == []
    with pytest.raises(GestureError, match="channel_not_found"):
        await slack.hand("U0CHARLIE").command("/interview list", channel="G0HIRING")


@pytest.mark.parametrize("escaping", [True, False])
async def test_a_command_gets_names_as_slack_knows_them_only_if_it_asks(
    slack, heard, alice, escaping
):
    command = {"command": "/interview", "should_escape": escaping}
    slack.manifest = Manifest(commands=(command,), written=True)
    said = "@bob & @Dana Reyes in #hiring-pm, #board-room, https://example.org"
    await alice.command(f"/interview {said}")
    asked = (
        "<@U0BOB|bob> &amp; <@U0DANA|dana> in <#G0HIRING|hiring-pm>, #board-room, "
        "<https://example.org>"
    )
    assert heard[0]["text"] == (asked if escaping else said)


async def test_guests_have_commands_and_people_of_another_company_do_not(slack, heard):
    await slack.hand("U0GUS").command("/interview")
    with pytest.raises(GestureError, match="invalid_command"):
        await slack.hand("U0PRIYA").command("/interview", channel="G0PARTNER")
    assert [body["user_id"] for body in heard] == ["U0GUS"]


async def test_a_stranger_clicks_with_a_team_of_their_own(slack, client, heard):
    row = [blocks.actions(blocks.button("go"))]
    await client.chat_postMessage(channel="G0PARTNER", text="Hi", blocks=row)
    await slack.hand("U0PRIYA").click("go")
    assert heard[0]["user"]["team_id"] == "T1QUAY" != heard[0]["team"]["id"]


async def test_an_answer_may_not_take_anothers_name(slack, opened, answers, alice):
    await opened({**FORM, "external_id": "mine"}, "U0BOB")
    await opened(FORM)
    await alice.type("name", "Zoë")
    for action in ("update", "push"):
        view = {**FORM, "external_id": "mine"}
        answers({"response_action": action, "view": view})
        with pytest.raises(GestureError, match="invalid_response"):
            await alice.submit()
    assert slack.refusals[-1][2] == ("duplicate_external_id",)


async def test_no_answer_lays_a_fourth_modal_on_three(slack, opened, client, answers, alice):
    root = await opened(FORM)
    for _ in range(2):
        trigger = slack.triggers.issue("U0ALICE", root["id"])
        await client.views_push(trigger_id=trigger, view=FORM)
    await alice.type("name", "Zoë")
    answers({"response_action": "push", "view": FORM})
    with pytest.raises(GestureError, match="invalid_response"):
        await alice.submit()
    assert slack.refusals[-1][2] == ("push_limit_reached",)


async def test_an_answer_mentions_only_those_who_may_be(slack, opened, answers, alice):
    slack.may_ping = frozenset()
    await opened(FORM)
    await alice.type("name", "Zoë")
    view = blocks.modal(blocks.section("<@U0BOB>"))
    answers({"response_action": "update", "view": view})
    with pytest.raises(GestureError, match="invalid_response"):
        await alice.submit()
    answers({"text": "<@U0BOB>"})
    with pytest.raises(GestureError, match="invalid_response"):
        await alice.command("/interview")


async def test_a_choice_that_the_page_made_up_is_not_believed(slack, opened, session, heard):
    level = blocks.field("level", blocks.select("mid"), optional=True)
    view = await opened(blocks.modal(level))
    state = {"values": {"level": {"value": {"selected_option": blocks.option("boss")}}}}
    gesture = {"do": "submit", "as": "U0ALICE", "view": view["id"], "state": state}
    async with session.post(f"{slack.address}gesture", json=gesture) as reply:
        assert (await reply.json())["ok"]
    values = heard[0]["view"]["state"]["values"]
    assert values["level"]["value"]["selected_option"] is None
