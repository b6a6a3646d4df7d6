"""What practice amounts to over weeks: a person's own ratings, and the parts that were found."""

from collections.abc import Iterator, Sequence

from coaching.practice.parts import Tally
from coaching.practice.record import Progress
from coaching.practice.self_rating import LOWEST, Line
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
        yield kit.note(
            texts(
                "“Found” is what rules that know words could find in your answers. What they did "
                "not find may be there all the same."
            )
        )


def _course(line: Line, found: Progress, texts: Texts) -> Iterator[Block]:
    """Say how one competency went: its bars, the same in words, and what was found."""
    _, competency = found.library.place(line.competency)
    bars = "".join(BARS[each - LOWEST] for each in line.points[-SHOWN:])
    yield kit.bold(texts.of(competency.name))
    pieces = [bars, _said(line, texts), _weeks(line, texts)]
    yield kit.word("  " + "  ".join(piece for piece in pieces if piece))
    if line.parts:
        every = texts("; ").join(_tally(each, texts) for each in line.parts)
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


def _tally(tally: Tally, texts: Texts) -> str:
    """Say in how many answers a part was found, of those whose question asks for it."""
    named = part(tally.part, texts)
    return texts("{part} in {n} of {all}", part=named, n=tally.found, all=tally.of)


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
