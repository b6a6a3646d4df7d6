"""Two people side by side: each at a Slack of their own, on one page."""

import pytest
from playwright.async_api import Page, expect

from playground.world.people import Member
from tests.browser.modals import ask, modal
from tests.browser.window import Complaints, Desk, Look

pytestmark = pytest.mark.browser

BOTH = "#U0ALICE/G0HIRING&U0CHARLIE/C0GENERAL"
FOCUSED = "document.activeElement.closest('[data-seat]')?.dataset.seat"


def seat(person: str, rest: str = "") -> str:
    return f'[data-seat="{person}"] {rest}'.strip()


def composer(person: str) -> str:
    return seat(person, "[data-testid=composer]")


async def pair(page: Page, address: str = BOTH) -> None:
    await page.evaluate(f"location.hash = '{address}'")
    await expect(page.locator(".seat [data-testid=composer]")).to_have_count(2)


async def test_two_people_see_only_what_each_may_see(desk: Desk, look: Look) -> None:
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    await pair(page)
    await desk.dana.say("The offer is private", channel="G0HIRING")
    await desk.app.call(
        "chat.postEphemeral", channel="C0GENERAL", user="U0CHARLIE", text="For Charlie alone"
    )
    await expect(page.locator(seat("U0ALICE"))).to_contain_text("The offer is private")
    await expect(page.locator(seat("U0CHARLIE"))).to_contain_text("For Charlie alone")
    await page.click(seat("U0ALICE", "[data-channel=C0GENERAL]"))
    await expect(page.locator(seat("U0ALICE", "h1"))).to_have_text("general")
    await expect(page.locator(seat("U0ALICE"))).not_to_contain_text("For Charlie alone")
    await expect(page.locator(seat("U0CHARLIE"))).not_to_contain_text("The offer is private")
    await expect(page.locator(seat("U0CHARLIE", "[data-channel=G0HIRING]"))).to_have_count(0)


async def test_what_one_says_the_other_hears_at_once(desk: Desk, look: Look) -> None:
    page = await look(desk.url, "U0ALICE", "C0GENERAL")
    await pair(page, "#U0ALICE/C0GENERAL&U0CHARLIE/D0CHARLIE")
    await page.fill(composer("U0ALICE"), "Hello, Charlie")
    await page.press(composer("U0ALICE"), "Enter")
    badge = page.locator(seat("U0CHARLIE", "[data-channel=C0GENERAL] .badge"))
    await expect(badge).to_have_text("1")
    await expect(page).to_have_title(
        "(1) general – Alice Okafor | Interview Coach – Charlie Brandt – Playground"
    )
    await page.click(seat("U0CHARLIE", "[data-channel=C0GENERAL]"))
    await expect(page.locator(seat("U0CHARLIE"))).to_contain_text("Hello, Charlie")
    await expect(badge).to_have_count(0)


async def test_typing_in_one_is_not_disturbed_by_a_modal_in_the_other(
    desk: Desk, look: Look
) -> None:
    desk.app.modal = modal(ask("line", "A line", "plain_text_input"))
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    await pair(page)
    await page.focus(composer("U0CHARLIE"))
    await page.keyboard.type("half a sent")
    await desk.slack.hand("U0ALICE").command("/interview score")
    await expect(page.locator(seat("U0ALICE", "[role=dialog]"))).to_be_visible()
    await page.keyboard.type("ence")
    await expect(page.locator(composer("U0CHARLIE"))).to_have_value("half a sentence")
    await page.keyboard.press("F6")
    await page.keyboard.type("into the form")
    field = page.locator(seat("U0ALICE", '[data-block-id="line"] input'))
    await expect(field).to_have_value("into the form")
    await page.keyboard.press("Escape")
    await expect(page.locator("[role=dialog]")).to_have_count(0)
    assert await page.evaluate(FOCUSED) == "U0ALICE"


async def test_a_modal_covers_its_own_seat_only(desk: Desk, look: Look) -> None:
    desk.app.modal = modal(ask("line", "A line", "plain_text_input"))
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    await pair(page)
    await desk.slack.hand("U0ALICE").command("/interview score")
    await expect(page.locator("[role=dialog]")).to_be_visible()
    await page.fill(composer("U0CHARLIE"), "I can still write")
    await page.press(composer("U0CHARLIE"), "Enter")
    await expect(page.locator(seat("U0CHARLIE"))).to_contain_text("I can still write")


async def test_a_reload_and_the_way_back_keep_both(desk: Desk, look: Look) -> None:
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    await page.click("[data-house=pair]")
    await expect(page.locator(".seat")).to_have_count(2)
    await page.click(seat("U0DANA", "[data-channel=G0SECRET]"))
    assert (await page.evaluate("location.hash")) == "#U0ALICE/G0HIRING&U0DANA/G0SECRET"
    await page.reload()
    await expect(page.locator(seat("U0DANA", "h1"))).to_have_text("board-room")
    await expect(page.locator(seat("U0ALICE", "h1"))).to_have_text("hiring-pm")
    await page.click(seat("U0ALICE", "[data-channel=C0GENERAL]"))
    await page.go_back()
    await expect(page.locator(seat("U0ALICE", "h1"))).to_have_text("hiring-pm")
    await expect(page.locator(seat("U0DANA", "h1"))).to_have_text("board-room")
    await page.click(seat("U0ALICE", "[data-testid=seat-close]"))
    await expect(page.locator(".seat")).to_have_count(1)
    await expect(page.locator(seat("U0DANA", "h1"))).to_have_text("board-room")


