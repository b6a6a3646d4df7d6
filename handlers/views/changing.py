"""The form that changes a planned interview, and the word that it is changed."""

from collections.abc import Iterator

from coaching.asking import question_of
from coaching.changes.changeable import Changeable, Changed
from coaching.loop import Interview
from coaching.loop_form import MINUTES
from handlers import ids
from handlers.changing_forms import ChangeMetadata
from handlers.texts import Texts
from handlers.views import invite, kit
from handlers.views.kit import Block

MENU = 100  # options that Slack shows


def modal(found: Changeable, texts: Texts) -> Block:
    """Ask what an interview is to be instead."""
    interview = found.interview
    metadata = ChangeMetadata(interview=interview.id, revision=interview.revision)
    fields = _person if interview.beside is not None else _lead
    return kit.modal(
        texts("Change interview"),
        [
            kit.rich(invite.who(found.loop, texts), _whose(found, texts)),
            *_others(found, texts),
            *fields(found, texts),
            kit.buttons(*_calling_off(found, texts)),
        ],
        callback_id=ids.CHANGE_SUBMIT,
        private_metadata=metadata.model_dump_json(),
        submit=texts("Save"),
        close=texts("Cancel"),
    )


def done(changed: Changed, texts: Texts) -> Block:
    """Say how the interview stands, who is told, and what becomes of the debrief."""
    interview, off = changed.interview, changed.interview.state == "cancelled"
    title = texts("Interview called off") if off else texts("Interview changed")
    told = texts.count(
        "{n} person gets a direct message about it.",
        "{n} people get a direct message about it.",
        changed.told,
    )
    return kit.modal(
        title,
        [
            kit.rich(
                invite.who(changed.loop, texts),
                invite.when(interview, texts),
                kit.paragraph(kit.word(told if changed.told else texts("It is so already."))),
                kit.paragraph(*debrief(changed, texts)),
            )
        ],
        close=texts("Done"),
    )


def debrief(changed: Changed, texts: Texts) -> list[Block]:
    """Say when the debrief comes, if anything is left for it to say."""
    if not changed.loop.panel:
        return [kit.word(texts("No scorecard is awaited any more, so no debrief is posted."))]
    if changed.loop.debrief.released_at:
        said = texts("All scorecards that are still awaited are sealed: the debrief is posted now.")
        return [kit.word(said)]
    return invite.due(changed.loop, texts)


def _whose(found: Changeable, texts: Texts) -> Block:
    """Name the interviewer, and what they are there for when they do not lead."""
    name = kit.word(found.names[found.interview.interviewer])
    if found.interview.kind == "lead":
        return kit.paragraph(*texts.pieces("Interviewer: {name}", name=name))
    if found.interview.kind == "shadow":
        return kit.paragraph(*texts.pieces("Watches to learn: {name}", name=name))
    return kit.paragraph(*texts.pieces("Leads while the mentor watches: {name}", name=name))


def _others(found: Changeable, texts: Texts) -> Iterator[Block]:
    """Offer the other interviews of the candidate that may be changed."""
    if len(found.open) < 2:  # noqa: PLR2004 - one is no choice
        return
    options = [kit.option(_short(each, found, texts), each.id) for each in found.open[:MENU]]
    menu = kit.select(ids.CHANGE_OTHER, options, found.interview.id)
    yield kit.buttons(menu) | {"block_id": f"which:{found.interview.id}"}


def _short(interview: Interview, found: Changeable, texts: Texts) -> str:
    return f"{kit.clip(found.names[interview.interviewer], 40)} · {texts.moment(interview.start)}"


def _lead(found: Changeable, texts: Texts) -> Iterator[Block]:
    interview, name = found.interview, _name(found.interview)
    lengths = [kit.option(texts("{n} minutes", n=minutes), str(minutes)) for minutes in MINUTES]
    yield kit.field("start", texts("Starts at"), kit.time(name, interview.start))
    length = kit.select(name, lengths, str(interview.minutes))
    yield kit.field("minutes", texts("Length"), length)
    yield from _person(found, texts)
    model = found.library.model(found.loop.job.model_id)
    options = [kit.option(texts.of(each.name), each.id) for each in model.competencies]
    covers = kit.several(name, options, interview.competencies)
    yield kit.field("covers", texts("Covers"), covers)
    asked = [each for ref in interview.questions if (each := question_of(ref, found.library))]
    if asked:
        titles = [kit.option(texts.of(each.title), each.id) for each in asked[:MENU]]
        hint = texts(
            "Each of these is replaced by another question on the same competency, which nobody "
            "else asks this candidate."
        )
        label = texts("Ask something else instead of")
        yield kit.field("instead", label, kit.several(name, titles), optional=True, hint=hint)


def _person(found: Changeable, texts: Texts) -> Iterator[Block]:
    interview = found.interview
    person = kit.person(_name(interview), interview.interviewer)
    yield kit.field("interviewer", texts("Interviewer"), person)
    if interview.beside is not None:
        yield kit.note(texts("Whoever sits in comes at the time of that interview."))


def _name(interview: Interview) -> str:
    """Name the elements of the fields: under another name, nothing stays of another interview."""
    return f"{ids.VALUE}:{interview.id}"


def _calling_off(found: Changeable, texts: Texts) -> Iterator[Block]:
    one = kit.button(
        ids.CHANGE_CALL_OFF, texts("Call off this interview"), found.interview.id, "danger"
    )
    yield one | {
        "confirm": kit.confirm(
            texts("Call off this interview?"),
            texts(
                "The interviewer is told, and the debrief no longer waits for this scorecard. "
                "This cannot be undone."
            ),
            texts("Call off"),
            texts("Keep"),
        )
    }
    if len([each for each in found.open if each.beside is None]) > 1:
        if found.interview.beside is None:
            without = texts("Propose again without them")
            yield kit.button(ids.CHANGE_DROP_OUT, without, found.interview.id)
        every = kit.button(
            ids.CHANGE_CALL_OFF_ALL, texts("Call off all interviews"), found.interview.id, "danger"
        )
        yield every | {
            "confirm": kit.confirm(
                texts("Call off all interviews?"),
                texts(
                    "Every interview of this candidate without a sealed scorecard is called off, "
                    "and its interviewers are told. This cannot be undone."
                ),
                texts("Call off all"),
                texts("Keep"),
            )
        }
