"""Topics that a question touches on, at the field where it does."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from coaching import wording_up
from coaching.phrase import Phrase
from coaching.question_form import QuestionForm
from questions.bank import Question
from questions.texts import texts
from questions.topics import Hit, Topics
from questions.wording import LOCALES, Locale, Wording


@dataclass(frozen=True, slots=True)
class Touched:
    """A topic in a field: the words that gave it away, and what its author is told."""

    field: str
    hit: Hit
    name: Wording
    advice: Wording

    @property
    def category(self) -> str:
        """The topic, which is all that is ever kept of it."""
        return self.hit.category

    @property
    def blocks(self) -> bool:
        """Whether a question cannot be kept like this."""
        return self.hit.severity == "block"

    @property
    def doubtful(self) -> bool:
        """Whether its author has to say that it belongs to a product scenario."""
        return self.hit.severity == "warn"

    @property
    def refusal(self) -> Phrase:
        """What stands at the field."""
        return Phrase("“{words}”: {advice}", {"words": self.hit.words, "advice": self.advice})


def touched(question: Question, form: QuestionForm, topics: Topics) -> Sequence[Touched]:
    """Return what every text of a question touches on, the gravest first."""
    found = [
        Touched(wording_up.field(("questions", 0, *where), form), hit, *_told(hit, topics))
        for where, text in _lines(question)
        for hit in topics.of_question(text)
    ]
    return sorted(found, key=lambda each: (not each.blocks, not each.doubtful))


def unwanted(found: Sequence[Touched], accepted: Collection[str]) -> Sequence[Touched]:
    """Return the doubts that the author has not answered; all of them, when one is left."""
    doubts = [each for each in found if each.doubtful]
    return doubts if any(each.category not in accepted for each in doubts) else []


def _lines(question: Question) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for where, text in texts(question):
        for locale in LOCALES:
            said = text.of(locale)
            for line in [said] if isinstance(said, str) else said:
                yield (*where, locale), line


def _told(hit: Hit, topics: Topics) -> tuple[Wording, Wording]:
    english, chinese = (topics.tip(hit, _locale(locale)) for locale in LOCALES)
    return topics.category(hit.category).name, Wording(en=english, **{"zh-CN": chinese})


def _locale(locale: Locale) -> Locale:
    return locale
