"""What practice amounts to, and taking it away."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext, AsyncRespond

from coaching.practice.record import PracticeRecord
from handlers import ids
from handlers.command import says
from handlers.readers import Readers
from handlers.views import mock_progress
from handlers.views import self_rating as views


def register(app: AsyncApp, record: PracticeRecord, readers: Readers) -> None:
    """Listen to both commands and to the button that deletes."""
    given: dict[str, Any] = {"record": record, "readers": readers}
    app.command(ids.MOCK, matchers=[says("progress")])(partial(show, **given))
    app.command(ids.MOCK, matchers=[says("delete")])(partial(ask, readers=readers))
    app.action(ids.MOCK_DELETE)(partial(delete, **given))


async def show(
    ack: AsyncAck, context: AsyncBoltContext, record: PracticeRecord, readers: Readers
) -> None:
    """Show a person's own ratings over time, to that person alone; a picture follows."""
    reader = await readers.visitor(context)
    found = await record.draw(reader.person)
    await ack(
        text=reader.texts("Your practice"), blocks=mock_progress.progress(found, reader.texts)
    )


async def ask(ack: AsyncAck, context: AsyncBoltContext, readers: Readers) -> None:
    """Ask whether everything is to go."""
    reader = await readers.visitor(context)
    await ack(text=reader.texts("Delete my practice data"), blocks=views.asked(reader.texts))


async def delete(
    ack: AsyncAck,
    context: AsyncBoltContext,
    respond: AsyncRespond,
    record: PracticeRecord,
    readers: Readers,
) -> None:
    """Delete everything and say in place of the question what it was."""
    reader = await readers.visitor(context)
    gone = await record.delete(reader.person)
    await ack()
    said = views.deleted(gone, reader.texts)
    await respond(text=said, replace_original=True, response_type="ephemeral")
