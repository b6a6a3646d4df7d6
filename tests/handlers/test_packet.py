"""The packet of a candidate: all that was said, traced to who and against which text."""

import json
import re
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from markdown_it import MarkdownIt

from coaching.debrief.packet import record
from handlers.views.packet import markdown
from tests.coaching.test_exporting import NASTY, TYPED, printable
from tests.handlers.packets import packet_of

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
EXPECTED = {
    "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline",
    "blockquote_open", "blockquote_close", "bullet_list_open", "bullet_list_close",
    "list_item_open", "list_item_close",
}  # fmt: skip


def parsed(text):
    """Return its headings, what stands in its quotes, and the kinds of everything in it."""
    blocks = MARKDOWN.parse(text)
    kinds = {each.type for each in blocks}
    kinds |= {child.type for each in blocks for child in each.children or ()}
    headings = [two.content for one, two in pairwise(blocks) if one.type == "heading_open"]
    return headings, kinds, blocks


def test_people_read_who_said_what_and_against_which_text(both, texts):
    packet = packet_of(both.live, "Heard it")
    text = markdown(packet, texts)
    for _, card in packet.cards:
        for rating in card.ratings:
            assert f"`{rating.item.ref}`" in text
    model = packet.report.library.model(packet.report.loop.job.model_id)
    scale = [texts.of(model.scale.label(points)) for points in (4, 2, None)]
    assert all(f"{word}**" in text for word in scale)
    assert text.count("> Heard it") == 4 + 3  # ratings and amendments
    assert texts("Missing: {names}", names="Mei") in text
    before, word, _ = packet.amendments["i1"]
    what = texts("Overall recommendation") + f" **{texts('Strong yes')}**"
    assert texts("Amended after the debrief, {at}: {what}", at=word.at, what=what) in text
    began = texts("Amended before the debrief, {at}: {what}", at=before.at, what="")
    [line] = [line for line in text.splitlines() if line.startswith(began)]
    assert texts.of(model.scale.label(3)) in line
    assert texts("Yes") in text  # what was sealed stays
    assert "debrief.release" in text


@pytest.mark.parametrize("locale", ["en", "zh-CN"])
def test_nothing_that_was_typed_becomes_markup(both, languages, locale):
    texts = languages.of(locale)
    plain, _, _ = parsed(markdown(packet_of(both.live, "typed"), texts))

    @settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(TYPED)
    def holds(typed):
        headings, kinds, _ = parsed(markdown(packet_of(both.live, typed), texts))
        assert len(headings) == len(plain)
        assert kinds <= EXPECTED | {
            "text", "hardbreak", "softbreak", "strong_open", "strong_close", "code_inline",
        }  # fmt: skip

    for typed in NASTY:
        holds = example(typed)(holds)
    holds()


def test_evidence_stands_there_as_it_was_typed(both, texts):
    typed = "Asked:\n\n- why?\n    what *for*\n<b>1</b> https://evil.example"
    _, _, blocks = parsed(markdown(packet_of(both.live, typed), texts))
    quotes = [
        "".join(child.content or "\n" for child in block.children)
        for block in blocks
        if block.type == "inline" and block.level == 2
    ]
    assert printable("\n".join(quotes)).count(printable(typed)) == 4 + 3


def test_the_record_has_versions_cards_amendments_and_the_trail(both):
    packet = packet_of(both.live, "=1+1 王 😀\u2028")
    read = json.loads(json.dumps(record(packet), ensure_ascii=False))
    assert read["schema"] == "candidate-packet/v1"
    assert read["missing"] == ["i3"]
    assert read["job"]["model"] == packet.report.loop.job.model
    first, second = read["profile"]
    assert (first["mean"], first["raters"], first["disputed"]) == (
        3.0, {"UALICE": 4.0, "UBOB": 2.0}, True,
    )  # fmt: skip
    assert (second["mean"], second["confidence"]) == (2.0, "low")
    alice, bob = read["scorecards"]
    assert [each["mark"] for each in alice["ratings"]] == [4, 2]
    assert [each["mark"] for each in bob["ratings"]] == [2, "not_assessed"]
    assert all(re.fullmatch(r".+@.+#\w{16}", each["against"]) for each in alice["ratings"])
    assert alice["ratings"][0]["evidence"] == "=1+1 王 😀\u2028"
    assert [each["after_debrief"] for each in alice["amendments"]] == [False, True, True]
    assert bob["amendments"] == []
    assert read["trail"][0] == {
        "at": "2026-01-05T09:00:00+00:00", "actor": "UDANA", "action": "debrief.release",
        "subject": "c1",
    }  # fmt: skip
    assert alice["sealed_at"] == "2026-01-05T11:00:00+00:00"
