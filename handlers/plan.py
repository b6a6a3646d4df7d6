"""`/interview new`: plan a loop."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.coach import Coach
from coaching.errors import NotFoundError
from coaching.job import Job
from coaching.planning import Planning
from handlers import forms, ids
from handlers.command import says
from handlers.readers import Readers
from handlers.views import plan as views


def register(app: AsyncApp, coach: Coach, readers: Readers) -> None:
    """Listen to the command, its modal, and what shows the modal anew."""
    planning = coach.planning
    show = partial(open_modal, planning=planning, readers=readers)
    app.command(ids.INTERVIEW, matchers=[says("new")])(show)
    again = partial(redraw, planning=planning, readers=readers)
    app.action(ids.PLAN_JOB)(partial(again, more=0))
    app.action(ids.PLAN_ADD_SEAT)(partial(again, more=1))
    app.view(ids.PLAN_SUBMIT)(partial(submit, planning=planning, readers=readers))


async def open_modal(
    ack: AsyncAck,
    command: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    planning: Planning,
    readers: Readers,
) -> None:
    """Show the form, or say that a job comes first."""
    reader = await readers.of(context)
    jobs = await planning.jobs(reader.person)
    if not jobs:
        await ack(text=reader.texts("You have no open job yet. Start with `/interview job`."))
        return
    view = views.modal(_offer(planning, jobs, None), reader.texts)
    await ack()
    await client.views_open(trigger_id=command["trigger_id"], view=view)


async def redraw(  # noqa: PLR0913 - Bolt gives them by name
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    *,
    planning: Planning,
    readers: Readers,
    more: int,
) -> None:
    """Show the competencies of the job that was chosen, and ``more`` rows.

    What was typed stays, because the fields keep their names.
    """
    await ack()
    reader = await readers.of(context)
    jobs = await planning.jobs(reader.person)
    if not jobs:
        raise NotFoundError
    shown = forms.shown(body)
    offer = _offer(planning, jobs, forms.chosen_job(body))
    seats = min(forms.seats(shown) + more, forms.SEATS)
    view = views.modal(offer, reader.texts, seats)
    await client.views_update(view_id=shown["id"], hash=shown.get("hash"), view=view)


async def submit(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    planning: Planning,
    readers: Readers,
) -> None:
    """Plan the loop and say what happens now; a refusal leaves the form as it was filled in."""
    reader = await readers.of(context)
    planned = await planning.plan(reader.person, forms.loop(view), view["id"])
    await ack(response_action="update", view=views.done(planned, reader.texts))


def _offer(planning: Planning, jobs: Sequence[Job], chosen: str | None) -> views.Offer:
    """Offer jobs with the competencies of the chosen one, or else of the newest."""
    job = next((job for job in jobs if job.id == chosen), jobs[0])
    return views.Offer(jobs, job, planning.model(job), planning.now())
