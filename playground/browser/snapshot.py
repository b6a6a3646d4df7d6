"""Everything that one person may see, as the page draws it."""

from typing import Any

from playground.house import House
from playground.wire import Json
from playground.world.messages import Message
from playground.world.people import personas
from playground.world.places import Place
from playground.world.workspace import Workspace

COMMAND = ("command", "description", "usage_hint")
SHORTCUT = ("callback_id", "name", "description", "type")


def snapshot(house: House, slack: Workspace, person: str) -> Json:
    """Return the page's whole state for one person."""
    places = [place for place in slack.places if slack.sees(person, place.id)]
    home, me = slack.views.homes.get(person), slack.people[person]
    return {
        "now": slack.now().timestamp(),
        "me": me.card(),
        "team": _team(slack),
        "teams": [_team(each) for each in house.workspaces],
        "people": [member.card() for member in slack.people.values() if not member.bot],
        "bot": slack.people[slack.team.bot_user].card(),
        "personas": [member.id for member in personas(slack.people)],
        "channels": [_place(slack, person, place) for place in places],
        **_offered(slack, stranger=me.stranger),
        "messages": {place.id: _messages(slack, person, place) for place in places},
        "views": [view.page() for view in slack.views.stacks.get(person, [])],
        "home": home.page() if home else None,
        "failed": {"text": slack.failures[person]} if person in slack.failures else None,
        "tour": house.tour.wire() if house.tour else None,
        "language": house.language,
    }


def _team(slack: Workspace) -> Json:
    people = [member.card() for member in personas(slack.people)]
    return {"id": slack.team.id, "name": slack.team.name, "people": people}


def _offered(slack: Workspace, *, stranger: bool) -> Json:
    """Return what the app offers everywhere; people of another company are offered nothing."""
    manifest = slack.manifest
    commands = [] if stranger else manifest.commands
    shortcuts = [] if stranger else manifest.shortcuts
    return {
        "commands": [{key: each.get(key, "") for key in COMMAND} for each in commands],
        "shortcuts": [{key: each.get(key, "") for key in SHORTCUT} for each in shortcuts],
        "has_home": manifest.home and manifest.written and not stranger,
    }


def _messages(slack: Workspace, person: str, place: Place) -> list[Json]:
    threads = slack.messages.threads(place.id)
    said = slack.messages.seen_by(person, place.id)
    return [
        _message(slack, each, len(threads.get(each.ts, ())))
        | {"files": [file.page(person) for file in each.files]}
        for each in said
    ]


def _message(slack: Workspace, said: Message, replies: int) -> Json:
    speaker = slack.people.get(said.user)
    name = speaker.real_name if speaker else said.user
    return {
        "ts": said.ts,
        "user": said.user,
        "bot": said.bot,
        "name": said.look.get("username") or name,
        "text": said.text,
        "blocks": said.blocks,
        "thread_ts": said.thread_ts,
        "edited": said.edited is not None,
        "ephemeral": said.only_for is not None,
        "pinned": said.pin is not None,
        "broadcast": said.broadcast,
        "reply_count": replies,
    }


def _place(slack: Workspace, person: str, place: Place) -> Json:
    seen = slack.seen.get((person, place.id), "0")
    said = slack.messages.seen_by(person, place.id)
    unread = sum(m.user != person and float(m.ts) > float(seen) for m in said)
    about: dict[str, Any] = {"id": place.id, "name": place.name, "kind": place.kind}
    about |= {"unread": unread, "archived": place.archived, "shared": place.shared}
    return {**about, "with": slack.team.bot_user} if place.kind == "im" else about
