"""The words of messages about when a debrief goes out, and about cards that come after it."""

from collections.abc import Mapping
from dataclasses import dataclass

from coaching.coach import Coach
from coaching.debrief.after_release import AFTER_RELEASE
from coaching.debrief.left_out import LEFT_OUT
from coaching.debrief.releasing import EXPIRED
from coaching.debrief.timing import RETIMED
from coaching.person import Person
from coaching.post import Post
from handlers.readers import Readers
from handlers.rendered import Postponed, Rendered, Renderer
from handlers.views import after_release, timing


@dataclass(frozen=True, slots=True)
class ReleasePosts:
    """Renders each kind of message; None when there is nothing to say any more."""

    coach: Coach
    readers: Readers

    @property
    def kinds(self) -> Mapping[str, Renderer]:
        """What renders which kind."""
        return {
            LEFT_OUT: self._left_out,
            AFTER_RELEASE: self._after_release,
            RETIMED: self._retimed,
            EXPIRED: self._expired,
        }

    async def _left_out(self, team: str, post: Post) -> Rendered | Postponed | None:
        reader = Person(team, post.channel)
        found = await self.coach.debriefs.leaving_out.of(reader, post.subject)
        if found is None or found.wait:
            return Postponed(found.wait) if found else None
        texts = await self.readers.texts(reader)
        text, blocks = texts("A debrief went out."), after_release.left_out(found, texts)
        return Rendered(text, blocks, hiring=True, hidden_from=found.loop.candidate.account)

    async def _after_release(self, team: str, post: Post) -> Rendered | None:
        late = await self.coach.debriefs.after_release.of(team, post.subject)
        if late is None:
            return None
        loop = late.copy.loop
        texts = self.readers.channel(loop.job.language, loop.job.zone)
        pages = after_release.card(late, texts, self.coach.debriefs.withholding)
        if post.page >= len(pages):
            return None
        return Rendered(
            texts("A scorecard was sealed after the debrief."),
            pages[post.page],
            pages=len(pages),
            hiring=True,
            hidden_from=loop.candidate.account,
        )

    async def _retimed(self, team: str, post: Post) -> Rendered | None:
        loop = await self.coach.debriefs.timing.retimed(team, post.subject.partition(":")[0])
        if loop is None:
            return None
        texts = self.readers.channel(loop.job.language, loop.job.zone)
        stopped = texts("A debrief is cancelled.")
        text = stopped if loop.debrief.stopped else texts("A debrief has another time.")
        blocks = timing.line(loop, texts)
        return Rendered(text, blocks, hiring=True, hidden_from=loop.candidate.account)

    async def _expired(self, team: str, post: Post) -> Rendered | None:
        reader = Person(team, post.channel)
        loops = await self.coach.debriefs.timing.expired(reader)
        if not loops:
            return None
        texts = await self.readers.texts(reader)
        return Rendered(
            texts("Debriefs were not posted."), timing.expired(loops, texts), hiring=True
        )
