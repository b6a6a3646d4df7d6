"""The outbox: every message the bot sends by itself, effectively once."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar
from uuid import NAMESPACE_OID, uuid5

from coaching.ports import Clock, Courier, UnitOfClaims, UnitOfWork, Work

logger = logging.getLogger(__name__)

BATCH = 200  # messages in one round, so that a round ends
SLACK_AHEAD = timedelta(seconds=60)  # how far Slack's clock may be behind ours
TWIN_AFTER = timedelta(minutes=10)  # by then an attempt that seemed lost has arrived, or never will
FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(minutes=10)

PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Post:
    """A message the bot owes.

    ``key`` is unique and goes out as metadata anyone can read: opaque. ``channel`` is a channel,
    or a person for a direct message. ``subject`` is the id of what it is about: the words are
    found when it is sent, so that no text waits here. ``owner`` is told when it cannot be posted.
    ``maybe_sent`` is the moment of the first attempt whose end we have not seen.
    """

    key: str
    kind: str
    channel: str
    subject: str
    owner: str = ""
    page: int = 0
    thread_ts: str = ""
    attempts: int = 0
    maybe_sent: datetime | None = None


def owed(team: str, kind: str, channel: str, subject: str, owner: str = "") -> Post:
    """Return the one message of this kind to this place about this subject: same key each time."""
    key = uuid5(NAMESPACE_OID, f"{team}/{kind}/{channel}/{subject}").hex
    return Post(key, kind, channel, subject, owner)


@dataclass(frozen=True, slots=True)
class Sent:
    """Slack has it. ``pages`` is how many messages the whole needs."""

    channel: str
    ts: str
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Temporary:
    """Surely not sent; try again, ``after`` what Slack asked for when it did."""

    reason: str
    after: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nobody can say whether Slack has it: look before sending again."""

    reason: str


@dataclass(frozen=True, slots=True)
class Parked:
    """The place cannot take it; its owner is told and may try again."""

    reason: str
    state: ClassVar[str] = "parked"


@dataclass(frozen=True, slots=True)
class Dead:
    """Slack refused the content, and its plain form too."""

    reason: str
    state: ClassVar[str] = "dead"


@dataclass(frozen=True, slots=True)
class Paused:
    """Slack no longer takes our token: the whole workspace waits."""

    reason: str


@dataclass(frozen=True, slots=True)
class Expired:
    """There is nothing to say any more."""

    reason: str
    state: ClassVar[str] = "expired"


Outcome = Sent | Temporary | Unknown | Parked | Dead | Paused | Expired
Found = Sent | Unknown | Parked | Paused | None


