"""Every pack and every view renders within Slack's limits, in both languages, at its longest."""

import re
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from coaching.arranging import arrange
from coaching.asking import Asked
from coaching.debriefing import Progress, Report
from coaching.drawing_up import Drawing
from coaching.job import TITLE, Job
from coaching.loop import Candidate, Debrief, Interview, Loop
from coaching.loop_form import ACCOMMODATION, NAME, LoopForm, PlanDraft, Seat
from coaching.opening import Opened
from coaching.plan import bars, items
from coaching.planning import Planned
from coaching.preparing import Kit
from coaching.profile import profile
from coaching.proposing import Proposal
from coaching.scorecard import EVIDENCE, Rating, Recommendation, Scorecard
from coaching.scoring import Sheet
from coaching.typed import length
from handlers.views import covering, debrief, invite, job, plan, preparation, progress, score
from handlers.views import help as help_
from handlers.views.kit import clip
from playground.checker.mentions import mentions, rich_mentions
from playground.checker.surfaces import check_blocks, check_view
from questions.model import LEVELS
from questions.selection import Exposure, Selection
from questions.topics import Topics
from tests.examples import NOW
from tests.handlers.guide_views import guide_views
from tests.handlers.mock_views import mock_views
from tests.handlers.question_views import question_views

BAD = "<!channel> <@U1> <!here> *_~` <https://evil.example|x> & \u4e2d 👩‍👩‍👧‍👦 "


