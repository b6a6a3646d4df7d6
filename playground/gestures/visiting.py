"""Looking at a place, or at the app's Home."""

from playground.gestures import payloads
from playground.gestures.dispatching import Reaction, send_event
from playground.wire import Json
from playground.world.workspace import Workspace

EVENT = "app_home_opened"


async def read(slack: Workspace, person: str, channel: str) -> Reaction:
    """Have seen everything in a place."""
    if not slack.sees(person, channel):
        return Reaction("channel_not_found")
    slack.seen[person, channel] = slack.stamps.next()
    slack.changes.tell()
    return Reaction()


async def open_home(slack: Workspace, person: str) -> Reaction:
    """Open the app's Home; the app hears of it each time."""
    channel = slack.places.direct(person).id
    event: Json = {"type": EVENT, "user": person, "channel": channel, "tab": "home"}
    event["event_ts"] = slack.stamps.next()
    if home := slack.views.homes.get(person):
        event["view"] = home.wire()
    await send_event(slack, EVENT, payloads.event(slack, event))
    return Reaction()
