"""Feedback on one practice answer: one thing to keep, at most two next steps."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coaching.practice.feedback import saying
from coaching.practice.feedback.cues import Cues
from coaching.practice.feedback.ending import Quantity
from coaching.practice.feedback.finding import Findings, Status, episode, find
from coaching.practice.feedback.issues import CHECK, issues
from coaching.practice.feedback.saying import Statement
from questions.bank import Question
from questions.practice import Part
from questions.wording import Locale

STEPS = 2  # at most: a little gets done, a lot does not
A_MINUTE: Mapping[Locale, int] = {"en": 140, "zh-CN": 240}  # words, or characters, as spoken
OF_A_CASE: Sequence[tuple[str, Part]] = (
    ("alternatives", "alternatives"),
    ("evidence", "evidence"),
    ("reasoning", "reasoning"),
)
NOTHING_TO_KEEP = frozenset({"short", "short-case", "stuffed"})
NOTHING_HAPPENED = frozenset({"general", "unstructured", "off-topic"})


@dataclass(frozen=True, slots=True)
class Feedback:
    """What is said of an answer and was found in it. No part of it is a score.

    ``parts`` is for comparing two answers and for counting: "none" is that nothing was found,
    which is weaker than that nothing is there.
    """

    keep: Statement | None
    steps: tuple[Statement, ...]
    check: Statement | None  # a question back, where it is unclear how it ended
    invite: str
    parts: Mapping[Part, Status]
    quotes: Mapping[Part, str]
    quantity: Quantity
    rules: tuple[str, ...]  # all that apply, the shown ones first


def feedback(answer: str, question: Question, locale: Locale) -> Feedback:
    """Say what to keep and what to do next. The answer may be in either language, or in both."""
    findings = find(answer, question, Cues.shipped())
    rules = issues(findings, question)
    claims = [rule for rule in rules if rule != CHECK][:STEPS]
    return Feedback(
        keep=_keep(findings, question, rules, locale),
        steps=tuple(_step(rule, findings, question, locale) for rule in claims),
        check=saying.check(CHECK, locale) if CHECK in rules else None,
        invite=saying.invite(locale, anything_left=bool(rules)),
        parts=findings.parts,
        quotes={part: findings.reading.quote(at) for part, at in findings.where.items()},
        quantity=_quantity(findings),
        rules=rules,
    )


def _keep(
    findings: Findings, question: Question, rules: tuple[str, ...], locale: Locale
) -> Statement | None:
    """Return what is worth most of what was found, in the person's own words; None is honest."""
    if NOTHING_TO_KEEP.intersection(rules):
        return None
    kept = _of_a_story(findings, rules) if episode(question) else OF_A_CASE
    for rule, part in kept:
        if findings.parts[part] == "found":
            return saying.keeping(rule, findings.reading.quote(findings.where[part]), locale)
    return None


def _of_a_story(findings: Findings, rules: tuple[str, ...]) -> Iterator[tuple[str, Part]]:
    if NOTHING_HAPPENED.intersection(rules):
        return
    quantity = _quantity(findings)
    if quantity in {"change", "result"}:
        yield ("result-change" if quantity == "change" else "result-number"), "result"
    yield "own-action", "action"
    yield "reflection", "reflection"
    if findings.ending.seen == "cue":
        yield "result", "result"
    yield "situation", "situation"


def _quantity(findings: Findings) -> Quantity:
    """Return how firm the figures are: those of an end without a cue may be about anything."""
    sure = findings.ending.seen == "cue" or findings.quantity in {"none", "around"}
    return findings.quantity if sure else "perhaps"


def _step(rule: str, findings: Findings, question: Question, locale: Locale) -> Statement:
    reading, telling = findings.reading, findings.telling
    shown: Mapping[str, int | None] = {
        "general": min(telling.general, default=None),
        "ownership": findings.where.get("action"),
        "number": findings.ending.at,
        **findings.amiss,
    }
    at = shown.get(rule)
    quote = "" if at is None else reading.quote(at)
    minutes = round(reading.length / A_MINUTE[reading.language])
    return saying.step(rule, question, locale, quote=quote, minutes=minutes)
