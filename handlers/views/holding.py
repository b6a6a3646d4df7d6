"""The form that asks who held an interview, and what its people are told afterwards."""

from coaching.person import Person
from coaching.reminding.holding import HOLDER
from coaching.reminding.told import Told
from handlers import ids
from handlers.holding_forms import HoldingMetadata
from handlers.texts import Texts
from handlers.views import invite, kit
from handlers.views.kit import Block


def modal(told: Told, texts: Texts) -> Block:
    """Ask who held it."""
    gone = texts(
        "They will be asked to score it. If a scorecard is begun, its draft is deleted: "
        "whoever held the interview rates what they heard themselves."
    )
    return kit.modal(
        texts("Who held it?"),
        [
            kit.rich(*_about(told, texts)),
            kit.field(HOLDER, texts("Held by"), kit.person(ids.VALUE)),
            kit.note(gone),
        ],
        callback_id=ids.HOLDING_SUBMIT,
        private_metadata=HoldingMetadata(interview=told.interview.id).model_dump_json(),
        submit=texts("Hand over"),
        close=texts("Cancel"),
    )


def done(told: Told, texts: Texts) -> Block:
    """Say who is asked now."""
    name = kit.bold(told.names[told.interview.interviewer])
    said = texts.pieces("I asked {name} to score it.", name=name)
    blocks = [kit.rich(kit.paragraph(*said), *_about(told, texts))]
    return kit.modal(texts("Handed over"), blocks, close=texts("Done"))


def noted(told: Told, texts: Texts) -> list[Block]:
    """Say in place of a nudge that an interview did not happen."""
    said = texts("Noted: it did not happen. No scorecard is awaited.")
    return [kit.rich(kit.paragraph(kit.word(said)), *_about(told, texts))]


def please(told: Told, texts: Texts) -> list[Block]:
    """Ask whoever held an interview for their card."""
    said = texts("I was told that you held this interview. Please score it while it is fresh.")
    return [
        kit.rich(kit.paragraph(kit.bold(said)), *_about(told, texts)),
        kit.buttons(
            kit.button(ids.SCORE_OPEN, texts("Score now"), told.interview.id, "primary"),
            invite.prepare(told.interview, texts),
        ),
    ]


def missed(told: Told, reader: Person, texts: Texts) -> list[Block]:
    """Tell that an interview did not happen; organisers may plan another."""
    name = kit.bold(told.names[told.interview.interviewer])
    said = texts.pieces("The interview that {name} was to hold did not happen.", name=name)
    what = [texts("Its scorecard is not awaited any more.")]
    if reader.id in told.loop.organisers():
        what.append(texts("To plan another: `/interview new`"))
    about = kit.rich(kit.paragraph(*said), *_about(told, texts))
    return [about, kit.section("\n".join(what))]


def handed_over(told: Told, texts: Texts) -> list[Block]:
    """Tell an organiser and the earlier interviewer who scores an interview now."""
    said = texts.pieces(
        "{name} held this interview instead of {before} and is asked to score it.",
        name=kit.bold(told.names[told.interview.interviewer]),
        before=kit.bold(told.names[told.before]),
    )
    return [kit.rich(kit.paragraph(*said), *_about(told, texts))]


def _about(told: Told, texts: Texts) -> tuple[Block, Block]:
    return invite.who(told.loop, texts), invite.when(told.interview, texts)
