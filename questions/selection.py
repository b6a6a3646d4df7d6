"""Which questions a job gets. Frozen with the job, so that every candidate hears the same ones.

The rule: what fits the level and may be asked, rested before tired, the least used family, and of
equals the one that a lot drawn from job and sub-dimension names. Nothing is left to chance, so a
choice can be explained and drawn again.
"""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import product

from questions.bank import Question, Type
from questions.library import Library
from questions.model import Level

QUARTER = timedelta(days=91)
PAIR: tuple[Type, Type] = ("behavioural", "situational")  # in the order they are asked


@dataclass(frozen=True, slots=True)
class Heard:
    """How often candidates were asked a question: ever, in the last 91 days, and when last."""

    uses: int
    recent: int
    last: datetime


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a question was chosen.

    ``fitting`` of its kind fit the level; its family was used ``uses`` times; ``tied`` of them,
    itself included, were as good, and lots were drawn. ``tired``: none that had rested was left.
    """

    fitting: int
    uses: int
    tied: int
    tired: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A question and why it was chosen."""

    question: Question
    reason: Reason


@dataclass(frozen=True, slots=True)
class Exposure:
    """What candidates have heard up to ``now``, by question."""

    now: datetime
    heard: Mapping[str, Heard] = field(default_factory=dict)

    def worn(self, question: Question) -> bool:
        """Return whether a question has had all the uses its bank allows."""
        most = question.exposure.retire_after_uses
        return bool(most) and self._of(question).uses >= most

    def tired(self, question: Question) -> bool:
        """Return whether it should rest: heard too lately, or too often in 91 days."""
        heard, limits = self._of(question), question.exposure
        often = bool(limits.max_uses_per_quarter) and heard.recent >= limits.max_uses_per_quarter
        rest = timedelta(days=limits.cooldown_days)
        return often or (heard.uses > 0 and self.now - heard.last < rest)

    def uses(self, library: Library) -> Mapping[str, int]:
        """Return how often each family was asked in any of its forms; 0 of one never asked."""
        counted: Counter[str] = Counter()
        for form, heard in self.heard.items():
            if question := library.question(form):
                counted[question.family] += heard.uses
        return counted

    def _of(self, question: Question) -> Heard:
        return self.heard.get(question.id, Heard(0, 0, self.now))


@dataclass(frozen=True, slots=True)
class Selection:
    """Chooses for one job, named by ``seed``."""

    library: Library
    level: Level
    seed: str
    exposure: Exposure
    _uses: Mapping[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Count once: a workspace may have thousands of questions."""
        object.__setattr__(self, "_uses", self.exposure.uses(self.library))

    def plan(
        self, model_id: str, competencies: Sequence[str], cases: Container[str] = ()
    ) -> tuple[Choice, ...]:
        """Return what each competency is asked, in the model's order.

        One behavioural and one situational question, from two families and, where that is possible,
        about different sub-dimensions; in ``cases`` a case in place of the situational one, where
        there is one. A competency without questions yields nothing, one with a single kind yields
        that. KeyError for a model or a competency nobody knows.
        """
        model = self.library.model(model_id)
        wanted = {model.competency(each).id for each in competencies}
        chosen = [each.id for each in model.competencies if each.id in wanted]
        return tuple(
            choice
            for competency in chosen
            for choice in self._pair(competency, case=competency in cases)
        )

    def parallel(
        self, question: Question, met: Container[str], taken: Container[str]
    ) -> Choice | None:
        """Return another question for somebody who has met the family of this one.

        The same competency and type, of a family neither ``met`` nor ``taken``; about the same
        sub-dimension if there is one. None when nothing is left.
        """
        free = [
            each
            for each in self._fitting(question.competency, question.type)
            if each.family not in met and each.family not in taken
        ]
        same = [each for each in free if set(each.sub_dimensions) & set(question.sub_dimensions)]
        ranked = sorted(same or free, key=self._rank)
        return self._choice(ranked[0], ranked) if ranked else None

    def _pair(self, competency: str, *, case: bool) -> Iterator[Choice]:
        past, dilemmas = (self._fitting(competency, kind) for kind in PAIR)
        dilemmas = (case and self._fitting(competency, "case")) or dilemmas
        best = map(self._best, (past, dilemmas))
        pairs = [(a, b) for a, b in product(*best) if a.family != b.family]
        if pairs:
            first, second = min(pairs, key=self._pair_rank)
            yield self._choice(first, past)
            yield self._choice(second, dilemmas)
        else:
            alone = sorted(past or dilemmas, key=self._rank)
            yield from (self._choice(each, alone) for each in alone[:1])

    def _best(self, fitting: Sequence[Question]) -> Sequence[Question]:
        """Return the best of two families about each side: one is left beside any other family.

        The best pair is always among them, and of thousands of questions a few are paired.
        """
        kept: dict[frozenset[str], dict[str, Question]] = {}
        for question in sorted(fitting, key=self._rank):
            families = kept.setdefault(frozenset(question.sub_dimensions), {})
            if len(families) < len(PAIR):
                families.setdefault(question.family, question)
        return [question for families in kept.values() for question in families.values()]

    def _fitting(self, competency: str, kind: Type) -> Sequence[Question]:
        return [
            each
            for each in self.library.of(competency)
            if each.type == kind and self.level in each.levels and not self.exposure.worn(each)
        ]

    def _standing(self, question: Question) -> tuple[bool, int]:
        return self.exposure.tired(question), self._uses[question.family]

    def _rank(self, question: Question) -> tuple[tuple[bool, int], str]:
        return self._standing(question), self._lot(question)

    def _pair_rank(self, pair: tuple[Question, Question]) -> tuple[int, int, int, str, str]:
        first, second = pair
        overlap = len(set(first.sub_dimensions) & set(second.sub_dimensions))
        (one, uses), (other, more) = self._standing(first), self._standing(second)
        return overlap, one + other, uses + more, self._lot(first), self._lot(second)

    def _choice(self, question: Question, fitting: Sequence[Question]) -> Choice:
        tired, uses = standing = self._standing(question)
        tied = sum(self._standing(each) == standing for each in fitting)
        return Choice(question, Reason(len(fitting), uses, tied, tired))

    def _lot(self, question: Question) -> str:
        """Draw lots the same way every time."""
        drawn = f"{self.seed}{'+'.join(question.sub_dimensions)}/{question.id}"
        return sha256(drawn.encode()).hexdigest()