def longest(limit):
    """Return text of exactly ``limit`` UTF-16 units that would ping, link and shout if it could."""
    text = BAD * (limit // length(BAD) + 1)
    while length(text) > limit:
        text = text[:-1]
    return text + "x" * (limit - length(text))


def loop_of(model, level, questions, raters=1, typed=longest):
    opened = Job("j" * 32, typed(TITLE), f"{model.id}@1.0.0", level, "G1", "U1", "en", (), "U1")
    everything = tuple(each.id for each in model.competencies)
    refs = tuple(each.ref for each in questions)
    panel = [
        Interview(f"i{n}" * 16, "c1", f"U{n}", NOW, 90, everything, refs) for n in range(raters)
    ]
    candidate = Candidate("c1", "j1", typed(NAME), None, "U1")
    return Loop(opened, candidate, panel, Debrief("c1", "G1", NOW + timedelta(days=1)))


def card_of(loop, interview, library, mark=5, typed=longest):
    rated = items(interview, loop.job, library)
    ratings = [Rating(item, mark, typed(EVIDENCE)) for item in rated]
    return Scorecard(interview.id, interview.interviewer, ratings, Recommendation.STRONG_YES)


def plan_of(live, model, level):
    return Selection(live, level, "s", Exposure(NOW)).plan(
        model.id, [each.id for each in model.competencies]
    )


def every_question_in_a_card_and_a_kit(live, texts, typed):
    """Render cards as long as they get, late and with tips, until each question was on one."""
    topics, private = Topics.shipped(), "38岁，已婚，口音很重，上家年薪60万。"
    for model in live.models:
        pairs = [sorted(live.of(each.id), key=lambda q: q.id) for each in model.competencies]
        for n in range(max(map(len, pairs))):
            asked = [q for of in pairs for q in {of[n % len(of)], of[(n + 1) % len(of)]}]
            loop = loop_of(model, "lead", asked, typed=typed)
            loop = replace(loop, debrief=replace(loop.debrief, released_at=NOW))
            [interview] = loop.interviews
            card = card_of(loop, interview, live, typed=typed)
            tips = {rating.item.key: topics.of_note(private) for rating in card.ratings}
            assert len(next(iter(tips.values()))) > score.TIPS
            yield "view", score.modal(Sheet(loop, interview, card, live, tips), texts, topics)
            prepared = Kit(loop, interview, items(interview, loop.job, live), live, typed(80))
            yield "view", preparation.modal(prepared, texts, texts)
            for card in guide_views(loop, live, texts, typed):
                yield "message", card
            yield "message", preparation.waiting([(loop, interview)] * 20, texts)


def all_views(both, texts, typed=longest):
    """Render everything there is to see, at its longest; yield (surface, payload)."""
    live = both.live
    yield from every_question_in_a_card_and_a_kit(live, texts, typed)
    yield from question_views(both, texts, typed)
    for model, level in product(live.models, LEVELS):
        choices = plan_of(live, model, level)
        loop = loop_of(model, level, [choice.question for choice in choices], typed=typed)
        [interview] = loop.interviews
        card = card_of(loop, interview, live, typed=typed)
        sheet = Sheet(loop, interview, card, live)
        asked = tuple(choice.question for choice in choices)
        met = Asked(interview.questions, asked[:9], asked)
        yield "view", score.done(sheet, texts)
        yield "view", plan.done(Planned(loop, met), texts)
        yield "view", job.done(Opened(loop.job, model, choices), texts)
        yield "message", invite.message(loop, interview, model, texts)
        yield "message", score.waiting([(loop, interview)] * 20, texts)
    yield "view", job.modal(live.models, "U1", texts)
    yield "view", job.modal(live.models[1:], "U1", texts)
    yield from planner_views(live, loop.job, texts, typed)
    wide = loop_of(live.models[0], "lead", (), raters=8, typed=typed)
    names = {f"U{n}": typed(80) for n in range(8)}
    yield "message", invite.line(wide, names, texts)
    yield "message", progress.loops([Progress(wide, frozenset(), names)] * 10, texts, NOW)
    for page in (help_.interview, help_.debrief, help_.mock, help_.questions, help_.lost):
        yield "message", page(texts)
    yield from mock_views(both.mock, texts, typed)


def planner_views(live, job, texts, typed):
    """Render both forms of the planner with all rows, roles and texts that there can be."""
    many = [replace(job, id=f"j{n}") for n in range(150)]
    filled = [Seat(f"U{n}", NOW, 90) for n in range(plan.SEATS)]
    filled[1:3] = [replace(filled[1], kind=kind, beside=0) for kind in ("shadow", "reverse")]
    form = LoopForm("j99", typed(NAME), "U9", filled, "at", NOW, typed(ACCOMMODATION), "c0")
    yield "view", plan.modal(plan.Offer(many, NOW), texts)
    yield "view", plan.modal(plan.Offer(many, NOW, form, again=True), texts)
    for model, level in product(live.models, LEVELS):
        opened = replace(job, model=f"{model.id}@1.0.0", level=level)
        refs = [choice.question.ref for choice in plan_of(live, model, level)]
        candidate = Candidate("c1", "j1", typed(NAME), None, "U1")
        drawing = Drawing(opened, candidate, Asked(tuple(refs)), live)
        every = tuple(each.id for each in model.competencies)
        for covers, by_hand in (({}, ()), (dict.fromkeys(range(8), every), range(8))):
            arranged = arrange(form, drawing, covers, by_hand)
            loop = drawing.loop(form, arranged.covers)
            used = [drawing.minutes(each) for each in loop.interviews]
            names = {f"U{n}": typed(80) for n in range(8)}
            draft = PlanDraft("d" * 32, "U1", form, NOW)
            proposal = Proposal(draft, model, arranged, loop, used, names)
            yield "view", covering.modal(proposal, dict.fromkeys(range(8), 99), texts)


def report_of(both, raters, typed=longest):
    live = both.live
    asked = [choice.question for choice in plan_of(live, live.models[0], "lead")]
    loop = loop_of(live.models[0], "lead", asked, raters, typed)
    loop = replace(loop, debrief=replace(loop.debrief, released_at=NOW))
    cards = [card_of(loop, each, live, n % 5 + 1, typed) for n, each in enumerate(loop.interviews)]
    names = {f"U{n}": typed(80) for n in range(raters)}
    lines = profile(cards, bars(loop.interviews, loop.job, live))
    return Report(loop, cards, lines, names, live)


def test_every_view_is_within_the_limits_and_pings_nobody(both, texts):
    seen = 0
    for surface, payload in all_views(both, texts):
        findings = check_view(payload) if surface == "view" else check_blocks(payload, surface)
        assert list(map(str, findings)) == []
        assert mentions(payload) == []
        assert rich_mentions(payload) == []
        seen += 1
    assert seen > 50


@pytest.mark.parametrize("raters", [1, 2, 8])
def test_a_debrief_at_its_longest_is_continued_and_nothing_is_cut(both, texts, raters):
    report = report_of(both, raters)
    pages = debrief.pages(report, texts)
    for page in pages:
        assert list(map(str, check_blocks(page, "message"))) == []
        assert mentions(page) == []
        assert rich_mentions(page) == []
    assert [each for each in pages[0] if "thread" in str(each) or "消息列" in str(each)]
    evidence = sum(str(page).count(repr(longest(EVIDENCE))[1:-1]) for page in pages)
    assert evidence == sum(len(card.ratings) for card in report.cards)


def test_text_is_clipped_between_signs_and_says_so():
    family = "👩‍👩‍👧‍👦"
    assert clip("short", 5) == "short"
    assert clip(f"ab{family}", 5) == "ab…"
    assert clip("e\u0301" * 10, 5) == "e\u0301e\u0301…"


ENGLISH = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")
NAMES = re.compile(r"Interview Coach|<[#@!][^>]*>|`[^`]*`")


def said(block):
    """Yield everything in a payload that somebody reads."""
    if isinstance(block, dict):
        if isinstance(block.get("text"), str):
            yield block["text"]
        yield from (text for value in block.values() for text in said(value))
    elif isinstance(block, list):
        yield from (text for value in block for text in said(value))


def test_a_chinese_reader_meets_no_english_sentence(both, languages):
    texts = languages.of("zh-CN", "Asia/Shanghai")
    shown = [payload for _, payload in all_views(both, texts, typed=lambda _limit: "王")]
    shown += debrief.pages(report_of(both, 2, lambda _limit: "王"), texts)
    read = {text for payload in shown for text in said(payload)}
    assert len(read) > 300
    assert [text for text in read if ENGLISH.search(NAMES.sub("", text))] == []
