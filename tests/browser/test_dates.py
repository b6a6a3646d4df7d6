"""Dates on the page: shown and chosen in the person's language, by mouse and by keyboard."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import expect

from tests.browser.heard import acts
from tests.browser.modals import Block, ask, modal, text
from tests.browser.steps import (
    DATE,
    DIALOG,
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

GRID, CHOSEN = "[role=grid]", '[aria-selected="true"]'


async def test_a_day_is_chosen_from_the_calendar_with_the_mouse(desk: Desk, look: Look) -> None:
    desk.app.modal = modal(ask("day", "Day", "datepicker", initial_date="2026-11-26"))
    page = await look(desk.url, "U0DANA")
    await open_modal(page)
    await expect(page.locator(at("day", DATE))).to_have_value("Nov 26, 2026")
    await page.click(at("day", ".picker-box"))
    heads = page.locator(at("day", "[role=columnheader]"))
    assert await heads.all_text_contents() == ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    await expect(page.locator(at("day", CHOSEN))).to_have_text("26")
    for _ in range(2):
        await page.click(at("day", '[data-month="1"]'))
    await expect(page.locator(at("day", ".month"))).to_have_text("January 2027")
    await page.click(at("day", '[data-month="-1"]'))
    await expect(page.locator(at("day", ".month"))).to_have_text("December 2026")
    await page.click(at("day", '[data-value="2027-01-01"]'))
    await expect(page.locator(at("day", GRID))).to_be_hidden()
    await expect(page.locator(at("day", DATE))).to_have_value("Jan 1, 2027")
    await submit(page)
    assert desk.app.submitted == {"day": "2027-01-01"}


WALK = (
    ("ArrowRight", "2027-01-01"),  # over the end of the year
    ("ArrowLeft", "2026-12-31"),
    ("PageDown", "2027-01-31"),
    ("PageDown", "2027-02-28"),  # February has no 31st
    ("ArrowDown", "2027-03-07"),
    ("ArrowUp", "2027-02-28"),
    ("PageUp", "2027-01-28"),
    ("Home", "2027-01-24"),  # weeks begin on Sunday in the United States
    ("End", "2027-01-30"),
    ("Shift+PageDown", "2028-01-30"),
    ("PageDown", "2028-02-29"),
)


async def test_the_keys_walk_through_days_weeks_months_and_years(desk: Desk, look: Look) -> None:
    desk.app.modal = modal(ask("day", "Day", "datepicker", initial_date="2026-12-31"))
    page = await look(desk.url, "U0DANA")
    await open_modal(page)
    keys = page.keyboard
    await expect(page.locator(at("day", DATE))).to_be_focused()
    await keys.press("ArrowDown")
    await expect(page.locator(at("day", '[data-value="2026-12-31"]'))).to_be_focused()
    for key, day in WALK:
        await keys.press(key)
        await expect(page.locator(at("day", f'[data-value="{day}"]'))).to_be_focused()
    await keys.press("Escape")
    await expect(page.locator(at("day", GRID))).to_be_hidden()
    await expect(page.locator(DIALOG)).to_be_visible()
    await expect(page.locator(at("day", DATE))).to_be_focused()
    await expect(page.locator(at("day", DATE))).to_have_value("Dec 31, 2026")
    await keys.press("Enter")
    await keys.press("ArrowRight")
    await keys.press("Space")
    await expect(page.locator(at("day", DATE))).to_be_focused()
    await submit(page)
    assert desk.app.submitted == {"day": "2027-01-01"}


async def test_mei_sees_no_english_in_a_date_or_a_time(desk: Desk, look: Look) -> None:
    desk.app.modal = modal(
        ask("day", "日子", "datepicker", initial_date="2026-11-26"),
        ask("hour", "几点", "timepicker", timezone="America/Chicago"),
        ask("moment", "时刻", "datetimepicker"),
    )
    page = await look(desk.url, "U0MEI", timezone_id="America/New_York")
    await open_modal(page)
    await expect(page.locator(at("day", DATE))).to_have_value("2026年11月26日")
    await page.click(at("day", ".picker-box"))
    await expect(page.locator(at("day", ".month"))).to_have_text("2026年11月")
    heads = page.locator(at("day", "[role=columnheader]"))
    assert await heads.all_text_contents() == [
        "周一",
        "周二",
        "周三",
        "周四",
        "周五",
        "周六",
        "周日",
    ]
    day = page.locator(at("day", CHOSEN))
    await expect(day).to_have_attribute("aria-label", "2026年11月26日星期四")
    await page.fill(at("day", DATE), "哪天")
    await expect(page.locator(at("day", ".calendar-note"))).to_contain_text("请输入日期，例如 2")
    await pick_date(page, "day", "12月1日")
    await expect(page.locator(at("hour", ".zone"))).to_have_text("北美中部时间")
    await expect(page.locator(at("moment", ".zone"))).to_have_text("中国标准时间")
    await expect(page.locator(at("moment", TIME))).to_have_attribute("placeholder", "选择时间")
    await pick_time(page, "hour", "下午3点半")
    await expect(page.locator(at("hour", "input"))).to_have_value("15:30")
    await pick_date(page, "moment", "2026/11/26")
    await choose_time(page, "moment", "08:30")
    await submit(page)
    moment = datetime(2026, 11, 26, 8, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
    today = desk.clock().astimezone(ZoneInfo("Asia/Shanghai"))
    assert desk.app.submitted == {
        "day": f"{today.year}-12-01",
        "hour": "15:30",
        "moment": int(moment.timestamp()),
    }


async def test_a_day_from_the_calendar_counts_after_yes_alone(desk: Desk, look: Look) -> None:
    words = {"title": "Sure?", "text": "Move it?", "confirm": "Do it", "deny": "Leave it"}
    asked: Block = {name: text(word) for name, word in words.items()}
    picker = ask("day", "Day", "datepicker", initial_date="2026-11-26", confirm=asked)
    desk.app.modal = modal({**picker, "dispatch_action": True})
    page = await look(desk.url, "U0ALICE")
    await open_modal(page)
    for answer, shown in (("no", "Nov 26, 2026"), ("yes", "Nov 27, 2026")):
        await page.keyboard.press("ArrowDown")
        await page.keyboard.press("ArrowRight")
        await page.keyboard.press("Enter")
        await page.click(f"[data-testid=confirm-{answer}]")
        await expect(page.locator(at("day", DATE))).to_have_value(shown)
        await expect(page.locator(at("day", DATE))).to_be_focused()
    await expect(page.locator("[aria-busy=true]")).to_have_count(0)
    await submit(page)
    assert desk.app.submitted == {"day": "2026-11-27"}
    assert [action["selected_date"] for action in acts(desk.app)] == ["2026-11-27"]


async def test_today_is_the_persons_and_the_calendar_fits_a_phone(desk: Desk, look: Look) -> None:
    desk.app.modal = modal(ask("moment", "Moment", "datetimepicker"))
    page = await look(desk.url, "U0MEI", width=390, timezone_id="Pacific/Honolulu")
    await open_modal(page)
    await page.click(at("moment", ".date .picker-box"))
    today = desk.clock().astimezone(ZoneInfo("Asia/Shanghai")).date().isoformat()
    marked = page.locator(at("moment", '[aria-current="date"]'))
    await expect(marked).to_have_attribute("data-value", today)
    box = await page.locator(at("moment", ".calendar")).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
