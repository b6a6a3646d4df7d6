"""The audit trail of a few things is read back in order, on SQLite and on PostgreSQL."""

from datetime import timedelta

from coaching.act import Act
from tests.examples import NOW


async def test_the_trail_of_some_things_is_read_in_the_order_it_was_written(store):
    later = NOW + timedelta(hours=1)
    async with store.begin("T1") as work:
        await work.audit.add("", "debrief.release", "c1", later)
        await work.audit.add("UDANA", "loop.plan", "c1", NOW)
        await work.audit.add("UALICE", "card.seal", "i1", NOW + timedelta(minutes=5))
        await work.audit.add("UBOB", "card.seal", "i2", NOW)
        assert await work.audit.of(["c1", "i1"]) == [
            Act(NOW, "UDANA", "loop.plan", "c1"),
            Act(NOW + timedelta(minutes=5), "UALICE", "card.seal", "i1"),
            Act(later, "", "debrief.release", "c1"),
        ]
        assert await work.audit.of([]) == []


async def test_another_team_has_none_of_it(store):
    async with store.begin("T1") as work:
        await work.audit.add("UDANA", "loop.plan", "c1", NOW)
    async with store.begin("T2") as work:
        assert await work.audit.of(["c1"]) == []
