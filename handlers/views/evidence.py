"""The evidence behind a debrief: what each rater heard, side by side, for whoever may read it."""

from collections.abc import Iterator, Sequence

from coaching.profile import Line
from coaching.scorecard import Rating, Scorecard
from coaching.sealed.amendment import of_item
from handlers import ids
from handlers.evidence_forms import EvidenceMetadata
from handlers.views import behalf, debrief_facts, kit, profile_table, traced
from handlers.views.kit import Block
from handlers.views.pages import paged
from handlers.views.traced import Shown


def modal(shown: Shown, part: int = 0, page: int = 0) -> Block:
    """Show a page of a part: 0 is the overview, then each competency, then the cards apart.

    Pages count from 0; behind the last part or page, the last one is shown.
    """
    texts, parts = shown.texts, _parts(shown)
    at = min(part, len(parts) - 1)
    pages = paged(
        list(_part(at, shown)),
        lambda n, last: kit.note(texts("Page {n} of {last}", n=n, last=last)),
    )
    turned = min(page, len(pages) - 1)
    remembers = EvidenceMetadata(candidate=shown.report.loop.candidate.id, part=at)
    options = [kit.option(name, str(n)) for n, name in enumerate(parts)]
    menu = kit.select(ids.DEBRIEF_COMPETENCY, options, str(at))
    return kit.modal(
        texts("Evidence"),
        [
            kit.note(texts("Only you see this. That you read it is logged.")),
            kit.buttons(menu) | {"block_id": "part"},
            *pages[turned],
            *_turning(turned, len(pages), shown),
        ],
        private_metadata=remembers.model_dump_json(),
        close=texts("Done"),
    )


def whole(shown: Shown) -> list[Block]:
    """Return all that there is to read, in one piece."""
    return [block for n in range(len(_parts(shown))) for block in _part(n, shown)]


def evidence(line: Line, shown: Shown) -> Iterator[Block]:
    """Show one competency, question by question, with what each rater heard side by side."""
    yield kit.header(shown.name(line.competency))
    said = _said(line, shown)
    asked = list(dict.fromkeys(rating.item.key for _, rating in said))
    for card, rating in sorted(said, key=lambda each: asked.index(each[1].item.key)):
        amended = of_item(shown.report.amendments, card.interview, rating.item.key)
        name = shown.report.names[card.interviewer]
        yield from traced.blocks(name, rating, amended, shown)


def apart(card: Scorecard, shown: Shown) -> Iterator[Block]:
    """Show a card that somebody wrote for its interviewer: it is no part of the profile."""
    yield kit.header(shown.report.names[card.interviewer])
    yield from behalf.apart(card, shown)


def _said(line: Line, shown: Shown) -> Sequence[tuple[Scorecard, Rating]]:
    """Return what was said of a competency: by its raters in their order, then without a point."""
    order = [rater.interviewer for rater in line.raters]
    cards = sorted(
        shown.report.independent,
        key=lambda card: order.index(card.interviewer) if card.interviewer in order else len(order),
    )
    every = [(card, rating) for card in cards for rating in card.ratings]
    return [each for each in every if each[1].item.competency == line.competency]


def _parts(shown: Shown) -> Sequence[str]:
    """Name what can be chosen, in the order of the profile."""
    report, texts = shown.report, shown.texts
    return [
        texts("Overview"),
        *(shown.name(line.competency) for line in report.lines),
        *(
            texts("Submitted for {name}", name=report.names[card.interviewer])
            for card in report.apart
        ),
    ]


def _part(n: int, shown: Shown) -> Iterator[Block]:
    lines = shown.report.lines
    if n == 0:
        return _overview(shown)
    if n <= len(lines):
        return evidence(lines[n - 1], shown)
    return apart(shown.report.apart[n - 1 - len(lines)], shown)


def _overview(shown: Shown) -> Iterator[Block]:
    """Say what the message says, and who recommends what."""
    texts, lines = shown.texts, shown.report.lines
    yield from debrief_facts.top(shown, looks=None)
    if lines:
        title = kit.paragraph(kit.bold(texts("Profile: mean of the raters, 1 to 5")))
        yield kit.rich(title, profile_table.bullets(shown, lines))
    yield from debrief_facts.recommendations(shown)


def _turning(at: int, pages: int, shown: Shown) -> Iterator[Block]:
    row = []
    if at > 0:
        row.append(kit.button(ids.DEBRIEF_EARLIER, shown.texts("Previous page"), str(at - 1)))
    if at < pages - 1:
        row.append(kit.button(ids.DEBRIEF_LATER, shown.texts("Next page"), str(at + 1)))
    if row:
        yield kit.buttons(*row) | {"block_id": "turn"}