async def test_nobody_sits_twice(desk: Desk, look: Look) -> None:
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    await page.evaluate("location.hash = '#U0ALICE/G0HIRING&U0ALICE/C0GENERAL'")
    await expect(page.locator(".seat")).to_have_count(2)
    assert await people(page) == ["U0ALICE", "U0DANA"]
    await page.click(seat("U0ALICE", "[data-person=U0DANA]"))
    await expect(page.locator(seat("U0DANA") + " + " + seat("U0ALICE"))).to_be_visible()
    assert await people(page) == ["U0DANA", "U0ALICE"]


async def people(page: Page) -> list[str]:
    found: list[str] = await page.evaluate(
        "[...document.querySelectorAll('.seat')].map((node) => node.dataset.seat)"
    )
    return found


async def test_each_seat_is_a_region_in_its_persons_language(desk: Desk, look: Look) -> None:
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    await pair(page, "#U0ALICE/G0HIRING&U0MEI/D0MEI")
    await expect(page.get_by_role("region", name="Alice Okafor’s Slack")).to_have_attribute(
        "lang", "en"
    )
    await expect(page.get_by_role("region", name="Mei Lin 林美 的 Slack")).to_have_attribute(
        "lang", "zh-CN"
    )
    assert await page.evaluate("document.documentElement.lang") == "en"
    await expect(page.locator("main")).to_have_count(1)
    await page.keyboard.press("F6")
    assert await page.evaluate(FOCUSED) == "U0ALICE"
    await page.keyboard.press("F6")
    assert await page.evaluate(FOCUSED) == "U0MEI"
    await page.keyboard.press("Shift+F6")
    assert await page.evaluate(FOCUSED) == "U0ALICE"


STICKS_OUT = """[...document.querySelectorAll(".top, .room, .room-head, .sidebar, .dialog-body")]
  .filter((node) => node.scrollWidth > node.clientWidth).map((node) => node.className)"""


@pytest.mark.parametrize("width", [800, 1280, 1600])
async def test_two_people_fit_beside_each_other(desk: Desk, look: Look, width: int) -> None:
    desk.app.modal = modal(ask("line", "A line", "plain_text_input"))
    page = await look(desk.url, "U0ALICE", "G0HIRING", width=width)
    await pair(page, "#U0ALICE/G0HIRING&U0MEI/D0MEI")
    await desk.dana.say("word " * 40 + "w" * 200, channel="G0HIRING")
    await expect(page.locator(seat("U0ALICE", "[data-ts]"))).to_be_visible()
    await desk.slack.hand("U0MEI").command("/interview score")
    await expect(page.locator("[role=dialog]")).to_be_visible()
    assert await page.evaluate(STICKS_OUT) == []
    assert await page.evaluate("document.documentElement.scrollWidth") == width


async def test_a_phone_shows_one_person(desk: Desk, look: Look) -> None:
    page = await look(desk.url, "U0ALICE", "G0HIRING", width=390, height=844)
    await page.evaluate(f"location.hash = '{BOTH}'")
    await expect(page.locator("[data-house=pair]")).to_be_hidden()
    await expect(page.locator(".seat")).to_have_count(1)
    await page.set_viewport_size({"width": 1280, "height": 800})
    await expect(page.locator(".seat")).to_have_count(2)


async def test_the_rail_has_every_workspace_and_marks_strangers(desk: Desk, look: Look) -> None:
    desk.slack.second()
    stranger = Member("U0ZOE", "zoe", "Zoe Marsh", stranger=True, team="T1QUAY")
    desk.slack.people["U0ZOE"] = stranger
    page = await look(desk.url, "U0ALICE")
    home = page.get_by_role("group", name="Playground")
    zoe = home.get_by_role("link", name="Zoe Marsh · from another company")
    await expect(zoe.locator(".rail-mark")).to_be_visible()
    await expect(home.locator('[data-person="U0ALICE"] .rail-mark')).to_have_count(0)
    await page.get_by_role("group", name="Quayside").locator('[data-person="U1OMAR"]').click()
    await expect(page.locator(seat("U1OMAR", ".workspace strong"))).to_have_text("Quayside")
    await expect(page.locator(seat("U1OMAR", "[data-channel=C0GENERAL]"))).to_have_count(0)


async def test_a_stranger_in_the_second_seat_leaves_the_first_alone(
    desk: Desk, look: Look, complaints: Complaints
) -> None:
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    complaints.expected = ("404", "403")
    await page.evaluate("location.hash = '#U0ALICE/G0HIRING&U0NOBODY'")
    await expect(page.locator(".seat")).to_have_count(1)
    await expect(page.locator(seat("U0ALICE", "h1"))).to_have_text("hiring-pm")
    assert complaints.heard
