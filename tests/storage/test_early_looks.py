"""Early looks are only ever added, on SQLite and on PostgreSQL."""

from dataclasses import replace
from datetime import timedelta

from coaching.sealed.early_look import EarlyLook
from tests.examples import NOW, plan

FIRST = EarlyLook("c1", 1, "UDANA", NOW, 2)
SECOND = replace(FIRST, n=2, at=NOW + timedelta(hours=1))


async def test_every_look_is_kept_for_its_candidate_and_team(store):
    await plan(store)
    async with store.begin("T1") as work:
        await work.looks.add(FIRST)
        await work.looks.add(SECOND)
        assert await work.looks.of("c1") == [FIRST, SECOND]
        assert await work.looks.of("c2") == []
    async with store.begin("T2") as work:
        assert await work.looks.of("c1") == []
