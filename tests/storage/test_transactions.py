"""All or nothing, one after another, in UTC: on SQLite and on PostgreSQL."""

import asyncio
from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from coaching.post import owed
from coaching.practice.mock import Mock
from coaching.practice.wish import Wish
from tests.examples import DEBRIEF, NOW, plan

MOCK = Mock("m1", "UCHEN", Wish("", "mid", "zh-CN"), ("a", "b"), NOW)


async def test_two_writers_lose_nothing(practised):
    async with practised.begin("T1") as work:
        await work.mocks.begin(MOCK, NOW)

    async def write():
        for _ in range(25):
            async with practised.begin("T1") as work:
                mock = await work.mocks.current("UCHEN")
                await work.mocks.save(replace(mock, turns=mock.turns + 1), NOW)

    await asyncio.gather(write(), write())
    async with practised.begin("T1") as work:
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
