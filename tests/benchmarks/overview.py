"""The look behind App Home, over what one person can have open, on SQLite in a file.

CPU time of a look, and of drawing what it found; the first row, a usual week, is what the others
are compared with. Half of the interviews have a draft.
"""

import statistics
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from coaching.deadline import Deadline
from coaching.overview import Overviews
from coaching.people import People
from coaching.person import Person, Profile
from coaching.practice.record import Progress
from coaching.repositories import Store
from coaching.scorecard import Draft
from handlers.texts import Languages
from handlers.views import home
from questions.library import Library
from storage.engine import connect
from storage.migrations import upgrade
from storage.transactions import store as store_
from tests.examples import ALICE, CANDIDATE, DEBRIEF, ITEMS, JOB, NOW

OPEN = (5, 50, 200)
PANEL = 4
ROUNDS = 15
WHO = Person("T1", "UALICE")
UNPRACTISED = Progress((), Library("mock", (), {}))


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds of each look and each drawing, with so many interviews open."""

    many: int
    looks: list[float]
    drawings: list[float]


async def main() -> None:
    """Print a table."""
    rows = [await _measure(many) for many in OPEN]
    base = statistics.median(rows[0].looks)
    sys.stdout.write(f"App Home: {PANEL} interviewers each, {ROUNDS} looks\n")
    sys.stdout.write(f"{'ms':>7}{'ratio':>7}{'drawn':>7}  interviews open\n")
    for row in rows:
        look, drawn = statistics.median(row.looks), statistics.median(row.drawings)
        sys.stdout.write(f"{look:>7.1f}{look / base:>7.1f}{drawn:>7.1f}  {row.many}\n")


async def _measure(many: int) -> Measured:
    texts, measured = Languages.read().of("en"), Measured(many, [], [])
    async with _stored() as store:
        await _fill(store, many)
        overviews = _overviews(store)
        for _ in range(ROUNDS):
            began = time.process_time()
            found = await overviews.of(WHO, UTC)
            looked = time.process_time()
            home.home(found, None, UNPRACTISED, (), texts)
            measured.looks.append((looked - began) * 1000)
            measured.drawings.append((time.process_time() - looked) * 1000)
    return measured


@asynccontextmanager
async def _stored() -> AsyncIterator[Store]:
    with TemporaryDirectory(prefix="coach-bench-") as folder:
        engine = connect(f"sqlite+aiosqlite:///{Path(folder, 'coach.db')}")
        await upgrade(engine)
        yield store_(engine)
        await engine.dispose()


async def _fill(store: Store, many: int) -> None:
    """Let Alice organise and hold so many interviews, an hour apart, most of them over."""
    job = replace(JOB, manager=WHO.id)
    async with store.begin(WHO.team) as work:
        await work.people.save(Profile(WHO.id, "Alice Okafor", "en-GB", "Europe/London"), NOW)
        await work.jobs.add(job, NOW)
        for n in range(many):
            candidate = replace(CANDIDATE, id=f"c{n}")
            first = replace(
                ALICE, id=f"i{n}-0", candidate=candidate.id, start=NOW - timedelta(hours=n - 5)
            )
            others = [replace(first, id=f"i{n}-{k}", interviewer=f"U{k}") for k in range(1, PANEL)]
            await work.loops.add(
                candidate, [first, *others], replace(DEBRIEF, candidate=candidate.id), NOW
            )
            if n % 2:
                draft = Draft(1_000_000, {each.key: 3 for each in ITEMS})
                await work.scorecards.draft(first, draft, ITEMS)


class Silent(NamedTuple):
    """Slack, which is never asked: everybody is known."""

    person: Any = None
    channel: Any = None
    members: Any = None


def _overviews(store: Store) -> Overviews:
    deadline = Deadline()
    people = People(store.begin, Silent(), lambda: NOW, deadline)
    return Overviews(store.begin, people, lambda: NOW, deadline, frozenset())
