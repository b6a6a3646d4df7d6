"""`/interview kit` and the *Kit* button: read what an interview asks."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.coach import Coach
from handlers import ids
from handlers.command import says
from handlers.readers import Readers
from handlers.views import preparation as views


def register(app: AsyncApp, coach: Coach, readers: Readers) -> None:
    """Listen to the command and the button."""
    app.command(ids.INTERVIEW, matchers=[says("kit")])(
        partial(open_mine, coach=coach, readers=readers)
    )
    app.action(ids.KIT_OPEN)(partial(open_one, coach=coach, readers=readers))


async def open_mine(
    ack: AsyncAck,
    command: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    coach: Coach,
    readers: Readers,
) -> None:
    """Open the kit of the one interview that is not scored yet; of several, let them choose."""
    reader = await readers.of(context)
    waiting = await coach.scoring.waiting(reader.person)
    if not waiting:
        await ack(text=reader.texts("You have no interview to prepare."))
        return
    if len(waiting) > 1:
        which = reader.texts("Which interview do you want to prepare?")
        await ack(text=which, blocks=views.waiting(waiting, reader.texts))
        return
    [(_, interview)] = waiting
    kit = await coach.preparing.kit(reader.person, interview.id)
    await ack()
    view = views.modal(kit, reader.texts, readers.channel(kit.loop.job.language, kit.loop.job.zone))
    await client.views_open(trigger_id=command["trigger_id"], view=view)


async def open_one(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    coach: Coach,
    readers: Readers,
) -> None:
    """Open the kit that the button names."""
    reader = await readers.of(context)
    interview = ids.opaque(body["actions"][0].get("value"))
    kit = await coach.preparing.kit(reader.person, interview)
    await ack()
    view = views.modal(kit, reader.texts, readers.channel(kit.loop.job.language, kit.loop.job.zone))
    await client.views_open(trigger_id=body["trigger_id"], view=view)
