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
ANY = ""  # no competency in particular: a surprise

Form = Literal["guided", "free"]


@dataclass(frozen=True, slots=True)
class Wish:
    """The choice before a mock. ``whole``: a full round; ``timed``: with a clock."""

    competency: str
    level: Level
    locale: Locale
    form: Form = "guided"
    whole: bool = True
    timed: bool = False

    @property
    def minutes(self) -> int:
        """What the clock gives, when there is one."""
        return MINUTES if self.whole else ALONE


def choose(wish: Wish, library: Library, met: Sequence[str], seed: str) -> tuple[str, ...]:
    """Return the questions for a wish. FormError when none fits.

    ``met`` are those the person was asked before, the earliest first. The first question is of
    the competency; when that has fewer than a round needs, its group helps out, then its model,
    then whatever there is. None comes again before all that fit were met; then the oldest does.
    Among equals the bank's order decides, or ``seed`` for a surprise.
    """
    fitting = [each for each in library.questions.values() if _fits(each, wish)]
    own = [each for each in fitting if wish.competency in {ANY, each.competency}]
    if not own:
        phrase = Phrase(
            "There is no practice question for this competency at this level. "
            "Choose another level or competency."
        )
        raise FormError({"level": phrase})
    order = _Order(wish, library, {question: n for n, question in enumerate(met)}, seed)
    first = min(own, key=order.place)
    chosen = [first]
    while wish.whole and len(chosen) < min(QUESTIONS, len(fitting)):
        taken = {each.competency for each in chosen} if wish.competency == ANY else set()
        rest = [each for each in fitting if each not in chosen]
        chosen.append(min(rest, key=lambda each: order.next(each, taken)))
    return tuple(each.id for each in chosen)


def first_wish(last: Wish | None, locale: Locale) -> Wish:
    """Return what the form starts with: the last choice, or a guided round at mid level."""
    return last or Wish(ANY, "mid", locale)


@dataclass(frozen=True, slots=True)
class _Order:
    wish: Wish
    library: Library
    met: dict[str, int]
    seed: str

    def next(self, question: Question, taken: set[str]) -> tuple[bool, bool, tuple[int, int, str]]:
        """Return the same with every competency once before one comes twice."""
        return question.id in self.met, question.competency in taken, self.place(question)

    def place(self, question: Question) -> tuple[int, int, str]:
        """Return what sorts first what was never met, then what is nearest, then by lot."""
        surprise = self.wish.competency == ANY
        lot = sha256(f"{self.seed}/{question.id}".encode()).hexdigest() if surprise else ""
        return self.met.get(question.id, -1), self._distance(question.competency), lot

    def _distance(self, competency: str) -> int:
        if self.wish.competency in {ANY, competency}:
            return 0
        model, _ = self.library.place(self.wish.competency)
        for group in model.groups:
            inside = {each.id for each in group.competencies}
            if {competency, self.wish.competency} <= inside:
                return 1
        return 2 if competency in {each.id for each in model.competencies} else 3


def _fits(question: Question, wish: Wish) -> bool:
    return question.status in OFFERED and wish.level in question.levels
