"""Rules that no block breaks alone: names, totals, and what belongs on which surface."""

from collections import Counter
from collections.abc import Iterator

from playground import elements, reading
from playground.checker.findings import Finding, Findings, units
from playground.wire import Json

MARKDOWN = 12_000
CELLS = 10_000
ANSWERED = {"conversations_select", "channels_select"}

# The pages of these elements name fewer surfaces than the page of the input block; the narrower
# word is the safer one.
ONLY_ON = {
    "datetimepicker": {"message", "modal"},
    "email_text_input": {"modal"},
    "file_input": {"modal"},
    "number_input": {"modal"},
    "rich_text_input": {"modal", "home"},
    "url_text_input": {"modal"},
    "workflow_button": {"message"},
}


def together(blocks: list[Json], surface: str, pointer: str) -> Findings:
    """Check blocks of which each is right by itself."""
    yield from _names(blocks, pointer)
    yield from _focus(blocks, pointer)
    yield from _tables(blocks, surface, pointer)
    yield from _markdown(blocks, pointer)
    for place, block in _placed(blocks, pointer):
        for key, element in elements.held(block):
            yield from _element(element, surface, f"{place}/{key}", in_input=key == "element")


def _names(blocks: list[Json], pointer: str) -> Findings:
    """Check that no block id is used twice, and no action id twice within a block."""
    seen: set[str] = set()
    for place, block in _placed(blocks, pointer):
        name = block.get("block_id")
        if name in seen:
            yield Finding(f"duplicate block_id: {name}", f"{place}/block_id")
        if name:
            seen.add(name)
        counted = Counter(e["action_id"] for _, e in elements.held(block) if "action_id" in e)
        for name in (name for name, number in counted.items() if number > 1):
            among = elements.SEVERAL[block["type"]]
            yield Finding(f"duplicate action_id: {name}", f"{place}/{among}")


def _focus(blocks: list[Json], pointer: str) -> Findings:
    if sum(bool(element.get("focus_on_load")) for _, element in elements.interactive(blocks)) > 1:
        yield Finding("only one element may have focus_on_load", pointer)


def _tables(blocks: list[Json], surface: str, pointer: str) -> Findings:
    """Check the number of tables in a message, and the characters in all cells of each."""
    tables = [(place, b) for place, b in _placed(blocks, pointer) if b["type"] == "table"]
    for place, _ in tables[1:] if surface == "message" else ():
        yield Finding("only one table allowed", place)
    for place, table in tables:
        if (total := sum(units(each) for each in reading.texts(table["rows"]))) > CELLS:
            rule = f"must be less than {CELLS + 1} characters in all cells, is {total}"
            yield Finding(rule, f"{place}/rows")


def _markdown(blocks: list[Json], pointer: str) -> Findings:
    total = sum(units(block["text"]) for block in blocks if block["type"] == "markdown")
    if total > MARKDOWN:
        rule = f"must be less than {MARKDOWN + 1} characters in all markdown blocks, is {total}"
        yield Finding(rule, pointer)


def _element(element: Json, surface: str, place: str, *, in_input: bool) -> Findings:
    kind = element["type"]
    if surface not in ONLY_ON.get(kind, {surface}):
        yield Finding(f"unsupported type: {kind} in a {surface}", f"{place}/type")
    if element.get("response_url_enabled") is True and not (in_input and surface == "modal"):
        rule = "response_url_enabled works in input blocks of modals only"
        yield Finding(rule, f"{place}/response_url_enabled")


def _placed(blocks: list[Json], pointer: str) -> Iterator[tuple[str, Json]]:
    for index, block in enumerate(blocks):
        yield f"{pointer}/{index}", block
