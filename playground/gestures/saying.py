"""A message that somebody types, with files if they like."""

import uuid
from collections.abc import Sequence

from playground.gestures import payloads
from playground.gestures.dispatching import Reaction, send_event
from playground.gestures.escaping import escaped, rich
from playground.world.files import File
from playground.world.messages import Message
from playground.world.places import Place
from playground.world.workspace import Workspace


async def say(
    slack: Workspace,
    person: str,
    channel: str,
    text: str,
    thread_ts: str | None = None,
    files: Sequence[str] = (),
) -> Reaction:
    """Say something; the app hears of it where it is a member and has asked to."""
    place = slack.places.get(channel)
    if place is None or not slack.sees(person, channel):
        return Reaction("channel_not_found")
    brought = [slack.files.own(person, each) for each in files]
    if refusal := _refusal(slack, place, text, brought):
        return Reaction(refusal)
    message = _message(slack, person, channel, text)
    message.thread_ts = thread_ts
    _attach(message, place, [file for file in brought if file])
    slack.say(message)
    if place.has_bot:
        await _tell(slack, message, place)
    return Reaction(message=message)


def _refusal(slack: Workspace, place: Place, text: str, files: list[File | None]) -> str:
    if place.archived:
        return "is_archived"
    if None in files:
        return "file_not_found"
    if not text.strip() and not files:
        return "no_text"
    manifest = slack.manifest
    closed = manifest.written and (manifest.messages_read_only or not manifest.messages_tab)
    return "messages_tab_disabled" if place.kind == "im" and closed else ""


def _message(slack: Workspace, person: str, channel: str, text: str) -> Message:
    message = Message(channel, slack.stamps.next(), person, escaped(slack, text))
    message.blocks = slack.names.given([rich(text)]) if text.strip() else []
    message.unique = str(uuid.uuid4())
    return message


def _attach(message: Message, place: Place, files: list[File]) -> None:
    message.files = files
    for file in files:
        file.shared.append((place, message.ts))


async def _tell(slack: Workspace, message: Message, place: Place) -> None:
    said = payloads.said(slack, message, place)
    await send_event(slack, payloads.kind(place), payloads.event(slack, said))
    if f"<@{slack.team.bot_user}>" in message.text and place.kind != "im":
        mention = {**said, "type": "app_mention"}
        await send_event(slack, "app_mention", payloads.event(slack, mention))
