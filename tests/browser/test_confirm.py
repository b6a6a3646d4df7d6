"""The question that any element may ask: a choice counts only after yes, on the page."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Page, expect

from tests.browser.heard import acts
from tests.browser.modals import Block, option, text
from tests.browser.window import Desk, Look

pytestmark = pytest.mark.browser

FRUIT = [option("a", "Apple"), option("b", "Bean")]
ASKED = {
    "title": text("Sure?"),
    "text": text("It cannot be undone."),
    "confirm": text("Do it"),
    "deny": text("Leave it"),
}
NO, YES = "[data-testid=confirm-no]", "[data-testid=confirm-yes]"

CONFIRMED = (
    {"type": "static_select", "options": FRUIT},
    {"type": "radio_buttons", "options": FRUIT},
    {"type": "checkboxes", "options": FRUIT},
    {"type": "datepicker", "initial_date": "2026-03-08"},
    {"type": "timepicker", "initial_time": "09:00"},
    {"type": "datetimepicker", "initial_date_time": 1772962200},
    {"type": "overflow", "options": FRUIT},
    {"type": "users_select", "initial_user": "U0BOB"},
    {"type": "button", "text": text("Press"), "value": "b"},
)
SEVERAL = {"type": "multi_static_select", "options": FRUIT}


async def use(page: Page, kind: str) -> None:
    """Choose Bean, Alice or half past nine in an element."""
    here = f'[data-block-id="{kind}"]'
    if kind in {"datepicker", "datetimepicker"}:
        await page.fill(f"{here} .date input", "2026-07-01")
        await page.press(f"{here} .date input", "Enter")
        return
    if kind == "timepicker":
        await page.fill(f"{here} input", "09:30")
        await page.press(f"{here} input", "Enter")
        return
    if kind == "overflow":
        await page.click(f"{here} button")
    elif kind.endswith("select"):
        await page.click(f"{here} .picker-box")
    await page.click(f'{here} [data-value="{"U0ALICE" if kind == "users_select" else "b"}"]')


async def shows(page: Page, kind: str) -> object:
    """What an element shows as held."""
    here = f'[data-block-id="{kind}"]'
    if kind in {"radio_buttons", "checkboxes"}:
        return await page.locator(f"{here} :checked").count()
    if kind == "multi_static_select":
        return await page.locator(f"{here} .chip").all_text_contents()
    if kind in {"overflow", "button"}:
        return None
    return await page.locator(f"{here} input").first.input_value()


async def test_each_element_asks_before_a_choice_counts(desk: Desk, look: Look) -> None:
    blocks: list[Block] = [
        {
            "type": "actions",
            "block_id": each["type"],
            "elements": [{**each, "action_id": "value", "confirm": ASKED}],
        }
        for each in CONFIRMED
    ]
    several = {**SEVERAL, "action_id": "value", "confirm": ASKED}
    kind = SEVERAL["type"]
    words = text("Several")
    blocks.append({"type": "section", "block_id": kind, "text": words, "accessory": several})
    await desk.app.call("chat.postMessage", channel="G0HIRING", text="Acts", blocks=blocks)
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    for block in blocks:
        kind = block["block_id"]
        before = await shows(page, kind)
        await use(page, kind)
        await expect(page.locator("[role=alertdialog]")).to_contain_text("It cannot be undone.")
        await page.click(NO)
        await expect(page.locator("[role=alertdialog]")).to_have_count(0)
        assert await shows(page, kind) == before, kind
        assert len(acts(desk.app)) == blocks.index(block), kind
        await use(page, kind)
        async with page.expect_response("**/gesture"):
            await page.click(YES)
        await expect(page.locator("[aria-busy=true]")).to_have_count(0)
        if before is not None:
            assert await shows(page, kind) != before, kind
    told = {action["block_id"]: action for action in acts(desk.app)}
    assert len(told) == len(acts(desk.app)) == len(blocks)
    assert told["static_select"]["selected_option"] == FRUIT[1]
    assert told["radio_buttons"]["selected_option"] == FRUIT[1]
    assert told["checkboxes"]["selected_options"] == [FRUIT[1]]
    assert told["multi_static_select"]["selected_options"] == [FRUIT[1]]
    assert told["datepicker"]["selected_date"] == "2026-07-01"
    assert told["timepicker"]["selected_time"] == "09:30"
    london = datetime(2026, 7, 1, 9, 30, tzinfo=ZoneInfo("Europe/London"))
    assert told["datetimepicker"]["selected_date_time"] == int(london.timestamp())
    assert told["overflow"]["selected_option"] == FRUIT[1]
    assert told["users_select"]["selected_user"] == "U0ALICE"
    assert told["button"]["value"] == "b"
