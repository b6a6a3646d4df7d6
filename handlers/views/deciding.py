"""The form that decides about a candidate, and what the panel is told."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coaching.debrief import departing
from coaching.debrief.decide_form import (
    COMPETENCIES,
    DEPARTURE,
    DISSENT,
    DISSENTERS,
    REASON,
    TEXT,
    VERDICT,
)
from coaching.debrief.deciding import Matter, Told
from coaching.debrief.decision import VERDICTS, Decision
from coaching.debrief.naming import named
from coaching.debrief.withholding import Withhold
from coaching.loop import Candidate
from handlers import ids
from handlers.deciding_forms import DecideMetadata
from handlers.texts import Texts
from handlers.views import invite, kit, words
from handlers.views.kit import Block
from handlers.views.traced import Shown


def button(candidate: Candidate, texts: Texts) -> Block:
    """Return the button under a debrief."""
    return kit.button(ids.DECIDE_OPEN, texts("Record the decision"), candidate.id)


def modal(matter: Matter, texts: Texts) -> Block:
    """Ask what is decided; a decision that is there is shown above, and its fields are filled."""
    now = matter.decisions[-1] if matter.decisions else None
    candidate = matter.loop.candidate.id
    metadata = DecideMetadata(candidate=candidate, seen=len(matter.decisions))
    return kit.modal(
        texts("Record the decision"),
        [
            kit.rich(invite.who(matter.loop, texts)),
            *(_so_far(matter, now, texts) if now else ()),
            *_fields(matter, now, texts),
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
    blocks = [verdict, kit.section(said), kit.note(again), *_left_out(told, withhold, texts)]
    return kit.modal(texts("Recorded"), blocks, close=texts("Done"))


def message(told: Told, withhold: Withhold, texts: Texts) -> list[Block]:
    """Tell the panel what was decided, by whom, on what, and who sees it otherwise.

    What is posted leaves our hands: what ``withhold`` leaves out of a text is counted.
    """
    matter, decision = (
        told.matter,
        _posted(told.decision, Shown(told.matter.report, texts, withhold)),
    )
    head = texts.pieces(
        "Decision on {candidate}: {verdict}",
        candidate=kit.bold(named(matter.loop)),
        verdict=kit.bold(words.verdict(texts, decision.verdict)),
    )
    parts = [kit.paragraph(*head), *_parts(matter, decision, texts)]
    if told.before:
        parts += _changed(told.before, decision, texts)
    return [kit.rich(*parts)]


def _left_out(told: Told, withhold: Withhold, texts: Texts) -> Iterator[Block]:
    """Say so when the message says less than was typed."""
    decision = told.decision
    typed = (decision.dissent, decision.departure, decision.reason)
    if any(isinstance(piece, int) for text in typed for piece in withhold(text)):
        yield kit.section(
            texts(
                "What touches on private matters is left out of the message and counted there. "
                "The record keeps it as you wrote it."
            )
        )


def _posted(decision: Decision, shown: Shown) -> Decision:
    return replace(
        decision,
        dissent=shown.typed(decision.dissent),
        departure=shown.typed(decision.departure),
        reason=shown.typed(decision.reason),
    )


def _so_far(matter: Matter, now: Decision, texts: Texts) -> Iterator[Block]:
    said = texts.pieces(
        "Decided so far: {verdict}", verdict=kit.bold(words.verdict(texts, now.verdict))
    )
    yield kit.rich(kit.paragraph(*said), *_parts(matter, now, texts))
    yield kit.divider()


def _parts(matter: Matter, decision: Decision, texts: Texts) -> Iterator[Block]:
    """Show all of a decision but the verdict itself."""
    by = texts.pieces(
        "Recorded by {name}, {at}",
        name=kit.bold(matter.names[decision.actor]),
        at=kit.moment(decision.at, texts.moment(decision.at)),
    )
    yield kit.paragraph(*by)
    names = _listed([_competency(each, matter, texts) for each in decision.competencies], texts)
    yield kit.paragraph(*texts.pieces("Decided on: {competencies}", competencies=kit.word(names)))
    if decision.departure:
        if found := matter.departs(decision.verdict):
            yield kit.paragraph(kit.word(texts.say(departing.told(found, matter.model))))
        yield kit.paragraph(kit.word(texts("Why it was decided all the same:")))
        yield kit.quote(decision.departure)
    if decision.dissenters:
        others = _listed([matter.names[each] for each in decision.dissenters], texts)
        yield kit.paragraph(*texts.pieces("Seen otherwise by {names}", names=kit.bold(others)))
    if decision.dissent:
        yield kit.quote(decision.dissent)


def _changed(before: Decision, decision: Decision, texts: Texts) -> Iterator[Block]:
    was = texts.pieces(
        "Before it was: {verdict}, {at}",
        verdict=kit.bold(words.verdict(texts, before.verdict)),
        at=kit.moment(before.at, texts.moment(before.at)),
    )
    yield kit.paragraph(*was)
    yield kit.paragraph(kit.word(texts("Why it changed:")))
    yield kit.quote(decision.reason)


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
    return [kit.option(_competency(each, matter, texts), each) for each in matter.competencies]


def _competency(competency: str, matter: Matter, texts: Texts) -> str:
    return texts.of(matter.model.competency(competency).name)


def _listed(names: Sequence[str], texts: Texts) -> str:
    return texts(", ").join(names)
