"""Reads the rule table: whether a value keeps all of its rules."""

import math
import re
from datetime import date
from zoneinfo import ZoneInfo

from tests.playground.rulebook_whole import WHOLE, length
from tests.playground.rules import RULES
from tests.playground.rules_form import Rule, any_of
from tests.playground.rules_surfaces import COUNTS, ON, VIEW_RULES

PATTERNS = {
    "web": r"(?i)https?://[^\s/?#]+\S*",
    "https": r"(?i)https://[^\s/?#]+\S*",
    "url": r"(?i)[a-z][a-z0-9+.-]*:\S+",
    "numeral": r"-?[0-9]+(\.[0-9]+)?",
    "colour": r"#[0-9a-fA-F]{6}",
    "time": r"([01][0-9]|2[0-3]):[0-5][0-9]",
}


def keeps(kind, value):
    """Tell whether a value keeps the rules of its kind."""
    name, *more = kind
    if name in PATTERNS:
        most = more[0] if more else None
        right = isinstance(value, str) and re.fullmatch(PATTERNS[name], value)
        return bool(right) and (most is None or length(value) <= most)
    return KINDS[name](value, *more)


def obeys(rule: Rule, value):
    """Tell whether an object keeps its rule."""
    if not isinstance(value, dict) or (rule.tag and value.get("type") != rule.tag):
        return False
    known = {*rule.fields} | ({"type"} if rule.tag else set())
    if not {*rule.required} <= value.keys() <= known:
        return False
    right = all(keeps(kind, value[key]) for key, kind in rule.fields.items() if key in value)
    return right and all(related(value, *relation) for relation in rule.relations)


def related(value, name, *more):
    """Tell whether properties of an object stand in a relation; each alone is known to be right."""
    return RELATIONS[name](value, *more)


def keeps_blocks(blocks, surface):
    """Tell whether the blocks of a surface keep all rules."""
    least, most = COUNTS[surface]
    if not isinstance(blocks, list) or not least <= len(blocks) <= most:
        return False
    return all(keeps(any_of(*ON[surface]), each) for each in blocks) and all(
        rule(blocks, surface) for rule in WHOLE
    )


def keeps_view(view):
    """Tell whether a modal or a Home keeps all rules."""
    kind = view.get("type") if isinstance(view, dict) else None
    if not isinstance(kind, str) or kind not in VIEW_RULES or not obeys(VIEW_RULES[kind], view):
        return False
    if not keeps_blocks(view["blocks"], kind):
        return False
    asks = kind == "modal" and any(block["type"] == "input" for block in view["blocks"])
    return bool(not asks or view.get("submit"))


def _string(value, least, most):
    return isinstance(value, str) and least <= length(value) <= (most or math.inf)


def _integer(value, low, high):
    return type(value) is int and low <= value <= (high or math.inf)


def _number(value):
    return type(value) is int or (type(value) is float and math.isfinite(value))


def _enum(value, words):
    return any(value == word for word in words if isinstance(value, str))


def _list(value, kind, least, most):
    right = isinstance(value, list) and least <= len(value) <= (most or math.inf)
    return right and all(keeps(kind, each) for each in value)


def _any_of(value, names):
    return any(obeys(RULES[name], value) for name in names)


def _text(value, most, *types):
    return any(obeys(RULES[kind], value) for kind in types) and length(value["text"]) <= most


def _date(value):
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return False
    try:
        date(*map(int, value.split("-")))
    except ValueError:
        return False
    return True


def _zone(value):
    try:
        return isinstance(value, str) and ZoneInfo(value).key == value
    except (ValueError, OSError, LookupError):
        return False


KINDS = {
    "string": _string,
    "integer": _integer,
    "number": _number,
    "boolean": lambda value: value is True or value is False,
    "enum": _enum,
    "list": _list,
    "object": lambda value, name: obeys(RULES[name], value),
    "any of": _any_of,
    "plain": lambda value, most: _text(value, most, "plain text"),
    "text": lambda value, most: _text(value, most, "plain text", "mrkdwn text"),
    "nullable": lambda value, kind: value is None or keeps(kind, value),
    "date": _date,
    "zone": _zone,
    "anything": lambda _value: True,
}


def _ordered(value, low, high):
    return not {low, high} <= value.keys() or float(value[low]) <= float(value[high])


def _whole(value, decimals, *keys):
    return value[decimals] or not any("." in value.get(key, "") for key in keys)


def _chosen(value, key):
    groups = value.get("option_groups", [])
    offered = [o for holder in (value, *groups) for o in holder.get("options", [])]
    given = value.get(key, [])
    return all(each in offered for each in (given if isinstance(given, list) else [given]))


def _distinct(value, key, inner):
    words = [each[inner] for each in value.get(key, [])]
    return len(words) == len({*words})


RELATIONS = {
    "some": lambda value, *keys: any(key in value for key in keys),
    "either": lambda value, *keys: sum(key in value for key in keys) == 1,
    "ordered": _ordered,
    "fits": lambda value, text, most, usual: length(value.get(text, "")) <= value.get(most, usual),
    "whole": _whole,
    "chosen": _chosen,
    "distinct": _distinct,
    "unless": lambda value, flag, key, tag: not (value.get(flag) and value[key]["type"] == tag),
}
