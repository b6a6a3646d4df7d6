"""The form in which an organiser decides who covers what, and what it leaves uncovered."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from coaching.covering.coverage import OVERHEAD
from coaching.loop import Interview
from coaching.proposing import Proposal
from handlers import ids
from handlers.planning_forms import COVERS, CoverMetadata
from handlers.texts import Texts
from handlers.views import invite, kit
from handlers.views.kit import Block


@dataclass(frozen=True, slots=True)
class Row:
    """One interview of the form: its number, what it takes in minutes, how often it was drawn."""

    n: int
    interview: Interview
    used: int
    drawn: int


@dataclass(frozen=True, slots=True)
class Step:
    """What the form is for: names of its menus and of itself, and the rows that stay as they are.

    ``seen`` is the state of a loop that was planned before.
    """

    cover: str = ids.PLAN_COVER
    submit: str = ids.PLAN_SUBMIT
    fixed: Collection[int] = ()
    seen: str = ""


PLANNING = Step()


def modal(
    proposal: Proposal, drawn: Mapping[int, int], texts: Texts, step: Step = PLANNING
) -> Block:
    """Show the proposal. ``drawn`` counts for each row how often it came out otherwise.

    A menu forgets what was chosen in it only when it gets another name.
    """
    rows = [n for n, _ in proposal.draft.form.taken]
    interviews = zip(rows, proposal.loop.interviews, proposal.used, strict=True)
    by_hand = sorted(proposal.arranged.by_hand)
    metadata = CoverMetadata(
        draft=proposal.draft.id, by_hand=by_hand, drawn=dict(drawn), seen=step.seen
    )
    planning = step is PLANNING
    back = kit.button(ids.PLAN_BACK, texts("Change people or times"))
    return kit.modal(
        texts("Who covers what"),
        [
            kit.rich(invite.who(proposal.loop, texts)),
            *_honest(proposal, texts),
            *(
                block
                for n, interview, used in interviews
                for block in _row(Row(n, interview, used, drawn.get(n, 0)), proposal, step, texts)
            ),
            *([kit.buttons(back)] if planning else [kit.note(_without(texts))]),
        ],
        callback_id=step.submit,
        private_metadata=metadata.model_dump_json(),
        submit=texts("Plan") if planning else texts("Save"),
        close=texts("Cancel"),
    )


def _honest(proposal: Proposal, texts: Texts) -> Iterator[Block]:
    """Say what has two raters, what rests on one, and what nobody covers."""
    coverage = proposal.arranged.coverage
    scarce = [*coverage.alone, *coverage.uncovered]
    shared = [need.competency for need in coverage.needs if need.competency not in scarce]
    said = (
        (shared, texts("Two raters: {names}", names=_names(shared, proposal, texts))),
        (
            coverage.alone,
            texts("One rater: {names}", names=_names(coverage.alone, proposal, texts)),
        ),
        (
            coverage.uncovered,
            texts("Nobody: {names}", names=_names(coverage.uncovered, proposal, texts)),
        ),
    )
    yield kit.rich(*(kit.paragraph(kit.word(line)) for found, line in said if found))
    if scarce:
        advice = texts(
            "Two people who rate without knowing of each other are worth more than one. "
            "Longer interviews, or one interviewer more, would cover the rest."
        )
        yield kit.note(advice)


def _names(competencies: Sequence[str], proposal: Proposal, texts: Texts) -> str:
    names = (texts.of(proposal.model.competency(each).name) for each in competencies)
    return texts(", ").join(names)


def _without(texts: Texts) -> str:
    return texts(
        "When you save, the interview of whoever drops out is called off, and everybody whose "
        "interview changes is told."
    )


def _row(row: Row, proposal: Proposal, step: Step, texts: Texts) -> Iterator[Block]:
    """One interview: its competencies, and the minutes they take of those there are."""
    interview = row.interview
    name = proposal.names[interview.interviewer]
    if interview.beside is not None:
        yield kit.note(_beside(interview, name, proposal, texts))
        return
    if row.n in step.fixed:
        covers = _names(interview.competencies, proposal, texts)
        yield kit.note(texts("Stays as it is: {name}, {names}", name=name, names=covers))
        return
    label = texts(
        "{name}: {used} of {all} minutes", name=name, used=row.used, all=interview.minutes
    )
    options = [kit.option(texts.of(each.name), each.id) for each in proposal.model.competencies]
    menu = kit.several(f"{step.cover}:{row.drawn}", options, interview.competencies)
    hint = texts("With {n} minutes for welcome and closing.", n=OVERHEAD)
    if (over := row.used - interview.minutes) > 0:
        hint = texts("{n} minutes too long. Take something out, or plan more time.", n=over)
    yield kit.field(f"{COVERS}{row.n}", label, menu, dispatch_action=True, hint=hint)


def _beside(interview: Interview, name: str, proposal: Proposal, texts: Texts) -> str:
    leads = {each.id: each.interviewer for each in proposal.loop.interviews}
    lead = proposal.names[leads[interview.beside or ""]]
    if interview.kind == "shadow":
        return texts("{name} watches {lead}, and rates to learn.", name=name, lead=lead)
    return texts(
        "{name} leads while {lead} watches; only {lead} rates for the debrief.",
        name=name,
        lead=lead,
    )
