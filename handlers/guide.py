"""`/interview guide` and everything that is pressed on the guide's card."""

import re
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext, AsyncRespond

from coaching.coach import Coach
from coaching.errors import NotFoundError
from coaching.guide.guiding import Guided, Guiding
from coaching.guide.step import Step
from handlers import ids
from handlers.command import says
from handlers.forms import moment
from handlers.readers import Reader, Readers
from handlers.views import guide as views
from handlers.views import invite
from handlers.views.kit import Block

PRESSED = {
    ids.GUIDE_NEXT: "next",
    ids.GUIDE_BACK: "back",
    ids.GUIDE_SKIP: "skip",
    ids.GUIDE_FINISH: "finish",
    ids.GUIDE_REOPEN: "reopen",
    ids.GUIDE_USE: "use",
    ids.GUIDE_UNUSE: "unuse",
    ids.GUIDE_RATE: "rate",
}
VALUE = re.compile(r"^([0-9A-Za-z]{1,64}) (:?[a-z][a-z0-9-]{0,63})(?: ([a-z0-9_-]{1,64}))?$")


def register(app: AsyncApp, coach: Coach, readers: Readers) -> None:
    """Listen to the command, the button that starts, and those on the card."""
    app.command(ids.INTERVIEW, matchers=[says("guide")])(
        partial(start_mine, coach=coach, readers=readers)
    )
    app.action(ids.GUIDE_START)(partial(start_one, guiding=coach.guiding, readers=readers))
    for action in PRESSED:
        app.action(action)(partial(press, guiding=coach.guiding, readers=readers))


async def start_mine(
    ack: AsyncAck, context: AsyncBoltContext, coach: Coach, readers: Readers
) -> None:
    """Show the guide of the one interview that is not scored yet; of several, let them choose."""
    reader = await readers.of(context)
    waiting = await coach.scoring.waiting(reader.person)
    if not waiting:
        await ack(text=reader.texts("You have no interview to be guided through."))
        return
    if len(waiting) > 1:
        which = reader.texts("Which interview do you want to be guided through?")
        await ack(text=which, blocks=invite.choose(waiting, which, invite.guiding, reader.texts))
        return
    [(_, interview)] = waiting
    await coach.guiding.start(reader.person, interview.id)
    await ack(text=reader.texts("Your guide is in our direct messages."))


async def start_one(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    guiding: Guiding,
    readers: Readers,
) -> None:
    """Show the guide that the button names, in the direct messages."""
    reader = await readers.of(context)
    await guiding.start(reader.person, ids.opaque(body["actions"][0].get("value")))
    await ack()


async def press(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    respond: AsyncRespond,
    guiding: Guiding,
    readers: Readers,
) -> None:
    """Keep what was pressed, and draw the card anew in its place."""
    reader = await readers.of(context)
    interview, step = _pressed(body["actions"][0])
    guided = await guiding.take(reader.person, interview, step)
    await ack()
    text, blocks = views.text(reader.texts), card(guided, reader, readers)
    await respond(text=text, blocks=blocks, replace_original=True)


def card(guided: Guided, reader: Reader, readers: Readers) -> list[Block]:
    """Return a guide as it stands, in the languages of its reader and of its interview."""
    spoken = readers.channel(guided.loop.job.language, guided.loop.job.zone)
    return views.message(guided, reader.texts, spoken)


def _pressed(action: dict[str, Any]) -> tuple[str, Step]:
    """Return whose guide a button is on, and the step that it stands for."""
    chosen = (action.get("selected_option") or action).get("value")
    found = VALUE.match(chosen) if isinstance(chosen, str) else None
    if found is None:
        raise NotFoundError
    interview, item, detail = found.groups(default="")
    stamp = action["action_ts"]
    kind = PRESSED[action["action_id"]]
    return interview, Step(f"{stamp}:{kind}", moment(stamp), kind, item, detail)
