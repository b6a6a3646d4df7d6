"""When a debrief goes out: *Post now*, *Move the debrief*, *Cancel the debrief*."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from coaching.debrief.timing import Timing
from coaching.loop import Loop
from handlers import ids, timing_forms
from handlers.readers import Readers
from handlers.texts import Texts
from handlers.views import timing as views


def register(app: AsyncApp, timing: Timing, readers: Readers) -> None:
    """Listen to the buttons and the form."""
    given: dict[str, Any] = {"timing": timing, "readers": readers}
    app.action(ids.DEBRIEF_POST)(partial(post_now, **given))
    app.action(ids.DEBRIEF_MOVE)(partial(open_modal, **given))
    app.action(ids.DEBRIEF_CANCEL)(partial(cancel, **given))
    app.view(ids.DEBRIEF_MOVE_SUBMIT)(partial(move, **given))


async def post_now(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    respond: AsyncRespond,
    timing: Timing,
    readers: Readers,
) -> None:
    """Let the debrief go, and say so once that is kept."""
    reader = await readers.of(context)
    loop = await timing.post_now(reader.person, _candidate(body))
    await ack()
    await _say(respond, reader.texts("The debrief is on its way."), loop, reader.texts)


async def open_modal(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    timing: Timing,
    readers: Readers,
) -> None:
    """Ask for another time."""
    reader = await readers.of(context)
    loop = await timing.open(reader.person, _candidate(body))
    await ack()
    view = views.modal(loop, timing.now(), reader.texts)
    await client.views_open(trigger_id=body["trigger_id"], view=view)


async def move(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    timing: Timing,
    readers: Readers,
) -> None:
    """Keep the other time, and say what holds now."""
    reader = await readers.of(context)
    loop = await timing.move(
        reader.person,
        timing_forms.candidate(view),
        timing_forms.due(view),
        view["id"],
        sealed=timing_forms.sealed(view),
    )
    await ack(response_action="update", view=views.moved(loop, reader.texts))


async def cancel(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    respond: AsyncRespond,
    timing: Timing,
    readers: Readers,
) -> None:
    """Let the debrief not go out by itself, and say so."""
    reader = await readers.of(context)
    loop = await timing.cancel(reader.person, _candidate(body), str(body.get("trigger_id")))
    await ack()
    await _say(respond, reader.texts("The debrief is cancelled."), loop, reader.texts)


async def _say(respond: AsyncRespond, text: str, loop: Loop, texts: Texts) -> None:
    """Show how a debrief stands to whoever pressed a button, beside the message it is in."""
    blocks = views.answer(loop, texts)
    await respond(text=text, blocks=blocks, replace_original=False, response_type="ephemeral")


def _candidate(body: dict[str, Any]) -> str:
    return ids.opaque(body["actions"][0].get("value"))
