"""The live guide on the page, as Alice lives it, on her laptop and on her phone."""

import pytest
import pytest_asyncio
from playwright.async_api import expect

from playground.play.stage import playing
from tests.browser.hiring import HIRING, command, open_job, send
from tests.browser.steps import DIALOG, SUBMIT, at, choose

pytestmark = pytest.mark.browser

NOTE = "Drew the onboarding flow from memory."


@pytest_asyncio.fixture(loop_scope="session")
async def address(tmp_path):
    async with playing(tmp_path / "coach.db", 0, told=False) as slack:
        yield slack.address


async def test_alice_is_led_through_her_interview_and_finds_her_notes_on_the_scorecard(
    address, look, picture
):
    dana = await look(address, "U0DANA", HIRING)
    await open_job(dana)
    await command(dana, "/interview new")
    await dana.fill(at("candidate", "input"), "Robin Vega")
    await choose(dana, "interviewer:0", "U0ALICE")
    await dana.click(SUBMIT)
    await expect(dana.locator(DIALOG)).to_contain_text("One rater")
    await send(dana, "Interviews planned")

    alice = await look(address, "U0ALICE", "D0ALICE", height=1100)
    main = alice.locator("main")
    await expect(main).to_contain_text("Robin Vega for")
    await alice.click('[data-action-id="guide.start"]')
    await expect(main).to_contain_text("Hello Robin Vega")
    await alice.click('[data-action-id="guide.next"]')
    await expect(main).to_contain_text("Question 1 of")
    await alice.locator('[data-action-id="guide.use"]').first.click()
    await expect(main).to_contain_text("✓ Asked")
    await picture(alice, "guide")
    card = alice.locator("[data-ts]", has_text="Question 1 of")
    await card.hover()
    await card.locator(".tools button").click()
    await alice.keyboard.type(NOTE)
    await alice.keyboard.press("Enter")
    await expect(card.first).to_contain_text("1 note on this question")

    phone = await look(address, "U0ALICE", "D0ALICE", width=390, height=844)
    main = phone.locator("main")
    on = '[data-action-id="guide.next"]'
    while await phone.locator('[data-action-id="guide.finish"]').count() == 0:
        stop = await phone.locator(on).get_attribute("data-value")
        await phone.click(on)
        await expect(phone.locator(f'{on}[data-value="{stop}"]')).to_have_count(0)
    await expect(main).to_contain_text("What would you like to ask me?")
    await phone.click('[data-action-id="guide.finish"]')
    await expect(main).to_contain_text("The interview is over")
    await picture(phone, "guide-end")
    await phone.locator('[data-action-id="score.open"]').last.click()
    await expect(phone.locator(f"{DIALOG} textarea").first).to_have_value(NOTE)
