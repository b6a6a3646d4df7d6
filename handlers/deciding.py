"""The *Record the decision* button under a debrief: what was decided, on what, and who dissents."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.debrief.debriefs import Debriefs
from coaching.debrief.packet import entire
from handlers import deciding_forms, ids
from handlers.readers import Readers
from handlers.views import deciding as views


def register(app: AsyncApp, debriefs: Debriefs, readers: Readers) -> None:
    """Listen to the button and the form."""
    given: dict[str, Any] = {"debriefs": debriefs, "readers": readers}
    app.action(ids.DECIDE_OPEN)(partial(open_modal, **given))
    app.view(ids.DECIDE_SUBMIT)(partial(submit, **given))


async def open_modal(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    debriefs: Debriefs,
    readers: Readers,
) -> None:
    """Ask what is decided; what was decided before is shown above, whole to whoever wrote it."""
    reader = await readers.of(context)
    candidate = ids.opaque(body["actions"][0].get("value"))
    matter = await debriefs.deciding.open(reader.person, candidate)
    await ack()
    hidden = entire if matter.last_by(reader.person.id) else debriefs.withholding
    view = views.modal(matter, hidden, reader.texts)
    await client.views_open(trigger_id=body["trigger_id"], view=view)


async def submit(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    debriefs: Debriefs,
    readers: Readers,
) -> None:
    """Keep it, and say where it is told."""
    reader = await readers.of(context)
    candidate, form = deciding_forms.remembered(view).candidate, deciding_forms.form(view)
    told = await debriefs.deciding.decide(reader.person, candidate, form)
    await ack(response_action="update", view=views.done(told, debriefs.withholding, reader.texts))
