"""Times of day and moments on the page: in the person's zone, whatever the browser's is."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import expect

from tests.browser.heard import acts
from tests.browser.modals import ask, button, modal
from tests.browser.steps import (
    DATE,
    SUBMIT,
    TIME,
    at,
    choose_time,
    open_modal,
    pick_date,
    pick_time,
    submit,
)
from tests.browser.window import Desk, Look

pytestmark = pytest.mark.browser

LONDON = ZoneInfo("Europe/London")


def london(wall: str) -> int:
    return int(datetime.fromisoformat(wall).replace(tzinfo=LONDON).timestamp())


async def test_a_time_is_typed_to_the_minute_or_chosen_from_half_hours(
    desk: Desk, look: Look
) -> None:
    desk.app.modal = modal(
        ask("one", "One", "timepicker", initial_time="09:05"), ask("two", "Two", "timepicker")
    )
    page = await look(desk.url, "U0DANA")
    await open_modal(page)
    await expect(page.locator(at("one", "input"))).to_have_value("9:05 AM")
    await page.click(at("one", ".picker-box"))
    rows = await page.locator(at("one", "[role=option]")).all_text_contents()
    assert rows[17:21] == ["8:30 AM", "9:00 AM", "9:05 AM", "9:30 AM"]
    assert len(rows) == 49
    await page.keyboard.type("9:07 pm")
    await page.keyboard.press("Tab")
    await expect(page.locator(at("one", "input"))).to_have_value("9:07 PM")
    await page.click(at("two", ".picker-box"))
    await page.keyboard.type("soon")
    await expect(page.locator(at("two", ".none"))).to_have_text("Type a time, such as 9:30 AM")
    await page.keyboard.press("ControlOrMeta+a")
    await page.keyboard.type("0640")
    await submit(page)
    assert desk.app.submitted == {"one": "21:07", "two": "06:40"}


async def test_half_a_moment_tells_the_app_nothing_and_the_morning_completes_a_date(
    desk: Desk, look: Look
) -> None:
    picker = {"type": "datetimepicker", "action_id": "when"}
    blocks = [{"type": "actions", "block_id": "acts", "elements": [picker, button("go", "Go")]}]
    await desk.app.call("chat.postMessage", channel="G0HIRING", text="When", blocks=blocks)
    page = await look(desk.url, "U0ALICE", "G0HIRING", timezone_id="Asia/Tokyo")
    date, time = (page.locator(f'[data-block-id="acts"] {part}') for part in (DATE, TIME))
    await time.fill("10:15")
    await time.press("Enter")
    await expect(time).to_have_value("10:15 AM")
    async with page.expect_response("**/gesture"):
        await page.click('[data-action-id="go"]')
    assert [action["action_id"] for action in acts(desk.app)] == ["go"]
    for day in ("2026-12-31", "2027-01-01"):
        async with page.expect_response("**/gesture"):
            await date.fill(day)
            await date.press("Enter")
        await expect(time).to_have_value("10:15 AM")
    async with page.expect_response("**/gesture"):
        await page.click('[data-block-id="acts"] .clear')
    await expect(date).to_have_value("")
    await expect(time).to_have_value("")
    async with page.expect_response("**/gesture"):
        await date.fill("2026-07-01")
        await date.press("Enter")
    await expect(time).to_have_value("9:00 AM")
    told = [action["selected_date_time"] for action in acts(desk.app)[1:]]
    walls = ("2026-12-31T10:15", "2027-01-01T10:15", "2026-07-01T09:00")
    late, new, morning = (london(wall) for wall in walls)
    assert told == [late, new, None, morning]


async def test_a_moment_when_the_clocks_change_is_shown_as_it_is(desk: Desk, look: Look) -> None:
    second = int(datetime(2026, 10, 25, 1, 30, tzinfo=LONDON, fold=1).timestamp())
    desk.app.modal = modal(
        ask("gone", "Gone", "datetimepicker"),
        ask("twice", "Twice", "datetimepicker"),
        ask("again", "Again", "datetimepicker", initial_date_time=second),
    )
    page = await look(desk.url, "U0ALICE", timezone_id="America/Los_Angeles")
    await open_modal(page)
    await pick_time(page, "gone", "1:30 am")
    await pick_date(page, "gone", "2026-03-29")
    await expect(page.locator(at("gone", TIME))).to_have_value("2:30 AM")
    await pick_date(page, "twice", "2026-10-25")
    await pick_time(page, "twice", "1:30 am")
    await expect(page.locator(at("again", TIME))).to_have_value("1:30 AM")
    await choose_time(page, "again", "01:30")
    await submit(page)
    assert desk.app.submitted == {
        "gone": london("2026-03-29T02:30"),
        "twice": london("2026-10-25T01:30"),
        "again": second,
    }


async def test_what_is_optional_can_be_cleared_and_what_is_required_cannot(
    desk: Desk, look: Look
) -> None:
    kinds = {
        "day": {"kind": "datepicker", "initial_date": "2026-11-26"},
        "hour": {"kind": "timepicker", "initial_time": "09:30"},
        "moment": {"kind": "datetimepicker", "initial_date_time": london("2026-11-26T09:30")},
        "typed": {"kind": "datepicker", "initial_date": "2026-11-26"},
    }
    must = ask("must", "Must", "datetimepicker", initial_date_time=london("2026-11-26T09:30"))
    fields = [ask(name, name, optional=True, **more) for name, more in kinds.items()]
    desk.app.modal = modal(must, *fields)
    page = await look(desk.url, "U0ALICE")
    await open_modal(page)
    await expect(page.locator(f"{at('must', '.clear')}:visible")).to_have_count(0)
    for name in ("day", "hour", "moment"):
        await page.click(f"{at(name, '.clear')}:visible")
        await expect(page.locator(f"{at(name, '.clear')}:visible")).to_have_count(0)
        for field in await page.locator(at(name, "input")).all():
            await expect(field).to_have_value("")
    await pick_date(page, "typed", "")
    await pick_date(page, "must", "")
    await page.keyboard.press("Escape")
    await submit(page)
    held = {"must": london("2026-11-26T09:30")}
    assert desk.app.submitted == {**held, **dict.fromkeys(kinds)}


async def test_a_missing_moment_is_asked_for_where_it_is(desk: Desk, look: Look) -> None:
    desk.app.modal = modal(
        ask("line", "A line", "plain_text_input", optional=True),
        ask("moment", "Moment", "datetimepicker", focus_on_load=True),
    )
    page = await look(desk.url, "U0ALICE")
    await open_modal(page)
    date = page.get_by_role("combobox", name="Moment Date")
    await expect(date).to_be_focused()
    await pick_time(page, "moment", "10:00")
    await page.click(SUBMIT)
    await expect(page.locator('[data-error-for="moment"]')).to_be_visible()
    await expect(date).to_be_focused()
    await expect(date).to_have_attribute("aria-invalid", "true")
    await expect(date).to_have_accessible_description(
        "Please complete this required field. United Kingdom Time"
    )
    await pick_date(page, "moment", "2026-11-26")
    await expect(date).to_have_attribute("aria-invalid", "false")
    await submit(page)
    assert desk.app.submitted == {"line": None, "moment": london("2026-11-26T10:00")}
