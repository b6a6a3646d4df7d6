"""What somebody wants to practise, and the questions that fit it."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from coaching.errors import FormError
from coaching.phrase import Phrase
from questions.bank import OFFERED, Question
from questions.library import Library
from questions.model import Level
from questions.wording import Locale

QUESTIONS, MINUTES = 3, 25  # in a full round
ALONE = 8  # minutes for one question: a third of a round
ANY = ""  # a surprise from everything

Form = Literal["guided", "free", "peer"]  # peer: to a partner, and nothing of it is kept


@dataclass(frozen=True, slots=True)
class Wish:
    """The choice before a mock. ``whole``: a full round; ``timed``: with a clock.

    ``topic`` is a competency, or for a surprise a model, or ANY. ``commented``: below each
    feedback the person may send their answer to a language model, for a paragraph of its own.
    """

    topic: str
    level: Level
    locale: Locale
    form: Form = "guided"
    whole: bool = True
    timed: bool = False
    commented: bool = False

    @property
    def minutes(self) -> int:
        """What the clock gives, when there is one."""
        return MINUTES if self.whole else ALONE


def choose(wish: Wish, library: Library, met: Sequence[str], seed: str) -> tuple[str, ...]:
    """Return the questions for a wish. FormError when none fits.

    ``met`` are those the person was asked before, the earliest first. The first question is of
    the topic; when that has fewer than a round needs, the group of the competency helps out, then
    its model, then whatever there is. None comes again before all were met; then the oldest does.
    Among equals the bank's order decides, or ``seed`` for a surprise.
    """
    fitting = [each for each in library.questions.values() if _fits(each, wish)]
    inside = scope(wish.topic, library)
    own = [each for each in fitting if each.competency in inside]
    if not own:
        phrase = Phrase(
            "There is no practice question for this competency at this level. "
            "Choose another level or competency."
        )
        raise FormError({"level": phrase})
    known = {question: n for n, question in enumerate(met)}
    order = _Order(wish.topic, inside, library, known, seed)
    enough = own if order.surprise and len(own) >= QUESTIONS else fitting
    chosen = [min(own, key=order.place)]
    while wish.whole and len(chosen) < min(QUESTIONS, len(enough)):
        taken = {each.competency for each in chosen} if order.surprise else set()
        rest = [each for each in enough if each not in chosen]
        chosen.append(min(rest, key=lambda each: order.next(each, taken)))
    return tuple(each.id for each in chosen)


def scope(topic: str, library: Library) -> frozenset[str]:
    """Return the competencies of a topic: of everything, of a model, or the one it is."""
    models = [model for model in library.models if topic in {ANY, model.id}]
    return frozenset(each.id for model in models for each in model.competencies) or frozenset(
        {topic}
    )


def first_wish(last: Wish | None, locale: Locale, library: Library) -> Wish:
    """Return what the form starts with: the last choice, or a guided round at mid level."""
    return last or Wish(library.models[0].id, "mid", locale)


@dataclass(frozen=True, slots=True)
class _Order:
    topic: str
    inside: frozenset[str]
    library: Library
    met: dict[str, int]
    seed: str

    @property
    def surprise(self) -> bool:
        """Whether no competency was chosen."""
        return self.topic not in self.inside

    def next(self, question: Question, taken: set[str]) -> tuple[bool, bool, tuple[int, int, str]]:
        """Return the same with every competency once before one comes twice."""
        return question.id in self.met, question.competency in taken, self.place(question)

    def place(self, question: Question) -> tuple[int, int, str]:
        """Return what sorts first what was never met, then what is nearest, then by lot."""
        lot = sha256(f"{self.seed}/{question.id}".encode()).hexdigest() if self.surprise else ""
        return self.met.get(question.id, -1), self._distance(question.competency), lot

    def _distance(self, competency: str) -> int:
        if self.surprise or competency in self.inside:
            return 0
        model, _ = self.library.place(self.topic)
        for group in model.groups:
            if {competency, self.topic} <= {each.id for each in group.competencies}:
                return 1
        return 2 if competency in {each.id for each in model.competencies} else 3


def _fits(question: Question, wish: Wish) -> bool:
    return question.status in OFFERED and wish.level in question.levels
