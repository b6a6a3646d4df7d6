"""`python -m playground`, or `make play`: the bot and its Slack. With `alone`: only the Slack."""

import asyncio
import os
import signal
import sys
from argparse import ArgumentParser, Namespace
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.settings import StartError
from playground.play import alone, stage
from playground.slack import Playground

PORT = "8765"


def arguments() -> Namespace:
    """Read the command line."""
    parser = ArgumentParser(prog="python -m playground", description=__doc__)
    parts = parser.add_subparsers(dest="part")
    only = parts.add_parser("alone", help="a Slack for any app built with Bolt")
    only.add_argument("--manifest", type=Path, help="the app's manifest; without it all is allowed")
    only.add_argument("--events", default="", help="send payloads here, signed, as over HTTP")
    only.add_argument("--secret", default="", help="the signing secret for that")
    return parser.parse_args()


async def main(playing: AbstractAsyncContextManager[Playground], *, bot: bool) -> None:
    """Play until somebody stops it."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with playing as slack:
        sys.stdout.write(f"{stage.greeting(slack) if bot else alone.settings(slack)}\n")
        sys.stdout.flush()
        await stop.wait()


def start() -> int:
    """Choose where things are kept: in a folder that goes away, unless COACH_PLAY_DB says where."""
    asked, port = arguments(), int(os.environ.get("COACH_PLAY_PORT") or PORT)
    stage.quiet()
    with TemporaryDirectory(prefix="coach-") as folder:
        database = Path(os.environ.get("COACH_PLAY_DB") or Path(folder, "coach.db")).resolve()
        try:
            if asked.part == "alone":
                slack = alone.alone(port, asked.manifest, asked.events, asked.secret)
            else:
                slack = stage.playing(database, port)
            asyncio.run(main(slack, bot=asked.part != "alone"))
        except StartError as error:
            sys.stderr.writelines(f"{line}\n" for line in error.lines)
            return error.code
    return 0


if __name__ == "__main__":
    sys.exit(start())
