"""Buttons under a question: take it out of use, out of running jobs; a leak was looked at."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.browsing import Browsing
from coaching.retiring import Ending, Retiring
from handlers import forms, held, ids
from handlers.readers import Reader, Readers
from handlers.views import question as views
from handlers.views import retiring as words


@dataclass(frozen=True, slots=True)
class Desk:
    """What the buttons do, and what is seen afterwards."""

    retiring: Retiring
    browsing: Browsing
    readers: Readers

    async def show(
        self,
        client: AsyncWebClient,
        body: dict[str, Any],
        reader: Reader,
        question: str,
        told: str = "",
    ) -> None:
        """Show the question as it is now."""
        reading = await self.browsing.read(reader.person, question)
        view = views.modal(reading, reader.texts, told)
        await client.views_update(view_id=forms.shown(body)["id"], view=view)


def register(app: AsyncApp, retiring: Retiring, browsing: Browsing, readers: Readers) -> None:
    """Listen to the buttons."""
    desk = Desk(retiring, browsing, readers)
    endings: tuple[tuple[str, Ending], ...] = (
        (ids.RETIRING_RETIRE, "retired"),
        (ids.RETIRING_COMPROMISE, "compromised"),
    )
    for action, ending in endings:
        app.action(action)(partial(take_out, desk=desk, ending=ending))
    app.action(ids.RETIRING_REPLACE)(partial(replace, desk=desk))
    app.action(ids.RETIRING_REVIEW)(partial(review, desk=desk))


async def take_out(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    desk: Desk,
    ending: Ending,
) -> None:
    """Take a question out of all new kits."""
    await ack()
    reader = await desk.readers.of(context)
    question = held.question(body)
    await desk.retiring.take_out(reader.person, question, ending)
    await desk.show(client, body, reader, question, words.taken_out(reader.texts))


async def replace(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    desk: Desk,
) -> None:
    """Put another question in its place, for all candidates of one job."""
    await ack()
    reader = await desk.readers.of(context)
    name, _, job = str(body["actions"][0].get("value") or "").partition("/")
    question = ids.question(name)
    done = await desk.retiring.replace(reader.person, question, ids.opaque(job))
    await desk.show(client, body, reader, question, words.replaced(done, reader.texts))


async def review(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    desk: Desk,
) -> None:
    """Note that a possible leak was looked at."""
    await ack()
    reader = await desk.readers.of(context)
    question = held.question(body)
    await desk.retiring.reviewed(reader.person, question)
    await desk.show(client, body, reader, question, words.reviewed(reader.texts))
