"""Modals on the page: what is typed and chosen in them arrives, and stays until it does."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import expect

from tests.browser.little_app import LittleApp
from tests.browser.modals import EVERY_ELEMENT, Block, ask, button, modal, option
from tests.browser.steps import (
    COMPOSER,
    DIALOG,
    SUBMIT,
    TYPED,
    at,
    caret,
    choose,
    gone,
    open_modal,
    pick_date,
    pick_time,
)
from tests.browser.window import Desk, Look

pytestmark = pytest.mark.browser


async def test_each_element_submits_what_was_chosen_in_it(desk: Desk, look: Look) -> None:
    desk.app.modal = EVERY_ELEMENT
    page = await look(desk.url, "U0BOB")
    await open_modal(page)
    await page.fill(at("line", "[data-action-id]"), "one line")
    await page.fill(at("lines", "[data-action-id]"), "two\nlines")
    await page.fill(at("number", "[data-action-id]"), "45")
    await choose(page, "one", "b")
    await choose(page, "grouped", "z")
    await choose(page, "some", "a")
    await page.click(at("some", '[data-value="c"]'))
    await choose(page, "who", "U0ALICE")
    await choose(page, "panel", "U0MEI")
    await choose(page, "where", "G0HIRING")
    await choose(page, "public", "C0GENERAL")
    await page.check(at("mark", '[data-value="4"]'))
    await page.check(at("ticks", '[data-value="z"]'))
    await page.check(at("ticks", '[data-value="x"]'))
    await pick_date(page, "day", "2026-03-08")
    await choose(page, "hour", "09:30")
    await pick_date(page, "moment", "2026-07-01")
    await pick_time(page, "moment", "09:30")
    await page.click(SUBMIT)
    await gone(page)
    in_new_york = datetime(2026, 7, 1, 9, 30, tzinfo=ZoneInfo("America/New_York"))
    assert desk.app.submitted == {
        "line": "one line",
        "lines": "two\nlines",
        "given": "as it was",
        "number": "45",
        "one": "b",
        "grouped": "z",
        "some": ["a", "c"],
        "who": "U0ALICE",
        "panel": ["U0BOB", "U0MEI"],
        "where": "G0HIRING",
        "public": "C0GENERAL",
        "mark": "4",
        "ticks": ["x", "z"],
        "day": "2026-03-08",
        "hour": "09:30",
        "moment": int(in_new_york.timestamp()),
        "nothing": None,
    }


async def test_a_private_filter_offers_no_public_and_no_archived_channel(
    desk: Desk, look: Look
) -> None:
    desk.app.modal = EVERY_ELEMENT
    page = await look(desk.url, "U0DANA")
    await open_modal(page)
    await page.click(at("where", ".picker-box"))
    offered = page.locator(at("where", "[role=option]"))
    names = await offered.evaluate_all("rows => rows.map((row) => row.dataset.value)")
    assert "G0HIRING" in names
    assert not {"C0GENERAL", "G0OLD"} & set(names)


async def test_a_refusal_stands_at_its_field_and_the_text_stays(desk: Desk, look: Look) -> None:
    desk.app.modal = modal(
        ask("evidence", "Evidence", "plain_text_input", multiline=True),
        ask("mark", "Mark", "radio_buttons", options=[option("1", "one"), option("2", "two")]),
    )
    desk.app.refuses = {"evidence": "Say what they did."}
    page = await look(desk.url, "U0ALICE")
    await open_modal(page)
    await page.fill(at("evidence", "textarea"), TYPED)
    await page.check(at("mark", '[data-value="2"]'))
    await page.click(SUBMIT)
    await expect(page.locator('[data-error-for="evidence"]')).to_have_text("Say what they did.")
    await expect(page.locator('[data-error-for="mark"]')).to_have_count(0)
    await expect(page.locator(at("evidence", "textarea"))).to_have_value(TYPED)
    await expect(page.locator(at("evidence", "textarea"))).to_have_attribute("aria-invalid", "true")
    await expect(page.locator(at("mark", '[data-value="2"]'))).to_be_checked()

    desk.app.refuses = {}
    await page.fill(at("evidence", "textarea"), f"{TYPED} Then she stopped.")
    await expect(page.locator('[data-error-for="evidence"]')).to_have_count(0)
    await page.click(SUBMIT)
    await gone(page)
    assert desk.app.submitted == {"evidence": f"{TYPED} Then she stopped.", "mark": "2"}


async def test_an_empty_required_field_is_asked_for_before_the_app_hears(
    desk: Desk, look: Look
) -> None:
    desk.app.modal = modal(
        ask("must", "Must", "plain_text_input"),
        ask("may", "May", "plain_text_input", optional=True),
        ask("mark", "Mark", "radio_buttons", options=[option("1", "one"), option("2", "two")]),
    )
    page = await look(desk.url, "U0ALICE")
    await open_modal(page)
    await page.click(SUBMIT)
    errors = page.locator("[data-error-for]")
    assert await errors.evaluate_all("all => all.map((one) => one.dataset.errorFor)") == [
        "must",
        "mark",
    ]
    await expect(errors.first).to_have_text("Please complete this required field.")
    await expect(page.locator(at("must", "input"))).to_be_focused()
    assert desk.app.of("view_submission") == []


async def test_an_update_of_the_view_keeps_text_caret_and_choice(desk: Desk, look: Look) -> None:
    def card(label: str) -> Block:
        watch = {"trigger_actions_on": ["on_character_entered"]}
        return modal(
            ask("mark", label, "radio_buttons", options=[option("1", label), option("2", "two")]),
            ask(
                "evidence",
                label,
                "plain_text_input",
                multiline=True,
                dispatch_action=True,
                dispatch_action_config=watch,
            ),
        )

    async def redraw(app: LittleApp, body: Block) -> None:
        await app.call("views.update", view_id=body["view"]["id"], view=card("After"))

    desk.app.modal, desk.app.on_action = card("Before"), redraw
    page = await look(desk.url, "U0ALICE")
    await open_modal(page)
    await page.check(at("mark", '[data-value="2"]'))
    await page.click(at("evidence", "textarea"))
    await page.keyboard.type("abcdef")
    await page.keyboard.press("ArrowLeft")
    await expect(page.locator(at("evidence", ".label"))).to_contain_text("After")
    assert await caret(page) == ["abcdef", 5, 5]
    await expect(page.locator(at("mark", '[data-value="2"]'))).to_be_checked()
    [action] = [body["actions"][0] for body in desk.app.of("block_actions")]
    assert action["value"] == "abcdef", "one action for the whole pause, not one for each letter"


async def test_an_app_that_fails_is_told_in_slacks_words_and_the_modal_stays(
    desk: Desk, look: Look
) -> None:
    desk.app.modal = modal(ask("evidence", "Evidence", "plain_text_input"))
    page = await look(desk.url, "U0ALICE")
    await open_modal(page)
    await page.fill(at("evidence", "input"), TYPED)
    desk.app.silent = True
    await page.click(SUBMIT)
    await expect(page.locator(f"{DIALOG} .notice")).to_have_text(
        "We had some trouble connecting. Try again?"
    )
    await expect(page.locator(at("evidence", "input"))).to_have_value(TYPED)
    await expect(page.locator(SUBMIT)).not_to_have_attribute("aria-busy", "true")
    desk.app.silent = False
    await page.click(SUBMIT)
    await gone(page)
    assert desk.app.submitted == {"evidence": TYPED}


async def test_the_modal_under_another_comes_back_as_it_was_left(desk: Desk, look: Look) -> None:
    more = {"type": "actions", "block_id": "acts", "elements": [button("more", "More")]}
    desk.app.modal = modal(more, ask("line", "A line", "plain_text_input"))
    upper = modal(ask("line", "Another", "plain_text_input", optional=True), title="Upper")

    async def push(app: LittleApp, body: Block) -> None:
        await app.call("views.push", trigger_id=body["trigger_id"], view=upper)

    desk.app.on_action = push
    page = await look(desk.url, "U0ALICE")
    await open_modal(page)
    await page.fill(at("line", "input"), TYPED)
    await page.click('[data-action-id="more"]')
    await expect(page.locator(f"{DIALOG} h2")).to_have_text("Upper")
    await expect(page.locator(at("line", "input"))).to_have_value("")
    await page.keyboard.press("Escape")
    await expect(page.locator(f"{DIALOG} h2")).to_have_text("Little modal")
    await expect(page.locator(at("line", "input"))).to_have_value(TYPED)


async def test_the_keyboard_alone_opens_fills_and_leaves(desk: Desk, look: Look) -> None:
    desk.app.modal = modal(
        ask("one", "One", "static_select", options=[option("a", "Apple"), option("b", "Bean")]),
        ask("line", "A line", "plain_text_input", optional=True),
    )
    page = await look(desk.url, "U0ALICE")
    await open_modal(page)
    inside = f"document.querySelector('{DIALOG}').contains(document.activeElement)"
    await page.keyboard.type("bea")
    await page.keyboard.press("Enter")
    await expect(page.locator(at("one", "input"))).to_have_value("Bean")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Escape")
    await expect(page.locator(at("one", "[role=listbox]"))).to_be_hidden()
    await expect(page.locator(DIALOG)).to_be_visible()
    for _ in range(12):
        await page.keyboard.press("Tab")
        assert await page.evaluate(inside)
    await page.keyboard.press("Escape")
    await gone(page)
    await expect(page.locator(COMPOSER)).to_be_focused()
