"""`/mock`: a practice interview begins, pauses and goes on, in a direct message."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.coach import Coach
from coaching.practice.rounds import Practice
from handlers import (
    answer_forms,
    ids,
    mock_answer,
    mock_forms,
    mock_peer,
    mock_record,
    mock_sending,
)
from handlers.command import says
from handlers.readers import Readers
from handlers.views import mock_form as views


def register(app: AsyncApp, coach: Coach, readers: Readers) -> None:
    """Listen to the command and its buttons; what people write is heard in `direct`."""
    given: dict[str, Any] = {"practice": coach.practising.rounds, "readers": readers}
    app.command(ids.MOCK, matchers=[says("", "start", "resume")])(partial(start, **given))
    app.command(ids.MOCK, matchers=[says("stop")])(partial(stop, **given))
    app.action(ids.MOCK_START)(partial(go_on, **given))
    app.view(ids.MOCK_BEGIN)(partial(begin, **given))
    app.action(ids.MOCK_STOP)(partial(pause, **given))
    app.action(ids.MOCK_END)(partial(end, **given))
    mock_answer.register(app, coach.practising.answering, readers)
    answer_forms.register(app, coach.practising.forms, readers)
    mock_peer.register(app, coach, readers)
    mock_record.register(app, coach.practising.record, readers)
    mock_sending.register(app, coach.practising.sending, readers)


async def start(
    ack: AsyncAck,
    command: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    practice: Practice,
    readers: Readers,
) -> None:
    """Offer what can be practised, or go on where the person stopped."""
    reader = await readers.of(context)
    offer = await practice.start(reader.person, reader.texts.locale)
    if offer is None:
        await ack(text=reader.texts("Your practice interview is in our direct messages."))
        return
    await ack()
    view = views.modal(offer, reader.texts)
    await client.views_open(trigger_id=command["trigger_id"], view=view)


async def go_on(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    practice: Practice,
    readers: Readers,
) -> None:
    """Do what `/mock` does; a question appears below the button."""
    reader = await readers.of(context)
    offer = await practice.start(reader.person, reader.texts.locale)
    await ack()
    if offer:
        view = views.modal(offer, reader.texts)
        await client.views_open(trigger_id=body["trigger_id"], view=view)


async def begin(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    practice: Practice,
    readers: Readers,
) -> None:
    """Ask the first question of what was wished for."""
    reader = await readers.of(context)
    await practice.begin(reader.person, mock_forms.wish(view))
    await ack()


async def stop(
    ack: AsyncAck, context: AsyncBoltContext, practice: Practice, readers: Readers
) -> None:
    """Leave the mock for another day."""
    reader = await readers.of(context)
    if await practice.stop(reader.person):
        paused = reader.texts("Your practice is paused. `/mock` continues where you stopped.")
        await ack(text=paused)
    else:
        await ack(text=reader.texts("No practice interview is under way. `/mock` starts one."))


async def pause(
    ack: AsyncAck, context: AsyncBoltContext, practice: Practice, readers: Readers
) -> None:
    """Do what `/mock stop` does."""
    await ack()
    await practice.stop((await readers.of(context)).person)


async def end(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    practice: Practice,
    readers: Readers,
) -> None:
    """End the mock; what was covered appears below."""
    reader, what = await readers.of(context), mock_forms.pressed(body)
    await practice.end(reader.person, what.mock, what.n)
    await ack()
