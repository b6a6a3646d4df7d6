"""The whole story on the page, as Dana, Alice and Mei live it; it takes the README's pictures."""

import pytest
import pytest_asyncio
from playwright.async_api import expect

from playground.play.stage import playing
from tests.browser.hiring import HIRING, command, open_job, send
from tests.browser.steps import DIALOG, SUBMIT, at, choose

pytestmark = pytest.mark.browser


@pytest_asyncio.fixture(loop_scope="session")
async def address(tmp_path):
    async with playing(tmp_path / "coach.db", 0, told=False) as slack:
        yield slack.address


async def rated(page):
    """Return what the open card rates."""
    fields = page.locator(f'{DIALOG} [data-block-id^="rating:"]')
    await expect(fields).to_have_count(2)
    named = [await each.get_attribute("data-block-id") for each in await fields.all()]
    return [name.removeprefix("rating:") for name in named]


async def write(page, item, evidence):
    """Write evidence, and wait until the pause in typing has told the app."""

    def told(answer):
        return '"action_id":"score.evidence"' in (answer.request.post_data or "")

    async with page.expect_response(told):
        await page.fill(at(f"evidence:{item}", "textarea"), evidence)


async def test_dana_plans_alice_and_mei_score_and_the_channel_reads_the_debrief(
    address, look, picture
):
    dana = await look(address, "U0DANA", HIRING, height=900)
    await open_job(dana)

    await command(dana, "/interview new")
    await dana.fill(at("candidate", "input"), "Robin Vega")
    for n, person in enumerate(("U0ALICE", "U0MEI")):
        await choose(dana, f"interviewer:{n}", person)
    await dana.click(SUBMIT)
    await expect(dana.locator(DIALOG)).to_contain_text(
        "Two raters: Deep industry and business insight"
    )
    await picture(dana, "plan")
    await send(dana, "Interviews planned")
    await expect(dana.locator("main")).to_contain_text("Interviews are planned: Robin Vega")

    alice = await look(address, "U0ALICE", "D0ALICE", height=900)
    await expect(alice.locator("main")).to_contain_text("Robin Vega for")
    await alice.click('[data-action-id="score.open"]')
    first, second = await rated(alice)
    await alice.click(at(f"rating:{first}", '[data-value="2"]'))
    await alice.click(at(f"rating:{second}", '[data-value="not_covered"]'))
    await alice.click(at("recommendation", '[data-value="no"]'))
    await alice.click(SUBMIT)
    await alice.wait_for_selector(f'[data-error-for="evidence:{first}"]')
    await write(alice, first, "Talked over the client twice.")
    await send(alice, "Sealed")

    mei = await look(address, "U0MEI", "D0MEI", height=900)
    await expect(mei.locator("main")).to_contain_text("Robin Vega，应聘")
    await mei.click('[data-action-id="score.open"]')
    first, second = await rated(mei)  # she asks the other question of each competency
    await mei.click(at(f"rating:{second}", '[data-value="not_covered"]'))
    await mei.click(at(f"rating:{first}", '[data-value="5"]'))
    await write(mei, first, "先复述客户的顾虑，再给出两种方案。")
    await picture(mei, "scorecard")
    await mei.click("[data-testid=modal-close]")
    await expect(mei.locator(DIALOG)).to_have_count(0)
    await mei.click('[data-action-id="score.open"]')
    await expect(mei.locator(at(f"evidence:{first}", "textarea"))).to_have_value(
        "先复述客户的顾虑，再给出两种方案。"
    )
    await mei.click(at("recommendation", '[data-value="strong_yes"]'))
    await send(mei, "已封存")

    main = dana.locator("main")
    await expect(main).not_to_contain_text("Talked over")
    await dana.click('[data-clock="due"]')
    await expect(main).to_contain_text("Debrief: Robin Vega")
    await expect(main).to_contain_text("Talk about these first")
    await expect(main).not_to_contain_text("Talked over the client twice.")
    await dana.click('[data-action-id="debrief.evidence"]')
    await expect(dana.locator(DIALOG)).to_contain_text("Alice Okafor 2")
    await choose(dana, "part", "1")
    await expect(dana.locator(DIALOG)).to_contain_text("Talked over the client twice.")
    await expect(dana.locator(DIALOG)).to_contain_text("先复述客户的顾虑")
