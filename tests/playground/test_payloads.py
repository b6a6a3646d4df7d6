"""What the app is told, in Slack's shapes."""

import pytest

from playground.world.manifest import Manifest
from tests.playground import blocks

BUTTONS = [blocks.actions(blocks.button("a", value="1"), blocks.button("b"), block_id="row")]


async def test_a_command(alice, heard, slack):
    await alice.command("/interview  score onsite ", channel="G0HIRING")
    [body] = heard
    assert (body["command"], body["text"]) == ("/interview", "score onsite")
    assert (body["team_id"], body["api_app_id"]) == ("T0PLAY", "A0COACH")
    assert (body["user_id"], body["user_name"]) == ("U0ALICE", "alice")
    assert (body["channel_id"], body["channel_name"]) == ("G0HIRING", "privategroup")
    assert body["response_url"].startswith(f"{slack.address}response/")
    assert slack.triggers.take(body["trigger_id"]).person == "U0ALICE"


async def test_a_direct_message_is_an_event_with_its_own_id(alice, heard, clock):
    first, second = await alice.say("one"), await alice.say("two & <three>")
    events = [body["event"] for body in heard]
    assert [(e["type"], e["channel_type"], e["channel"]) for e in events] == [
        ("message", "im", "D0ALICE")
    ] * 2
    assert [e["ts"] for e in events] == [first, second]
    assert [e["text"] for e in events] == ["one", "two &amp; &lt;three&gt;"]
    assert len({body["event_id"] for body in heard}) == 2
    assert heard[0]["event_time"] == int(clock().timestamp())
    assert heard[0]["authorizations"][0]["user_id"] == "U0COACH"


async def test_the_app_hears_nothing_from_where_it_is_not(slack, heard):
    await slack.hand("U0DANA").say("quiet", channel="G0SECRET")
    assert heard == []


async def test_only_events_of_the_manifest_are_sent(slack, heard, alice):
    slack.manifest = Manifest(events=frozenset({"message.im"}))
    await alice.say("in the channel", channel="G0HIRING")
    await alice.say("to you")
    assert [body["event"]["text"] for body in heard] == ["to you"]


async def test_naming_the_bot_is_a_mention(slack, heard, alice):
    slack.manifest = Manifest(events=frozenset({"app_mention"}))
    await alice.say("@Interview Coach hello", channel="G0HIRING")
    [body] = heard
    assert (body["event"]["type"], body["event"]["text"]) == ("app_mention", "<@U0COACH> hello")


async def test_a_button_in_a_message(client, heard, alice, slack):
    sent = await client.chat_postMessage(channel="G0HIRING", text="Hi", blocks=BUTTONS)
    await alice.click("a")
    [body] = heard
    [action] = body["actions"]
    assert (action["type"], action["value"], action["block_id"]) == ("button", "1", "row")
    assert action["action_ts"]
    assert body["message"]["ts"] == sent["ts"] == body["container"]["message_ts"]
    assert body["channel"] == {"id": "G0HIRING", "name": "privategroup"}
    assert (body["user"]["id"], body["team"]["id"]) == ("U0ALICE", "T0PLAY")
    assert slack.triggers.take(body["trigger_id"]).person == "U0ALICE"


async def test_an_ephemeral_message_is_not_sent_along(client, heard, alice):
    where = {"channel": "G0HIRING", "user": "U0ALICE"}
    await client.chat_postEphemeral(**where, text="Hi", blocks=BUTTONS)
    await alice.click("b")
    assert heard[0]["container"]["is_ephemeral"]
    assert "message" not in heard[0]


async def test_a_choice_in_a_message_is_remembered_for_that_person(client, heard, alice):
    select = blocks.section(block_id="s", accessory=blocks.select("x", "y"))
    await client.chat_postMessage(channel="D0ALICE", text="Hi", blocks=[select, *BUTTONS])
    [message] = alice.messages()
    await alice.pick("s", "y")
    await alice.click("b", message=message)
    assert heard[0]["actions"][0]["selected_option"]["value"] == "y"
    assert heard[1]["state"]["values"]["s"]["value"]["selected_option"]["value"] == "y"


