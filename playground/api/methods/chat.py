"""Saying something: to all, or to one."""

from collections.abc import Callable, Mapping

from playground.api.methods import access, content
from playground.api.methods.call import Call
from playground.gestures import telling
from playground.wire import Json, refuse
from playground.world.messages import Message
from playground.world.places import Place


def post_message(call: Call) -> Json:
    """Post in a place; a person's id means the direct message with them."""
    slack, place = call.slack, _place(call)
    thread = _thread(call, place)
    message = _message(call, place, thread, content.checked(call, cut=True))
    message.metadata = content.metadata(call)
    message.broadcast = message.reply and call.flag("reply_broadcast")
    slack.say(message)
    telling.posted(slack, message)
    return {"channel": place.id, "ts": message.ts, "message": message.wire(slack.team)}


def post_ephemeral(call: Call) -> Json:
    """Show something to one member of a place; it is in no history."""
    person, place = call.need("user"), access.writable(call, _named(call))
    if person not in call.slack.people:
        refuse("user_not_found")
    if not call.slack.sees(person, place.id):
        refuse("user_not_in_channel")
    message = _message(call, place, call.text("thread_ts") or None, content.checked(call))
    message.only_for = person
    return {"message_ts": call.slack.say(message).ts}


def get_permalink(call: Call) -> Json:
    """Return an address for a message; its thread, if it is in one, stands behind it."""
    place, ts = access.visible(call), call.need("message_ts")
    message = call.slack.messages.find(place.id, ts)
    if message is None or message.only_for:
        refuse("message_not_found")
    return {"channel": place.id, "permalink": permalink(call.slack.address, message)}


def permalink(address: str, message: Message) -> str:
    """Return where a message can be pointed at."""
    link = f"{address}archives/{message.channel}/p{message.ts.replace('.', '')}"
    thread = f"?thread_ts={message.thread_ts}&cid={message.channel}"
    return link + thread if message.reply else link


def _message(call: Call, place: Place, thread: str | None, said: content.Content) -> Message:
    bot, ts = call.slack.team.bot_user, call.slack.stamps.next()
    message = Message(place.id, ts, bot, said.text, said.blocks, bot=True, thread_ts=thread)
    message.attachments, message.look = said.attachments, content.look(call)
    return message


def _named(call: Call) -> str:
    """Return the id of the place that is meant, which may be given by its name."""
    channel = call.need("channel")
    known = (p for p in call.slack.places if p.name and (p.kind == "public" or p.has_bot))
    return next((p.id for p in known if p.name == channel.removeprefix("#")), channel)


def _place(call: Call) -> Place:
    channel, slack = _named(call), call.slack
    member = slack.people.get(channel)
    if member and not member.deleted and not member.bot:
        place = slack.places.direct(channel)
    else:
        place = access.writable(call, channel)
    if place.kind == "im" and slack.manifest.written and not slack.manifest.messages_tab:
        refuse("messages_tab_disabled")
    return place


def _thread(call: Call, place: Place) -> str | None:
    ts = call.text("thread_ts")
    root = call.slack.messages.find(place.id, ts) if ts else None
    if ts and root is None:
        refuse("thread_not_found")
    if root and root.only_for:
        refuse("cannot_reply_to_message")
    return ts or None


METHODS: Mapping[str, Callable[[Call], Json]] = {
    "chat.postMessage": post_message,
    "chat.postEphemeral": post_ephemeral,
    "chat.getPermalink": get_permalink,
}
