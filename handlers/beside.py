"""`/debrief compare` and the *Compare* buttons: candidates of one job, side by side."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.debrief.beside import SideBySide
from coaching.errors import NotFoundError
from handlers import beside_forms, forms, ids
from handlers.command import rest, says
from handlers.readers import Readers
from handlers.views import beside as views
from handlers.views import kit


def register(app: AsyncApp, beside: SideBySide, readers: Readers) -> None:
    """Listen to the command, the buttons and the menu."""
    given: dict[str, Any] = {"beside": beside, "readers": readers}
    app.command(ids.DEBRIEF, matchers=[says("compare")])(partial(list_jobs, **given))
    app.action(ids.BESIDE_OPEN)(partial(open_modal, **given))
    app.action(ids.BESIDE_COMPETENCY)(partial(choose, **given))


async def list_jobs(
    ack: AsyncAck,
    command: dict[str, Any],
    context: AsyncBoltContext,
    beside: SideBySide,
    readers: Readers,
) -> None:
    """Answer with the jobs that have candidates to compare, a button for each."""
    reader = await readers.of(context)
    texts = reader.texts
    jobs = await beside.jobs(reader.person, rest(command))
    if not jobs:
        none = texts(
            "There is nothing to compare yet. Two candidates of one job need their debrief and "
            "all their scorecards first."
        )
        await ack(text=none, blocks=[kit.section(none)])
        return
    blocks = views.offers(jobs, texts)
    await ack(text=texts("Whose candidates do you want to compare?"), blocks=blocks)


async def open_modal(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    beside: SideBySide,
    readers: Readers,
) -> None:
    """Log that somebody compares; show it once that is kept."""
    await ack()
    reader = await readers.of(context)
    job = ids.opaque(body["actions"][0].get("value"))
    compared = await beside.open(reader.person, job)
    view = views.modal(compared, reader.texts)
    await client.views_open(trigger_id=body["trigger_id"], view=view)


async def choose(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    beside: SideBySide,
    readers: Readers,
) -> None:
    """Show another competency, to whoever may still compare."""
    await ack()
    reader = await readers.of(context)
    shown, chosen = forms.shown(body), beside_forms.competency(body)
    compared = await beside.go_on(reader.person, beside_forms.job(shown))
    if chosen and chosen not in compared.competencies:
        raise NotFoundError
    view = views.modal(compared, reader.texts, chosen)
    await client.views_update(view_id=shown["id"], hash=shown.get("hash"), view=view)
