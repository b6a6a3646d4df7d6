"""Closing a modal without submitting it."""

from playground.gestures import payloads
from playground.gestures.dispatching import Reaction, dispatch
from playground.world.views import View
from playground.world.workspace import Workspace


async def close(slack: Workspace, person: str, view: View, *, everything: bool = False) -> Reaction:
    """Close the topmost modal, or all of them when it says so or the person wants it.

    The app is told of each that wanted it to be.
    """
    if slack.views.top(person) is not view:
        return Reaction("not_found")
    cleared = everything or bool(view.given.get("clear_on_close"))
    gone = slack.views.clear(person) if cleared else [view]
    if not cleared:
        slack.views.remove(view)
    slack.changes.tell()
    told = [each for each in gone if each.given.get("notify_on_close")]
    reactions = [await _tell(slack, each, cleared=cleared) for each in told]
    return next((each for each in reactions if each.error), Reaction())


async def _tell(slack: Workspace, view: View, *, cleared: bool) -> Reaction:
    body = {**payloads.interaction(slack, "view_closed", view.person), "view": view.wire()}
    whole = {**body, "is_cleared": cleared}
    return await dispatch(slack, view.person, whole, lambda _content: Reaction())
