"""*Send me the packet*: asked for here, brought by direct message."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext, AsyncRespond

from coaching.debrief.handing_over import HandingOver
from handlers import ids
from handlers.readers import Readers


def register(app: AsyncApp, handing_over: HandingOver, readers: Readers) -> None:
    """Listen to the button."""
    app.action(ids.PACKET_SEND)(partial(send, handing_over=handing_over, readers=readers))


async def send(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    respond: AsyncRespond,
    handing_over: HandingOver,
    readers: Readers,
) -> None:
    """Promise it, and say where it comes."""
    reader = await readers.of(context)
    candidate = ids.opaque(body["actions"][0].get("value"))
    await handing_over.ask(reader.person, candidate, str(body.get("trigger_id")))
    await ack()
    text = reader.texts("The packet comes as a direct message from me.")
    await respond(text=text, replace_original=False, response_type="ephemeral")
