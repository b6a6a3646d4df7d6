"""Saying, changing and deleting."""

import pytest

from playground.world.manifest import Manifest
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
        ({"text": "x", "blocks": {"type": "section"}}, "invalid_blocks_format"),
        ({"text": "x", "blocks": [blocks.section("y" * 2900)] * 5}, "msg_blocks_too_long"),
        ({"text": "x", "attachments": [{}] * 101}, "too_many_attachments"),
        ({"text": "x", "attachments": ["x"]}, "invalid_attachments"),
        ({"text": "x", "markdown_text": "x"}, "markdown_text_conflict"),
        ({"markdown_text": "x" * 12_001}, "msg_too_long"),
        ({"text": "x", "metadata": "{"}, "invalid_metadata_format"),
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


async def test_a_long_text_is_cut_when_posted_and_refused_elsewhere(client, refused, alice):
    sent = await client.chat_postMessage(channel="D0ALICE", text="x" * 40_001)
    assert len(alice.messages()[-1].text) == 40_000
    where = {"channel": "D0ALICE", "ts": sent["ts"]}
    assert await refused("chat.update", **where, text="x" * 4001) == "msg_too_long"
    seen = {"channel": "D0ALICE", "user": "U0ALICE"}
    assert await refused("chat.postEphemeral", **seen, text="x" * 40_001) == "msg_too_long"


@pytest.mark.parametrize("name", ["#general", "general"])
async def test_a_message_may_be_posted_to_a_channel_by_its_name(client, refused, name):
    assert (await client.chat_postMessage(channel=name, text="Hi"))["channel"] == "C0GENERAL"
    assert await refused("conversations.info", channel=name) == "channel_not_found"
    assert await refused("chat.postMessage", channel="#board-room", text="Hi") == (
        "channel_not_found"
    )


async def test_another_name_and_picture_need_a_scope_of_their_own(slack, client, refused):
    look = {"username": "Debrief", "icon_emoji": ":scales:"}
    sent = await client.chat_postMessage(channel="G0HIRING", text="Hi", **look)
    message = sent["message"]
    assert (message["subtype"], message["username"]) == ("bot_message", "Debrief")
    assert message["icons"] == {"emoji": ":scales:"}
    slack.manifest = Manifest(scopes=frozenset({"chat:write"}))
    where = {"channel": "G0HIRING", "text": "Hi"}
    assert await refused("chat.postMessage", **where, **look) == "missing_scope"


async def test_a_reply_may_be_shown_in_the_channel_too(client):
    root = await client.chat_postMessage(channel="G0HIRING", text="root")
    more = {"channel": "G0HIRING", "thread_ts": root["ts"]}
    await client.chat_postMessage(**more, text="quiet")
    await client.chat_postMessage(**more, text="loud", reply_broadcast=True)
    history = (await client.conversations_history(channel="G0HIRING"))["messages"]
    assert [(m["text"], m.get("subtype")) for m in history] == [
        ("loud", "thread_broadcast"),
        ("root", None),
    ]


async def test_nobody_replies_to_what_only_one_person_sees(client, refused):
    where = {"channel": "G0HIRING", "user": "U0ALICE"}
    ts = (await client.chat_postEphemeral(**where, text="psst"))["message_ts"]
    args = {"channel": "G0HIRING", "text": "x", "thread_ts": ts}
    assert await refused("chat.postMessage", **args) == "cannot_reply_to_message"


async def test_attachments_and_markdown_are_content_as_well(client, alice):
    old = {"channel": "D0ALICE", "attachments": [{"text": "old"}]}
    await client.api_call("chat.postMessage", json=old)
    sent = await client.chat_postMessage(channel="D0ALICE", markdown_text="**new**")
    assert alice.messages()[-2].message.attachments == [{"text": "old"}]
    assert sent["message"]["blocks"][0]["type"] == "markdown"


async def test_what_slack_does_not_know_or_need_is_passed_over(client):
    extra = {"unfurl_links": False, "mrkdwn": True, "parse": "none", "link_names": 1, "made_up": 1}
    args = {"channel": "G0HIRING", "text": "x", **extra}
    assert (await client.api_call("chat.postMessage", json=args))["message"]["text"] == "x"


async def test_a_change_keeps_what_it_does_not_mention(client, alice):
    files = await client.files_upload_v2(channel="D0ALICE", filename="a.txt", content="hi")
    sent = await client.chat_postMessage(
        channel="D0ALICE", text="a", metadata=METADATA, attachments=[{"text": "old"}]
    )
    where = {"channel": "D0ALICE", "ts": sent["ts"]}
    await client.chat_update(**where, text="b")
    message = alice.messages()[-1].message
    assert (message.metadata, message.attachments) == (METADATA, [{"text": "old"}])
    await client.chat_update(**where, text="c", metadata={}, attachments=[])
    assert (message.metadata, message.attachments) == (None, [])
    ts = alice.messages()[0].ts
    await client.chat_update(channel="D0ALICE", ts=ts, text="with words")
    assert alice.messages()[0].message.files[0].id == files["file"]["id"]


async def test_blocks_alone_do_not_mark_a_message_as_edited(client, alice):
    sent = await client.chat_postMessage(channel="D0ALICE", text="a")
    where = {"channel": "D0ALICE", "ts": sent["ts"]}
    await client.api_call("chat.update", json={**where, "blocks": [blocks.section("new")]})
    assert (alice.messages()[-1].text, alice.messages()[-1].message.edited) == ("a", None)
    await client.chat_update(**where, text="b")
    assert alice.messages()[-1].message.edited


async def test_nothing_is_changed_in_an_archived_channel(slack, client, refused):
    sent = await client.chat_postMessage(channel="G0HIRING", text="a")
    slack.places["G0HIRING"].archived = True
    where = {"channel": "G0HIRING", "ts": sent["ts"]}
    assert await refused("chat.update", **where, text="b") == "is_inactive"


async def test_only_those_who_may_be_mentioned_are(slack, client, refused, alice, heard, session):
    slack.may_ping = frozenset({"U0ALICE"})
    where = {"channel": "G0HIRING"}
    await client.chat_postMessage(**where, text="<@U0ALICE>, see <https://example.org>")
    assert await refused("chat.postMessage", **where, text="<@U0BOB>") == "invalid_blocks"
    for said in ("<!channel>", "<!here>", "<@U0BOB|bob>", "<!subteam^S1>"):
        given = [blocks.section(said)]
        args = {**where, "text": "x", "blocks": given}
        assert await refused("chat.postMessage", **args) == "invalid_blocks"
    assert "U0BOB" in slack.refusals[0][2][0]
    rich = blocks.rich({"type": "user", "user_id": "U0BOB"})
    assert await refused("chat.postMessage", **where, blocks=[rich]) == "invalid_blocks"
    sent = await client.chat_postMessage(**where, text="x")
    args = {**where, "ts": sent["ts"], "text": "<!everyone>"}
    assert await refused("chat.update", **args) == "invalid_blocks"
    view = blocks.modal(blocks.section("<@U0BOB>"))
    trigger = slack.triggers.issue("U0ALICE")
    assert await refused("views.open", trigger_id=trigger, view=view) == "invalid_blocks"
    await alice.command("/interview", channel="G0HIRING")
    async with session.post(heard[-1]["response_url"], json={"text": "<@U0BOB>"}) as reply:
        assert await reply.text() == "invalid_blocks"
