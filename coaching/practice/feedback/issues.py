"""What could be better about an answer, in a fixed order. Situation and task are never among it.

What was found can be relied on, what was not found cannot: `docs/feedback.md` has the figures.
"""

from collections.abc import Iterator, Mapping, Sequence

from coaching.practice.feedback.finding import Findings, episode
from questions.bank import Question
from questions.practice import Band, Part

CHECK = "check-result"  # no step: a question back, since the end was seen and not understood
STUFFED = 0.5  # share of the letters that belong to a cue, from which an answer is little else
CHOPPED = 0.6  # share of the clauses that are hardly more than a cue
CHOPPED_FROM = 8  # clauses
PARTS_OF_STUFFED = 3
HABITS = 2  # clauses about how one works, from which the answer may be about nothing else
HABITUAL = 0.4  # share of the clauses
TIPS = 1  # at most, of what a listener may take amiss
TASTE = frozenset({"reflection", "fuller", "long"})
TENSELESS = 0.2  # share of the clauses that tell what has happened
DEFAULT = {"en": Band(min=35, low=100, high=380, max=700),
           "zh-CN": Band(min=60, low=180, high=650, max=1200)}  # fmt: skip
ASKED_OF_A_CASE: tuple[Part, ...] = ("alternatives", "evidence", "reasoning")


def issues(findings: Findings, question: Question) -> tuple[str, ...]:
    """Return the rules that apply, most important first. Some leave nothing else to say."""
    past = episode(question)
    if findings.reading.length < band(findings, question).min:
        return ("short" if past else "short-case",)
    if stuffed(findings):
        return ("stuffed",)
    if past and _general(findings):
        return ("general",)
    found = _of_an_episode(findings, question) if past else _of_a_case(findings, question)
    return tipped([*found, *_lengths(findings, question)], findings.amiss)


def tipped(rules: Sequence[str], amiss: Mapping[str, int]) -> tuple[str, ...]:
    """Put one tip after all that was not found, and before what is a matter of taste."""
    taste = [rule for rule in rules if rule in TASTE]
    return (*(rule for rule in rules if rule not in TASTE), *tuple(amiss)[:TIPS], *taste)


def band(findings: Findings, question: Question) -> Band:
    """Return how long an answer to the question is, in the language it was given in."""
    language = findings.reading.language
    return question.mock.length.of(language) if question.mock else DEFAULT[language]


def stuffed(findings: Findings) -> bool:
    """Say whether an answer is made of opening words with little between them."""
    parts = sum(status != "none" for status in findings.parts.values())
    chopped = findings.bare >= CHOPPED and len(findings.reading.clauses) >= CHOPPED_FROM
    return chopped or (findings.covered > STUFFED and parts >= PARTS_OF_STUFFED)


def _general(findings: Findings) -> bool:
    habits = len(findings.telling.general)
    if habits < HABITS or findings.quantity == "change":
        return False
    if not findings.telling.plainly | findings.telling.team:
        return True
    much = habits >= HABITUAL * len(findings.reading.clauses) or findings.past < TENSELESS
    return much and len(findings.telling.plainly | findings.telling.team) <= max(1, habits / 3)


def _of_an_episode(findings: Findings, question: Question) -> Iterator[str]:
    parts, telling = findings.parts, findings.telling
    told = len(telling.own) > 1 or parts["result"] == "found"
    if _off_topic(findings, question) and not told:
        yield "off-topic"
    if parts["action"] == "none" and parts["result"] != "found":
        yield "unstructured"
        return
    if parts["action"] != "found":
        yield "ownership" if telling.team else "action"
    if parts["result"] == "none":
        yield "result"
    elif parts["result"] == "partly":
        yield CHECK
    elif _lacks_number(findings, question):
        yield "number"
    if parts["reflection"] == "none" and _wants_reflection(question):
        yield "reflection"


def _of_a_case(findings: Findings, question: Question) -> Iterator[str]:
    asked = question.mock.expect.parts if question.mock else ASKED_OF_A_CASE
    if _off_topic(findings, question) and all(findings.parts[part] == "none" for part in asked):
        yield "off-topic"
    yield from (
        part for part in ASKED_OF_A_CASE if part in asked and findings.parts[part] == "none"
    )


def _lengths(findings: Findings, question: Question) -> Iterator[str]:
    usual = band(findings, question)
    if findings.reading.length < usual.low:
        yield "fuller"
    elif findings.reading.length > usual.high:
        yield "long"


def _off_topic(findings: Findings, question: Question) -> bool:
    return bool(question.mock and question.mock.content_points) and not findings.touched


def _lacks_number(findings: Findings, question: Question) -> bool:
    return findings.quantity in {"none", "around"} and wants_number(question)


def wants_number(question: Question) -> bool:
    """Say whether the question asks for a figure in the result, if there is one."""
    return not question.mock or question.mock.expect.result_number == "preferred"


def _wants_reflection(question: Question) -> bool:
    return question.mock is not None and question.mock.expect.reflection == "preferred"
