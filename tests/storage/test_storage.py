"""The same promises on SQLite and on a real PostgreSQL."""

import asyncio
from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from coaching.loop import Debrief
from coaching.mock import Mock, Turn
from coaching.person import Profile
from coaching.post import Sent, owed
from coaching.scorecard import Draft, Rating, Recommendation
from tests.examples import ALICE, BOB, CANDIDATE, DEBRIEF, ITEMS, JOB, NOW, plan

MEI = Profile("UMEI", "Mei Lin 林美", "zh-CN", "Asia/Shanghai")
MOCK = Mock("m1", "UCHEN", "zh-CN", ("a", "b"))


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


async def test_a_draft_keeps_the_newest_of_each_item(store):
    await plan(store)
    async with store.begin("T1") as work:
        await work.scorecards.draft(ALICE, Draft(20, marks={"q1": 4}), ITEMS)
        await work.scorecards.draft(ALICE, Draft(10, marks={"q1": 1}), ITEMS)
        await work.scorecards.draft(ALICE, Draft(15, evidence={"q1": "说了什么"}), ITEMS)
        await work.scorecards.draft(ALICE, Draft(5, marks={"com": "not_assessed"}), ITEMS)
        yes = Recommendation.YES
        await work.scorecards.draft(ALICE, Draft(9, recommendation=yes), ITEMS)
        await work.scorecards.draft(ALICE, Draft(8, recommendation=Recommendation.NO), ITEMS)
        card = await work.scorecards.of(ALICE, ITEMS)
    assert card.ratings == [Rating(ITEMS[0], 4, "说了什么"), Rating(ITEMS[1], "not_assessed")]
    assert card.recommendation is yes


async def test_a_sealed_card_stays_as_it_is(store):
    await plan(store)
    async with store.begin("T1") as work:
        last = Draft(None, {"q1": 2, "com": 3}, {"q1": "a", "com": ""}, Recommendation.STRONG_NO)
        await work.scorecards.draft(ALICE, last, ITEMS)
        assert await work.scorecards.seal(ALICE, NOW)
        assert not await work.scorecards.seal(ALICE, NOW + timedelta(1))
        sealed = await work.scorecards.of(ALICE, ITEMS)
        await work.scorecards.draft(ALICE, Draft(None, {"q1": 5}), ITEMS)
        await work.scorecards.draft(ALICE, Draft(99, {"q1": 5}), ITEMS)
        assert await work.scorecards.of(ALICE, ()) == sealed
        assert await work.scorecards.sealed("c1") == {"i1": NOW}


async def test_what_waits_for_a_card_is_what_has_none_sealed(store):
    await plan(store)
    async with store.begin("T1") as work:
        assert await work.scorecards.unsealed("UALICE", 5) == [ALICE]
        await work.scorecards.draft(ALICE, Draft(1, marks={"q1": 4}), ITEMS)
        assert await work.scorecards.unsealed("UALICE", 5) == [ALICE]
        await work.scorecards.seal(ALICE, NOW)
        assert await work.scorecards.unsealed("UALICE", 5) == []
        assert await work.scorecards.unsealed("UBOB", 5) == [BOB]
        assert await work.scorecards.unsealed("UCHARLIE", 5) == []


async def test_the_last_word_overwrites_what_slack_dated_later(store):
    await plan(store)
    async with store.begin("T1") as work:
        await work.scorecards.draft(ALICE, Draft(99, {"q1": 5}, {"q1": "old"}), ITEMS)
        await work.scorecards.draft(ALICE, Draft(None, {"q1": 2}, {"q1": "new"}), ITEMS)
        card = await work.scorecards.of(ALICE, ITEMS)
    assert card.ratings[0] == Rating(ITEMS[0], 2, "new")


async def test_each_debrief_is_claimed_once(store):
    for team in ("T1", "T2"):
        await plan(store, team)
        async with store.begin(team) as work:
            for n in range(15):
                candidate = replace(CANDIDATE, id=f"x{n}")
                interview = replace(ALICE, id=f"y{n}", candidate=candidate.id)
                await work.loops.add(candidate, [interview], Debrief(f"x{n}", "G1", NOW), NOW)

    async def drain():
        mine = []
        while True:
            async with store.claim() as claims:
                found = await claims.debrief(NOW)
            if found is None:
                return mine
            mine.append(found)

    taken = [found for mine in await asyncio.gather(*(drain() for _ in range(4))) for found in mine]
    assert sorted(taken) == sorted((team, f"x{n}") for team in ("T1", "T2") for n in range(15))


