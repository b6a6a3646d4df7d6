"""Saying, changing and deleting."""

import pytest

from tests.playground import blocks

METADATA = {"event_type": "coach_post", "event_payload": {"key": "k1"}}


@pytest.mark.parametrize(
    ("channel", "error"),
    [
        ("G0SECRET", "channel_not_found"),
        ("G0NOWHERE", "channel_not_found"),
        ("U0NOBODY", "channel_not_found"),
        ("G0OLD", "is_archived"),
    ],
)
async def test_some_places_cannot_be_written_to(refused, channel, error):
    assert await refused("chat.postMessage", channel=channel, text="Hi") == error


async def test_a_public_channel_must_be_joined_before_writing(slack, refused):
    slack.places["C0GENERAL"].members.remove("U0COACH")
    assert await refused("chat.postMessage", channel="C0GENERAL", text="Hi") == "not_in_channel"


async def test_a_persons_id_means_their_direct_message(slack, client, alice):
    reply = await client.chat_postMessage(channel="U0ALICE", text="Hi")
    assert reply["channel"] == alice.direct == "D0ALICE"
    assert [m.text for m in alice.messages()] == ["Hi"]
    assert slack.hand("U0BOB").messages() == []


async def test_the_answer_is_the_stored_message_without_its_metadata(client):
    reply = await client.chat_postMessage(channel="G0HIRING", text="Hi", metadata=METADATA)
    message = reply["message"]
    assert (message["bot_id"], message["user"], message["ts"]) == (
        "B0COACH",
        "U0COACH",
        reply["ts"],
    )
    assert "metadata" not in message


async def test_timestamps_rise_while_the_clock_stands(client, clock):
    sent = [await client.chat_postMessage(channel="G0HIRING", text=str(n)) for n in range(3)]
    stamps = [reply["ts"] for reply in sent]
    assert stamps[0] == f"{clock().timestamp():.0f}.000100"
    assert sorted(set(stamps)) == stamps


async def test_blocks_get_the_names_they_lack(client, alice):
    await client.chat_postMessage(channel="U0ALICE", text="Hi", blocks=[blocks.section()])
    assert alice.messages()[-1].blocks[0]["block_id"]


@pytest.mark.parametrize(
    ("args", "error"),
    [
        ({}, "no_text"),
        ({"text": "  "}, "no_text"),
        ({"text": "x", "blocks": [blocks.section()] * 51}, "invalid_blocks"),
        ({"text": "x", "blocks": [blocks.section("y" * 2900)] * 5}, "msg_too_long"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "x", "metadata": {"event_type": "e"}}, "invalid_metadata_format"),
        (
            {"text": "x", "metadata": {"event_type": "e", "event_payload": {"k": "x" * 16_000}}},
            "metadata_too_large",
        ),
        ({"text": "x", "thread_ts": "1.1"}, "thread_not_found"),
    ],
)
async def test_content_that_slack_does_not_take(refused, args, error):
    assert await refused("chat.postMessage", channel="G0HIRING", **args) == error


async def test_an_ephemeral_message_is_for_one_member_and_in_no_history(slack, client, alice):
    await client.chat_postEphemeral(channel="G0HIRING", user="U0ALICE", text="psst")
    [message] = alice.messages("G0HIRING")
    assert message.ephemeral
    assert slack.hand("U0BOB").messages("G0HIRING") == []
    assert (await client.conversations_history(channel="G0HIRING"))["messages"] == []


async def test_an_ephemeral_message_needs_somebody_who_is_there(refused):
    args = {"channel": "G0HIRING", "text": "psst"}
    charlie = await refused("chat.postEphemeral", user="U0CHARLIE", **args)
    assert charlie == "user_not_in_channel"
    assert await refused("chat.postEphemeral", user="U0NOBODY", **args) == "user_not_found"


async def test_text_without_blocks_takes_the_blocks_of_a_message_away(client, alice):
    sent = await client.chat_postMessage(channel="D0ALICE", text="a", blocks=[blocks.section()])
    where = {"channel": "D0ALICE", "ts": sent["ts"]}
    await client.chat_update(**where, blocks=[blocks.section("new")], text="b")
    assert alice.messages()[-1].said == "new"
    await client.chat_update(**where, text="c")
    assert (alice.messages()[-1].said, alice.messages()[-1].blocks) == ("c", [])


async def test_only_own_messages_can_be_changed_or_deleted(client, refused, alice):
    ts = await alice.say("mine")
    where = {"channel": "D0ALICE", "ts": ts}
    assert await refused("chat.update", **where, text="yours") == "cant_update_message"
    assert await refused("chat.delete", **where) == "cant_delete_message"
    assert await refused("chat.delete", channel="D0ALICE", ts="1.1") == "message_not_found"
    sent = await client.chat_postMessage(channel="D0ALICE", text="bot's")
    await client.chat_delete(channel="D0ALICE", ts=sent["ts"])
    assert [m.text for m in alice.messages()] == ["mine"]
