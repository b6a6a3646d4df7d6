"""Whom the little app suggests while somebody types."""

from tests.browser.modals import Block, option

ROBINS = [option("c1", "Robin Vega"), option("c2", "Robin Ash")]


async def robins(typed: str) -> Block:
    """Suggest whom the typed text names."""
    fits = [each for each in ROBINS if typed.lower() in each["text"]["text"].lower()]
    return {"options": fits}
