"""Selects whose options the app finds while somebody types."""

import asyncio

import pytest
from playwright.async_api import Page, expect

from tests.browser.heard import acts, values
from tests.browser.modals import Block, ask, modal, option, text
from tests.browser.steps import DIALOG, SUBMIT, at, gone, open_modal
from tests.browser.suggesting import ROBINS, robins
from tests.browser.window import Desk, Look

pytestmark = pytest.mark.browser


async def test_the_app_is_asked_only_when_enough_is_typed_and_the_newest_answer_stays(
    desk: Desk, look: Look
) -> None:
    late = asyncio.Event()

    async def slowly(typed: str) -> Block:
        if typed == "rob":
            await late.wait()
            return {"options": ROBINS}
        return {"option_groups": [{"label": text("Found"), "options": [option("c9", typed)]}]}

    desk.app.suggests = slowly
    desk.app.modal = modal(ask("who", "Who", "multi_external_select"))
    page = await look(desk.url, "U0ALICE")
    await open_modal(page)
    shown = page.locator(at("who", "[role=listbox]"))
    await page.click(at("who", ".picker-box"))
    await expect(shown).to_have_text("Type at least 3 characters to search")
    await page.keyboard.type("ro")
    await expect(shown).to_have_text("Type at least 3 characters to search")
    async with page.expect_request("**/gesture"):
        await page.keyboard.type("b")
    await expect(shown).to_have_text("Loading…")
    await page.keyboard.type("ins")
    await expect(shown).to_have_text("Foundrobins")
    async with page.expect_event(
        "requestfinished", lambda request: '"value":"rob"' in (request.post_data or "")
    ):
        late.set()
    await expect(shown).to_have_text("Foundrobins")
    await page.click(at("who", '[data-value="c9"]'))
    await expect(page.locator(at("who", ".chip"))).to_have_text("robins")
    assert [body["value"] for body in desk.app.of("block_suggestion")] == ["rob", "robins"]

    desk.app.suggests = robins
    await page.keyboard.type("nobody")
    await expect(shown).to_have_text("Nothing found")
    desk.app.silent = True
    await page.keyboard.type(" there")
    await expect(shown).to_have_text("The app did not answer. Try again.")
    await expect(page.locator(f"{DIALOG} .notice")).to_be_hidden()
    desk.app.silent = False
    await page.keyboard.press("Escape")
    await page.click(SUBMIT)
    await gone(page)
    assert values(desk.app)["who"]["selected_options"] == [option("c9", "robins")]


async def test_choosing_in_an_external_select_of_a_message_tells_the_app(
    desk: Desk, look: Look
) -> None:
    desk.app.suggests = robins
    picker = {"type": "external_select", "action_id": "who", "min_query_length": 0}
    picker["placeholder"] = text("Who")
    blocks = [{"type": "actions", "block_id": "acts", "elements": [picker]}]
    await desk.app.call("chat.postMessage", channel="G0HIRING", text="Who", blocks=blocks)
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    await page.click('[data-action-id="who"] .picker-box')
    await page.click('[data-action-id="who"] [data-value="c2"]')
    await expect(page.locator('[data-action-id="who"] input')).to_have_value("Robin Ash")
    [asked] = desk.app.of("block_suggestion")
    assert (asked["action_id"], asked["block_id"], asked["value"]) == ("who", "acts", "")
    [told] = acts(desk.app)
    assert told["selected_option"] == ROBINS[1]
    assert await choose_again(page) == "Robin Ash"


async def choose_again(page: Page) -> str:
    """Open the list and leave it: what is chosen stays."""
    await page.click('[data-action-id="who"] .picker-box')
    await page.keyboard.press("Escape")
    return await page.locator('[data-action-id="who"] input').input_value()
