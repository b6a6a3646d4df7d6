"""The form that decides about a candidate, and what the panel is told."""

from collections.abc import Iterator, Sequence

from coaching.debrief.decide_form import (
    COMPETENCIES,
    DEPARTURE,
    DISSENT,
    DISSENTERS,
    REASON,
    TEXT,
    VERDICT,
)
from coaching.debrief.decision import VERDICTS, Decision
from coaching.debrief.matter import Matter, Told
from coaching.debrief.withholding import Withhold
from coaching.loop import Candidate
from handlers import ids
from handlers.deciding_forms import DecideMetadata
from handlers.texts import Texts
from handlers.views import decided, invite, kit, words
from handlers.views.kit import Block


def button(candidate: Candidate, texts: Texts) -> Block:
    """Return the button under a debrief."""
    return kit.button(ids.DECIDE_OPEN, texts("Record the decision"), candidate.id)


def modal(matter: Matter, withhold: Withhold, texts: Texts) -> Block:
    """Ask what is decided; a decision that is there is shown above, and its fields are filled.

    What ``withhold`` leaves out of it is counted above, and in no field.
    """
    now = matter.decisions[-1] if matter.decisions else None
    candidate = matter.loop.candidate.id
    metadata = DecideMetadata(candidate=candidate, seen=len(matter.decisions))
    return kit.modal(
        texts("Record the decision"),
        [
            kit.rich(invite.who(matter.loop, texts)),
            *(decided.so_far(matter, now, withhold, texts) if now else ()),
            *_fields(matter, decided.shown(now, withhold) if now else None, texts),
            *([_reason(texts)] if now else []),
        ],
        callback_id=ids.DECIDE_SUBMIT,
        private_metadata=metadata.model_dump_json(),
        submit=texts("Record"),
        close=texts("Cancel"),
    )


def done(told: Told, withhold: Withhold, texts: Texts) -> Block:
    """Say that it is kept, where it is told, and what of it is not."""
    said = texts(
        "The panel reads it in the thread of the debrief, and it is pinned in the channel."
    )
    verdict = kit.rich(kit.paragraph(kit.bold(words.verdict(texts, told.decision.verdict))))
    again = texts("If it changes, record another one with the reason: this one stays in sight.")
    blocks = [verdict, kit.section(said), kit.note(again), *decided.left_out(told, withhold, texts)]
    return kit.modal(texts("Recorded"), blocks, close=texts("Done"))


def _fields(matter: Matter, now: Decision | None, texts: Texts) -> Iterator[Block]:
    """Ask for a decision; a field opens with what the one before says."""
    verdicts = [kit.option(words.verdict(texts, each), each) for each in VERDICTS]
    chosen = now.verdict if now else None
    yield kit.field(VERDICT, texts("Decision"), kit.radio(ids.VALUE, verdicts, chosen))
    yield kit.field(
        COMPETENCIES,
        texts("Competencies that decided it"),
        kit.several(ids.VALUE, _competencies(matter, texts), now.competencies if now else ()),
    )
    yield kit.field(
        DEPARTURE,
        texts("Why not as the profile suggests"),
        kit.box(ids.VALUE, TEXT, now.departure if now else "", many=True),
        optional=True,
        hint=texts("One sentence. Leave it empty unless I ask for it."),
    )
    yield from _dissent(matter, now, texts)


def _dissent(matter: Matter, now: Decision | None, texts: Texts) -> Iterator[Block]:
    people = [kit.option(matter.names[each], each) for each in matter.dissenters]
    yield kit.field(
        DISSENTERS,
        texts("Who sees it otherwise"),
        kit.several(ids.VALUE, people, now.dissenters if now else ()),
        optional=True,
    )
    yield kit.field(
        DISSENT,
        texts("What they say"),
        kit.box(ids.VALUE, TEXT, now.dissent if now else "", many=True),
        optional=True,
        hint=texts("The panel reads it beside the decision, with their names."),
    )


def _reason(texts: Texts) -> Block:
    box = kit.box(ids.VALUE, TEXT, many=True)
    hint = texts("What has changed since the decision above? The panel reads it.")
    return kit.field(REASON, texts("Reason for the change"), box, hint=hint)


def _competencies(matter: Matter, texts: Texts) -> Sequence[kit.Option]:
    return [
        kit.option(decided.competency(each, matter, texts), each) for each in matter.competencies
    ]
