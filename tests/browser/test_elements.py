"""Elements on the page, by mouse and by keyboard: what is chosen arrives as Slack writes it."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.heard import acts, values
from tests.browser.modals import Block, ask, button, modal, option, text
from tests.browser.steps import SUBMIT, at, gone, open_modal
from tests.browser.suggesting import ROBINS, robins
from tests.browser.window import Desk, Look

pytestmark = pytest.mark.browser

FRUIT = [option("a", "Apple"), option("b", "Bean")]
XYZ = [option(x, x) for x in "xyz"]
MORE = {"type": "overflow", "action_id": "more", "options": FRUIT}


async def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the keyboard is there: many elements have several stops."""
    for _ in range(8):
        await page.keyboard.press("Tab")
        if await page.evaluate("at => document.activeElement.matches(at)", selector):
            return
    pytest.fail(f"Tab never reaches {selector}")


async def test_the_keyboard_alone_fills_each_element_and_submits(desk: Desk, look: Look) -> None:
    desk.app.suggests = robins
    desk.app.modal = modal(
        ask("line", "A line", "plain_text_input"),
        ask("one", "One", "static_select", options=FRUIT),
        ask("some", "Some", "multi_static_select", options=[option(x, x.upper()) for x in "abc"]),
        ask("far", "Far", "external_select"),
        ask("mark", "Mark", "radio_buttons", options=[option(x, f"mark {x}") for x in "12"]),
        ask("ticks", "Ticks", "checkboxes", options=XYZ),
        ask("day", "Day", "datepicker"),
        ask("hour", "Hour", "timepicker"),
        {"type": "actions", "block_id": "acts", "elements": [button("go", "Go", value="v"), MORE]},
    )
    page = await look(desk.url, "U0ALICE")
    await open_modal(page)
    keys = page.keyboard
    await keys.type("one line")
    await tab_to(page, at("one", "input"))
    await keys.type("bea")
    await keys.press("Enter")
    await tab_to(page, at("some", "input"))
    for letter in "ac":
        await keys.type(letter)
        await keys.press("Enter")
    await tab_to(page, at("far", "input"))
    await keys.type("vega")
    await page.wait_for_selector(at("far", '[data-value="c1"]'))
    await keys.press("Enter")
    await tab_to(page, at("mark", "input"))
    await keys.press("Space")
    await keys.press("ArrowDown")
    await tab_to(page, at("ticks", '[data-value="x"]'))
    await keys.press("Space")
    await tab_to(page, at("ticks", '[data-value="z"]'))
    await keys.press("Space")
    await tab_to(page, at("day", "input"))
    await keys.type("3/8/2026")
    await tab_to(page, at("hour", "input"))
    await keys.type("0930AM")
    await tab_to(page, at("acts", '[data-action-id="go"]'))
    await keys.press("Enter")
    await tab_to(page, at("acts", '[data-action-id="more"] button'))
    await keys.press("Enter")
    await keys.press("ArrowDown")
    await keys.press("Enter")
    await tab_to(page, SUBMIT)
    await keys.press("Enter")
    await gone(page)
    assert values(desk.app) == {
        "line": {"type": "plain_text_input", "value": "one line"},
        "one": {"type": "static_select", "selected_option": FRUIT[1]},
        "some": {
            "type": "multi_static_select",
            "selected_options": [option("a", "A"), option("c", "C")],
        },
        "far": {"type": "external_select", "selected_option": ROBINS[0]},
        "mark": {"type": "radio_buttons", "selected_option": option("2", "mark 2")},
        "ticks": {"type": "checkboxes", "selected_options": [XYZ[0], XYZ[2]]},
        "day": {"type": "datepicker", "selected_date": "2026-03-08"},
        "hour": {"type": "timepicker", "selected_time": "09:30"},
    }
    go, more = acts(desk.app)
    assert (go["action_id"], go["value"]) == ("go", "v")
    assert (more["action_id"], more["selected_option"]) == ("more", FRUIT[1])


