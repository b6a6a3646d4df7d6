"""Every use case, over one database and one clock."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Self

from coaching.authoring import Authoring
from coaching.browsing import Browsing
from coaching.catalogue import Catalogue
from coaching.changes.changing import Changing
from coaching.changes.dropping_out import DroppingOut
from coaching.deadline import Deadline
from coaching.debrief.after_release import AfterRelease
from coaching.debrief.beside import SideBySide
from coaching.debrief.deciding import Deciding
from coaching.debrief.digesting import Digesting
from coaching.debrief.handing_over import HandingOver
from coaching.debrief.left_out import LeavingOut
from coaching.debrief.progress import Following
from coaching.debrief.reading import Reading
from coaching.debrief.releasing import Releasing
from coaching.debrief.settling import Settling
from coaching.debrief.timing import Timing
from coaching.debrief.voting import Voting
from coaching.debrief.withholding import Withholding
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
from coaching.practice.answer_forms import AnswerForms
from coaching.practice.answering import Answering
from coaching.practice.commenting import Commentator, Commenting
from coaching.practice.peers.meeting import Meeting
from coaching.practice.peers.pairing import Pairing
from coaching.practice.peers.session import PATIENCE
from coaching.practice.record import PracticeRecord
from coaching.practice.repositories import PracticeStore
from coaching.practice.rounds import Practice
from coaching.preparing import Preparing
from coaching.proposing import Proposing
from coaching.reminding.holding import Holding
from coaching.reminding.informing import Informing
from coaching.reminding.kits import KitsAgain
from coaching.reminding.nudges import Nudging
from coaching.reminding.nudging import Ladder
from coaching.reminding.preferring import Preferring
from coaching.reminding.putting_off import PuttingOff
from coaching.repositories import Store
from coaching.retiring import Retiring
from coaching.revising import Revising
from coaching.scoring import Scoring
from coaching.sealed.amending import Amending
from coaching.sealed.behalf import Behalf
from coaching.sealed.comparing import Comparing
from coaching.sealed.looking import Looking
from coaching.sealed.receipts import Receipts
from questions.library import Library
from questions.topics import Topics

logger = logging.getLogger(__name__)

Again = Callable[[Mapping[str, Any]], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Shelves:
    """The questions, each pool apart: what practises never holds what hires.

    ``released`` are the ids of all that were ever shipped.
    """

    live: Library
    mock: Library
    topics: Topics
    released: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rules:
    """What an operator decides. ``failpoint`` is called where a crash would hurt most.

    ``openers`` open jobs; empty: every full member does. ``ladder`` is when people are reminded,
    ``zone`` where those are of whom Slack does not say it. What was said in practice is kept for
    the time of ``practice``.
    """

    admins: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    lease: timedelta = timedelta(minutes=2)
    ladder: Ladder = Ladder()  # noqa: RUF009 - it is frozen
    zone: str = "UTC"
    practice: timedelta = timedelta(days=30)
    failpoint: Callable[[str], None] = lambda _name: None


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
    following: Following
    reading: Reading
    withholding: Withholding
    beside: SideBySide
    settling: Settling
    digesting: Digesting
    releasing: Releasing
    deciding: Deciding
    voting: Voting
    handing_over: HandingOver
    timing: Timing
    leaving_out: LeavingOut
    after_release: AfterRelease
    leaks: Leaks
    practice: Practice
    overviews: Overviews
    answering: Answering
    answer_forms: AnswerForms
    practice_record: PracticeRecord
    commenting: Commenting
    pairing: Pairing
    meeting: Meeting
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
        checks = PlanChecks(people, directory)
        proposing = Proposing(
            store.begin, store.claim, people, checks, live, now, deadline, rules.admins
        )
        changing = Changing(store.begin, people, checks, live, now, deadline, rules.admins, wake)
        withholding = Withholding(shelves.topics)
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
            following=Following(store.begin, people, now, deadline, rules.admins),
            reading=Reading(store.begin, people, directory, live, now, deadline),
            withholding=withholding,
            beside=SideBySide(store.begin, people, live, now, deadline, rules.admins),
            settling=Settling(store.begin, people, now, deadline, rules.admins),
            digesting=Digesting(store, people, now, rules.zone),
            releasing=Releasing(store, live, now),
            deciding=Deciding(store.begin, people, live, now, deadline, rules.admins, wake),
            voting=Voting(store.begin, people, live, now, deadline, rules.admins, wake),
            handing_over=HandingOver(
                store.begin, people, live, now, deadline, rules.admins, wake, withholding
            ),
            timing=Timing(store.begin, people, now, deadline, rules.admins, wake),
            leaving_out=LeavingOut(store.begin, people, now, rules.zone),
            after_release=AfterRelease(store.begin, live),
            leaks=leaks,
            overviews=Overviews(store.begin, people, now, deadline, rules.admins),
            practice=Practice(practised, people, mock, now, deadline, wake, commentator),
            answering=Answering(practised, people, mock, now, deadline, wake),
            answer_forms=AnswerForms(practised, people, mock, now, deadline, wake),
            practice_record=PracticeRecord(
                practised, people, mock, now, deadline, rules.practice, wake
            ),
            commenting=Commenting(practised, people, mock, now, wake, commentator),
            pairing=Pairing(
                practised, people, mock, now, deadline, wake, min(PATIENCE, rules.practice)
            ),
            meeting=Meeting(practised, people, mock, now, deadline, wake),
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
        await _step("release", self.releasing.release_due())
        await _step("digest", self.digesting.owe_due())
        await _step("nudge", self.nudging.nudge_due())
        await _step("kits", self.kits.owe_due())
        await _step("practice", self.answering.silences())
        await _step("pairs", self.pairing.pair_due())
        await _step("send", self.outbox.send_due(courier))
        await _step("heal", self.outbox.heal_due(courier))
        await _step("tidy", self._tidy())

    async def settled(self) -> None:
        """Wait for the transactions whose deadline has passed."""
        await self.deadline.settled()

    async def _tidy(self) -> None:
        await self.inbox.tidy()
        await self.proposing.tidy()
        await self.practice_record.tidy()

    async def _take_up(self, again: Again) -> None:
        for body in await self.inbox.interrupted():
            await again(body)


async def _step(name: str, work: Awaitable[object]) -> None:
    try:
        await work
    except Exception:
        logger.exception("tick: %s failed", name)
