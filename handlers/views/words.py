"""Words for the things of the domain that have no bank to name them."""

from datetime import timedelta

from coaching.debrief.decision import Verdict
from coaching.debrief.report import Gap
from coaching.overview import State
from coaching.profile import Confidence
from coaching.scorecard import POINTS, Mark, Rating, Reason, Recommendation
from handlers.texts import Texts
from questions import selection
from questions.bank import Kind, Status, Type
from questions.model import Level, Model


def level(texts: Texts, level_: Level) -> str:
    """Name a level."""
    return {
        "junior": texts("Junior"),
        "mid": texts("Mid-level"),
        "senior": texts("Senior"),
        "lead": texts("Lead"),
    }[level_]


def type_(texts: Texts, type_: Type) -> str:
    """Name a type of question."""
    return {
        "behavioural": texts("Behavioural"),
        "situational": texts("Situational"),
        "case": texts("Case"),
    }[type_]


def kind(texts: Texts, kind_: Kind) -> str:
    """Name what a probe is after."""
    return {
        "situation": texts("Situation"),
        "task": texts("Task"),
        "action": texts("Action"),
        "result": texts("Result"),
        "reflection": texts("Reflection"),
        "ownership": texts("Own part"),
        "clarify": texts("Clarification"),
        "reasoning": texts("Reasoning"),
        "alternatives": texts("Alternatives"),
        "risk": texts("Risk"),
        "evidence": texts("Evidence"),
        "depth": texts("Depth"),
    }[kind_]


def status(texts: Texts, status_: Status) -> str:
    """Say how far a question is."""
    return {
        "draft": texts("Draft: not in use yet"),
        "pilot": texts("Pilot: not yet reviewed"),
        "active": texts("Reviewed"),
        "retired": texts("Retired: new jobs do not get it"),
        "compromised": texts("Known outside: new jobs do not get it"),
    }[status_]


def practice(texts: Texts, *, guest: bool) -> str:
    """Say what a practice question is for; only members can be interviewed by the bot."""
    if guest:
        return texts("For practice: real interviews ask other questions.")
    return texts(
        "For practice: real interviews ask other questions. `/mock` starts a practice interview."
    )


def reason(texts: Texts, reason_: selection.Reason) -> str:
    """Say why a question was chosen."""
    said = [
        texts.count("{n} fits", "{n} fit", reason_.fitting),
        texts.count("asked of {n} candidate so far", "asked of {n} candidates so far", reason_.uses)
        if reason_.uses
        else texts("not asked yet"),
    ]
    if reason_.tied > 1:
        said.append(texts("drawn by lot from {n}", n=reason_.tied))
    if reason_.tired:
        said.append(texts("all were asked lately"))
    return texts(", ").join(said)


def recommendation(texts: Texts, word: Recommendation) -> str:
    """Name a recommendation."""
    return {
        Recommendation.STRONG_NO: texts("Strong no"),
        Recommendation.NO: texts("No"),
        Recommendation.YES: texts("Yes"),
        Recommendation.STRONG_YES: texts("Strong yes"),
    }[word]


def verdict(texts: Texts, verdict_: Verdict) -> str:
    """Name what was decided."""
    return {"hire": texts("Hire"), "no_hire": texts("No hire"), "hold": texts("Hold")}[verdict_]


def state(texts: Texts, state_: State) -> str:
    """Say how far an interview is."""
    return {
        "coming": texts("to come"),
        "running": texts("under way"),
        "due": texts("scorecard due"),
        "overdue": texts("scorecard overdue"),
        "sealed": texts("scorecard sealed"),
        "cancelled": texts("called off"),
        "missed": texts("did not happen"),
    }[state_]


def confidence(texts: Texts, confidence_: Confidence) -> str:
    """Say how much a mean can be trusted."""
    return {
        "low": texts("low confidence"),
        "medium": texts("medium confidence"),
        "high": texts("high confidence"),
    }[confidence_]


def trust(texts: Texts, confidence_: Confidence) -> str:
    """Say the same under a heading."""
    return {"low": texts("low"), "medium": texts("medium"), "high": texts("high")}[confidence_]


def mark(texts: Texts, mark_: Mark, model: Model) -> str:
    """Name a mark: the number and the scale's word for it."""
    if mark_ == "not_assessed":
        return texts.of(model.scale.not_assessed)
    return f"{mark_} · {texts.of(model.scale.label(mark_))}"


def rating(texts: Texts, rating_: Rating, model: Model) -> str:
    """Name the mark of a rating; one that is still open is not assessed, and a reason stands by."""
    if rating_.reason:
        return not_assessed(texts, rating_.reason, model)
    return mark(texts, rating_.mark or "not_assessed", model)


def not_assessed(texts: Texts, reason_: Reason, model: Model) -> str:
    """Name what is no mark, and say why."""
    return texts("{mark}: {why}", mark=mark(texts, "not_assessed", model), why=why(texts, reason_))


def why(texts: Texts, reason_: Reason) -> str:
    """Say why something was not assessed."""
    return {
        Reason.NO_TIME: texts("no time"),
        Reason.NOT_COVERED: texts("not covered"),
        Reason.NO_EVIDENCE: texts("no evidence"),
    }[reason_]


def span(texts: Texts, time: timedelta) -> str:
    """Say how long something took: in minutes, from two hours on in hours, then in days."""
    minutes = int(time.total_seconds()) // 60
    if minutes < 2 * 60:
        return texts.count("{n} minute", "{n} minutes", minutes)
    if minutes < 48 * 60:
        return texts.count("{n} hour", "{n} hours", minutes // 60)
    return texts.count("{n} day", "{n} days", minutes // (24 * 60))


def stamp(texts: Texts, delay: timedelta) -> str:
    """Say that a scorecard was sealed long after its interview."""
    return texts("written {delay} after the interview", delay=span(texts, delay))


def value(texts: Texts, said: str, model: Model) -> str:
    """Name what an amendment says: a mark, or a recommendation."""
    if said in set(Recommendation):
        return recommendation(texts, Recommendation(said))
    marks: dict[str, Mark] = {str(points): points for points in POINTS}
    return mark(texts, marks.get(said, "not_assessed"), model)


def gap(texts: Texts, why: Gap) -> str:
    """Say why a scorecard was not there when the debrief went out."""
    return {
        "to_come": texts("interview still to come"),
        "begun": texts("scorecard begun, not sealed"),
        "not_begun": texts("scorecard not begun"),
    }[why]
