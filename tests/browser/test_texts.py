"""Texts on the page: markdown, long sections, headings, what stands at a video."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.modals import Block, text
from tests.browser.pictures import png
from tests.browser.window import Complaints, Desk, Look

pytestmark = pytest.mark.browser

HIRING = "G0HIRING"


async def post(desk: Desk, *blocks: Block) -> None:
    await desk.app.call("chat.postMessage", channel=HIRING, text="Blocks", blocks=list(blocks))


MARKDOWN = """# Plan

1. first
   - inner
2. second

| who | score |
|:----|------:|
| *Ann* | 4 |

```
a | b *not bold*
```
> said
~~old~~ snake_case_word [docs](https://example.com/a) \\*plain\\*"""


async def test_markdown_has_tables_fences_and_lists_in_lists(desk: Desk, look: Look) -> None:
    await post(desk, {"type": "markdown", "block_id": "md", "text": MARKDOWN})
    page = await look(desk.url, "U0ALICE", HIRING)
    shown = page.locator('[data-block-id="md"]')
    await expect(shown.locator("h3")).to_have_text("Plan")
    await expect(shown.locator("ol > li > ul > li")).to_have_text("inner")
    await expect(shown.locator("th")).to_have_text(["who", "score"])
    await expect(shown.locator("td em")).to_have_text("Ann")
    await expect(shown.locator("td").last).to_have_css("text-align", "right")
    await expect(shown.locator("pre")).to_have_text("a | b *not bold*")
    await expect(shown.locator("blockquote")).to_have_text("said")
    await expect(shown.locator("> p")).to_have_text("old snake_case_word docs *plain*")
    await expect(shown.locator("> p a")).to_have_attribute("href", "https://example.com/a")


async def test_long_sections_headings_and_videos(
    desk: Desk, look: Look, complaints: Complaints
) -> None:
    long = "\n".join(f"line {number}" for number in range(40))
    await post(
        desk,
        {"type": "header", "block_id": "small", "text": text("Small"), "level": 3},
        {"type": "section", "block_id": "cut", "text": text(long)},
        {"type": "section", "block_id": "whole", "text": text(long), "expand": True},
        {
            "type": "video",
            "block_id": "video",
            "title": text("How we score"),
            "title_url": "https://videos.example/1",
            "video_url": "https://videos.example/embed/1",
            "thumbnail_url": "https://videos.example/1.png",
            "alt_text": "A person at a board",
        },
    )
    complaints.expected = ("asked for https://videos.example/1.png",)
    page = await look(desk.url, "U0BOB", "D0BOB")
    await page.route("https://videos.example/**", lambda route: route.fulfill(body=png()))
    await page.click(f'[data-channel="{HIRING}"]')
    await expect(page.locator('[data-block-id="small"]')).to_have_role("heading")
    heights = [await height(page, name) for name in ("cut", "whole")]
    assert heights[0] < heights[1] / 2
    await page.get_by_role("button", name="See more").click()
    assert await height(page, "cut") > heights[1]
    await expect(page.get_by_role("button", name="See less")).to_be_visible()
    watch = page.get_by_role("link", name="Watch: How we score")
    await expect(watch).to_have_attribute("href", "https://videos.example/embed/1")
    await expect(watch.locator("img")).to_have_attribute("alt", "A person at a board")


async def height(page: Page, block: str) -> float:
    return float(await page.locator(f'[data-block-id="{block}"]').evaluate("at => at.clientHeight"))