async def test_a_promise_without_a_time_is_never_claimed_by_the_clock(store):
    await plan(store, debrief=Debrief("c1", "G1"))
    async with store.claim() as claims:
        assert await claims.debrief(NOW + timedelta(days=999)) is None
    async with store.begin("T1") as work:
        assert (await work.loops.lock("c1")).released_at is None
        assert await work.loops.release("c1", NOW)
        assert not await work.loops.release("c1", NOW)


async def test_a_message_is_leased_to_one_sender_at_a_time(store):
    async with store.begin("T1") as work:
        for n in range(12):
            await work.posts.owe(owed("T1", "debrief", "G1", f"c{n}"), NOW)

    async def take():
        async with store.claim() as claims:
            found = await claims.post(NOW, NOW + timedelta(minutes=2))
        return found and found[1].subject

    taken = await asyncio.gather(*(take() for _ in range(14)))
    assert sorted(map(str, taken)) == sorted([*(f"c{n}" for n in range(12)), "None", "None"])
    async with store.claim() as claims:
        later = NOW + timedelta(minutes=2)
        assert await claims.post(later, later + timedelta(minutes=2))


async def test_a_message_owed_twice_is_owed_once(store):
    post = owed("T1", "debrief", "G1", "c1", owner="UDANA")
    async with store.begin("T1") as work:
        await work.posts.owe(post, NOW)
        await work.posts.owe(post, NOW)
        assert await work.posts.of(post.key) == post
    async with store.claim() as claims:
        assert await claims.post(NOW, NOW + timedelta(1)) == ("T1", post)
        assert await claims.post(NOW, NOW + timedelta(1)) is None


async def test_the_first_doubtful_attempt_is_remembered_until_slack_says_no(store):
    post = owed("T1", "debrief", "G1", "c1")
    async with store.begin("T1") as work:
        await work.posts.owe(post, NOW)
        await work.posts.maybe_sent(post.key, NOW)
        await work.posts.maybe_sent(post.key, NOW + timedelta(1))
        await work.posts.retry(post.key, NOW, surely_not_sent=False)
        assert await work.posts.of(post.key) == replace(post, maybe_sent=NOW, attempts=1)
        await work.posts.retry(post.key, NOW, surely_not_sent=True)
        assert await work.posts.of(post.key) == replace(post, attempts=2)


async def test_a_doubtful_message_is_looked_at_until_it_is_healed(store):
    post, where = owed("T1", "debrief", "G1", "c1"), Sent("G1", "17.5")
    async with store.begin("T1") as work:
        await work.posts.owe(post, NOW)
        await work.posts.sent(post.key, where, NOW)
        await work.posts.owe(other := owed("T1", "debrief", "G1", "c2"), NOW)
        await work.posts.sent(other.key, where, None)
    later = NOW + timedelta(minutes=10)
    async with store.claim() as claims:
        assert await claims.doubtful(NOW, later) == ("T1", post, "17.5")
        assert await claims.doubtful(NOW, later) is None
        assert await claims.doubtful(later, later) == ("T1", post, "17.5")
    async with store.begin("T1") as work:
        await work.posts.healed(post.key)
    async with store.claim() as claims:
        assert await claims.doubtful(later, later) is None


async def test_only_its_owner_wakes_a_parked_message(store):
    post = owed("T1", "debrief", "G1", "c1", owner="UDANA")
    async with store.begin("T1") as work:
        await work.posts.owe(post, NOW)
        assert not await work.posts.unpark(post.key, "UDANA", NOW)
        await work.posts.end(post.key, "parked", "is_archived", surely_not_sent=True)
    async with store.claim() as claims:
        assert await claims.post(NOW, NOW) is None
    async with store.begin("T1") as work:
        assert not await work.posts.unpark(post.key, "UALICE", NOW)
        assert await work.posts.unpark(post.key, "UDANA", NOW)
    async with store.claim() as claims:
        assert await claims.post(NOW, NOW) == ("T1", post)


