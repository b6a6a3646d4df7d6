"""How far loops are: counts and names of who is missing, never what a card says."""

from collections.abc import Sequence
from datetime import datetime

from coaching.debriefing import Progress
from handlers.texts import Texts
from handlers.views import invite, kit
from handlers.views.kit import Block


def loops(found: Sequence[Progress], texts: Texts, now: datetime) -> list[Block]:
    """List loops, newest first."""
    return [_loop(progress, texts, now) for progress in found]


def _loop(progress: Progress, texts: Texts, now: datetime) -> Block:
    sealed = texts(
        "{sealed} of {all} cards are sealed.",
        sealed=len(progress.sealed),
        all=len(progress.loop.interviews),
    )
    lines = [invite.who(progress.loop, texts), kit.paragraph(kit.word(sealed))]
    if progress.missing:
        lines.append(kit.paragraph(*_missing(progress, texts, now)))
    return kit.rich(*lines, kit.paragraph(*_debrief(progress, texts)))


def _missing(progress: Progress, texts: Texts, now: datetime) -> list[Block]:
    """Name who is missing; whose interview is still to come is not late."""
    names = [
        texts("{name} (interview still to come)", name=progress.names[each.interviewer])
        if each.end > now
        else progress.names[each.interviewer]
        for each in progress.missing
    ]
    return list(texts.pieces("Missing: {names}", names=kit.word(texts(", ").join(names))))


def _debrief(progress: Progress, texts: Texts) -> list[Block]:
    released = progress.loop.debrief.released_at
    if released is None:
        return invite.due(progress.loop, texts)
    at = kit.moment(released, texts.moment(released))
    return list(texts.pieces("The debrief was posted on {at}.", at=at))
