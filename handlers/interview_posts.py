"""The words of messages about planned interviews: invitations, changes, the guide's card."""

from collections.abc import Mapping
from dataclasses import dataclass

from coaching.changes.telling import (
    ASKED,
    CALLED_OFF,
    MOVED,
    PAIRED,
    PANEL,
    REPLACED,
    STANDING,
    TIMELY,
)
from coaching.coach import Coach
from coaching.guide.guiding import GUIDE, subject
from coaching.loop import INVITE, PLANNED, Interview, Loop
from coaching.person import Person
from coaching.post import Post
from handlers import calendar
from handlers.readers import Readers
from handlers.rendered import Attachment, Rendered, Renderer
from handlers.texts import Texts
from handlers.views import guide, invite, kit, telling


@dataclass(frozen=True, slots=True)
class InterviewPosts:
    """Renders each kind of message about an interview; None when nothing is to be said."""

    coach: Coach
    readers: Readers

    @property
    def kinds(self) -> Mapping[str, Renderer]:
        """What renders which kind."""
        return {
            INVITE: self._invite,
            GUIDE: self._guide,
            PLANNED: self._planned,
            PANEL: self._planned,
            **dict.fromkeys((MOVED, ASKED, PAIRED, REPLACED, CALLED_OFF), self._change),
        }

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
        spoken = self.readers.channel(guided.loop.job.language, guided.loop.job.zone)
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
        texts = self.readers.channel(loop.job.language, loop.job.zone)
        if post.kind == PANEL:
            text, blocks = texts("A panel has changed."), telling.panel(loop, names, texts)
        else:
            text, blocks = texts("Interviews are planned."), invite.line(loop, names, texts)
        return Rendered(text, blocks, hiring=True, hidden_from=loop.candidate.account)

    async def _texts(self, team: str, person: str) -> Texts:
        return await self.readers.texts(Person(team, person))
