"""Alice's Home on the page: what is due, what comes, and from there to the scorecard."""

import pytest
import pytest_asyncio
from playwright.async_api import expect

from playground.play.stage import playing
from tests.browser.steps import COMPOSER, DIALOG, SUBMIT, at, choose

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

HOME = "[data-testid=home]"


@pytest_asyncio.fixture(loop_scope="session")
async def address(tmp_path):
    async with playing(tmp_path / "coach.db", 0) as slack:
        yield slack.address


async def plan(dana):
    """Plan one more candidate, for Alice and Mei."""
    await dana.fill(COMPOSER, "/interview new")
    await dana.press(COMPOSER, "Enter")
    await dana.fill(at("candidate", "input"), "Robin Vega")
    for n, person in enumerate(("U0ALICE", "U0MEI")):
        await choose(dana, f"interviewer:{n}", person)
    await dana.click(SUBMIT)
    await expect(dana.locator(DIALOG)).to_contain_text("One rater")
    await dana.click(SUBMIT)
    await expect(dana.locator(DIALOG)).to_contain_text("Interviews planned")


async def test_alice_opens_home_and_scores_what_is_due(address, look, picture):
    dana = await look(address, "U0DANA", "G0HIRING", height=900)
    alice = await look(address, "U0ALICE", "D0ALICE", height=640)
    await alice.get_by_role("button", name="Not now").click()
    await alice.click("[data-tab=home]")
    home = alice.locator(HOME)
    await expect(home).to_contain_text("Scorecards due")
    await expect(home).to_contain_text("Your draft, last changed")
    await expect(home).not_to_contain_text("Robin Vega")
    await plan(dana)
    await expect(home).to_contain_text("Robin Vega")
    await picture(alice, "home")
    await home.locator('[data-action-id="score.open"]').click()
    await expect(alice.locator(DIALOG)).to_contain_text("Scorecard")
    await alice.click("[data-testid=modal-close]")
    await home.locator('[data-action-id="kit.open"]').click()
    await expect(alice.locator(DIALOG)).to_contain_text("Interview kit")
