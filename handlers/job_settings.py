"""`/debrief settings` and the *Job settings* button: how a job's debriefs are posted, and when."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.debrief.settling import Settling
from handlers import ids, job_settings_forms
from handlers.command import rest, says
from handlers.readers import Readers
from handlers.views import job_settings as views
from handlers.views import kit


def register(app: AsyncApp, settling: Settling, readers: Readers) -> None:
    """Listen to the command, the button and the form."""
    given: dict[str, Any] = {"settling": settling, "readers": readers}
    app.command(ids.DEBRIEF, matchers=[says("settings")])(partial(list_jobs, **given))
    app.action(ids.JOB_SETTINGS)(partial(open_modal, **given))
    app.view(ids.JOB_SETTINGS_SUBMIT)(partial(save, **given))


async def list_jobs(
    ack: AsyncAck,
    command: dict[str, Any],
    context: AsyncBoltContext,
    settling: Settling,
    readers: Readers,
) -> None:
    """Answer with the jobs of the person who asks, a button beside each."""
    reader = await readers.of(context)
    texts, words = reader.texts, rest(command)
    jobs = await settling.jobs(reader.person, words)
    if not jobs:
        none = (
            texts("I found no job of yours by that name.")
            if words
            else texts("You run no job, so there is nothing to set. `/interview job` opens one.")
        )
        await ack(text=none, blocks=[kit.section(none)])
        return
    await ack(text=texts("Your jobs"), blocks=views.jobs(jobs, texts))


async def open_modal(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    settling: Settling,
    readers: Readers,
) -> None:
    """Show how a job is set; above the form that opened it, when the button is there."""
    reader = await readers.of(context)
    job = ids.opaque(body["actions"][0].get("value"))
    settled = await settling.of(reader.person, job)
    await ack()
    show = client.views_push if body.get("view") else client.views_open
    await show(trigger_id=body["trigger_id"], view=views.modal(settled, reader.texts))


async def save(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    settling: Settling,
    readers: Readers,
) -> None:
    """Keep it, and say what holds now."""
    reader = await readers.of(context)
    job, form = job_settings_forms.job(view), job_settings_forms.settings(view)
    settled = await settling.settle(reader.person, job, form)
    await ack(response_action="update", view=views.done(settled, reader.texts))
