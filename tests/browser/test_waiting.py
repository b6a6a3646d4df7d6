"""Between Submit and the app's answer; and beside somebody else's modal."""

import asyncio

import pytest
from playwright.async_api import Locator, expect

from tests.browser.modals import ask, modal
from tests.browser.steps import COMPOSER, DIALOG, SUBMIT, TYPED, at, gone, open_modal
from tests.browser.window import Desk, Look

pytestmark = pytest.mark.browser


async def test_a_modal_waits_for_its_answer_and_cannot_be_sent_twice(
    desk: Desk, look: Look
) -> None:
    desk.app.modal = modal(ask("evidence", "Evidence", "plain_text_input"))
    page = await look(desk.url, "U0ALICE")
    await open_modal(page)
    await page.fill(at("evidence", "input"), TYPED)
    desk.app.waits = asyncio.Event()
    await page.press(at("evidence", "input"), "Control+Enter")
    await expect(page.locator(SUBMIT)).to_have_attribute("aria-busy", "true")
    await page.keyboard.type(" and more")
    await page.keyboard.press("Control+Enter")
    await page.locator(SUBMIT).dispatch_event("click")
    await expect(page.locator(at("evidence", "input"))).to_have_value(TYPED)
    desk.app.waits.set()
    await gone(page)
    assert len(desk.app.of("view_submission")) == 1
    assert desk.app.submitted == {"evidence": TYPED}


async def test_an_answer_that_comes_too_late_is_told_and_the_text_stays(
    desk: Desk, look: Look
) -> None:
    desk.app.modal = modal(ask("evidence", "Evidence", "plain_text_input"))
    page = await look(desk.url, "U0ALICE")
    await open_modal(page)
    await page.fill(at("evidence", "input"), TYPED)
    desk.slack.patience, desk.app.waits = 0.2, asyncio.Event()
    await page.press(at("evidence", "input"), "Control+Enter")
    await expect(page.locator(f"{DIALOG} .notice")).to_have_text(
        "We had some trouble connecting. Try again?"
    )
    await expect(page.locator(SUBMIT)).not_to_have_attribute("aria-busy", "true")
    await expect(page.locator(at("evidence", "input"))).to_be_focused()
    desk.app.waits.set()
    desk.app.waits = None
    await page.keyboard.type("!")
    await page.click(SUBMIT)
    await gone(page)
    assert desk.app.submitted == {"evidence": f"{TYPED}!"}


async def test_two_modals_side_by_side_cover_their_own_seats(desk: Desk, look: Look) -> None:
    desk.app.modal = modal(ask("line", "A line", "plain_text_input"))
    page = await look(desk.url, "U0ALICE", "D0ALICE&U0DANA/D0DANA")
    alice, dana = page.locator("[data-seat=U0ALICE]"), page.locator("[data-seat=U0DANA]")
    await dana.locator(COMPOSER).wait_for()
    await command(alice)
    layer, seat = await box(alice.locator(".layer:visible")), await box(alice)
    assert layer == seat
    await command(dana)
    await dana.locator(at("line", "input")).fill("Dana writes")
    for _ in range(6):
        await page.keyboard.press("Tab")
        await expect(dana.locator(":focus")).to_have_count(1)
    await alice.locator(at("line", "input")).fill("Alice writes")
    await dana.locator(at("line", "input")).focus()
    await page.keyboard.press("Escape")
    await expect(dana.locator(DIALOG)).to_have_count(0)
    await expect(alice.locator(at("line", "input"))).to_have_value("Alice writes")


async def test_a_modal_that_closes_takes_the_keyboard_from_nobody(desk: Desk, look: Look) -> None:
    desk.app.modal = modal(ask("line", "A line", "plain_text_input"))
    page = await look(desk.url, "U0ALICE", "D0ALICE&U0DANA/D0DANA")
    alice, dana = page.locator("[data-seat=U0ALICE]"), page.locator("[data-seat=U0DANA]")
    await dana.locator(COMPOSER).wait_for()
    await command(alice)
    await dana.locator(COMPOSER).focus()
    await page.keyboard.type("half a ")
    view = desk.slack.views.top("U0ALICE")
    assert view is not None
    desk.slack.views.remove(view)
    desk.slack.changes.tell()
    await expect(alice.locator(DIALOG)).to_have_count(0)
    await page.keyboard.type("word")
    await expect(dana.locator(COMPOSER)).to_have_value("half a word")


async def command(seat: Locator) -> None:
    """Open the app's modal in one of two seats."""
    await seat.locator(COMPOSER).fill("/interview score")
    await seat.locator(COMPOSER).press("Enter")
    await seat.locator(DIALOG).wait_for()


async def box(node: Locator) -> dict[str, float]:
    found = await node.bounding_box()
    assert found is not None
    return dict(found)
