"""Blocks on the page: what they say, to the eye and to a screen reader."""

import pytest
from playwright.async_api import expect

from tests.browser.modals import Block, button, modal, text
from tests.browser.pictures import loaded, png
from tests.browser.steps import at, open_modal
from tests.browser.window import Desk, Look

pytestmark = pytest.mark.browser

HIRING = "G0HIRING"
LEVELS = {
    "info": ("Information:", "note"),
    "warning": ("Warning:", "alert"),
    "error": ("Error:", "alert"),
    "success": ("Success:", "note"),
    "default": ("", "note"),
}
SCROLLED = """at => new Promise((done) => {
  const look = () => (at.scrollLeft > 0 ? done(true) : requestAnimationFrame(look));
  look();
})"""


def file_of(desk: Desk, name: str, data: bytes) -> str:
    """Let Alice bring a file; its id comes back."""
    return desk.slack.files.brought(name, data, "U0ALICE", desk.slack.address).id


async def post(desk: Desk, *blocks: Block) -> None:
    await desk.app.call("chat.postMessage", channel=HIRING, text="Blocks", blocks=list(blocks))


def mrkdwn(words: str) -> Block:
    return {"type": "mrkdwn", "text": words}


async def test_an_alert_tells_its_weight_in_words_too(desk: Desk, look: Look) -> None:
    desk.app.modal = modal(
        *(
            {"type": "alert", "block_id": level, "level": level, "text": mrkdwn(f"*{level}* it is")}
            for level in LEVELS
        )
    )
    page = await look(desk.url, "U0ALICE", HIRING)
    await open_modal(page)
    colours = set()
    for level, (word, role) in LEVELS.items():
        notice = page.locator(at(level))
        await expect(notice).to_have_text(f"{word}{level} it is")
        await expect(notice).to_have_attribute("role", role)
        colours.add(await notice.locator("svg").evaluate("svg => getComputedStyle(svg).color"))
    assert len(colours) == len(LEVELS)


async def test_a_card_shows_its_pictures_and_its_buttons_work(desk: Desk, look: Look) -> None:
    picture = {"slack_file": {"id": file_of(desk, "hero.png", png())}, "type": "image"}
    card = {
        "type": "card",
        "block_id": "card",
        "hero_image": {**picture, "alt_text": "The team"},
        "icon": {**picture, "alt_text": "Logo"},
        "title": mrkdwn("Robin Vega"),
        "subtitle": mrkdwn("Product lead"),
        "body": mrkdwn("Two of *three* scored."),
        "actions": [button("open", "Open", value="r1")],
    }
    await post(desk, card)
    page = await look(desk.url, "U0ALICE", HIRING)
    shown = page.locator('[data-block-id="card"]')
    await expect(shown).to_contain_text("Robin VegaProduct leadTwo of three scored.")
    for words in ("The team", "Logo"):
        assert await loaded(shown.locator(f'img[alt="{words}"]'))
    async with page.expect_response("**/gesture"):
        await shown.get_by_role("button", name="Open", exact=True).click()
    [body] = desk.app.of("block_actions")
    assert (body["actions"][0]["action_id"], body["actions"][0]["value"]) == ("open", "r1")


async def test_a_picture_opens_in_full_and_the_keyboard_comes_back(desk: Desk, look: Look) -> None:
    image = {"type": "image", "block_id": "chart", "alt_text": "Scores", "title": text("Chart")}
    await post(desk, {**image, "slack_file": {"id": file_of(desk, "chart.png", png())}})
    page = await look(desk.url, "U0ALICE", HIRING)
    opener = page.get_by_role("button", name="Open picture: Scores")
    await expect(page.locator('[data-block-id="chart"] figcaption')).to_have_text("Chart")
    await opener.click()
    full = page.locator("[data-testid=lightbox]")
    assert await loaded(full.locator("img"))
    await page.keyboard.press("Escape")
    await expect(full).to_have_count(0)
    await expect(opener).to_be_focused()


def cell(kind: str, words: str) -> Block:
    if kind != "rich_text":
        value = {"value": float(words)} if kind == "raw_number" else {}
        return {"type": kind, "text": words, **value}
    section = {"type": "rich_text_section", "elements": [bold(words)]}
    return {"type": kind, "elements": [section]}


def bold(words: str) -> Block:
    return {"type": "text", "text": words, "style": {"bold": True}}


async def test_a_wide_table_is_aligned_and_scrolls_by_keyboard(desk: Desk, look: Look) -> None:
    long = "a long remark that goes on " * 8
    table = {
        "type": "table",
        "block_id": "table",
        "column_settings": [{"is_wrapped": True}, {"align": "right"}, {"align": "center"}],
        "rows": [
            [cell("raw_text", words) for words in ("Who", "Score", "Mark", "Remark")],
            [
                cell("rich_text", "Robin"),
                cell("raw_number", "4.5"),
                cell("raw_text", "yes"),
                cell("raw_text", long),
            ],
        ],
    }
    await post(desk, table)
    page = await look(desk.url, "U0ALICE", HIRING, width=700)
    shown = page.locator('[data-block-id="table"]')
    await expect(shown.locator("th")).to_have_text(["Who", "Score", "Mark", "Remark"])
    await expect(shown.locator("td strong")).to_have_text("Robin")
    sides = await shown.locator("td").evaluate_all(
        "all => all.map((td) => [getComputedStyle(td).textAlign, getComputedStyle(td).whiteSpace])"
    )
    normal, one_line = "normal", "nowrap"
    assert sides == [
        ["left", normal],
        ["right", one_line],
        ["center", one_line],
        ["left", one_line],
    ]
    await shown.focus()
    await page.keyboard.press("ArrowRight")
    assert await shown.evaluate(SCROLLED)
    await expect(shown).to_have_role("region")
