"""What an app says later, at a response_url."""

from playground.checker.surfaces import check_blocks
from playground.house import House
from playground.journal import Entry
from playground.messages import Message
from playground.responses import Ticket
from playground.wire import Json, RefusedError, refuse
from playground.workspace import Workspace

METHOD = "response_url"


def answer(house: House, entry: Entry, name: str, content: Json) -> str:
    """Take an answer; return Slack's word for how it went."""
    entry.done = True
    slack = next((each for each in house.workspaces if each.responses.knows(name)), house)
    entry.team = slack.team.id
    try:
        _take(slack, slack.responses.take(name), content)
    except RefusedError as error:
        slack.refuse(METHOD, error.error, *error.messages)
        return error.error
    slack.changes.tell()
    return "ok"


def _take(slack: Workspace, ticket: Ticket, content: Json) -> None:
    message = ticket.message
    if message and _true(content, "delete_original"):
        slack.messages.remove(message)
        return
    text, blocks = str(content.get("text") or ""), content.get("blocks") or []
    if not text and not blocks:
        refuse("no_text")
    if found := check_blocks(blocks):
        refuse("invalid_blocks", *map(str, found))
    blocks = slack.names.given(blocks)
    if message and _true(content, "replace_original"):
        message.text, message.blocks = text, blocks
        return
    new = Message(ticket.channel, slack.stamps.next(), slack.team.bot_user, text, blocks, bot=True)
    new.thread_ts = content.get("thread_ts")
    new.only_for = None if content.get("response_type") == "in_channel" else ticket.person
    slack.say(new)


def _true(content: Json, key: str) -> bool:
    return content.get(key) in {True, "true"}
