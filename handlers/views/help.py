"""What each command can do."""

from handlers.texts import Texts
from handlers.views import kit
from handlers.views.kit import Block


def lost(texts: Texts) -> list[Block]:
    """Say that a word is unknown, before the help."""
    return [kit.section(texts("I do not know that word. Here is what I can do:"))]


def interview(texts: Texts) -> list[Block]:
    """Explain `/interview`."""
    return _page(
        texts("*Structured interviews*"),
        texts("`/interview job` opens a job: level, private hiring channel, hiring manager."),
        texts("`/interview new` plans a candidate's interviews and promises the debrief."),
        texts("`/interview score` opens your scorecard; it stays a draft until you seal it."),
        texts("`/interview help` shows this list."),
    )


def debrief(texts: Texts) -> list[Block]:
    """Explain `/debrief`."""
    return _page(
        texts("*Debriefs*"),
        texts("`/debrief` shows your loops: how many cards are sealed, who is missing, when."),
        texts("`/debrief NAME` shows the loops of a candidate or a job."),
        texts("`/debrief help` shows this list."),
        texts("The debrief itself arrives in the hiring channel. Scores are sealed until then."),
    )


def mock(texts: Texts) -> list[Block]:
    """Explain `/mock`."""
    return _page(
        texts("*Practice interviews*"),
        texts("`/mock` asks you a question in our direct messages, or goes on where you stopped."),
        texts("`/mock stop` pauses; nothing is lost."),
        texts("`/mock help` shows this list."),
        texts("Practice is yours alone: no hiring team ever sees it."),
    )


def _page(title: str, *lines: str) -> list[Block]:
    return [kit.section(title), kit.section("\n".join(f"• {line}" for line in lines))]
