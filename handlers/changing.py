"""*Change*: another time, interviewer or question set for a planned interview; call it off."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.changes.changing import Changing
from handlers import changing_forms, forms, ids
from handlers.readers import Reader, Readers
from handlers.views import changing as views
from handlers.views.kit import Block


def register(app: AsyncApp, changing: Changing, readers: Readers) -> None:
    """Listen to the button, the form, its menu of interviews, and what calls them off."""
    given: dict[str, Any] = {"changing": changing, "readers": readers}
    app.action(ids.CHANGE_OPEN)(partial(open_modal, **given))
    app.action(ids.CHANGE_OTHER)(partial(show_other, **given))
    app.view(ids.CHANGE_SUBMIT)(partial(submit, **given))
    app.action(ids.CHANGE_CALL_OFF)(partial(call_off, whole=False, **given))
    app.action(ids.CHANGE_CALL_OFF_ALL)(partial(call_off, whole=True, **given))


async def open_modal(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    changing: Changing,
    readers: Readers,
) -> None:
    """Show the interview that the button names, as it can be changed."""
    reader = await readers.of(context)
    view = await _form(changing_forms.chosen(body), changing, reader)
    await ack()
    await client.views_open(trigger_id=body["trigger_id"], view=view)


async def show_other(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    changing: Changing,
    readers: Readers,
) -> None:
    """Show another interview of the same candidate."""
    await ack()
    reader = await readers.of(context)
    shown = forms.shown(body)
    view = await _form(changing_forms.chosen(body), changing, reader)
    await client.views_update(view_id=shown["id"], hash=shown.get("hash"), view=view)


async def submit(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    changing: Changing,
    readers: Readers,
) -> None:
    """Change the interview and say what that means; a refusal leaves the form as it is."""
    reader = await readers.of(context)
    interview = changing_forms.metadata(view).interview
    changed = await changing.change(reader.person, interview, changing_forms.wish(view))
    await ack(response_action="update", view=views.done(changed, reader.texts))


async def call_off(  # noqa: PLR0913 - Bolt gives them by name
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    changing: Changing,
    readers: Readers,
    *,
    whole: bool,
) -> None:
    """Call off the interview, or all of its candidate's, and say what that means."""
    await ack()
    reader = await readers.of(context)
    interview = changing_forms.chosen(body)
    changed = await changing.call_off(reader.person, interview, whole=whole)
    shown = forms.shown(body)
    await client.views_update(view_id=shown["id"], view=views.done(changed, reader.texts))


async def _form(interview: str, changing: Changing, reader: Reader) -> Block:
    return views.modal(await changing.open(reader.person, interview), reader.texts)
