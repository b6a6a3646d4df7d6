"""Which planned probe helps an answer on: the one that asks for what was not found."""

from collections.abc import Collection, Mapping, Sequence

from coaching.practice.feedback.cues import Cues
from coaching.practice.feedback.finding import episode, find
from coaching.practice.feedback.issues import CHECK, issues
from questions.bank import Kind, Probe, Question

ASKS_FOR: Mapping[str, Sequence[Kind]] = {
    "general": ("action", "situation"),
    "unstructured": ("action", "situation"),
    "off-topic": ("situation", "action"),
    "action": ("action", "ownership"),
    "ownership": ("ownership", "action"),
    "result": ("result",),
    CHECK: ("result",),
    "number": ("result",),
    "alternatives": ("alternatives",),
    "evidence": ("evidence",),
    "reasoning": ("reasoning",),
    "reflection": ("reflection",),
}
ANY_WILL_DO = frozenset({"short", "short-case", "stuffed"})


def probe(answer: str, question: Question, asked: Collection[str]) -> Probe | None:
    """Return the probe to ask next, or None when nothing planned fits what was not found.

    ``asked`` are the ids of those asked already. A probe is a question: it does no harm where the
    answer had it after all. How many are asked is the interview's to say.
    """
    left = [each for each in question.probes if each.id not in asked]
    left.sort(key=lambda each: not each.required)  # keeps the order of the bank otherwise
    findings = find(answer, question, Cues.shipped())
    rules = issues(findings, question)
    if ANY_WILL_DO.intersection(rules):
        return next(iter(left), None)
    wanted: list[Kind] = [kind for rule in rules for kind in ASKS_FOR.get(rule, ())]
    if not episode(question) and findings.parts["risk"] == "none":
        wanted.append("risk")
    fitting = (each for kind in wanted for each in left if each.kind == kind)
    return next(fitting, None)
