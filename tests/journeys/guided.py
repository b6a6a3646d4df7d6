"""What somebody does on the card of their live guide."""


def card(person):
    """Return the newest guide card as it is now."""
    return [m for m in person.messages() if "guide." in str(m.message.blocks)][-1]


def block_of(person, action):
    return next(
        block["block_id"]
        for block in card(person).message.blocks
        if any(each.get("action_id") == action for each in block.get("elements", ()))
    )


async def choose(person, action, ending):
    """Choose from a menu of the card the option whose value ends so."""
    block = block_of(person, action)
    [menu] = [
        each
        for shown in card(person).message.blocks
        for each in shown.get("elements", ())
        if each.get("action_id") == action
    ]
    [value] = [o["value"] for o in menu["options"] if o["value"].endswith(f" {ending}")]
    await person.pick(block, value)


async def start(person):
    await person.click("guide.start")
    assert "guide" in str(card(person).message.blocks)
