"""What an interviewer says to open and to close, in the language that the candidate hears.

The scripts are said in the language of the job, the rest is for the interviewer to read.
"""

from collections.abc import Iterator, Sequence

from coaching.guide.stops import CLOSING, CLOSING_MINUTES, Stop
from coaching.loop import Interview, Loop
from handlers.texts import Texts
from handlers.views import kit
from handlers.views.kit import Block
from questions.library import Library


def opening(loop: Loop, interview: Interview, who: str, texts: Texts) -> Block:
    """Return the opening, line by line; ``who`` is what the interviewer is called."""
    name = loop.candidate.name
    return _lines(
        texts("Hello {name}, thank you for taking the time. I am {who}.", name=name, who=who),
        texts(
            "We have {all} minutes. I ask questions on a few topics, "
            "and the last {closing} minutes are for yours.",
            all=interview.minutes,
            closing=CLOSING_MINUTES,
        ),
        texts(
            "Every candidate for this job is asked the same. Tell me what really happened and what "
            "you did yourself; where I describe a situation, think aloud."
        ),
        texts("Take a moment before you answer. I take notes, so now and then I look down."),
        texts(
            "I may interrupt to ask more, or to move on so that we get to everything. "
            "It says nothing about your answer."
        ),
        texts("Is there anything you would like to know before we begin?"),
    )


def closing(texts: Texts) -> Block:
    """Return the closing, line by line."""
    return _lines(
        texts("Those were my questions. What would you like to ask me?"),
        texts(
            "What happens next: each of us writes down an assessment on their own, then we talk "
            "about it together. You hear from us after that."
        ),
        texts("Thank you for your time and for everything you told me."),
    )


def direction(key: str, texts: Texts) -> str:
    """Say to the interviewer what matters at a script."""
    if key == CLOSING:
        return texts(
            "Give no verdict and no hint, not even a kind one: the panel decides together. "
            "Promise no date that you do not know."
        )
    return texts("Say it in your own words, the same to every candidate.")


def part(stop: Stop, texts: Texts) -> str:
    """Name a script, with its minutes."""
    return {
        True: texts("Closing · {n} minutes", n=stop.minutes),
        False: texts("Opening · {n} minutes", n=stop.minutes),
    }[stop.key == CLOSING]


def handover(uncovered: Sequence[str], library: Library, texts: Texts) -> Iterator[Block]:
    """Say what earlier interviews left open, and nothing else about them."""
    if uncovered:
        names = [texts.of(library.place(each)[1].name) for each in uncovered]
        said = texts(
            "Not yet covered by earlier interviews: {names}. Ask about it if you have time left.",
            names=texts(", ").join(names),
        )
        yield kit.note(said)


def evidence(texts: Texts) -> str:
    """Say what counts as evidence."""
    return texts(
        "Evidence is what was said or done, best in their words: “I called twelve customers”. "
        "“Seems close to customers” is an opinion."
    )


def never(texts: Texts) -> str:
    """Say what is not asked."""
    return texts(
        "Never ask, not even in passing: age, family or plans for one, health, origin or "
        "nationality, religion, politics, what somebody earns. If the candidate brings it up, do "
        "not go into it and do not write it down."
    )


def _lines(*said: str) -> Block:
    return kit.rich(kit.bullets(_each(said)))


def _each(said: Sequence[str]) -> Iterator[Sequence[Block]]:
    return ([kit.word(line)] for line in said)
