"""The page: nothing typed is lost, and nothing typed is HTML."""

from html import escape

import pytest
from playwright.async_api import Page, WebSocketRoute, expect

from tests.browser.modals import EVERY_ELEMENT, ask, button, modal, option, text
from tests.browser.steps import COMPOSER, DIALOG, SUBMIT, TYPED, at, caret, gone, open_modal
from tests.browser.window import Complaints, Desk, Look

pytestmark = pytest.mark.browser


EVIL = "<img src=x onerror=\"document.title='owned'\"> *not bold* <script>1</script> & so on"


async def test_a_snapshot_while_typing_loses_nothing(desk: Desk, look: Look) -> None:
    desk.app.modal = modal(ask("evidence", "Evidence", "plain_text_input", multiline=True))
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    await page.fill(COMPOSER, "half a mess")
    await page.evaluate("document.querySelector('[data-testid=composer]').setSelectionRange(4, 6)")
    await desk.dana.say("news", channel="G0HIRING")
    await expect(page.locator("[data-ts]").last).to_contain_text("news")
    assert await caret(page) == ["half a mess", 4, 6]

    await page.fill(COMPOSER, "")
    await open_modal(page)
    await page.click(at("evidence", "textarea"))
    await page.keyboard.type("The candidate said")
    await page.keyboard.press("ArrowLeft")
    await desk.dana.say("more news", channel="G0HIRING")
    await expect(page.locator("[data-ts]").last).to_contain_text("more news")
    assert await caret(page) == ["The candidate said", 17, 17]


async def test_what_people_typed_is_never_html(desk: Desk, look: Look) -> None:
    desk.app.modal = modal(
        {"type": "section", "block_id": "said", "text": text(EVIL)},
        {
            "type": "rich_text",
            "block_id": "rich",
            "elements": [
                {"type": "rich_text_section", "elements": [{"type": "text", "text": EVIL}]}
            ],
        },
        ask("kept", "Kept", "plain_text_input", initial_value=EVIL),
        title="<b>bold</b>",
    )
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    await page.fill(COMPOSER, EVIL)
    await page.press(COMPOSER, "Enter")
    await expect(page.locator("[data-ts] .blocks").last).to_have_text(EVIL)
    await desk.app.call("chat.postMessage", channel="G0HIRING", text=escape(EVIL, quote=False))
    said = page.locator("[data-ts] .message-body > .text").last
    await expect(said).to_contain_text("<img src=x onerror=")
    await expect(said).to_contain_text("<script>1</script> & so on")
    await open_modal(page)
    for block in ("said", "rich"):
        await expect(page.locator(at(block))).to_have_text(EVIL)
    await expect(page.locator(at("kept", "input"))).to_have_value(EVIL)
    await expect(page.locator(f"{DIALOG} h2")).to_have_text("<b>bold</b>")
    assert await page.locator("main img, main script, .dialog img, .dialog script").count() == 0
    assert "owned" not in await page.title()


async def test_a_link_that_is_no_web_address_is_text(desk: Desk, look: Look) -> None:
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    line = "<javascript:alert(1)|click> and <https://example.com/a_b_c|this> and `<b>` *bold*"
    await desk.app.call("chat.postMessage", channel="G0HIRING", text=line)
    said = page.locator("[data-ts] .text").last
    await expect(said).to_contain_text("and this and")
    links = said.locator("a")
    await expect(links).to_have_count(1)
    await expect(links).to_have_attribute("href", "https://example.com/a_b_c")
    await expect(said.locator("strong")).to_have_text("bold")


async def test_a_message_is_operated_where_it_stands(desk: Desk, look: Look) -> None:
    asked = {
        "title": text("Sure?"),
        "text": text("It cannot be undone."),
        "confirm": text("Do it"),
        "deny": text("Leave it"),
    }
    choices = [option("edit", "Edit"), option("drop", "Drop")]
    elements = [
        button("plain", "Plain", value="v1"),
        button("asks", "Asks", value="v2", style="danger", confirm=asked),
        {"type": "overflow", "action_id": "more", "options": choices},
        {"type": "static_select", "action_id": "list", "options": choices},
    ]
    blocks = [{"type": "actions", "block_id": "acts", "elements": elements}]
    await desk.app.call("chat.postMessage", channel="G0HIRING", text="Acts", blocks=blocks)
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    await page.click('[data-action-id="plain"]')
    await page.click('[data-action-id="asks"]')
    await page.click("[data-testid=confirm-no]")
    await page.click('[data-action-id="asks"]')
    await page.click("[data-testid=confirm-yes]")
    await page.click('[data-action-id="more"] button')
    await page.click('[data-action-id="more"] [data-value="drop"]')
    await page.click('[data-action-id="list"] .picker-box')
    async with page.expect_response("**/gesture"):
        await page.click('[data-action-id="list"] [data-value="edit"]')
    await expect(page.locator("[aria-busy=true]")).to_have_count(0)
    actions = [body["actions"][0] for body in desk.app.of("block_actions")]
    assert [
        (action["action_id"], action.get("value") or action["selected_option"]["value"])
        for action in actions
    ] == [("plain", "v1"), ("asks", "v2"), ("more", "drop"), ("list", "edit")]


