"""The bot and a Slack of its own, in one process: what `make play` shows."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot import entrances, logs, manifest, ticks
from bot.assembly import Bot, assemble
from bot.settings import Settings, read
from playground.clock import PlayClock
from playground.people import personas
from playground.skipping import Skipping
from playground.slack import Playground

QUIET = ("", "slack_bolt", "slack_sdk")
BOT_TOKEN, APP_TOKEN = "xoxb-playground", "xapp-playground"  # any such tokens would do
MANAGER = "U0DANA"


@asynccontextmanager
async def playing(database: Path, port: int) -> AsyncIterator[Playground]:
    """Run both, the bot over real Socket Mode, while the block runs; what was late is finished."""
    clock = PlayClock()
    slack = Playground.seeded(clock, manifest.PATH)
    slack.deliver = slack.sockets.deliver
    async with slack.serve(port), assemble(_settings(slack, database), clock) as bot:
        slack.skipping = Skipping(clock, bot.tick)
        async with _running(bot):
            yield slack


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
    """Let the log tell of what goes wrong, and of nothing else."""
    logs.configure("console")
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def greeting(slack: Playground) -> str:
    """Return the line that says where to look."""
    names = ", ".join(member.real_name.split()[0] for member in personas(slack.people))
    return f"Interview Coach is at {slack.address} – be {names}. Ctrl-C ends it."


def _settings(slack: Playground, database: Path) -> Settings:
    """Return settings of the playground's own; a developer's .env is for the real Slack."""
    return read(
        Settings,
        _env_file=(),
        slack_bot_token=BOT_TOKEN,
        slack_app_token=APP_TOKEN,
        slack_api_url=slack.api_url,
        database_url=f"sqlite:///{database}",
        coach_admins=(MANAGER,),
        coach_tick=2,
    )
