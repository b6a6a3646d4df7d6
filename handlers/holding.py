"""The buttons for an interview that was not held as planned."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from coaching.reminding.holding import Holding
from handlers import holding_forms, ids
from handlers.readers import Readers
from handlers.views import holding as views


def register(app: AsyncApp, holding: Holding, readers: Readers) -> None:
    """Listen to both buttons and the form of one of them."""
    given: dict[str, Any] = {"holding": holding, "readers": readers}
    app.action(ids.HOLDING_MISSED)(partial(miss, **given))
    app.action(ids.HOLDING_OPEN)(partial(open_modal, **given))
    app.view(ids.HOLDING_SUBMIT)(partial(submit, **given))


async def miss(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    respond: AsyncRespond,
    holding: Holding,
    readers: Readers,
) -> None:
    """Await its card no more, and say so where the button was."""
    reader = await readers.of(context)
    interview = ids.opaque(body["actions"][0].get("value"))
    told = await holding.missed(reader.person, interview)
    await ack()
    texts = reader.texts
    text = texts("Noted: it did not happen.")
    await respond(text=text, blocks=views.noted(told, texts), replace_original=True)


async def open_modal(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    holding: Holding,
    readers: Readers,
) -> None:
    """Ask who held the interview that the button names."""
    reader = await readers.of(context)
    interview = ids.opaque(body["actions"][0].get("value"))
    told = await holding.open(reader.person, interview)
    await ack()
    view = views.modal(told, reader.texts)
    await client.views_open(trigger_id=body["trigger_id"], view=view)


async def submit(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    holding: Holding,
    readers: Readers,
) -> None:
    """Ask whoever held it for the card, and say so where the button was, too."""
    reader = await readers.of(context)
    interview, holder = holding_forms.interview(view), holding_forms.holder(view)
    told = await holding.held_by(reader.person, interview, holder)
    texts = reader.texts
    await ack(response_action="update", view=views.done(told, texts))
    if told.nudge:
        channel, ts = told.nudge
        text, blocks = texts("Somebody else held an interview."), views.handed_over(told, texts)
        await client.chat_update(channel=channel, ts=ts, text=text, blocks=blocks)
