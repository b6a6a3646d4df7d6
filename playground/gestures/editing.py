"""People change and delete what they said, and put away what only they can see."""

from playground.gestures import payloads
from playground.gestures.dispatching import Reaction, send_event
from playground.gestures.escaping import escaped, rich
from playground.wire import Json
from playground.world.messages import Message
from playground.world.workspace import Workspace


async def edit(slack: Workspace, person: str, message: Message, text: str) -> Reaction:
    """Let one's own message say something else."""
    if error := _refusal(slack, person, message, "cant_update_message"):
        return Reaction(error)
    if not text.strip() and not message.files:
        return Reaction("no_text")
    before, at = message.wire(slack.team), slack.stamps.next()
    message.keep(person, at)
    message.text, message.edited = escaped(slack, text), at
    message.blocks = slack.names.given([rich(text)]) if text.strip() else []
    slack.changes.tell()
    await _tell(slack, message, payloads.changed(slack, message, before, at))
    return Reaction(message=message)


async def delete(slack: Workspace, person: str, message: Message) -> Reaction:
    """Take one's own message away for everybody."""
    if error := _refusal(slack, person, message, "cant_delete_message"):
        return Reaction(error)
    before, at = message.wire(slack.team), slack.stamps.next()
    slack.messages.remove(message, person, at)
    slack.changes.tell()
    await _tell(slack, message, payloads.deleted(slack, message, before, at))
    return Reaction()


async def dismiss(slack: Workspace, person: str, message: Message) -> Reaction:
    """Put away a message that nobody else sees; the app does not hear of it."""
    if message.only_for != person:
        return Reaction("cant_delete_message")
    slack.messages.remove(message, person, slack.stamps.next())
    slack.changes.tell()
    return Reaction()


def _refusal(slack: Workspace, person: str, message: Message, forbidden: str) -> str:
    if message.user != person:
        return forbidden
    return "is_archived" if slack.places[message.channel].archived else ""


async def _tell(slack: Workspace, message: Message, event: Json) -> None:
    place = slack.places[message.channel]
    if place.has_bot:
        await send_event(slack, payloads.kind(place), payloads.event(slack, event))
