"""A message that somebody types."""

import html
import re
import uuid

from playground.gestures import payloads
from playground.gestures.dispatching import Reaction, send_event
from playground.messages import Message
from playground.places import Place
from playground.wire import Json
from playground.workspace import Workspace

PLURAL = {"public": "channels", "private": "groups", "im": "im"}


async def say(
    slack: Workspace, person: str, channel: str, text: str, thread_ts: str | None = None
) -> Reaction:
    """Say something; the app hears of it where it is a member and has asked to."""
    place = slack.places.get(channel)
    if place is None or not slack.sees(person, channel):
        return Reaction("channel_not_found")
    if refusal := _refusal(slack, place):
        return Reaction(refusal)
    message = slack.say(_message(slack, person, channel, text, thread_ts))
    if place.has_bot:
        event = payloads.event(slack, payloads.said(slack, message, place))
        await send_event(slack, f"message.{PLURAL[place.kind]}", event)
        if f"<@{slack.team.bot_user}>" in message.text and place.kind != "im":
            mention = {**payloads.said(slack, message, place), "type": "app_mention"}
            await send_event(slack, "app_mention", payloads.event(slack, mention))
    return Reaction(message=message)


def _refusal(slack: Workspace, place: Place) -> str:
    if place.archived:
        return "is_archived"
    manifest = slack.manifest
    closed = manifest.written and (manifest.messages_read_only or not manifest.messages_tab)
    return "messages_tab_disabled" if place.kind == "im" and closed else ""


def _message(
    slack: Workspace, person: str, channel: str, text: str, thread_ts: str | None
) -> Message:
    message = Message(channel, slack.stamps.next(), person, _escaped(slack, text))
    message.blocks = slack.names.given([_rich(text)])
    message.thread_ts, message.unique = thread_ts, str(uuid.uuid4())
    return message


def _escaped(slack: Workspace, text: str) -> str:
    """Write text as Slack hands it on: three signs escaped, and people as their ids."""
    text = html.escape(text, quote=False)
    for member in sorted(slack.people.values(), key=lambda m: -len(m.real_name)):
        for name in (member.real_name, member.name):
            text = re.sub(rf"(?<!\w)@{re.escape(name)}\b", f"<@{member.id}>", text)
        text = text.replace(f"&lt;@{member.id}&gt;", f"<@{member.id}>")
    return text


def _rich(text: str) -> Json:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [section]}
