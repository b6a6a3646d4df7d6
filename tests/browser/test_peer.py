"""Two people practise with each other on the page: in English on laptops, in Chinese on phones."""

import pytest
import pytest_asyncio
from playwright.async_api import expect

from playground.play.stage import playing
from tests.browser.hiring import command
from tests.browser.steps import DIALOG, SUBMIT, choose

pytestmark = pytest.mark.browser


@pytest_asyncio.fixture(loop_scope="session")
async def address(tmp_path):
    async with playing(tmp_path / "coach.db", 0, told=False) as slack:
        yield slack.address


async def press(page, action):
    """Press the last button of the newest message that has one of these."""
    await page.locator(f'[data-action-id="peer.{action}"]').last.click()


async def look_for(page):
    await command(page, "/mock peer")
    await page.click(SUBMIT)


async def test_two_laptops_meet_ask_swap_and_rate(address, look, picture):
    bob = await look(address, "U0BOB", "D0BOB", height=1400)
    charlie = await look(address, "U0CHARLIE", "D0CHARLIE", height=1400)
    await command(bob, "/mock peer")
    await expect(bob.locator(DIALOG)).to_contain_text("Find me a partner")
    await picture(bob, "peer-form")
    await bob.click(SUBMIT)
    await expect(bob.locator("main")).to_contain_text("I am looking for a partner")
    await picture(bob, "peer-waiting")
    await look_for(charlie)
    await expect(bob.locator("main")).to_contain_text("You practise with")
    await picture(bob, "peer-met")
    await press(bob, "ready")
    await expect(charlie.locator("main")).to_contain_text("says that you are both here")
    await picture(charlie, "peer-here")
    await press(charlie, "ready")
    await expect(bob.locator("main")).to_contain_text("You answer.")
    await picture(bob, "peer-answer")
    await expect(charlie.locator("main")).to_contain_text("word for word")
    await picture(charlie, "peer-ask")
    await press(charlie, "next")
    await expect(charlie.locator("main")).to_contain_text("makes clear")
    await charlie.locator('[data-action-id="peer.next"]').first.click()
    await expect(charlie.locator("main")).to_contain_text("✓ Asked")
    await picture(charlie, "peer-follow-ups")
    await press(charlie, "next")
    await expect(charlie.locator("main")).to_contain_text("from 1 to 5 points")
    await picture(charlie, "peer-anchors")
    await press(charlie, "swap")
    await expect(bob.locator("main")).to_contain_text("word for word")
    await press(bob, "end")
    await expect(charlie.locator("main")).to_contain_text("Which point did your answer reach?")
    await expect(charlie.locator("main")).to_contain_text("has ended")
    await picture(charlie, "peer-end")


async def test_two_phones_in_chinese(address, look, picture):
    phone = {"width": 390, "height": 844, "locale": "zh-CN"}
    mei = await look(address, "U0MEI", "D0MEI", **phone)
    charlie = await look(address, "U0CHARLIE", "D0CHARLIE", **phone)
    await command(mei, "/mock peer")
    await expect(mei.locator(DIALOG)).to_contain_text("帮我找搭档")
    await picture(mei, "peer-form-zh")
    await mei.click(SUBMIT)
    await expect(mei.locator("main")).to_contain_text("正在为你找搭档")
    await command(charlie, "/mock peer")
    await choose(charlie, "locale", "zh-CN")
    await charlie.click(SUBMIT)
    await expect(mei.locator("main")).to_contain_text("你的练习搭档是")
    await picture(mei, "peer-met-zh")
    await press(mei, "ready")
    await press(charlie, "ready")
    await expect(mei.locator("main")).to_contain_text("这一轮由你回答")
    await picture(mei, "peer-answer-zh")
    await expect(charlie.locator("main")).to_contain_text("请照原文提问")
    await picture(charlie, "peer-ask-zh")
    await press(charlie, "next")
    await expect(charlie.locator("main")).to_contain_text("追问是为了弄清楚")
    await picture(charlie, "peer-follow-ups-zh")
    await press(charlie, "next")
    await expect(charlie.locator("main")).to_contain_text("一起聊一会儿")
    await press(charlie, "swap")
    await press(mei, "end")
    await expect(mei.locator("main")).to_contain_text("你们的结对练习结束了")
    await picture(mei, "peer-end-zh")
