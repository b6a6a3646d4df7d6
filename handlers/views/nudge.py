"""What an interviewer reads around an interview: the kit before it, the nudge after it."""

from collections.abc import Iterator

from coaching.loop import Interview, Loop
from coaching.reminding.informing import Missing
from coaching.reminding.putting_off import Asking, PutOff
from handlers import ids
from handlers.texts import Texts
from handlers.views import invite, kit
from handlers.views.kit import Block
from questions.model import Model


def message(asking: Asking, texts: Texts) -> list[Block]:
    """Ask for a card while the interview is fresh, and take no as an answer."""
    if asking.first:
        head, more = texts("How did it go?"), texts("Score while it is fresh.")
    else:
        head, more = texts("Your scorecard is still missing."), texts("It takes a few minutes.")
    interview = asking.interview
    later = [_later(interview, texts)] if asking.can_wait else []
    return [
        kit.rich(
            kit.paragraph(kit.bold(head)),
            kit.paragraph(kit.word(more)),
            *_about(asking.loop, interview, texts),
        ),
        kit.buttons(_score(interview, texts), *later, *unheld(interview, texts)),
    ]


def put_off(agreed: PutOff, texts: Texts) -> list[Block]:
    """Say in place of a nudge when the next one comes."""
    at = kit.moment(agreed.at, texts.moment(agreed.at))
    return [
        kit.rich(
            kit.paragraph(*texts.pieces("I will remind you on {at}.", at=at)),
            *_about(agreed.loop, agreed.interview, texts),
        ),
        kit.buttons(_score(agreed.interview, texts), *unheld(agreed.interview, texts)),
    ]


def missing(missing: Missing, texts: Texts) -> list[Block]:
    """Tell an organiser whose card is missing, and never what a card says."""
    name = kit.bold(missing.name)
    if missing.gone:
        said = texts.pieces("{name} left before they scored this interview.", name=name)
    else:
        said = texts.pieces("The scorecard of {name} is still missing.", name=name)
    what = texts("I will not remind them again. Please ask them, or tell me what happened.")
    gone = texts("Please tell me who held it, or that it did not happen.")
    return [
        kit.rich(
            kit.paragraph(*said),
            *_about(missing.loop, missing.interview, texts),
            kit.paragraph(kit.word(gone if missing.gone else what)),
        ),
        kit.buttons(*unheld(missing.interview, texts)),
    ]


def kit_again(loop: Loop, interview: Interview, model: Model, texts: Texts) -> list[Block]:
    """Bring the kit once more, when it is needed."""
    at = kit.moment(interview.start, texts.moment(interview.start))
    starts = texts.pieces("Your interview starts: {at}", at=at)
    names = [texts.of(model.competency(each).name) for each in interview.competencies]
    guide = kit.button(ids.GUIDE_START, texts("Start the guide"), interview.id, "primary")
    leads = [] if interview.kind == "shadow" else [guide]
    score = kit.button(ids.SCORE_OPEN, texts("Score"), interview.id)
    return [
        kit.rich(
            kit.paragraph(kit.bold(texts("Almost time."))),
            kit.paragraph(*starts),
            invite.who(loop, texts),
            *invite.needs(loop, texts),
            kit.bullets([[kit.word(name)] for name in names]),
        ),
        kit.buttons(*leads, invite.prepare(interview, texts), score),
    ]


def unheld(interview: Interview, texts: Texts) -> Iterator[Block]:
    """Return the buttons for an interview that was not held as planned."""
    asked = kit.confirm(
        texts("It did not happen?"),
        texts("Its scorecard is not awaited any more, and the organiser is told."),
        texts("It did not happen"),
        texts("Cancel"),
    )
    label = texts("It did not happen")
    yield kit.button(ids.HOLDING_MISSED, label, interview.id) | {"confirm": asked}
    if interview.kind == "lead":
        yield kit.button(ids.HOLDING_OPEN, texts("Somebody else held it"), interview.id)


def _about(loop: Loop, interview: Interview, texts: Texts) -> tuple[Block, Block]:
    return invite.who(loop, texts), invite.when(interview, texts)


def _score(interview: Interview, texts: Texts) -> Block:
    return kit.button(ids.SCORE_OPEN, texts("Score now"), interview.id, "primary")


def _later(interview: Interview, texts: Texts) -> Block:
    """Return a menu of the moments that can be asked for."""
    choices = {
        "hour": texts("In an hour"),
        "tonight": texts("Tonight"),
        "tomorrow": texts("Tomorrow"),
    }
    options = [kit.option(text, f"{choice}:{interview.id}") for choice, text in choices.items()]
    return kit.select(ids.NUDGE_LATER, options, placeholder=kit.plain(texts("Remind me later")))
