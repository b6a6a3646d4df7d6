"""A decision as it is read: in the thread of its debrief, and above the form of the next one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from coaching.debrief import departing
from coaching.debrief.decision import Decision
from coaching.debrief.matter import Matter, Told
from coaching.debrief.naming import named
from coaching.debrief.withholding import Pieces, Withhold
from handlers.texts import Texts
from handlers.views import kit, words
from handlers.views.kit import Block
from handlers.views.traced import Shown


def message(told: Told, withhold: Withhold, texts: Texts) -> list[Block]:
    """Tell the panel what was decided, by whom, on what, and who sees it otherwise.

    What is posted leaves our hands: what ``withhold`` leaves out of a text is counted.
    """
    matter = told.matter
    decision = _posted(told.decision, Shown(matter.report, texts, withhold))
    head = texts.pieces(
        "Decision on {candidate}: {verdict}",
        candidate=kit.bold(named(matter.loop)),
        verdict=kit.bold(words.verdict(texts, decision.verdict)),
    )
    parts = [kit.paragraph(*head), *_parts(matter, decision, texts)]
    if told.before:
        parts += _changed(told.before, decision, texts)
    return [kit.rich(*parts)]


def so_far(matter: Matter, now: Decision, withhold: Withhold, texts: Texts) -> Iterator[Block]:
    """Show the decision that counts until there is another."""
    now = _posted(now, Shown(matter.report, texts, withhold))
    said = texts.pieces(
        "Decided so far: {verdict}", verdict=kit.bold(words.verdict(texts, now.verdict))
    )
    yield kit.rich(kit.paragraph(*said), *_parts(matter, now, texts))
    yield kit.divider()


def shown(decision: Decision, withhold: Withhold) -> Decision:
    """Return a decision to go on from, with nothing in place of what is left out."""
    return _retold(decision, lambda text: _rest(withhold(text)))


def left_out(told: Told, withhold: Withhold, texts: Texts) -> Iterator[Block]:
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


def competency(competency: str, matter: Matter, texts: Texts) -> str:
    """Name one of the competencies that decide."""
    return texts.of(matter.model.competency(competency).name)


def _posted(decision: Decision, shown: Shown) -> Decision:
    return _retold(decision, shown.typed)


def _retold(decision: Decision, say: Callable[[str], str]) -> Decision:
    return replace(
        decision,
        dissent=say(decision.dissent),
        departure=say(decision.departure),
        reason=say(decision.reason),
    )


def _rest(pieces: Pieces) -> str:
    return "".join(each for each in pieces if isinstance(each, str)).strip()


def _parts(matter: Matter, decision: Decision, texts: Texts) -> Iterator[Block]:
    """Show all of a decision but the verdict itself."""
    by = texts.pieces(
        "Recorded by {name}, {at}",
        name=kit.bold(matter.names[decision.actor]),
        at=kit.moment(decision.at, texts.moment(decision.at)),
    )
    yield kit.paragraph(*by)
    names = _listed([competency(each, matter, texts) for each in decision.competencies], texts)
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


def _listed(names: Sequence[str], texts: Texts) -> str:
    return texts(", ").join(names)
