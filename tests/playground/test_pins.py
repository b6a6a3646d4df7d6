"""Pinning messages, and pointing at them."""

import pytest
from slack_sdk.errors import SlackApiError

from playground.world.manifest import Manifest


@pytest.fixture
async def said(client):
    return (await client.chat_postMessage(channel="G0HIRING", text="Rules"))["ts"]


async def test_a_message_is_pinned_and_unpinned(slack, client, said):
    where = {"channel": "G0HIRING", "timestamp": said}
    await client.pins_add(**where)
    [item] = (await client.pins_list(channel="G0HIRING"))["items"]
    assert (item["type"], item["created_by"], item["message"]["ts"]) == ("message", "U0COACH", said)
    assert item["message"]["pinned_to"] == ["G0HIRING"]
    history = await client.conversations_history(channel="G0HIRING")
    assert (history["pin_count"], history["messages"][0]["pinned_info"]["pinned_by"]) == (
        1,
        "U0COACH",
    )
    await client.pins_remove(**where)
    assert (await client.pins_list(channel="G0HIRING"))["items"] == []


async def test_what_cannot_be_pinned(client, refused, said):
    where = {"channel": "G0HIRING", "timestamp": said}
    await client.pins_add(**where)
    assert await refused("pins.add", **where) == "already_pinned"
    await client.pins_remove(**where)
    assert await refused("pins.remove", **where) == "no_pin"
    assert await refused("pins.add", channel="G0HIRING") == "no_item_specified"
    assert await refused("pins.add", channel="G0HIRING", timestamp="soon") == "bad_timestamp"
    assert await refused("pins.add", channel="G0HIRING", timestamp="1.1") == "message_not_found"
    assert await refused("pins.add", channel="G0SECRET", timestamp=said) == "channel_not_found"


async def test_pinning_and_looking_need_scopes_of_their_own(slack, client, said):
    slack.manifest = Manifest(scopes=frozenset({"chat:write", "pins:read"}))
    await client.pins_list(channel="G0HIRING")
    with pytest.raises(SlackApiError) as caught:
        await client.pins_add(channel="G0HIRING", timestamp=said)
    assert caught.value.response["needed"] == "pins:write"


async def test_the_page_sees_the_pin(slack, session, client, said):
    await client.pins_add(channel="G0HIRING", timestamp=said)
    async with session.get(f"{slack.address}state", params={"as": "U0BOB"}) as reply:
        [message] = (await reply.json())["messages"]["G0HIRING"]
    assert message["pinned"]


async def test_a_permalink_names_the_message_and_the_thread_it_is_in(client, refused, said):
    place = {"channel": "G0HIRING"}
    reply = await client.chat_postMessage(**place, text="below", thread_ts=said)
    link = (await client.chat_getPermalink(**place, message_ts=said))["permalink"]
    below = (await client.chat_getPermalink(**place, message_ts=reply["ts"]))["permalink"]
    assert link.endswith(f"/archives/G0HIRING/p{said.replace('.', '')}")
    assert below.endswith(f"?thread_ts={said}&cid=G0HIRING")
    gone = {**place, "message_ts": "1.1"}
    assert await refused("chat.getPermalink", **gone) == "message_not_found"
    secret = {"channel": "G0SECRET", "message_ts": "1.1"}
    assert await refused("chat.getPermalink", **secret) == "channel_not_found"
