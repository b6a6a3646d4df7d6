"""Two people practise with each other: they find each other, ask, answer, swap and rate."""

import json

import pytest

from tests.journeys import forging

PEERS = ("peer_wishes", "peer_sessions")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


async def joins(person, **wish):
    """A person looks for a partner."""
    await person.command("/mock peer")
    for field, value in ({"locale": "en"} | wish).items():
        await person.pick(field, value)
    return await person.submit()


async def meet(story, one, other, **wish):
    """Two people become a pair, and say that both are here."""
    await joins(one, **wish)
    await joins(other, **wish)
    await one.click("peer.ready")
    await other.click("peer.ready")
    await story.bot.background.idle()


def last(person):
    return person.messages()[-1].said


def all_of(person):
    return "\n".join(message.said for message in person.messages())


async def test_two_people_find_each_other_swap_and_rate_their_own_answers(story, path):
    chen, charlie = story.chen, story.charlie
    await joins(chen)
    assert "looking for a partner for you" in last(chen)
    await joins(charlie)
    assert "You practise with Charlie" in last(chen)
    assert "You practise with Chen" in last(charlie)
    await chen.click("peer.ready")
    assert "as soon as your partner says so" in last(chen)
    assert "says that you are both here" in last(charlie)
    await charlie.click("peer.ready")
    assert "You answer." in last(chen)
    assert "word for word" in last(charlie)
    assert "What to listen for" in last(charlie)
    await charlie.click("peer.next")
    assert "A follow-up makes clear" in last(charlie)
    probe = charlie.messages()[-1].blocks[2]["text"]["text"]
    await charlie.click("peer.next", charlie.messages()[-1].blocks[2]["accessory"]["value"])
    assert "✓ Asked" in last(charlie)
    await charlie.click("peer.next", on(charlie))
    assert "from 1 to 5 points" in last(charlie)
    await charlie.click("peer.swap")
    assert "You answer." in last(charlie)
    assert "word for word" in last(chen)
    [session] = forging.rows(path)["peer_sessions"]
    assert len(set(json.loads(session["questions"]))) == 2
    await chen.click("peer.end")
    for person in (chen, charlie):
        assert "has ended" in all_of(person)
        await rate(person, 3)
        assert "What it would take for 4 points" in all_of(person)
        assert "rated once: 3" in (await person.command("/mock progress")).said
    assert probe in all_of(charlie)
    assert "no planned follow-up" in all_of(chen)


def on(person):
    """Return what the button carries that leads one step on."""
    rows = [b for b in person.messages()[-1].blocks if b["type"] == "actions"]
    return rows[-1]["elements"][0]["value"]


async def rate(person, points):
    """A person chooses a point in the message that asks for it."""
    message = next(m for m in person.messages()[::-1] if "Which point" in m.said)
    block = next(b for b in message.blocks if b.get("block_id", "").startswith("rate:"))
    [menu] = block["elements"]
    value = next(o["value"] for o in menu["options"] if o["value"].endswith(f" {points}"))
    await person.pick(block["block_id"], value)
