"""From a post to the page: does a full channel, or a house full of open modals, slow it down?"""

import asyncio
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from playground.slack import Playground
from playground.world.messages import Message

CHANNEL, PERSON = "G0HIRING", "U0ALICE"
ROUNDS = 40
CASES = ((10, 0), (500, 0), (10, 200), (500, 200))  # messages there already, modals open
WORDS = {"type": "mrkdwn", "text": "What somebody said in an interview. " * 8}
VIEW = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "Open"},
    "blocks": [{"type": "section", "text": WORDS}],
}


@dataclass(frozen=True, slots=True)
class Measured:
    """Median milliseconds from the call to the page's frame, and the largest frame in bytes."""

    messages: int
    views: int
    ms: float
    largest: int
    frames: float


async def main() -> None:
    """Print a table; the first row is what the others are compared with."""
    rows = [await _measure(messages, views) for messages, views in CASES]
    sys.stdout.write("Page updates: one post, until the page has been sent it\n")
    sys.stdout.write("\n".join(_table(rows)) + "\n")


def _table(rows: Sequence[Measured]) -> list[str]:
    head = f"{'messages':>9}{'modals':>8}{'ms':>8}{'ratio':>7}{'frames':>8}{'bytes':>8}"
    return [
        head,
        *(
            f"{row.messages:>9}{row.views:>8}{row.ms:>8.1f}{row.ms / rows[0].ms:>7.2f}"
            f"{row.frames:>8.1f}{row.largest:>8}"
            for row in rows
        ),
    ]


async def _measure(messages: int, views: int) -> Measured:
    slack = Playground.seeded(lambda: datetime.now(UTC))
    _fill(slack, messages, views)
    async with slack.serve(), aiohttp.ClientSession() as session:
        client = AsyncWebClient(slack.team.token, slack.api_url, session=session)
        async with session.ws_connect(f"{slack.address}live?as={PERSON}") as page:
            await page.receive()
            times, sizes = [], []
            for n in range(ROUNDS):
                began = time.perf_counter()
                await client.chat_postMessage(channel=CHANNEL, text=f"post {n}")
                sizes += await _until_seen(page, f"post {n}")
                times.append((time.perf_counter() - began) * 1000)
    frames = len(sizes) / ROUNDS
    return Measured(messages, views, statistics.median(times), max(sizes), frames)


async def _until_seen(page: aiohttp.ClientWebSocketResponse, text: str) -> list[int]:
    """Return the sizes of the frames until one has the text."""
    sizes = []
    async with asyncio.timeout(10):
        while True:
            frame = await page.receive_str()
            sizes.append(len(frame))
            if f'"{text}"' in frame:
                return sizes


def _fill(slack: Playground, messages: int, views: int) -> None:
    for n in range(messages):
        message = Message(CHANNEL, slack.stamps.next(), slack.team.bot_user, f"old {n}", bot=True)
        message.blocks = slack.names.given([{"type": "section", "text": WORDS}])
        slack.messages.add(message)
    for n in range(views):
        slack.views.open(f"U{n}", VIEW)
