"""Dates and times on the page: written, read and chosen in the person's language and zone."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Page, expect

from tests.browser.heard import acts
from tests.browser.modals import Block, ask, button, modal, text
from tests.browser.steps import (
    DIALOG,
    SUBMIT,
    at,
    gone,
    open_modal,
    pick_date,
    pick_time,
)
from tests.browser.window import Desk, Look

pytestmark = pytest.mark.browser

DATE, TIME, GRID = ".date input", ".time input", "[role=grid]"
CHOSEN = '[aria-selected="true"]'
LONDON = ZoneInfo("Europe/London")


def london(wall: str) -> int:
    return int(datetime.fromisoformat(wall).replace(tzinfo=LONDON).timestamp())


async def choose_time(page: Page, block: str, time: str) -> None:
    await page.click(at(block, ".time .picker-box"))
    await page.click(at(block, f'[role=option][data-value="{time}"]'))


async def submit(page: Page) -> None:
    await page.click(SUBMIT)
    await gone(page)


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


TODAY = "2026-05-04"
DAYS: tuple[tuple[str, str, str | None], ...] = (
    ("en-US", "2026-11-26", "2026-11-26"),
    ("en-US", "11/26/2026", "2026-11-26"),
    ("en-US", "11/26", "2026-11-26"),
    ("en-US", "3/4/26", "2026-03-04"),
    ("en-US", "03082026", "2026-03-08"),
    ("en-US", "20260308", "2026-03-08"),
    ("en-US", "Nov 26, 2026", "2026-11-26"),
    ("en-US", "thu, 26 november", "2026-11-26"),
    ("en-US", "Thursday, November 26, 2026", "2026-11-26"),
    ("en-US", "Feb 29, 2028", "2028-02-29"),
    ("en-US", "2026-02-29", None),
    ("en-US", "13/13/2026", None),
    ("en-US", "0026-01-01", None),
    ("en-US", "room 11/26", None),
    ("en-US", "26", None),
    ("en-US", "", None),
    ("en-GB", "04/03/2026", "2026-03-04"),
    ("en-GB", "26 Nov 2026", "2026-11-26"),
    ("zh-CN", "2026年11月26日", "2026-11-26"),
    ("zh-CN", "2026年11月26日星期四", "2026-11-26"),
    ("zh-CN", "１１月２６日", "2026-11-26"),
    ("zh-CN", "11/26/2026", "2026-11-26"),
    ("zh-CN", "26/11/5", "2026-11-05"),
)
READ_DAYS = """async ([cases, today]) => {
  const { Days } = await import("/static/text/days.js");
  return cases.map(([locale, typed]) => new Days(locale).meant(typed, today));
}"""
HOURS: tuple[tuple[str, str, list[str]], ...] = (
    ("en-US", "9:05", ["09:05", "21:05"]),
    ("en-US", "0905", ["09:05"]),
    ("en-US", "930", ["09:30", "21:30"]),
    ("en-US", "9:05 pm", ["21:05"]),
    ("en-US", "9 p.m.", ["21:00"]),
    ("en-US", "0930AM", ["09:30"]),
    ("en-US", "12", ["12:00", "00:00"]),
    ("en-US", "12am", ["00:00"]),
    ("en-US", "15:45", ["15:45"]),
    ("en-US", "24:00", []),
    ("en-US", "9:60", []),
    ("en-US", "soon", []),
    ("zh-CN", "9:05", ["09:05"]),
    ("zh-CN", "９：０５", ["09:05"]),
    ("zh-CN", "下午3点半", ["15:30"]),
    ("zh-CN", "上午9点", ["09:00"]),
    ("zh-CN", "3点05分", ["03:05"]),
)
READ_HOURS = """async (cases) => {
  const { Hours } = await import("/static/text/hours.js");
  return cases.map(([locale, typed]) => new Hours(locale).meant(typed));
}"""


async def test_dates_and_times_are_read_as_people_type_them(desk: Desk, look: Look) -> None:
    page = await look(desk.url, "U0DANA")
    days = [[locale, typed] for locale, typed, _ in DAYS]
    for case, found in zip(DAYS, await page.evaluate(READ_DAYS, [days, TODAY]), strict=True):
        assert found == case[-1], case
    hours = [[locale, typed] for locale, typed, _ in HOURS]
    for each, meant in zip(HOURS, await page.evaluate(READ_HOURS, hours), strict=True):
        assert meant == each[-1], each


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
