"""How Slack writes down what people type."""

import html
import re

from playground.wire import Json
from playground.world.workspace import Workspace

LINK = re.compile(r"https?://[^\s<>|]+")


def escaped(slack: Workspace, text: str) -> str:
    """Write text as Slack hands it on: three signs escaped, and people as their ids."""
    text = _named(slack, html.escape(text, quote=False), "<@{0}>")
    for member in slack.people.values():
        text = text.replace(f"&lt;@{member.id}&gt;", f"<@{member.id}>")
    return text


def for_command(slack: Workspace, person: str, text: str) -> str:
    """Write the text of a command that wants people, channels and links as Slack knows them."""
    text = LINK.sub(lambda link: f"<{link[0]}>", html.escape(text, quote=False))
    text = _named(slack, text, "<@{0}|{1}>")
    for place in slack.places:
        if place.name and slack.sees(person, place.id):
            mention = f"<#{place.id}|{place.name}>"
            text = re.sub(rf"(?<![\w<&])#{re.escape(place.name)}(?![\w-])", mention, text)
    return text


def rich(text: str) -> Json:
    """Return the block that a typed text becomes."""
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [section]}


def _named(slack: Workspace, text: str, mention: str) -> str:
    """Put mentions for people's names, the longest names first."""
    for member in sorted(slack.people.values(), key=lambda m: -len(m.real_name)):
        for name in (member.real_name, member.name):
            said = mention.format(member.id, member.name)
            text = re.sub(rf"(?<!\w)@{re.escape(name)}\b", said, text)
    return text
