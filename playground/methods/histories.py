"""Reading back what was said."""

from collections.abc import Callable, Mapping

from playground.messages import END, Message, Span
from playground.methods import access
from playground.methods.call import Call
from playground.wire import Json, refuse


def history(call: Call) -> Json:
    """Return messages outside of threads, the newest first."""
    place = access.readable(call)
    return _page(call, call.slack.messages.history(place.id, _span(call)))


def replies(call: Call) -> Json:
    """Return a message and its thread, the oldest first."""
    place, ts = access.readable(call), call.need("ts")
    root = call.slack.messages.find(place.id, ts)
    if root is None or root.only_for:
        refuse("thread_not_found")
    return _page(call, call.slack.messages.thread(place.id, root.thread_ts or ts, _span(call)))


def _page(call: Call, found: list[Message]) -> Json:
    some, onward = call.page(found)
    tell, slack = call.flag("include_all_metadata"), call.slack
    wired = [(each, each.wire(slack.team, metadata=tell)) for each in some]
    shown = [{**wire, **slack.messages.summary(each)} for each, wire in wired]
    return {"messages": shown, "has_more": some[-1:] != found[-1:], "pin_count": 0, **onward}


def _span(call: Call) -> Span:
    oldest, latest = call.text("oldest") or "0", call.text("latest") or END
    for name, value in (("oldest", oldest), ("latest", latest)):
        if not value.replace(".", "", 1).isdigit():
            refuse(f"invalid_ts_{name}")
    return Span(oldest, latest, call.flag("inclusive"))


METHODS: Mapping[str, Callable[[Call], Json]] = {
    "conversations.history": history,
    "conversations.replies": replies,
}
