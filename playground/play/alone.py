"""The playground without our bot, for any app built with Bolt: two workspaces and a clock."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

from playground.delivery.signed import SignedDelivery
from playground.play.clock import PlayClock
from playground.play.skipping import Skipping
from playground.slack import Playground
from playground.world.team import APP_TOKEN


@asynccontextmanager
async def alone(
    port: int, manifest: Path | None, events: str = "", secret: str = ""
) -> AsyncIterator[Playground]:
    """Serve while the block runs; payloads go over Socket Mode, or signed to one address."""
    clock = PlayClock()
    slack = Playground.seeded(clock, manifest)
    slack.second()
    slack.skipping = Skipping(clock, _unnoticed)

    async def restart(_language: str) -> None:
        for each in slack.workspaces:
            each.begin()
        slack.journal.clear()

    slack.restart = restart
    async with slack.serve(port), aiohttp.ClientSession() as session:
        slack.deliver = slack.sockets.deliver
        if events:
            slack.deliver = SignedDelivery(session, events, secret, journal=slack.journal)
        yield slack


def settings(slack: Playground) -> str:
    """Return what to tell an app, a setting a line."""
    first, second = (each.team for each in slack.workspaces)
    return "\n".join(
        (
            f"The page is at {slack.address} (Ctrl-C ends it). Settings for an app:",
            f"SLACK_API_URL={slack.api_url}",
            f"SLACK_BOT_TOKEN={first.token}  # the workspace {first.name}",
            f"SLACK_BOT_TOKEN={second.token}  # the workspace {second.name}",
            f"SLACK_APP_TOKEN={APP_TOKEN}",
        )
    )


async def _unnoticed() -> None:
    """Let time pass: an app that runs elsewhere has a clock of its own."""
