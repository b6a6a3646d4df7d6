"""What an app may answer to a modal that was sent, and what the person sees of it."""

import pytest
from playwright.async_api import expect

from tests.browser.modals import ask, modal
from tests.browser.steps import DIALOG, SUBMIT, at, gone, open_modal
from tests.browser.window import Desk, Look

pytestmark = pytest.mark.browser

TITLE, FIELD = f"{DIALOG} h2", at("line", "input")
STEPS = ("First", "Second", "Third")


def step(title: str) -> dict[str, object]:
    return modal(ask("line", "A line", "plain_text_input"), title=title)


async def test_each_answer_does_to_the_modal_what_it_says(desk: Desk, look: Look) -> None:
    desk.app.modal = step("First")
    desk.app.answers = [
        {"response_action": "errors", "errors": {"line": "Not that"}},
        {"response_action": "update", "view": step("Changed")},
        {"response_action": "push", "view": step("Above")},
        {},
        {"response_action": "clear"},
    ]
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    await open_modal(page)
    await page.fill(FIELD, "a word")
    await page.click(SUBMIT)
    await expect(page.locator('[data-error-for="line"]')).to_have_text("Not that")
    await expect(page.locator(FIELD)).to_be_focused()
    await page.click(SUBMIT)
    await expect(page.locator(TITLE)).to_have_text("Changed")
    await expect(page.locator(FIELD)).to_have_value("a word")  # the names stayed
    await page.click(SUBMIT)
    await expect(page.locator(TITLE)).to_have_text("Above")
    await expect(page.locator(FIELD)).to_have_value("")
    await page.fill(FIELD, "another")
    await page.click(SUBMIT)
    await expect(page.locator(TITLE)).to_have_text("Changed")  # the one below is seen again
    await expect(page.locator(FIELD)).to_have_value("a word")
    await page.click(SUBMIT)
    await gone(page)


async def test_an_answer_may_clear_the_whole_stack(desk: Desk, look: Look) -> None:
    desk.app.modal = step(STEPS[0])
    pushes = [{"response_action": "push", "view": step(title)} for title in STEPS[1:]]
    desk.app.answers = [*pushes, {"response_action": "clear"}]
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    await open_modal(page)
    for title in STEPS:
        await expect(page.locator(TITLE)).to_have_text(title)
        await page.fill(FIELD, title)
        await page.click(SUBMIT)
    await gone(page)


async def test_an_answer_slack_cannot_follow_is_told_and_the_text_stays(
    desk: Desk, look: Look
) -> None:
    desk.app.modal = step("First")
    desk.app.answers = [
        {"response_action": "dance"},
        {"response_action": "errors", "errors": {"nowhere": "Not that"}},
        {"response_action": "update", "view": {"type": "modal"}},
    ]
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    await open_modal(page)
    await page.fill(FIELD, "a word")
    for _ in range(3):
        await page.click(SUBMIT)
        await expect(page.locator(f"{DIALOG} .notice")).to_contain_text("trouble connecting")
        await expect(page.locator(FIELD)).to_have_value("a word")
    assert desk.app.answers == []
