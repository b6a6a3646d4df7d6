"""What an interviewer and a channel are told when a loop is planned."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from coaching.debrief.naming import named
from coaching.loop import Interview, Loop
from handlers import ids
from handlers.texts import Texts
from handlers.views import kit, words
from handlers.views.kit import Block
from questions.model import Model


def message(loop: Loop, interview: Interview, model: Model, texts: Texts) -> list[Block]:
    """Tell an interviewer whom they meet, when, and what to cover."""
    names = [texts.of(model.competency(each).name) for each in interview.competencies]
    head, cover = _role(interview, texts)
    return [
        kit.rich(
            kit.paragraph(kit.bold(head)),
            who(loop, texts),
            when(interview, texts),
            *needs(loop, texts),
            kit.paragraph(*due(loop, texts)),
            kit.paragraph(kit.word(cover)),
            kit.bullets([[kit.word(name)] for name in names]),
        ),
        kit.buttons(
            prepare(interview, texts), guiding(interview, texts), scoring(interview, texts)
        ),
    ]


def line(loop: Loop, names: Mapping[str, str], texts: Texts) -> list[Block]:
    """Tell the hiring channel that a loop is planned, without any opinion."""
    panel = texts(", ").join(names[each.interviewer] for each in loop.panel)
    planned = texts.pieces(
        "Interviews are planned: {candidate} for {job}. Panel: {panel}.",
        candidate=kit.bold(named(loop)),
        job=kit.word(loop.job.title),
        panel=kit.word(panel),
    )
    return [kit.rich(kit.paragraph(*planned), kit.paragraph(*due(loop, texts)))]


def due(loop: Loop, texts: Texts) -> list[Block]:
    """Say when the debrief comes, or that it does not come by itself."""
    promised, daily = loop.debrief, loop.job.daily
    at = promised.due_at
    if promised.stopped == "cancelled":
        return [kit.word(texts("Debrief: cancelled"))]
    if promised.stopped == "expired":
        return [kit.word(texts("Debrief: not posted, as I was not running when it was due"))]
    if at:
        return list(texts.pieces("Debrief: {at}", at=kit.moment(at, texts.moment(at))))
    if daily:
        return [kit.word(_daily(daily, loop.job.zone, texts))]
    return [kit.word(texts("Debrief: when all scorecards are sealed"))]


def _daily(hour: str, zone: str, texts: Texts) -> str:
    return texts(
        "Debrief: on the weekday when all scorecards are sealed, at {hour} ({zone})",
        hour=hour,
        zone=zone,
    )


def who(loop: Loop, texts: Texts) -> Block:
    """Name the candidate and the job."""
    return kit.paragraph(
        *texts.pieces(
            "{candidate} for {job} ({level})",
            candidate=kit.bold(loop.candidate.name),
            job=kit.word(loop.job.title),
            level=kit.word(words.level(texts, loop.job.level)),
        )
    )


def when(interview: Interview, texts: Texts) -> Block:
    """Say when an interview starts and how long it takes."""
    at = kit.moment(interview.start, texts.moment(interview.start))
    minutes = kit.word(str(interview.minutes))
    return kit.paragraph(*texts.pieces("{at}, {minutes} minutes", at=at, minutes=minutes))


def _role(interview: Interview, texts: Texts) -> tuple[str, str]:
    """Say what somebody is there for, and what the competencies below are to them."""
    run = texts("You have an interview to run.")
    if interview.kind == "lead":
        return run, texts("You cover:")
    if interview.kind == "reverse":
        return run, texts(
            "You lead while your mentor watches; your rating stays out of the debrief:"
        )
    watch = texts("You have an interview to watch.")
    return watch, texts("You watch and rate to learn; your rating stays out of the debrief:")


def needs(loop: Loop, texts: Texts) -> Iterator[Block]:
    """Say what to arrange for, if anything; the reason is nobody's business."""
    if loop.candidate.accommodation:
        arranged = kit.bold(loop.candidate.accommodation)
        yield kit.paragraph(*texts.pieces("Please arrange for: {needs}", needs=arranged))


def choose(
    found: Sequence[tuple[Loop, Interview]],
    which: str,
    button: Callable[[Interview, Texts], Block],
    texts: Texts,
) -> list[Block]:
    """List interviews under the question ``which`` one, each with its button."""
    cards = [
        block
        for loop, interview in found
        for block in (
            kit.rich(who(loop, texts), when(interview, texts)),
            kit.buttons(button(interview, texts)),
        )
    ]
    return [kit.section(which), *cards]


def prepare(interview: Interview, texts: Texts) -> Block:
    """Return the button that opens the kit."""
    return kit.button(ids.KIT_OPEN, texts("Read the kit"), interview.id)


def guiding(interview: Interview, texts: Texts) -> Block:
    """Return the button that starts the live guide."""
    return kit.button(ids.GUIDE_START, texts("Start the guide"), interview.id)


def scoring(interview: Interview, texts: Texts) -> Block:
    """Return the button that opens the scorecard."""
    return kit.button(ids.SCORE_OPEN, texts("Score"), interview.id, "primary")
