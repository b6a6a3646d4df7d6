"""The bot and a Slack of its own, in one process: what `make play` shows."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot import entrances, logs, manifest, ticks
from bot.assembly import Bot, assemble
from bot.settings import Settings, read
from playground.play.clock import PlayClock
from playground.play.skipping import Skipping
from playground.play.steps import Steps
from playground.play.story import Story
from playground.play.tour import Tour
from playground.slack import Playground
from playground.world.people import personas
from playground.world.team import APP_TOKEN

QUIET = ("", "slack_bolt", "slack_sdk")
MANAGER = "U0DANA"
BESIDE = ("", "-wal", "-shm", "-journal", ".lock")  # what SQLite and we keep beside a database


@asynccontextmanager
async def playing(
    database: Path, port: int, *, told: bool = True, story: type[Story] = Story
) -> AsyncIterator[Playground]:
    """Run both, the bot over real Socket Mode, while the block runs; what was late is finished.

    A database that is there already is taken up as it is; else a ``story`` is told in it.
    """
    clock = PlayClock()
    slack = Playground.seeded(clock, manifest.PATH)
    slack.deliver = slack.sockets.deliver
    slack.may_ping = frozenset()
    async with slack.serve(port):
        stage = Stage(slack, clock, database, story)
        slack.restart = stage.restart
        await stage.begin("en", told=told and not stage.found)
        try:
            yield slack
        finally:
            await stage.end()


class Stage:
    """Where one bot after the other plays; each start over is another bot on an empty database."""

    def __init__(
        self, slack: Playground, clock: PlayClock, database: Path, story: type[Story]
    ) -> None:
        self._slack, self._clock, self._database = slack, clock, database
        self._story = story
        self.found = database.exists()
        self._leave = asyncio.Event()
        self._playing: asyncio.Task[None] | None = None
        self._restarting = asyncio.Lock()

    async def restart(self, language: str) -> None:
        """Begin anew: nothing is left of what was, and the story is told again."""
        async with self._restarting:
            await self.end()
            for name in BESIDE:
                self._database.with_name(f"{self._database.name}{name}").unlink(missing_ok=True)
            self._slack.begin()
            playing = await self.begin(language, told=True)
            async with self._slack.arranging:  # the story has been told
                pass
            if playing.done():
                playing.result()

    async def begin(self, language: str, *, told: bool) -> asyncio.Task[None]:
        """Start a bot; once it is there, the story is told while pages wait. StartError."""
        self._leave = asyncio.Event()
        ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        playing = asyncio.create_task(self._play(language, ready, told=told))
        self._playing = playing
        await asyncio.wait({playing, ready}, return_when=asyncio.FIRST_COMPLETED)
        if playing.done():
            playing.result()
        return playing

    async def end(self) -> None:
        """Let the bot finish what it does, and leave."""
        self._leave.set()
        if self._playing:
            await self._playing

    async def _play(self, language: str, ready: asyncio.Future[None], *, told: bool) -> None:
        async with assemble(_settings(self._slack, self._database), self._clock) as bot:
            self._slack.skipping = Skipping(self._clock, bot.tick)
            self._slack.language = language
            async with _running(bot):
                async with self._slack.arranging:
                    ready.set_result(None)
                    if told:
                        await self._story(self._slack, bot, self._clock, language).tell()
                if told:
                    await self._guide(Steps(self._slack, bot, self._clock, language).tour())
                await self._leave.wait()

    async def _guide(self, tour: Tour) -> None:
        """Offer a tour, and watch what a visitor does, until the bot leaves."""
        journal = self._slack.journal
        journal.clear()
        self._slack.tour = tour
        journal.interested.append(tour.watch)
        self._slack.changes.tell()
        await self._leave.wait()
        journal.interested.remove(tour.watch)
        self._slack.tour = None


@asynccontextmanager
async def _running(bot: Bot) -> AsyncIterator[None]:
    token = bot.settings.slack_app_token
    if token is None:
        return
    async with entrances.socket_mode(bot, token):
        scheduler = ticks.scheduler(bot.rounds, bot.settings.coach_tick)
        scheduler.start()
        try:
            yield
        finally:
            scheduler.shutdown(wait=False)


def quiet() -> None:
    """Let the log tell of what goes wrong, and of nothing else.

    That a round was left out, as the one before was still running, is nothing to a visitor.
    """
    logs.configure("console")
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)


def greeting(slack: Playground) -> str:
    """Return the line that says where to look."""
    names = ", ".join(member.real_name.split()[0] for member in personas(slack.people))
    return f"Interview Coach is at {slack.address} – be {names}. Ctrl-C ends it."


def _settings(slack: Playground, database: Path) -> Settings:
    """Return settings of the playground's own; a developer's .env is for the real Slack."""
    return read(
        Settings,
        _env_file=(),
        slack_bot_token=slack.team.token,
        slack_app_token=APP_TOKEN,
        slack_api_url=slack.api_url,
        database_url=f"sqlite:///{database}",
        coach_admins=(MANAGER,),
        coach_tick=2,
    )
