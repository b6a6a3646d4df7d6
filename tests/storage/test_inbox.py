"""What was seen before, on SQLite and on PostgreSQL."""

import asyncio
from datetime import timedelta

from tests.examples import NOW


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
