"""What is changed and deleted, who hears of it, and that nothing is ever forgotten."""

import asyncio

import pytest

from playground.gestures import moving
from playground.hands import GestureError
from playground.wire import Ack
from playground.world.manifest import Manifest

LISTENING = Manifest(events=frozenset({"message.groups", "member_joined_channel"}))


async def test_an_edit_tells_what_it_was_and_what_it_is(alice, heard):
    ts = await alice.say("A & B")
    await alice.edit(ts, "A < C")
    event = heard[-1]["event"]
    assert (event["type"], event["subtype"], event["hidden"]) == (
        "message",
        "message_changed",
        True,
    )
    assert (event["channel"], event["channel_type"]) == ("D0ALICE", "im")
    assert (event["message"]["text"], event["message"]["ts"]) == ("A &lt; C", ts)
    assert event["message"]["edited"] == {"user": "U0ALICE", "ts": event["ts"]}
    assert event["previous_message"]["text"] == "A &amp; B"
    assert "edited" not in event["previous_message"]
    assert event["ts"] != ts


async def test_a_deletion_tells_what_is_gone(alice, heard):
    ts = await alice.say("never mind")
    await alice.delete(ts)
    event = heard[-1]["event"]
    assert (event["subtype"], event["deleted_ts"]) == ("message_deleted", ts)
    assert event["previous_message"]["text"] == "never mind"
    assert alice.messages() == []


async def test_the_app_hears_of_changes_only_where_it_asked_to(slack, alice, heard):
    slack.manifest = LISTENING
    await alice.edit(await alice.say("one"), "two")
    assert heard == []


async def test_only_ones_own_words_are_changed(slack, client, alice, heard):
    await client.chat_postMessage(channel="G0HIRING", text="the bot's")
    ts = alice.messages("G0HIRING")[-1].ts
    mine = await alice.say("Alice's", channel="G0HIRING")
    bob = slack.hand("U0BOB")
    with pytest.raises(GestureError, match="cant_update_message"):
        await alice.edit(ts, "mine", channel="G0HIRING")
    with pytest.raises(GestureError, match="cant_delete_message"):
        await bob.delete(mine, channel="G0HIRING")
    with pytest.raises(GestureError, match="no_text"):
        await alice.edit(mine, " ", channel="G0HIRING")
    slack.places["G0HIRING"].archived = True
    with pytest.raises(GestureError, match="is_archived"):
        await alice.edit(mine, "late", channel="G0HIRING")
    assert [m.text for m in bob.messages("G0HIRING")] == ["the bot's", "Alice's"]


async def test_what_only_i_see_i_can_put_away(client, slack, session, alice):
    where = {"channel": "G0HIRING", "user": "U0ALICE"}
    sent = await client.chat_postEphemeral(**where, text="psst")
    message = {"channel": "G0HIRING", "ts": sent["message_ts"]}
    gesture = {"do": "dismiss", "message": message}
    for person, ok in (("U0BOB", False), ("U0ALICE", True)):
        async with session.post(f"{slack.address}gesture", json={**gesture, "as": person}) as reply:
            assert (await reply.json())["ok"] is ok
    assert alice.messages("G0HIRING") == []
    public = await client.chat_postMessage(channel="G0HIRING", text="for all")
    with pytest.raises(GestureError, match="cant_delete_message"):
        await alice.dismiss(public["ts"], channel="G0HIRING")


async def test_everything_ever_said_can_be_asked_for(slack, client, alice, heard):
    sent = await client.chat_postMessage(channel="D0ALICE", text="one")
    where = {"channel": "D0ALICE", "ts": sent["ts"]}
    await client.chat_update(**where, text="two")
    await client.chat_delete(**where)
    ts = await alice.say("three")
    await alice.edit(ts, "four")
    was, now = (
        {m.ts: m for m in slack.messages.ever()}[sent["ts"]],
        slack.messages.find("D0ALICE", ts),
    )
    assert [(v.text, v.by) for v in was.versions] == [("one", "U0COACH"), ("two", "U0COACH")]
    assert [(v.text, v.by) for v in now.versions] == [("three", "U0ALICE")]
    assert slack.messages.deleted == [was]
    assert float(was.versions[0].at) < float(was.versions[1].at)


async def test_what_a_late_answer_replaced_is_remembered_too(slack, session, client, alice, heard):
    await alice.command("/interview list", channel="G0HIRING")
    url = heard[-1]["response_url"]
    async with session.post(url, json={"text": "for all", "response_type": "in_channel"}):
        pass
    assert [m.text for m in slack.messages.ever()] == ["for all"]


async def test_the_app_hears_of_its_own_messages_where_it_subscribed(slack, client, heard):
    slack.manifest = LISTENING
    sent = await client.chat_postMessage(channel="G0HIRING", text="one")
    where = {"channel": "G0HIRING", "ts": sent["ts"]}
    await client.chat_update(**where, text="two")
    await client.chat_delete(**where)
    await client.chat_postMessage(channel="D0ALICE", text="elsewhere")
    await asyncio.gather(*slack.telling)
    events = [body["event"] for body in heard]
    assert [event.get("subtype") for event in events] == [
        None,
        "message_changed",
        "message_deleted",
    ]
    assert (events[0]["bot_id"], events[0]["text"]) == ("B0COACH", "one")
    assert events[1]["previous_message"]["text"] == "one"


async def test_what_goes_wrong_with_ones_own_messages_is_only_in_the_journal(slack, client):
    slack.manifest = LISTENING

    async def deliver(_body):
        return Ack(500)

    slack.deliver = deliver
    await client.chat_postMessage(channel="G0HIRING", text="one")
    await asyncio.gather(*slack.telling)
    [entry] = slack.journal.of("delivery")
    assert (entry.error, slack.refusals) == ("dispatch_failed", [])


async def test_the_app_need_not_hear_of_its_own_messages(slack, client, heard):
    slack.manifest, slack.tells_own = LISTENING, False
    await client.chat_postMessage(channel="G0HIRING", text="one")
    assert (slack.telling, heard) == (set(), [])


async def test_coming_and_going_is_told_to_those_who_asked(slack, heard):
    slack.manifest = LISTENING
    await moving.join(slack, "U0CHEN", "G0HIRING")
    await moving.leave(slack, "U0CHEN", "G0HIRING")
    await moving.join(slack, "U0CHEN", "G0SECRET")
    [body] = heard
    assert body["event"]["type"] == "member_joined_channel"
    assert (body["event"]["user"], body["event"]["channel_type"]) == ("U0CHEN", "G")
    assert "U0CHEN" not in slack.places["G0HIRING"].members


async def test_a_channel_may_be_renamed_and_archived(slack, heard):
    await moving.rename(slack, "C0GENERAL", "everybody")
    await moving.archive(slack, "U0DANA", "G0HIRING")
    await moving.archive(slack, "U0DANA", "G0HIRING", archived=False)
    await moving.leave(slack, "U0COACH", "G0HIRING")
    events = [body["event"] for body in heard]
    assert [event["type"] for event in events] == [
        "channel_rename",
        "group_archive",
        "group_unarchive",
        "group_left",
    ]
    assert events[0]["channel"]["name"] == "everybody"
