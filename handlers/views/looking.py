"""The early look: what the debrief would say now, page by page, and that it is logged."""

from collections.abc import Iterator

from coaching.debrief.progress import Progress
from coaching.debrief.withholding import Withhold
from coaching.sealed.looking import Looked
from handlers import ids
from handlers.looking_forms import LookMetadata
from handlers.texts import Texts
from handlers.views import evidence, kit
from handlers.views.kit import Block
from handlers.views.pages import paged
from handlers.views.traced import Shown


def offer(progress: Progress, texts: Texts) -> Iterator[Block]:
    """Show the button to whoever may look; it says first what that means."""
    if not progress.offers.look:
        return
    asked = kit.confirm(
        texts("Look before the debrief?"),
        texts(
            "This is logged. The debrief will print that you looked, when, and at how many "
            "scorecards."
        ),
        texts("Look"),
        texts("Wait for the debrief"),
    )
    button = kit.button(ids.LOOK_OPEN, texts("Look early"), progress.loop.candidate.id)
    yield kit.buttons(button | {"confirm": asked})


def modal(looked: Looked, texts: Texts, withhold: Withhold, page: int = 0) -> Block:
    """Show one page of what the debrief would say; pages count from 0."""
    look = looked.look
    pages = paged(
        evidence.whole(Shown(looked.report, texts, withhold)),
        lambda n, last: kit.note(texts("Page {n} of {last}", n=n, last=last)),
    )
    at = min(page, len(pages) - 1)
    logged = kit.note(texts("Only you see this. It is logged, and the debrief will print it."))
    return kit.modal(
        texts("Early look"),
        [logged, *pages[at], *_turning(at, len(pages), texts)],
        private_metadata=LookMetadata(candidate=look.candidate, n=look.n).model_dump_json(),
        close=texts("Done"),
    )


def _turning(at: int, pages: int, texts: Texts) -> Iterator[Block]:
    """Offer the pages before and after; reading on is no second look."""
    row = []
    if at > 0:
        row.append(kit.button(ids.LOOK_EARLIER, texts("Previous page"), str(at - 1)))
    if at < pages - 1:
        row.append(kit.button(ids.LOOK_LATER, texts("Next page"), str(at + 1)))
    if row:
        yield kit.buttons(*row)