async def test_an_ephemeral_answer_says_who_sees_it(desk: Desk, look: Look) -> None:
    desk.app.says = {"response_type": "ephemeral", "text": "Only *you* read this."}
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    await page.fill(COMPOSER, "/interview help")
    await page.press(COMPOSER, "Enter")
    answer = page.locator("[data-ts].ephemeral")
    await expect(answer).to_contain_text("Only visible to you")
    await expect(answer.locator(".text")).to_have_text("Only you read this.")
    await page.click('[data-person="U0DANA"]')
    await page.click('[data-seat="U0DANA"] [data-channel="G0HIRING"]')
    await expect(page.locator(".ephemeral")).to_have_count(0)


async def test_a_thread_opens_beside_its_message_and_takes_a_reply(desk: Desk, look: Look) -> None:
    await desk.dana.say("Shall we?", channel="G0HIRING")
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    await page.locator("[data-ts]", has_text="Shall we?").hover()
    await page.locator("[data-ts]", has_text="Shall we?").locator(".tools button").click()
    await page.keyboard.type("Yes, at noon.")
    await page.keyboard.press("Enter")
    thread = page.locator("[data-testid=thread]")
    await expect(thread.locator("[data-ts]")).to_contain_text("Yes, at noon.")
    await expect(page.locator("[data-testid=messages] .replies")).to_have_text("1 reply")
    await page.click("[data-testid=thread-close]")
    await expect(page.locator("[data-testid=messages]")).not_to_contain_text("Yes, at noon.")


async def test_commands_complete_and_sent_lines_come_back(desk: Desk, look: Look) -> None:
    desk.app.modal = modal(ask("line", "A line", "plain_text_input"))
    page = await look(desk.url, "U0ALICE")
    await page.fill(COMPOSER, "/int")
    await expect(page.locator("[data-command]")).to_have_attribute("data-command", "/interview")
    await page.press(COMPOSER, "Tab")
    await expect(page.locator(COMPOSER)).to_have_value("/interview ")
    await page.keyboard.type("score")
    await page.keyboard.press("Enter")
    await page.wait_for_selector(DIALOG)
    await page.keyboard.press("Escape")
    await gone(page)
    await page.press(COMPOSER, "ArrowUp")
    await expect(page.locator(COMPOSER)).to_have_value("/interview score")
    await page.fill(COMPOSER, "/nonsense")
    await page.press(COMPOSER, "Enter")
    await expect(page.locator("main .notice")).to_contain_text("/nonsense is not a command")
    await expect(page.locator(COMPOSER)).to_have_value("/nonsense")


async def test_mei_reads_chinese_and_dana_english(desk: Desk, look: Look) -> None:
    desk.app.modal = modal(ask("must", "证据", "plain_text_input"))
    page = await look(desk.url, "U0MEI")
    await expect(page.locator('[data-clock="morning"]')).to_have_text("次日早晨")
    await expect(page.locator(".sidebar h2").first).to_have_text("频道")
    await open_modal(page)
    await page.click(SUBMIT)
    await expect(page.locator('[data-error-for="must"]')).to_have_text("请填写此必填项。")
    assert await page.evaluate("document.documentElement.lang") == "zh-CN"
    await page.click("[data-testid=modal-close]")
    await gone(page)
    await page.click('[data-person="U0DANA"]')
    await expect(page.locator('[data-seat="U0DANA"] .sidebar h2').first).to_have_text("Channels")


SHAPES = """async () => {
  const { DICTIONARIES } = await import("/static/text/words.js");
  const shape = ([name, word]) => [name, typeof word, word.length > 0];
  return Object.values(DICTIONARIES).map((words) => Object.entries(words).map(shape).sort());
}"""


async def test_both_languages_have_every_word(desk: Desk, look: Look) -> None:
    page = await look(desk.url, "U0DANA")
    english, chinese = await page.evaluate(SHAPES)
    assert english == chinese
    assert all(filled for _, _, filled in english)


