"""What interviewers are told about a change of their interview."""

from collections.abc import Mapping

from coaching.changes.changeable import Changeable
from coaching.changes.telling import ASKED, CALLED_OFF, MOVED, PAIRED, REPLACED
from coaching.debrief.naming import named
from coaching.loop import Interview, Loop
from handlers.texts import Texts
from handlers.views import invite, kit
from handlers.views.kit import Block
from questions.model import Model


def message(kind: str, found: Changeable, model: Model, texts: Texts) -> list[Block]:
    """Tell an interviewer what has become of their interview, as it stands now."""
    interview, off = found.interview, kind in {REPLACED, CALLED_OFF}
    about = [invite.who(found.loop, texts), invite.when(interview, texts)]
    if not off:
        about += invite.needs(found.loop, texts)
    if kind == ASKED:
        names = [texts.of(model.competency(each).name) for each in interview.competencies]
        about.append(kit.bullets([[kit.word(name)] for name in names]))
    told = kit.rich(kit.paragraph(kit.bold(_head(kind, found, texts))), *about)
    buttons = kit.buttons(invite.prepare(interview, texts), invite.scoring(interview, texts))
    return [told] if off else [told, buttons]


def entry(interview: Interview, texts: Texts) -> str:
    """Say what the calendar file is for."""
    if interview.state == "cancelled":
        return texts("Open this file to take the interview out of your calendar.")
    if interview.revision:
        return texts("Open this file to bring the interview in your calendar up to date.")
    return texts("Open this file to add the interview to your calendar.")


def _head(kind: str, found: Changeable, texts: Texts) -> str:
    if kind == PAIRED:
        loop = {each.id: each.interviewer for each in found.loop.interviews}
        return texts(
            "You are now paired with {name}.", name=found.names[loop[found.interview.beside or ""]]
        )
    return {
        MOVED: texts("The time of your interview has changed."),
        ASKED: texts("Your interview covers something else now. Please read the kit again."),
        REPLACED: texts(
            "You are no longer part of this interview. There is nothing left for you to do."
        ),
        CALLED_OFF: texts("This interview was called off. There is nothing left for you to do."),
    }[kind]


def panel(loop: Loop, names: Mapping[str, str], texts: Texts) -> list[Block]:
    """Tell the hiring channel who is on the panel now."""
    now = texts(", ").join(names[each.interviewer] for each in loop.panel)
    said = texts.pieces(
        "The panel for {candidate} ({job}) has changed. It is now: {panel}.",
        candidate=kit.bold(named(loop)),
        job=kit.word(loop.job.title),
        panel=kit.word(now),
    )
    return [kit.rich(kit.paragraph(*said), kit.paragraph(*invite.due(loop, texts)))]
