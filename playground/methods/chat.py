"""Saying something: to all, or to one."""

from collections.abc import Callable, Mapping

from playground.messages import Message
from playground.methods import access, content
from playground.methods.call import Call
from playground.places import Place
from playground.wire import Json, refuse


def post_message(call: Call) -> Json:
    """Post in a place; a person's id means the direct message with them."""
    place = _place(call)
    thread = _thread(call, place)
    message = _message(call, place, thread)
    message.metadata = content.metadata(call)
    call.slack.say(message)
    return {"channel": place.id, "ts": message.ts, "message": message.wire(call.slack.team)}


def post_ephemeral(call: Call) -> Json:
    """Show something to one member of a place; it is in no history."""
    person, place = call.need("user"), access.writable(call)
    if person not in call.slack.people:
        refuse("user_not_found")
    if not call.slack.sees(person, place.id):
        refuse("user_not_in_channel")
    message = _message(call, place, call.text("thread_ts") or None)
    message.only_for = person
    return {"message_ts": call.slack.say(message).ts}


def _message(call: Call, place: Place, thread: str | None) -> Message:
    said, ts = content.checked(call), call.slack.stamps.next()
    bot = call.slack.team.bot_user
    return Message(place.id, ts, bot, said.text, said.blocks, bot=True, thread_ts=thread)


def _place(call: Call) -> Place:
    channel, slack = call.need("channel"), call.slack
    member = slack.people.get(channel)
    if member and not member.deleted and not member.bot:
        place = slack.places.direct(channel)
    else:
        place = access.writable(call)
    if place.kind == "im" and slack.manifest.written and not slack.manifest.messages_tab:
        refuse("messages_tab_disabled")
    return place


def _thread(call: Call, place: Place) -> str | None:
    ts = call.text("thread_ts")
    if ts and call.slack.messages.find(place.id, ts) is None:
        refuse("thread_not_found")
    return ts or None


METHODS: Mapping[str, Callable[[Call], Json]] = {
    "chat.postMessage": post_message,
    "chat.postEphemeral": post_ephemeral,
}
