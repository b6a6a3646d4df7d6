"""`/questions`: look for questions, and read one. Whose side they are of is seen each time."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.browsing import Browsing
from handlers import forms, held, ids
from handlers.command import first
from handlers.question_search import Asked
from handlers.readers import Readers
from handlers.redrawing import Redrawing
from handlers.views import question as one
from handlers.views import questions as views
from handlers.views.kit import Block

CHANGES = (
    *(ids.QUESTIONS_WORDS, ids.QUESTIONS_COMPETENCY, ids.QUESTIONS_PART, ids.QUESTIONS_LEVEL),
    *(ids.QUESTIONS_TYPE, ids.QUESTIONS_EARLIER, ids.QUESTIONS_LATER, ids.QUESTIONS_CLEAR),
)


@dataclass(frozen=True, slots=True)
class Lists:
    """Makes the list that somebody is to see."""

    browsing: Browsing
    readers: Readers
    redrawing: Redrawing

    async def of(self, context: AsyncBoltContext, asked: Asked) -> Block:
        """Return the modal for the person of this request."""
        reader = await self.readers.visitor(context)
        listing = await self.browsing.look(reader.person, asked.search, asked.page)
        return views.modal(listing, reader.texts, asked.turn, cut=asked.cut)


def register(app: AsyncApp, browsing: Browsing, readers: Readers) -> None:
    """Listen to the command, and to everything done in its modal."""
    lists = Lists(browsing, readers, Redrawing())
    app.command(ids.QUESTIONS, matchers=[looks])(partial(open_list, lists=lists))
    for action in CHANGES:
        app.action(action)(partial(change, lists=lists))
    app.view(ids.QUESTIONS_SEARCH)(partial(search, lists=lists))
    app.action(ids.QUESTIONS_OPEN)(partial(open_one, browsing=browsing, readers=readers))


async def looks(command: dict[str, Any]) -> bool:
    """Match everything but a call for help: words are what to look for."""
    return first(command) != "help"


async def open_list(
    ack: AsyncAck,
    command: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    lists: Lists,
) -> None:
    """Show the list, of what was asked for."""
    view = await lists.of(context, Asked.command(command))
    await ack()
    await client.views_open(trigger_id=command["trigger_id"], view=view)


async def change(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    lists: Lists,
) -> None:
    """Show what fits now; what was typed and chosen stays, because the fields keep their names."""
    lists.redrawing.note(body)
    await ack()
    asked = Asked.view(forms.shown(body), body["actions"][0]["action_id"])
    await lists.redrawing.draw(client, body, await lists.of(context, asked))


async def search(
    ack: AsyncAck, view: dict[str, Any], context: AsyncBoltContext, lists: Lists
) -> None:
    """Do what the enter key does in the words."""
    await ack(response_action="update", view=await lists.of(context, Asked.view(view)))


async def open_one(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    browsing: Browsing,
    readers: Readers,
) -> None:
    """Lay the question over the list."""
    await ack()
    reader = await readers.visitor(context)
    reading = await browsing.read(reader.person, held.question(body))
    view = one.modal(reading, reader.texts)
    await client.views_push(trigger_id=body["trigger_id"], view=view)
