"""The developer's drawer: what goes between Slack and the app, and what shall go wrong."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.modals import ask, modal, text
from tests.browser.window import Complaints, Desk, Look

pytestmark = pytest.mark.browser

ROWS = ".traffic-row:visible"
DETAIL = "[data-testid=detail]"


def row(page: Page, name: str) -> str:
    return f'.traffic-row:visible:has-text("{name}")'


async def drawer(desk: Desk, look: Look, **options: object) -> Page:
    page = await look(desk.url, "U0ALICE", "G0HIRING", **options)
    await page.keyboard.press("Control+Backquote")
    await expect(page.locator("[data-testid=drawer]")).to_be_visible()
    return page


async def test_a_call_and_its_answer_are_read_in_full(desk: Desk, look: Look) -> None:
    page = await drawer(desk, look)
    await desk.app.call("chat.postMessage", channel="G0HIRING", text="<b>Hi</b>")
    line = page.locator(row(page, "chat.postMessage"))
    await expect(line.locator(".traffic-ms")).to_contain_text("ms")
    await expect(line.locator(".traffic-outcome")).to_have_text("ok")
    await line.click()
    request = page.locator(f"{DETAIL} [data-payload=request] pre")
    await expect(request).to_contain_text('{\n  "channel": "G0HIRING",\n  "text": "<b>Hi</b>"')
    await expect(request.locator(".json-name").first).to_have_text('"channel"')
    await expect(page.locator(f"{DETAIL} [data-payload=response] pre")).to_contain_text(
        '"ok": true'
    )
    assert await page.locator(f"{DETAIL} pre b").count() == 0


async def test_a_refusal_says_which_rule_and_where(desk: Desk, look: Look) -> None:
    page = await drawer(desk, look)
    broken = {"type": "section", "text": {**text("x" * 3001)}}
    with pytest.raises(AssertionError):
        await desk.app.call("chat.postMessage", channel="G0HIRING", text="x", blocks=[broken])
    line = page.locator(row(page, "chat.postMessage"))
    await expect(line.locator(".traffic-outcome")).to_contain_text("invalid_blocks")
    await line.click()
    await expect(page.locator("[data-testid=detail-error]")).to_have_text("invalid_blocks")
    await expect(page.locator("[data-testid=detail-messages] li").first).to_contain_text(
        "/blocks/0/text"
    )


async def test_a_delivery_has_its_person_and_is_found_by_the_filter(desk: Desk, look: Look) -> None:
    desk.app.modal = modal(ask("needle", "A line", "plain_text_input"))
    page = await drawer(desk, look)
    await desk.slack.hand("U0ALICE").command("/interview score")
    await expect(page.locator(row(page, "/interview"))).to_contain_text("Alice Okafor")
    await expect(page.locator(ROWS)).to_have_count(2)
    await page.fill("[data-testid=traffic-filter]", "NEEDLE")
    await expect(page.locator(ROWS)).to_have_count(1)
    await expect(page.locator(ROWS)).to_contain_text("views.open")
    await page.fill("[data-testid=traffic-filter]", "okafor")
    await expect(page.locator(ROWS)).to_contain_text("/interview")
    await page.fill("[data-testid=traffic-filter]", "")
    await page.uncheck("[data-testid=drawer] input[data-kind=delivery]")
    await expect(page.locator(ROWS)).to_have_count(1)
    await expect(page.locator(ROWS)).to_contain_text("views.open")
    await page.check("[data-testid=drawer] input[data-kind=delivery]")
    await page.click("[data-testid=traffic-clear]")
    await expect(page.locator(ROWS)).to_have_count(0)
    await expect(page.locator(".traffic-empty")).to_be_visible()


async def test_the_keyboard_walks_through_the_traffic(desk: Desk, look: Look) -> None:
    page = await drawer(desk, look)
    for word in ("one", "two", "three"):
        await desk.app.call("chat.postMessage", channel="G0HIRING", text=word)
    await expect(page.locator(ROWS)).to_have_count(3)
    await page.focus("[data-testid=traffic]")
    await page.keyboard.press("End")
    await page.keyboard.press("ArrowUp")
    await expect(page.locator("[aria-selected=true].traffic-row")).to_have_count(1)
    await expect(page.locator(f"{DETAIL} [data-payload=request]")).to_contain_text('"two"')
    await page.keyboard.press("Escape")
    await expect(page.locator(DETAIL)).to_be_hidden()
    await page.focus("[data-testid=drawer-handle]")
    before = await page.locator("[data-testid=drawer]").bounding_box()
    await page.keyboard.press("ArrowUp")
    after = await page.locator("[data-testid=drawer]").bounding_box()
    assert before
    assert after
    assert after["height"] == before["height"] + 32
    await page.reload()
    await page.wait_for_selector("[data-testid=composer]", state="attached")
    await page.keyboard.press("Control+Backquote")
    await expect(page.locator(ROWS)).to_have_count(3)
    again = await page.locator("[data-testid=drawer]").bounding_box()
    assert again
    assert again["height"] == after["height"]


async def test_the_list_follows_unless_somebody_reads_further_up(desk: Desk, look: Look) -> None:
    page = await drawer(desk, look)
    for number in range(30):
        await desk.app.call("chat.postMessage", channel="G0HIRING", text=f"line {number}")
    await expect(page.locator(".traffic-row").last).to_be_in_viewport()
    await expect(page.locator(".traffic-row")).to_have_count(30)
    await page.evaluate("document.querySelector('[data-testid=traffic]').scrollTop = 0")
    await expect(page.locator(".traffic-row").first).to_be_in_viewport()
    await desk.app.call("chat.postMessage", channel="G0HIRING", text="news")
    await expect(page.locator(".traffic-row")).to_have_count(31)
    await expect(page.locator(".traffic-row").first).to_be_in_viewport()


QUICK = """async () => {
  const { Traffic } = await import("/static/drawer/traffic.js");
  const { wordsFor } = await import("/static/text/words.js");
  const traffic = new Traffic();
  const times = { zone: "UTC", tokens: () => "9:00" };
  document.querySelector(".drawer-panel").replaceChildren(traffic.node);
  traffic.draw({ words: wordsFor("en"), times, nameOf: (id) => id });
  const entry = (number) => ({
    number, at: number, kind: "call", name: "chat.postMessage", person: "", attempt: 0,
    request: { text: "x".repeat(2000) }, response: { ok: true }, ms: 12, outcome: "ok",
    error: "", messages: [], transport: "http",
  });
  traffic.add(Array.from({ length: 2500 }, (_, index) => entry(index + 1)));
  const kept = traffic.list.children.length;
  const began = performance.now();
  for (let number = 3000; number < 3020; number += 1) {
    traffic.add([entry(number)]);
    traffic.list.scrollHeight;
  }
  return [kept, traffic.list.children.length, (performance.now() - began) / 20];
}"""


async def test_two_thousand_entries_stay_quick(desk: Desk, look: Look) -> None:
    page = await drawer(desk, look)
    kept, after, each = await page.evaluate(QUICK)
    assert (kept, after) == (2000, 2000)
    assert each < 50  # milliseconds for one more entry


async def test_a_fault_is_ordered_strikes_and_is_taken_back(
    desk: Desk, look: Look, complaints: Complaints
) -> None:
    page = await drawer(desk, look)
    await page.click("[data-testid=drawer] [data-tab=trouble]")
    await page.fill("[data-testid=fault-method]", "chat.postMessage")
    await page.select_option("[data-testid=fault-kind]", "error")
    await page.fill("[data-testid=fault-value]", "fatal_error")
    await page.fill("[data-testid=fault-times]", "2")
    await page.click("[data-testid=fault-add]")
    armed = page.locator("[data-testid=faults] li")
    await expect(armed).to_contain_text("Slack refuses with an error: fatal_error")
    with pytest.raises(AssertionError, match="fatal_error"):
        await desk.app.call("chat.postMessage", channel="G0HIRING", text="x")
    await expect(armed).to_contain_text("1 ×")
    await page.get_by_role("button", name="Remove chat.postMessage").click()
    await expect(armed).to_have_count(0)
    await page.select_option("[data-testid=fault-kind]", "slow")
    await page.fill("[data-testid=fault-method]", "*")
    await page.click("[data-testid=fault-add]")
    await expect(armed).to_contain_text("The answer is slow: 2.8")
    await page.click("[data-testid=faults-clear]")
    await expect(armed).to_have_count(0)
    await desk.app.call("chat.postMessage", channel="G0HIRING", text="all is well")
    async with page.expect_response("**/gesture"):
        await page.check("[data-testid=pace]")
    await expect(page.locator("[data-testid=pace]")).to_be_checked()
    assert desk.slack.pace.on
    await expect(page.locator("[data-testid=connections]")).to_contain_text("0 open")


WIDEST = """Math.max(...[...document.querySelectorAll(".trouble, .drawer, html")]
  .map((node) => node.scrollWidth))"""


async def test_the_drawer_speaks_chinese_and_fits_a_phone_in_the_dark(
    desk: Desk, look: Look
) -> None:
    page = await look(desk.url, "U0MEI", "G0HIRING", width=390, height=844, color_scheme="dark")
    await page.get_by_role("button", name="开发者").click()
    await expect(page.locator("[data-testid=drawer] [data-tab=traffic]")).to_have_text("往来记录")
    await desk.app.call("chat.postMessage", channel="G0HIRING", text="x")
    await page.click(row(page, "chat.postMessage"))
    await expect(page.locator(f"{DETAIL} h4").first).to_have_text("请求")
    await page.click("[data-testid=drawer] [data-tab=trouble]")
    await expect(page.locator("[data-testid=fault-add]")).to_have_text("制造故障")
    assert await page.evaluate(WIDEST) == 390
    composer = await page.locator("[data-testid=composer]").bounding_box()
    edge = await page.locator("[data-testid=drawer]").bounding_box()
    assert composer
    assert edge
    assert composer["y"] + composer["height"] <= edge["y"]
