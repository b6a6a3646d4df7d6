"""What follows a debrief is kept: decisions are only ever added, votes are replaced."""

from dataclasses import replace

from coaching.debrief.decision import Decision
from coaching.debrief.vote import Vote
from tests.examples import NOW, plan

FIRST = Decision(
    candidate="c1",
    n=1,
    verdict="hold",
    competencies=("ibi", "com"),
    dissent="我不同意 👩‍👩‍👧",
    dissenters=("UALICE", "UBOB"),
    departure="",
    reason="",
    actor="UDANA",
    at=NOW,
)
SECOND = replace(FIRST, n=2, verdict="no_hire", dissent="", dissenters=(), reason="New facts.")
VOTE = Vote("c1", "UALICE", "ibi", 4, NOW)


async def test_a_number_is_taken_once_and_decisions_come_in_order(store):
    await plan(store)
    async with store.begin("T1") as work:
        assert await work.decisions.of("c1") == []
        assert await work.decisions.add(SECOND)
        assert await work.decisions.add(FIRST)
        assert not await work.decisions.add(replace(FIRST, verdict="hire"))
        assert await work.decisions.of("c1") == [FIRST, SECOND]
        assert await work.decisions.of("c2") == []
        assert await work.decisions.newest(["c1", "c2"]) == {"c1": SECOND}
        assert await work.decisions.newest([]) == {}


async def test_a_later_vote_takes_the_place_of_all_that_a_rater_cast_before(store):
    await plan(store)
    bob = replace(VOTE, rater="UBOB", points=1)
    async with store.begin("T1") as work:
        await work.votes.cast("c1", "UALICE", [VOTE, replace(VOTE, competency="com")])
        await work.votes.cast("c1", "UBOB", [bob])
        await work.votes.cast("c1", "UALICE", [replace(VOTE, points=2)])
        assert await work.votes.of("c1") == [replace(VOTE, points=2), bob]
        await work.votes.cast("c1", "UBOB", [])
        assert await work.votes.of("c1") == [replace(VOTE, points=2)]


async def test_another_team_has_none_of_them(store):
    await plan(store)
    await plan(store, "T2")
    async with store.begin("T1") as work:
        await work.decisions.add(FIRST)
        await work.votes.cast("c1", "UALICE", [VOTE])
    async with store.begin("T2") as work:
        assert await work.decisions.of("c1") == []
        assert await work.decisions.newest(["c1"]) == {}
        await work.votes.cast("c1", "UALICE", [])
    async with store.begin("T1") as work:
        assert await work.votes.of("c1") == [VOTE]
