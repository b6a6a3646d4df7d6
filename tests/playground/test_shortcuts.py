"""Shortcuts of messages, and from anywhere."""

import pytest

from playground.hands import GestureError
from playground.world.manifest import Manifest

MANIFEST = Manifest.of(
    {
        "features": {
            "shortcuts": [
                {"name": "Score", "type": "message", "callback_id": "score", "description": "x"},
                {"name": "Plan", "type": "global", "callback_id": "plan", "description": "x"},
            ]
        },
        "settings": {"interactivity": {"is_enabled": True}},
    }
)


@pytest.fixture
async def said(slack, alice):
    """A message of Bob's, as Alice sees it."""
    await slack.hand("U0BOB").say("She was great", channel="G0HIRING")
    return alice.messages("G0HIRING")[-1]


async def test_a_message_shortcut_carries_the_message(slack, heard, alice, said, session):
    slack.manifest = MANIFEST
    heard.clear()
    await alice.shortcut("score", said)
    [body] = heard
    assert (body["type"], body["callback_id"]) == ("message_action", "score")
    assert (body["message"]["text"], body["message_ts"]) == ("She was great", said.ts)
    assert body["channel"] == {"id": "G0HIRING", "name": "privategroup"}
    assert slack.triggers.take(body["trigger_id"]).person == "U0ALICE"
    async with session.post(body["response_url"], json={"text": "Noted"}) as reply:
        assert await reply.text() == "ok"
    assert [m.text for m in alice.messages("G0HIRING") if m.ephemeral] == ["Noted"]


async def test_a_global_shortcut_knows_no_channel(slack, heard, alice):
    slack.manifest = MANIFEST
    await alice.shortcut("plan")
    [body] = heard
    assert (body["type"], body["callback_id"]) == ("shortcut", "plan")
    assert not {"channel", "message", "response_url"} & body.keys()
    assert body["action_ts"]


async def test_what_was_not_announced_does_not_exist(slack, heard, alice, said):
    slack.manifest = MANIFEST
    for name, message in (("score", None), ("plan", said), ("other", said)):
        with pytest.raises(GestureError, match="not_found"):
            await alice.shortcut(name, message)


async def test_people_of_another_company_have_no_shortcuts(slack, heard):
    slack.manifest = MANIFEST
    with pytest.raises(GestureError, match="not_found"):
        await slack.hand("U0PRIYA").shortcut("plan")
    assert heard == []


async def test_the_page_uses_only_messages_it_can_see(slack, session, heard, client):
    sent = await client.chat_postMessage(channel="G0HIRING", text="secret")
    slack.manifest = MANIFEST
    where = {"channel": "G0HIRING", "ts": sent["ts"]}
    gesture = {"do": "shortcut", "as": "U0CHARLIE", "callback_id": "score", "message": where}
    async with session.post(f"{slack.address}gesture", json=gesture) as reply:
        assert await reply.json() == {"ok": False, "error": "message_not_found"}
    async with session.post(f"{slack.address}gesture", json={**gesture, "as": "U0BOB"}) as reply:
        assert await reply.json() == {"ok": True}
    assert [body["user"]["id"] for body in heard] == ["U0BOB"]
