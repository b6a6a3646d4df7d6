"""`/interview new`: plan a loop. First who interviews when, then who covers what."""

import re
from collections.abc import Sequence
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.coach import Coach
from coaching.errors import NotFoundError
from coaching.job import Job
from coaching.planning import Planning
from coaching.proposing import Proposing
from handlers import forms, ids, planning_forms
from handlers.command import says
from handlers.readers import Reader, Readers
from handlers.views import covering
from handlers.views import plan as views

COVER = re.compile(rf"^{re.escape(ids.PLAN_COVER)}:\d{{1,6}}$")


def register(app: AsyncApp, coach: Coach, readers: Readers) -> None:
    """Listen to the command, its two forms, and what shows them anew."""
    given: dict[str, Any] = {"proposing": coach.proposing, "readers": readers}
    app.command(ids.INTERVIEW, matchers=[says("new")])(partial(open_modal, **given))
    app.action(ids.PLAN_ROUND)(partial(open_round, **given))
    app.action(ids.PLAN_ADD_SEAT)(partial(add_seat, **given))
    app.action(ids.PLAN_AFRESH)(partial(start_afresh, **given))
    app.view(ids.PLAN_PROPOSE)(partial(propose, **given))
    app.action(COVER)(partial(arrange, **given))
    app.action(ids.PLAN_BACK)(partial(go_back, **given))
    app.view(ids.PLAN_SUBMIT)(partial(submit, planning=coach.planning, readers=readers))


async def open_modal(
    ack: AsyncAck,
    command: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    proposing: Proposing,
    readers: Readers,
) -> None:
    """Show the form, with what was begun and not finished, or say that a job comes first."""
    reader = await readers.of(context)
    jobs = await proposing.jobs(reader.person)
    if not jobs:
        await ack(text=reader.texts("You have no open job yet. Start with `/interview job`."))
        return
    begun = await proposing.begun(reader.person)
    offer = views.Offer(jobs, proposing.now(), begun.form if begun else None, again=bool(begun))
    view = views.modal(offer, reader.texts)
    await ack()
    await client.views_open(trigger_id=command["trigger_id"], view=view)


async def open_round(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    proposing: Proposing,
    readers: Readers,
) -> None:
    """Show the form for the next round of the candidate that the button names."""
    reader = await readers.of(context)
    candidate = ids.opaque(body["actions"][0].get("value"))
    form = await proposing.another_round(reader.person, candidate)
    jobs = await _jobs(reader, proposing)
    await ack()
    view = views.modal(views.Offer(jobs, proposing.now(), form), reader.texts)
    await client.views_open(trigger_id=body["trigger_id"], view=view)


async def add_seat(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    proposing: Proposing,
    readers: Readers,
) -> None:
    """Show a row more. What was typed stays, because the fields keep their names."""
    await ack()
    reader = await readers.of(context)
    shown = forms.shown(body)
    form, drawn = planning_forms.loop(shown), planning_forms.drawn(shown)
    jobs = await _jobs(reader, proposing)
    offer = views.Offer(jobs, proposing.now(), form, more=1, drawn=drawn)
    await _show(offer, reader, body, client)


async def start_afresh(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    proposing: Proposing,
    readers: Readers,
) -> None:
    """Forget what was begun, and show an empty form."""
    await ack()
    reader = await readers.of(context)
    await proposing.start_afresh(reader.person)
    drawn = planning_forms.drawn(forms.shown(body)) + 1
    jobs = await _jobs(reader, proposing)
    await _show(views.Offer(jobs, proposing.now(), drawn=drawn), reader, body, client)


async def go_back(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    proposing: Proposing,
    readers: Readers,
) -> None:
    """Show people and times again."""
    await ack()
    reader = await readers.of(context)
    draft = planning_forms.metadata(forms.shown(body)).draft
    _, kept = await proposing.draft(reader.person, draft)
    jobs = await _jobs(reader, proposing)
    await _show(views.Offer(jobs, proposing.now(), kept.form), reader, body, client)


async def propose(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    proposing: Proposing,
    readers: Readers,
) -> None:
    """Show who might cover what; a refusal leaves the form as it was filled in."""
    reader = await readers.of(context)
    form = planning_forms.loop(view)
    proposal = await proposing.propose(reader.person, form, f"{view['id']}/{view['hash']}")
    await ack(response_action="update", view=covering.modal(proposal, {}, reader.texts))


async def arrange(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    proposing: Proposing,
    readers: Readers,
) -> None:
    """Keep the row that was changed, and propose the others anew around it."""
    await ack()
    reader = await readers.of(context)
    shown = forms.shown(body)
    remembers, chosen = planning_forms.metadata(shown), planning_forms.covers(shown)
    by_hand = planning_forms.by_hand(shown)
    proposal = await proposing.arrange(reader.person, remembers.draft, chosen, by_hand)
    drawn = planning_forms.drawn_anew(remembers, chosen, proposal.arranged.covers)
    view = covering.modal(proposal, drawn, reader.texts)
    await client.views_update(view_id=shown["id"], hash=shown.get("hash"), view=view)


async def submit(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    planning: Planning,
    readers: Readers,
) -> None:
    """Plan the loop as it stands and say what happens now."""
    reader = await readers.of(context)
    draft = planning_forms.metadata(view).draft
    planned = await planning.plan(reader.person, draft, planning_forms.covers(view))
    await ack(response_action="update", view=views.done(planned, reader.texts))


async def _jobs(reader: Reader, proposing: Proposing) -> Sequence[Job]:
    """Return the jobs to offer in a form that is open; somebody else than its owner has none."""
    jobs = await proposing.jobs(reader.person)
    if not jobs:
        raise NotFoundError
    return jobs


async def _show(
    offer: views.Offer, reader: Reader, body: dict[str, Any], client: AsyncWebClient
) -> None:
    """Draw people and times anew, in the modal that is open."""
    shown = forms.shown(body)
    view = views.modal(offer, reader.texts)
    await client.views_update(view_id=shown["id"], hash=shown.get("hash"), view=view)
