"""What coaching needs from a database: repositories in one transaction, for one team."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from coaching.act import Act
from coaching.debrief.repositories import Decisions, Votes
from coaching.digest import Digest, Digests
from coaching.guide.step import Step
from coaching.job import Job
from coaching.loop import Candidate, Debrief, Interview, Loop
from coaching.loop_form import PlanDraft
from coaching.person import Profile
from coaching.post import Post, Sent
from coaching.question_repositories import FrozenQuestions, OwnQuestions, Uses
from coaching.reminding.repositories import KeptPreferences, Nudges
from coaching.scorecard import Draft, Item, Scorecard
from coaching.sealed.repositories import Amendments, EarlyLooks
from coaching.standing import Standing


class Teams(Protocol):
    """The workspace itself."""

    async def keep(self, name: str, now: datetime) -> None:
        """Remember the workspace, and let its posts go again."""

    async def pause(self, now: datetime) -> None:
        """Send nothing more to it until it is kept anew."""


class Profiles(Protocol):
    """People, as Slack described them."""

    async def of(self, person: str) -> tuple[Profile, datetime] | None:
        """Return a profile and when Slack told us; a language chosen here is its locale."""

    async def names(self, people: Sequence[str]) -> Mapping[str, str]:
        """Return what the people are called; somebody unknown is called by their id."""

    async def save(self, profile: Profile, now: datetime) -> None:
        """Keep a profile in place of the earlier one."""


class Jobs(Protocol):
    """Openings."""

    async def add(self, job: Job, now: datetime) -> bool:
        """Keep a new job; return False when its id is there already."""

    async def of(self, job: str) -> Job | None:
        """Return a job."""

    async def run_by(self, person: str | None) -> Sequence[Job]:
        """Return the jobs a person manages or opened, newest first; all of them for None."""

    async def comparable(
        self, person: str, least: int, *, every: bool, among: Collection[str] | None = None
    ) -> Sequence[Job]:
        """Return the newest jobs a person runs with so many candidates ready to be compared.

        Of all jobs for ``every``, of some for ``among``; never where the person is a candidate.
        """

    async def running(self, since: datetime) -> Sequence[Job]:
        """Return the jobs with a loop that is not released, or with anything new since then."""

    async def hold(self, job: str, *, alone: bool = False) -> Job | None:
        """Return a job that stays as it is until the transaction ends; ``alone`` may change it."""

    async def ask(self, job: Job) -> None:
        """Keep other questions, and the reasons for them, in a job that is held alone."""

    async def settle(self, job: Job) -> None:
        """Keep what its debriefs post and when, in a job that is held alone."""


class PlanDrafts(Protocol):
    """Plans that were begun and not finished."""

    async def keep(self, draft: PlanDraft) -> None:
        """Keep one, in place of an earlier one of its id."""

    async def of(self, draft: str) -> PlanDraft | None:
        """Return one."""

    async def newest(self, planner: str, since: datetime) -> PlanDraft | None:
        """Return the newest that a person has begun since then."""

    async def finish(self, draft: str) -> None:
        """Drop one."""

    async def forget(self, planner: str) -> None:
        """Drop all that a person has begun."""


class Loops(Protocol):
    """Candidates, their interviews and the promise of their debrief."""

    async def add(
        self,
        candidate: Candidate,
        interviews: Sequence[Interview],
        debrief: Debrief,
        now: datetime,
    ) -> bool:
        """Keep a new loop whole; return False when the candidate's id is there already."""

    async def of(self, candidate: str) -> Loop | None:
        """Return a loop."""

    async def followed_by(self, person: str | None, limit: int) -> Sequence[Loop]:
        """Return the newest loops a person organises or interviews in; of all for None."""

    async def open_to(self, person: str, since: datetime, *, every: bool) -> Sequence[Loop]:
        """Return the loops that a person has a card to write in, or that are not over.

        Those where an interview of theirs waits for its card or starts after ``since``, and of
        those they organise (of all: ``every``) the ones whose debrief was not out by then.
        """

    async def interview(self, interview: str) -> Interview | None:
        """Return an interview."""

    async def busy(
        self, people: Collection[str], since: datetime, until: datetime
    ) -> Sequence[Interview]:
        """Return the planned interviews of these people in a time, the earliest first."""

    async def hold(self, interview: str, *, alone: bool = False) -> None:
        """Let an interview stay as it is until the transaction ends; ``alone`` may change it."""

    async def unreleased(self, jobs: Collection[str]) -> Sequence[Loop]:
        """Return the loops of these jobs whose debrief is not out, the earliest first."""

    async def of_jobs(self, jobs: Collection[str]) -> Sequence[Loop]:
        """Return all loops of these jobs, the earliest first."""

    async def unreleased_in(self, channel: str) -> Sequence[Loop]:
        """Return the loops whose debrief goes to a channel and is not out, the earliest first."""

    async def ask(self, interview: Interview) -> None:
        """Keep other questions in an interview that is held alone."""

    async def change(self, interview: Interview) -> None:
        """Keep an interview as it is now: its interviewer, time, plan, state and revision."""

    async def seat(self, interview: Interview, place: str) -> None:
        """Keep a new interview in the place of one of the same loop, which stays as it is."""

    async def promise(self, debrief: Debrief) -> None:
        """Keep another promise in place of one that is held by `lock`, or was just claimed."""

    async def standing(self, person: str, now: datetime, *, admin: bool) -> Standing:
        """Return what a person is in the hiring of the workspace."""

    async def namesakes(self, candidate: Candidate, since: datetime) -> Sequence[str]:
        """Return candidates since then who have the same account or, but for case, name."""

    async def lock(self, candidate: str) -> Debrief:
        """Return the promise, held until the transaction ends: who seals last must see it."""

    async def release(self, candidate: str, now: datetime) -> bool:
        """Note that the debrief goes out; return False when it went before."""


