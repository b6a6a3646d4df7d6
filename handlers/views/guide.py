"""The live guide's card: one question at a time, and everything one does with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from coaching.asking import question_of
from coaching.guide.fidelity import fidelity
from coaching.guide.gathering import gathered, loose
from coaching.guide.guide import Guide
from coaching.guide.guiding import Guided
from coaching.guide.pace import Pace
from coaching.guide.step import Reason
from coaching.guide.stops import CLOSING, OPENING, Stop
from coaching.scorecard import POINTS, Item
from handlers import ids
from handlers.texts import Texts
from handlers.views import invite, kit, script, words
from handlers.views.kit import Block
from handlers.views.question import asked
from questions.bank import Probe, Question
from questions.model import Anchors

REASONS: tuple[Reason, ...] = ("no_time", "covered", "other")
UNFIT = 2  # questions that no longer fit which the card names


@dataclass(frozen=True, slots=True)
class Card:
    """A guide, in the reader's language and in that of the interview."""

    guided: Guided
    texts: Texts
    spoken: Texts

    @property
    def guide(self) -> Guide:
        """What was done so far."""
        return self.guided.guide

    def value(self, key: str, detail: str = "") -> str:
        """Return what a button hands back: whose card, which stop, and what about it."""
        return f"{self.guided.interview.id} {key} {detail}".strip()

    def item(self, key: str) -> Item:
        """Return the item of a stop."""
        return next(each for each in self.guided.items if each.key == key)

    def question(self, key: str) -> Question | None:
        """Return the question of a stop; a whole competency has none."""
        item = self.item(key)
        return question_of(item.ref, self.guided.library) if item.question else None


def message(guided: Guided, texts: Texts, spoken: Texts) -> list[Block]:
    """Show where the interview is: a script, a question, or the end."""
    card = Card(guided, texts, spoken)
    stop = card.guide.current
    if stop is None:
        return list(_end(card))
    shown = _script(card, stop) if stop.script else _asked(card, stop)
    return [_pace(card), *shown, *_moves(card, stop), kit.note(_how(texts))]


def text(texts: Texts) -> str:
    """Return what a notification says."""
    return texts("Your interview guide")


def _pace(card: Card) -> Block:
    """Say how far it is and how the time stands, as of now."""
    texts, pace = card.texts, card.guided.pace
    at = card.guided.at.astimezone(texts.zone)
    left = texts("{n} minutes left", n=pace.left)
    if pace.over:
        left = texts("{n} minutes over time", n=pace.over)
    parts = [
        *([texts("Question {n} of {all}", n=pace.number, all=pace.of)] if pace.number else []),
        texts("{left} at {time}", left=left, time=f"{at:%H:%M}"),
        *_late(card, pace),
    ]
    return kit.note(" · ".join(parts))


def _late(card: Card, pace: Pace) -> Iterator[str]:
    texts = card.texts
    if not pace.behind:
        return
    yield texts.count("{n} minute behind", "{n} minutes behind", pace.behind)
    names = [_name(card, key) for key in pace.unfit[:UNFIT]]
    if names:
        yield texts("no longer fits: {names}", names=texts(", ").join(names))


def _name(card: Card, key: str) -> str:
    question = card.question(key)
    if question:
        return card.texts.of(question.title)
    _, competency = card.guided.library.place(card.item(key).competency)
    return card.texts.of(competency.name)


def _script(card: Card, stop: Stop) -> Iterator[Block]:
    guided = card.guided
    yield kit.header(script.part(stop, card.texts))
    if stop.key == OPENING:
        yield kit.rich(
            invite.who(guided.loop, card.texts),
            invite.when(guided.interview, card.texts),
            *invite.needs(guided.loop, card.texts),
        )
        yield from script.handover(guided.uncovered, guided.library, card.texts)
        yield script.opening(guided.loop, guided.interview, guided.who, card.spoken)
    else:
        yield script.closing(card.spoken)
    yield kit.note(script.direction(stop.key, card.texts))


def _asked(card: Card, stop: Stop) -> Iterator[Block]:
    """Show a question with its follow-ups, or a competency that is asked about freely."""
    texts, question = card.texts, card.question(stop.key)
    _, competency = card.guided.library.place(card.item(stop.key).competency)
    minutes = texts("{n} minutes", n=stop.minutes)
    yield kit.header(f"{texts.of(competency.name)} · {minutes}")
    if question is None:
        free = texts("No question is planned here. Ask about a situation that shows this:")
        yield kit.rich(kit.paragraph(kit.word(free)), kit.quote(texts.of(competency.definition)))
        yield from _rating(card, stop, competency.anchors)
        return
    yield kit.rich(*asked(question, texts, card.spoken))
    for probe in question.probes:
        yield _probe(card, stop, probe)
    yield from _rating(card, stop, question.anchors)


