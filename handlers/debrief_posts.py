"""The words of messages about sealed scorecards: receipts, the debrief, what comes after it."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from coaching.coach import Coach
from coaching.debrief.report import Report
from coaching.loop import DEBRIEF, Loop
from coaching.person import Person
from coaching.post import Post
from coaching.sealed.amending import AMENDED
from coaching.sealed.behalf import BEHALF
from coaching.sealed.comparing import COMPARISON
from coaching.sealed.receipts import RECEIPT
from handlers.pictures.grid import described, grid
from handlers.pictures.heatmap import heatmap
from handlers.readers import Readers
from handlers.rendered import Attachment, Rendered, Renderer
from handlers.texts import Texts
from handlers.views import amending, behalf, comparing, debrief, kit, receipt
from handlers.views.traced import Shown

logger = logging.getLogger(__name__)

PICTURE = "debrief.png"


@dataclass(frozen=True, slots=True)
class DebriefPosts:
    """Renders each kind of message about a scorecard; None when nothing is to be said any more."""

    coach: Coach
    readers: Readers

    @property
    def kinds(self) -> Mapping[str, Renderer]:
        """What renders which kind."""
        return {
            DEBRIEF: self._debrief,
            RECEIPT: self._receipt,
            BEHALF: self._behalf,
            AMENDED: self._amended,
            COMPARISON: self._comparison,
        }

    async def _debrief(self, team: str, post: Post) -> Rendered | None:
        report = await self.coach.debriefs.releasing.report(team, post.subject)
        if report is None:
            return None
        texts = self.readers.channel(report.loop.job.language, report.loop.job.zone)
        shown = Shown(report, texts, self.coach.debriefs.withholding)
        pages = await asyncio.to_thread(_up_to, shown, post.page + 1)
        if post.page == len(pages):
            return await self._picture(report, texts, post.page + 1)
        said = _page(texts("A debrief is ready."), pages, post, report.loop)
        ends = post.page + 1 == len(pages)
        if said and ends and report.independent:
            return replace(said, pages=len(pages) + 1)
        return said

    async def _picture(self, report: Report, texts: Texts, pages: int) -> Rendered | None:
        """Draw the ratings once more, last in the thread: the words are out, whatever happens."""
        shown = grid(report, texts)
        try:
            content = await asyncio.to_thread(heatmap, shown, texts)
        except Exception:
            logger.exception("the picture of a debrief could not be drawn")
            return None
        text = texts("The ratings at a glance")
        file = Attachment(PICTURE, text, content, described(shown, texts))
        hidden = report.loop.candidate.account
        blocks = [kit.section(text)]
        return Rendered(text, blocks, pages=pages, hiring=True, hidden_from=hidden, attachment=file)

    async def _receipt(self, team: str, post: Post) -> Rendered | None:
        """Show a sealed card to its writer; its pages follow in the thread of the first."""
        copy = await self.coach.receipts.of(team, post.subject)
        if copy is None:
            return None
        texts = await self._texts(team, copy.card.writer)
        return _page(
            texts("Your scorecard is sealed."), receipt.pages(copy, texts), post, copy.loop
        )

    async def _behalf(self, team: str, post: Post) -> Rendered | None:
        """Tell an interviewer that somebody has submitted their scorecard."""
        found = await self.coach.behalf.submitted(team, post.subject)
        if found is None:
            return None
        texts = await self._texts(team, found.interview.interviewer)
        text = texts("A scorecard was submitted on your behalf.")
        return _page(text, [behalf.message(found, texts)], post, found.loop)

    async def _amended(self, team: str, post: Post) -> Rendered | None:
        """Tell the panel, in the thread of the debrief, what came after it."""
        interview, _, n = post.subject.partition(":")
        notice = await self.coach.amending.notice(team, interview, int(n))
        if notice is None:
            return None
        loop = notice.copy.loop
        texts = self.readers.channel(loop.job.language, loop.job.zone)
        blocks = amending.notice(notice, texts, self.coach.debriefs.withholding)
        return _page(texts("A scorecard was amended after the debrief."), [blocks], post, loop)

    async def _comparison(self, team: str, post: Post) -> Rendered | None:
        """Show a shadow's points beside the lead's, to one of the two."""
        interview, _, n = post.subject.partition(":")
        found = await self.coach.comparing.of(team, interview)
        if found is None:
            return None
        texts = await self._texts(team, found.people[int(n)])
        text = texts("Two ratings of one interview, side by side.")
        return _page(text, comparing.pages(found, texts), post, found.loop)

    async def _texts(self, team: str, person: str) -> Texts:
        return await self.readers.texts(Person(team, person))


def _up_to(shown: Shown, page: int) -> Sequence[list[kit.Block]]:
    """Return the messages of a debrief up to a page, from 0: what comes after costs nothing yet."""
    return list(islice(debrief.pages(shown), page + 1))


def _page(text: str, pages: Sequence[list[kit.Block]], post: Post, loop: Loop) -> Rendered | None:
    """Return the page that a message is, of something about a candidate who must not see it."""
    if post.page >= len(pages):
        return None
    return Rendered(
        text,
        pages[post.page],
        pages=len(pages),
        hiring=True,
        hidden_from=loop.candidate.account,
    )
