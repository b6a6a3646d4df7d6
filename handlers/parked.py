"""The *Try again* button of a message that could not be posted."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from coaching.errors import NotFoundError
from coaching.outbox import Outbox
from handlers import ids
from handlers.readers import Readers


def register(app: AsyncApp, outbox: Outbox, readers: Readers) -> None:
    """Listen to the button."""
    app.action(ids.POST_AGAIN)(partial(again, outbox=outbox, readers=readers))


async def again(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    outbox: Outbox,
    readers: Readers,
) -> None:
    """Send it once more, for its owner."""
    await ack()
    person = (await readers.of(context)).person
    key = ids.opaque(body["actions"][0].get("value"))
    if not await outbox.again(person.team, key, person.id):
        raise NotFoundError
