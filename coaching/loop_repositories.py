"""What coaching needs from a database about jobs and loops; `repositories` has the rest."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from coaching.job import Job
from coaching.loop import Candidate, Debrief, Interview, Loop
from coaching.loop_form import PlanDraft
from coaching.standing import Standing


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

    async def debriefed(
        self, person: str | None, since: datetime, until: datetime
    ) -> Sequence[Loop]:
        """Return the same, all whose debrief came or comes in a time, or waits for cards."""

    async def expired(self, manager: str) -> Sequence[Loop]:
        """Return the loops of a manager whose debrief was not posted when it was due."""

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
