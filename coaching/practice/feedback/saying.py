"""A rule put into words: what is shown to the person, with their own words quoted."""

from collections.abc import Mapping
from dataclasses import dataclass

from questions.bank import Question
from questions.messages import Messages
from questions.practice import Part
from questions.wording import Locale, Wording

OF_A_PART: Mapping[str, Part] = {
    "action": "action",
    "result": "result",
    "reflection": "reflection",
    "alternatives": "alternatives",
    "evidence": "evidence",
    "reasoning": "reasoning",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said. ``rule`` never changes and holds no text; ``quote`` is the person's own.

    ``begin`` is a sentence to try. Text and quote are shown as plain text.
    """

    rule: str
    text: str
    quote: str = ""
    begin: str = ""


def keeping(rule: str, quote: str, locale: Locale) -> Statement:
    """Say what is worth keeping."""
    said = Messages.shipped().keep[rule].say.of(locale)
    return Statement(rule, said.format(quote=quote), quote)


def step(
    rule: str, question: Question, locale: Locale, *, quote: str = "", minutes: int = 0
) -> Statement:
    """Say one next step, in the words of the question where it has some for that part."""
    message = Messages.shipped().steps[rule]
    points = question.mock.content_points if question.mock else ()
    labels = ("；" if locale == "zh-CN" else "; ").join(each.label.of(locale) for each in points)
    said = message.say.of(locale).format(quote=quote, points=labels, minutes=minutes)
    then = (_tip(rule, question) or message.next).of(locale)
    between = "" if locale == "zh-CN" else " "
    return Statement(rule, said + between + then, quote, message.try_.of(locale))


def check(rule: str, locale: Locale) -> Statement:
    """Ask back where the machine is unsure: who answers has checked it themselves."""
    return Statement(rule, Messages.shipped().checks[rule].of(locale))


def change(rule: str, quote: str, locale: Locale) -> Statement:
    """Say what is different this time."""
    return Statement(rule, Messages.shipped().changes[rule].of(locale).format(quote=quote), quote)


def invite(locale: Locale, *, anything_left: bool) -> str:
    """Invite to another try, with the step or simply aloud."""
    messages = Messages.shipped()
    return (messages.invite if anything_left else messages.invite_anyway).of(locale)


def _tip(rule: str, question: Question) -> Wording | None:
    if question.mock is None or rule not in OF_A_PART:
        return None
    return question.mock.tips.of(OF_A_PART[rule])
