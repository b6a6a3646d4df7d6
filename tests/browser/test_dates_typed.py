"""What people type for a day or a time, and what the page takes it for."""

import pytest

from tests.browser.window import Desk, Look

pytestmark = pytest.mark.browser

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