async def test_a_paused_workspace_waits_and_the_others_go_on(store):
    for team in ("T1", "T2"):
        async with store.begin(team) as work:
            await work.teams.keep(team, NOW)
            await work.posts.owe(owed(team, "debrief", "G1", "c1"), NOW)
    async with store.begin("T1") as work:
        await work.teams.pause(NOW)
    async with store.claim() as claims:
        assert (await claims.post(NOW, NOW + timedelta(1)))[0] == "T2"
        assert await claims.post(NOW, NOW + timedelta(1)) is None
    async with store.begin("T1") as work:
        await work.teams.keep("T1", NOW)
    async with store.claim() as claims:
        assert (await claims.post(NOW, NOW + timedelta(1)))[0] == "T1"


async def test_one_request_of_many_is_new(store):
    async def take():
        async with store.begin("T1") as work:
            return await work.requests.take("Ev1", {"a": "文"}, NOW, NOW + timedelta(seconds=60))

    assert sum(await asyncio.gather(*(take() for _ in range(8)))) == 1


async def test_what_failed_or_was_cut_off_is_taken_again(store):
    late = NOW + timedelta(seconds=60)

    async def take(now):
        async with store.begin("T1") as work:
            return await work.requests.take("Ev1", {"a": 1}, now, now + timedelta(seconds=60))

    async def interrupted(now):
        async with store.claim() as claims:
            return list(await claims.interrupted(now, 3))

    assert await take(NOW)
    assert await interrupted(NOW) == []
    assert await interrupted(late) == [{"a": 1}]
    assert await take(late)
    async with store.begin("T1") as work:
        await work.requests.failed("Ev1")
        await work.requests.done("Ev1")  # a failure stays one
    assert await interrupted(late) == [{"a": 1}]
    assert await take(late)
    assert await interrupted(late + timedelta(days=1)) == []  # three times is enough
    async with store.begin("T1") as work:
        await work.requests.done("Ev1")
    assert not await take(late + timedelta(days=1))
    async with store.claim() as claims:
        await claims.forget_requests(NOW + timedelta(seconds=1))
    assert await take(NOW)


async def test_a_person_has_one_mock_at_a_time(store):
    async with store.begin("T1") as work:
        assert await work.mocks.current("UCHEN") is None
        await work.mocks.save(MOCK, NOW)
        assert await work.mocks.current("UCHEN") == MOCK
        over = replace(MOCK, state="over", at=1, probed=("p1",))
        await work.mocks.save(over, NOW)
        assert await work.mocks.current("UCHEN") is None
        assert await work.mocks.of("m1") == over
        assert await work.mocks.met("UCHEN") == ["a", "b"]


async def test_an_answer_that_comes_twice_is_heard_once(store):
    answer = Turn("m1", 1, "answer", "a", text="我做了", message="17.1")
    async with store.begin("T1") as work:
        await work.mocks.save(MOCK, NOW)
        assert await work.mocks.add(Turn("m1", 0, "question", "a"), NOW)
        assert await work.mocks.add(answer, NOW)
        assert not await work.mocks.add(replace(answer, n=2), NOW)
        assert [turn.said for turn in await work.mocks.turns("m1")] == ["question", "answer"]


async def test_two_writers_lose_nothing(store):
    async with store.begin("T1") as work:
        await work.mocks.save(MOCK, NOW)

    async def write():
        for _ in range(25):
            async with store.begin("T1") as work:
                mock = await work.mocks.current("UCHEN")
                await work.mocks.save(replace(mock, turns=mock.turns + 1), NOW)

    await asyncio.gather(write(), write())
    async with store.begin("T1") as work:
        assert (await work.mocks.of("m1")).turns == 50


async def test_a_block_that_raises_leaves_nothing(store):
    async def fail():
        async with store.begin("T1") as work:
            await work.audit.add("UDANA", "job.open", "j1", NOW)
            await work.posts.owe(owed("T1", "debrief", "G1", "c1"), NOW)
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    async with store.claim() as claims:
        assert await claims.post(NOW, NOW) is None


async def test_times_come_back_in_utc(store):
    east = NOW.astimezone(timezone(timedelta(hours=5, minutes=30)))
    await plan(store, debrief=replace(DEBRIEF, due_at=east))
    async with store.begin("T1") as work:
        due = (await work.loops.of("c1")).debrief.due_at
    assert (due, due.utcoffset()) == (east, timedelta(0))
