"""Finds the way to every object of the rule table, from the block in which it may stand."""

from tests.playground.rules import RULES

TEXTS = {"plain": ["plain text"], "text": ["plain text", "mrkdwn text"]}


def ways(block):
    """Map every two objects of which one may hold the other to the choices that lead there."""
    found = {("", block): (block,)}
    waiting = [(block, (block,))]
    while waiting:
        name, path = waiting.pop(0)
        for field, kind in RULES[name].fields.items():
            for inner in named(kind):
                if (name, inner) not in found:
                    found[name, inner] = (*path, field, inner)
                    waiting.append((inner, (*path, field, inner)))
    return found


def named(kind):
    """Return the names of the objects that a property may hold."""
    name, *more = kind
    if name in TEXTS:
        return TEXTS[name]
    if name in {"list", "nullable"}:
        return named(more[0])
    return [more[0]] if name == "object" else list(more[0]) if name == "any of" else []
