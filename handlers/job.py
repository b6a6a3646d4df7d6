"""`/interview job`: open a job."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.coach import Coach
from coaching.opening import Opening
from handlers import forms, ids
from handlers.command import says
from handlers.readers import Readers
from handlers.views import job as views


def register(app: AsyncApp, coach: Coach, readers: Readers) -> None:
    """Listen to the command and its modal."""
    show = partial(open_modal, opening=coach.opening, readers=readers)
    app.command(ids.INTERVIEW, matchers=[says("job")])(show)
    app.view(ids.JOB_SUBMIT)(partial(submit, opening=coach.opening, readers=readers))


async def open_modal(
    ack: AsyncAck,
    command: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    opening: Opening,
    readers: Readers,
) -> None:
    """Show the form, with the person as hiring manager, to whoever may open a job."""
    reader = await readers.of(context)
    models = await opening.welcome(reader.person)
    view = views.modal(models, reader.person.id, reader.texts)
    await ack()
    await client.views_open(trigger_id=command["trigger_id"], view=view)


async def submit(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    opening: Opening,
    readers: Readers,
) -> None:
    """Open the job and say what comes next; a refusal leaves the form as it was filled in."""
    reader = await readers.of(context)
    opened = await opening.open_job(reader.person, forms.job(view), view["id"])
    await ack(response_action="update", view=views.done(opened, reader.texts))
