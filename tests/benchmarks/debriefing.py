"""A debrief of twelve competencies and eight raters, from the database to blocks, on SQLite.

CPU time, without the picture. The first row is what the others are compared with: the message, with
nothing else in the database. Then the same beside many other interviews, and what follows in the
thread where the evidence is posted too: its first page, all its pages, and all of them once more.
"""

import statistics
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Table
from sqlalchemy.ext.asyncio import AsyncEngine

from bot import shelves
from coaching.catalogue import Catalogue
from coaching.debrief.releasing import Releasing
from coaching.debrief.report import Report
from coaching.debrief.withholding import Withholding
from coaching.loop import Loop
from coaching.plan import items
from coaching.repositories import Store
from coaching.scorecard import Draft
from handlers.texts import Languages
from handlers.views import debrief
from handlers.views.traced import Shown
from questions.library import Library
from storage.engine import connect
from storage.migrations import upgrade
from storage.question_tables import question_uses
from storage.tables import candidates, debriefs, interviews, ratings, scorecards
from storage.transactions import store as store_
from tests import wide
from tests.examples import ALICE, CANDIDATE, DEBRIEF, JOB, NOW

RATERS, PANEL = 8, 4
OTHERS = 100_000  # interviews
ROUNDS = 9
CHUNK = 5_000  # rows
OUT = NOW + timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Measured:
    """The median of milliseconds, and of what."""

    ms: float
    what: str


async def main() -> None:
    """Print a table."""
    library = wide.library(shelves.read().live)
    async with _stored() as engine:
        store = store_(engine)
        await _fill(store, library)
        releasing = Releasing(store, Catalogue(library), lambda: OUT)
        rows = [await _message(releasing, "the message, alone in the database")]
        await _crowd(engine)
        rows.append(await _message(releasing, f"the message, beside {OTHERS:,} interviews"))
        rows += _thread(await _report(releasing))
    sys.stdout.write(f"Debrief: 12 competencies, {RATERS} raters, {ROUNDS} times\n")
    sys.stdout.write(f"{'ms':>8}{'ratio':>7}\n")
    for row in rows:
        sys.stdout.write(f"{row.ms:>8.1f}{row.ms / rows[0].ms:>7.1f}  {row.what}\n")


async def _message(releasing: Releasing, what: str) -> Measured:
    taken = []
    for _ in range(ROUNDS):
        began = time.process_time()
        next(debrief.pages(_shown(await _report(releasing))))
        taken.append((time.process_time() - began) * 1000)
    return Measured(statistics.median(taken), what)


def _thread(report: Report) -> Iterator[Measured]:
    """Measure pages whose notes were never looked at, and then those that were."""
    full = replace(report.loop, job=replace(report.loop.job, detail="thread"))
    shown = _shown(replace(report, loop=full))
    pages = len(list(debrief.pages(shown)))
    yield _timed("with the evidence: the first page of it", lambda: _pages(_new(shown), 2))
    yield _timed(f"with the evidence: all {pages} pages", lambda: _pages(_new(shown), pages))
    yield _timed("the same once more", lambda: _pages(shown, pages))


def _timed(what: str, work: Callable[[], object]) -> Measured:
    taken = []
    for _ in range(3):
        began = time.process_time()
        work()
        taken.append((time.process_time() - began) * 1000)
    return Measured(statistics.median(taken), what)


def _pages(shown: Shown, many: int) -> object:
    return list(islice(debrief.pages(shown), many))


def _shown(report: Report) -> Shown:
    return Shown(report, Languages.read().of("zh-CN"), Withholding(shelves.read().topics))


def _new(shown: Shown) -> Shown:
    return _shown(shown.report)


async def _report(releasing: Releasing) -> Report:
    report = await releasing.report("T1", CANDIDATE.id)
    assert report is not None
    return report


@asynccontextmanager
async def _stored() -> AsyncIterator[AsyncEngine]:
    with TemporaryDirectory(prefix="coach-bench-") as folder:
        engine = connect(f"sqlite+aiosqlite:///{Path(folder, 'coach.db')}")
        await upgrade(engine)
        yield engine
        await engine.dispose()


async def _fill(store: Store, library: Library) -> None:
    """Keep a loop, its sealed cards and the moment its debrief went out."""
    [model] = library.models
    every = tuple(each.id for each in model.competencies)
    job = replace(JOB, model=f"{model.id}@{model.version}", questions=())
    one = replace(ALICE, competencies=every, questions=())
    panel = [replace(one, id=f"i{n}", interviewer=f"U{n}") for n in range(RATERS)]
    loop = Loop(job, CANDIDATE, panel, DEBRIEF)
    async with store.begin("T1") as work:
        await work.jobs.add(job, NOW)
        await work.loops.add(CANDIDATE, panel, replace(DEBRIEF, released_at=OUT), NOW)
        rated = items(panel[0], loop.job, library)
        for seat, card in zip(panel, wide.cards(panel, rated), strict=True):
            marks = {rating.item.key: rating.points or 1 for rating in card.ratings}
            said = {rating.item.key: rating.evidence for rating in card.ratings}
            await work.scorecards.draft(seat, Draft(1, marks, said, card.recommendation), rated)
            await work.scorecards.seal(seat, NOW)


async def _crowd(engine: AsyncEngine) -> None:
    """Keep so many interviews of others, each with a sealed card and a question that was asked."""
    loops = range(OTHERS // PANEL)
    seats = [(f"x{n}-{k}", f"x{n}") for n in loops for k in range(PANEL)]
    team: dict[str, Any] = {"team_id": "T1"}
    person = {"account": None, "planned_by": "UDANA", "round": 1, "accommodation": ""}
    await _insert(
        engine,
        candidates,
        (
            team | person | {"id": f"x{n}", "job": "j1", "name": f"N{n}", "created_at": NOW}
            for n in loops
        ),
    )
    await _insert(
        engine,
        debriefs,
        (team | {"candidate": f"x{n}", "channel": "G1", "released_at": NOW} for n in loops),
    )
    seat = {"position": 0, "interviewer": "U1", "start": NOW, "minutes": 45, "competencies": []}
    seat |= {"questions": [], "kind": "lead", "state": "planned", "revision": 0}
    await _insert(engine, interviews, (team | seat | {"id": i, "candidate": of} for i, of in seats))
    card = {"interviewer": "U1", "recommendation": "yes", "recommendation_at": 1, "sealed_at": NOW}
    await _insert(engine, scorecards, (team | card | {"interview": i} for i, _ in seats))
    rating = {"item": "q", "position": 0, "competency": "c", "ref": "q@1#f", "points": 3}
    rating |= {"not_assessed": False, "mark_at": 1, "evidence": "x", "evidence_at": 1}
    await _insert(engine, ratings, (team | rating | {"interview": i} for i, _ in seats))
    use = {"question": "q", "rev": 1, "family": "f", "at": NOW}
    await _insert(
        engine,
        question_uses,
        (team | use | {"interview": i, "candidate": of} for i, of in seats),
    )


async def _insert(engine: AsyncEngine, table: Table, rows: Iterator[dict[str, Any]]) -> None:
    while chunk := list(islice(rows, CHUNK)):
        async with engine.begin() as connection:
            await connection.execute(table.insert(), chunk)
