"""What draws an open scorecard anew: another page, one thing more to rate, less in a note."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.coach import Coach
from coaching.revising import Revising
from coaching.scoring import Sheet
from handlers import forms, ids
from handlers.forms import ScoreMetadata
from handlers.readers import Reader, Readers
from handlers.redrawing import Redrawing
from handlers.views import score as views
from handlers.views.kit import Block


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards that are open, and those who look at them."""

    revising: Revising
    readers: Readers
    redrawing: Redrawing = field(default_factory=Redrawing)

    def view(self, sheet: Sheet, reader: Reader, known: ScoreMetadata) -> Block:
        """Draw a card as it is now."""
        return views.modal(sheet, reader.texts, self.revising.scoring.topics, known)

    async def begin(
        self, ack: AsyncAck, body: Mapping[str, Any], context: AsyncBoltContext
    ) -> tuple[Reader, ScoreMetadata]:
        """Answer a button; return who pressed it, and what their card remembers."""
        self.redrawing.note(body)
        await ack()
        return await self.readers.of(context), forms.remembered(forms.shown(body))


def register(app: AsyncApp, coach: Coach, readers: Readers) -> None:
    """Listen to the buttons and the menu of the modal, and to *Next*."""
    cards = Cards(coach.revising, readers)
    app.view(ids.SCORE_NEXT)(partial(turn, cards=cards))
    app.action(ids.SCORE_BACK)(partial(go_back, cards=cards))
    app.action(ids.SCORE_ADD)(partial(add, cards=cards))
    app.action(ids.SCORE_TAKE_OFF)(partial(take_off, cards=cards))
    app.action(ids.SCORE_WITHDRAW)(partial(withdraw, cards=cards))


async def turn(
    ack: AsyncAck, view: dict[str, Any], context: AsyncBoltContext, cards: Cards
) -> None:
    """Show the next page; what this one lacks is said first."""
    reader, known = await cards.readers.of(context), forms.remembered(view)
    sheet = await cards.revising.turn(
        reader.person, known.interview, forms.card(view), told=known.told
    )
    ahead = known.model_copy(update={"page": (known.page or 0) + 1})
    await ack(response_action="update", view=cards.view(sheet, reader, ahead))


async def go_back(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    cards: Cards,
) -> None:
    """Keep this page as it is, and show the one before."""
    reader, known = await cards.begin(ack, body, context)
    sheet = await cards.revising.turn(
        reader.person, known.interview, forms.left(body), told=known.told
    )
    earlier = known.model_copy(update={"page": max((known.page or 0) - 1, 0)})
    await cards.redrawing.draw(client, body, cards.view(sheet, reader, earlier))


async def add(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    cards: Cards,
) -> None:
    """Add what was chosen. What was typed stays, because the fields keep their names."""
    reader, known = await cards.begin(ack, body, context)
    chosen = forms.competency(body)
    sheet = await cards.revising.add(reader.person, known.interview, chosen, told=known.told)
    await cards.redrawing.draw(client, body, cards.view(sheet, reader, known))


async def take_off(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    cards: Cards,
) -> None:
    """Take away what was added, unless something is written there."""
    reader, known = await cards.begin(ack, body, context)
    _, draft = forms.left_at(body)
    sheet = await cards.revising.take_off(reader.person, known.interview, draft, told=known.told)
    await cards.redrawing.draw(client, body, cards.view(sheet, reader, known))


async def withdraw(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    cards: Cards,
) -> None:
    """Take out of a note what was volunteered. The box needs another name, or it keeps its text."""
    reader, known = await cards.begin(ack, body, context)
    item, draft = forms.left_at(body)
    sheet = await cards.revising.withdraw(
        reader.person, known.interview, draft, reader.texts.locale, told=known.told
    )
    drawn = known.drawn | {item: known.drawn.get(item, 0) + 1}
    again = known.model_copy(update={"drawn": drawn})
    await cards.redrawing.draw(client, body, cards.view(sheet, reader, again))
