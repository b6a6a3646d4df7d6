"""The bot as operators run it: a process of its own, reached only through sockets."""

import asyncio
import os
import sys
from contextlib import asynccontextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
SECRET = "journey-signing-secret"


class Process:
    def __init__(self, process):
        self.process = process
        self.said = ""

    async def until(self, text):
        """Read the log until it says ``text``; return the line."""
        while line := (await self.process.stderr.readline()).decode():
            self.said += line
            if text in line:
                return line
        raise AssertionError(self.said)

    async def ended(self):
        """Wait for the end; return the exit code, negative for the signal that killed it."""
        self.said += (await self.process.stderr.read()).decode()
        return await self.process.wait()

    async def stop(self):
        """Stop it as an operator does; return the exit code."""
        self.process.terminate()
        return await self.ended()


@asynccontextmanager
async def running(slack, url, **more):
    """Start `python -m bot run` against a playground; kill what the test has not stopped."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "SLACK_BOT_TOKEN": "xoxb-playground",
        "SLACK_API_URL": slack.api_url,
        "DATABASE_URL": url,
        "COACH_TICK": "0.2",
        "COACH_LEASE": "1",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        env=environment | more,
        cwd=ROOT / "tests",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield Process(process)
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()
