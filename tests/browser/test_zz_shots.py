"""Screenshots."""
import asyncio, sys
import pytest
from tests.browser.modals import ask, modal
from tests.browser.steps import at, open_modal, DIALOG
pytestmark = pytest.mark.browser
OUT="/tmp/shots"
async def test_shots(desk, look):
    import os; os.makedirs(OUT,exist_ok=True)
    desk.app.modal = modal(
        ask("day", "Day", "datepicker", optional=True, initial_date="2026-11-26"),
        ask("hour", "Hour", "timepicker", timezone="America/Chicago", optional=True, initial_time="09:05"),
        ask("moment", "Moment", "datetimepicker", initial_date_time=1782900000, optional=True),
        ask("empty", "Empty", "datetimepicker"),
    )
    for person in ("U0DANA","U0MEI"):
        for name,opts in (("light",{}),("dark",{"color_scheme":"dark"}),("phone",{"width":390}),("phonedark",{"width":390,"color_scheme":"dark"})):
            page = await look(desk.url, person, **opts)
            await open_modal(page)
            await page.click(at("day",".picker-box"))
            await page.screenshot(path=f"{OUT}/{person}-{name}-1.png")
            await page.keyboard.press("Escape")
            await page.click(at("hour",".picker-box"))
            await page.screenshot(path=f"{OUT}/{person}-{name}-2.png")
            await page.keyboard.press("Escape")
            await page.click(at("empty",".picker-box"))
            await page.keyboard.type("foo")
            await page.screenshot(path=f"{OUT}/{person}-{name}-3.png")
            await page.keyboard.press("Escape")
            await page.click(at("moment",".picker-box"))
            await page.keyboard.press("ArrowDown")
            await page.keyboard.press("ArrowRight")
            await page.screenshot(path=f"{OUT}/{person}-{name}-4.png")
            await page.keyboard.press("Escape"); await page.click("[data-testid=modal-close]"); await page.context.close()