async def test_written_lines_arrive_as_rich_text_and_files_as_the_workspace_knows_them(
    desk: Desk, look: Look
) -> None:
    given = {
        "type": "rich_text",
        "elements": [
            {"type": "rich_text_section", "elements": [{"type": "text", "text": "as it was"}]}
        ],
    }
    desk.app.modal = modal(
        ask("said", "Said", "rich_text_input"),
        ask("kept", "Kept", "rich_text_input", initial_value=given),
        ask("cv", "CV", "file_input", filetypes=["pdf", "txt"], max_files=2),
    )
    page = await look(desk.url, "U0ALICE")
    await open_modal(page)
    await expect(page.locator(at("kept", "textarea"))).to_have_value("as it was")
    await page.fill(at("said", "textarea"), "She said:\nyes\n- price\n- value")
    files = at("cv", "[type=file]")
    await page.set_input_files(files, [document("cv.pdf"), document("photo.png")])
    await expect(page.locator(at("cv", ".file-input .error"))).to_contain_text(
        "photo.png is not of"
    )
    await page.set_input_files(files, [document("b.txt"), document("c.txt")])
    await expect(page.locator(at("cv", "[data-file]"))).to_have_count(2)
    await expect(page.locator(at("cv", ".file-input .error"))).to_contain_text("No more than 2")
    await page.get_by_role("button", name="Remove b.txt").click()
    await page.click(SUBMIT)
    await gone(page)
    held = values(desk.app)
    assert held["said"]["rich_text_value"] == {
        "type": "rich_text",
        "elements": [
            section("She said:\nyes"),
            {
                "type": "rich_text_list",
                "style": "bullet",
                "indent": 0,
                "elements": [section("price"), section("value")],
            },
        ],
    }
    assert held["kept"]["rich_text_value"] == given
    [file] = held["cv"]["files"]
    assert (file["name"], file["mimetype"], file["size"]) == ("cv.pdf", "application/pdf", 5)


def section(words: str) -> Block:
    return {"type": "rich_text_section", "elements": [{"type": "text", "text": words}]}


def document(name: str) -> Block:
    return {"name": name, "mimeType": "text/plain", "buffer": b"words"}


async def test_a_date_typed_key_by_key_is_told_once(desk: Desk, look: Look) -> None:
    picker = {"type": "datepicker", "action_id": "day", "initial_date": "2020-01-01"}
    blocks = [{"type": "actions", "block_id": "acts", "elements": [picker]}]
    await desk.app.call("chat.postMessage", channel="G0HIRING", text="Day", blocks=blocks)
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    await page.focus('[data-action-id="day"]')
    await page.keyboard.press("ControlOrMeta+a")
    await page.keyboard.type("03082026")
    async with page.expect_response("**/gesture"):
        await page.keyboard.press("Enter")
    await page.locator("[data-testid=composer]").focus()
    assert [action["selected_date"] for action in acts(desk.app)] == ["2026-03-08"]


async def test_feedback_and_icon_buttons_are_pressed(desk: Desk, look: Look) -> None:
    both = {
        "type": "feedback_buttons",
        "action_id": "rate",
        "positive_button": {"text": text("Good"), "value": "good"},
        "negative_button": {"text": text("Bad"), "value": "bad"},
    }
    bin_ = {"type": "icon_button", "action_id": "drop", "icon": "trash", "text": text("Drop")}
    hidden = {**bin_, "action_id": "hidden", "visible_to_user_ids": ["U0BOB"]}
    elements = [both, {**bin_, "value": "v"}, hidden]
    blocks = [{"type": "context_actions", "block_id": "acts", "elements": elements}]
    await desk.app.call("chat.postMessage", channel="G0HIRING", text="Rate", blocks=blocks)
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    await page.get_by_role("button", name="Bad").click()
    bad = page.get_by_role("button", name="Bad")
    await expect(bad).to_have_attribute("aria-pressed", "true")
    async with page.expect_response("**/gesture"):
        await page.get_by_role("button", name="Drop").click()
    told = [(action["action_id"], action["value"]) for action in acts(desk.app)]
    assert told == [("rate", "bad"), ("drop", "v")]
