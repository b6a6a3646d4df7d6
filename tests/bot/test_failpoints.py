"""A crash can be ordered at a place by name, and happens nowhere else."""

import asyncio
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from bot.failpoints import FailpointError, armed, unarmed
from bot.settings import Settings

ROOT = Path(__file__).parents[2]


def test_only_the_named_place_breaks():
    failpoint = armed("outbox.after_mark:raise")
    failpoint("outbox.after_claim")
    with pytest.raises(FailpointError, match=r"outbox\.after_mark"):
        failpoint("outbox.after_mark")


def test_a_place_can_be_slow():
    started = time.perf_counter()
    armed("here:sleep=0.02")("here")
    assert time.perf_counter() - started >= 0.02


async def python(code):
    return await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )


async def test_a_killed_process_cleans_nothing_up():
    code = "from bot.failpoints import armed\ntry: armed('here:kill')('here')\nfinally: print('no')"
    process = await python(code)
    out, _ = await process.communicate()
    assert (process.returncode, out) == (-signal.SIGKILL, b"")


async def test_a_stopped_process_goes_on_when_told():
    process = await python("from bot.failpoints import armed\narmed('here:stop')('here')\nprint(1)")
    _, status = await asyncio.to_thread(os.waitpid, process.pid, os.WUNTRACED)
    assert os.WSTOPSIG(status) == signal.SIGSTOP
    process.send_signal(signal.SIGCONT)
    out, _ = await process.communicate()
    assert (process.returncode, out) == (0, b"1\n")


@pytest.mark.parametrize(
    "order", ["", "here", "here:", "here:run", ":kill", "here:sleep=x", "here:sleep"]
)
def test_an_order_that_makes_no_sense_is_refused(order):
    with pytest.raises(ValueError, match="NAME:ACTION"):
        armed(order)


def test_nothing_is_armed_unless_it_was_ordered():
    assert Settings.model_fields["coach_failpoint"].default == ""
    assert unarmed("anywhere") is None
