"""`/mock peer`: two people practise with each other."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from coaching.coach import Coach
from coaching.person import Person
from coaching.practice.peers.meeting import Meeting
from coaching.practice.peers.moves import Pressed
from coaching.practice.peers.pairing import Pairing
from coaching.practice.peers.session import Session, Waiting
from coaching.practice.peers.sight import Sight
from coaching.practice.rounds import Offer
from handlers import ids, mock_peer_forms
from handlers.command import says
from handlers.readers import Reader, Readers
from handlers.texts import Texts
from handlers.views import mock_peer as views
from handlers.views.kit import Block

Press = Callable[[Person, Pressed], Awaitable[Sight]]


@dataclass(frozen=True, slots=True)
class Peers:
    """What every listener here needs."""

    pairing: Pairing
    meeting: Meeting
    readers: Readers


def register(app: AsyncApp, coach: Coach, readers: Readers) -> None:
    """Listen to the command, its form and all buttons. Guests may practise too."""
    peers = Peers(coach.practising.pairing, coach.practising.meeting, readers)
    app.command(ids.MOCK, matchers=[says("peer")])(partial(start, peers=peers))
    app.action(ids.PEER_JOIN)(partial(again, peers=peers))
    app.view(ids.PEER_JOIN)(partial(join, peers=peers))
    app.action(ids.PEER_LEAVE)(partial(leave, peers=peers))
    presses: dict[str, Press] = {
        ids.PEER_READY: coach.practising.meeting.ready,
        ids.PEER_NEXT: coach.practising.meeting.next,
        ids.PEER_SWAP: coach.practising.meeting.swap,
        ids.PEER_END: coach.practising.meeting.end,
        ids.PEER_REFUSE: coach.practising.meeting.refuse,
    }
    for action, do in presses.items():
        app.action(action)(partial(press, peers=peers, do=do))


async def start(
    ack: AsyncAck,
    command: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    peers: Peers,
) -> None:
    """Offer to look for a partner, or show where the person is with one."""
    reader = await peers.readers.of(context)
    found = await peers.pairing.start(reader.person, reader.texts.locale)
    if isinstance(found, Offer):
        await ack()
        view = views.modal(found, reader.texts)
        await client.views_open(trigger_id=command["trigger_id"], view=view)
        return
    blocks = await _where(found, reader, peers)
    await ack(text=reader.texts("Practice interview"), blocks=blocks)


async def again(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    respond: AsyncRespond,
    peers: Peers,
) -> None:
    """Do what `/mock peer` does; where somebody is already takes the place of the button."""
    reader = await peers.readers.of(context)
    found = await peers.pairing.start(reader.person, reader.texts.locale)
    await ack()
    if isinstance(found, Offer):
        view = views.modal(found, reader.texts)
        await client.views_open(trigger_id=body["trigger_id"], view=view)
        return
    await _draw(respond, await _where(found, reader, peers), reader.texts)


async def join(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    peers: Peers,
) -> None:
    """Look for a partner; what comes of it is said in a direct message."""
    reader = await peers.readers.of(context)
    await peers.pairing.join(reader.person, mock_peer_forms.wish(view))
    await ack()


async def leave(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    respond: AsyncRespond,
    peers: Peers,
) -> None:
    """Stop waiting, or leave the partner before it begins."""
    reader, what = await peers.readers.visitor(context), mock_peer_forms.pressed(body)
    if await peers.pairing.leave(reader.person, what.session):
        await ack()
        await _draw(respond, views.stopped(reader.texts), reader.texts)
        return
    sight = await peers.meeting.leave(reader.person, what)
    await ack()
    texts = peers.readers.channel(sight.session.locale)
    await _draw(respond, views.message(sight, texts), texts)


async def press(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    respond: AsyncRespond,
    peers: Peers,
    do: Press,
) -> None:
    """Do what the button says, and draw its message anew."""
    reader, what = await peers.readers.visitor(context), mock_peer_forms.pressed(body)
    sight = await do(reader.person, what)
    await ack()
    texts = peers.readers.channel(sight.session.locale)
    await _draw(respond, views.message(sight, texts), texts)


async def _where(found: Waiting | Session, reader: Reader, peers: Peers) -> list[Block]:
    """Show what somebody waits for, or their part in a pair."""
    if isinstance(found, Waiting):
        return views.waiting(found, reader.texts)
    sight = await peers.meeting.under_way(reader.person)
    if sight is None:  # it ended just now
        return views.stopped(reader.texts)
    return views.message(sight, peers.readers.channel(sight.session.locale))


async def _draw(respond: AsyncRespond, blocks: list[Block], texts: Texts) -> None:
    await respond(text=texts("Practice interview"), blocks=blocks, replace_original=True)
