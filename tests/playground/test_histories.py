"""Reading back."""

import pytest

METADATA = {"event_type": "coach_post", "event_payload": {"key": "k1"}}


@pytest.fixture
async def said(client, clock):
    """Five messages, a minute apart; return their timestamps."""
    stamps = []
    for number in range(5):
        text = str(number)
        reply = await client.chat_postMessage(channel="G0HIRING", text=text, metadata=METADATA)
        stamps.append(reply["ts"])
        clock.forward(minutes=1)
    return stamps


def texts(reply):
    return [message["text"] for message in reply["messages"]]


async def test_history_begins_with_the_newest(client, said):
    assert texts(await client.conversations_history(channel="G0HIRING")) == list("43210")


async def test_metadata_is_shown_only_on_request(client, said):
    plain = await client.conversations_history(channel="G0HIRING")
    asked = await client.conversations_history(channel="G0HIRING", include_all_metadata=True)
    assert "metadata" not in plain["messages"][0]
    assert asked["messages"][0]["metadata"] == METADATA


async def test_a_span_leaves_its_ends_out_unless_asked(client, said):
    span = {"channel": "G0HIRING", "oldest": said[1], "latest": said[3]}
    assert texts(await client.conversations_history(**span)) == ["2"]
    assert texts(await client.conversations_history(**span, inclusive=True)) == list("321")


async def test_pages_follow_one_another(client, said):
    first = await client.conversations_history(channel="G0HIRING", limit=2)
    assert (texts(first), first["has_more"]) == (list("43"), True)
    cursor, seen = first["response_metadata"]["next_cursor"], texts(first)
    while cursor:
        page = await client.conversations_history(channel="G0HIRING", limit=2, cursor=cursor)
        seen += texts(page)
        cursor = page["response_metadata"]["next_cursor"]
    assert (seen, page["has_more"]) == (list("43210"), False)


async def test_replies_are_in_the_thread_and_not_in_the_history(client, said):
    await client.chat_postMessage(channel="G0HIRING", text="below", thread_ts=said[0])
    history = await client.conversations_history(channel="G0HIRING")
    assert "below" not in texts(history)
    assert history["messages"][-1]["reply_count"] == 1
    thread = await client.conversations_replies(channel="G0HIRING", ts=said[0])
    assert texts(thread) == ["0", "below"]


async def test_what_cannot_be_read(slack, refused):
    assert await refused("conversations.history", channel="G0SECRET") == "channel_not_found"
    assert (
        await refused("conversations.replies", channel="G0HIRING", ts="1.1") == "thread_not_found"
    )
    slack.places["C0GENERAL"].members.remove("U0COACH")
    assert await refused("conversations.history", channel="C0GENERAL") == "not_in_channel"
