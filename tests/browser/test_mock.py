"""Practice on the page: a free round in English on a laptop, a guided one in Chinese on a phone."""

import pytest
import pytest_asyncio
from playwright.async_api import expect

from playground.play.stage import playing
from tests.browser.hiring import command
from tests.browser.steps import DIALOG, SUBMIT, at
from tests.journeys.practising import LONG

pytestmark = pytest.mark.browser


@pytest_asyncio.fixture(loop_scope="session")
async def address(tmp_path):
    async with playing(tmp_path / "coach.db", 0, told=False) as slack:
        yield slack.address


def button(action):
    return f'[data-action-id="mock.{action}"]'


async def say(page, text):
    field = page.locator("[data-testid=composer]")
    await field.fill(text)
    await field.press("Enter")


async def newest(page, action):
    """Press the newest of these buttons."""
    await page.locator(button(action)).last.click()


async def rate(page, points):
    """Choose a point in the newest menu."""
    await page.locator(button("rate")).last.click()
    await page.locator("[role=option]").nth(points - 1).click()


async def test_chen_plays_a_free_round(address, look, picture):
    page = await look(address, "U0CHEN", "D0CHEN", height=1100)
    main = page.locator("main")
    await command(page, "/mock")
    await page.locator(f"{at('form', 'input')}[value=free]").check()
    await picture(page, "mock-form")
    await page.click(SUBMIT)
    for n in (1, 2, 3):
        await expect(main).to_contain_text(f"Question {n} of 3")
        await say(page, "A short one." if n == 1 else LONG)
        await expect(page.locator(button("done"))).to_have_count(1)
        await newest(page, "done")
        if n == 1:
            await expect(main).to_contain_text("Follow-up")
            await picture(page, "mock-probe")
            await newest(page, "skip")
        await expect(page.locator(button("rate"))).to_have_count(n)
        await rate(page, n + 1)
        await expect(main).to_contain_text(f"What it would take for {n + 2} points")
        await picture(page, f"mock-rate-{n}")
        await newest(page, "next")
    await expect(main).to_contain_text("One thing for next time")
    await picture(page, "mock-end")


async def test_mei_answers_in_the_form_on_her_phone(address, look, picture):
    page = await look(address, "U0MEI", "D0MEI", width=390, height=844, locale="zh-CN")
    main = page.locator("main")
    await command(page, "/mock")
    await expect(page.locator(DIALOG)).to_contain_text("练习内容")
    await picture(page, "mock-form-zh")
    await page.click(SUBMIT)
    await expect(main).to_contain_text("第 1 题，共 3 题")
    await newest(page, "answer")
    boxes = page.locator(f"{DIALOG} textarea")
    await expect(boxes).to_have_count(4)
    await boxes.nth(1).fill("我先去仓库跟了两天班。")
    await picture(page, "mock-guided-zh")
    await page.click(SUBMIT)
    await expect(main).to_contain_text("你觉得自己的回答达到了几分")
    await rate(page, 2)
    await expect(main).to_contain_text("要达到 3 分，需要")
    await picture(page, "mock-rate-zh")
