"""The words of every message the bot sends by itself, found at the moment it is sent."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from coaching.amending import AMENDED
from coaching.behalf import BEHALF
from coaching.coach import Coach
from coaching.comparing import COMPARISON
from coaching.guiding import GUIDE, subject
from coaching.leaks import LEAK
from coaching.loop import DEBRIEF, INVITE, PLANNED, Interview, Loop
from coaching.mock_turns import MOCK, MOCK_HINT, MOCK_READS
from coaching.person import Person
from coaching.post import PARKED, Post
from coaching.receipts import RECEIPT
from coaching.telling import ASKED, CALLED_OFF, MOVED, PAIRED, PANEL, REPLACED, STANDING, TIMELY
from handlers import calendar, ids
from handlers.readers import Readers
from handlers.reminding import ReminderPosts
from handlers.rendered import Attachment, Postponed, Rendered
from handlers.texts import Texts
from handlers.views import (
    amending,
    behalf,
    comparing,
    debrief,
    guide,
    invite,
    kit,
    leak,
    mock,
    receipt,
    telling,
)

Renderer = Callable[[str, Post], Awaitable[Rendered | Postponed | None]]


@dataclass(frozen=True, slots=True)
class Renderings:
    """Renders each kind of message; None when there is nothing to say any more."""

    coach: Coach
    readers: Readers

    async def __call__(self, team: str, post: Post) -> Rendered | Postponed | None:
        """Render a message of a team."""
        kinds: Mapping[str, Renderer] = {
            INVITE: self._invite,
            GUIDE: self._guide,
            PLANNED: self._planned,
            PANEL: self._planned,
            DEBRIEF: self._debrief,
            RECEIPT: self._receipt,
            BEHALF: self._behalf,
            COMPARISON: self._comparison,
            AMENDED: self._amended,
            PARKED: self._parked,
            LEAK: self._leak,
            MOCK: self._mock,
            MOCK_HINT: self._mock_hint,
            **dict.fromkeys((MOVED, ASKED, PAIRED, REPLACED, CALLED_OFF), self._change),
            **ReminderPosts(self.coach, self.readers).kinds,
            MOCK_READS: self._mock_reads,
        }
        return await kinds[post.kind](team, post)

    async def _invite(self, team: str, post: Post) -> Rendered | None:
        found = await self.coach.planning.invitation(team, post.subject)
        if found is None or found[1].state != "planned":
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
        text, off = telling.entry(interview, texts), interview.state == "cancelled"
        change = calendar.Change(now, interview.revision, cancelled=off)
        content = calendar.entry(interview, loop.job, change, texts)
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

    async def _change(self, team: str, post: Post) -> Rendered | None:
        """Tell an interviewer about a change, as things stand by now, and their calendar too."""
        found = await self.coach.changing.about(team, post.subject.partition(":")[0])
        if found is None or (found.interview.state == "planned") != (post.kind in STANDING):
            return None
        texts = await self._texts(team, found.interview.interviewer)
        if post.page:
            return self._entry(found.loop, found.interview, texts)
        model = self.coach.shelves.live.model(found.loop.job.model_id)
        return Rendered(
            texts("An interview of yours has changed."),
            telling.message(post.kind, found, model, texts),
            pages=2 if post.kind in TIMELY else 1,
            hiring=True,
            hidden_from=found.loop.candidate.account,
        )

    async def _planned(self, team: str, post: Post) -> Rendered | None:
        """Name the panel, when it is planned and when it has changed, if there still is one."""
        candidate = post.subject.partition(":")[0]
        found = await self.coach.planning.planned(team, candidate)
        if found is None or not found[0].panel:
            return None
        loop, names = found
        texts = self.readers.channel(loop.job.language)
        if post.kind == PANEL:
            text, blocks = texts("A panel has changed."), telling.panel(loop, names, texts)
        else:
            text, blocks = texts("Interviews are planned."), invite.line(loop, names, texts)
        return Rendered(text, blocks, hiring=True, hidden_from=loop.candidate.account)

    async def _debrief(self, team: str, post: Post) -> Rendered | None:
        report = await self.coach.debriefing.report(team, post.subject)
        if report is None:
            return None
        texts = self.readers.channel(report.loop.job.language)
        return _page(texts("A debrief is ready."), debrief.pages(report, texts), post, report.loop)

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
        texts = self.readers.channel(loop.job.language)
        blocks = amending.notice(notice, texts)
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
