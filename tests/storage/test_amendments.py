"""Amendments are only ever added, on SQLite and on PostgreSQL."""

from dataclasses import replace

from coaching.scorecard import Draft
from coaching.sealed.amendment import Amendment
from tests.examples import ALICE, BOB, ITEMS, NOW, plan

FIRST = Amendment("i1", 1, "q1", "4", "说了什么", released=False, actor="UALICE", at=NOW)
SECOND = replace(FIRST, n=2, item="recommendation", said="strong_no", released=True)


async def test_a_number_is_taken_once_and_each_card_keeps_its_own(store):
    await plan(store)
    async with store.begin("T1") as work:
        for each in (ALICE, BOB):
            await work.scorecards.draft(each, Draft(1, marks={"q1": 2}), ITEMS)
        assert await work.amendments.add(SECOND)
        assert await work.amendments.add(FIRST)
        assert not await work.amendments.add(replace(FIRST, said="5"))
        assert await work.amendments.add(replace(FIRST, interview="i2", actor="UBOB"))
        assert await work.amendments.of(["i1"]) == [FIRST, SECOND]
        assert [each.interview for each in await work.amendments.of(["i1", "i2", "i9"])] == [
            *("i1", "i1", "i2"),
        ]
        assert await work.amendments.of([]) == []


async def test_another_team_has_none_of_them(store):
    await plan(store)
    async with store.begin("T1") as work:
        await work.scorecards.draft(ALICE, Draft(1, marks={"q1": 2}), ITEMS)
        await work.amendments.add(FIRST)
    async with store.begin("T2") as work:
        assert await work.amendments.of(["i1"]) == []
