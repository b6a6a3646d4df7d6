"""Breaks values that keep the rule table, each time in exactly one way."""

import copy
from typing import Any, NamedTuple

from tests.playground.rulebook import obeys
from tests.playground.rules import RULES
from tests.playground.rules_making import ASTRAL, first, make

GONE = object()
WRONG = {
    "boolean": ["yes", 1, None],
    "number": ["7", True, None],
    "date": ["5 January", "2026-13-01", "2026-02-30", "20260105", "", 7],
    "time": ["9:30", "24:00", "12:60", "", 930],
    "zone": ["Berlin", "", 1, "../UTC"],
    "numeral": [7, "seven", "", "1.", "1e5", None],
    "colour": ["red", "#F405B", 0],
    "web": ["a.png", "ftp://x.example/a", "https://", "", 1, None],
    "https": ["http://x.example/a", "a", "", None],
    "url": ["no address", "x.example", "", 1],
}


class Break(NamedTuple):
    """Something wrong to put at a place: it breaks one rule of the object ``name`` of the table.

    What is to blame may be a part of what is put there.
    """

    place: str
    new: Any
    name: str
    part: str = ""


def breaks(kind, value, place="", inside=""):
    """Yield every way to break a value that is right, or something in it."""
    name, *more = kind
    wrong = [*WRONG.get(name, ())]
    if name in {"web", "url"} and more[0]:
        wrong.append("https://x.example/" + "a" * more[0])
    if name in {"string", "integer", "enum"}:
        wrong += LIMITS[name](*more)
    yield from (Break(place, each, inside) for each in wrong)
    if name in DEEPER:
        yield from DEEPER[name](value, place, inside, *more)


def _text_limits(least, most):
    long = ["x" * (most + 1), ASTRAL * (most // 2 + 1)] if most else []
    return [None, 7, ["a"], *long, *([""] if least else [])]


LIMITS = {
    "string": _text_limits,
    "integer": lambda low, high: [
        low - 1, *([high + 1] if high else []), low + 0.5, str(low), True, None
    ],
    "enum": lambda words: ["loud", "", None, [words[0]], {}],
}  # fmt: skip


def _list(value, place, inside, kind, least, most):
    yield from (Break(place, each, inside) for each in (None, "a", {}, 3))
    if least:
        yield Break(place, [], inside)
    if most:
        yield Break(place, [_another(kind, number) for number in range(most + 1)], inside)
    for index, each in enumerate(value[:2]):
        yield from breaks(kind, each, f"{place}/{index}", inside)


def _another(kind, number):
    """Return an item for a list that is too long and otherwise right: no value is in it twice."""
    item = make(kind, first)
    numbered = isinstance(item, dict) and "value" in item and "text" in item
    return item | {"value": f"v{number}"} if numbered else item


def _object(value, place, inside, name):
    rule = RULES[name]
    yield from (Break(place, each, inside) for each in (None, "a", [], 3))
    yield from (Break(f"{place}/{key}", GONE, name) for key in rule.required)
    yield Break(place, value | {"colour": "red"}, name)
    if rule.tag:
        yield from (Break(f"{place}/type", each, name) for each in (GONE, "banner", None, [], {}))
    for key in value.keys() & rule.fields.keys():
        yield from breaks(rule.fields[key], value[key], f"{place}/{key}", name)
    for relation, *keys in rule.relations:
        for part, each in UNRELATED[relation](rule, value, *keys):
            yield Break(place, each, name, part)


def _text(value, place, inside, most, kinds):
    name = next(kind for kind in kinds if RULES[kind].tag == value["type"])
    yield from _object(value, place, inside, name)
    yield Break(f"{place}/text", "x" * (most + 1), inside)
    if len(kinds) == 1:
        yield Break(f"{place}/type", "mrkdwn", inside)


def _any_of(value, place, inside, names):
    name = next(each for each in names if obeys(RULES[each], value))
    yield from _object(value, place, inside, name)


def _nullable(value, place, inside, kind):
    if value is not None:
        rest = breaks(kind, value, place, inside)
        yield from (each for each in rest if each.new is not None or each.place != place)


DEEPER = {
    "list": _list,
    "object": _object,
    "any of": _any_of,
    "plain": lambda v, p, i, most: _text(v, p, i, most, ["plain text"]),
    "text": lambda v, p, i, most: _text(v, p, i, most, ["plain text", "mrkdwn text"]),
    "nullable": _nullable,
}


def _neither(rule, value, *keys):
    yield "", {key: each for key, each in value.items() if key not in keys}


def _both(rule, value, *keys):
    yield from _neither(rule, value, *keys)
    yield "", value | {key: make(rule.fields[key], first, key) for key in keys}


def _disordered(rule, value, low, high):
    numeral = rule.fields[low][0] == "numeral"
    yield "", value | ({low: "8", high: "7"} if numeral else {low: 8, high: 7})


def _strange(rule, value, key):
    option = make(("object", "option"), first) | {"value": "stranger"}
    if key == "initial_option":
        yield f"/{key}", value | {key: option}
    else:
        yield f"/{key}/0", value | {key: [option]}


def _twice(rule, value, key, inner):
    if key in value:
        yield f"/{key}/1", value | {key: [value[key][0]] * 2}


# For each relation: the part to blame, and an object in which it is broken and nothing else.
UNRELATED = {
    "some": _neither,
    "either": _both,
    "ordered": _disordered,
    "fits": lambda _, v, key, most, _usual: [(f"/{key}", v | {most: 3, key: "four"})],
    "whole": lambda _, v, flag, key, *_more: [(f"/{key}", v | {flag: False, key: "0.5"})],
    "chosen": _strange,
    "distinct": _twice,
    "unless": lambda _, v, flag, key, tag: [(f"/{key}/type", v | {flag: True, key: {"type": tag}})],
}


def put(value, place, new):
    """Return a payload in which something is new, or gone; the given one stays as it is."""
    if not place:
        return new
    key, _, rest = place.removeprefix("/").partition("/")
    key = int(key) if isinstance(value, list) else key
    changed = copy.copy(value)
    if rest or new is not GONE:
        changed[key] = put(value[key], f"/{rest}", new) if rest else new
    elif isinstance(value, list) or key in value:
        del changed[key]
    return changed
