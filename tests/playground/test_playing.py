"""What `make play` starts: the bot and its Slack, as somebody with a browser meets them."""

import asyncio
import re
import signal
import socket
import sys
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from playground.playing import playing
from playground.serving import HOST, Connections, listening

ROOT = Path(__file__).parents[2]


@asynccontextmanager
async def process(**environment):
    """Run `python -m playground` and give it with its first line."""
    started = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "playground"),
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "COACH_PLAY_PORT": "0", **environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        line = await asyncio.wait_for(started.stdout.readline(), 60)
        yield started, line.decode()
    finally:
        if started.returncode is None:
            started.kill()
            await started.wait()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_it_says_where_it_is_and_stops_when_told(session, tmp_path, number):
    database = tmp_path / "kept.db"
    async with process(COACH_PLAY_DB=str(database)) as (started, line):
        [url] = re.findall(r"http://127\.0\.0\.1:\d+/", line)
        async with session.get(url) as reply:
            assert reply.status == 200
        help_ = {"do": "command", "as": "U0ALICE", "channel": "C0GENERAL"}
        async with session.post(
            f"{url}gesture", json={**help_, "command": "/interview", "text": "help"}
        ) as reply:
            assert await reply.json() == {"ok": True}
        async with session.get(f"{url}state", params={"as": "U0ALICE"}) as reply:
            assert "/interview" in str((await reply.json())["messages"]["C0GENERAL"])
        started.send_signal(number)
        rest, complaints = await asyncio.wait_for(started.communicate(), 30)
        assert (rest, complaints, started.returncode) == (b"", b"", 0)
    assert database.exists()


async def test_the_bot_answers_over_a_real_socket(tmp_path):
    async with playing(tmp_path / "coach.db", 0) as slack:
        alice = slack.hand("U0ALICE")
        reply = await alice.command("/interview help")
        assert "/interview" in reply.said
        assert slack.refusals == []


async def test_a_port_that_is_taken_is_passed_over():
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]

        async def nothing(_scope, _receive, _send):
            """Serve nobody."""

        async with listening(nothing, Connections(), port) as url:
            assert int(url.rstrip("/").rpartition(":")[2]) > port
