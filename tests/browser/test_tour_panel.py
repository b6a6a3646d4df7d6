"""The tour's panel: it leads from step to step, and is never in the way."""

import asyncio

import pytest
from playwright.async_api import Locator, Page, expect

from playground.play.tour import Step, Tour
from playground.world.journal import Entry
from tests.browser.modals import EVERY_ELEMENT
from tests.browser.window import Desk, Look

pytestmark = pytest.mark.browser

TOUR = "[data-testid=tour]"
START, PREPARE, NEXT = (f"[data-testid=tour-{name}]" for name in ("start", "prepare", "next"))
CHINESE = {"locale": "zh-CN"}


class Guided:
    """A desk with a tour of two steps, and what was asked of it."""

    def __init__(self, desk: Desk) -> None:
        self.slack = desk.slack
        self.prepared: list[str] = []
        self.restarted: list[str] = []
        desk.slack.restart = self._restart
        self._begin()

    def _begin(self) -> None:
        compose = {"en": "/interview plan", "zh": "/interview 安排"}
        steps = [
            self._step("plan", ("U0ALICE", "G0HIRING"), ("Plan", "安排面试"), compose=compose),
            self._step("score", ("U0MEI", "D0MEI"), ("Score", "评分"), ("U0ALICE", "D0ALICE")),
        ]
        self.slack.tour = tour = Tour(steps, self.slack.arranging)
        self.slack.journal.interested.append(tour.watch)

    def _step(
        self,
        name: str,
        where: tuple[str, str],
        title: tuple[str, str],
        beside: tuple[str, str] | None = None,
        compose: dict[str, str] | None = None,
    ) -> Step:
        both = {"en": title[0], "zh": title[1]}
        told = {"en": "Do it on the page. " * 8, "zh": "在页面上完成这一步。" * 8}
        prepare = {"en": f"Prepare: {title[0]}", "zh": f"准备：{title[1]}"}

        async def arrange() -> None:
            self.prepared.append(name)

        def fits(entry: Entry) -> bool:
            return entry.name == "/interview" and name == "plan"

        words = {"title": both, "text": told, "prepare": prepare}
        return Step(name, where, words, arrange, fits, beside, compose)

    async def _restart(self, language: str) -> None:
        await asyncio.sleep(0)
        self.restarted.append(language)
        self.slack.language = language
        self._begin()


@pytest.fixture
def guided(desk: Desk) -> Guided:
    desk.app.modal = EVERY_ELEMENT
    return Guided(desk)


async def test_the_tour_is_offered_and_leads_to_its_end(
    desk: Desk, guided: Guided, look: Look
) -> None:
    page = await look(desk.url, "U0DANA", "G0HIRING")
    await expect(page.locator(f"{TOUR} h2")).to_have_text("A tour in 2 steps, under five minutes")
    await page.click(START)
    await expect(page.locator(f"{TOUR} h2")).to_have_text("Plan")
    assert guided.restarted == ["en"]
    await page.click(PREPARE)
    field = page.locator("[data-seat=U0ALICE] [data-testid=composer]")
    await expect(field).to_have_value("/interview plan")
    await expect(field).to_be_focused()
    await field.press("Enter")
    await expect(page.locator("[data-testid=tour-done]")).to_be_visible()
    await expect(page.locator(f"{TOUR} [role=status]")).to_have_text("Done: Plan")
    await page.click("[data-testid=modal-close]")
    await page.click(NEXT)
    async with page.expect_response("**/gesture"):
        await page.click(PREPARE)
    await expect(page.locator(".seat")).to_have_count(2)
    await expect(page.locator("[data-seat=U0MEI] + [data-seat=U0ALICE]")).to_be_visible()
    assert guided.prepared == ["plan", "score"]
    await page.click(NEXT)
    await expect(page.locator(f"{TOUR} h2")).to_have_text("That was the tour")


async def test_the_tour_is_left_and_taken_up_again(desk: Desk, guided: Guided, look: Look) -> None:
    page = await look(desk.url, "U0DANA", "G0HIRING")
    await page.click("[data-testid=tour-later]")
    await expect(page.locator(TOUR)).to_be_hidden()
    await page.reload()
    await page.wait_for_selector("[data-testid=composer]", state="attached")
    await expect(page.locator(TOUR)).to_be_hidden()
    await page.click("[data-house=tour]")
    await page.click(START)
    await page.click(NEXT)
    await expect(page.locator(f"{TOUR} h2")).to_have_text("Score")
    await page.reload()
    await expect(page.locator(f"{TOUR} h2")).to_have_text("Score")
    await page.click("[data-testid=tour-back]")
    await expect(page.locator(f"{TOUR} h2")).to_have_text("Plan")
    await expect(page.locator("[data-testid=tour-back]")).to_be_disabled()
    await page.click(f"{TOUR} [data-step=score]")
    await expect(page.locator(f"{TOUR} h2")).to_have_text("Score")


