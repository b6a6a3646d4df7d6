"""What the bot may see and where it may write."""

from playground.api.methods.call import Call
from playground.wire import refuse
from playground.world.messages import Message
from playground.world.places import Place

SCOPE = {"public": "channels", "private": "groups", "im": "im"}


def scope(call: Call, name: str) -> None:
    """Check that the bot token may do something."""
    manifest = call.slack.manifest
    if not manifest.allows(name):
        refuse("missing_scope", needed=name, provided=",".join(sorted(manifest.scopes or ())))


def visible(call: Call, channel: str = "") -> Place:
    """Return a place that the bot knows of: of private ones it must be a member."""
    place = call.slack.places.get(channel or call.need("channel"))
    if place is None or (place.kind != "public" and not place.has_bot):
        refuse("channel_not_found")
    return place


def joined(call: Call, channel: str = "") -> Place:
    """Return a place that the bot is a member of."""
    place = visible(call, channel)
    if not place.has_bot:
        refuse("not_in_channel")
    return place


def informed(call: Call) -> Place:
    """Return a place that the bot may ask about."""
    place = visible(call)
    scope(call, f"{SCOPE[place.kind]}:read")
    return place


def readable(call: Call) -> Place:
    """Return a place whose history the bot may read."""
    place = joined(call)
    scope(call, f"{SCOPE[place.kind]}:history")
    return place


def writable(call: Call, channel: str = "", archived: str = "is_archived") -> Place:
    """Return a place where the bot may write; ``archived`` is the error where nobody may."""
    place = joined(call, channel)
    if place.archived:
        refuse(archived)
    return place


def own(call: Call, forbidden: str, archived: str = "is_archived") -> Message:
    """Return a message that the bot wrote and everybody sees."""
    place = writable(call, archived=archived)
    message = call.slack.messages.find(place.id, call.need("ts"))
    if message is None or message.only_for:
        refuse("message_not_found")
    if not message.bot:
        refuse(forbidden)
    return message
