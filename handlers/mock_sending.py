"""*Ask the language model* below feedback: what would leave, read first by whoever wrote it."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.practice.sending import Sending
from handlers import held, ids, mock_forms
from handlers.readers import Readers
from handlers.views import mock_comment as views


def register(app: AsyncApp, sending: Sending, readers: Readers) -> None:
    """Listen to the button and the form."""
    app.action(ids.MOCK_LOOK)(partial(look, sending=sending, readers=readers))
    app.view(ids.MOCK_SEND)(partial(send, sending=sending, readers=readers))


async def look(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    sending: Sending,
    readers: Readers,
) -> None:
    """Show what would leave of an answer, or what left, to its writer alone."""
    reader, what = await readers.visitor(context), mock_forms.pressed(body)
    leaving = await sending.look(reader.person, what.mock, what.n)
    await ack()
    view = views.modal(leaving, what, readers.channel(leaving.locale))
    await client.views_open(trigger_id=body["trigger_id"], view=view)


async def send(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    sending: Sending,
    readers: Readers,
) -> None:
    """Let it go as it stands in the form, and show what went."""
    reader, what = await readers.of(context), mock_forms.answer(view)
    text = held.text(held.values(view), "text")
    leaving = await sending.send(reader.person, what.mock, what.n, text)
    await ack(
        response_action="update", view=views.modal(leaving, what, readers.channel(leaving.locale))
    )
