"""What practice amounts to over weeks: a person's own ratings, and the parts that were found."""

from collections.abc import Iterator, Sequence

from coaching.practice.parts import Tally
from coaching.practice.record import Progress
from coaching.practice.self_rating import LOWEST, Line
from coaching.typed import length
from handlers.pictures.grid import SAID
from handlers.texts import Texts
from handlers.views import kit
from handlers.views.kit import Block
from questions.practice import Part

BARS = "▁▂▄▆█"  # one for each point
SHOWN = 12  # ratings of one competency, the newest
AT_HOME = 4  # competencies, those practised last


def progress(found: Progress, texts: Texts) -> list[Block]:
    """Show every competency that was practised, in bars and in words, and what they mean."""
    if not found.lines:
        none = texts("You have not finished an answer in practice yet. `/mock` starts one.")
        return [kit.section(none)]
    return list(_courses(found.lines, found, texts))


def at_home(found: Progress, texts: Texts) -> Iterator[Block]:
    """Show those practised last; nothing to somebody who has not practised."""
    if not found.lines:
        return
    yield from _courses(found.lines[:AT_HOME], found, texts)
    yield kit.section(texts("`/mock progress` shows all of it, to you alone."))


def described(found: Progress, texts: Texts) -> str:
    """Say the picture in words, for whom it is not there; at most ``SAID`` units.

    What does not fit is counted: the words of the same message have it.
    """
    said = [texts("Your practice: bars of your own ratings, 1 to 5 points.")]
    for n, line in enumerate(found.lines):
        rest = [more(len(found.lines) - n - 1, texts)] if n + 1 < len(found.lines) else []
        if length(" ".join([*said, sentence := _sentence(line, found, texts), *rest])) > SAID:
            return " ".join([*said, more(len(found.lines) - n, texts)])
        said.append(sentence)
    return " ".join(said)


def meaning(texts: Texts) -> str:
    """Say what it means that a part was found."""
    return texts(
        "“Found” is what rules that know words could find in your answers. What they did "
        "not find may be there all the same."
    )


def name(line: Line, found: Progress, texts: Texts) -> str:
    """Name the competency of a line."""
    _, competency = found.library.place(line.competency)
    return texts.of(competency.name)


def course(line: Line, texts: Texts) -> str:
    """Say how a competency went, and of which ratings there is a bar when not of all."""
    bars = texts("the newest {n} of {all} are drawn", n=SHOWN, all=len(line.points))
    few = len(line.points) <= SHOWN
    pieces = [_said(line, texts), _weeks(line, texts), "" if few else bars]
    return "  ".join(piece for piece in pieces if piece)


def _sentence(line: Line, found: Progress, texts: Texts) -> str:
    points = texts(", ").join(str(each) for each in line.points[-SHOWN:])
    every = texts("; ").join(tally(each, texts) for each in line.parts)
    parts = texts("Found in your answers: {parts}", parts=every) if every else ""
    said = texts("; ").join(each for each in (points, course(line, texts), parts) if each)
    return texts("{name}: {cells}.", name=name(line, found, texts), cells=said)


def more(n: int, texts: Texts) -> str:
    """Count the competencies that a picture does not show."""
    return texts.count(
        "{n} more competency is in the words of this message.",
        "{n} more competencies are in the words of this message.",
        n,
    )


def _courses(lines: Sequence[Line], found: Progress, texts: Texts) -> Iterator[Block]:
    yield kit.header(texts("Your practice"))
    yield kit.rich(kit.bullets(list(_course(line, found, texts)) for line in lines))
    if any(line.points for line in lines):
        yield kit.note(
            texts(
                "One bar for each rating, the newest at the right: ▁ is 1 point, █ is 5. They are "
                "your own; nobody else sees them, and no machine gave any."
            )
        )
    if any(line.parts for line in lines):
        yield kit.note(meaning(texts))


def _course(line: Line, found: Progress, texts: Texts) -> Iterator[Block]:
    """Say how one competency went: its bars, the same in words, and what was found."""
    bars = "".join(BARS[each - LOWEST] for each in line.points[-SHOWN:])
    yield kit.bold(name(line, found, texts))
    pieces = [bars, course(line, texts)]
    yield kit.word("  " + "  ".join(piece for piece in pieces if piece))
    if line.parts:
        every = texts("; ").join(tally(each, texts) for each in line.parts)
        said = texts("Found in your answers: {parts}", parts=every)
        yield kit.word(f"\n{said}")


def _said(line: Line, texts: Texts) -> str:
    if line.course == "none":
        return texts("not rated yet")
    first, last = line.points[0], line.points[-1]
    if line.course == "once":
        return texts("rated once: {last}", last=last)
    if line.course == "higher":
        return texts("from {first} at first to {last}: higher", first=first, last=last)
    if line.course == "lower":
        return texts("from {first} at first to {last}: lower", first=first, last=last)
    return texts("{last} at first and now: the same", last=last)


def _weeks(line: Line, texts: Texts) -> str:
    if line.weeks == 1:
        return ""
    return texts.count("(over {n} week)", "(over {n} weeks)", line.weeks)


def tally(found: Tally, texts: Texts) -> str:
    """Say in how many answers a part was found, of those whose question asks for it."""
    named = part(found.part, texts)
    return texts("{part} in {n} of {all}", part=named, n=found.found, all=found.of)


def part(asked: Part, texts: Texts) -> str:
    """Name a part of an answer."""
    named = {
        "action": texts("what you did"),
        "result": texts("how it ended"),
        "reflection": texts("what you learned"),
        "alternatives": texts("another way"),
        "evidence": texts("what you would check"),
        "reasoning": texts("your reasons"),
    }
    return named[asked]
