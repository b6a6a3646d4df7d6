"""The whole bot, put together once: for the process, for the playground and for tests alike."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import AsyncEngine

from bot import app as app_
from bot import database, shelves
from bot.app import Access
from bot.background import Background
from bot.clients import Clients, clients
from bot.commentator import Model, commentator
from bot.courier import SlackCourier
from bot.directory import SlackDirectory
from bot.health import Health
from bot.history import History
from bot.identity import Identity, introduce, patiently
from bot.metrics import Metrics
from bot.settings import Settings
from bot.ticks import Rounds
from coaching.coach import Coach
from coaching.ports import Clock
from coaching.reminding.nudging import Ladder
from coaching.rules import Rules
from handlers.posts import Renderings
from handlers.publishing import Homes
from handlers.readers import Readers
from handlers.texts import Languages
from storage.transactions import practice_store, store

logger = logging.getLogger(__name__)

DRAINING = 20.0  # seconds for what is under way when we stop
SETTLING = 10.0  # seconds for what was let go before


@dataclass(frozen=True, slots=True)
class Bot:
    """All parts, running. ``tick`` is one round of the clock."""

    settings: Settings
    identity: Identity
    client: AsyncWebClient
    app: AsyncApp
    coach: Coach
    background: Background
    rounds: Rounds
    health: Health
    metrics: Metrics
    ready: Callable[[], Awaitable[str]]

    @property
    def tick(self) -> Callable[[], Awaitable[None]]:
        """One round of the clock, to its end."""
        return self.rounds.once


def wall_clock() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(UTC)


@asynccontextmanager
async def assemble(settings: Settings, now: Clock = wall_clock) -> AsyncIterator[Bot]:
    """Give a bot that can be asked; on leaving, finish what is under way. StartError."""
    async with AsyncExitStack() as stack:
        engine = await stack.enter_async_context(database.opened(settings))
        slack = await stack.enter_async_context(clients(settings))
        model = await stack.enter_async_context(commentator(settings))
        identity = await patiently(partial(introduce, slack.posting), "SLACK_BOT_TOKEN")
        bot = _build(settings, now, engine, slack, identity, model)
        stack.push_async_callback(_finish, bot)
        await bot.coach.welcome(identity.team, identity.name)
        yield bot


def _build(
    settings: Settings,
    now: Clock,
    engine: AsyncEngine,
    slack: Clients,
    identity: Identity,
    model: Model | None,
) -> Bot:
    background, health = Background(), Health(settings.coach_tick)
    metrics, directory = Metrics(health), SlackDirectory(slack.posting)

    def wake() -> None:
        """Reach the clock, which is built last: something was done that others may see."""
        homes.stale()
        rounds.wake()

    async def round_() -> None:
        """Do what is due; Homes come after it, and nothing waits for them."""
        await coach.tick(courier, again)
        background.run(homes.refresh(slack.posting))
        if model:
            background.run(coach.practising.commenting.comment_due())

    async def again(body: Mapping[str, Any]) -> None:
        """Dispatch an event anew, in a task of its own: the request's deadline ends with it."""
        request = AsyncBoltRequest(body=dict(body), mode="socket_mode")
        await asyncio.create_task(app.async_dispatch(request))

    rules, practised = _rules(settings), practice_store(engine)
    coach = Coach.over(store(engine), practised, shelves.read(), directory, now, wake, rules, model)
    readers = Readers(
        coach.people, Languages.read(), settings.coach_locale, settings.coach_timezone
    )
    homes = Homes(coach.overviews, coach.practising.rounds, coach.practising.record, readers, now)
    secret = settings.slack_signing_secret
    access = Access(
        client=slack.answering,
        identity=identity,
        token=settings.slack_bot_token.get_secret_value(),
        signing_secret=secret.get_secret_value() if secret else "",
    )
    app = app_.build(access, coach, readers, background, homes, metrics.request)
    render = Renderings(coach, readers)
    history = History(slack.posting, identity.bot_id, identity.bot_user)
    courier = SlackCourier(slack.posting, history, directory, render, metrics.post)
    rounds = Rounds(round_, background, health)
    ready = partial(database.missing, engine, coach.deadline)
    return Bot(
        settings,
        identity,
        slack.posting,
        app,
        coach,
        background,
        rounds,
        health,
        metrics,
        ready,
    )


def _rules(settings: Settings) -> Rules:
    return Rules(
        admins=frozenset(settings.coach_admins),
        openers=frozenset(settings.coach_openers),
        lease=timedelta(seconds=settings.coach_lease),
        practice=timedelta(days=settings.coach_practice_days),
        failpoint=settings.failpoint,
        ladder=Ladder(settings.coach_nudges),
        zone=settings.coach_timezone,
    )


async def _finish(bot: Bot) -> None:
    """Wait for what is under way and for what was let go, in that order and not for ever."""
    await bot.background.drain(DRAINING)
    try:
        await asyncio.wait_for(bot.coach.settled(), SETTLING)
    except TimeoutError:
        logger.warning("the database holds up transactions that were let go; leaving them")
