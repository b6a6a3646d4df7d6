"""`/interview score` and the *Score* button: fill in a scorecard and seal it."""

import re
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.coach import Coach
from coaching.scoring import Scoring
from handlers import forms, ids
from handlers.command import says
from handlers.readers import Reader, Readers
from handlers.views import score as views
from handlers.views.kit import Block

EVIDENCE = re.compile(rf"^{re.escape(ids.SCORE_EVIDENCE)}(:\d{{1,6}})?$")


def register(app: AsyncApp, coach: Coach, readers: Readers) -> None:
    """Listen to the command, the button, the modal and everything chosen or typed in it."""
    scoring = coach.scoring
    show = partial(open_mine, scoring=scoring, readers=readers)
    app.command(ids.INTERVIEW, matchers=[says("score")])(show)
    app.action(ids.SCORE_OPEN)(partial(open_one, scoring=scoring, readers=readers))
    for action in (ids.SCORE_MARK, EVIDENCE, ids.SCORE_WORD):
        app.action(action)(partial(keep, scoring=scoring, readers=readers))
    app.view(ids.SCORE_SUBMIT)(partial(seal, scoring=scoring, readers=readers))


async def open_mine(
    ack: AsyncAck,
    command: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    scoring: Scoring,
    readers: Readers,
) -> None:
    """Open the one card that waits; of several, let the person choose."""
    reader = await readers.of(context)
    waiting = await scoring.waiting(reader.person)
    if not waiting:
        await ack(text=reader.texts("You have no scorecard to fill in."))
        return
    if len(waiting) > 1:
        blocks = views.waiting(waiting, reader.texts)
        await ack(text=reader.texts("Which interview do you want to score?"), blocks=blocks)
        return
    [(_, interview)] = waiting
    view = await _card(interview.id, scoring, reader)
    await ack()
    await client.views_open(trigger_id=command["trigger_id"], view=view)


async def open_one(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    scoring: Scoring,
    readers: Readers,
) -> None:
    """Open the card that the button names."""
    reader = await readers.of(context)
    interview = ids.opaque(body["actions"][0].get("value"))
    view = await _card(interview, scoring, reader)
    await ack()
    await client.views_open(trigger_id=body["trigger_id"], view=view)


async def _card(interview: str, scoring: Scoring, reader: Reader) -> Block:
    sheet = await scoring.open(reader.person, interview)
    return views.modal(sheet, reader.texts, scoring.topics)


async def keep(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    scoring: Scoring,
    readers: Readers,
) -> None:
    """Save a choice or what was typed so far. The modal is left alone: it has the focus."""
    await ack()
    reader = await readers.of(context)
    interview = forms.interview(forms.shown(body))
    await scoring.draft(reader.person, interview, forms.draft(body["actions"]))


async def seal(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    scoring: Scoring,
    readers: Readers,
) -> None:
    """Seal the card; a refusal or a tip leaves the modal open, and nothing typed is lost."""
    reader, known = await readers.of(context), forms.remembered(view)
    sheet = await scoring.seal(reader.person, known.interview, forms.card(view), told=known.told)
    if sheet.held_back or sheet.gaps:
        again = known.model_copy(update={"page": None})
        shown = views.modal(sheet, reader.texts, scoring.topics, again)
    else:
        shown = views.done(sheet, reader.texts)
    await ack(response_action="update", view=shown)
