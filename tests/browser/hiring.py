"""What Dana does on the page before anybody is interviewed."""

from playwright.async_api import expect

from tests.browser.steps import COMPOSER, DIALOG, SUBMIT, at, choose

IBI, COM = "industry-business-insight", "communication-collaboration"
HIRING = "G0HIRING"


async def command(page, text):
    await page.fill(COMPOSER, text)
    await page.press(COMPOSER, "Enter")


async def send(page, title):
    """Submit the modal and wait for the one that says it is done."""
    await page.click(SUBMIT)
    await expect(page.locator(DIALOG)).to_contain_text(title)
    await page.click("[data-testid=modal-close]")
    await expect(page.locator(DIALOG)).to_have_count(0)


async def open_job(dana):
    """Open a job about two competencies; a public channel is refused first."""
    await command(dana, "/interview job")
    await dana.fill(at("title", "input"), "Product lead, payments")
    for competency in (IBI, COM):
        await choose(dana, "competencies", competency)
        await dana.keyboard.press("Escape")  # the list of several stays open
    await choose(dana, "level", "senior")
    await choose(dana, "channel", "C0GENERAL")
    await dana.click(SUBMIT)
    await expect(dana.locator('[data-error-for="channel"]')).to_contain_text("public")
    await choose(dana, "channel", HIRING)
    await send(dana, "Job opened")
