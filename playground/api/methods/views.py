"""Modals and Home."""

import json
from collections.abc import Callable, Mapping

from playground.api.methods.call import Call
from playground.checker.surfaces import check_view
from playground.wire import Json, refuse
from playground.world.pinging import only_allowed
from playground.world.views import View

LARGEST = 250_000


def open_(call: Call) -> Json:
    """Show a modal to whoever made the gesture."""
    given = _given(call, "modal")
    trigger = call.slack.triggers.take(call.need("trigger_id"))
    return _shown(call, call.slack.views.open(trigger.person, given))


def push(call: Call) -> Json:
    """Show a modal above the one in which the gesture was made."""
    given = _given(call, "modal")
    trigger = call.slack.triggers.take(call.need("trigger_id"))
    if not call.slack.views.top(trigger.person) or not trigger.view:
        refuse("not_found")
    return _shown(call, call.slack.views.push(trigger.person, given))


def update(call: Call) -> Json:
    """Show something else in a view that is open."""
    if not call.text("view_id") and not call.text("external_id"):
        refuse("invalid_arguments", "[ERROR] needs view_id or external_id")
    view = call.slack.views.find(call.text("view_id"), call.text("external_id"))
    given = _given(call, view.given["type"] if view else "modal")
    if view is None:
        refuse("not_found")
    _compare(call, view)
    return _shown(call, call.slack.views.update(view, given))


def publish(call: Call) -> Json:
    """Show somebody's Home."""
    given, person = _given(call, "home"), call.need("user_id")
    if call.slack.manifest.written and not call.slack.manifest.home:
        refuse("not_enabled")
    if person not in call.slack.people:
        refuse("invalid_arguments", "[ERROR] user_not_found [json-pointer:/user_id]")
    if home := call.slack.views.homes.get(person):
        _compare(call, home)
    return _shown(call, call.slack.views.publish(person, given))


def _given(call: Call, kind: str) -> Json:
    """Return the view, checked; slips in it do not use up a trigger id."""
    given = call.args.get("view")
    if found := check_view(given):
        refuse("invalid_arguments", *map(str, found))
    if not isinstance(given, dict) or given["type"] != kind:
        refuse("invalid_arguments", f"[ERROR] must be a {kind} [json-pointer:/view/type]")
    if len(json.dumps(given)) > LARGEST:
        refuse("view_too_large")
    only_allowed(call.slack, given)
    return given


def _compare(call: Call, view: View) -> None:
    if (known := call.text("hash")) and known != view.hash:
        refuse("hash_conflict")


def _shown(call: Call, view: View) -> Json:
    call.slack.changes.tell()
    return {"view": view.wire(state=False)}


METHODS: Mapping[str, Callable[[Call], Json]] = {
    "views.open": open_,
    "views.push": push,
    "views.update": update,
    "views.publish": publish,
}
