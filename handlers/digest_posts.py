"""The words of the weekly digest: for a hiring channel, and for organisers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from coaching.coach import Coach
from coaching.debrief.digesting import DIGEST, DIGEST_NAMES
from coaching.person import Person
from coaching.post import Post
from handlers.readers import Readers
from handlers.rendered import Postponed, Rendered, Renderer
from handlers.views import digest


@dataclass(frozen=True, slots=True)
class DigestPosts:
    """Renders both kinds; None when there is nothing to say any more."""

    coach: Coach
    readers: Readers

    @property
    def kinds(self) -> Mapping[str, Renderer]:
        """What renders which kind."""
        return {DIGEST: self._digest, DIGEST_NAMES: self._names}

    async def _digest(self, team: str, post: Post) -> Rendered | None:
        """Tell the channel counts. They name nobody, and still are of hiring."""
        on = date.fromisoformat(post.subject)
        found = await self.coach.debriefs.digesting.week(team, post.channel, on)
        if found is None:
            return None
        kept, week = found
        texts = self.readers.channel(kept.language, kept.zone)
        text = texts("The week in interviews, in counts.")
        return Rendered(text, digest.message(week, texts), hiring=True)

    async def _names(self, team: str, post: Post) -> Rendered | Postponed | None:
        """Tell an organiser names, when it is not quiet where they are."""
        channel, on, organiser = post.subject.split(":")
        reader = Person(team, organiser)
        overdue = await self.coach.debriefs.digesting.overdue(
            reader, channel, date.fromisoformat(on)
        )
        if overdue is None or overdue.wait:
            return Postponed(overdue.wait) if overdue else None
        texts = await self.readers.texts(reader)
        pages = digest.pages(overdue, texts)
        if post.page >= len(pages):
            return None
        text = texts("Scorecards are overdue.")
        return Rendered(text, pages[post.page], pages=len(pages), hiring=True)
