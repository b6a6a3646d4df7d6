"""How a job is set, and the digest of its channel, on SQLite and on PostgreSQL."""

from dataclasses import replace
from datetime import timedelta

from coaching.digest import Digest
from tests.examples import JOB, NOW, plan

DIGEST = Digest("G1", "UDANA", "zh-CN", "Asia/Shanghai", "2026-01-05", NOW + timedelta(days=7))


async def test_a_job_is_set_and_keeps_everything_else(store):
    await plan(store)
    await plan(store, "T2")
    chosen = replace(JOB, detail="thread", initials=True, zone="Asia/Kolkata", daily="17:00")
    async with store.begin("T1") as work:
        assert await work.jobs.hold("j1", alone=True) == JOB
        await work.jobs.settle(replace(chosen, title="Another", channel="G2"))
    async with store.begin("T1") as work:
        assert await work.jobs.of("j1") == chosen
    async with store.begin("T2") as work:
        assert await work.jobs.of("j1") == JOB


async def test_a_channel_has_one_digest_until_it_wants_none(store):
    async with store.begin("T1") as work:
        await work.digests.keep(replace(DIGEST, last_on=""))
        await work.digests.keep(DIGEST)
        assert await work.digests.of("G1") == DIGEST
        assert await work.digests.of("G2") is None
    async with store.begin("T2") as work:
        assert await work.digests.of("G1") is None
        await work.digests.drop("G1")
    async with store.begin("T1") as work:
        assert await work.digests.of("G1") == DIGEST
        await work.digests.drop("G1")
        assert await work.digests.of("G1") is None
