"""What a visitor does on the page, and where things are on it."""

from typing import Any

from playwright.async_api import Page, expect

DIALOG = "[role=dialog]"
SUBMIT = "[data-testid=modal-submit]"
COMPOSER = "[data-testid=composer]"
DATE, TIME = ".date input", ".time input"
TYPED = "She priced by seat, then by value."


def at(block: str, rest: str = "") -> str:
    return f'{DIALOG} [data-block-id="{block}"] {rest}'.strip()


async def open_modal(page: Page) -> None:
    await page.fill(COMPOSER, "/interview score")
    await page.press(COMPOSER, "Enter")
    await page.wait_for_selector(DIALOG)


async def gone(page: Page) -> None:
    await expect(page.locator(DIALOG)).to_have_count(0)


async def choose(page: Page, block: str, value: str) -> None:
    await page.click(at(block, ".picker-box"))
    await page.click(at(block, f'[data-value="{value}"]'))


async def submit(page: Page) -> None:
    await page.click(SUBMIT)
    await gone(page)


async def choose_time(page: Page, block: str, time: str) -> None:
    await page.click(at(block, ".time .picker-box"))
    await page.click(at(block, f'[role=option][data-value="{time}"]'))


async def pick_date(page: Page, block: str, date: str) -> None:
    """Type a date into a date picker, or into the date of a moment; then Enter."""
    await page.fill(at(block, DATE), date)
    await page.press(at(block, DATE), "Enter")


async def pick_time(page: Page, block: str, time: str) -> None:
    """Type a time into a time picker, or into the time of a moment; then Enter."""
    await page.fill(at(block, TIME), time)
    await page.press(at(block, TIME), "Enter")


async def caret(page: Page) -> list[Any]:
    script = "(at => [at.value, at.selectionStart, at.selectionEnd])(document.activeElement)"
    found: list[Any] = await page.evaluate(script)
    return found
