"""Reading back what was said."""

import re
from collections.abc import Callable, Mapping

from playground.api.methods import access
from playground.api.methods.call import Call
from playground.wire import Json, refuse
from playground.world.messages import END, Message, Span

STAMP = re.compile(r"\d{1,15}(\.\d{0,9})?", re.ASCII)


def history(call: Call) -> Json:
    """Return messages outside of threads, the newest first."""
    place = access.readable(call)
    found = call.slack.messages.history(place.id, _span(call))
    pins = len(call.slack.messages.pinned(place.id))
    return {**_page(call, found, 100, 999), "pin_count": pins, "channel_actions_count": 0}


def replies(call: Call) -> Json:
    """Return a message and its thread, the oldest first."""
    place, ts = access.readable(call), call.need("ts")
    root = call.slack.messages.find(place.id, ts)
    if root is None or root.only_for:
        refuse("thread_not_found")
    found = call.slack.messages.thread(place.id, root.thread_ts or ts, _span(call))
    return _page(call, found, 1000, 1000)


def _page(call: Call, found: list[Message], default: int, most: int) -> Json:
    some, onward = call.page(found, default, most)
    tell, slack = call.flag("include_all_metadata"), call.slack
    wired = [(each, each.wire(slack.team, metadata=tell)) for each in some]
    shown = [{**wire, **slack.messages.summary(each)} for each, wire in wired]
    more = bool(onward["response_metadata"]["next_cursor"])
    return {"messages": shown, "has_more": more, **onward}


def _span(call: Call) -> Span:
    oldest, latest = call.text("oldest") or "0", call.text("latest") or END
    for name, value in (("oldest", oldest), ("latest", latest)):
        if not STAMP.fullmatch(value):
            refuse(f"invalid_ts_{name}")
    return Span(oldest, latest, call.flag("inclusive"))


METHODS: Mapping[str, Callable[[Call], Json]] = {
    "conversations.history": history,
    "conversations.replies": replies,
}
