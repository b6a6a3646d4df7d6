"""The *Look early* button: the hiring manager reads sealed cards, and it is logged."""

import asyncio
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.coach import Coach
from handlers import forms, ids, looking_forms
from handlers.readers import Readers
from handlers.views import looking as views


def register(app: AsyncApp, coach: Coach, readers: Readers) -> None:
    """Listen to the button, and to those that turn pages."""
    app.action(ids.LOOK_OPEN)(partial(look, coach=coach, readers=readers))
    for action in (ids.LOOK_EARLIER, ids.LOOK_LATER):
        app.action(action)(partial(turn, coach=coach, readers=readers))


async def look(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    coach: Coach,
    readers: Readers,
) -> None:
    """Log the look; show it once it is kept."""
    reader = await readers.of(context)
    candidate = ids.opaque(body["actions"][0].get("value"))
    looked = await coach.looking.look(reader.person, candidate)
    await ack()
    view = await asyncio.to_thread(views.modal, looked, reader.texts, coach.debriefs.withholding)
    await client.views_open(trigger_id=body["trigger_id"], view=view)


async def turn(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    coach: Coach,
    readers: Readers,
) -> None:
    """Show another page of the same look."""
    await ack()
    reader = await readers.of(context)
    shown = forms.shown(body)
    remembers, page = looking_forms.remembered(shown), looking_forms.page(body["actions"][0])
    looked = await coach.looking.go_on(reader.person, remembers.candidate, remembers.n)
    view = await asyncio.to_thread(
        views.modal, looked, reader.texts, coach.debriefs.withholding, page
    )
    await client.views_update(view_id=shown["id"], hash=shown.get("hash"), view=view)
