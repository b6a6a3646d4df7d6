"""What two people do who practise with each other."""


async def look_for(person, **wish):
    """A person looks for a partner, in English unless they wish for another language."""
    await person.command("/mock peer")
    for field, value in ({"locale": "en"} | wish).items():
        await person.pick(field, value)
    return await person.submit()


async def meet(one, other, **wish):
    """Two people become a pair and say that both are here: ``one`` answers first."""
    for person in (one, other):
        assert await look_for(person, **wish) == {}
    for person in (one, other):
        await person.click("peer.ready")


async def go_on(person):
    """The one who asks goes one step on in the guide."""
    [*_, row] = [b for b in person.messages()[-1].blocks if b["type"] == "actions"]
    await person.click("peer.next", row["elements"][0]["value"])


async def swap(person):
    """The one who asks goes through the guide and swaps."""
    await go_on(person)
    await go_on(person)
    await person.click("peer.swap")


async def rate(person, points):
    """A person chooses a point for the answer that was asked about last."""
    message = next(m for m in person.messages()[::-1] if "Which point" in m.said)
    block = next(b for b in message.blocks if b.get("block_id", "").startswith("rate:"))
    [menu] = block["elements"]
    value = next(o["value"] for o in menu["options"] if o["value"].endswith(f" {points}"))
    await person.pick(block["block_id"], value)


def last(person):
    """Return what the newest message says."""
    return person.messages()[-1].said


def everything(person):
    """Return all that a person reads in the direct message with the bot."""
    return "\n".join(message.said for message in person.messages())
