"""A second try beside the first: only what changed, better first."""

from collections.abc import Iterator

from coaching.practice.feedback import saying
from coaching.practice.feedback.feedback import Feedback
from coaching.practice.feedback.saying import Statement
from questions.practice import Part
from questions.wording import Locale

SHOWN = 2  # changes at most
FIRM = ("none", "around", "perhaps", "result", "change")  # from least to most
RELIED_ON: tuple[tuple[str, Part], ...] = (("action-gone", "action"), ("result-gone", "result"))
FOUND: tuple[tuple[str, Part], ...] = (
    ("own-action", "action"),
    ("alternatives", "alternatives"),
    ("evidence", "evidence"),
    ("reasoning", "reasoning"),
    ("reflection", "reflection"),
)
OF_A_CASE = frozenset[Part]({"alternatives", "evidence", "reasoning"})


def changed(before: Feedback, after: Feedback, locale: Locale) -> tuple[Statement, ...]:
    """Say what the second answer to a question has that the first had not, or has no longer.

    The words quoted are the second answer's. One statement when nothing changed.
    """
    told = [saying.change(rule, quote, locale) for rule, quote in _changes(before, after)]
    return tuple(told[:SHOWN]) or (saying.change("same", "", locale),)


def _changes(before: Feedback, after: Feedback) -> Iterator[tuple[str, str]]:
    if "general" in before.rules and "general" not in after.rules and _found(after, "action"):
        yield "occasion", ""
    yield from _of_the_result(before, after)
    case = bool(OF_A_CASE.intersection(before.rules))
    for rule, part in FOUND:
        if (part in OF_A_CASE) <= case and _found(after, part) and not _found(before, part):
            yield rule, after.quotes[part]
    for rule, part in RELIED_ON:
        if _found(before, part) and after.parts.get(part) == "none":
            yield rule, ""


def _of_the_result(before: Feedback, after: Feedback) -> Iterator[tuple[str, str]]:
    firmer = FIRM.index(after.quantity) > FIRM.index(before.quantity)
    if firmer and after.quantity in {"result", "change"}:
        yield (
            f"result-{'change' if after.quantity == 'change' else 'number'}",
            after.quotes["result"],
        )
    elif _found(after, "result") and before.parts.get("result") == "none":
        yield "result", after.quotes["result"]


def _found(feedback: Feedback, part: Part) -> bool:
    return feedback.parts.get(part) == "found"
