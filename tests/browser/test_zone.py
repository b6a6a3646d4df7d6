"""Times on the page: shown in the person's zone, and right when the clocks change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import expect

from tests.browser.modals import ask, modal
from tests.browser.steps import SUBMIT, at, gone, open_modal
from tests.browser.window import Desk, Look

pytestmark = pytest.mark.browser


ZONES = (
    "Europe/London",
    "America/New_York",
    "Asia/Shanghai",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
)
ODD_HOURS = (
    "2026-03-29T01:30",  # does not exist in London
    "2026-10-25T01:30",  # comes twice in London
    "2026-03-08T02:15",  # does not exist in New York
    "2026-11-01T01:15",  # comes twice in New York
    "2026-10-04T02:10",  # half an hour is missing on Lord Howe
    "2026-04-05T01:45",  # half an hour comes twice there
)
READ = """async (cases) => {
  const { unixOf, wallAt } = await import("/static/text/zone.js");
  return cases.map(([wall, zone]) => [unixOf(wall, zone), wallAt(unixOf(wall, zone), zone)]);
}"""


def walls() -> list[str]:
    """The odd hours, and one wall time for every 37 hours of a year."""
    through = range(0, 365 * 24, 37)
    start = datetime(2026, 1, 1, 0, 7, tzinfo=UTC)
    regular = [(start + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M") for hours in through]
    return [*ODD_HOURS, *regular]


async def test_wall_times_mean_what_they_mean_in_the_zone_database(desk: Desk, look: Look) -> None:
    page = await look(desk.url, "U0DANA")
    cases = [(wall, zone) for wall in walls() for zone in ZONES]
    found = await page.evaluate(READ, cases)
    for (wall, zone), (unix, shown) in zip(cases, found, strict=True):
        meant = datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone))
        assert unix == int(meant.timestamp()), (wall, zone)
        there = datetime.fromtimestamp(unix, UTC).astimezone(ZoneInfo(zone))
        assert shown == there.strftime("%Y-%m-%dT%H:%M"), (wall, zone)


LONDON = ZoneInfo("Europe/London")
EVENINGS = (
    datetime(2026, 3, 28, 20, 0, tzinfo=LONDON),
    datetime(2026, 10, 24, 20, 0, tzinfo=LONDON),
    datetime(2026, 10, 25, 8, 59, tzinfo=LONDON),
    datetime(2026, 10, 25, 9, 0, tzinfo=LONDON),
)
MORNINGS = """async (times) => {
  const { nextMorning } = await import("/static/text/zone.js");
  return times.map((now) => nextMorning(now, "Europe/London"));
}"""


async def test_the_next_morning_is_nine_o_clock_even_after_the_clocks_change(
    desk: Desk, look: Look
) -> None:
    page = await look(desk.url, "U0DANA")
    nows = [evening.timestamp() for evening in EVENINGS]
    for now, unix in zip(nows, await page.evaluate(MORNINGS, nows), strict=True):
        morning = datetime.fromtimestamp(unix, LONDON)
        assert (morning.hour, morning.minute) == (9, 0)
        assert 0 < unix - now <= timedelta(hours=25).total_seconds()


async def test_a_moment_chosen_before_is_shown_in_each_persons_zone(desk: Desk, look: Look) -> None:
    moment = int(datetime(2026, 7, 1, 8, 30, tzinfo=UTC).timestamp())
    desk.app.modal = modal(ask("moment", "Moment", "datetimepicker", initial_date_time=moment))
    shown = {"U0ALICE": ("Jul 1, 2026", "9:30 AM"), "U0MEI": ("2026年7月1日", "16:30")}
    for person, written in shown.items():
        page = await look(desk.url, person)
        await open_modal(page)
        for part, words in zip((".date input", ".time input"), written, strict=True):
            await expect(page.locator(at("moment", part))).to_have_value(words)
        await page.click(SUBMIT)
        await gone(page)
        assert desk.app.submitted == {"moment": moment}


async def test_the_clock_goes_on_when_asked(desk: Desk, look: Look) -> None:
    page = await look(desk.url, "U0ALICE")
    async with page.expect_response("**/gesture"):
        await page.click('[data-clock="900"]')
    await expect(page.locator('[data-clock="900"]')).not_to_have_attribute("aria-busy", "true")
    assert desk.clock.skipped == timedelta(minutes=15)
    await page.click('[data-clock="morning"]')
    await expect(page.locator("[data-testid=clock]")).to_contain_text("9:00")
    await page.click('[data-clock="due"]')
    await expect(page.locator("main .notice")).to_contain_text("Nothing became due")
