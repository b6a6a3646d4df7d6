"""Everything that is pressed below the questions of a mock."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.practice.answering import Answering, Move
from handlers import ids, mock_forms
from handlers.readers import Readers
from handlers.texts import Texts
from handlers.views import mock as views
from handlers.views.kit import Block

MOVES: dict[str, Move] = {
    ids.MOCK_SKIP: "skip",
    ids.MOCK_REPEAT: "repeat",
    ids.MOCK_EXPLAIN: "explain",
    ids.MOCK_SWITCH: "switch",
    ids.MOCK_RETRY: "retry",
    ids.MOCK_NEXT: "next",
}


def register(app: AsyncApp, answering: Answering, readers: Readers) -> None:
    """Listen to the buttons below questions and answers."""
    given: dict[str, Any] = {"answering": answering, "readers": readers}
    app.action(ids.MOCK_DONE)(partial(done, **given))
    app.action(ids.MOCK_RATE)(partial(rate, **given))
    app.action(ids.MOCK_OBJECT)(partial(object_to, **given))
    for action in MOVES:
        app.action(action)(partial(move, **given))


async def done(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    answering: Answering,
    readers: Readers,
) -> None:
    """Take the answer as it stands, and take the button away."""
    reader, what = await readers.of(context), mock_forms.pressed(body)
    locale = await answering.done(reader.person, what.mock, what.n)
    await ack()
    texts = readers.channel(locale)
    await _draw(client, body, views.heard(texts), texts)


async def rate(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    answering: Answering,
    readers: Readers,
) -> None:
    """Keep the chosen point, and show below the anchors what the next one would take."""
    reader, what = await readers.visitor(context), mock_forms.pressed(body)
    saying = await answering.rate(reader.person, what.mock, what.n, what.points)
    await ack()
    texts = readers.channel(saying.mock.wish.locale)
    await _draw(client, body, views.message(saying, texts), texts)


async def object_to(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    answering: Answering,
    readers: Readers,
) -> None:
    """Note that a statement is not accurate, where it stands."""
    reader, what = await readers.of(context), mock_forms.objected(body)
    saying = await answering.object_to(reader.person, *what)
    await ack()
    texts = readers.channel(saying.mock.wish.locale)
    await _draw(client, body, views.message(saying, texts), texts)


async def move(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    answering: Answering,
    readers: Readers,
) -> None:
    """Do what the button says; what comes next appears below."""
    reader, what = await readers.of(context), mock_forms.pressed(body)
    pressed = MOVES[body["actions"][0]["action_id"]]
    await answering.move(reader.person, what.mock, what.n, pressed)
    await ack()


async def _draw(
    client: AsyncWebClient, body: dict[str, Any], blocks: list[Block], texts: Texts
) -> None:
    """Show something else in the message in which something was pressed."""
    place = body.get("container") or {}
    channel, ts = place.get("channel_id"), place.get("message_ts")
    if channel and ts:
        text = texts("Practice interview")
        await client.chat_update(channel=channel, ts=ts, text=text, blocks=blocks)
