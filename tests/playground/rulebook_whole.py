"""Reads the part of the rule table that is about all blocks of a surface together."""

from collections import Counter

from tests.playground.rules_surfaces import ALL_CELLS, ALL_MARKDOWN, ELEMENT_ON


def length(value):
    """Return a text's length in UTF-16 units: two for what lies beyond the first plane."""
    return sum(2 if ord(letter) > 0xFFFF else 1 for letter in value)


def _held(block):
    """List the elements of a block, each with whether an input holds it."""
    found = [(block[key], key == "element") for key in ("accessory", "element") if key in block]
    several = block.get("actions") or block.get("elements") or []
    return found + [(each, False) for each in several if block["type"] != "rich_text"]


def _unique_blocks(blocks, surface):
    return max(Counter(b["block_id"] for b in blocks if "block_id" in b).values(), default=1) == 1


def _unique_actions(blocks, surface):
    names = [[e["action_id"] for e, _ in _held(b) if "action_id" in e] for b in blocks]
    return all(len(each) == len({*each}) for each in names)


def _one_focus(blocks, surface):
    return sum(e.get("focus_on_load", False) for b in blocks for e, _ in _held(b)) <= 1


def _elements_belong(blocks, surface):
    kinds = (e["type"] for b in blocks for e, _ in _held(b))
    return all(surface in ELEMENT_ON.get(kind, {surface}) for kind in kinds)


def _answers_in_modals(blocks, surface):
    asked = [inside for b in blocks for e, inside in _held(b) if e.get("response_url_enabled")]
    return not asked or (surface == "modal" and all(asked))


def _one_table(blocks, surface):
    return surface != "message" or sum(b["type"] == "table" for b in blocks) <= 1


def _cells(blocks, surface):
    tables = [b["rows"] for b in blocks if b["type"] == "table"]
    return all(sum(map(_cell, (c for row in rows for c in row))) <= ALL_CELLS for rows in tables)


def _cell(cell):
    """Return the characters that a cell shows."""
    shown = "url", "user_id", "usergroup_id", "channel_id", "range", "name", "value"
    if "text" in cell and cell["type"] != "link":
        return length(cell["text"])
    if "elements" in cell:
        return sum(map(_cell, cell["elements"]))
    words = cell.get("text") or next((cell[key] for key in shown if key in cell), "")
    return length(words)


def _markdown(blocks, surface):
    return sum(length(b["text"]) for b in blocks if b["type"] == "markdown") <= ALL_MARKDOWN


WHOLE = [
    _unique_blocks,
    _unique_actions,
    _one_focus,
    _elements_belong,
    _answers_in_modals,
    _one_table,
    _cells,
    _markdown,
]
