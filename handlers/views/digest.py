"""The weekly digest: counts for the channel, names for the organisers alone."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from coaching.debrief.digesting import Overdue, Week
from coaching.loop import Interview
from handlers.texts import Texts
from handlers.views import invite, kit
from handlers.views.kit import Block
from handlers.views.pages import paged


def message(week: Week, texts: Texts) -> list[Block]:
    """Show a week in counts; nobody is named."""
    return [
        kit.header(texts("This week's interviews")),
        kit.rich(kit.bullets([kit.word(said)] for said in _counts(week, texts))),
        kit.note(
            texts("No names here: organisers learn them in a direct message.")
            if week.overdue
            else texts("No names here: this channel gets counts only.")
        ),
        kit.section(texts("Whoever runs a job of this channel can stop this: `/debrief settings`")),
    ]


def pages(overdue: Overdue, texts: Texts) -> Sequence[list[Block]]:
    """Tell an organiser whose scorecards are overdue, candidate by candidate."""
    blocks = [
        kit.rich(
            invite.who(loop, texts),
            kit.bullets(_card(interview, overdue, texts) for _, interview in cards),
        )
        for loop, cards in groupby(overdue.cards, key=lambda card: card[0])
    ]
    head = kit.section(
        texts("These scorecards are overdue: their interviews ended a day ago or more.")
    )
    last = kit.note(texts("The channel was told how many, and no names."))
    return paged(
        [head, *blocks, last],
        lambda n, last_: kit.note(texts("Page {n} of {last}", n=n, last=last_)),
    )


def _counts(week: Week, texts: Texts) -> Iterator[str]:
    if loops := len(week.loops):
        yield texts.count("{n} candidate in interviews", "{n} candidates in interviews", loops)
    if overdue := len(week.overdue):
        yield texts.count("{n} scorecard overdue", "{n} scorecards overdue", overdue)
    elif week.loops:
        yield texts("No scorecard overdue")
    if week.due:
        yield texts.count("{n} debrief due this week", "{n} debriefs due this week", week.due)
    if week.decided:
        yield texts.count(
            "{n} decision made last week", "{n} decisions made last week", week.decided
        )


def _card(interview: Interview, overdue: Overdue, texts: Texts) -> Sequence[Block]:
    at = kit.moment(interview.start, texts.moment(interview.start))
    return [
        kit.bold(overdue.names[interview.interviewer]),
        kit.word(" · "),
        at,
    ]
