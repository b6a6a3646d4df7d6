"""Changing and deleting what the bot said."""

from collections.abc import Callable, Mapping

from playground.methods import access, content
from playground.methods.call import Call
from playground.wire import Json


def update(call: Call) -> Json:
    """Say something else; text without blocks takes the blocks away, blocks alone keep the text."""
    message = access.own(call, "cant_update_message")
    said = content.checked(call)
    if "text" in call.args:
        message.text = said.text
    message.blocks = said.blocks
    if "metadata" in call.args:
        message.metadata = content.metadata(call)
    if not said.blocks:
        message.edited = call.slack.stamps.next()
    call.slack.changes.tell()
    whole = {"channel": message.channel, "ts": message.ts, "text": message.text}
    return {**whole, "message": message.wire(call.slack.team)}


def delete(call: Call) -> Json:
    """Take a message back."""
    message = access.own(call, "cant_delete_message")
    call.slack.messages.remove(message)
    call.slack.changes.tell()
    return {"channel": message.channel, "ts": message.ts}


METHODS: Mapping[str, Callable[[Call], Json]] = {"chat.update": update, "chat.delete": delete}
