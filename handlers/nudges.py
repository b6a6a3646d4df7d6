"""The *Later* menu of a nudge."""

from functools import partial
from typing import Any, get_args

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext, AsyncRespond

from coaching.errors import NotFoundError
from coaching.reminding.nudging import Later
from coaching.reminding.putting_off import PuttingOff
from handlers import ids
from handlers.readers import Readers
from handlers.views import nudge as views

CHOICES: tuple[Later, ...] = get_args(Later)


def register(app: AsyncApp, putting_off: PuttingOff, readers: Readers) -> None:
    """Listen to the menu."""
    app.action(ids.NUDGE_LATER)(partial(put_off, putting_off=putting_off, readers=readers))


async def put_off(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    respond: AsyncRespond,
    putting_off: PuttingOff,
    readers: Readers,
) -> None:
    """Agree on the next reminder, and say when it comes in place of this one."""
    reader = await readers.of(context)
    choice, interview = _chosen(body)
    agreed = await putting_off.later(reader.person, interview, choice)
    await ack()
    texts = reader.texts
    text = texts("I will remind you again.")
    await respond(text=text, blocks=views.put_off(agreed, texts), replace_original=True)


def _chosen(body: dict[str, Any]) -> tuple[Later, str]:
    """Return when to remind of which interview; what was never offered names nothing."""
    option = body["actions"][0].get("selected_option") or {}
    said, _, interview = str(option.get("value")).partition(":")
    choice = next((each for each in CHOICES if each == said), None)
    if choice is None:
        raise NotFoundError
    return choice, ids.opaque(interview)
