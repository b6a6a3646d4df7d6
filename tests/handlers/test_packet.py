"""The packet of a candidate: all that was said, traced to who and against which text."""

import csv
import json
import re
from dataclasses import replace
from io import StringIO
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from markdown_it import MarkdownIt

from coaching.debrief.record import record
from handlers.packet_files import BOM, files
from handlers.views.packet import markdown
from handlers.views.ratings_sheet import sheet
from tests.coaching.test_exporting import NASTY, TYPED, printable
from tests.handlers.packets import packet_of

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
QUOTES = 5 * 2 + 3 + 3  # ratings, amendments, and what was said of the decision
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


def section(text, title):
    """Return what stands under a heading of the second rank."""
    _, _, rest = text.partition(f"\n## {title}\n")
    return rest.partition("\n## ")[0]


def test_people_read_who_said_what_and_against_which_text(both, texts):
    packet = packet_of(both.live, "Heard it")
    text = markdown(packet, texts)
    for kept in packet.cards:
        for rating in kept.card.ratings:
            assert f"`{rating.item.ref}`" in text
    model = packet.report.library.model(packet.loop.job.model_id)
    scale = [texts.of(model.scale.label(points)) for points in (4, 2)]
    assert all(f"{word}**" in text for word in scale)
    assert texts.of(model.scale.not_assessed) in text
    assert text.count("> Heard it") == QUOTES
    names = texts(", ").join(["Charlie", "Zoë"])
    assert texts("Missing: {names}", names=names) in text
    before, word, _ = packet.cards[0].amendments
    what = f"**3 · {texts.of(model.scale.label(3))}**"
    at = said_at(before.at, texts)
    assert texts("Amended before the debrief, {at}: {what}", at=at, what=what) in text
    what, at = f"**{texts('Strong yes')}**", said_at(word.at, texts)
    assert texts("Amended after the debrief, {at}: {what}", at=at, what=what) in text
    assert f"**{texts('Yes')}**" in text  # what was sealed stays
    assert texts("released the debrief") in text
    assert "`something.new`" in text  # what nobody has put into words is not left out


def said_at(at, texts):
    return f"{at.astimezone(texts.zone):%Y-%m-%d %H:%M}"


def test_a_packet_can_be_read_without_the_questions_it_was_asked_from(both, texts):
    packet = packet_of(both.live, "typed")
    asked = section(
        markdown(packet, texts), texts("What was asked, and what each point means")
    ).replace("\\", "")
    [question] = packet.questions.values()
    whole = packet.competencies[packet.cards[0].card.ratings[1].item.ref]
    assert texts.of(question.prompt) in asked
    for anchored in (question, whole):
        for points in range(1, 6):
            assert texts.of(anchored.anchor(points).text) in asked
    lost = markdown(replace(packet, documents={}, questions={}, competencies={}), texts)
    assert f"- `{question.ref}`" in lost
    assert record(replace(packet, documents={}, competencies={}))["texts_not_kept"] == [
        question.ref, packet.cards[0].card.ratings[1].item.ref,
    ]  # fmt: skip


def test_cards_that_count_for_nothing_stand_apart_and_say_why(both, texts):
    text = markdown(packet_of(both.live, "typed"), texts)
    counted = section(text, texts("Scorecards of the profile"))
    apart = section(text, texts("Scorecards outside the profile"))
    assert [line for line in counted.splitlines() if line.startswith("### ")] == [
        "### Alice typed", "### Bob",
    ]  # fmt: skip
    assert [line for line in apart.splitlines() if line.startswith("### ")] == [
        "### Mei", "### Charlie", "### Gus",
    ]  # fmt: skip
    late = texts("Sealed after the debrief: the panel read it without this scorecard")
    assert apart.index("### Charlie") < apart.index(late) < apart.index("### Gus")


def test_a_late_card_says_too_who_wrote_it_for_the_interviewer(both, texts):
    packet = packet_of(both.live, "typed")
    late = packet.cards[3]
    late = replace(late, card=replace(late.card, written_by="UDANA"))
    text = markdown(replace(packet, cards=[*packet.cards[:3], late]), texts)
    card = text[text.index("### Charlie") :]
    assert texts("Sealed after the debrief: the panel read it without this scorecard") in card
    assert (
        texts(
            "Submitted by {writer} on behalf of {name}: no independent rater, not in the profile",
            writer="Dana",
            name="Charlie",
        )
        in card.partition("####")[0]
    )


def test_a_packet_before_the_debrief_says_so_at_the_top(both, texts):
    warning = texts("The debrief is not out: the panel has read none of this yet.")
    assert warning not in markdown(packet_of(both.live, "typed"), texts)
    early = markdown(packet_of(both.live, "typed", released=None), texts)
    assert early.index(warning) < early.index("## ")
    assert record(packet_of(both.live, "typed", released=None))["released"] is False


