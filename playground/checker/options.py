"""Options: what a select, radio buttons, checkboxes or an overflow menu offer."""

from collections.abc import Callable
from typing import Any

from playground.checker.findings import Check, Finding, Findings
from playground.checker.kinds import address, string
from playground.checker.shapes import every, listed, shape
from playground.checker.texts import formatted, plain
from playground.wire import Json

LABEL = DESCRIPTION = 75
VALUE = 150
URL = 3000
GROUPS = MENU = 100
SIGHT = 10
OVERFLOW = 5


def _option(words: Callable[[int], Check], **more: Check) -> Check:
    known = {"text": words(LABEL), "value": string(VALUE), "description": words(DESCRIPTION)}
    return shape(known | more, "text", "value")


def _distinct(value: Any, pointer: str) -> Findings:
    seen: set[str] = set()
    for index, option in enumerate(value if isinstance(value, list) else ()):
        word = option.get("value") if isinstance(option, dict) else None
        if isinstance(word, str):
            if word in seen:
                yield Finding(f"duplicate option value: {word}", f"{pointer}/{index}")
            seen.add(word)


def _offered(option: Check, most: int) -> Check:
    return every(listed(option, most), _distinct)


OPTION = _option(plain)
FORMATTED = _option(formatted)  # only radio buttons and checkboxes may use mrkdwn
IN_MENU = _offered(OPTION, MENU)
IN_SIGHT = _offered(FORMATTED, SIGHT)
IN_OVERFLOW = _offered(_option(plain, url=address(URL)), OVERFLOW)
IN_GROUPS = listed(shape({"label": plain(LABEL), "options": IN_MENU}, "label", "options"), GROUPS)


def chosen(value: Json, pointer: str) -> Findings:
    """Check that what is chosen at first is among the options, exactly."""
    offered = [*_all(value)]
    if "initial_option" in value and value["initial_option"] not in offered:
        yield Finding("is not one of the options", f"{pointer}/initial_option")
    several = value.get("initial_options")
    for index, option in enumerate(several if isinstance(several, list) else ()):
        if option not in offered:
            yield Finding("is not one of the options", f"{pointer}/initial_options/{index}")


def _all(value: Json) -> list[Any]:
    groups = value.get("option_groups")
    holders = [value, *(groups if isinstance(groups, list) else ())]
    lists = [each.get("options") for each in holders if isinstance(each, dict)]
    return [option for each in lists if isinstance(each, list) for option in each]
