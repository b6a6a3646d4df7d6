"""The words in which the rule table is written; what they mean stands in the rulebook."""

from typing import Any, NamedTuple

Kind = tuple[Any, ...]

BLOCKS = "blocks"
ELEMENTS = "block-elements"
COMPOSITION = "composition-objects"


class Rule(NamedTuple):
    """An object: the page that documents it, its properties, and how they depend on each other.

    ``tag`` is what its ``type`` must be, where it has one.
    """

    page: str
    fields: dict[str, Kind]
    required: tuple[str, ...] = ()
    relations: tuple[Kind, ...] = ()
    tag: str = ""


def string(least=1, most=None):
    return ("string", least, most)


def plain(most=3000):
    return ("plain", most)


def text(most=3000):
    return ("text", most)


def integer(low, high=None):
    return ("integer", low, high)


def enum(*words):
    return ("enum", words)


def listed(kind, least=1, most=None):
    return ("list", kind, least, most)


def one(name):
    return ("object", name)


def any_of(*names):
    return ("any of", names)


def nullable(kind):
    return ("nullable", kind)


BOOLEAN = ("boolean",)
NUMBER = ("number",)
DATE, TIME, ZONE = ("date",), ("time",), ("zone",)
NUMERAL = ("numeral",)
COLOUR = ("colour",)
ANYTHING = ("anything",)
WEB, HTTPS, URL = ("web", None), ("https", None), ("url", None)
