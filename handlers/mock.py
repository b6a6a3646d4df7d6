"""`/mock`: a practice interview, in a direct message."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from coaching.practice import Practice
from handlers import ids
from handlers.command import says
from handlers.readers import Readers, who


def register(app: AsyncApp, practice: Practice, readers: Readers) -> None:
    """Listen to the command and its buttons; what people write is heard in `direct`."""
    app.command(ids.MOCK, matchers=[says("", "start", "resume")])(
        partial(start, practice=practice, readers=readers)
    )
    app.command(ids.MOCK, matchers=[says("stop")])(
        partial(stop, practice=practice, readers=readers)
    )
    app.action(ids.MOCK_START)(partial(go_on, practice=practice, readers=readers))
    app.action(ids.MOCK_STOP)(partial(pause, practice=practice, readers=readers))


async def start(
    ack: AsyncAck, context: AsyncBoltContext, practice: Practice, readers: Readers
) -> None:
    """Ask the first question, or go on where the person stopped."""
    reader = await readers.of(context)
    await practice.start(reader.person, reader.texts.locale)
    await ack(text=reader.texts("Your practice interview is in our direct messages."))


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


async def go_on(
    ack: AsyncAck, context: AsyncBoltContext, practice: Practice, readers: Readers
) -> None:
    """Do what `/mock` does; the question appears below the button."""
    await ack()
    reader = await readers.of(context)
    await practice.start(reader.person, reader.texts.locale)


async def pause(
    ack: AsyncAck, context: AsyncBoltContext, practice: Practice, readers: Readers
) -> None:
    """Do what `/mock stop` does."""
    await ack()
    await practice.stop((await readers.of(context)).person)


async def answer(event: dict[str, Any], context: AsyncBoltContext, practice: Practice) -> None:
    """Take what was written as the answer to the current question.

    What somebody sends once has one ``client_msg_id``, even when it arrives as two messages.
    """
    message = event.get("client_msg_id") or event["ts"]
    await practice.answer(who(context), event.get("text") or "", message)
