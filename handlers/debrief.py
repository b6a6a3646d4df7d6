"""`/debrief`: who is still missing, and when the debrief comes."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from coaching.coach import Coach
from coaching.debrief.beside import SideBySide
from coaching.debrief.progress import Following
from handlers import ids
from handlers.command import first, says
from handlers.readers import Readers
from handlers.views import beside as beside_views
from handlers.views import help as help_
from handlers.views import progress as views
from handlers.views.kit import section


def register(app: AsyncApp, coach: Coach, readers: Readers) -> None:
    """Listen to the command."""
    week = partial(list_week, following=coach.debriefs.following, readers=readers)
    app.command(ids.DEBRIEF, matchers=[says("list")])(week)
    show = partial(
        list_loops,
        following=coach.debriefs.following,
        beside=coach.debriefs.beside,
        readers=readers,
    )
    app.command(ids.DEBRIEF, matchers=[asks])(show)


async def asks(command: dict[str, Any]) -> bool:
    """Match everything but a call for help: words are what to look for."""
    return first(command) != "help"


async def list_week(
    ack: AsyncAck,
    command: dict[str, Any],
    context: AsyncBoltContext,
    following: Following,
    readers: Readers,
) -> None:
    """Answer with the debriefs of this week."""
    del command
    reader = await readers.of(context)
    texts = reader.texts
    found = await following.week(reader.person, texts.zone)
    await ack(text=texts("Your debriefs"), blocks=views.week(found, texts, following.now()))


async def list_loops(
    ack: AsyncAck,
    command: dict[str, Any],
    context: AsyncBoltContext,
    following: Following,
    beside: SideBySide,
    readers: Readers,
) -> None:
    """Answer with the loops of the person who asks, and with nothing anybody scored."""
    reader = await readers.of(context)
    texts, words = reader.texts, str(command.get("text") or "").strip()
    found = await following.of(reader.person, words)
    if not found.shown:
        lost = (
            texts("I found no candidate or job of yours by that name.")
            if words
            else texts("You are not organising or running any interviews.")
        )
        await ack(text=lost, blocks=[section(lost), *help_.debrief(texts)])
        return
    listed = {progress.loop.job.id for progress in found.shown}
    compared = await beside.jobs(reader.person, among=listed)
    blocks = views.loops(found.shown, texts, following.now(), more=found.more)
    await ack(text=texts("Your interviews"), blocks=beside_views.below(blocks, compared, texts))
