"""The words of every message the bot sends by itself, found at the moment it is sent."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from coaching.coach import Coach
from coaching.guiding import GUIDE, subject
from coaching.leaks import LEAK
from coaching.loop import DEBRIEF, INVITE, PLANNED, Interview, Loop
from coaching.mock_turns import MOCK, MOCK_HINT, MOCK_READS
from coaching.person import Person
from coaching.post import PARKED, Post
from handlers import calendar, ids
from handlers.readers import Readers
from handlers.texts import Texts
from handlers.views import debrief, guide, invite, kit, leak, mock


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file. ``title`` is what Slack shows, ``name`` what it is called once it is saved."""

    name: str
    title: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message. ``text`` is what notifications show: it names no candidate.

    ``pages`` is how many messages the whole needs. ``hiring``: it holds candidate data, so the
    place is looked at once more; ``hidden_from`` must not be there. A message with an
    ``attachment`` is an extra: it is left out where the app may not bring files.
    """

    text: str
    blocks: list[dict[str, Any]]
    pages: int = 1
    hiring: bool = False
    hidden_from: str | None = None
    attachment: Attachment | None = None


Renderer = Callable[[str, Post], Awaitable[Rendered | None]]


@dataclass(frozen=True, slots=True)
class Renderings:
    """Renders each kind of message; None when there is nothing to say any more."""

    coach: Coach
    readers: Readers

    async def __call__(self, team: str, post: Post) -> Rendered | None:
        """Render a message of a team."""
        kinds: Mapping[str, Renderer] = {
            INVITE: self._invite,
            GUIDE: self._guide,
            PLANNED: self._planned,
            DEBRIEF: self._debrief,
            PARKED: self._parked,
            LEAK: self._leak,
            MOCK: self._mock,
            MOCK_HINT: self._mock_hint,
            MOCK_READS: self._mock_reads,
        }
        return await kinds[post.kind](team, post)

    async def _invite(self, team: str, post: Post) -> Rendered | None:
        found = await self.coach.planning.invitation(team, post.subject)
        if found is None:
            return None
        loop, interview = found
        texts = await self._texts(team, interview.interviewer)
        if post.page:
            return self._entry(loop, interview, texts)
        model = self.coach.shelves.live.model(loop.job.model_id)
        return Rendered(
            texts("You have an interview to run."),
            invite.message(loop, interview, model, texts),
            pages=2,  # the second is its calendar entry
            hiring=True,
            hidden_from=loop.candidate.account,
        )

    def _entry(self, loop: Loop, interview: Interview, texts: Texts) -> Rendered | None:
        """Put the interview into the calendar, while there still is something to remind of."""
        now = self.coach.now()
        if interview.end <= now:
            return None
        text = texts("Open this file to add the interview to your calendar.")
        content = calendar.entry(interview, loop.job, calendar.Change(now), texts)
        file = Attachment(calendar.NAME, texts("Calendar entry"), content)
        return Rendered(text, [kit.section(text)], pages=2, attachment=file)

    async def _guide(self, team: str, post: Post) -> Rendered | None:
        guided = await self.coach.guiding.guided(team, subject(post.subject))
        if guided is None or guided.interview.interviewer != post.channel:
            return None
        texts = await self._texts(team, post.channel)
        spoken = self.readers.channel(guided.loop.job.language)
        hidden = guided.loop.candidate.account
        blocks = guide.message(guided, texts, spoken)
        return Rendered(guide.text(texts), blocks, hiring=True, hidden_from=hidden)

    async def _planned(self, team: str, post: Post) -> Rendered | None:
        found = await self.coach.planning.planned(team, post.subject)
        if found is None:
            return None
        loop, names = found
        texts = self.readers.channel(loop.job.language)
        blocks = invite.line(loop, names, texts)
        text = texts("Interviews are planned.")
        return Rendered(text, blocks, hiring=True, hidden_from=loop.candidate.account)

    async def _debrief(self, team: str, post: Post) -> Rendered | None:
        report = await self.coach.debriefing.report(team, post.subject)
        if report is None:
            return None
        texts = self.readers.channel(report.loop.job.language)
        pages = debrief.pages(report, texts)
        if post.page >= len(pages):
            return None
        return Rendered(
            texts("A debrief is ready."),
            pages[post.page],
            pages=len(pages),
            hiring=True,
            hidden_from=report.loop.candidate.account,
        )

    async def _parked(self, team: str, post: Post) -> Rendered | None:
        """Tell the owner, without the candidate's name: where it is is broken."""
        parked = await self.coach.outbox.of(team, post.subject)
        if parked is None:
            return None
        texts = await self._texts(team, post.channel)
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

    async def _mock(self, team: str, post: Post) -> Rendered | None:
        key, _, n = post.subject.partition(":")
        saying = await self.coach.practice.saying(team, key, int(n))
        if saying is None:
            return None
        texts = self.readers.channel(saying.mock.wish.locale)
        return Rendered(texts("Practice interview"), mock.message(saying, texts))

    async def _mock_hint(self, team: str, post: Post) -> Rendered | None:
        texts = await self._texts(team, post.channel)
        found = await self.coach.practice.under_way(team, post.channel)
        return Rendered(texts("Practice interview"), mock.hint(found, texts))

    async def _mock_reads(self, team: str, post: Post) -> Rendered | None:
        texts = await self._texts(team, post.channel)
        return Rendered(texts("Practice interview"), mock.reads(texts))

    async def _texts(self, team: str, person: str) -> Texts:
        return await self.readers.texts(Person(team, person))
