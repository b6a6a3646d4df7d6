"""Submitting a modal."""

from functools import partial

from playground.checker.findings import units
from playground.checker.surfaces import check_view
from playground.gestures import payloads
from playground.gestures.dispatching import Reaction, broken, dispatch
from playground.wire import Json, RefusedError
from playground.world import values
from playground.world.pinging import unasked
from playground.world.views import View
from playground.world.workspace import Workspace

GESTURE = "view_submission"
REFUSED = "refused"
NEEDED = "Please fill this in."


async def submit(slack: Workspace, person: str, view: View) -> Reaction:
    """Submit the topmost modal, unless Slack's own form finds something missing."""
    if slack.views.top(person) is not view:
        return Reaction("not_found")
    if missing := _missing(view):
        view.errors = missing
        slack.changes.tell()
        return Reaction(REFUSED, missing)
    view.errors = {}
    body = payloads.interaction(slack, GESTURE, person)
    body |= {"trigger_id": slack.triggers.issue(person, view.root), "view": view.wire()}
    body["response_urls"] = _response_urls(slack, person, view)
    return await dispatch(slack, person, body, partial(_apply, slack, view))


def _apply(slack: Workspace, view: View, content: Json) -> Reaction:
    """Do what the app says shall happen to the modal."""
    action = content.get("response_action")
    try:
        if not content:
            slack.views.remove(view)
        elif action == "clear":
            slack.views.clear(view.person)
        elif action == "errors":
            return _errors(slack, view, content.get("errors"))
        elif action in {"update", "push"}:
            return _shown(slack, view, action, content.get("view"))
        else:
            return broken(slack, GESTURE, f"unknown response_action: {action}")
    except RefusedError as error:
        return broken(slack, GESTURE, error.error)
    return Reaction()


def _errors(slack: Workspace, view: View, errors: object) -> Reaction:
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not inputs.issuperset(errors):
        return broken(slack, GESTURE, f"errors must name input blocks of the view: {errors}")
    if not all(isinstance(text, str) and text for text in errors.values()):
        return broken(slack, GESTURE, f"errors must be texts: {errors}")
    view.errors = errors
    return Reaction(REFUSED, errors)


def _shown(slack: Workspace, view: View, action: str, given: Json | None) -> Reaction:
    if not isinstance(given, dict):
        return broken(slack, GESTURE, "missing view")
    if found := [*map(str, check_view(given)), *unasked(slack, given)]:
        return broken(slack, GESTURE, *found)
    if action == "update":
        slack.views.update(view, given)
    else:
        slack.views.push(view.person, given)
    return Reaction()


def _missing(view: View) -> dict[str, str]:
    """Return what Slack's form says before the app hears anything."""
    found = {}
    for block in view.blocks:
        if block["type"] == "input":
            element = block["element"]
            value = view.values.get(block["block_id"], {}).get(element["action_id"])
            if text := _complaint(element, value, optional=bool(block.get("optional"))):
                found[block["block_id"]] = text
    return found


def _complaint(element: Json, value: Json | None, *, optional: bool) -> str:
    if values.is_empty(value):
        return "" if optional else NEEDED
    length = units(str((value or {}).get("value") or ""))
    if element["type"] != "plain_text_input":
        return ""
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    return "" if least <= length <= most else f"Use {least} to {most} characters, not {length}."


def _response_urls(slack: Workspace, person: str, view: View) -> list[Json]:
    """Return addresses for the conversations that the person has chosen to be answered in."""
    found = []
    for block in view.blocks:
        element = block.get("element", {})
        if element.get("response_url_enabled"):
            held = view.values[block["block_id"]][element["action_id"]]
            if channel := held.get("selected_conversation") or held.get("selected_channel"):
                url = payloads.response_url(slack, person, channel)
                names = {"block_id": block["block_id"], "action_id": element["action_id"]}
                found.append({**names, "channel_id": channel, "response_url": url})
    return found
