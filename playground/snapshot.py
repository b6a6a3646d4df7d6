"""Everything that one person may see, as the page draws it."""

from playground.messages import Message
from playground.people import BOT_USER, personas
from playground.places import Place
from playground.wire import Json
from playground.workspace import Workspace

COMMAND = ("command", "description", "usage_hint")


def snapshot(slack: Workspace, person: str) -> Json:
    """Return the page's whole state for one person."""
    places = [place for place in slack.places if slack.sees(person, place.id)]
    home = slack.views.homes.get(person)
    commands = [{key: each.get(key, "") for key in COMMAND} for each in slack.manifest.commands]
    return {
        "now": slack.now().timestamp(),
        "me": slack.people[person].card(),
        "people": [member.card() for member in slack.people.values() if not member.bot],
        "bot": slack.people[BOT_USER].card(),
        "personas": [member.id for member in personas(slack.people)],
        "channels": [_place(slack, person, place) for place in places],
        "commands": commands,
        "messages": {place.id: _messages(slack, person, place) for place in places},
        "views": [view.page() for view in slack.views.stacks.get(person, [])],
        "home": home.page() if home else None,
        "failed": {"text": slack.failures[person]} if person in slack.failures else None,
    }


def message(slack: Workspace, said: Message) -> Json:
    """Return a message as the page draws it."""
    return {
        "ts": said.ts,
        "user": said.user,
        "bot": said.bot,
        "name": slack.people[said.user].real_name,
        "text": said.text,
        "blocks": said.blocks,
        "thread_ts": said.thread_ts,
        "edited": said.edited is not None,
        "ephemeral": said.only_for is not None,
        "reply_count": slack.messages.summary(said).get("reply_count", 0),
    }


def _messages(slack: Workspace, person: str, place: Place) -> list[Json]:
    return [message(slack, said) for said in slack.messages.seen_by(person, place.id)]


def _place(slack: Workspace, person: str, place: Place) -> Json:
    seen = float(slack.seen.get((person, place.id), "0"))
    others = [m for m in slack.messages.seen_by(person, place.id) if m.user != person]
    unread = sum(float(said.ts) > seen for said in others)
    about = {"id": place.id, "name": place.name, "kind": place.kind, "unread": unread}
    about |= {"archived": place.archived, "shared": place.shared}
    return {**about, "with": BOT_USER} if place.kind == "im" else about
