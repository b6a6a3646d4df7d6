"""What is owed and who may send it, on SQLite and on PostgreSQL."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from coaching.loop import Debrief
from coaching.outbox import Outbox
from coaching.post import Sent, Temporary, owed
from tests.examples import ALICE, CANDIDATE, NOW, plan


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


async def test_what_a_place_is_owed_waits_together_and_comes_in_the_order_it_was_owed(store):
    second = timedelta(seconds=1)
    later = NOW + 30 * second
    async with store.begin("T1") as work:
        for n in range(5):
            await work.posts.owe(owed("T1", "debrief", "G1", f"c{n}"), NOW + n * second)
        await work.posts.owe(owed("T1", "debrief", "G2", "c9"), NOW + 9 * second)
        await work.posts.owe(owed("T1", "debrief", "G1", "c8"), later + second)
        await work.posts.put_off("G1", later)
    async with store.begin("T2") as work:
        await work.posts.owe(owed("T2", "debrief", "G1", "c7"), NOW + 10 * second)
    taken = []
    for moment in (NOW + 20 * second, later, later + second):
        async with store.claim() as claims:
            while found := await claims.post(moment, NOW + timedelta(days=1)):
                taken.append(found[1].subject)
        taken.append("")
    assert taken == ["c9", "c7", "", "c0", "c1", "c2", "c3", "c4", "", "c8", ""]


@pytest.mark.parametrize(("quiet", "sent"), [(True, ["c1"]), (False, [])])
async def test_who_rests_holds_back_one_message_and_slack_all_of_a_place(store, quiet, sent):
    class Reluctant:
        """Carries everything but the first message."""

        def __init__(self):
            self.carried = []

        async def post(self, _team, post):
            if post.subject == "c0":
                return Temporary("not now", timedelta(hours=9), quiet=quiet)
            self.carried.append(post.subject)
            return Sent(post.channel, post.subject)

    async with store.begin("T1") as work:
        for n in range(2):
            await work.posts.owe(owed("T1", "nudge", "G1", f"c{n}"), NOW + timedelta(seconds=n))
    courier = Reluctant()
    outbox = Outbox(store.begin, store.claim, lambda: NOW + timedelta(minutes=1))
    await outbox.send_due(courier)
    assert courier.carried == sent
