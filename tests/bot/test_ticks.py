"""The clock ticks in the loop it was started in, one round at a time."""

import asyncio
from contextvars import ContextVar

import pytest

from bot import ticks
from bot.background import Background
from bot.health import Health

request = ContextVar("what a request leaves behind", default="nothing")


@pytest.fixture
def background():
    return Background()


@pytest.fixture
def health():
    return Health(15, lambda: 0.0)


class Work:
    def __init__(self):
        self.rounds = 0
        self.at_once = 0
        self.most = 0
        self.may_end = asyncio.Event()
        self.begun = asyncio.Event()

    async def __call__(self):
        self.begun.set()
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        await self.may_end.wait()
        self.at_once -= 1
        self.rounds += 1


async def test_rounds_never_overlap(background, health):
    work = Work()
    rounds = ticks.Rounds(work, background, health)
    work.may_end.set()
    await asyncio.gather(rounds.once(), rounds.once(), rounds.shielded())
    assert (work.rounds, work.most) == (3, 1)


async def test_however_often_it_is_woken_one_more_round_is_enough(background, health):
    work = Work()
    rounds = ticks.Rounds(work, background, health)
    rounds.wake()
    rounds.wake()
    await work.begun.wait()
    rounds.wake()  # what came during the round needs another
    rounds.wake()
    work.may_end.set()
    await background.idle()
    assert work.rounds == 2


async def test_a_round_that_breaks_off_does_not_stop_the_clock(background):
    now = [0.0]
    health = Health(15, lambda: now[0])

    async def broken():
        raise OSError

    now[0] = 500.0
    await ticks.Rounds(broken, background, health).once()
    assert health.alive


async def test_a_round_woken_by_a_request_does_not_share_its_deadline(background, health):
    seen = []

    async def work():
        seen.append(request.get())

    request.set("a deadline that is over")
    ticks.Rounds(work, background, health).wake()
    await background.idle()
    assert seen == ["nothing"]


async def test_a_scheduler_that_stops_leaves_the_round_whole(background, health):
    work = Work()
    clock = ticks.scheduler(ticks.Rounds(work, background, health), seconds=0.01)
    clock.start()
    async with asyncio.timeout(2):
        await work.begun.wait()
    clock.shutdown(wait=False)
    work.may_end.set()
    assert await background.idle(timeout=2)
    assert work.rounds == 1


async def test_work_that_does_not_end_in_time_is_told_to_stop(background, caplog):
    told = asyncio.Event()

    async def stubborn():
        try:
            await asyncio.Event().wait()
        finally:
            told.set()

    background.run(stubborn())
    await background.drain(0.01)
    assert told.is_set()
    assert "1 pieces of background work did not end in time" in caplog.text
    assert await background.idle(timeout=0.1)


async def test_draining_waits_for_what_is_under_way(background):
    done = []

    async def work():
        await asyncio.sleep(0)
        done.append(True)

    background.run(work())
    await background.drain(1)
    assert done == [True]
