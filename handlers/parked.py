"""The *Try again* button of a message that could not be posted."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from coaching.errors import NotFoundError
from coaching.outbox import Outbox
from handlers import ids
from handlers.readers import who


def register(app: AsyncApp, outbox: Outbox) -> None:
    """Listen to the button."""
    app.action(ids.POST_AGAIN)(partial(again, outbox=outbox))


async def again(
    ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext, outbox: Outbox
) -> None:
    """Send it once more, for its owner."""
    await ack()
    person = who(context)
    if not await outbox.again(person.team, str(body["actions"][0].get("value")), person.id):
        raise NotFoundError
