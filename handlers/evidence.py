"""The *Read the evidence* button: what was heard, for whoever may read it at this moment."""

import asyncio
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.coach import Coach
from handlers import evidence_forms, forms, ids
from handlers.readers import Readers
from handlers.views import evidence as views
from handlers.views.traced import Shown


def register(app: AsyncApp, coach: Coach, readers: Readers) -> None:
    """Listen to the button, to the menu, and to those that turn pages."""
    app.action(ids.DEBRIEF_EVIDENCE)(partial(open_modal, coach=coach, readers=readers))
    for action in (ids.DEBRIEF_COMPETENCY, ids.DEBRIEF_EARLIER, ids.DEBRIEF_LATER):
        app.action(action)(partial(turn, coach=coach, readers=readers))


async def open_modal(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    coach: Coach,
    readers: Readers,
) -> None:
    """Log that somebody reads; show it once that is kept."""
    await ack()
    reader = await readers.of(context)
    candidate = ids.opaque(body["actions"][0].get("value"))
    report = await coach.debriefs.reading.open(reader.person, candidate)
    shown = Shown(report, reader.texts, coach.debriefs.withholding)
    view = await asyncio.to_thread(views.modal, shown)  # a long note takes a while to look at
    await client.views_open(trigger_id=body["trigger_id"], view=view)


async def turn(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    coach: Coach,
    readers: Readers,
) -> None:
    """Show another part or page, to whoever may still read it."""
    await ack()
    reader = await readers.of(context)
    opened = forms.shown(body)
    remembers, page = evidence_forms.turned(opened, body["actions"][0])
    report = await coach.debriefs.reading.go_on(reader.person, remembers.candidate)
    shown = Shown(report, reader.texts, coach.debriefs.withholding)
    view = await asyncio.to_thread(views.modal, shown, remembers.part, page)
    await client.views_update(view_id=opened["id"], hash=opened.get("hash"), view=view)
