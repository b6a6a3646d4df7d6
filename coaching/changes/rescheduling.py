"""Keep changes of planned interviews, and everything that hangs on each of them.

Whoever takes an interview over has one of their own, in the place of the first, which is called
off: what somebody had typed by then stays with theirs, where nobody else ever opens it, and their
calendar drops an event that it alone has.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from coaching.asking import question_of, uses
from coaching.catalogue import freeze
from coaching.changes.changeable import Changeable, Changed, successor
from coaching.changes.telling import REPLACED, news, tell, tell_panel
from coaching.debrief.releasing import release_if_complete
from coaching.loop import INVITE, Interview
from coaching.reminding import scheduling
from coaching.repositories import Work
from questions.library import Library


@dataclass(frozen=True, slots=True)
class Deed:
    """Who does what to interviews, and when: ``change``, ``replace`` or ``call_off``."""

    actor: str
    action: str
    at: datetime


async def rescheduled(work: Work, interview: Interview, deed: Deed) -> None:
    """Keep up what hangs on an interview. Called for each one that changed, as it is now."""
    if interview.state == "planned":
        await scheduling.plan(work, interview, deed.at)
    else:
        await scheduling.drop(work, interview)
    await work.audit.add(deed.actor, f"interview.{deed.action}", interview.id, deed.at)


async def put(
    work: Work, found: Changeable, before: Interview, after: Interview, deed: Deed
) -> None:
    """Keep an interview as it is now, and tell its interviewer."""
    await work.loops.change(after)
    if kind := news(before, after):
        await tell(work, kind, after, found.loop.candidate.planned_by, deed.at)
    await rescheduled(work, after, deed)


async def keep(work: Work, found: Changeable, after: Sequence[Interview], deed: Deed) -> int:
    """Keep an interview and those beside it; return how many people are told.

    A debrief that only waited for its daily hour waits for this card, once it is awaited again.
    """
    [lead, *others], mine = after, found.interview
    taken_over = lead.interviewer != mine.interviewer
    if taken_over:
        lead = await _hand_over(work, found, lead, deed)
    else:
        await put(work, found, mine, lead, deed)
    for before, each in zip(found.beside, others, strict=True):
        await put(work, found, before, replace(each, beside=lead.id), deed)
    if loop := await work.loops.of(found.loop.candidate.id):
        await release_if_complete(work, work.team, loop, deed.at)
    return len(after) + taken_over


async def _hand_over(work: Work, found: Changeable, after: Interview, deed: Deed) -> Interview:
    """Let somebody else have it, and tell both and the channel."""
    mine, organiser = found.interview, found.loop.candidate.planned_by
    gone, kept = await taken_over(work, mine, after, replace(deed, action="replace"))
    if gone.kind == "lead":
        await tell_panel(work, found.loop, gone, deed.at)
    await tell(work, REPLACED, gone, organiser, deed.at)
    await tell(work, INVITE, kept, organiser, deed.at)
    return kept


async def taken_over(
    work: Work, mine: Interview, after: Interview, deed: Deed
) -> tuple[Interview, Interview]:
    """Call an interview off, and let somebody have another in its place; return both."""
    gone = replace(mine, state="cancelled", revision=mine.revision + 1)
    kept = replace(after, id=successor(mine.id))
    await work.loops.change(gone)
    await work.loops.seat(kept, mine.id)
    await work.uses.hand_over(gone.id, kept.id)
    for each in (gone, kept):
        await rescheduled(work, each, deed)
    return gone, kept


def sitting_in(interview: Interview, lead: Interview) -> Interview:
    """Return the interview of somebody who sits in: it goes where its lead goes."""
    return replace(
        interview,
        start=lead.start,
        minutes=lead.minutes,
        competencies=lead.competencies,
        questions=lead.questions,
        revision=interview.revision + 1,
    )


async def call_off(work: Work, found: Changeable, gone: Sequence[Interview], deed: Deed) -> Changed:
    """Call interviews of a loop off; the debrief goes out when it waited for these alone."""
    for each in gone:
        off = replace(each, state="cancelled", revision=each.revision + 1)
        await put(work, found, each, off, deed)
        if each.start > deed.at:  # nobody has heard what it was to ask
            await work.uses.drop(each.id)
    if leads := [each for each in gone if each.kind == "lead"]:
        await tell_panel(work, found.loop, leads[0], deed.at)
    if loop := await work.loops.of(found.loop.candidate.id):
        await release_if_complete(work, work.team, loop, deed.at)
    return await changed(work, found, len(gone))


async def ask(
    work: Work, before: Interview, after: Interview, library: Library, now: datetime
) -> None:
    """Note which questions an interview asks from now on, and keep the texts of the new ones."""
    if after.beside is not None or set(after.questions) == set(before.questions):
        return
    new = [question_of(ref, library) for ref in after.questions if ref not in before.questions]
    await freeze(work, [each for each in new if each], now)
    await work.uses.drop(before.id)
    await work.uses.add(uses([after], library), now)


async def changed(work: Work, found: Changeable, told: int) -> Changed:
    """Return what has become of a loop."""
    loop = await work.loops.of(found.loop.candidate.id) or found.loop
    kept = {each.id: each for each in loop.interviews}
    mine = kept[found.interview.id]
    return Changed(loop, kept.get(successor(mine.id), mine), told)
