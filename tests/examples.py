"""Things of the domain, ready to be kept."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from coaching.job import Job
from coaching.loop import Candidate, Debrief, Interview
from coaching.scorecard import Item

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
JOB = Job("j1", "Product lead", "b2b@1.0.0", "senior", "G1", "UDANA", "en", ("q1@1#f",), "UDANA")
CANDIDATE = Candidate("c1", "j1", "Zoë Ωmega 王", None, "UDANA")
ALICE = Interview("i1", "c1", "UALICE", NOW, 45, ("ibi", "com"), ("q1@1#f",))
BOB = replace(ALICE, id="i2", interviewer="UBOB", start=NOW + timedelta(hours=1))
DEBRIEF = Debrief("c1", "G1", NOW + timedelta(days=1))
ITEMS = (Item("q1", "ibi", "q1@1#f"), Item("com", "com", "com@1.0.0#f"))


async def plan(store, team="T1", debrief=DEBRIEF, panel=(ALICE, BOB)):
    async with store.begin(team) as work:
        await work.jobs.add(JOB, NOW)
        await work.loops.add(CANDIDATE, panel, debrief, NOW)
