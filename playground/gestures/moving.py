"""People come into places and leave them; places are renamed and archived."""

from playground.gestures import payloads
from playground.gestures.dispatching import send_event
from playground.wire import Json
from playground.world.places import Place
from playground.world.workspace import Workspace

PREFIX = {"public": "channel", "private": "group"}
TYPE = {"public": "C", "private": "G"}


async def join(slack: Workspace, person: str, channel: str) -> None:
    """Bring somebody into a channel."""
    place = slack.places[channel]
    if person not in place.members:
        place.members.append(person)
        await _tell(slack, place, "member_joined_channel", _member(slack, person, place))


async def leave(slack: Workspace, person: str, channel: str) -> None:
    """Let somebody leave a channel; the app hears of its own leaving, too."""
    place, own = slack.places[channel], person == slack.team.bot_user
    heard = place.has_bot
    place.members.remove(person)
    if heard and not own:
        await _tell(slack, place, "member_left_channel", _member(slack, person, place))
    elif own:
        await _send(slack, f"{PREFIX[place.kind]}_left", {"channel": place.id})


async def archive(slack: Workspace, person: str, channel: str, *, archived: bool = True) -> None:
    """Archive a channel, or take it out of the archive."""
    place = slack.places[channel]
    place.archived = archived
    what = "archive" if archived else "unarchive"
    await _tell(slack, place, f"{PREFIX[place.kind]}_{what}", {"channel": channel, "user": person})


async def rename(slack: Workspace, channel: str, name: str) -> None:
    """Give a channel another name."""
    place = slack.places[channel]
    place.name = name
    about = {"id": channel, "name": name, "created": place.created}
    await _tell(slack, place, f"{PREFIX[place.kind]}_rename", {"channel": about})


def _member(slack: Workspace, person: str, place: Place) -> Json:
    where = {"channel": place.id, "channel_type": TYPE[place.kind]}
    return {"user": person, **where, "team": slack.people[person].team}


async def _tell(slack: Workspace, place: Place, kind: str, about: Json) -> None:
    """Tell the app, where it is a member."""
    slack.changes.tell()
    if place.has_bot:
        await _send(slack, kind, about)


async def _send(slack: Workspace, kind: str, about: Json) -> None:
    slack.changes.tell()
    event = {"type": kind, **about, "event_ts": slack.stamps.next()}
    await send_event(slack, kind, payloads.event(slack, event))
