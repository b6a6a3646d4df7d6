"""What stands in messages on the page, and what can be done with them."""

import pytest
from playwright.async_api import Locator, Page, expect

from playground.world.manifest import Manifest
from tests.browser.modals import ask, modal
from tests.browser.pictures import loaded, png
from tests.browser.steps import COMPOSER, DIALOG, gone
from tests.browser.window import Complaints, Desk, Look

pytestmark = pytest.mark.browser

HIRING = "G0HIRING"
SHORTCUTS = (
    {"name": "Score this", "callback_id": "score", "type": "message", "description": "A card"},
    {"name": "Plan interviews", "callback_id": "plan", "type": "global", "description": "A plan"},
)
EDITOR = "[data-testid=editor]"


def said(page: Page, words: str) -> Locator:
    return page.locator("[data-testid=messages] [data-ts]", has_text=words)


async def menu(message: Locator, item: str) -> None:
    """Choose from a message's menu, by keyboard."""
    await message.hover()
    await message.get_by_role("button", name="More actions").press("Enter")
    await message.get_by_role("menuitem", name=item).press("Enter")


async def test_people_edit_and_delete_what_they_said_themselves(desk: Desk, look: Look) -> None:
    await desk.dana.say("not mine", channel=HIRING)
    page = await look(desk.url, "U0ALICE", HIRING)
    await page.fill(COMPOSER, "a < b & so on")
    await page.press(COMPOSER, "Enter")
    mine = said(page, "so on")
    await menu(mine, "Edit message")
    await expect(page.locator(EDITOR)).to_be_focused()
    await expect(page.locator(EDITOR)).to_have_value("a < b & so on")
    await page.fill(EDITOR, "never said")
    await desk.dana.say("meanwhile", channel=HIRING)
    await expect(said(page, "meanwhile")).to_be_visible()
    await expect(page.locator(EDITOR)).to_have_value("never said")
    await page.press(EDITOR, "Escape")
    await expect(mine).to_contain_text("a < b & so on")
    await menu(mine, "Edit message")
    await page.fill(EDITOR, "a > b")
    await page.press(EDITOR, "Enter")
    await expect(said(page, "a > b")).to_contain_text("(edited)")
    await expect(page.locator(EDITOR)).to_have_count(0)

    await menu(said(page, "a > b"), "Delete message")
    await page.click("[data-testid=confirm-no]")
    await menu(said(page, "a > b"), "Delete message")
    await page.click("[data-testid=confirm-yes]")
    await expect(said(page, "a > b")).to_have_count(0)
    await expect(page.locator(COMPOSER)).to_be_focused()
    await said(page, "not mine").hover()
    await expect(said(page, "not mine").get_by_role("button", name="More actions")).to_have_count(0)


async def test_shortcuts_are_run_on_a_message_and_from_anywhere(desk: Desk, look: Look) -> None:
    desk.slack.manifest = Manifest(shortcuts=SHORTCUTS, written=True)
    desk.app.modal = modal(ask("line", "A line", "plain_text_input"))
    ts = await desk.dana.say("Robin was great", channel=HIRING)
    page = await look(desk.url, "U0ALICE", HIRING)
    await menu(said(page, "Robin was great"), "Score this")
    await page.wait_for_selector(DIALOG)
    await page.keyboard.press("Escape")
    await gone(page)
    [body] = desk.app.of("message_action")
    assert (body["callback_id"], body["message"]["ts"]) == ("score", ts)

    await page.get_by_role("button", name="Add a file or run a shortcut").click()
    items = page.locator("main [role=menuitem]:visible, [role=menuitem]:visible")
    await expect(items).to_have_text(["Upload a file", "Plan interviewsA plan"])
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await page.wait_for_selector(DIALOG)
    assert [body["callback_id"] for body in desk.app.of("shortcut")] == ["plan"]


