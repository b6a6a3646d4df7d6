"""`/interview list`: what waits for a person, and the state of what they organise."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from coaching.overview import Overviews
from handlers import ids
from handlers.command import says
from handlers.readers import Readers
from handlers.views import help as help_
from handlers.views import listing as views
from handlers.views.kit import section


def register(app: AsyncApp, overviews: Overviews, readers: Readers) -> None:
    """Listen to the command."""
    show = partial(list_mine, overviews=overviews, readers=readers)
    app.command(ids.INTERVIEW, matchers=[says("list")])(show)


async def list_mine(
    ack: AsyncAck,
    command: dict[str, Any],
    context: AsyncBoltContext,
    overviews: Overviews,
    readers: Readers,
) -> None:
    """Answer with the interviews of the person who asks; words narrow them down."""
    reader = await readers.of(context)
    texts, words = reader.texts, " ".join(str(command["text"]).split()[1:])
    found = await overviews.about(reader.person, texts.zone, words)
    if found.empty:
        lost = (
            texts("I found no candidate or job of yours by that name.")
            if words
            else texts("You are not organising or running any interviews.")
        )
        await ack(text=lost, blocks=[section(lost), *help_.interview(texts)])
        return
    await ack(text=texts("Your interviews"), blocks=views.answer(found, texts))
