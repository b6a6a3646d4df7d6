"""From a pydantic error to a code, a place and a sentence that says what to do."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from questions.findings import BankError, Finding
from questions.reading import Document
from questions.wording import LOCALES, Written

Kind = TypeVar("Kind", bound=Written)

COUNTS = {
    "claims": "E046",
    "levels": "E048",
    "negative": "E058",
    "positive": "E058",
    "probes": "E052",
    "sub_dimensions": "E045",
}
PLAIN: Mapping[str, tuple[str, str]] = {
    "string_type": (
        "E012",
        "must be text; YAML reads yes, no, on, off and bare numbers as something else: quote it",
    ),
    "string_too_short": ("E012", "is empty: write it, or ask whether the question is needed"),
    "string_too_long": ("E040", "is too long: {max_length} characters at most"),
    "string_pattern_mismatch": ("E040", "is not of the form asked for: {pattern}"),
    "literal_error": ("E043", "must be one of {expected}"),
    "int_type": ("E044", "must be a whole number, without quotes"),
    "greater_than_equal": ("E044", "must be {ge} or more"),
    "less_than_equal": ("E044", "must be {le} or less"),
    "bool_type": ("E044", "must be true or false"),
    "date_type": ("E044", "must be a date such as 2026-11-23, without quotes"),
    "date_from_datetime_parsing": ("E044", "must be a date such as 2026-11-23, without quotes"),
    "model_type": ("E008", "must be a map of keys and values: look at the indent below it"),
    "tuple_type": ("E008", "must be a list: begin each entry with a dash"),
}


def checked(document: Document, kind: type[Kind]) -> Kind:
    """Return what the document says; raise BankError with one finding for each fault."""
    try:
        return kind.model_validate(document.data)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        raise BankError(_finding(document, fault) for fault in faults) from error


def _finding(document: Document, fault: ErrorDetails) -> Finding:
    code, message = _said(fault)
    return document.finding(code, message, *fault["loc"])


def _said(fault: ErrorDetails) -> tuple[str, str]:
    name, context = str(fault["loc"][-1]), fault.get("ctx", {})
    match fault["type"]:
        case "missing":
            return _missing(name)
        case "extra_forbidden":
            return "E004", _unknown(name)
        case "too_short" | "too_long":
            return COUNTS.get(name, "E017"), _count(name, context)
    if name == "competency":
        return "E004", 'unknown key "competency": remove it, the bank\'s id says it'
    if fault["type"] not in PLAIN:
        return "E009", f'"{name}" is refused: {fault["msg"]}.'
    code, rest = PLAIN[fault["type"]]
    return code, f'"{name}" {rest.format(**context)}.'


def _missing(name: str) -> tuple[str, str]:
    if name in LOCALES:
        return "E011", f'"{name}" is missing: every text is written in {" and ".join(LOCALES)}.'
    return "E010", f'"{name}" is missing: add it.'


def _unknown(name: str) -> str:
    near = get_close_matches(name, sorted(set(_names(Written))), n=1, cutoff=0.75)
    hint = f'did you mean "{near[0]}"?' if near else "remove it, or quote the text it was cut from."
    return f'unknown key "{name}": {hint}'


def _names(kind: type[Written]) -> Iterator[str]:
    for child in kind.__subclasses__():
        yield from (field.alias or name for name, field in child.model_fields.items())
        yield from _names(child)


def _count(name: str, context: Mapping[str, object]) -> str:
    bounds = {"min_length": "at least", "max_length": "at most"}
    wanted = next(f"{word} {context[key]}" for key, word in bounds.items() if key in context)
    return f'"{name}" has {context["actual_length"]}, and needs {wanted}.'
