"""The form of the vote after the talk, and how far the talk moved the panel."""

from collections.abc import Iterator, Sequence

from coaching.debrief.vote import Shift
from coaching.debrief.voting import Ballot, Moved, vote_field
from coaching.loop import Candidate
from coaching.scorecard import POINTS
from handlers import ids
from handlers.texts import Texts
from handlers.views import invite, kit, words
from handlers.views.kit import Block
from handlers.voting_forms import VoteMetadata


def button(candidate: Candidate, texts: Texts) -> Block:
    """Return the button under a debrief."""
    return kit.button(ids.VOTE_OPEN, texts("Where do you stand now?"), candidate.id)


def modal(ballot: Ballot, texts: Texts) -> Block:
    """Ask where a rater stands; nothing is chosen for them, their first score is said beside."""
    loop = ballot.report.loop
    metadata = VoteMetadata(candidate=loop.candidate.id)
    private = texts(
        "Nobody sees your vote. Once every rater has voted or a decision is recorded, the thread "
        "says how far the panel moved, without names. In a small panel others may guess."
    )
    return kit.modal(
        texts("After the talk"),
        [
            kit.rich(invite.who(loop, texts)),
            kit.section(
                texts(
                    "You have heard the others: where do you stand now? What you rated before "
                    "stays as it is, and stays what counts."
                )
            ),
            kit.note(private),
            *(_field(each, ballot, texts) for each in ballot.firsts),
        ],
        callback_id=ids.VOTE_SUBMIT,
        private_metadata=metadata.model_dump_json(),
        submit=texts("Vote"),
        close=texts("Cancel"),
    )


def done(ballot: Ballot, texts: Texts) -> Block:
    """Say that it is kept, and until when it may be changed."""
    said = texts("You can change it until every rater has voted or a decision is recorded.")
    if ballot.last:
        said = texts(
            "You were the last: the thread of the debrief says how far the talk moved the panel."
        )
    return kit.modal(texts("Your vote is kept"), [kit.section(said)], close=texts("Done"))


def message(moved: Moved, texts: Texts) -> list[Block]:
    """Tell the panel how far it moved; the smallest numbers that hide who did."""
    title = kit.paragraph(kit.bold(texts("How far the talk moved the panel")))
    rows = [
        [
            kit.bold(texts.of(moved.model.competency(each.competency).name)),
            kit.word(f"  {' · '.join(row(each, texts))}"),
        ]
        for each in moved.shifts
    ]
    small = texts(
        "The first ratings and the profile stay as they were. Less than a whole point is no move."
    )
    return [kit.rich(title, kit.bullets(rows)), kit.note(small)]


def _field(competency: str, ballot: Ballot, texts: Texts) -> Block:
    found = ballot.model.competency(competency)
    cast = ballot.cast.get(competency)
    marks = [
        kit.option(
            words.mark(texts, points, ballot.model),
            str(points),
            texts.of(found.anchor(points).short),
        )
        for points in POINTS
    ]
    first = texts.number(ballot.firsts[competency])
    return kit.field(
        vote_field(competency),
        texts.of(found.name),
        kit.select(ids.VALUE, marks, str(cast) if cast else None),
        optional=True,
        hint=texts("Before the talk you rated it {points}.", points=first),
    )


def row(shift: Shift, texts: Texts) -> Iterator[str]:
    """Say in pieces how far the talk moved the raters of a competency, never who it was."""
    yield texts("{n} of {all} voted", n=shift.voted, all=shift.raters)
    if shift.guarded:
        yield texts("not shown, as it would tell who it was")
        return
    before, after = texts.number(shift.before), texts.number(shift.after)
    yield texts("mean {before} → {after}", before=before, after=after)
    was, now = map(texts.number, shift.apart)
    yield texts("from {was} to {now} points apart", was=was, now=now)
    yield texts(", ").join(_who_moved(shift, texts))


def _who_moved(shift: Shift, texts: Texts) -> Sequence[str]:
    moved = [texts("{n} moved up", n=shift.up)] if shift.up else []
    moved += [texts("{n} moved down", n=shift.down)] if shift.down else []
    return moved or [texts("nobody moved")]
