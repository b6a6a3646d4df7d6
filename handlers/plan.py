"""`/interview new`: plan a loop."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.coach import Coach
from coaching.errors import NotFoundError
from coaching.planning import Planning
from handlers import forms, ids
from handlers.command import says
from handlers.readers import Readers
from handlers.views import plan as views


def register(app: AsyncApp, coach: Coach, readers: Readers) -> None:
    """Listen to the command, its modal and the button in it."""
    planning = coach.planning
    show = partial(open_modal, planning=planning, readers=readers)
    app.command(ids.INTERVIEW, matchers=[says("new")])(show)
    app.action(ids.PLAN_ADD_SEAT)(partial(add_seat, planning=planning, readers=readers))
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
    view = views.modal(views.Offer(jobs, planning.model, planning.now()), reader.texts)
    await ack()
    await client.views_open(trigger_id=command["trigger_id"], view=view)


async def add_seat(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    planning: Planning,
    readers: Readers,
) -> None:
    """Show one row more; what was typed stays, because the fields keep their names."""
    await ack()
    reader = await readers.of(context)
    jobs = await planning.jobs(reader.person)
    if not jobs:
        raise NotFoundError
    offer = views.Offer(jobs, planning.model, planning.now())
    shown = forms.shown(body)
    view = views.modal(offer, reader.texts, min(forms.seats(shown) + 1, forms.SEATS))
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
