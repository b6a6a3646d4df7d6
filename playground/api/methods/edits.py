"""Changing and deleting what the bot said."""

from collections.abc import Callable, Mapping

from playground.api.methods import access, content
from playground.api.methods.call import Call
from playground.gestures import telling
from playground.wire import Json

TEXTS = {"text", "markdown_text"}
LONGEST = 4000  # a new text; one that is posted may have ten times as much


def update(call: Call) -> Json:
    """Say something else.

    Text without blocks takes the blocks away, blocks alone keep the text; attachments, files and
    metadata stay unless others are given.
    """
    slack, message = call.slack, access.own(call, "cant_update_message", "is_inactive")
    said, metadata = content.checked(call, LONGEST), content.metadata(call)
    before, at = message.wire(slack.team), slack.stamps.next()
    message.keep(slack.team.bot_user, at)
    if said.text or said.blocks:
        message.blocks = said.blocks
    if TEXTS & call.args.keys():
        message.text = said.text
    for name, value in (("attachments", said.attachments), ("metadata", metadata)):
        if name in call.args:
            setattr(message, name, value)
    if not said.blocks:
        message.edited = at
    slack.changes.tell()
    telling.changed(slack, message, before, at)
    whole = {"channel": message.channel, "ts": message.ts, "text": message.text}
    return {**whole, "message": message.wire(slack.team)}


def delete(call: Call) -> Json:
    """Take a message back; its files stay."""
    slack, message = call.slack, access.own(call, "cant_delete_message")
    before, at = message.wire(slack.team), slack.stamps.next()
    slack.messages.remove(message, slack.team.bot_user, at)
    slack.changes.tell()
    telling.deleted(slack, message, before, at)
    return {"channel": message.channel, "ts": message.ts}


METHODS: Mapping[str, Callable[[Call], Json]] = {"chat.update": update, "chat.delete": delete}
