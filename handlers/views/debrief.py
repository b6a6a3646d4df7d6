"""The debrief in the channel: one message to read in a minute, and its thread to talk by."""

from collections.abc import Iterator, Sequence

from coaching.debrief.discussing import speaking, topics
from coaching.profile import Line
from handlers import ids
from handlers.texts import Texts
from handlers.views import debrief_facts, deciding, discussion, kit, profile_table, voting
from handlers.views.evidence import apart, evidence
from handlers.views.kit import Block
from handlers.views.pages import Head, paged
from handlers.views.traced import Shown


def pages(shown: Shown) -> Iterator[list[Block]]:
    """Yield the debrief as messages, the first for the channel, the rest for its thread.

    They are made one by one: who wants the first waits for no other.
    """
    yield message(shown)
    for title, reply in _replies(shown):
        yield from paged(reply, _continued(title, shown.texts))


def message(shown: Shown) -> list[Block]:
    """Return what the channel reads."""
    report, texts = shown.report, shown.texts
    rated = [line for line in report.lines if line.raters]
    return [
        *debrief_facts.top(shown),
        *(_first(rated, shown) if rated else _nothing(shown)),
        *(_profile(rated, shown) if rated else ()),
        *_unassessed(shown),
        *_buttons(shown),
        *([kit.note(texts("More in the thread of this message."))] if report.cards else []),
    ]


def _first(rated: Sequence[Line], shown: Shown) -> Iterator[Block]:
    """Say what to talk about first: the disagreement before the numbers."""
    report, texts = shown.report, shown.texts
    yield from discussion.first(topics(report.lines, shown.model.required), shown.model, texts)
    if not any(line.disputed for line in rated):
        yield kit.rich(kit.paragraph(kit.word(_undisputed(rated, texts))))
    if report.below:
        title = texts("Required, and below the bar: no other competency makes up for these")
        yield kit.rich(kit.paragraph(kit.bold(title)), kit.bullets(_below(shown)))


def _below(shown: Shown) -> Iterator[Sequence[Block]]:
    for line in shown.report.below:
        values = {
            "mean": shown.texts.number(line.mean or 0),
            "bar": shown.texts.number(line.bar),
        }
        said = shown.texts("mean {mean}, bar {bar}", **values)
        yield [kit.bold(shown.name(line.competency)), kit.word(f"  {said}")]


def _undisputed(rated: Sequence[Line], texts: Texts) -> str:
    """Tell agreement from there being nobody to disagree with."""
    if all(len(line.raters) == 1 for line in rated):
        return texts("Each competency was rated by one person only: there is nothing to compare.")
    return texts(
        "No disagreement: no competency has ratings two points apart or on both sides of the bar."
    )


def _nothing(shown: Shown) -> Iterator[Block]:
    texts = shown.texts
    if shown.report.apart:
        yield kit.section(texts("No independent rater rated anything: nothing can be compared."))
        return
    yield kit.section(texts("There are no ratings, so there is nothing to compare."))


def _profile(rated: Sequence[Line], shown: Shown) -> Iterator[Block]:
    texts = shown.texts
    yield kit.rich(kit.paragraph(kit.bold(texts("Profile: mean of the raters, 1 to 5"))))
    yield profile_table.table(shown)
    disputed = [line for line in rated if line.disputed]
    agreed = [line for line in rated if not line.disputed and len(line.raters) > 1]
    if disputed:
        yield kit.note(texts("Bold: the ratings are two points apart or on both sides of the bar."))
    if disputed and agreed:
        names = kit.word(shown.names([line.competency for line in agreed]))
        yield kit.rich(kit.paragraph(*texts.pieces("No disagreement on: {names}", names=names)))


def _unassessed(shown: Shown) -> Iterator[Block]:
    """Say of what nobody rated why that is."""
    lines = [line for line in shown.report.lines if not line.raters]
    if lines and shown.report.cards:
        yield kit.rich(profile_table.bullets(shown, lines))


def _buttons(shown: Shown) -> Iterator[Block]:
    """Offer what a panel does with a debrief; each looks anew at who asks."""
    candidate, texts = shown.report.loop.candidate, shown.texts
    row = []
    if shown.report.cards:
        row.append(kit.button(ids.DEBRIEF_EVIDENCE, texts("Read the evidence"), candidate.id))
    if any(line.raters for line in shown.report.lines):
        row.append(voting.button(candidate, texts))
    yield kit.buttons(*row, deciding.button(candidate, texts))


def _replies(shown: Shown) -> Iterator[tuple[str, list[Block]]]:
    """Yield each reply with its title; one that has nothing to say is not there."""
    report, texts = shown.report, shown.texts
    if report.loop.job.detail == "thread":
        yield from _evidence(shown)
    if report.cards and (gaps := discussion.gaps(report.follow_ups, shown.model, texts)):
        title = texts("Where little was heard")
        yield title, [kit.header(title), *gaps]
    if script := _script(shown):
        yield texts("Who speaks when"), script


def _evidence(shown: Shown) -> Iterator[tuple[str, list[Block]]]:
    """Yield what is else read where it is asked for."""
    report = shown.report
    for line in report.lines:
        if line.disputed:
            yield shown.name(line.competency), list(evidence(line, shown))
    if words := list(debrief_facts.recommendations(shown)):
        title = shown.texts("Recommendations, no part of the profile")
        yield title, words
    for card in report.apart:
        yield report.names[card.interviewer], list(apart(card, shown))


def _script(shown: Shown) -> list[Block]:
    report = shown.report
    found = speaking(report.lines, report.raters, report.loop.job.manager)
    return discussion.script(found, report.names, shown.model, shown.texts)


def _continued(title: str, texts: Texts) -> Head:
    """Say on each further page of a reply which one it continues."""

    def head(n: int, last: int) -> Block:
        page = texts("Page {n} of {last}", n=n, last=last)
        return kit.note(f"{title} · {page}")

    return head