async def test_files_wait_as_chips_and_stand_in_the_message(desk: Desk, look: Look) -> None:
    page = await look(desk.url, "U0ALICE", HIRING)
    picture = {"name": "board.png", "mimeType": "image/png", "buffer": png()}
    sheet = {"name": "scores.csv", "mimeType": "text/csv", "buffer": b"a,b\n" * 500}
    typo = {"name": "typo.txt", "mimeType": "text/plain", "buffer": b"x"}
    await page.set_input_files("[data-testid=composer-files]", [picture, sheet, typo])
    await page.get_by_role("button", name="Remove typo.txt").click()
    chips = page.locator(".composer:visible .chip")
    await expect(chips).to_have_text(["board.png", "scores.csv"])
    await page.click('[data-channel="D0ALICE"]')
    await expect(chips).to_have_count(0)
    await page.click(f'[data-channel="{HIRING}"]')
    await expect(chips).to_have_count(2)
    await page.fill(COMPOSER, "Both of them")
    await page.press(COMPOSER, "Enter")
    message = said(page, "Both of them")
    assert await loaded(message.locator('img[alt="board.png"]'))
    card = message.locator(".file-card")
    await expect(card).to_have_text("scores.csvCSV · 2 kB")
    async with page.expect_download() as coming:
        await card.get_by_role("link", name="Download scores.csv").click()
    download = await coming.value
    assert download.suggested_filename == "scores.csv"
    await expect(chips).to_have_count(0)
    await message.get_by_role("button", name="Open picture: board.png").click()
    assert await loaded(page.locator("[data-testid=lightbox] img"))


async def test_a_file_that_does_not_arrive_is_told(
    desk: Desk, look: Look, complaints: Complaints
) -> None:
    page = await look(desk.url, "U0ALICE", HIRING)
    complaints.expected = ("ERR_FAILED",)
    await page.route("**/upload?*", lambda route: route.abort())
    lost = {"name": "lost.txt", "mimeType": "text/plain", "buffer": b"x"}
    await page.set_input_files("[data-testid=composer-files]", [lost])
    await expect(page.locator(".notice:visible")).to_have_text("lost.txt could not be uploaded.")
    await expect(page.locator(".composer:visible .chip")).to_have_count(0)
    assert complaints.heard


async def test_an_answer_for_one_person_goes_when_they_dismiss_it(desk: Desk, look: Look) -> None:
    words = {"channel": HIRING, "user": "U0ALICE", "text": "Only you"}
    await desk.app.call("chat.postEphemeral", **words)
    page = await look(desk.url, "U0ALICE", HIRING)
    await page.get_by_role("button", name="Dismiss").click()
    await expect(page.locator(".ephemeral")).to_have_count(0)
    await page.reload()
    await page.wait_for_selector("[data-seat=U0ALICE] [data-testid=composer]")
    await expect(page.locator(".ephemeral")).to_have_count(0)


async def test_a_pinned_message_says_so(desk: Desk, look: Look) -> None:
    ts = await desk.dana.say("Keep this", channel=HIRING)
    page = await look(desk.url, "U0ALICE", HIRING)
    await desk.app.call("pins.add", channel=HIRING, timestamp=ts)
    await expect(said(page, "Keep this").locator(".above")).to_have_text("Pinned")


WATCH = """list => {
  window.added = 0;
  new MutationObserver((records) => {
    window.added += records.reduce((sum, { addedNodes }) => sum + addedNodes.length, 0);
  }).observe(list, { childList: true, subtree: true });
}"""


async def test_one_more_message_among_five_hundred_is_one_more_node(desk: Desk, look: Look) -> None:
    for number in range(500):
        await desk.dana.say(f"message {number}", channel=HIRING)
    page = await look(desk.url, "U0ALICE", HIRING)
    await expect(page.locator("[data-testid=messages] [data-ts]")).to_have_count(500)
    await page.locator(".message-list").first.evaluate(WATCH)
    await desk.dana.say("one more", channel=HIRING)
    await expect(said(page, "one more")).to_be_visible()
    assert await page.evaluate("window.added") == 1


async def test_a_reply_that_is_sent_to_the_channel_too_leads_to_its_thread(
    desk: Desk, look: Look
) -> None:
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    root = await desk.app.call("chat.postMessage", channel="G0HIRING", text="The question")
    more = {"thread_ts": root["ts"], "reply_broadcast": True}
    await desk.app.call("chat.postMessage", channel="G0HIRING", text="The answer", **more)
    await desk.app.call("chat.postMessage", channel="G0HIRING", text="Aside", thread_ts=root["ts"])
    messages = page.locator("[data-testid=messages]")
    await expect(messages).to_contain_text("The answer")
    await expect(messages).not_to_contain_text("Aside")
    await page.click(".broadcast")
    await expect(page.locator("[data-testid=thread]")).to_contain_text("Aside")
