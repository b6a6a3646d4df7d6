"""Every use case, over one database and one clock."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from coaching.authoring import Authoring
from coaching.browsing import Browsing
from coaching.catalogue import Catalogue
from coaching.changes.changing import Changing
from coaching.changes.dropping_out import DroppingOut
from coaching.deadline import Deadline
from coaching.debrief.debriefs import Debriefs
from coaching.ground import Ground
from coaching.guide.guiding import Guiding
from coaching.inbox import Inbox
from coaching.leaks import Leaks
from coaching.opening import Opening
from coaching.outbox import Outbox
from coaching.overview import Overviews
from coaching.people import People
from coaching.plan_checks import PlanChecks
from coaching.planning import Planning
from coaching.ports import Clock, Courier, Directory, Wake
from coaching.practice.commenting import Commentator
from coaching.practice.practising import Ground as PracticeGround
from coaching.practice.practising import Practising
from coaching.practice.repositories import PracticeStore
from coaching.preparing import Preparing
from coaching.proposing import Proposing
from coaching.reminding.holding import Holding
from coaching.reminding.informing import Informing
from coaching.reminding.kits import KitsAgain
from coaching.reminding.nudges import Nudging
from coaching.reminding.preferring import Preferring
from coaching.reminding.putting_off import PuttingOff
from coaching.repositories import Store
from coaching.retiring import Retiring
from coaching.revising import Revising
from coaching.rules import Rules, Shelves
from coaching.scoring import Scoring
from coaching.sealed.amending import Amending
from coaching.sealed.behalf import Behalf
from coaching.sealed.comparing import Comparing
from coaching.sealed.looking import Looking
from coaching.sealed.receipts import Receipts

logger = logging.getLogger(__name__)

Again = Callable[[Mapping[str, Any]], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Coach:
    """What the handlers and the clock may ask for."""

    store: Store
    shelves: Shelves
    now: Clock
    deadline: Deadline
    people: People
    inbox: Inbox
    outbox: Outbox
    opening: Opening
    proposing: Proposing
    planning: Planning
    changing: Changing
    dropping_out: DroppingOut
    preparing: Preparing
    guiding: Guiding
    scoring: Scoring
    revising: Revising
    receipts: Receipts
    amending: Amending
    behalf: Behalf
    looking: Looking
    comparing: Comparing
    debriefs: Debriefs
    practising: Practising
    leaks: Leaks
    overviews: Overviews
    browsing: Browsing
    authoring: Authoring
    retiring: Retiring
    preferences: Preferring
    nudging: Nudging
    putting_off: PuttingOff
    kits: KitsAgain
    holding: Holding
    informing: Informing

    @classmethod
    def over(  # noqa: PLR0913, PLR0917 - what the world is made of, once
        cls,
        store: Store,
        practised: PracticeStore,
        shelves: Shelves,
        directory: Directory,
        now: Clock,
        wake: Wake,
        rules: Rules,
        commentator: Commentator | None = None,
    ) -> Self:
        """Build them all. ``practised`` is the one door to practice.

        ``commentator`` is the language model that may read it, where there is one. ``wake`` is
        called when a message is owed that somebody waits for.
        """
        deadline, live, mock = Deadline(), Catalogue(shelves.live), Catalogue(shelves.mock)
        people = People(store.begin, directory, now, deadline)
        ground = Ground(store, people, directory, live, shelves.topics, now, deadline, wake, rules)
        practice = PracticeGround(practised, people, mock, now, deadline, wake)
        checks = PlanChecks(people, directory)
        proposing = Proposing(
            store.begin, store.claim, people, checks, live, now, deadline, rules.admins
        )
        changing = Changing(store.begin, people, checks, live, now, deadline, rules.admins, wake)
        leaks = Leaks(store.begin, live, now, rules.admins)
        scoring = Scoring(store.begin, people, live, now, deadline, leaks, shelves.topics, wake)
        return cls(
            store=store,
            shelves=shelves,
            now=now,
            deadline=deadline,
            people=people,
            inbox=Inbox(store.begin, store.claim, now, deadline),
            outbox=Outbox(store.begin, store.claim, now, rules.lease, rules.failpoint),
            opening=Opening(
                begin=store.begin,
                people=people,
                directory=directory,
                catalogue=live,
                now=now,
                deadline=deadline,
                admins=rules.admins,
                openers=rules.openers,
                zone=rules.zone,
            ),
            proposing=proposing,
            planning=Planning(store.begin, proposing, now, deadline, wake),
            changing=changing,
            dropping_out=DroppingOut(changing),
            preparing=Preparing(store.begin, people, live, deadline),
            guiding=Guiding(store.begin, people, live, now, deadline, wake),
            scoring=scoring,
            revising=Revising(scoring),
            receipts=Receipts(store.begin, live),
            looking=Looking(store.begin, people, live, now, deadline),
            comparing=Comparing(store.begin, live),
            behalf=Behalf(store.begin, people, now, deadline),
            amending=Amending(store.begin, people, live, now, deadline, shelves.topics, wake),
            debriefs=Debriefs.on(ground),
            practising=Practising.on(practice, rules.practice, commentator),
            leaks=leaks,
            overviews=Overviews(store.begin, people, now, deadline, rules.admins),
            authoring=Authoring(
                begin=store.begin,
                people=people,
                live=live,
                mock=mock,
                topics=shelves.topics,
                now=now,
                deadline=deadline,
                admins=rules.admins,
                released=shelves.released,
            ),
            retiring=Retiring(store.begin, people, live, now, deadline, rules.admins),
            browsing=Browsing(store.begin, people, live, mock, now, deadline, rules.admins),
            preferences=Preferring(store.begin, people, now, deadline, wake),
            nudging=Nudging(store, people, now, rules.ladder, rules.zone),
            putting_off=PuttingOff(store.begin, people, now, deadline, rules.ladder, rules.zone),
            kits=KitsAgain(store, now),
            holding=Holding(store.begin, people, now, deadline, wake),
            informing=Informing(store.begin, people, now, rules.zone),
        )

    async def welcome(self, team: str, name: str) -> None:
        """Remember a workspace that has let us in, and let its posts go again.

        Its questions are read before anybody asks for one.
        """
        async with self.store.begin(team) as work:
            await work.teams.keep(name, self.now())
        await self.browsing.prepare(team)

    async def tick(self, courier: Courier, again: Again) -> None:
        """Take up what was cut off, release and remind of what is due, send what is owed.

        One step that fails never stops the others; ``again`` dispatches an event anew.
        """
        await _step("take up", self._take_up(again))
        await _step("release", self.debriefs.releasing.release_due())
        await _step("digest", self.debriefs.digesting.owe_due())
        await _step("nudge", self.nudging.nudge_due())
        await _step("kits", self.kits.owe_due())
        await _step("practice", self.practising.answering.silences())
        await _step("pairs", self.practising.pairing.pair_due())
        await _step("send", self.outbox.send_due(courier))
        await _step("heal", self.outbox.heal_due(courier))
        await _step("tidy", self._tidy())

    async def settled(self) -> None:
        """Wait for the transactions whose deadline has passed."""
        await self.deadline.settled()

    async def _tidy(self) -> None:
        await self.inbox.tidy()
        await self.proposing.tidy()
        await self.practising.record.tidy()

    async def _take_up(self, again: Again) -> None:
        for body in await self.inbox.interrupted():
            await again(body)


async def _step(name: str, work: Awaitable[object]) -> None:
    try:
        await work
    except Exception:
        logger.exception("tick: %s failed", name)
