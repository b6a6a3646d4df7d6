"""What coaching needs from a database: repositories in one transaction, for one team."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from coaching.act import Act
from coaching.card_repositories import Besides, Guides, Scorecards
from coaching.debrief.repositories import Decisions, Votes
from coaching.digest import Digest, Digests
from coaching.loop_repositories import Jobs, Loops, PlanDrafts
from coaching.person import Profile
from coaching.post import Post, Sent
from coaching.question_repositories import FrozenQuestions, OwnQuestions, Uses
from coaching.reminding.repositories import KeptPreferences, Nudges
from coaching.sealed.repositories import Amendments, EarlyLooks


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
