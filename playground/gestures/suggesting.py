"""Typing into a select whose options the app keeps to itself."""

from dataclasses import dataclass

from playground import elements
from playground.checker.findings import Finding
from playground.checker.options import IN_GROUPS, IN_MENU
from playground.gestures import payloads
from playground.gestures.dispatching import Reaction, broken, content, delivered
from playground.wire import NOT_DELIVERED, Json, NotDeliveredError
from playground.world.choices import EXTERNAL, Choices
from playground.world.views import View

GESTURE = "block_suggestion"
LEAST = 3  # characters before Slack asks, unless the element says otherwise


@dataclass(frozen=True, slots=True)
class Search:
    """What was typed, and into which element."""

    block_id: str
    action_id: str
    value: str


async def suggest(choices: Choices, search: Search, held: Json) -> Reaction:
    """Ask the app what fits; the answer goes to the page, and may be picked from then on.

    ``held`` are the values of a message's elements; a view has its own.
    """
    slack, where = choices.slack, choices.where
    element = elements.find(where.blocks, search.block_id, search.action_id)
    if element is None or element["type"] not in EXTERNAL:
        return Reaction("action_not_found")
    if len(search.value) < element.get("min_query_length", LEAST):
        return Reaction(more={"options": []})
    if slack.manifest.written and not slack.manifest.interactive:
        return Reaction(NOT_DELIVERED)
    try:
        answer = content(await delivered(slack, _body(choices, search, held)))
    except NotDeliveredError as error:
        slack.refuse(GESTURE, error.reason)
        return Reaction(error.reason)
    await slack.settle()
    return _offer(choices, search, answer)


def _offer(choices: Choices, search: Search, answer: Json) -> Reaction:
    if found := _wrong(answer):
        return broken(choices.slack, GESTURE, *map(str, found))
    key = "option_groups" if "option_groups" in answer else "options"
    groups = answer[key] if key == "option_groups" else [answer]
    options = [option for group in groups for option in group["options"]]
    choices.suggest((search.block_id, search.action_id), options)
    return Reaction(more={key: answer[key]})


def _wrong(answer: Json) -> list[Finding]:
    """Return what is wrong with an answer; it may well be that nothing fits."""
    if "option_groups" in answer:
        given, check = answer["option_groups"], IN_GROUPS
    else:
        given, check = answer.get("options"), IN_MENU
    return [] if given == [] else [*check(given, "/options")]


def _body(choices: Choices, search: Search, held: Json) -> Json:
    """Make the payload."""
    slack, person, where = choices.slack, choices.person, choices.where
    body = payloads.interaction(slack, GESTURE, person)
    body |= {"block_id": search.block_id, "action_id": search.action_id, "value": search.value}
    if isinstance(where, View):
        return body | payloads.in_view(where)
    found = payloads.in_message(slack, person, where, held)
    return body | {key: value for key, value in found.items() if key != "response_url"}
