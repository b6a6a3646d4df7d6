"""Shortcuts: of a message, or from anywhere."""

from playground.gestures import payloads
from playground.gestures.dispatching import Reaction, dispatch
from playground.wire import NOT_DELIVERED, Json
from playground.world.messages import Message
from playground.world.workspace import Workspace


async def run(
    slack: Workspace, person: str, callback_id: str, message: Message | None = None
) -> Reaction:
    """Run a shortcut that the app has announced."""
    kind = "message" if message else "global"
    if slack.people[person].stranger or not slack.manifest.offers(callback_id, kind):
        return Reaction("not_found")
    if message and message.only_for:
        return Reaction("message_not_found")
    if slack.manifest.written and not slack.manifest.interactive:
        return Reaction(NOT_DELIVERED)
    body = payloads.interaction(slack, "message_action" if message else "shortcut", person)
    body |= {"callback_id": callback_id, "trigger_id": slack.triggers.issue(person)}
    body |= {"action_ts": slack.stamps.next()} | (_about(slack, person, message) if message else {})
    return await dispatch(slack, person, body, lambda _content: Reaction())


def _about(slack: Workspace, person: str, message: Message) -> Json:
    """Say which message a shortcut was used on."""
    place = slack.places[message.channel]
    found: Json = {"message": message.wire(slack.team), "message_ts": message.ts}
    found["channel"] = {"id": place.id, "name": place.wire_name}
    return {**found, "response_url": payloads.response_url(slack, person, place.id)}
