"""What an organiser wants a planned interview to be instead, and what can be wrong with that."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from coaching.covering.clashes import Busy, Clash, clashes
from coaching.errors import FixedError
from coaching.loop import Debrief, Interview, Loop
from coaching.loop_form import LoopForm, Seat, both_sides, faults
from coaching.phrase import Phrase
from questions.model import Model


@dataclass(frozen=True, slots=True)
class Wish:
    """The form as it was filled in; None is what was left out.

    ``revision`` is that of the interview that was shown. ``instead`` are ids of questions for
    which another one is to be asked. Of somebody who sits in, only the person can be changed.
    """

    revision: int
    interviewer: str | None
    start: datetime | None = None
    minutes: int | None = None
    covers: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()

    def applied(self, interview: Interview) -> Interview:
        """Return an interview with everything of this but its questions."""
        other = replace(interview, interviewer=self.interviewer or interview.interviewer)
        if interview.beside is not None:
            return other
        return replace(
            other,
            start=self.start or interview.start,
            minutes=self.minutes or interview.minutes,
            competencies=self._covers(interview),
        )

    def fulfilled(self, interview: Interview) -> bool:
        """Tell whether an interview is like this already."""
        asked = {ref.partition("@")[0] for ref in interview.questions}
        return (
            self.applied(interview) == interview
            and interview.state == "planned"
            and not asked & set(self.instead)
        )

    def form(self, loop: Loop) -> LoopForm:
        """Return it as a form with one row, so that it is judged as a plan is."""
        return LoopForm(
            job=loop.job.id,
            candidate=loop.candidate.name,
            account=loop.candidate.account,
            seats=[Seat(self.interviewer, self.start, self.minutes)],
            release="sealed",
            due=None,
        )

    def _covers(self, interview: Interview) -> tuple[str, ...]:
        same = set(self.covers) == set(interview.competencies)
        return interview.competencies if same else self.covers


def wrong(wish: Wish, mine: Interview, loop: Loop, now: datetime) -> dict[str, Phrase | None]:
    """Return what is wrong with a wish by itself, by field."""
    found = faults(wish.form(loop), now)
    who = found["interviewer:0"] or _twice(wish, mine, loop)
    if mine.beside is not None:
        return {"interviewer": who}
    moved = wish.start != mine.start
    start = found["start:0"] if moved else None
    return {
        "interviewer": who,
        "start": start or _start(wish, mine, now) or _too_late(wish, mine, loop.debrief),
        "minutes": found["minutes:0"],
        "covers": None if wish.covers else Phrase("Choose at least one competency."),
    }


def across(wish: Wish, loop: Loop, loops: Sequence[Loop]) -> dict[str, Phrase | None]:
    """Return whether the interviewer is a candidate of the job; ``loops`` are its open ones."""
    return {"interviewer": both_sides(wish.form(loop), loops).get("interviewer:0")}


def booked(
    before: Interview, changed: Sequence[Interview], loop: Loop, busy: Iterable[Interview]
) -> dict[str, Phrase]:
    """Return who would be in two places at once.

    ``changed`` are the interview, first, and those who sit in with it; ``busy`` is what their
    people do in a time around it.
    """
    ours = {each.id for each in changed} | {before.id}
    others = [each for each in loop.interviews if each.state == "planned" and each.id not in ours]
    listening = [each.id for each in (*others, *changed) if each.beside is not None]
    elsewhere: dict[str, list[Busy]] = {}
    for each in busy:
        if each.candidate != loop.candidate.id:
            elsewhere.setdefault(each.interviewer, []).append(Busy(each.start, each.end))
    found = clashes([*others, *changed], elsewhere, listening)
    return dict(_said(before, changed, found))


def _said(
    before: Interview, changed: Sequence[Interview], found: Sequence[Clash]
) -> Iterator[tuple[str, Phrase]]:
    mine, ours = changed[0], {each.id for each in changed}
    moved = mine.beside is None and (mine.start, mine.minutes) != (before.start, before.minutes)
    at = "start" if moved else "interviewer"
    for clash in found:
        one, other = clash.interview, clash.other
        if isinstance(other, Interview) and other.id in ours:
            one, other = other, one
        if one.id not in ours:
            continue
        if clash.person is None:
            yield at, Phrase("The candidate is in another interview then.")
        elif one.id == mine.id:
            yield at, Phrase("This person has another interview on {at}.", {"at": other.start})
        else:
            yield (
                at,
                Phrase("Somebody who sits in has another interview on {at}.", {"at": other.start}),
            )


def _twice(wish: Wish, mine: Interview, loop: Loop) -> Phrase | None:
    others = {e.interviewer for e in loop.interviews if e.state == "planned" and e.id != mine.id}
    if wish.interviewer not in others:
        return None
    return Phrase("This person is on the panel twice. Choose each interviewer once.")


def _start(wish: Wish, mine: Interview, now: datetime) -> Phrase | None:
    if wish.start == mine.start:
        missed = Phrase("This interview did not take place. Choose a new time for it.")
        return missed if mine.state == "missed" else None
    passed = wish.start is not None and wish.start <= now
    return Phrase("That time has passed. Choose a later one.") if passed else None


def _too_late(wish: Wish, mine: Interview, promised: Debrief) -> Phrase | None:
    """Keep the interview before the debrief: it would be no part of it."""
    if (wish.start, wish.minutes) == (mine.start, mine.minutes) or promised.due_at is None:
        return None
    if promised.daily or promised.stopped:  # it waits for this card, or for another time
        return None
    if wish.start is None or wish.start + timedelta(minutes=wish.minutes or 0) <= promised.due_at:
        return None
    return Phrase(
        "The debrief comes on {at}, before this interview would end. Choose an earlier time.",
        {"at": promised.due_at},
    )


def foreign(wish: Wish, mine: Interview, model: Model) -> dict[str, Phrase | None]:
    """Return whether something is to be covered that the job's model does not have."""
    if mine.beside is not None or {*wish.covers} <= {each.id for each in model.competencies}:
        return {}
    return {
        "covers": Phrase("This job is not assessed on all of these. Choose again from its list.")
    }


def refuse_stale(seen: object, now: object) -> None:
    """Raise FixedError when something is no longer as it was when the form was opened."""
    if seen != now:
        raise FixedError(
            Phrase("Somebody changed this interview meanwhile. Close this form and open it again.")
        )


def merged(*faults_: Mapping[str, Phrase | None]) -> dict[str, Phrase | None]:
    """Return the faults of several looks; what was found first stands."""
    found: dict[str, Phrase | None] = {}
    for each in faults_:
        found |= {field: fault for field, fault in each.items() if not found.get(field)}
    return found
