"""What a planned interview asks once its time, its competencies or a question was changed.

What it asks and still covers stays, so that candidates of a job go on hearing the same. No
question comes in that somebody else of the loop asks, as long as there is another.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from coaching.asking import REMEMBERED, asked, question_of
from coaching.catalogue import Catalogue, exposed
from coaching.errors import FormError
from coaching.loop import Interview, Loop
from coaching.phrase import Phrase
from coaching.repositories import Work
from coaching.sharing import Asks, by_competency, taken
from questions.bank import Question
from questions.selection import Selection


@dataclass(frozen=True, slots=True)
class Supply:
    """What there is to ask: of the job, in its order, and parallel forms of that.

    ``met`` are the families that the candidate knows from elsewhere.
    """

    loop: Loop
    asks: Asks
    selection: Selection
    met: Collection[str]

    def question(self, ref: str) -> Question | None:
        """Return the question of a reference, None when nobody knows it any more."""
        return question_of(ref, self.selection.library)

    def minutes(self, interview: Interview, refs: Sequence[str]) -> int:
        """Return the minutes of an interview that asks these."""
        own = by_competency(refs, self.selection.library)
        return taken(interview.competencies, refs, own, self.selection.library)


async def supply_of(work: Work, catalogue: Catalogue, loop: Loop, now: datetime) -> Supply:
    """Return what there is for a candidate, as when their interviews were planned."""
    job = await work.jobs.of(loop.job.id) or loop.job  # its questions may have been replaced
    library = await catalogue.frozen(work, {*job.questions, *loop.refs})
    known = {*await work.loops.namesakes(loop.candidate, now - REMEMBERED)}
    if loop.candidate.earlier:
        known.add(loop.candidate.earlier)
    met = await work.uses.met(known)
    selection = Selection(library, job.level, job.id, await exposed(work, now))
    asks = by_competency(asked(job, selection, met).refs, library)
    return Supply(loop, asks, selection, met)


def asked_anew(
    before: Interview, after: Interview, instead: Collection[str], supply: Supply
) -> Interview:
    """Return ``after`` with what it asks, in the model's order.

    ``before`` is the same interview as it was; ``instead`` are ids of its questions to be replaced.
    Raises FormError when nothing parallel is left.
    """
    refs = [*_covered(before, after, supply)]
    for n, ref in enumerate(refs):
        if _id(ref) in instead:
            refs[n] = _parallel(ref, refs, supply)
    for competency in after.competencies:
        if competency not in before.competencies:
            refs += _turn(competency, before, refs, supply)
    refs = _shortened(after, refs, supply)
    return _in_order(after, refs, supply)


def refuse_longer(before: Interview, after: Interview, supply: Supply) -> None:
    """Refuse what takes more than there is, unless it was planned so and gets no worse."""
    used = supply.minutes(after, after.questions)
    over = used - after.minutes
    if over > 0 and over > supply.minutes(before, before.questions) - before.minutes:
        raise FormError(
            {
                "minutes": Phrase(
                    "What is covered takes {used} minutes. Plan more time, or cover less.",
                    {"used": used},
                )
            }
        )


async def refuse_begun(
    work: Work,
    before: Sequence[Interview],
    after: Interview,
    now: datetime,
    field: str = "covers",
) -> None:
    """Refuse to ask something else in an interview that has begun, or was written about.

    ``before`` are the interview and those beside it, as they were.
    """
    mine, rooms = before[0], {each.id for each in before}
    gone = {_id(ref) for ref in mine.questions} - {_id(ref) for ref in after.questions}
    gone |= set(mine.competencies) - set(after.competencies)
    new = {*after.competencies, *after.questions} - {*mine.competencies, *mine.questions}
    if (gone or new) and after.start <= now:
        raise FormError({field: Phrase("This interview has begun, so what it asks stays.")})
    for item in sorted(gone):
        if rooms & set(await work.scorecards.said_of(item)):
            raise FormError(
                {field: Phrase("Something is written about this in a scorecard, so it stays.")}
            )


def _covered(before: Interview, after: Interview, supply: Supply) -> Iterator[str]:
    """Yield what is asked now and still belongs to what is covered."""
    for ref in before.questions:
        question = supply.question(ref)
        if question is None or question.competency in after.competencies:
            yield ref


def _parallel(ref: str, refs: Sequence[str], supply: Supply) -> str:
    question = supply.question(ref)
    if question is None:
        return ref
    if choice := supply.selection.parallel(question, supply.met, _families(refs, supply)):
        return choice.question.ref
    none = Phrase("No other question is left for: {title}", {"title": question.title})
    raise FormError({"instead": none})


def _turn(competency: str, mine: Interview, refs: Sequence[str], supply: Supply) -> Iterator[str]:
    """Yield one question of a competency: nobody else's, or a parallel one, or what there is."""
    offered = supply.asks.get(competency, ())
    others = {ref for each in supply.loop.panel if each.id != mine.id for ref in each.questions}
    if free := [ref for ref in offered if ref not in others]:
        yield free[0]
    elif offered:
        first = supply.question(offered[0])
        taken_ = _families(refs, supply)
        choice = supply.selection.parallel(first, supply.met, taken_) if first else None
        yield choice.question.ref if choice else offered[0]


def _families(refs: Sequence[str], supply: Supply) -> frozenset[str]:
    """Return what the loop asks already, and this interview with it."""
    known = (supply.question(ref) for ref in {*supply.loop.refs, *refs})
    return frozenset(each.family for each in known if each)


def _shortened(after: Interview, refs: Sequence[str], supply: Supply) -> list[str]:
    """Leave out second questions of a competency, the last first, until the time suffices."""
    kept = list(refs)
    for ref in reversed(refs):
        question = supply.question(ref)
        if supply.minutes(after, kept) <= after.minutes:
            break
        same = by_competency(kept, supply.selection.library)
        if question and len(same.get(question.competency, ())) > 1:
            kept.remove(ref)
    return kept


def _in_order(after: Interview, refs: Sequence[str], supply: Supply) -> Interview:
    model = supply.selection.library.model(supply.loop.job.model_id)
    order = {each.id: n for n, each in enumerate(model.competencies)}
    known = {ref: order[each.competency] for ref in refs if (each := supply.question(ref))}
    return replace(
        after,
        competencies=tuple(sorted(after.competencies, key=order.__getitem__)),
        questions=tuple(sorted(refs, key=lambda ref: known.get(ref, -1))),
    )


def _id(ref: str) -> str:
    return ref.partition("@")[0]