class Scorecards(Protocol):
    """Scorecards, drafts and sealed ones."""

    async def of(self, interview: Interview, items: Sequence[Item]) -> Scorecard:
        """Return the card of an interview in the order of ``items``, empty before it is begun.

        A sealed card keeps the items it was sealed with.
        """

    async def draft(self, interview: Interview, draft: Draft, items: Sequence[Item]) -> None:
        """Keep what is newer than what is there; a sealed card stays as it is."""

    async def seal(self, interview: Interview, now: datetime) -> bool:
        """Seal a card as it is; return False when it was sealed before."""

    async def begun(self, interview: str) -> bool:
        """Tell whether anything was chosen or typed on a card."""

    async def entrust(self, interview: Interview, writer: str | None) -> None:
        """Let somebody write an unsealed card, or for None its interviewer; it is empty again."""

    async def writers(self, candidate: str) -> Mapping[str, str]:
        """Return who writes for the interviewer, by interview, where somebody does."""

    async def unsealed(self, writer: str, limit: int) -> Sequence[Interview]:
        """Return the interviews whose card a person has to seal, the earliest first."""

    async def sealed(self, candidate: str) -> Mapping[str, datetime]:
        """Return which interviews of a candidate have a sealed card, and since when."""

    async def sealed_in(self, candidates: Collection[str]) -> Mapping[str, datetime]:
        """Return the same for many candidates at once."""

    async def touched(self, interviewer: str) -> Mapping[str, int]:
        """Return which drafts a person has begun to write, and when they last did.

        By interview, in microseconds of Slack's clock; what somebody else wrote is not theirs.
        """

    async def sealed_by(self, writer: str, since: datetime) -> Sequence[Scorecard]:
        """Return the cards that a person has sealed since then, the earliest first."""

    async def said_of(self, question: str) -> Collection[str]:
        """Return the interviews in which a question was rated or written about."""


class Guides(Protocol):
    """Live guides: what was pressed and written in an interview, step by step."""

    async def show(self, interview: str, now: datetime) -> int:
        """Note that a guide's card is posted, for the first time or again; return how often."""

    async def hold(self, interview: str) -> bool:
        """Hold a guide until the transaction ends; return False when there is none."""

    async def add(self, interview: str, step: Step) -> None:
        """Append a step to a guide that is held; one that was there before is there once."""

    async def steps(self, interview: str) -> Sequence[Step]:
        """Return all steps in the order they came, none without a guide."""

    async def rewrite(self, interview: str, key: str, detail: str) -> None:
        """Let a step say something else: what it said is not to be kept."""


class Besides(Protocol):
    """What a scorecard rates besides the plan of its interview."""

    async def of(self, interview: str) -> Sequence[str]:
        """Return the competencies that were added to a card, then those written about as a whole.

        Some of these may be planned.
        """

    async def add(self, interview: Interview, competency: str) -> None:
        """Let a card that is not sealed rate a competency as a whole."""

    async def take_off(self, interview: str, competency: str) -> None:
        """Let it no longer be asked for; what was written about it stays, and stays asked for."""


class Posts(Protocol):
    """Messages the bot owes."""

    async def owe(self, post: Post, at: datetime) -> None:
        """Promise a message; a key is promised once."""

    async def maybe_sent(self, key: str, now: datetime) -> None:
        """Note, before the network call, that Slack may have it. The first time stands."""

    async def retry(self, key: str, at: datetime, *, surely_not_sent: bool) -> None:
        """Make it due again at ``at``, one attempt later."""

    async def put_off(self, channel: str, until: datetime) -> None:
        """Let everything owed to a place wait until then, in the order it was owed."""

    async def sent(self, key: str, where: Sent, doubtful: datetime | None) -> None:
        """Keep the promise, and where it is; look for a twin at ``doubtful``."""

    async def healed(self, key: str) -> None:
        """Note that a message has no twin."""

    async def end(self, key: str, state: str, reason: str, *, surely_not_sent: bool) -> None:
        """Give up: ``state`` is parked, dead or expired."""

    async def of(self, key: str) -> Post | None:
        """Return a message, in whatever state."""

    async def at(self, channel: str, ts: str) -> Post | None:
        """Return the message of ours that Slack has there."""

    async def place(self, key: str) -> Sent | None:
        """Return where a message is, or None while it is not sent."""

    async def unpark(self, key: str, owner: str, now: datetime) -> bool:
        """Make a parked message due again when ``owner`` owns it; return whether so."""


