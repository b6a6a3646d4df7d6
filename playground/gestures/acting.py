"""A click, a choice, or typing that the app wants to hear of."""

from dataclasses import dataclass

from playground import elements
from playground.gestures import payloads
from playground.gestures.dispatching import Reaction, dispatch
from playground.wire import NOT_DELIVERED, Json
from playground.world import values
from playground.world.choices import Choices
from playground.world.messages import Message
from playground.world.views import View
from playground.world.workspace import Workspace

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
        action = _action(Choices(slack, person, view), touch, view.values)
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
    key = (person, message.channel, message.ts)
    held = values.kept(message.blocks, slack.drawn.get(key, {}))
    try:
        action = _action(Choices(slack, person, message), touch, held)
    except LookupError:
        return _lost()
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


def _action(choices: Choices, touch: Touch, held: Json) -> Json:
    """Describe what was done; LookupError when there is no such element or option."""
    names = (touch.block_id, touch.action_id)
    element = elements.find(choices.where.blocks, *names)
    if element is None:
        raise LookupError(touch.action_id)
    action = {key: element[key] for key in CARRIED if key in element}
    action |= {"type": element["type"], "block_id": touch.block_id, "action_id": touch.action_id}
    if element["type"] in values.KEYS or element["type"] == "overflow":
        action |= choices.taken(names, element, touch.content, held)
        start = values.KEYS.get(element["type"], ("", ""))[1]
        action |= {start: element[start]} if start in element else {}
    if element["type"] == "feedback_buttons":
        action["value"] = _pressed(element, touch.content)
    return {**action, "action_ts": choices.slack.stamps.next()}


def _pressed(element: Json, content: Json) -> str:
    """Return the value of one of two feedback buttons; LookupError when it is neither's."""
    offered = [element[key]["value"] for key in ("positive_button", "negative_button")]
    if content.get("value") not in offered:
        raise LookupError(element["action_id"])
    return str(content["value"])


def _is_told(blocks: list[Json], block_id: str) -> bool:
    """Tell whether the app hears of it: of inputs only when it asked to."""
    block = next(block for block in blocks if block["block_id"] == block_id)
    return block["type"] != "input" or bool(block.get("dispatch_action"))


def _lost() -> Reaction:
    return Reaction("action_not_found")
