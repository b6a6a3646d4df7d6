"""`/interview settings` and the *Settings* button: language, quiet hours, reminders."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.reminding.preferring import Preferring
from handlers import ids, settings_forms
from handlers.command import says
from handlers.readers import Readers
from handlers.views import settings as views


def register(app: AsyncApp, preferences: Preferring, readers: Readers) -> None:
    """Listen to the command, the button and the form."""
    given: dict[str, Any] = {"preferences": preferences, "readers": readers}
    app.command(ids.INTERVIEW, matchers=[says("settings")])(partial(open_modal, **given))
    app.action(ids.SETTINGS_OPEN)(partial(open_modal, **given))
    app.view(ids.SETTINGS_SUBMIT)(partial(save, **given))


async def open_modal(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    preferences: Preferring,
    readers: Readers,
) -> None:
    """Show what holds for this person."""
    reader = await readers.of(context)
    chosen = await preferences.of(reader.person)
    await ack()
    view = views.modal(chosen, reader.texts)
    await client.views_open(trigger_id=body["trigger_id"], view=view)


async def save(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    preferences: Preferring,
    readers: Readers,
) -> None:
    """Keep it, and say so in the language that was chosen."""
    reader = await readers.of(context)
    chosen = settings_forms.preferences(view)
    await preferences.save(reader.person, chosen)
    texts = (await readers.of(context)).texts
    await ack(response_action="update", view=views.done(chosen, texts))