async def test_starting_over_asks_first_and_forgets_what_was_typed(
    desk: Desk, guided: Guided, look: Look
) -> None:
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    await page.fill("[data-testid=composer]", "half typed")
    await page.click("[data-house=restart]")
    await page.click("[data-testid=restart-no]")
    assert guided.restarted == []
    await expect(page.locator("[data-testid=composer]")).to_have_value("half typed")
    await page.click("[data-house=restart]")
    await page.check("[data-testid=restart] [data-language=zh-CN]")
    await page.click("[data-testid=restart-yes]")
    await expect(page.locator("[data-testid=restart]")).to_have_count(0)
    await expect(page.locator("[data-testid=composer]")).to_have_value("")
    assert guided.restarted == ["zh-CN"]
    await expect(page.locator(f"{TOUR} h2")).to_have_text("安排面试")


async def test_a_tour_by_keyboard_alone(desk: Desk, guided: Guided, look: Look) -> None:
    page = await look(desk.url, "U0DANA", "G0HIRING")
    await page.focus("[data-testid=composer]")
    await page.keyboard.press("F6")
    await tab_to(page, START)
    await page.keyboard.press("Enter")
    await expect(page.locator(PREPARE)).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("[data-seat=U0ALICE] [data-testid=composer]")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("[role=dialog]")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator("[role=dialog]")).to_have_count(0)
    await page.keyboard.press("F6")
    await tab_to(page, NEXT)
    await page.keyboard.press("Enter")
    await expect(page.locator(f"{TOUR} h2")).to_have_text("Score")
    await expect(page.locator(PREPARE)).to_be_focused()
    await tab_to(page, f"{TOUR} [data-focus=hide]", "Shift+Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator("[data-house=tour]")).to_be_focused()


async def tab_to(page: Page, selector: str, key: str = "Tab") -> None:
    goal = page.locator(selector)
    for _ in range(12):
        if await goal.evaluate("(node) => node === document.activeElement"):
            return
        await page.keyboard.press(key)
    raise AssertionError(selector)


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
@pytest.mark.parametrize("address", ["#U0ALICE/G0HIRING", "#U0ALICE/G0HIRING&U0MEI/D0MEI"])
async def test_the_panel_covers_neither_composer_nor_modal(
    desk: Desk, guided: Guided, look: Look, size: tuple[int, int], address: str
) -> None:
    page = await look(
        desk.url,
        "U0ALICE",
        "G0HIRING",
        width=size[0],
        height=size[1],
        color_scheme="dark",
        **CHINESE,
    )
    await page.evaluate(f"location.hash = '{address}'")
    await page.click(START)
    await expect(page.locator(f"{TOUR} h2")).to_have_text("安排面试")
    await apart(page.locator("[data-seat=U0ALICE] .room > .composer"), page.locator(TOUR), page)
    await desk.slack.hand("U0ALICE").command("/interview score")
    buttons = page.locator("[role=dialog] footer")
    await expect(buttons).to_be_visible()
    await apart(buttons, page.locator(TOUR), page)
    if size[0] == 390:
        await expect(page.locator(".tour-pill")).to_have_text("已完成导览 1 / 2 · 安排面试")
        await page.click(".tour-pill")
        await apart(buttons, page.locator(TOUR), page)
    assert await page.evaluate("document.documentElement.scrollWidth") == size[0]


async def apart(one: Locator, other: Locator, page: Page) -> None:
    """Both are whole in the window, and neither lies on the other."""
    a, b = await one.bounding_box(), await other.bounding_box()
    assert a
    assert b
    height = await page.evaluate("window.innerHeight")
    assert max(a["y"] + a["height"], b["y"] + b["height"]) <= height
    beside = a["x"] + a["width"] <= b["x"] or b["x"] + b["width"] <= a["x"]
    assert beside or a["y"] + a["height"] <= b["y"] or b["y"] + b["height"] <= a["y"]
