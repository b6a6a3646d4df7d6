"""How far loops are: counts and names of who is missing, never what a card says."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from coaching.debriefing import Progress
from handlers import ids
from handlers.texts import Texts
from handlers.views import behalf, invite, kit, looking
from handlers.views.kit import Block


def loops(found: Sequence[Progress], texts: Texts, now: datetime) -> list[Block]:
    """List loops, newest first."""
    return [block for progress in found for block in _whole(progress, texts, now)]


def _whole(progress: Progress, texts: Texts, now: datetime) -> Iterator[Block]:
    """Show a loop; once its debrief is out, its organisers may ask the candidate again."""
    yield _loop(progress, texts, now)
    candidate = progress.loop.candidate
    if progress.organised and progress.loop.debrief.released_at:
        again = kit.button(ids.PLAN_ROUND, texts("Plan another round"), candidate.id)
        yield kit.buttons(again)
    yield from behalf.offers(progress, texts)
    yield from looking.offer(progress, texts)


def _loop(progress: Progress, texts: Texts, now: datetime) -> Block:
    sealed = texts(
        "Scorecards sealed: {sealed} of {all}",
        sealed=len(progress.sealed),
        all=len(progress.loop.panel),
    )
    return kit.rich(
        invite.who(progress.loop, texts),
        kit.paragraph(kit.word(sealed)),
        *_missing(progress, texts, now),
        *behalf.written(progress, texts),
        kit.paragraph(*_debrief(progress, texts)),
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


def _debrief(progress: Progress, texts: Texts) -> list[Block]:
    released = progress.loop.debrief.released_at
    if released is None:
        return invite.due(progress.loop, texts)
    at = kit.moment(released, texts.moment(released))
    return list(texts.pieces("Debrief posted: {at}", at=at))