@dataclass(frozen=True, slots=True)
class Outbox:
    """Sends what is owed. ``lease`` is how long one sender may hold a message."""

    begin: UnitOfWork
    claim: UnitOfClaims
    now: Clock
    lease: timedelta = timedelta(minutes=2)
    failpoint: Callable[[str], None] = lambda _name: None

    async def send_due(self, courier: Courier) -> int:
        """Send what is due; return how many messages Slack has now that it had not before."""
        sent = 0
        for _ in range(BATCH):
            if (found := await self._take()) is None:
                break
            sent += await self._deliver(*found, courier)
        return sent

    async def heal_due(self, courier: Courier) -> int:
        """Delete the twins of messages that took more than one attempt; return how many looks.

        An attempt that nobody answered may arrive after the next one: the older message stays.
        """
        for looks in range(BATCH):
            async with self.claim() as claims:
                found = await claims.doubtful(self.now(), again=self.now() + TWIN_AFTER)
            if found is None:
                return looks
            team, post, ts = found
            if await courier.heal(team, post, ts):
                async with self.begin(team) as work:
                    await work.posts.healed(post.key)
        return BATCH

    async def again(self, team: str, key: str, person: str) -> bool:
        """Make a parked message due once more, for its owner; return whether there was one."""
        async with self.begin(team) as work:
            return await work.posts.unpark(key, person, self.now())

    async def of(self, team: str, key: str) -> Post | None:
        """Return a message, in whatever state."""
        async with self.begin(team) as work:
            return await work.posts.of(key)

    async def _take(self) -> tuple[str, Post] | None:
        async with self.claim() as claims:
            found = await claims.post(self.now(), until=self.now() + self.lease)
        self.failpoint("outbox.after_claim")
        return found

    async def _deliver(self, team: str, post: Post, courier: Courier) -> bool:
        """Talk to Slack between transactions, never inside one."""
        seen = await self._look(team, post, courier)
        outcome = seen or await self._send(team, post, courier)
        in_doubt = isinstance(outcome, Unknown) or outcome is seen
        async with self.begin(team) as work:
            await self._note(work, team, post, outcome, in_doubt=in_doubt)
        self.failpoint("outbox.after_sent")
        return isinstance(outcome, Sent)

    async def _look(self, team: str, post: Post, courier: Courier) -> Found:
        """Find what an earlier attempt left, when there was one whose end we never saw."""
        if post.maybe_sent is None:
            return None
        found = await courier.find(team, post, post.maybe_sent - SLACK_AHEAD)
        self.failpoint("reconcile.after_history")
        return found

    async def _send(self, team: str, post: Post, courier: Courier) -> Outcome:
        async with self.begin(team) as work:
            await work.posts.maybe_sent(post.key, self.now())
        self.failpoint("outbox.after_mark")
        outcome = await courier.post(team, post)
        self.failpoint("outbox.after_post_before_commit")
        return outcome

    async def _note(
        self, work: Work, team: str, post: Post, outcome: Outcome, *, in_doubt: bool
    ) -> None:
        """Write down how it ended, and owe what follows from it, in one transaction.

        ``in_doubt``: what was not seen to arrive may have arrived all the same.
        """
        now = self.now()
        match outcome:
            case Sent():
                doubtful = now + TWIN_AFTER if post.maybe_sent else None
                await work.posts.sent(post.key, outcome, doubtful)
                if following := _next_page(team, post, outcome):
                    await work.posts.owe(following, now)
                return
            case Temporary() | Unknown() | Paused():
                again = now + (_asked(outcome) or _pause(post.attempts))
                await work.posts.retry(post.key, again, surely_not_sent=not in_doubt)
                if isinstance(outcome, Paused):  # it wakes when Slack lets us in anew
                    await work.teams.pause(now)
            case Parked() | Dead() | Expired():
                await work.posts.end(
                    post.key, outcome.state, outcome.reason, surely_not_sent=not in_doubt
                )
                if isinstance(outcome, Parked) and post.owner and post.kind != PARKED:
                    await work.posts.owe(_parked(team, post, now), now)
        logger.warning("post %s: %s, %s", post.key, type(outcome).__name__, outcome.reason)


def _asked(outcome: Outcome) -> timedelta | None:
    return outcome.after if isinstance(outcome, Temporary) else None


def _next_page(team: str, post: Post, sent: Sent) -> Post | None:
    """Return the message that continues this one, in its thread: one at a time keeps the order."""
    page = post.page + 1
    if page >= sent.pages:
        return None
    key = uuid5(NAMESPACE_OID, f"{team}/{post.kind}/{post.subject}/{page}/{post.key}").hex
    return Post(
        key,
        post.kind,
        sent.channel,
        post.subject,
        post.owner,
        page=page,
        thread_ts=post.thread_ts or sent.ts,
    )


def _parked(team: str, post: Post, now: datetime) -> Post:
    """Tell the owner; parked again after another try, they are told again."""
    key = uuid5(NAMESPACE_OID, f"{team}/{PARKED}/{post.key}/{now.isoformat()}").hex
    return Post(key, PARKED, post.owner, post.key)


def _pause(attempts: int) -> timedelta:
    """Return how long to wait before attempt ``attempts + 1``: doubling, at most ten minutes."""
    return min(FIRST_PAUSE * (1 << min(attempts, 10)), LONGEST_PAUSE)
