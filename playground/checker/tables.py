"""Tables: rows of cells, and how their columns look."""

from playground.checker import rich_text
from playground.checker.kinds import flag, number, one_of, string
from playground.checker.shapes import listed, nothing_or, shape, typed

ROWS, COLUMNS = 100, 20

_cell = typed(
    {
        "raw_text": shape({"text": string()}, "text"),
        "raw_number": shape({"value": number, "text": string()}, "value", "text"),
        "rich_text": rich_text.block,
    },
)
_column = shape({"align": one_of("left", "center", "right"), "is_wrapped": flag})

rows = listed(listed(_cell, COLUMNS), ROWS)
columns = listed(nothing_or(_column), COLUMNS, least=0)
