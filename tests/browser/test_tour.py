"""The tour as a visitor takes it, with the real bot, in both languages; it takes pictures."""

import time

import pytest
import pytest_asyncio
from playwright.async_api import expect

from playground.play.stage import playing
from tests.browser.steps import DIALOG, SUBMIT

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

TOUR = "[data-testid=tour]"
PREPARE, NEXT, DONE = (f"[data-testid=tour-{name}]" for name in ("prepare", "next", "done"))
FIVE_MINUTES = 300  # seconds; what the tour promises, and a hand is slower than a test


@pytest_asyncio.fixture(loop_scope="session")
async def address(tmp_path):
    async with playing(tmp_path / "coach.db", 0) as slack:
        yield slack.address


async def prepare(page, person):
    """Press the step's one button and wait for what it opens."""
    await page.click(PREPARE)
    await page.wait_for_selector(f"[data-seat={person}]")


async def sent(page):
    """Send the form that was filled in, and leave the word that it was taken."""
    await page.click(SUBMIT)
    await expect(page.locator(DONE)).to_be_visible()
    await page.click(f"{DIALOG} [data-testid=modal-close]")
    await expect(page.locator(DIALOG)).to_have_count(0)


async def say(page, person):
    """Send what was put into the message field."""
    field = page.locator(f"[data-seat={person}] [data-testid=composer]")
    await expect(field).not_to_have_value("")
    await field.press("Enter")
    await expect(page.locator(DONE)).to_be_visible()


@pytest.mark.parametrize(
    ("locale", "candidate", "debrief"),
    [("en-GB", "Sam Okoro", "Talk about these first"), ("zh-CN", "苏然", "优先讨论")],
)
async def test_a_visitor_takes_the_tour(address, look, picture, locale, candidate, debrief):
    page = await look(address, "U0DANA", "G0HIRING", height=900, locale=locale)
    name = locale[:2]
    began = time.monotonic()
    await page.click("[data-testid=tour-start]")
    for person in ("U0DANA", "U0ALICE", "U0MEI"):
        await expect(page.locator(PREPARE)).to_be_visible(timeout=20_000)
        await prepare(page, person)
        await expect(page.locator(SUBMIT)).to_be_visible()
        await sent(page)
        await page.click(NEXT)
    await prepare(page, "U0DANA")
    await say(page, "U0DANA")
    await page.click(NEXT)
    await prepare(page, "U0DANA")
    dana = page.locator("[data-seat=U0DANA]")
    await dana.locator("[data-clock=due]").click()
    await expect(page.locator(DONE)).to_be_visible()
    await expect(dana.locator(".messages h2", has_text=candidate)).to_be_visible()
    await expect(dana.locator(".messages")).to_contain_text(debrief)
    await picture(page, f"tour-{name}")
    await page.click(NEXT)
    await prepare(page, "U0CHEN")
    await say(page, "U0CHEN")
    await page.click(NEXT)
    await expect(page.locator(f"{TOUR} [data-testid=tour-prepare]")).to_have_count(0)
    assert time.monotonic() - began < FIVE_MINUTES
