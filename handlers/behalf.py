"""At a missing scorecard: write it for the interviewer, or take it over from who does."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.coach import Coach
from handlers import ids
from handlers.readers import Reader, Readers
from handlers.views import score as views
from handlers.views.kit import Block


@dataclass(frozen=True, slots=True)
class Desk:
    """Who hands pens over, and the cards that are opened then."""

    coach: Coach
    readers: Readers

    async def card(self, reader: Reader, interview: str) -> Block:
        """Return a card that is theirs now."""
        scoring = self.coach.scoring
        sheet = await scoring.open(reader.person, interview)
        return views.modal(sheet, reader.texts, scoring.topics)


def register(app: AsyncApp, coach: Coach, readers: Readers) -> None:
    """Listen to the menu and the button."""
    desk = Desk(coach, readers)
    app.action(ids.BEHALF_OPEN)(partial(stand_in, desk=desk))
    app.action(ids.BEHALF_TAKE_OVER)(partial(take_over, desk=desk))


async def stand_in(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    desk: Desk,
) -> None:
    """Let an organiser write the card, and open it."""
    reader = await desk.readers.of(context)
    option = body["actions"][0].get("selected_option") or {}
    interview = ids.opaque(option.get("value"))
    await desk.coach.behalf.stand_in(reader.person, interview)
    view = await desk.card(reader, interview)
    await ack()
    await client.views_open(trigger_id=body["trigger_id"], view=view)


async def take_over(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    desk: Desk,
) -> None:
    """Give the card back to its interviewer, and open it."""
    reader = await desk.readers.of(context)
    interview = ids.opaque(body["actions"][0].get("value"))
    await desk.coach.behalf.take_over(reader.person, interview)
    view = await desk.card(reader, interview)
    await ack()
    await client.views_open(trigger_id=body["trigger_id"], view=view)
