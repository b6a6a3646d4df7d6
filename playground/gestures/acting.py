"""A click, a choice, or typing that the app wants to hear of."""

from dataclasses import dataclass

from playground import elements, values
from playground.gestures import payloads
from playground.gestures.dispatching import Reaction, dispatch
from playground.messages import Message
from playground.views import View
from playground.wire import NOT_DELIVERED, Json
from playground.workspace import Workspace

CARRIED = ("text", "value", "style", "confirm", "placeholder")


@dataclass(frozen=True, slots=True)
class Touch:
    """Which element was used, and what it holds now."""

    block_id: str
    action_id: str
    content: Json


async def act_in_view(slack: Workspace, person: str, view: View, touch: Touch) -> Reaction:
    """Use an element of a modal or a Home."""
    try:
        action = _action(slack, view.blocks, touch)
    except LookupError:
        return _lost()
    values.put(view.blocks, view.values, (touch.block_id, touch.action_id), action)
    if not _is_told(view.blocks, touch.block_id):
        slack.changes.tell()
        return Reaction()
    trigger = slack.triggers.issue(person, view.root)
    return await _send(slack, person, {**payloads.in_view(view), "trigger_id": trigger}, action)


async def act_in_message(slack: Workspace, person: str, message: Message, touch: Touch) -> Reaction:
    """Use an element of a message; what it holds then is this person's own."""
    try:
        action = _action(slack, message.blocks, touch)
    except LookupError:
        return _lost()
    key = (person, message.channel, message.ts)
    held = values.kept(message.blocks, slack.drawn.get(key, {}))
    values.put(message.blocks, held, (touch.block_id, touch.action_id), action)
    slack.drawn[key] = held
    where = payloads.in_message(slack, person, message, held)
    trigger = slack.triggers.issue(person)
    return await _send(slack, person, {**where, "trigger_id": trigger}, action)


async def _send(slack: Workspace, person: str, where: Json, action: Json) -> Reaction:
    if slack.manifest.written and not slack.manifest.interactive:
        return Reaction(NOT_DELIVERED)
    body = {**payloads.interaction(slack, "block_actions", person), **where, "actions": [action]}
    return await dispatch(slack, person, body, lambda _content: Reaction())


def _action(slack: Workspace, blocks: list[Json], touch: Touch) -> Json:
    """Describe what was done; LookupError when there is no such element or option."""
    element = elements.find(blocks, touch.block_id, touch.action_id)
    if element is None:
        raise LookupError(touch.action_id)
    action = {key: element[key] for key in CARRIED if key in element}
    action |= {"type": element["type"], "block_id": touch.block_id, "action_id": touch.action_id}
    if element["type"] in values.KEYS or element["type"] == "overflow":
        action |= _offered(element, touch.content)
    return {**action, "action_ts": slack.stamps.next()}


def _offered(element: Json, content: Json) -> Json:
    """Return what was chosen as the app offered it, not as the page says."""
    if element["type"] == "overflow":
        return {"selected_option": values.option(element, content["selected_option"]["value"])}
    key, start = values.KEYS[element["type"]]
    value = content.get(key)
    if element.get("options") or element.get("option_groups"):
        if key == "selected_options":
            value = [values.option(element, each["value"]) for each in value or ()]
        elif value is not None:
            value = values.option(element, value["value"])
    return {key: value, **({start: element[start]} if start in element else {})}


def _is_told(blocks: list[Json], block_id: str) -> bool:
    """Tell whether the app hears of it: of inputs only when it asked to."""
    block = next(block for block in blocks if block["block_id"] == block_id)
    return block["type"] != "input" or bool(block.get("dispatch_action"))


def _lost() -> Reaction:
    return Reaction("action_not_found")