async def test_a_click_in_a_modal_carries_all_that_was_typed(opened, heard, alice):
    form = blocks.modal(blocks.field("name", blocks.line()), *BUTTONS, private_metadata="p")
    view = await opened(form)
    await alice.type("name", "Zoë")
    await alice.click("a")
    [body] = heard
    assert body["view"]["state"]["values"]["name"]["value"]["value"] == "Zoë"
    assert (body["view"]["id"], body["view"]["hash"]) == (view["id"], view["hash"])
    assert (body["view"]["private_metadata"], body["view"]["callback_id"]) == ("p", "form")
    assert body["container"] == {"type": "view", "view_id": view["id"]}


async def test_the_app_hears_of_inputs_only_where_it_asked_to(opened, heard, alice):
    typing = {"dispatch_action_config": {"trigger_actions_on": ["on_character_entered"]}}
    quiet = blocks.field("quiet", blocks.line())
    told = blocks.field("told", blocks.line(**typing), dispatch_action=True)
    entered = blocks.field("entered", blocks.line(), dispatch_action=True)
    chosen = blocks.field("chosen", blocks.select("a"), dispatch_action=True)
    await opened(blocks.modal(quiet, told, entered, chosen))
    for name in ("quiet", "told", "entered"):
        await alice.type(name, "x")
    await alice.type("entered", "y", enter=True)
    await alice.pick("chosen", "a")
    assert [body["actions"][0]["block_id"] for body in heard] == ["told", "entered", "chosen"]
    assert heard[0]["actions"][0]["value"] == "x"


async def test_a_submission_holds_every_input_and_none_for_empty_ones(opened, heard, alice):
    empty = blocks.field("empty", blocks.line(), optional=True)
    many = {**blocks.select("a", "b"), "type": "multi_static_select"}
    when = {"type": "datetimepicker", "action_id": "value"}
    who = {"type": "users_select", "action_id": "value"}
    form = [blocks.field(n, e) for n, e in (("many", many), ("when", when), ("who", who))]
    await opened(blocks.modal(empty, *form))
    await alice.pick("many", ["a", "b"])
    await alice.pick("when", 1_767_600_000)
    await alice.pick("who", "U0BOB")
    assert await alice.submit() == {}
    [body] = heard
    values = body["view"]["state"]["values"]
    assert values["empty"]["value"] == {"type": "plain_text_input", "value": None}
    assert [o["value"] for o in values["many"]["value"]["selected_options"]] == ["a", "b"]
    assert values["when"]["value"]["selected_date_time"] == 1_767_600_000
    assert values["who"]["value"]["selected_user"] == "U0BOB"
    assert body["type"] == "view_submission"


async def test_a_conversation_chosen_for_answers_comes_with_an_address(opened, heard, alice):
    where = {"type": "conversations_select", "action_id": "value", "response_url_enabled": True}
    await opened(blocks.modal(blocks.field("where", where)))
    await alice.pick("where", "G0HIRING")
    await alice.submit()
    [address] = heard[0]["response_urls"]
    assert (address["channel_id"], address["block_id"]) == ("G0HIRING", "where")


@pytest.mark.parametrize("wanted", [True, False])
async def test_closing_is_told_only_to_those_who_want_to_know(opened, heard, alice, wanted):
    await opened(blocks.modal(notify_on_close=wanted))
    await alice.close()
    assert [body["type"] for body in heard] == ["view_closed"] * wanted
    assert alice.modal is None


async def test_opening_home_is_an_event_with_the_view_that_is_there(client, heard, alice):
    await alice.open_home()
    await client.views_publish(user_id="U0ALICE", view=blocks.home())
    await alice.open_home()
    assert [body["event"]["tab"] for body in heard] == ["home", "home"]
    assert "view" not in heard[0]["event"]
    assert heard[1]["event"]["view"]["type"] == "home"


async def test_closing_all_tells_of_each_that_it_was_cleared(slack, opened, client, heard, alice):
    root = await opened(blocks.modal(notify_on_close=True))
    for wanted in (False, True):
        trigger = slack.triggers.issue("U0ALICE", root["id"])
        view = blocks.modal(notify_on_close=wanted, callback_id=f"told-{wanted}")
        await client.views_push(trigger_id=trigger, view=view)
    await alice.close(everything=True)
    assert [body["view"]["callback_id"] for body in heard] == ["told-True", "form"]
    assert [body["is_cleared"] for body in heard] == [True, True]
    assert alice.modal is None


@pytest.mark.parametrize("clears", [True, False])
async def test_a_modal_says_whether_it_took_all_with_it(opened, heard, alice, clears):
    await opened(blocks.modal(notify_on_close=True, clear_on_close=clears))
    await alice.close()
    assert [body["is_cleared"] for body in heard] == [clears]
