"""The form of a guided answer in practice: opened, saved while it is typed, sent."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.practice.answer_forms import AnswerForms
from handlers import forms, ids, mock_forms
from handlers.readers import Readers
from handlers.views import mock_form


def register(app: AsyncApp, answer_forms: AnswerForms, readers: Readers) -> None:
    """Listen to the button below a question, and to the form it opens."""
    given: dict[str, Any] = {"answer_forms": answer_forms, "readers": readers}
    app.action(ids.MOCK_ANSWER)(partial(open_form, **given))
    app.action(ids.MOCK_TYPED)(partial(keep, **given))
    app.view(ids.MOCK_SUBMIT)(partial(submit, **given))


async def open_form(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    answer_forms: AnswerForms,
    readers: Readers,
) -> None:
    """Open the form of the question, in the language it was asked in."""
    reader, what = await readers.of(context), mock_forms.pressed(body)
    form = await answer_forms.form(reader.person, what.mock, what.n)
    await ack()
    view = mock_form.answer(form, readers.channel(form.mock.wish.locale))
    await client.views_open(trigger_id=body["trigger_id"], view=view)


async def keep(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    answer_forms: AnswerForms,
    readers: Readers,
) -> None:
    """Save what was typed so far. The form is left alone: it has the focus."""
    await ack()
    reader, actions = await readers.of(context), body["actions"]
    what, at = mock_forms.answer(forms.shown(body)), forms.moment(actions[0]["action_ts"])
    typed = mock_forms.typing(actions)
    await answer_forms.draft(reader.person, what.mock, what.n, typed, at)


async def submit(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    answer_forms: AnswerForms,
    readers: Readers,
) -> None:
    """Take the form as the answer; a refusal leaves it open with everything in it."""
    reader, what = await readers.of(context), mock_forms.answer(view)
    await answer_forms.submit(reader.person, what.mock, what.n, mock_forms.typed(view))
    await ack()
