"""`python -m playground`, or `make play`."""

import asyncio
import os
import signal
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.settings import StartError
from playground.playing import greeting, playing, quiet

PORT = "8765"


async def main(database: Path, port: int) -> None:
    """Play until somebody stops it."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with playing(database, port) as slack:
        sys.stdout.write(f"{greeting(slack)}\n")
        sys.stdout.flush()
        await stop.wait()


def start() -> int:
    """Choose where things are kept: in a folder that goes away, unless COACH_PLAY_DB says where."""
    quiet()
    with TemporaryDirectory(prefix="coach-") as folder:
        database = Path(os.environ.get("COACH_PLAY_DB") or Path(folder, "coach.db")).resolve()
        try:
            asyncio.run(main(database, int(os.environ.get("COACH_PLAY_PORT") or PORT)))
        except StartError as error:
            sys.stderr.writelines(f"{line}\n" for line in error.lines)
            return error.code
    return 0


if __name__ == "__main__":
    sys.exit(start())
