"""When a debrief comes: the buttons that change it, the form that moves it, who is told."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from coaching.debrief.naming import named
from coaching.debrief.progress import Progress
from coaching.loop import Loop
from handlers import ids
from handlers.texts import Texts
from handlers.timing_forms import MoveMetadata
from handlers.views import invite, kit
from handlers.views.kit import Block

SHOWN = 20  # expired debriefs in one message, two blocks each
LATER = timedelta(hours=1)  # what the form proposes when the time there was has passed


def offers(progress: Progress, texts: Texts) -> Iterator[Block]:
    """Show what whoever asks may do about a debrief that is to come."""
    loop = progress.loop
    if loop.debrief.released_at or not loop.panel:
        return
    row = [_post(progress, texts)] if progress.postable else []
    if progress.organised:
        row.append(move(loop, texts))
        if loop.debrief.stopped != "cancelled":
            row.append(_cancel(loop, texts))
    if row:
        yield kit.buttons(*row)


def post_now(loop: Loop, texts: Texts) -> Block:
    """Return the button that lets a debrief go."""
    return kit.button(ids.DEBRIEF_POST, texts("Post now"), loop.candidate.id)


def move(loop: Loop, texts: Texts) -> Block:
    """Return the button that opens the form."""
    return kit.button(ids.DEBRIEF_MOVE, texts("Move the debrief"), loop.candidate.id)


def modal(loop: Loop, now: datetime, texts: Texts) -> Block:
    """Ask when the debrief is to come instead."""
    promised = loop.debrief
    at = promised.due_at if promised.due_at and promised.due_at > now else _proposed(loop, now)
    choices = [
        kit.option(texts("At a date and time"), "at"),
        kit.option(texts("When all scorecards are sealed"), "sealed"),
    ]
    chosen = "at" if promised.due_at and not promised.daily else "sealed"
    hint = texts("Used only with “At a date and time”.")
    return kit.modal(
        texts("Move the debrief"),
        [
            kit.rich(invite.who(loop, texts), kit.paragraph(*invite.due(loop, texts))),
            kit.field("release", texts("Debrief"), kit.radio(ids.VALUE, choices, chosen)),
            kit.field(
                "due", texts("Date and time"), kit.time(ids.VALUE, at), optional=True, hint=hint
            ),
            kit.note(texts("The hiring channel is told.")),
        ],
        callback_id=ids.DEBRIEF_MOVE_SUBMIT,
        private_metadata=MoveMetadata(candidate=loop.candidate.id).model_dump_json(),
        submit=texts("Save"),
        close=texts("Cancel"),
    )


def moved(loop: Loop, texts: Texts) -> Block:
    """Say what holds now."""
    return kit.modal(
        texts("Debrief moved"),
        [kit.rich(invite.who(loop, texts), kit.paragraph(*state(loop, texts)))],
        close=texts("Done"),
    )


def answer(loop: Loop, texts: Texts) -> list[Block]:
    """Say to whoever pressed a button how the debrief stands."""
    return [kit.rich(invite.who(loop, texts), kit.paragraph(*state(loop, texts)))]


def state(loop: Loop, texts: Texts) -> list[Block]:
    """Say when the debrief comes, or when it came."""
    released = loop.debrief.released_at
    if released is None:
        return invite.due(loop, texts)
    at = kit.moment(released, texts.moment(released))
    return list(texts.pieces("Debrief posted: {at}", at=at))


def line(loop: Loop, texts: Texts) -> list[Block]:
    """Tell the hiring channel what it may count on now, without any opinion."""
    about = texts.pieces(
        "The debrief of {candidate} for {job} has another time.",
        candidate=kit.bold(named(loop)),
        job=kit.word(loop.job.title),
    )
    if loop.debrief.stopped:
        about = texts.pieces(
            "The debrief of {candidate} for {job} is cancelled.",
            candidate=kit.bold(named(loop)),
            job=kit.word(loop.job.title),
        )
        return [kit.rich(kit.paragraph(*about))]
    return [kit.rich(kit.paragraph(*about), kit.paragraph(*invite.due(loop, texts)))]


def expired(loops: Sequence[Loop], texts: Texts) -> list[Block]:
    """Tell an owner of all that was not posted while nobody was there to do it."""
    said = texts.count(
        "{n} debrief came due while I was not running, more than a day ago. I did not post it: "
        "please say what is to become of it.",
        "{n} debriefs came due while I was not running, more than a day ago. I did not post them: "
        "please say what is to become of each.",
        len(loops),
    )
    blocks = [kit.section(said)]
    for loop in loops[:SHOWN]:
        blocks += [_expired(loop, texts), kit.buttons(_post_late(loop, texts), move(loop, texts))]
    if len(loops) > SHOWN:
        more = len(loops) - SHOWN
        blocks.append(kit.note(texts("{n} more: /debrief shows them.", n=more)))
    return blocks


def _expired(loop: Loop, texts: Texts) -> Block:
    at = loop.debrief.due_at
    due = texts.pieces("It was due: {at}", at=kit.moment(at, texts.moment(at))) if at else ()
    return kit.rich(invite.who(loop, texts), kit.paragraph(*due))


def _post_late(loop: Loop, texts: Texts) -> Block:
    """Say first what it means: by the time the button is pressed, other cards may be sealed."""
    said = texts(
        "It goes out without any scorecard not sealed by then. What is posted stays posted."
    )
    return post_now(loop, texts) | {"confirm": _sure(said, texts)}


def _post(progress: Progress, texts: Texts) -> Block:
    """Say first whose card it goes out without: that cannot be taken back."""
    names = texts(", ").join(progress.names[each.interviewer] for each in progress.missing)
    said = (
        texts(
            "It goes out without the scorecards of: {names}. What is posted stays posted.",
            names=names,
        )
        if names
        else texts("All scorecards are sealed. What is posted stays posted.")
    )
    return post_now(progress.loop, texts) | {"confirm": _sure(said, texts)}


def _sure(said: str, texts: Texts) -> Block:
    return kit.confirm(
        texts("Post the debrief now?"), kit.clip(said, 300), texts("Post now"), texts("Wait")
    )


def _cancel(loop: Loop, texts: Texts) -> Block:
    asked = kit.confirm(
        texts("Cancel the debrief?"),
        texts(
            "It does not come by itself any more, and the hiring channel is told. You can still "
            "give it another time."
        ),
        texts("Cancel the debrief"),
        texts("Keep it"),
    )
    button = kit.button(ids.DEBRIEF_CANCEL, texts("Cancel the debrief"), loop.candidate.id)
    return button | {"confirm": asked}


def _proposed(loop: Loop, now: datetime) -> datetime:
    """Return a full hour from now on by when all interviews are over."""
    last = max([each.end for each in loop.panel], default=now)
    return (max(now, last) + LATER).replace(minute=0, second=0, microsecond=0)
