"""Closing a modal without submitting it."""

from playground.gestures import payloads
from playground.gestures.dispatching import Reaction, dispatch
from playground.views import View
from playground.workspace import Workspace


async def close(slack: Workspace, person: str, view: View) -> Reaction:
    """Close the topmost modal, or all of them when it says so; tell the app if it wants to know."""
    if slack.views.top(person) is not view:
        return Reaction("not_found")
    cleared = bool(view.given.get("clear_on_close"))
    if cleared:
        slack.views.clear(person)
    else:
        slack.views.remove(view)
    slack.changes.tell()
    if not view.given.get("notify_on_close"):
        return Reaction()
    body = {**payloads.interaction(slack, "view_closed", person), "view": view.wire()}
    return await dispatch(slack, person, {**body, "is_cleared": cleared}, lambda _: Reaction())
