"""`/questions add` and *Edit*: write a question of the workspace's own."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.authoring import Authoring
from coaching.authorship import Begun, Doubtful, Saved
from coaching.browsing import Browsing
from coaching.errors import FormError
from coaching.phrase import Phrase
from handlers import authoring_forms as forms
from handlers import held, ids
from handlers.authoring_forms import SCENARIO
from handlers.readers import Reader, Readers
from handlers.views import authoring as views
from handlers.views import question as one
from handlers.views import question_form


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a question is written, and where it is read."""

    authoring: Authoring
    browsing: Browsing
    readers: Readers


def register(app: AsyncApp, authoring: Authoring, browsing: Browsing, readers: Readers) -> None:
    """Listen to the command, the button and both steps; register before `/questions WORDS`."""
    show = partial(open_modal, authoring=authoring, readers=readers)
    app.command(ids.QUESTIONS, matchers=[adds])(show)
    app.view(ids.AUTHORING_BEGIN)(partial(begin, authoring=authoring, readers=readers))
    app.action(ids.AUTHORING_EDIT)(partial(edit, authoring=authoring, readers=readers))
    app.view(ids.AUTHORING_SUBMIT)(partial(submit, desk=Desk(authoring, browsing, readers)))


async def adds(command: dict[str, Any]) -> bool:
    """Match `add` alone: with more words it is something to look for."""
    return str(command.get("text") or "").strip().lower() == "add"


async def open_modal(
    ack: AsyncAck,
    command: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    authoring: Authoring,
    readers: Readers,
) -> None:
    """Show the first step."""
    reader = await readers.of(context)
    view = views.modal(await authoring.welcome(reader.person), reader.texts)
    await ack()
    await client.views_open(trigger_id=command["trigger_id"], view=view)


async def begin(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    authoring: Authoring,
    readers: Readers,
) -> None:
    """Go on to the second step."""
    reader, chosen = await readers.of(context), forms.chosen(view)
    begun = await authoring.begun(reader.person, chosen.competency, chosen.type, chosen.levels)
    await ack(response_action="update", view=question_form.modal(begun, reader.texts))


async def edit(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    authoring: Authoring,
    readers: Readers,
) -> None:
    """Lay the filled form over the question."""
    await ack()
    reader = await readers.of(context)
    question = held.question(body)
    begun = await authoring.reopened(reader.person, question)
    view = question_form.modal(begun, reader.texts, question=question)
    await client.views_push(trigger_id=body["trigger_id"], view=view)


async def submit(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    desk: Desk,
) -> None:
    """Keep the question; a refusal or a doubt leaves the form as it was filled in."""
    reader = await desk.readers.of(context)
    outcome = await _kept(view, reader, desk.authoring)
    if isinstance(outcome, Doubtful):
        kept = forms.metadata(view)
        _refuse_unanswered(outcome, kept.doubts)
        begun = Begun(outcome.form, outcome.library, kept.rev)
        again = question_form.modal(begun, reader.texts, outcome.touched, kept.question)
        await ack(response_action="update", view=again)
        return
    done = views.done(outcome, desk.authoring.topics.coach.nothing, reader.texts)
    await ack(response_action="update", view=done)
    if beneath := view.get("previous_view_id"):  # it was laid over the question
        reading = await desk.browsing.read(reader.person, outcome.question.id)
        await client.views_update(view_id=beneath, view=one.modal(reading, reader.texts))


async def _kept(view: dict[str, Any], reader: Reader, authoring: Authoring) -> Saved | Doubtful:
    form, kept, accepted = forms.written(view), forms.metadata(view), forms.accepted(view)
    if kept.question:
        revision = (kept.question, kept.rev)
        return await authoring.edit(reader.person, form, revision, accepted)
    return await authoring.add(reader.person, form, view["id"], accepted)


def _refuse_unanswered(doubtful: Doubtful, asked: tuple[str, ...]) -> None:
    """Show doubts once: to send the same again is no answer."""
    if {each.category for each in doubtful.touched} <= set(asked):
        unanswered = Phrase(
            "Not saved yet: tick this if it is about the product, or change the words."
        )
        raise FormError({SCENARIO: unanswered})
