"""More interviews than anybody plans by hand."""

from datetime import UTC, datetime

from coaching.loop import Candidate, Debrief, Interview

COM = "communication-collaboration"


async def plan_many(story, many, start, person="U0ALICE"):
    """Let there be loops of one interview each, an hour apart."""
    coach, team = story.bot.coach, story.bot.identity.team
    async with coach.store.begin(team) as work:
        [job] = await work.jobs.run_by("U0DANA")
        for n in range(many):
            at = datetime.fromtimestamp(start + 3600 * n, UTC)
            interview = Interview(f"i{n:031}", f"c{n:031}", person, at, 45, (COM,), ())
            candidate = Candidate(f"c{n:031}", job.id, f"Candidate {n:03}", None, "U0DANA")
            debrief = Debrief(candidate.id, job.channel)
            assert await work.loops.add(candidate, [interview], debrief, story.clock())
