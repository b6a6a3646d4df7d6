"""A real Chromium to look at the page with, and to hear its complaints."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from playground.play.clock import PlayClock
from playground.play.skipping import Skipping
from playground.slack import Playground
from playground.wire import Ack, Json
from playground.world.manifest import Manifest
from tests import chromium
from tests.browser.little_app import LittleApp
from tests.browser.window import Complaints, Desk, Look

HERE = Path(__file__).parent
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
COMMAND = {"command": "/interview", "description": "A modal", "usage_hint": "score"}
PICTURES = "COACH_PICTURES"  # a folder to keep the pictures in
PATIENCE = 20_000  # milliseconds; generous, since three workers may share two processors


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let all tests of the page run on one loop, so that they can share a browser."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One browser for all; each test has a context of its own in it, as if it were new."""
    path = chromium.path()
    if path is None:
        pytest.skip(chromium.MISSING)
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def desk() -> AsyncIterator[Desk]:
    """A playground with a little app behind it."""
    clock = PlayClock()
    slack = Playground.seeded(clock)
    slack.manifest = Manifest(commands=(COMMAND,), written=True)
    async with slack.serve() as url, aiohttp.ClientSession() as session:
        app = LittleApp(session, slack.api_url)

        async def deliver(body: Json) -> Ack:
            return Ack(*await app.answer(body))

        slack.deliver = deliver
        slack.skipping = Skipping(clock, app.tick)
        yield Desk(app, url, slack.hand("U0DANA"), clock, slack)


@pytest.fixture
def complaints() -> Complaints:
    """What the page's console said."""
    return Complaints()


@pytest_asyncio.fixture(loop_scope="session")
async def look(browser: Browser, complaints: Complaints) -> AsyncIterator[Look]:
    """Open the page: `await look(url, "U0ALICE", "G0HIRING", width=390)`.

    No error may be in the console at the end, and nothing may have been asked of another machine.
    """
    async with AsyncExitStack() as windows:

        async def open_page(url: str, person: str, channel: str = "", **options: Any) -> Page:
            width, height = options.pop("width", 1280), options.pop("height", 800)
            window = {"viewport": {"width": width, "height": height}, **options}
            context = await browser.new_context(**window)
            windows.push_async_callback(context.close)
            page = await context.new_page()
            page.set_default_timeout(PATIENCE)
            complaints.listen(page)
            await page.goto(f"{url}#{person}/{channel}")
            composer = f'[data-seat="{person}"] [data-testid=composer]'
            await page.wait_for_selector(composer, state="attached")
            return page

        yield open_page
    assert complaints.unexpected == []


@pytest.fixture
def picture(tmp_path: Path) -> Callable[[Page, str], Awaitable[None]]:
    """Take a picture of the page as it is: `await picture(page, "name")`."""
    folder = Path(os.environ.get(PICTURES) or tmp_path)

    async def picture(page: Page, name: str) -> None:
        path = folder / f"{name}.png"
        await page.screenshot(path=path)
        assert path.stat().st_size > 10_000

    return picture
