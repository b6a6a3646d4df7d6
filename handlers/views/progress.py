"""How far loops are: counts and names of who is missing, never what a card says."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from coaching.debrief.progress import Progress
from coaching.loop import Candidate, Interview
from coaching.overview import state
from handlers import ids
from handlers.texts import Texts
from handlers.views import behalf, deciding, handing_over, invite, kit, looking, timing, words
from handlers.views.kit import Block
from handlers.views.pages import fits


def loops(
    found: Sequence[Progress], texts: Texts, now: datetime, *, more: bool = False
) -> list[Block]:
    """List loops, newest first, as many as one answer takes, and say when there are ``more``."""
    blocks, shown = _as_many([*_whole(progress, texts, now)] for progress in found)
    if more or shown < len(found):
        older = texts("Only the newest are here. `/debrief NAME` finds others by name.")
        blocks.append(kit.section(older))
    return blocks


def week(found: Sequence[Progress], texts: Texts, now: datetime) -> list[Block]:
    """List the debriefs of a week, and what to do when there are none."""
    if not found:
        none = texts(
            "No debrief is due this week, and none waits for scorecards. `/debrief` shows all "
            "your candidates; `/interview new` plans interviews."
        )
        return [kit.section(none)]
    title = kit.section(texts("*Debriefs of this week*"))
    blocks, shown = _as_many([loop(each, texts, now)] for each in found)
    left = len(found) - shown
    more = kit.note(texts("{n} more: /debrief NAME shows one of them.", n=left))
    return [title, *blocks, *([more] if left else [])]


def _as_many(found: Iterable[Sequence[Block]]) -> tuple[list[Block], int]:
    """Return what fits into one answer, whole loops only, and how many those are."""
    blocks, shown = list[Block](), 0
    for each in found:
        if blocks and not fits(blocks, each):
            break
        blocks += each
        shown += 1
    return blocks, shown


def among(progress: Progress, texts: Texts, now: datetime) -> Block:
    """Show a loop with the state of each interview of its panel, called off or not."""
    leads = [each for each in progress.loop.interviews if each.kind == "lead"]
    return kit.rich(
        invite.who(progress.loop, texts),
        kit.paragraph(kit.word(_sealed(progress, texts))),
        kit.bullets(_state(each, progress, texts, now) for each in leads),
        *_debrief(progress, texts),
    )


def _state(
    interview: Interview, progress: Progress, texts: Texts, now: datetime
) -> Sequence[Block]:
    found = state(interview, now, sealed=interview.id in progress.sealed)
    return [
        kit.word(f"{progress.names[interview.interviewer]} · "),
        kit.moment(interview.start, texts.moment(interview.start)),
        kit.word(f" · {words.state(texts, found)}"),
    ]


def _whole(progress: Progress, texts: Texts, now: datetime) -> Iterator[Block]:
    """Show a loop; once its debrief is out, its organisers may ask the candidate again."""
    yield loop(progress, texts, now)
    candidate = progress.loop.candidate
    if progress.organised and progress.changeable:
        change = kit.button(ids.CHANGE_OPEN, texts("Change interviews"), progress.changeable[0].id)
        yield kit.buttons(change)
    if progress.organised and progress.loop.debrief.released_at:
        yield kit.buttons(
            *([deciding.button(candidate, texts)] if progress.undecided else []),
            another_round(candidate, texts),
            *handing_over.offer(progress, texts),
        )
    yield from timing.offers(progress, texts)
    yield from behalf.offers(progress, texts)
    yield from looking.offer(progress, texts)


def another_round(candidate: Candidate, texts: Texts) -> Block:
    """Return the button that plans a candidate's next round."""
    return kit.button(ids.PLAN_ROUND, texts("Plan another round"), candidate.id)


def loop(progress: Progress, texts: Texts, now: datetime) -> Block:
    """Show one: how many cards are sealed, who is missing, when the debrief comes."""
    if not (progress.loop.panel or progress.loop.debrief.released_at):
        off = kit.word(texts("No interview is planned any more, so no debrief comes."))
        return kit.rich(invite.who(progress.loop, texts), kit.paragraph(off))
    return kit.rich(
        invite.who(progress.loop, texts),
        kit.paragraph(kit.word(_sealed(progress, texts))),
        *_missing(progress, texts, now),
        *behalf.written(progress, texts),
        *_debrief(progress, texts),
    )


def _sealed(progress: Progress, texts: Texts) -> str:
    return texts(
        "Scorecards sealed: {sealed} of {all}",
        sealed=len(progress.sealed),
        all=len(progress.loop.panel),
    )


def _missing(progress: Progress, texts: Texts, now: datetime) -> Iterator[Block]:
    """Name who is missing; whose interview is still to come is not late."""
    late = [progress.names[each.interviewer] for each in progress.missing if each.end <= now]
    early = [progress.names[each.interviewer] for each in progress.missing if each.end > now]
    if late:
        yield kit.paragraph(*texts.pieces("Missing: {names}", names=_list(late, texts)))
    if early:
        to_come = texts.pieces("Interview still to come: {names}", names=_list(early, texts))
        yield kit.paragraph(*to_come)


def _list(names: Sequence[str], texts: Texts) -> Block:
    return kit.word(texts(", ").join(names))


def _debrief(progress: Progress, texts: Texts) -> Iterator[Block]:
    yield kit.paragraph(*timing.state(progress.loop, texts))
    decision = progress.decision
    if decision:
        yield kit.paragraph(
            *texts.pieces(
                "Decision: {verdict}, {at}",
                verdict=kit.bold(words.verdict(texts, decision.verdict)),
                at=kit.moment(decision.at, texts.moment(decision.at)),
            )
        )
    elif progress.undecided:
        yield kit.paragraph(kit.word(texts("No decision is recorded yet.")))
