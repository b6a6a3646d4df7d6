"""Puts together all there is about a candidate, from the database."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.act import OPERATOR, Act
from coaching.catalogue import Catalogue, readable
from coaching.debrief.decision import Decision
from coaching.debrief.packet import Kept, Packet, entire, part_of, shifts, subjects
from coaching.debrief.report import Report, report_of
from coaching.debrief.withholding import Withhold
from coaching.frozen import FrozenQuestion
from coaching.loop import Loop
from coaching.ports import Clock
from coaching.repositories import UnitOfWork, Work
from questions.model import Competency

EXPORTED = "packet.export"  # in the audit trail


@dataclass(frozen=True, slots=True)
class Archive:
    """Hands packets to whoever runs the server, whole: they answer what the law asks for."""

    begin: UnitOfWork
    catalogue: Catalogue
    now: Clock

    async def packet(self, team: str, candidate: str) -> Packet | None:
        """Return a candidate's packet, released or not, and log it; None for an unknown id."""
        async with self.begin(team) as work:
            loop = await work.loops.of(candidate)
            if loop is None:
                return None
            now = self.now()
            await work.audit.add(OPERATOR, EXPORTED, candidate, now)
            return await packet_of(work, self.catalogue, loop, now)


async def packet_of(
    work: Work, catalogue: Catalogue, loop: Loop, now: datetime, withhold: Withhold = entire
) -> Packet:
    """Return all that was sealed of a loop, and what followed from it.

    What ``withhold`` takes for private is left out of it and counted.
    """
    report = await report_of(work, catalogue, loop, loop.debrief.released_at or now)
    cards = await _cards(work, loop)
    refs = {*loop.refs, *(each.item.ref for kept in cards for each in kept.card.ratings)}
    documents = await _documents(work, report, sorted(refs))
    decisions = await work.decisions.of(loop.candidate.id)
    trail = await work.audit.of(subjects(loop))
    people = {*_people(loop, cards, trail), *_deciders(decisions), *report.names}
    return Packet(
        report=report,
        cards=cards,
        documents=documents,
        questions={ref: read for ref, each in documents.items() if (read := readable(each, ref))},
        competencies=_competencies(report),
        decisions=decisions,
        shifts=shifts(report, await work.votes.of(loop.candidate.id), decisions),
        trail=trail,
        names=await work.people.names(sorted(people)),
        taken_at=now,
        withhold=withhold,
    )


async def _cards(work: Work, loop: Loop) -> Sequence[Kept]:
    """Read every sealed card, a shadow's and a late one too; a draft is nobody's business."""
    sealed = await work.scorecards.sealed(loop.candidate.id)
    amended = await work.amendments.of(list(sealed))
    found = []
    for interview in loop.interviews:
        if interview.id in sealed:
            card = await work.scorecards.of(interview, ())
            part = part_of(interview, card, loop.debrief.released_at)
            mine = [each for each in amended if each.interview == interview.id]
            found.append(Kept(interview, card, part, mine))
    return found


async def _documents(
    work: Work, report: Report, refs: Sequence[str]
) -> Mapping[str, FrozenQuestion]:
    """Return the very texts of these references: as they were kept, or as the bank still has them.

    References to competencies and texts that nobody kept are left out.
    """
    kept = {each.ref: each for each in await work.frozen.of(refs)}
    known = {each.ref: each for each in report.library.questions.values()}
    now = {ref: FrozenQuestion.of(known[ref]) for ref in refs if ref in known}
    return {ref: {**now, **kept}[ref] for ref in refs if ref in kept or ref in now}


def _competencies(report: Report) -> Mapping[str, Competency]:
    """Return what was assessed, with the anchors the model has now: a reference tells of which."""
    model = report.library.model(report.loop.job.model_id)
    assessed = {line.competency for line in report.lines}
    return {
        f"{each.id}@{model.version}#{each.fingerprint}": each
        for each in model.competencies
        if each.id in assessed
    }


def _people(loop: Loop, cards: Sequence[Kept], trail: Sequence[Act]) -> Iterator[str]:
    """Yield the account of everybody a packet speaks of; the clock and the operator have none."""
    yield from loop.organisers()
    yield from (each.card.writer for each in cards)
    yield from (each.actor for each in trail if each.actor not in {"", OPERATOR})


def _deciders(decisions: Sequence[Decision]) -> Iterator[str]:
    for each in decisions:
        yield from (each.actor, *each.dissenters)
