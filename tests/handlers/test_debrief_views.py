"""A debrief at its longest: one message, its thread, and the evidence; nothing of it is cut."""

import json

import pytest

from coaching.debrief.report import Report
from coaching.plan import bars, items
from coaching.profile import profile
from coaching.scorecard import EVIDENCE
from coaching.typed import length
from handlers import ids
from handlers.views import debrief, evidence
from handlers.views.traced import Shown
from playground.checker.mentions import mentions, rich_mentions
from playground.checker.messages import too_long
from playground.checker.surfaces import check_blocks, check_view
from tests import wide
from tests.handlers.test_limits import (
    VIEW,
    WITHHOLD,
    in_full,
    longest,
    loop_of,
    report_of,
    said,
)


@pytest.mark.parametrize("raters", [1, 2, 8])
def test_a_debrief_at_its_longest_is_continued_and_nothing_is_cut(both, texts, raters):
    report = in_full(report_of(both, raters))
    pages = list(debrief.pages(Shown(report, texts, WITHHOLD)))
    for page in pages:
        assert list(map(str, check_blocks(page, "message"))) == []
        assert mentions(page) == []
        assert rich_mentions(page) == []
        assert not too_long("", page)
    assert [each for each in pages[0] if "thread" in str(each) or "消息列" in str(each)]
    disputed = {line.competency for line in report.lines if line.disputed}
    every = [(card, rating) for card in report.cards for rating in card.ratings]
    shown = [each for each in every if each[0].on_behalf or each[1].item.competency in disputed]
    assert evidence_in(pages) == len(shown)
    assert len(disputed) == {1: 0, 2: len(disputed), 8: len(report.lines)}[raters]


@pytest.mark.parametrize("raters", [0, 1, 2, 8, 16])
def test_a_summary_is_one_message_whose_thread_holds_no_evidence(both, texts, raters):
    report = report_of(both, raters)
    first, *rest = debrief.pages(Shown(report, texts, WITHHOLD))
    for page in (first, *rest):
        assert list(map(str, check_blocks(page, "message"))) == []
        assert rich_mentions(page) == []
        assert not too_long("", page)
    assert evidence_in([first, *rest]) == 0
    rows = [row for block in first if block["type"] == "table" for row in block["rows"]]
    assert len(rows) == (1 + len(report.lines) if raters else 0)
    assert {len(row) for row in rows} == ({1 + columns(raters) + 4} if raters else set())
    assert (ids.DEBRIEF_EVIDENCE in str(first)) == bool(raters)


def columns(raters):
    """Return how many columns the raters get: one of them is written for where there are many."""
    given = raters - 1 if raters > 2 else raters
    return given if given <= 15 else 2


@pytest.mark.parametrize("raters", [1, 8])
def test_all_the_evidence_is_within_reach_and_within_the_limits(both, texts, raters):
    shown, seen = Shown(report_of(both, raters), texts, WITHHOLD), []
    parts = len(evidence.modal(shown)["blocks"][1]["elements"][0]["options"])
    for part in range(parts):
        page = 0
        while page == 0 or ids.DEBRIEF_LATER in str(seen[-1]):
            seen.append(evidence.modal(shown, part, page))
            page += 1
            assert list(map(str, check_view(seen[-1]))) == []
            assert mentions(seen[-1]) == []
            assert rich_mentions(seen[-1]) == []
            assert len(json.dumps(seen[-1])) < VIEW
    assert evidence_in(seen) == sum(len(card.ratings) for card in shown.report.cards)
    assert evidence.modal(shown, 499, 999) == seen[-1]
    everything = str(seen)
    for card in shown.report.cards:
        assert all(each.item.ref in everything for each in card.ratings)


def test_every_sign_arrives_of_the_longest_evidence_of_eight_raters(both, texts):
    """Twelve competencies, 2,900 units each, in Chinese with emoji, no two alike."""
    report = widened(both)
    pages = list(debrief.pages(Shown(report, texts, WITHHOLD)))
    told = {text for page in pages for text in said(page)}
    written = [rating.evidence for card in report.cards for rating in card.ratings]
    assert len(written) == len(set(written)) == 12 * 8
    assert all(length(each) == EVIDENCE for each in written)
    assert [each for each in written if each not in told] == []
    for page in pages:
        assert list(map(str, check_blocks(page, "message"))) == []
        assert not too_long("", page)


def widened(both):
    """Return such a report, all that there is in it disputed."""
    library = wide.library(both.live)
    loop = loop_of(library.models[0], "lead", (), 8, typed=lambda limit: "王" * limit)
    cards = list(wide.cards(loop.interviews, items(loop.interviews[0], loop.job, library)))
    lines = profile(cards, bars(loop.interviews, loop.job, library))
    return in_full(
        Report(loop, loop.panel, cards, lines, {f"U{n}": "林美" for n in range(8)}, library)
    )


def evidence_in(pages):
    return sum(str(page).count(repr(longest(EVIDENCE))[1:-1]) for page in pages)