def _probe(card: Card, stop: Stop, probe: Probe) -> Block:
    """Show a follow-up with the button that remembers it was used."""
    texts = card.texts
    used = probe.id in card.guide.used(stop.key)
    said = card.spoken.of(probe.text)
    marks = [words.kind(texts, probe.kind), *([texts("required")] if probe.required else [])]
    label = texts("✓ Asked") if used else texts("Mark asked")
    action = ids.GUIDE_UNUSE if used else ids.GUIDE_USE
    button = kit.button(action, label, card.value(stop.key, probe.id))
    about = texts("({marks})", marks=texts(", ").join(marks))
    return kit.beside(f"{said}\n{about}", button)


def _rating(card: Card, stop: Stop, anchors: Anchors) -> Iterator[Block]:
    """Offer the points with what they stand for, and say what was noted so far."""
    texts, guide = card.texts, card.guide
    model, _ = card.guided.library.place(card.item(stop.key).competency)
    points = [
        kit.option(
            words.mark(texts, each, model),
            card.value(stop.key, str(each)),
            texts.of(anchors.at(each).short),
        )
        for each in POINTS
    ]
    mark = guide.mark(stop.key)
    chosen = None if mark is None else card.value(stop.key, str(mark))
    menu = kit.select(ids.GUIDE_RATE, points, chosen, placeholder=kit.plain(texts("Rate now")))
    yield kit.buttons(menu) | {"block_id": f"rate:{len(guide.keys)}"}
    notes = sum(note.item == stop.key for note in guide.notes())
    if notes:
        yield kit.note(
            texts.count("{n} note on this question", "{n} notes on this question", notes)
        )


def _moves(card: Card, stop: Stop) -> Iterator[Block]:
    """Offer the ways on. The rows have new names each time: no menu keeps an old choice."""
    texts, first, last = card.texts, stop.key == OPENING, stop.key == CLOSING
    on = kit.button(ids.GUIDE_NEXT, texts("Next"), card.value(stop.key), "primary")
    end = kit.button(ids.GUIDE_FINISH, texts("End the interview"), card.value(stop.key), "primary")
    back = kit.button(ids.GUIDE_BACK, texts("Back"), card.value(stop.key))
    yield kit.buttons(*([] if first else [back]), end if last else on)
    if not stop.script:
        reasons = [
            kit.option(_why(reason, texts), card.value(stop.key, reason)) for reason in REASONS
        ]
        why = kit.plain(texts("Skip, because…"))
        skip = kit.select(ids.GUIDE_SKIP, reasons, placeholder=why)
        yield kit.buttons(skip) | {"block_id": f"skip:{len(card.guide.keys)}"}


def _why(reason: Reason, texts: Texts) -> str:
    return {
        "no_time": texts("there is no time"),
        "covered": texts("an earlier answer has told it"),
        "other": texts("of something else"),
    }[reason]


def _how(texts: Texts) -> str:
    return texts(
        "Reply in this message's thread: each line is a note on the question shown here, "
        "and stands on your scorecard."
    )


def _end(card: Card) -> Iterator[Block]:
    """Say what was kept, and lead to the scorecard."""
    texts, interview = card.texts, card.guided.interview
    yield kit.header(texts("The interview is over"))
    yield kit.rich(kit.bullets([kit.word(line)] for line in _told(card)))
    yield from _apart(card)
    yield kit.buttons(
        kit.button(ids.SCORE_OPEN, texts("Open the scorecard"), interview.id, "primary"),
        kit.button(ids.GUIDE_REOPEN, texts("Not over yet"), card.value(CLOSING)),
    )
    yield kit.note(texts("Score now, while you remember. Your notes and ratings are on it."))


def _told(card: Card) -> Iterator[str]:
    texts, guide = card.texts, card.guide
    log = fidelity(guide)
    questions = [kept for kept in log.kept if not kept.stop.script]
    reached = sum(kept.asked_at is not None for kept in questions)
    yield texts("Questions asked: {n} of {all}", n=reached, all=len(questions))
    skipped = [kept for kept in questions if kept.skipped]
    if skipped:
        names = texts(", ").join(_name(card, kept.stop.key) for kept in skipped)
        yield texts("Skipped: {names}", names=names)
    used = sum(len(kept.probes) for kept in questions)
    yield texts("Follow-ups used: {n}", n=used)
    yield texts("Minutes: {n} of {all}", n=log.spent.minutes, all=card.guided.interview.minutes)
    rated = sum(guide.mark(kept.stop.key) is not None for kept in questions)
    yield texts("Rated on the way: {n}", n=rated)
    yield texts("Notes: {n}", n=len(guide.notes()))


def _apart(card: Card) -> Iterator[Block]:
    """Say which notes are not on the scorecard; they stay in the thread."""
    texts, guide = card.texts, card.guide
    over = sum(len(each.left_out) for each in gathered(guide).values())
    if elsewhere := len(loose(guide)):
        yield kit.note(
            texts.count(
                "{n} note belongs to no question. It stays in the thread, not on the scorecard.",
                "{n} notes belong to no question. They stay in the thread, not on the scorecard.",
                elsewhere,
            )
        )
    if over:
        yield kit.note(
            texts.count(
                "{n} note is too long for the scorecard. It stays in the thread.",
                "{n} notes are too long for the scorecard. They stay in the thread.",
                over,
            )
        )
