"""The *Record the decision* button under a debrief: what was decided, on what, and who dissents."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.debrief.deciding import Deciding
from coaching.debrief.withholding import Withhold
from handlers import deciding_forms, ids
from handlers.readers import Readers
from handlers.views import deciding as views


def register(app: AsyncApp, deciding: Deciding, withhold: Withhold, readers: Readers) -> None:
    """Listen to the button and the form."""
    app.action(ids.DECIDE_OPEN)(partial(open_modal, deciding=deciding, readers=readers))
    send = partial(submit, deciding=deciding, withhold=withhold, readers=readers)
    app.view(ids.DECIDE_SUBMIT)(send)


async def open_modal(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    deciding: Deciding,
    readers: Readers,
) -> None:
    """Ask what is decided; what was decided before is shown above."""
    reader = await readers.of(context)
    candidate = ids.opaque(body["actions"][0].get("value"))
    matter = await deciding.open(reader.person, candidate)
    await ack()
    view = views.modal(matter, reader.texts)
    await client.views_open(trigger_id=body["trigger_id"], view=view)


async def submit(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    deciding: Deciding,
    withhold: Withhold,
    readers: Readers,
) -> None:
    """Keep it, and say where it is told."""
    reader = await readers.of(context)
    candidate, form = deciding_forms.remembered(view).candidate, deciding_forms.form(view)
    told = await deciding.decide(reader.person, candidate, form)
    await ack(response_action="update", view=views.done(told, withhold, reader.texts))
