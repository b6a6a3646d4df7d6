"""What an app says later, at a response_url."""

from collections.abc import Callable

from playground.checker.surfaces import check_blocks
from playground.gestures import telling
from playground.house import House
from playground.wire import Json, RefusedError, refuse
from playground.world.journal import Entry
from playground.world.messages import Message
from playground.world.pinging import only_allowed
from playground.world.responses import Ticket
from playground.world.workspace import Workspace

METHOD = "response_url"
Tell = Callable[[Workspace, Message, Json, str], None]


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
    message, bot, at = ticket.message, slack.team.bot_user, slack.stamps.next()
    before = message.wire(slack.team) if message else {}
    if message and _true(content, "delete_original"):
        slack.messages.remove(message, bot, at)
        _told(telling.deleted, slack, message, before, at)
        return
    text, blocks = _said(slack, content)
    if message and _true(content, "replace_original"):
        message.keep(bot, at)
        message.text, message.blocks = text, blocks
        _told(telling.changed, slack, message, before, at)
        return
    new = Message(ticket.channel, at, bot, text, blocks, bot=True)
    new.thread_ts = content.get("thread_ts")
    new.only_for = None if content.get("response_type") == "in_channel" else ticket.person
    slack.say(new)
    telling.posted(slack, new)


def _said(slack: Workspace, content: Json) -> tuple[str, list[Json]]:
    text, blocks = str(content.get("text") or ""), content.get("blocks") or []
    if not text and not blocks:
        refuse("no_text")
    if found := check_blocks(blocks):
        refuse("invalid_blocks", *map(str, found))
    only_allowed(slack, {"text": text, "blocks": blocks})
    return text, slack.names.given(blocks)


def _told(tell: Tell, slack: Workspace, message: Message, before: Json, at: str) -> None:
    """Tell the app of what everybody sees."""
    if message.only_for is None:
        tell(slack, message, before, at)


def _true(content: Json, key: str) -> bool:
    return content.get(key) in (True, "true")
