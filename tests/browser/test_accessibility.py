"""axe-core looks at each of the page's main states and finds nothing serious."""

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import expect

from playground.play.stage import playing
from tests.browser.modals import EVERY_ELEMENT
from tests.browser.steps import DATE, DIALOG, TIME, at, open_modal

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

SERIOUS = {"serious", "critical"}
PHONE = {"width": 390, "height": 844}


async def faults(page):
    """Return what axe-core calls serious, each with the first element it means."""
    found = (await Axe().run(page)).response["violations"]
    return [
        (fault["id"], fault["nodes"][0]["target"], fault["nodes"][0]["failureSummary"])
        for fault in found
        if fault["impact"] in SERIOUS
    ]


@pytest_asyncio.fixture(loop_scope="session")
async def stage(tmp_path):
    async with playing(tmp_path / "coach.db", 0) as slack:
        async with slack.arranging:
            pass
        yield slack


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_story_the_tour_the_drawer_and_two_people(stage, look, picture, scheme):
    page = await look(stage.address, "U0DANA", "G0HIRING", color_scheme=scheme)

    async def show(name):
        if scheme == "light":
            await picture(page, name)

    await expect(page.locator("[data-testid=tour]")).to_be_visible()
    assert await faults(page) == []
    await page.click("[data-testid=tour-later]")
    await stage.tour.prepare("plan")
    await page.wait_for_selector(DIALOG)
    assert await faults(page) == []
    await page.keyboard.press("Escape")
    await page.click("[data-house=drawer]")
    await page.click("[data-testid=traffic] [role=option]")
    assert await faults(page) == []
    await show("drawer")
    await page.click("[data-house=drawer]")
    await page.evaluate("location.hash = '#U0DANA/G0HIRING&U0MEI/D0MEI'")
    await page.wait_for_selector("[data-seat=U0MEI] [data-testid=composer]")
    assert await faults(page) == []
    await show("two-people")


async def test_a_modal_with_every_element_on_a_phone_in_chinese(desk, look):
    desk.app.modal = EVERY_ELEMENT
    page = await look(desk.url, "U0MEI", "D0MEI", **PHONE)
    assert await faults(page) == []
    await open_modal(page)
    assert await faults(page) == []
    await page.click("[data-testid=modal-submit]")
    await page.wait_for_selector("[data-error-for]")
    assert await faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_an_open_calendar_and_an_open_list_of_times(desk, look, scheme):
    desk.app.modal = EVERY_ELEMENT
    page = await look(desk.url, "U0MEI", "D0MEI", color_scheme=scheme, **PHONE)
    await open_modal(page)
    for part in (DATE, TIME):
        await page.focus(at("moment", part))
        await page.keyboard.press("ArrowDown")
        assert await faults(page) == []
        await page.keyboard.press("Escape")
