"""The *Amend* button under a receipt: say what one would rate now, and why."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.sealed.amending import Amending
from handlers import amending_forms, forms, ids
from handlers.readers import Readers
from handlers.views import amending as views


def register(app: AsyncApp, amending: Amending, readers: Readers) -> None:
    """Listen to the button, the menu of what to amend, and the form."""
    app.action(ids.AMEND_OPEN)(partial(open_modal, amending=amending, readers=readers))
    app.action(ids.AMEND_CHOOSE)(partial(choose, amending=amending, readers=readers))
    app.view(ids.AMEND_SUBMIT)(partial(submit, amending=amending, readers=readers))


async def open_modal(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    amending: Amending,
    readers: Readers,
) -> None:
    """Ask what to amend."""
    reader = await readers.of(context)
    copy = await amending.open(reader.person, ids.opaque(body["actions"][0].get("value")))
    await ack()
    view = views.modal(views.Asking(copy), reader.texts)
    await client.views_open(trigger_id=body["trigger_id"], view=view)


async def choose(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    amending: Amending,
    readers: Readers,
) -> None:
    """Show what was sealed there, and ask for the new value and the reason."""
    await ack()
    reader = await readers.of(context)
    shown = forms.shown(body)
    form = amending_forms.choosing(shown, body["actions"][0])
    copy = await amending.open(reader.person, amending_forms.remembered(shown).interview)
    view = views.modal(views.Asking(copy, form), reader.texts)
    await client.views_update(view_id=shown["id"], hash=shown.get("hash"), view=view)


async def submit(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    amending: Amending,
    readers: Readers,
) -> None:
    """Keep it, or point out what its reason touches on; nothing typed is lost."""
    reader = await readers.of(context)
    remembers, form = amending_forms.remembered(view), amending_forms.form(view)
    amended = await amending.amend(reader.person, remembers.interview, form, told=remembers.told)
    if amended.tips:
        tips = [amending.topics.tip(hit, reader.texts.locale) for hit in amended.tips]
        shown = views.modal(views.Asking(amended.copy, form, tips), reader.texts)
    else:
        shown = views.done(amended, reader.texts)
    await ack(response_action="update", view=shown)