def test_the_talk_is_shown_by_how_far_it_moved_people_and_never_by_whom(both, texts):
    packet = packet_of(both.live, "typed")
    text = section(markdown(packet, texts), texts("How far the talk moved the panel"))
    assert texts("mean {before} → {after}", before="3", after="3.5") in text
    assert texts("not shown, as it would tell who it was") in text
    assert not any(name in text for name in ("Alice", "Bob"))
    together, alone = record(packet)["moved_by_the_talk"]
    assert (together["before"], together["after"], together["up"]) == (3.0, 3.5, 1)
    assert (alone["voted"], alone["before"], alone["after"], alone["up"]) == (1, None, None, None)


def test_what_is_withheld_from_a_panel_is_counted_in_every_file(both, texts):
    packet = replace(
        packet_of(both.live, "She is due in May."),
        withhold=lambda note: [1] if "May" in note else [note],
    )
    said = texts.count(
        "[{n} sentence withheld: personal information]",
        "[{n} sentences withheld: personal information]",
        1,
    )
    text, machines, cells = (each.content.decode() for each in files(packet, texts))
    assert text.replace("\\", "").count(said) == QUOTES
    assert machines.count("[withheld: 1]") == QUOTES
    assert cells.count(said) == 5 * 2
    assert "> She is due" not in text
    assert '"evidence": "She' not in machines


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
    assert printable("\n".join(quotes)).count(printable(typed)) == QUOTES


def test_the_record_has_versions_cards_amendments_decisions_and_the_trail(both):
    packet = packet_of(both.live, "=1+1 王 😀\u2028")
    read = json.loads(json.dumps(record(packet), ensure_ascii=False))
    assert read["schema"] == "candidate-packet/v1"
    assert re.fullmatch(r"\d+\.\d+\.\d+", read["version"])
    assert read["missing"] == ["i4", "i6"]
    assert read["job"]["model"] == packet.loop.job.model
    first, second = read["profile"]
    assert (first["mean"], first["raters"], first["disputed"]) == (
        3.0, {"UALICE": 4.0, "UBOB": 2.0}, True,
    )  # fmt: skip
    assert (second["mean"], second["confidence"]) == (2.0, "low")
    alice, bob, mei, *_ = read["scorecards"]
    assert [each["part"] for each in read["scorecards"]] == [
        "profile", "profile", "behalf", "late", "shadow",
    ]  # fmt: skip
    assert (mei["interviewer"], mei["written_by"]) == ("UMEI", "UDANA")
    assert [each["mark"] for each in alice["ratings"]] == [4, 2]
    assert [each["mark"] for each in bob["ratings"]] == [2, "not_assessed"]
    assert bob["ratings"][1]["why_not_assessed"] == "no_time"
    assert all(re.fullmatch(r".+@.+#\w{16}", each["against"]) for each in alice["ratings"])
    assert alice["ratings"][0]["evidence"] == "=1+1 王 😀\u2028"
    assert [each["after_debrief"] for each in alice["amendments"]] == [False, True, True]
    assert bob["amendments"] == []
    assert [each["verdict"] for each in read["decisions"]] == ["hold", "hire"]
    assert read["trail"][2] == {
        "at": "2026-01-06T09:00:00+00:00", "actor": "", "action": "debrief.release",
        "subject": "c1",
    }  # fmt: skip
    assert alice["sealed_at"] == "2026-01-05T11:00:00+00:00"
    [ref] = read["questions"]
    assert read["questions"][ref]["prompt"].keys() == {"en", "zh-CN"}


def test_in_a_spreadsheet_nothing_computes_and_every_rating_has_its_row(both, texts):
    packet = packet_of(both.live, "=1+1")
    heads, *rows = csv.reader(StringIO(sheet(packet, texts), newline=""))
    assert len(rows) == 5 * 2
    evidence, points = heads.index(texts("Evidence")), heads.index(texts("Points"))
    assert [row[evidence] for row in rows] == ["'=1+1"] * 10
    assert [row[points] for row in rows[:4]] == ["4", "2", "2", ""]
    assert [row[heads.index(texts("In the profile"))] for row in rows[:5]] == [
        *[texts("yes")] * 4, texts("no: written for the interviewer"),
    ]  # fmt: skip
    assert not any(cell[:1] in "=+-@" for row in rows for cell in row if cell)


def test_no_file_is_called_by_the_name_of_a_person_and_excel_reads_chinese(both, texts):
    made = files(packet_of(both.live, "王小明"), texts)
    assert [each.name for each in made] == [
        "candidate-c1.md", "candidate-c1.json", "candidate-c1-ratings.csv",
    ]  # fmt: skip
    assert not any("王小明" in each.title for each in made)
    assert made[2].content.decode().startswith(BOM)
    assert all("王小明" in each.content.decode() for each in made)
