"""Makes values that keep the rule table, by a function that chooses: at random, or the first."""

from itertools import count

from hypothesis import strategies as st

from tests.playground.rulebook import related
from tests.playground.rules import RULES
from tests.playground.rules_form import any_of
from tests.playground.rules_surfaces import ON

SAMPLES = {
    "boolean": [False, True],
    "number": [7, 0.5, -3],
    "date": ["2026-01-05", "2024-02-29"],
    "time": ["09:30", "23:59", "00:00"],
    "zone": ["Europe/Berlin", "America/Chicago", "UTC"],
    "numeral": ["7", "-3", "0.25"],
    "colour": ["#F405B3", "#00ff00"],
    "anything": ["a", None, 5, ["b"], {"c": {}}],
    "web": ["https://x.example/a.png", "http://x.example"],
    "https": ["https://x.example/a?b=c"],
    "url": ["https://x.example", "mailto:a@x.example"],
}
ASTRAL = "😀"  # one character, two UTF-16 units
NAMES = {"action_id", "block_id"}
_numbers = count(1)


def first(options):
    """Choose the first: the fullest, for that is how they are ordered here."""
    return options[0]


def preferring(names):
    """Return a way to choose: one of these names wherever it is an alternative, else the first."""
    return lambda options: next((each for each in options if each in names), options[0])


def make(kind, choose, name=""):
    """Return a value that keeps the rules of a kind."""
    kind, *more = kind
    if kind in SAMPLES:
        return choose(SAMPLES[kind])
    return MAKERS[kind](choose, name, *more)


def _string(choose, name, least, most):
    if name in NAMES:
        return choose([f"n{next(_numbers)}", "same", "x" * most])
    longest = ["x" * most, ASTRAL * (most // 2)] if most else []
    return choose(["a", "a b", *longest, *([""] if least == 0 else [])])


def _integer(choose, name, low, high):
    return choose([low, low + 1, high or low + 2])


def _list(choose, name, kind, least, most):
    counts = [n for n in (2, 1, 0, 3) if least <= n <= (most or n)]
    return [make(kind, choose, name) for _ in range(choose(counts))]


def _object(choose, name, of):
    rule = RULES[of]
    keys = [k for k in rule.fields if k in rule.required or choose([True, False])]
    value = {"type": rule.tag} if rule.tag else {}
    value |= {key: make(rule.fields[key], choose, key) for key in keys}
    for number in range(len(rule.relations)):
        for relation in rule.relations[: number + 1]:
            if not related(value, *relation):
                MENDERS[relation[0]](rule, value, choose, *relation[1:])
    return value


def _text(choose, name, most, *types):
    value = _object(choose, name, choose(types))
    return value | {"text": _string(choose, "", 1, most)}


MAKERS = {
    "string": _string,
    "integer": _integer,
    "enum": lambda choose, _, words: choose(words),
    "list": _list,
    "object": _object,
    "any of": lambda choose, name, names: _object(choose, name, choose(names)),
    "plain": lambda choose, name, most: _text(choose, name, most, "plain text"),
    "text": lambda choose, name, most: _text(choose, name, most, "plain text", "mrkdwn text"),
    "nullable": lambda choose, _, kind: make(kind, choose) if choose([True, False]) else None,
}


def _mend_either(rule, value, choose, *keys):
    kept = choose(keys)
    for key in keys:
        if key != kept:
            value.pop(key, None)
    if kept not in value:
        value[kept] = make(rule.fields[kept], choose)


def _mend_distinct(rule, value, choose, key, inner):
    value[key] = [each | {inner: f"v{index}"} for index, each in enumerate(value[key])]


def _mend_chosen(rule, value, choose, key):
    groups = value.get("option_groups", [])
    offered = [o for holder in (value, *groups) for o in holder.get("options", [])]
    value[key] = choose(offered) if key == "initial_option" else [choose(offered)]


def _mend_some(rule, value, choose, *keys):
    key = choose(keys)
    value[key] = make(rule.fields[key], choose)


MENDERS = {
    "some": _mend_some,
    "either": _mend_either,
    "distinct": _mend_distinct,
    "chosen": _mend_chosen,
    "ordered": lambda _rule, value, _choose, _low, high: value.pop(high),
    "fits": lambda _rule, value, _choose, key, *_: value.pop(key),
    "whole": lambda _rule, value, _choose, key, *_: value.update({key: True}),
    "unless": lambda _rule, value, _choose, flag, *_: value.pop(flag),
}


@st.composite
def values(draw, kind):
    """A value that keeps the rules of a kind."""
    return make(kind, lambda options: options[draw(st.integers(0, len(options) - 1))])


def blocks_of(surface):
    """Blocks that may stand on a surface, each right by itself."""
    one = values(any_of(*sorted(ON[surface])))
    return st.lists(one, min_size=1, max_size=3)
