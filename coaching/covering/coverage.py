"""A plan of who covers what: minutes used and available, and who rates each competency."""

from collections.abc import Sequence
from dataclasses import dataclass

OVERHEAD = (
    10  # minutes of each interview: 4 to open, 5 to close, and nobody sits down on the minute
)
UNASKED = 9  # minutes for a competency without a question: one open question and its follow-ups


@dataclass(frozen=True, slots=True)
class Need:
    """What rating a competency takes in one interview.

    ``minutes``: 1 or more, the sum of its questions; ``UNASKED`` for one without questions.
    """

    competency: str
    minutes: int
    hard: bool


@dataclass(frozen=True, slots=True)
class Seat:
    """One interview that somebody leads, and its length in minutes. A shadow has no seat."""

    interviewer: str
    minutes: int

    @property
    def available(self) -> int:
        """The minutes for questions, 0 or more."""
        return max(0, self.minutes - OVERHEAD)


@dataclass(frozen=True, slots=True)
class Coverage:
    """A plan: for each seat what it covers, in the order of the needs.

    ``proven``: no better one exists. False only when the search was given up, on tables larger
    than 8 seats by 12 competencies, or very unlucky ones.
    """

    needs: Sequence[Need]
    seats: Sequence[Seat]
    covers: Sequence[Sequence[str]]
    proven: bool = True

    def used(self, seat: int) -> int:
        """Return the minutes that a seat's competencies take."""
        return sum(need.minutes for need in self.needs if need.competency in self.covers[seat])

    def available(self, seat: int) -> int:
        """Return the minutes that a seat has for them."""
        return self.seats[seat].available

    def raters(self, competency: str) -> Sequence[str]:
        """Return who covers it, each person once: two talks with one person are one opinion."""
        held = zip(self.seats, self.covers, strict=True)
        return list(dict.fromkeys(seat.interviewer for seat, has in held if competency in has))

    @property
    def over(self) -> Sequence[int]:
        """The seats that take more time than they have; only hands do that."""
        seats = range(len(self.seats))
        return [seat for seat in seats if self.used(seat) > self.available(seat)]

    @property
    def idle(self) -> Sequence[int]:
        """The seats that cover nothing."""
        return [seat for seat, has in enumerate(self.covers) if not has]

    @property
    def alone(self) -> Sequence[str]:
        """The competencies with one rater."""
        return self._with_raters(1)

    @property
    def uncovered(self) -> Sequence[str]:
        """The competencies with none."""
        return self._with_raters(0)

    def _with_raters(self, count: int) -> Sequence[str]:
        needs = (need.competency for need in self.needs)
        return [each for each in needs if len(self.raters(each)) == count]
