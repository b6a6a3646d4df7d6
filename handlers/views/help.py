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
        texts("`/interview new` plans a candidate's interviews and sets when the debrief comes."),
        texts("`/interview list` shows your interviews and the candidates you organise for."),
        texts("`/interview list NAME` shows one candidate, or every candidate of one job."),
        texts("`/interview kit` shows what you ask in your next interview, with all anchors."),
        texts("`/interview guide` leads you through it, one question at a time."),
        texts("`/interview score` opens your scorecard; it stays a draft until you seal it."),
        texts("`/interview settings` sets your language, your quiet hours and your reminders."),
        texts("`/interview help` shows this list."),
    )


def debrief(texts: Texts) -> list[Block]:
    """Explain `/debrief`."""
    return _page(
        texts("*Debriefs*"),
        texts(
            "`/debrief` shows your candidates: how many scorecards are sealed, who is missing, "
            "when the debrief comes."
        ),
        texts("`/debrief NAME` shows one candidate, or every candidate of one job."),
        texts("`/debrief list` shows the debriefs of this week: due, posted, waiting for cards."),
        texts(
            "Below a candidate, *Post now*, *Move the debrief* and *Cancel the debrief* change "
            "when it comes; the hiring channel is told."
        ),
        texts(
            "*Change interviews* below a candidate moves an interview, replaces its interviewer or "
            "its questions, or calls it off."
        ),
        texts("`/debrief compare` shows the candidates of one job side by side, by competency."),
        texts("`/debrief settings` sets what the debriefs of your jobs post, and at which hour."),
        texts("`/debrief help` shows this list."),
        texts(
            "The debrief itself is posted in the hiring channel. "
            "Until then, nobody sees anybody else's scores."
        ),
    )


def mock(texts: Texts) -> list[Block]:
    """Explain `/mock`."""
    return _page(
        texts("*Practice interviews*"),
        texts(
            "`/mock` starts a practice interview in our direct messages, "
            "or continues where you stopped."
        ),
        texts("`/mock peer` finds somebody to practise with: one asks, one answers, you swap."),
        texts("`/mock stop` pauses; `/mock` continues where you stopped."),
        texts("`/mock progress` shows how you rated your own answers over time."),
        texts("`/mock delete` deletes everything you have practised."),
        texts("`/mock help` shows this list."),
        texts("Practice is yours alone: no hiring team ever sees it."),
    )


def questions(texts: Texts) -> list[Block]:
    """Explain `/questions`."""
    return _page(
        texts("*Questions*"),
        texts("`/questions` shows all questions, to be chosen by competency, level and type."),
        texts(
            "`/questions WORDS` finds every question that has all of these words, "
            "in English or Chinese."
        ),
        texts("`/questions add` adds a question of your own, if you run a job here."),
        texts("`/questions help` shows this list."),
        texts(
            "Only you see what you open. Interviewers see the questions of real interviews, "
            "everybody else those for practice."
        ),
    )


def _page(title: str, *lines: str) -> list[Block]:
    return [kit.section(title), kit.section("\n".join(f"• {line}" for line in lines))]
