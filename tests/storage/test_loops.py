"""Jobs, candidates and their panels, on SQLite and on PostgreSQL."""

from dataclasses import replace
from datetime import timedelta

from coaching.person import Profile
from coaching.scorecard import Draft
from tests.examples import ALICE, BOB, CANDIDATE, DEBRIEF, ITEMS, JOB, NOW, plan

MEI = Profile("UMEI", "Mei Lin 林美", "zh-CN", "Asia/Shanghai")


async def test_what_is_kept_comes_back_as_it_was(store):
    await plan(store)
    async with store.begin("T1") as work:
        await work.people.save(MEI, NOW)
        loop = await work.loops.of("c1")
        assert await work.people.of("UMEI") == (MEI, NOW)
        assert await work.people.names(["UMEI", "UBOB"]) == {"UMEI": MEI.name, "UBOB": "UBOB"}
    assert (loop.job, loop.candidate, loop.debrief) == (JOB, CANDIDATE, DEBRIEF)
    assert loop.interviews == [ALICE, BOB]


async def test_a_loop_sent_twice_is_kept_once(store):
    await plan(store)
    async with store.begin("T1") as work:
        assert not await work.loops.add(CANDIDATE, [ALICE], DEBRIEF, NOW)
        assert not await work.jobs.add(JOB, NOW)


async def test_two_teams_with_the_same_ids_never_meet(store):
    await plan(store, "T1")
    async with store.begin("T2") as work:
        assert await work.loops.of("c1") is None
        assert await work.loops.interview("i1") is None
        assert await work.loops.followed_by(None, 10) == []
        assert await work.jobs.run_by(None) == []
    await plan(store, "T2", replace(DEBRIEF, channel="G2"))
    async with store.begin("T2") as work:
        await work.scorecards.draft(ALICE, Draft(1, marks={"q1": 5}), ITEMS)
    async with store.begin("T1") as work:
        assert (await work.loops.of("c1")).debrief == DEBRIEF
        assert (await work.scorecards.of(ALICE, ITEMS)).ratings[0].mark is None


async def test_followers_are_the_organisers_and_the_panel(store):
    await plan(store)
    async with store.begin("T1") as work:
        for person in ("UDANA", "UALICE", "UBOB", None):
            assert len(await work.loops.followed_by(person, 10)) == 1
        assert await work.loops.followed_by("UCHARLIE", 10) == []
        assert len(await work.jobs.run_by("UDANA")) == 1
        assert await work.jobs.run_by("UALICE") == []


async def test_a_week_has_what_came_comes_and_waits_and_a_manager_what_expired(store):
    day = timedelta(days=1)
    dues = {"c1": NOW + day, "c2": None, "c3": NOW + 9 * day, "c4": NOW - day}
    async with store.begin("T1") as work:
        await work.jobs.add(JOB, NOW)
        for n, (key, due) in enumerate(dues.items()):
            candidate = replace(CANDIDATE, id=key)
            panel = [replace(ALICE, id=f"i{n}", candidate=key)]
            await work.loops.add(candidate, panel, replace(DEBRIEF, candidate=key, due_at=due), NOW)
        await work.loops.promise(
            replace(DEBRIEF, candidate="c4", due_at=dues["c4"], stopped="expired")
        )
    async with store.begin("T1") as work:
        for person in (None, "UDANA", "UALICE"):
            found = await work.loops.debriefed(person, NOW, NOW + 7 * day)
            assert {loop.candidate.id for loop in found} == {"c1", "c2"}
        assert await work.loops.debriefed("UBOB", NOW, NOW + 7 * day) == []
        assert [loop.candidate.id for loop in await work.loops.expired("UDANA")] == ["c4"]
        assert await work.loops.expired("UALICE") == []
    async with store.begin("T2") as work:
        assert await work.loops.debriefed(None, NOW, NOW + 7 * day) == []
        assert await work.loops.expired("UDANA") == []
