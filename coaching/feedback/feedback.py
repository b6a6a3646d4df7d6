"""Feedback on one practice answer: one thing to keep, at most two next steps."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coaching.feedback.cues import Cues
from coaching.feedback.ending import Quantity
from coaching.feedback.finding import Findings, Status, episode, find
from coaching.feedback.issues import CHECK, issues
from questions.bank import Question
from questions.messages import Messages
from questions.practice import Part
from questions.wording import Locale, Wording

STEPS = 2  # at most: a little gets done, a lot does not
A_MINUTE: Mapping[Locale, int] = {"en": 140, "zh-CN": 240}  # words, or characters, as spoken
OF_A_PART: Mapping[str, Part] = {
    "action": "action",
    "result": "result",
    "reflection": "reflection",
    "alternatives": "alternatives",
    "evidence": "evidence",
    "reasoning": "reasoning",
}
OF_A_CASE: Sequence[tuple[str, Part]] = (
    ("alternatives", "alternatives"),
    ("evidence", "evidence"),
    ("reasoning", "reasoning"),
)
NOTHING_TO_KEEP = frozenset({"short", "short-case", "stuffed"})
NOTHING_HAPPENED = frozenset({"general", "unstructured", "off-topic"})


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said. ``rule`` never changes and holds no text; ``quote`` is the person's own.

    ``begin`` is a sentence to try. Text and quote are shown as plain text.
    """

    rule: str
    text: str
    quote: str = ""
    begin: str = ""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What is said of an answer and was found in it. No part of it is a score."""

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
    messages = Messages.shipped()
    claims = [rule for rule in rules if rule != CHECK]
    steps = tuple(step(rule, findings, question, locale) for rule in claims[:STEPS])
    check = Statement(CHECK, messages.checks[CHECK].of(locale)) if CHECK in rules else None
    return Feedback(
        keep=keep(findings, question, rules, locale),
        steps=steps,
        check=check,
        invite=(messages.invite if steps or check else messages.invite_anyway).of(locale),
        parts=findings.parts,
        quotes={part: findings.reading.quote(at) for part, at in findings.where.items()},
        quantity=findings.quantity,
        rules=rules,
    )


def keep(
    findings: Findings, question: Question, rules: tuple[str, ...], locale: Locale
) -> Statement | None:
    """Return what is worth most of what was found, in the person's own words; None is honest."""
    if NOTHING_TO_KEEP.intersection(rules):
        return None
    kept = _of_a_story(findings, rules) if episode(question) else OF_A_CASE
    for rule, part in kept:
        if findings.parts[part] == "found":
            quote = findings.reading.quote(findings.where[part])
            text = Messages.shipped().keep[rule].say.of(locale).format(quote=quote)
            return Statement(rule, text, quote)
    return None


def _of_a_story(findings: Findings, rules: tuple[str, ...]) -> Iterator[tuple[str, Part]]:
    if NOTHING_HAPPENED.intersection(rules):
        return
    sure = findings.ending.seen == "cue"
    if sure and findings.quantity == "change":
        yield "result-change", "result"
    elif sure and findings.quantity == "result":
        yield "result-number", "result"
    yield "own-action", "action"
    yield "reflection", "reflection"
    if sure:
        yield "result", "result"
    yield "situation", "situation"


def step(rule: str, findings: Findings, question: Question, locale: Locale) -> Statement:
    """Say one next step, in the words of the question where it has some for that part."""
    message = Messages.shipped().steps[rule]
    quote = _quote(rule, findings)
    points = question.mock.content_points if question.mock else ()
    said = message.say.of(locale).format(
        quote=quote,
        points=("、" if locale == "zh-CN" else "; ").join(each.label.of(locale) for each in points),
        minutes=round(findings.reading.length / A_MINUTE[findings.reading.language]),
    )
    then = (_tip(rule, question) or message.next).of(locale)
    between = "" if locale == "zh-CN" else " "
    return Statement(rule, said + between + then, quote, message.try_.of(locale))


def _tip(rule: str, question: Question) -> Wording | None:
    if question.mock is None or rule not in OF_A_PART:
        return None
    return question.mock.tips.of(OF_A_PART[rule])


def _quote(rule: str, findings: Findings) -> str:
    telling, where = findings.telling, findings.where
    shown: Mapping[str, int | None] = {
        "general": min(telling.general, default=None),
        "ownership": min(telling.team, default=None),
        "number": where.get("result"),
    }
    at = shown.get(rule)
    return "" if at is None else findings.reading.quote(at)