class Requests(Protocol):
    """What Slack sent us before."""

    async def take(
        self, key: str, body: Mapping[str, Any] | None, now: datetime, until: datetime
    ) -> bool:
        """Take a request until ``until`` when it is new, failed, or its taker is late."""

    async def done(self, key: str) -> None:
        """Drop the body of a request that is being worked on: it is done."""

    async def failed(self, key: str) -> None:
        """Let the request be taken again."""


class Audit(Protocol):
    """Who did what; ids only."""

    async def add(self, actor: str, action: str, subject: str, now: datetime) -> None:
        """Append a line."""

    async def of(self, subjects: Collection[str]) -> Sequence[Act]:
        """Return the lines about any of these, the earliest first."""


class Work(Protocol):
    """The repositories of one team, in one transaction."""

    @property
    def team(self) -> str:
        """Whose they are."""

    @property
    def teams(self) -> Teams:
        """The workspace."""

    @property
    def people(self) -> Profiles:
        """People."""

    @property
    def jobs(self) -> Jobs:
        """Jobs."""

    @property
    def loops(self) -> Loops:
        """Loops."""

    @property
    def scorecards(self) -> Scorecards:
        """Scorecards."""

    @property
    def guides(self) -> Guides:
        """Live guides."""

    @property
    def besides(self) -> Besides:
        """What they rate besides the plan."""

    @property
    def amendments(self) -> Amendments:
        """What was said later, beside sealed cards."""

    @property
    def looks(self) -> EarlyLooks:
        """Who read sealed cards before the debrief."""

    @property
    def decisions(self) -> Decisions:
        """What was decided after it."""

    @property
    def votes(self) -> Votes:
        """Where raters stand after the talk."""

    @property
    def posts(self) -> Posts:
        """The outbox."""

    @property
    def requests(self) -> Requests:
        """The inbox."""

    @property
    def questions(self) -> OwnQuestions:
        """The workspace's own questions, and its word on every question."""

    @property
    def drafts(self) -> PlanDrafts:
        """Plans that were begun and not finished."""

    @property
    def frozen(self) -> FrozenQuestions:
        """The very texts that candidates are asked."""

    @property
    def uses(self) -> Uses:
        """Who has heard which question."""

    @property
    def nudges(self) -> Nudges:
        """What people are reminded of."""

    @property
    def preferences(self) -> KeptPreferences:
        """How they want to be."""

    @property
    def digests(self) -> Digests:
        """The channels that want a weekly digest."""

    @property
    def audit(self) -> Audit:
        """The audit log."""


class Claims(Protocol):
    """What is due in any team: the clock serves them all. Answers name the team."""

    async def debrief(self, now: datetime) -> tuple[str, str] | None:
        """Take the oldest debrief whose time has come, for good; return team and candidate."""

    async def nudge(self, now: datetime, until: datetime) -> tuple[str, str] | None:
        """Lease the oldest reminder to look at, to be done by ``until``: team and interview."""

    async def kit(self, now: datetime) -> tuple[str, str] | None:
        """Take the oldest kit that comes again, for good; return team and interview."""

    async def digest(self, now: datetime) -> tuple[str, Digest] | None:
        """Hold the oldest digest whose time has come until the transaction ends; with its team."""

    async def teams(self) -> Sequence[str]:
        """Return the workspaces that are known."""

    async def post(self, now: datetime, until: datetime) -> tuple[str, Post] | None:
        """Lease the oldest due message to the caller, who must be done by ``until``."""

    async def doubtful(self, now: datetime, again: datetime) -> tuple[str, Post, str] | None:
        """Take the oldest message to look for twins of; return team, message and timestamp."""

    async def interrupted(self, now: datetime, attempts: int) -> Sequence[Mapping[str, Any]]:
        """Return the bodies of requests taken, given up and tried less than ``attempts`` times."""

    async def forget_requests(self, before: datetime) -> None:
        """Drop requests seen before a moment."""

    async def forget_drafts(self, before: datetime) -> None:
        """Drop plans that were begun before a moment."""

    def of(self, team: str) -> Work:
        """Go on in the same transaction, for the team that was found."""


UnitOfWork = Callable[[str], AbstractAsyncContextManager[Work]]
UnitOfClaims = Callable[[], AbstractAsyncContextManager[Claims]]


@dataclass(frozen=True, slots=True)
class Store:
    """The database: a transaction for one team, and one across teams for the clock."""

    begin: UnitOfWork
    claim: UnitOfClaims
