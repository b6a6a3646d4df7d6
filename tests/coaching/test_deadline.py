"""A person gets an answer in time when the database does not answer."""

import asyncio

import pytest

from coaching.deadline import Deadline
from coaching.errors import BusyError


async def test_work_in_time_is_not_touched():
    async def quick():
        return 7

    assert await Deadline(5).within(quick()) == 7


async def test_late_work_is_let_go_although_its_rollback_hangs():
    over, rolled_back = asyncio.Event(), asyncio.Event()

    async def frozen():
        try:
            await asyncio.Event().wait()
        finally:
            await over.wait()
            rolled_back.set()

    deadline = Deadline(0.01)
    with pytest.raises(BusyError):
        await deadline.within(frozen())
    assert not rolled_back.is_set()
    over.set()
    await deadline.settled()
    assert rolled_back.is_set()


async def test_all_steps_of_a_request_share_one_deadline():
    async def forever():
        await asyncio.Event().wait()

    deadline = Deadline(0.05)
    deadline.start()
    with pytest.raises(BusyError):
        await deadline.within(forever())
    with pytest.raises(BusyError):  # nothing is left of it
        await deadline.within(asyncio.sleep(0.001))
    await deadline.settled()


async def test_a_failure_is_its_own_not_a_late_answer():
    async def broken():
        raise LookupError

    with pytest.raises(LookupError):
        await Deadline(5).within(broken())
