"""The app's Home: what waits for one person, page by page, never more than Slack takes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from coaching.overview import Overview
from coaching.practice.mock import Mock
from coaching.practice.record import Progress
from handlers import ids
from handlers.texts import Texts
from handlers.views import kit, mock, mock_progress, overview
from handlers.views.kit import Block
from handlers.views.overview import Part
from handlers.views.settings import reminders

SHOWN = 8  # entries of each part at a time: Slack takes 100 blocks, an entry has two

Pages = Sequence[int]  # where each part is turned to, from 0; one that is missing is at its start


def home(
    found: Overview, practice: Mock | None, progress: Progress, pages: Pages, texts: Texts
) -> Block:
    """Show everything of a full member."""
    organised = partial(overview.organised, texts=texts, now=found.at)
    parts = overview.parts(found, organised, texts)
    turned = Turned.of(parts, pages)
    blocks = [block for n in range(len(parts)) for block in _part(parts[n], n, turned, texts)]
    shown = [*(blocks or [_nothing(texts)]), *_practice(practice, texts)]
    shown += mock_progress.at_home(progress, texts)
    return kit.home([*shown, kit.divider(), *_always(found, practice, texts)])


def guest(texts: Texts) -> Block:
    """Show what somebody may do who has no part in hiring here."""
    said = texts(
        "*Welcome.* `/questions` shows practice questions, and what a good answer to each of "
        "them has in it."
    )
    return kit.home([kit.section(said)])


@dataclass(frozen=True, slots=True)
class Turned:
    """The page each part is at, counted from 0, and how many pages it has."""

    at: Pages
    pages: Pages

    @classmethod
    def of(cls, parts: Sequence[Part], wished: Pages) -> "Turned":
        """Keep what was wished for within what there is."""
        pages = [max(1, -(-len(part.entries) // SHOWN)) for part in parts]
        filled = [*wished, *([0] * len(parts))]
        at = [min(wish, most - 1) for wish, most in zip(filled, pages, strict=False)]
        return cls(at, pages)

    def turn(self, part: int, step: int) -> str:
        """Return what a button says that turns one part and leaves the others."""
        at = [page + step if n == part else page for n, page in enumerate(self.at)]
        return ".".join(map(str, at))


def _part(part: Part, n: int, turned: Turned, texts: Texts) -> Iterator[Block]:
    if not part.entries:
        return
    yield kit.header(part.title)
    start = turned.at[n] * SHOWN
    for entry in part.entries[start : start + SHOWN]:
        yield from entry()
    if turned.pages[n] > 1:
        page, last = turned.at[n], turned.pages[n]
        yield kit.note(texts("Page {n} of {last}", n=page + 1, last=last))
        earlier = kit.button(ids.HOME_EARLIER, texts("Previous page"), turned.turn(n, -1))
        later = kit.button(ids.HOME_LATER, texts("Next page"), turned.turn(n, 1))
        yield kit.buttons(*[earlier][: page > 0], *[later][: page + 1 < last])


def _nothing(texts: Texts) -> Block:
    return kit.section(
        texts(
            "*Nothing is waiting for you.*\n"
            "`/interview new` plans a candidate's interviews. Or practise an interview yourself: "
            "nobody else sees it."
        )
    )


def _practice(practice: Mock | None, texts: Texts) -> Iterator[Block]:
    """Say how far a practice is; without one, the button at the end begins it."""
    if practice is None:
        return
    n, last = practice.at + 1, len(practice.questions)
    paused = practice.state == "stopped"
    said = (
        texts("Paused at question {n} of {all}", n=n, all=last)
        if paused
        else texts("Question {n} of {all}", n=n, all=last)
    )
    yield kit.header(texts("Practice interview"))
    yield kit.rich(kit.paragraph(kit.word(said)))
    yield kit.buttons(mock.resume(texts))


def _always(found: Overview, practice: Mock | None, texts: Texts) -> Iterator[Block]:
    """Show the buttons that are always there, and when one is reminded.

    A practice that is begun has a button of its own.
    """
    practise = [] if practice else [kit.button(ids.MOCK_START, texts("Practise"))]
    yield kit.buttons(*practise, kit.button(ids.SETTINGS_OPEN, texts("Settings")))
    if found.preferences:
        yield kit.note("\n".join(reminders(found.preferences, texts)))
