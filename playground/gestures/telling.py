"""The app hears of its own messages, too, when its manifest asks for messages of such a place."""

import asyncio

from playground.gestures import payloads
from playground.gestures.dispatching import delivered
from playground.wire import Json, NotDeliveredError
from playground.world.messages import Message
from playground.world.workspace import Workspace


def posted(slack: Workspace, message: Message) -> None:
    """Tell of a message that the app has posted."""
    if message.only_for is None:
        _tell(slack, message, payloads.said(slack, message, slack.places[message.channel]))


def changed(slack: Workspace, message: Message, before: Json, at: str) -> None:
    """Tell that the app has changed a message of its own."""
    _tell(slack, message, payloads.changed(slack, message, before, at))


def deleted(slack: Workspace, message: Message, before: Json, at: str) -> None:
    """Tell that the app has deleted a message of its own."""
    _tell(slack, message, payloads.deleted(slack, message, before, at))


async def silence(slack: Workspace) -> None:
    """Tell nothing more, because the workspace is about to end."""
    tasks = [*slack.telling]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _tell(slack: Workspace, message: Message, event: Json) -> None:
    """Begin a delivery that nobody waits for."""
    place = slack.places[message.channel]
    wanted = payloads.kind(place) in (slack.manifest.events or ())
    if slack.tells_own and place.has_bot and wanted:
        task = asyncio.ensure_future(_deliver(slack, payloads.event(slack, event)))
        slack.telling.add(task)
        task.add_done_callback(slack.telling.discard)


async def _deliver(slack: Workspace, body: Json) -> None:
    try:
        await delivered(slack, body)
    except NotDeliveredError:
        return  # the journal has it, and nobody else asks
