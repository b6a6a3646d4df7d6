"""The words of every message the bot sends by itself, found at the moment it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass

from coaching.coach import Coach
from coaching.leaks import LEAK
from coaching.person import Person
from coaching.post import PARKED, Post
from handlers import ids
from handlers.debrief_posts import DebriefPosts
from handlers.decision_posts import DecisionPosts
from handlers.digest_posts import DigestPosts
from handlers.interview_posts import InterviewPosts
from handlers.mock_posts import PracticePosts
from handlers.packet_posts import PacketPosts
from handlers.readers import Readers
from handlers.release_posts import ReleasePosts
from handlers.reminder_posts import ReminderPosts
from handlers.rendered import Pin, Postponed, Rendered, Renderer
from handlers.views import kit, leak


@dataclass(frozen=True, slots=True)
class Renderings:
    """Renders each kind of message; None when there is nothing to say any more."""

    coach: Coach
    readers: Readers

    async def __call__(self, team: str, post: Post) -> Rendered | Postponed | Pin | None:
        """Render a message of a team."""
        kinds: Mapping[str, Renderer] = {
            PARKED: self._parked,
            LEAK: self._leak,
            **InterviewPosts(self.coach, self.readers).kinds,
            **ReminderPosts(self.coach, self.readers).kinds,
            **ReleasePosts(self.coach, self.readers).kinds,
            **DebriefPosts(self.coach, self.readers).kinds,
            **PacketPosts(self.coach, self.readers).kinds,
            **DecisionPosts(self.coach, self.readers).kinds,
            **DigestPosts(self.coach, self.readers).kinds,
            **PracticePosts(self.coach, self.readers).kinds,
        }
        return await kinds[post.kind](team, post)

    async def _parked(self, team: str, post: Post) -> Rendered | None:
        """Tell the owner, without the candidate's name: where it is is broken."""
        parked = await self.coach.outbox.of(team, post.subject)
        if parked is None:
            return None
        texts = await self.readers.texts(Person(team, post.channel))
        said = texts(
            "I could not post a message in {place}. It may be archived, public or shared with "
            "others, or I am no longer in it. Put that right, then try again.",
            place=f"<#{parked.channel}>",
        )
        again = kit.button(ids.POST_AGAIN, texts("Try again"), parked.key)
        return Rendered(
            texts("A message could not be posted."), [kit.section(said), kit.buttons(again)]
        )

    async def _leak(self, team: str, post: Post) -> Rendered | None:
        """Tell an admin; no candidate is named, and the title only where they alone read it."""
        reader = Person(team, post.channel)
        found = await self.coach.leaks.flagged(reader, post.subject)
        if found is None:
            return None
        texts = await self.readers.texts(reader)
        return Rendered(texts("A question may be known outside."), leak.message(*found, texts))
