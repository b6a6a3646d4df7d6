"""Pinning messages to their places."""

import re
from collections.abc import Callable, Mapping

from playground.api.methods import access
from playground.api.methods.call import Call
from playground.api.methods.chat import permalink
from playground.wire import Json, refuse
from playground.world.messages import Message, Pin

MOST = 100
STAMP = re.compile(r"\d+\.\d+", re.ASCII)


def add(call: Call) -> Json:
    """Pin a message for everybody in its place."""
    message, slack = _message(call), call.slack
    if message.pin:
        refuse("already_pinned")
    if len(slack.messages.pinned(message.channel)) == MOST:
        refuse("too_many_pins")
    message.pin = Pin(slack.team.bot_user, int(slack.now().timestamp()))
    slack.changes.tell()
    return {}


def remove(call: Call) -> Json:
    """Take a pin out."""
    message = _message(call)
    if message.pin is None:
        refuse("no_pin")
    message.pin = None
    call.slack.changes.tell()
    return {}


def list_(call: Call) -> Json:
    """Return what is pinned in a place, the latest pin first."""
    place = access.joined(call)
    return {"items": [_item(call, each) for each in call.slack.messages.pinned(place.id)]}


def _message(call: Call) -> Message:
    place, ts = access.joined(call), call.text("timestamp")
    if not ts:
        refuse("no_item_specified")
    if not STAMP.fullmatch(ts):
        refuse("bad_timestamp")
    message = call.slack.messages.find(place.id, ts)
    if message is None or message.only_for:
        refuse("message_not_found")
    return message


def _item(call: Call, message: Message) -> Json:
    link = {"permalink": permalink(call.slack.address, message)}
    wire = message.wire(call.slack.team) | link
    by, at = message.pin or ("", 0)
    about = {"type": "message", "channel": message.channel, "created": at, "created_by": by}
    return {**about, "message": wire}


METHODS: Mapping[str, Callable[[Call], Json]] = {
    "pins.add": add,
    "pins.remove": remove,
    "pins.list": list_,
}
