"""Live guides in the database: no step is lost, none counts twice, all keep their order."""

import asyncio
from datetime import timedelta

from coaching.guide.step import Step
from coaching.post import Sent, owed
from tests.examples import ALICE, BOB, NOW, plan


def step(n):
    return Step(f"k{n}", NOW + timedelta(seconds=-n, microseconds=7), "edit", "1.2", "的 👩‍👩‍👧\n")


async def test_steps_come_back_whole_in_the_order_they_came_and_once_each(store):
    await plan(store)
    taken = [step(n) for n in range(5)]
    async with store.begin("T1") as work:
        assert not await work.guides.hold(ALICE.id)
        assert [await work.guides.show(ALICE.id, NOW) for _ in range(2)] == [1, 2]
        assert await work.guides.hold(ALICE.id)
        for each in [*taken, *taken[::-1]]:
            await work.guides.add(ALICE.id, each)
    async with store.begin("T1") as work:
        assert list(await work.guides.steps(ALICE.id)) == taken
        assert await work.guides.steps(BOB.id) == []


async def test_presses_at_once_are_all_kept(store):
    await plan(store)
    async with store.begin("T1") as work:
        await work.guides.show(ALICE.id, NOW)

    async def press(n):
        async with store.begin("T1") as work:
            assert await work.guides.hold(ALICE.id)
            await work.guides.add(ALICE.id, step(n))

    await asyncio.gather(*(press(n) for n in range(8)))
    async with store.begin("T1") as work:
        kept = await work.guides.steps(ALICE.id)
    assert sorted(each.key for each in kept) == [f"k{n}" for n in range(8)]


async def test_a_text_that_is_not_to_be_kept_is_gone_and_no_other(store):
    await plan(store)
    async with store.begin("T1") as work:
        for each in (ALICE, BOB):
            await work.guides.show(each.id, NOW)
            for n in (1, 2):
                await work.guides.add(each.id, step(n))
        await work.guides.rewrite(ALICE.id, "k1", "[…]")
    async with store.begin("T1") as work:
        details = [each.detail for each in await work.guides.steps(ALICE.id)]
        assert details == ["[…]", step(2).detail]
        assert await work.guides.steps(BOB.id) == [step(1), step(2)]


async def test_a_message_is_found_by_where_it_is(store):
    post = owed("T1", "guide", "U1", "i1:1")
    async with store.begin("T1") as work:
        await work.posts.owe(post, NOW)
        assert await work.posts.at("D1", "1.2") is None
        await work.posts.sent(post.key, Sent("D1", "1.2"), None)
        assert (await work.posts.at("D1", "1.2")).subject == "i1:1"
        assert await work.posts.at("D2", "1.2") is None
    async with store.begin("T2") as work:
        assert await work.posts.at("D1", "1.2") is None
