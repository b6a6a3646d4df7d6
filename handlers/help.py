"""Every command with nothing, with `help`, or with a word we do not know."""

from collections.abc import Callable
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from handlers import ids
from handlers.command import first
from handlers.readers import Readers
from handlers.texts import Texts
from handlers.views import help as views
from handlers.views.kit import Block

PAGES: dict[str, Callable[[Texts], list[Block]]] = {
    ids.INTERVIEW: views.interview,
    ids.DEBRIEF: views.debrief,
    ids.MOCK: views.mock,
    ids.QUESTIONS: views.questions,
}
OPEN = {ids.QUESTIONS}  # to guests as well


def register(app: AsyncApp, readers: Readers) -> None:
    """Answer every command that no other listener took."""
    for command, page in PAGES.items():
        app.command(command)(partial(show, readers=readers, page=page))


async def show(
    ack: AsyncAck,
    command: dict[str, Any],
    context: AsyncBoltContext,
    readers: Readers,
    page: Callable[[Texts], list[Block]],
) -> None:
    """List what can be asked; say so when something else was asked."""
    guests_too = command["command"] in OPEN
    reader = await (readers.visitor(context) if guests_too else readers.of(context))
    texts = reader.texts
    lost = first(command) not in {"", "help"}
    blocks = [*views.lost(texts), *page(texts)] if lost else page(texts)
    await ack(text=texts("Here is what I can do."), blocks=blocks)