async def test_a_phone_never_scrolls_sideways(desk: Desk, look: Look) -> None:
    desk.app.modal = EVERY_ELEMENT
    page = await look(desk.url, "U0DANA", "G0HIRING", width=390)
    await desk.dana.say("word " * 40 + "w" * 200, channel="G0HIRING")
    await expect(page.locator("[data-ts]").last).to_be_visible()
    widths = [await overflow(page)]
    await page.click(".menu-toggle")
    await page.click('[data-channel="D0DANA"]')
    widths.append(await overflow(page))
    await open_modal(page)
    widths.append(await overflow(page))
    assert widths == [0, 0, 0]


OVERFLOW = """Math.max(...[document.documentElement, ...document.querySelectorAll("%s")]
  .map((node) => node.scrollWidth - node.clientWidth))"""


async def overflow(page: Page) -> int:
    """Pixels that stick out of the window, or of any part that scrolls up and down."""
    wide: int = await page.evaluate(OVERFLOW % ".scroll, .dialog-body, .sidebar")
    return wide


async def test_leaving_a_seat_and_coming_back_finds_everything_half_typed(
    desk: Desk, look: Look
) -> None:
    desk.app.modal = modal(ask("evidence", "Evidence", "plain_text_input", multiline=True))
    page = await look(desk.url, "U0ALICE")
    await open_modal(page)
    await page.fill(at("evidence", "textarea"), TYPED)
    await page.evaluate("location.hash = '#U0DANA/G0HIRING'")
    await page.wait_for_selector('[data-seat="U0DANA"] [data-testid=composer]')
    await gone(page)
    await page.evaluate("location.hash = '#U0ALICE'")
    await expect(page.locator(at("evidence", "textarea"))).to_have_value(TYPED)


async def test_a_lost_connection_comes_back_by_itself(desk: Desk, look: Look) -> None:
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    lines: list[WebSocketRoute] = []

    def through(line: WebSocketRoute) -> None:
        lines.append(line)
        line.connect_to_server()

    await page.route_web_socket("**/live?*", through)
    await page.reload()
    await page.wait_for_selector("[data-seat=U0ALICE] [data-testid=composer]", state="attached")
    await lines[0].close()
    await desk.dana.say("said while nobody listened", channel="G0HIRING")
    await expect(page.locator("[data-ts]").last).to_contain_text("said while nobody listened")
    await expect(page.locator("main .notice")).to_be_hidden()
    assert len(lines) == 2


async def test_a_long_message_is_read_from_its_start(desk: Desk, look: Look) -> None:
    page = await look(desk.url, "U0ALICE", "G0HIRING")
    lines = "\n".join(f"line {number}" for number in range(80))
    await desk.dana.say("before it", channel="G0HIRING")
    await desk.app.call("chat.postMessage", channel="G0HIRING", text=lines)
    await expect(page.locator("[data-ts] .meta strong").last).to_have_text("Interview Coach")
    await expect(page.locator("[data-ts] .meta strong").last).to_be_in_viewport()


async def test_home_is_asked_for_and_shown(desk: Desk, look: Look) -> None:
    blocks = [{"type": "section", "text": text("All your interviews")}]
    view = {"type": "home", "blocks": blocks}
    await desk.app.call("views.publish", user_id="U0ALICE", view=view)
    page = await look(desk.url, "U0ALICE")
    await page.click("[data-tab=home]")
    await expect(page.locator("[data-testid=home]")).to_have_text("All your interviews")
    await expect(page.locator(COMPOSER)).to_be_hidden()
    await page.click("[data-tab=messages]")
    await expect(page.locator(COMPOSER)).to_be_visible()
    opened = [body["event"]["type"] for body in desk.app.of("event_callback")]
    assert opened == ["app_home_opened"]


async def test_a_stranger_in_the_address_is_led_to_the_first_seat(
    desk: Desk, look: Look, complaints: Complaints
) -> None:
    page = await look(desk.url, "U0ALICE")
    complaints.expected = ("404", "403")
    await page.evaluate("location.hash = '#U0NOBODY'")
    await expect(page.locator("[data-seat=U0DANA] [data-testid=composer]")).to_be_visible()
    assert complaints.heard


async def test_unread_marks_go_when_the_channel_is_read(desk: Desk, look: Look) -> None:
    page = await look(desk.url, "U0ALICE", "D0ALICE")
    await desk.dana.say("one", channel="G0HIRING")
    await desk.dana.say("two", channel="G0HIRING")
    await expect(page.locator('[data-channel="G0HIRING"] .badge')).to_have_text("2")
    await page.click('[data-channel="G0HIRING"]')
    await expect(page.locator('[data-channel="G0HIRING"] .badge')).to_have_count(0)
