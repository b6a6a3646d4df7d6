"""A slash command."""

from functools import partial

from playground.checker.surfaces import check_blocks
from playground.gestures import payloads, telling
from playground.gestures.dispatching import Reaction, broken, dispatch
from playground.gestures.escaping import for_command
from playground.wire import Json
from playground.world.messages import Message
from playground.world.pinging import unasked
from playground.world.workspace import Workspace

UNKNOWN = "invalid_command"
TROUBLE = '{command} failed with the error "{{error}}"'


async def command(slack: Workspace, person: str, channel: str, name: str, text: str) -> Reaction:
    """Run a command; what the app says in its ack only this person sees, unless it says so."""
    if not slack.sees(person, channel):
        return Reaction("channel_not_found")
    if not slack.manifest.knows(name) or slack.people[person].stranger:
        return Reaction(UNKNOWN)
    text = text.strip()
    if slack.manifest.escapes(name):
        text = for_command(slack, person, text)
    body = payloads.command(slack, person, slack.places[channel], (name, text))
    apply = partial(show, slack, person, channel, name)
    return await dispatch(slack, person, body, apply, TROUBLE.format(command=name))


def show(slack: Workspace, person: str, channel: str, name: str, content: Json) -> Reaction:
    """Show what an app answers to a command."""
    text, blocks = str(content.get("text") or ""), content.get("blocks") or []
    if not text and not blocks:
        return Reaction()
    found = [*map(str, check_blocks(blocks)), *unasked(slack, {"text": text, "blocks": blocks})]
    if found:
        return broken(slack, name, *found)
    public = content.get("response_type") == "in_channel"
    ts, bot = slack.stamps.next(), slack.team.bot_user
    message = Message(channel, ts, bot, text, slack.names.given(blocks))
    message.bot, message.only_for = True, None if public else person
    slack.say(message)
    telling.posted(slack, message)
    return Reaction(message=message)
