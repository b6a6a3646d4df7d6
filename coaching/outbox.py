"""The outbox: every message the bot sends by itself, effectively once."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from coaching.ports import Clock, Courier
from coaching.post import (
    PARKED,
    Dead,
    Expired,
    Found,
    Outcome,
    Parked,
    Paused,
    Post,
    Sent,
    Temporary,
    Unknown,
    next_page,
    parked_notice,
    pin_of,
)
from coaching.repositories import UnitOfClaims, UnitOfWork, Work

logger = logging.getLogger(__name__)

BATCH = 200  # messages in one round, so that a round ends
SLACK_AHEAD = timedelta(seconds=60)  # how far Slack's clock may be behind ours
TWIN_AFTER = timedelta(minutes=10)  # by then an attempt that seemed lost has arrived, or never will
FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(minutes=10)


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
                for following in (next_page(team, post, outcome), pin_of(team, post, outcome)):
                    if following:
                        await work.posts.owe(following, now)
                return
            case Temporary() | Unknown() | Paused():
                asked = _asked(outcome)
                again = now + (asked or _pause(post.attempts))
                await work.posts.retry(post.key, again, surely_not_sent=not in_doubt)
                if asked and not _rests(outcome):  # whatever else goes there would hear the same
                    await work.posts.put_off(post.channel, again)
                if isinstance(outcome, Paused):  # it wakes when Slack lets us in anew
                    await work.teams.pause(now)
            case Parked() | Dead() | Expired():
                await work.posts.end(
                    post.key, outcome.state, outcome.reason, surely_not_sent=not in_doubt
                )
                if isinstance(outcome, Parked) and post.owner and post.kind != PARKED:
                    await work.posts.owe(parked_notice(team, post, now), now)
        level = logging.INFO if _is_routine(outcome) else logging.WARNING
        logger.log(level, "post %s: %s, %s", post.key, type(outcome).__name__, outcome.reason)


def _rests(outcome: Outcome) -> bool:
    """Tell whether it is only this message that waits."""
    return isinstance(outcome, Temporary) and outcome.quiet


def _is_routine(outcome: Outcome) -> bool:
    """Tell whether nothing went wrong: it waits for the morning, or has no point any more."""
    return isinstance(outcome, Temporary | Expired) and outcome.quiet


def _asked(outcome: Outcome) -> timedelta | None:
    return outcome.after if isinstance(outcome, Temporary) else None


def _pause(attempts: int) -> timedelta:
    """Return how long to wait before attempt ``attempts + 1``: doubling, at most ten minutes."""
    return min(FIRST_PAUSE * (1 << min(attempts, 10)), LONGEST_PAUSE)
