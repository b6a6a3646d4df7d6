"""Guided practice: parts come in fields of their own, and only the reliable is looked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coaching.practice.feedback import saying
from coaching.practice.feedback.cues import Cues
from coaching.practice.feedback.ending import Quantity, figures
from coaching.practice.feedback.feedback import A_MINUTE, NOTHING_TO_KEEP, STEPS, Feedback
from coaching.practice.feedback.finding import Status, amiss, episode, found_in
from coaching.practice.feedback.issues import DEFAULT, HABITS, stuffed, tipped, wants_number
from coaching.practice.feedback.reading import Reading, take_apart
from coaching.practice.feedback.saying import Statement
from coaching.practice.feedback.telling import Telling, tell
from questions.bank import Question
from questions.practice import Part
from questions.wording import Locale

CASE: tuple[Part, ...] = ("alternatives", "evidence", "reasoning")
A_SENTENCE = 4  # English words: less is a note to oneself
BACKGROUND = 0.6  # of the whole: what the scene may take up


@dataclass(frozen=True, slots=True)
class Field:
    """What was typed into one field, taken apart."""

    reading: Reading
    telling: Telling

    @property
    def size(self) -> float:
        """How much it says, in English words."""
        return sum(clause.size for clause in self.reading.clauses)


def guided(fields: Mapping[Part, str], question: Question, locale: Locale) -> Feedback:
    """Give feedback on fields: situation (with the task), action, result and reflection of a story.

    For a case they are the parts its question expects. A field left out is an empty one.
    """
    cues, past = Cues.shipped(), episode(question)
    read = {
        part: Field(reading := take_apart(text, cues), tell(reading, cues, episode=past))
        for part, text in fields.items()
    }
    filled = {part: field for part, field in read.items() if field.size}
    quantity = _quantity(filled.get("result"), cues)
    whole = take_apart("\n".join(fields.values()), cues)
    rules = tuple(_rules(filled, whole, question, quantity))
    if not NOTHING_TO_KEEP.intersection(rules) and stuffed(found_in(whole, question, cues)):
        rules = ("stuffed",)  # opening words, spread over the form or put into each of its fields
    if not NOTHING_TO_KEEP.intersection(rules):
        rules = tipped(rules, amiss(whole, cues))
    return Feedback(
        keep=None if NOTHING_TO_KEEP.intersection(rules) else _keep(filled, quantity, locale),
        steps=tuple(_step(rule, filled, whole, question, locale) for rule in rules[:STEPS]),
        check=None,
        invite=saying.invite(locale, anything_left=bool(rules)),
        parts={part: _status(field) for part, field in read.items()},
        quotes={part: field.reading.quote(0) for part, field in filled.items()},
        quantity=quantity,
        rules=rules,
    )


def _status(field: Field) -> Status:
    if not field.size:
        return "none"
    return "found" if field.size >= A_SENTENCE else "partly"


def _rules(
    filled: Mapping[Part, Field], whole: Reading, question: Question, quantity: Quantity
) -> Iterator[str]:
    length = question.mock.length.of(whole.language) if question.mock else DEFAULT[whole.language]
    if whole.length < length.min:
        yield "short" if episode(question) else "short-case"
        return
    if not episode(question):
        asked = question.mock.expect.parts if question.mock else CASE
        yield from (part for part in CASE if part in asked and part not in filled)
    else:
        yield from _of_a_story(filled, question, quantity)
    if whole.length > length.max:
        yield "long"


def _of_a_story(
    filled: Mapping[Part, Field], question: Question, quantity: Quantity
) -> Iterator[str]:
    yield from _of_the_action(filled.get("action"))
    if "result" not in filled:
        yield "result"
    elif quantity == "none" and wants_number(question):
        yield "number"
    total = sum(field.size for field in filled.values())
    if "situation" in filled and filled["situation"].size > BACKGROUND * total:
        yield "background"
    wanted = question.mock is not None and question.mock.expect.reflection == "preferred"
    if wanted and "reflection" not in filled:
        yield "reflection"


def _of_the_action(field: Field | None) -> Iterator[str]:
    """Yield what the field leaves open. A Chinese sentence without a subject is one's own."""
    if field is None:
        yield "action"
    elif not field.telling.deeds and len(field.telling.general) >= HABITS:
        yield "general"
    elif field.telling.team and not field.telling.own:
        yield "ownership"


def _quantity(field: Field | None, cues: Cues) -> Quantity:
    if field is None:
        return "none"
    if figures(field.reading, cues, cues.number):
        return "change" if field.reading.places(cues.change) else "result"
    return "perhaps" if figures(field.reading, cues, cues.loose) else "none"


def _keep(filled: Mapping[Part, Field], quantity: Quantity, locale: Locale) -> Statement | None:
    for rule, part, at in _worth_keeping(filled, quantity):
        if part in filled and at is not None:
            return saying.keeping(rule, filled[part].reading.quote(at), locale)
    return None


def _worth_keeping(
    filled: Mapping[Part, Field], quantity: Quantity
) -> Iterator[tuple[str, Part, int | None]]:
    cues = Cues.shipped()
    if quantity in {"result", "change"}:
        reading = filled["result"].reading
        counted = figures(reading, cues, cues.number)
        compared = counted & set(reading.places(cues.change))
        rule = "result-change" if quantity == "change" else "result-number"
        yield rule, "result", min(compared or counted)
    if "action" in filled:
        yield "own-action", "action", min(filled["action"].telling.plainly, default=None)
    rest: tuple[Part, ...] = ("reflection", *CASE)
    yield from ((part, part, 0) for part in rest)


def _step(
    rule: str, filled: Mapping[Part, Field], whole: Reading, question: Question, locale: Locale
) -> Statement:
    quote, tips = "", amiss(whole, Cues.shipped())
    if rule in {"general", "ownership"}:
        field = filled["action"]
        found = field.telling.general if rule == "general" else field.telling.team
        quote = field.reading.quote(min(found))
    elif rule == "number":
        quote = filled["result"].reading.quote(0)
    elif rule in tips:
        quote = whole.quote(tips[rule])
    minutes = round(whole.length / A_MINUTE[whole.language])
    return saying.step(rule, question, locale, quote=quote, minutes=minutes)
