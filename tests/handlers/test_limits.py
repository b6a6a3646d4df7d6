"""Every pack and every view renders within Slack's limits, in both languages, at its longest."""

import json
import re
from dataclasses import replace
from datetime import time, timedelta
from itertools import product
from types import SimpleNamespace
from typing import get_args

import pytest

from coaching.arranging import arrange
from coaching.asking import Asked
from coaching.changes.changeable import Changeable, Changed
from coaching.changes.telling import ASKED, CALLED_OFF, MOVED, PAIRED, REPLACED
from coaching.debrief.beside import SHOWN as BESIDE
from coaching.debrief.beside import Beside
from coaching.debrief.digesting import Overdue, Week
from coaching.debrief.following_up import follow_ups
from coaching.debrief.progress import Progress
from coaching.debrief.report import Report
from coaching.debrief.settling import Settled
from coaching.debrief.withholding import Withholding
from coaching.digest import Digest
from coaching.drawing_up import Drawing
from coaching.job import TITLE, Detail, Job
from coaching.loop import Candidate, Debrief, Interview, Loop
from coaching.loop_form import ACCOMMODATION, NAME, LoopForm, PlanDraft, Seat
from coaching.opening import Opened
from coaching.overview import Mine, Overview
from coaching.person import Person
from coaching.plan import bars, items, wholes
from coaching.planning import Planned
from coaching.practice.mock import Mock
from coaching.preparing import Kit
from coaching.profile import Line, Rater, profile
from coaching.proposing import Proposal
from coaching.reminding.informing import Missing
from coaching.reminding.preferences import Preferences
from coaching.reminding.putting_off import Asking, PutOff
from coaching.reminding.quiet import Quiet
from coaching.reminding.told import Told
from coaching.scorecard import EVIDENCE, RECOMMENDATION, Rating, Recommendation, Scorecard
from coaching.scoring import Sheet
from coaching.sealed.amending import Amended, Notice
from coaching.sealed.amendment import REASON, AmendForm, Amendment, offered
from coaching.sealed.behalf import Submitted
from coaching.sealed.comparing import Comparison, pairs
from coaching.sealed.early_look import EarlyLook
from coaching.sealed.looking import Looked
from coaching.sealed.pens import Offers
from coaching.sealed.receipts import Copy
from coaching.typed import length
from handlers import ids
from handlers.forms import ScoreMetadata
from handlers.views import (
    amending,
    behalf,
    changing,
    comparing,
    covering,
    debrief,
    digest,
    evidence,
    handing_over,
    holding,
    home,
    invite,
    job,
    job_settings,
    kit,
    listing,
    looking,
    nudge,
    plan,
    preparation,
    progress,
    rating,
    receipt,
    score,
    settings,
    telling,
)
from handlers.views import beside as beside_views
from handlers.views import help as help_
from handlers.views.kit import clip
from handlers.views.traced import Shown
from playground.checker.mentions import mentions, rich_mentions
from playground.checker.messages import too_long
from playground.checker.surfaces import check_blocks, check_view
from questions.model import LEVELS
from questions.selection import Exposure, Selection
from questions.topics import Topics
from tests.examples import NOW
from tests.handlers.decision_views import decision_views
from tests.handlers.guide_views import guide_views
from tests.handlers.mock_views import WISH, mock_views, practised
from tests.handlers.packets import packet_of
from tests.handlers.peer_views import peer_views
from tests.handlers.question_views import question_views
from tests.handlers.release_views import release_views, shown_whole

NONE = time(0)
WITHHOLD = Withholding(Topics.shipped())
VIEW = 250_000  # bytes, with each sign as JSON escapes it at worst
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


def copy_of(loop, live, typed=longest):
    """Return a card that was sealed late and amended everywhere, several times."""
    interview = loop.interviews[0]
    card = replace(card_of(loop, interview, live, typed=typed), sealed_at=NOW + timedelta(days=9))
    keys = [*(rating.item.key for rating in card.ratings), RECOMMENDATION]
    said = [
        Amendment(interview.id, n, key, offered(key)[n % 4], typed(REASON), n > 30, "U0", NOW)
        for n, key in enumerate([*keys * 3, *keys[:1] * 20], start=1)
    ]
    return Copy(loop, interview, card, live, card.sealed_at, said)


def amending_views(loop, both, texts, typed):
    """Render the form of an amendment at each item, with tips, and all that follows it."""
    copy = copy_of(loop, both.live, typed)
    tips = ["x" * 2000] * 12 if typed is longest else []
    yield "view", amending.modal(amending.Asking(copy), texts)
    for item in {each.item for each in copy.amendments}:
        form = AmendForm(item, offered(item)[0], typed(REASON), 0)
        yield "view", amending.modal(amending.Asking(copy, form, tips), texts)
        last = next(each for each in copy.amendments if each.item == item)
        yield "message", amending.notice(Notice(copy, last, typed(80)), texts, shown_whole)
    for amended in (Amended(copy), Amended(copy, announced=True)):
        yield "view", amending.done(amended, texts)


def comparison_of(loop, live, typed=longest):
    """Return what two people said of the same interview, differing in all of it."""
    interview = loop.interviews[0]
    shadow, lead = (card_of(loop, interview, live, mark, typed) for mark in (1, 5))
    names = (typed(80), typed(80))
    return Comparison(loop, interview, pairs(shadow, lead), ("U0", "U1"), names, live)


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
            tips = {each.item.key: topics.of_note(private) for each in card.ratings}
            assert len(next(iter(tips.values()))) > rating.TIPS
            for page in pages_of(card_and_more(Sheet(loop, interview, card, live, tips)), texts):
                yield "view", page
            prepared = Kit(loop, interview, items(interview, loop.job, live), live, typed(80))
            yield "view", preparation.modal(prepared, texts, texts)
            for card in guide_views(loop, live, texts, typed):
                yield "message", card
            yield "message", preparation.waiting([(loop, interview)] * 20, texts)


def card_and_more(sheet, typed=longest):
    """Add all that can be rated besides, each with a note and something to take out of it."""
    model = sheet.library.model(sheet.loop.job.model_id)
    rated = [each.item for each in sheet.card.ratings]
    more = wholes(rated, [each.id for each in model.competencies], model)
    ratings = [*sheet.card.ratings, *(Rating(item, 5, typed(EVIDENCE)) for item in more)]
    tips = dict.fromkeys((each.item.key for each in ratings), next(iter(sheet.tips.values())))
    besides = frozenset(item.key for item in more)
    card = replace(sheet.card, ratings=ratings, word_at=1)
    return replace(sheet, card=card, tips=tips, besides=besides)


def pages_of(sheet, texts):
    """Turn the pages of a card to its end."""
    known = ScoreMetadata(interview=sheet.interview.id, page=0, told=True)
    while True:
        yield (view := score.modal(sheet, texts, Topics.shipped(), known))
        if view["callback_id"] == ids.SCORE_SUBMIT:
            return
        known = known.model_copy(update={"page": known.page + 1})


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
        sheet = Sheet(loop, interview, card, live, written_for=typed(80))
        asked = tuple(choice.question for choice in choices)
        met = Asked(interview.questions, asked[:9], asked)
        yield "view", score.done(sheet, texts)
        yield from amending_views(loop, both, texts, typed)
        for page in comparing.pages(comparison_of(loop, live, typed), texts):
            yield "message", page
        yield "view", plan.done(Planned(loop, met), texts)
        yield "view", job.done(Opened(loop.job, model, choices), texts)
        yield "message", invite.message(loop, interview, model, texts)
        yield "message", score.waiting([(loop, interview)] * 20, texts)
        yield from reminders(loop, model, texts, typed)
    yield "view", settings.modal(Preferences(), texts)
    for chosen in (Preferences(), Preferences(nudges=False), Preferences(quiet=Quiet(NONE, NONE))):
        yield "view", settings.done(chosen, texts)
    yield "view", job.modal(live.models, "U1", texts)
    yield from settings_of(loop.job, texts)
    yield from (view for model in live.models for view in beside_of(model, texts, typed))
    yield "view", job.modal(live.models[1:], "U1", texts)
    yield from planner_views(live, loop.job, texts, typed)
    yield from loop_views(both, loop.job, texts, typed)
    for page in (help_.interview, help_.debrief, help_.mock, help_.questions, help_.lost):
        yield "message", page(texts)
    yield from decision_views(report_of(both, 8, typed), texts, typed)
    yield from mock_views(both.mock, texts, typed)
    yield from peer_views(both.mock, texts, typed)


def loop_views(both, opened, texts, typed):
    """Render all that is shown of loops with eight interviewers, many at once."""
    live = both.live
    wide = loop_of(live.models[0], "lead", (), raters=8, typed=typed)
    names = {f"U{n}": typed(80) for n in range(8)}
    yield "message", invite.line(wide, names, texts)
    yield "message", progress.loops([Progress(wide, frozenset(), names)] * 10, texts, NOW)
    asks = replace(wide.candidate, accommodation=typed(ACCOMMODATION))
    yield from overviews(replace(wide, candidate=asks), names, both.mock, texts)
    yield from changing_views(wide, names, live, texts)
    one, *others = wide.panel
    offers = Offers(others, [one], [(each, "U0") for each in others], look=True)
    shown = [
        Progress(
            wide, frozenset(), names, offers=offers, packed=True, organised=True, postable=True
        )
    ] * 10
    yield (
        "message",
        [
            block | {"block_id": f"b{n}"}
            for n, block in enumerate(progress.loops(shown, texts, NOW, more=True))
        ],
    )
    yield "message", progress.week(shown * 6, texts, NOW)
    cards = [(wide, each) for each in wide.panel] * 10
    yield "message", digest.message(Week([wide], cards, 1, 1), texts)
    yield "message", digest.message(Week([wide] * 3, [], 0, 0), texts)
    for page in digest.pages(Overdue(cards, names), texts):
        yield "message", page
    yield from release_views(wide, copy_of(wide, live, typed), texts)
    yield "message", behalf.message(Submitted(wide, one, typed(80)), texts)
    yield from packet_views(wide, names, live, texts)


def beside_of(model, texts, typed):
    """Render as many candidates as are compared at once, all alike, and one who is not."""
    loop = loop_of(model, "lead", (), raters=1, typed=typed)
    raters = [Rater("U0", 2.5, ()), Rater("U1", 4.5, ())]
    lines = [
        Line(each.id, raters if n % 3 else (), 3.5) for n, each in enumerate(model.competencies)
    ]
    library = SimpleNamespace(model=lambda _id: model)
    again = replace(loop, candidate=replace(loop.candidate, round=3))
    reports = [Report(again, again.panel, (), lines, {}, library)] * (BESIDE - 1)
    beside = Beside(
        loop.job, [*reports, Report(loop, loop.panel, (), lines[1:], {}, library)], 2, 3
    )
    for chosen in (None, *beside.competencies):
        yield "view", beside_views.modal(beside, texts, chosen)
    yield "message", beside_views.offers([loop.job] * 25, texts)
    for taken in (0, 40, 47, 50):
        listed = [kit.divider() for _ in range(taken)]
        yield "message", beside_views.below(listed, [loop.job] * 4, texts)


def settings_of(opened, texts):
    """Render all that a job may be set to, and more jobs than are shown at once."""
    yield "message", job_settings.jobs([opened] * 25, texts)
    begun = Digest.begun("G1", "U1", "en", "Asia/Kolkata", NOW)
    for detail, daily, weekly in product(get_args(Detail), (None, "17:00"), (None, begun)):
        settled = Settled(replace(opened, detail=detail, daily=daily, initials=True), weekly)
        yield "view", job_settings.modal(settled, texts)
        yield "view", job_settings.done(settled, texts)
    for zone in ("Asia/Calcutta", "America/Argentina/ComodRivadavia", "EST5EDT"):
        yield "view", job_settings.modal(Settled(replace(opened, zone=zone), None), texts)


def overviews(wide, names, mock, texts):
    """Render a Home and a list with more of everything than they show at once."""
    released = replace(wide, debrief=replace(wide.debrief, released_at=NOW))
    states = [("sealed", "running", "coming"), ("overdue", "due"), ("coming",)]
    kinds = [
        [
            Mine(wide, replace(wide.interviews[0], kind="shadow"), state, n == 0, NOW)
            for state in found
        ]
        * 50
        for n, found in enumerate(states)
    ]
    progress_ = [Progress(each, frozenset(), names, organised=True) for each in (wide, released)]
    practice = Mock("m1", "U1", WISH, ("a", "b"), NOW)
    for mock_ in (practice, replace(practice, state="stopped"), None):
        found = Overview(NOW, *kinds, progress_ * 50, Preferences())
        for pages in ((), (1, 1, 1, 1), (99, 99)):
            yield "view", home.home(found, mock_, practised(mock, 40), pages, texts)
        yield "message", listing.answer(found, texts)
    for part in ("today", "due", "coming", "organised"):
        alone = Overview(NOW, **{part: getattr(found, part)})
        yield "message", listing.answer(alone, texts)
    few = replace(wide, interviews=wide.interviews[:1])
    one = [Progress(few, frozenset(), names, organised=True)]
    yield "view", home.home(Overview(NOW, organised=one), None, practised(mock, 0), (), texts)
    yield "view", home.home(Overview(NOW), None, practised(mock, 0), (), texts)
    yield "view", home.guest(texts)


def packet_views(wide, names, live, texts):
    """Render what offers a packet, and what brings it."""
    out = replace(wide, debrief=replace(wide.debrief, released_at=NOW))
    handed = Progress(out, frozenset(), names, undecided=True, organised=True, packed=True)
    yield "message", progress.loops([handed] * 10, texts, NOW)
    yield "message", handing_over.message(packet_of(live, wide.candidate.name), texts)


def changing_views(loop, names, live, texts):
    """Render the form that changes an interview, and all that people are told about it."""
    model, choices = live.models[0], plan_of(live, live.models[0], "lead")
    refs = tuple(choice.question.ref for choice in choices)
    panel = [replace(each, questions=refs) for each in loop.interviews]
    panel[1:3] = [
        replace(each, kind=kind, beside=panel[0].id)
        for each, kind in zip(panel[1:3], ("shadow", "reverse"), strict=True)
    ]
    loop = replace(loop, interviews=panel)
    off = replace(panel[0], state="cancelled")
    alone = replace(loop, interviews=[off])
    released = replace(loop, debrief=replace(loop.debrief, released_at=NOW))
    for interview in panel[:3]:
        found = Changeable(loop, interview, frozenset(), live, names)
        yield "view", changing.modal(found, texts)
        yield "view", changing.done(Changed(loop, interview, 9), texts)
        yield "view", changing.done(Changed(released, interview), texts)
        yield "view", changing.done(Changed(alone, off, 1), texts)
        for kind in (MOVED, ASKED, REPLACED, CALLED_OFF):
            yield "message", telling.message(kind, found, model, texts)
    yield "message", telling.message(PAIRED, found, model, texts)
    yield "message", telling.panel(loop, names, texts)


def reminders(loop, model, texts, typed):
    """Render what comes before and after an interview, first and last, of those who left too."""
    [interview] = loop.interviews
    told = Told(loop, interview, {"U0": typed(80), "U1": typed(80)}, "U1")
    for first in (True, False):
        yield "message", nudge.message(Asking(loop, interview, first, can_wait=first), texts)
        yield "message", nudge.missing(Missing(loop, interview, typed(80), first), texts)
    yield "message", nudge.put_off(PutOff(loop, interview, NOW), texts)
    yield "message", nudge.kit_again(loop, interview, model, texts)
    for view in (holding.modal, holding.done):
        yield "view", view(told, texts)
    for message in (holding.noted, holding.please, holding.handed_over):
        yield "message", message(told, texts)
    yield "message", holding.missed(told, Person("T1", "U1"), texts)


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
            step = covering.Step(ids.CHANGE_COVER, ids.CHANGE_COVER_SUBMIT, (0, 3), "f" * 32)
            yield "view", covering.modal(proposal, dict.fromkeys(range(8), 99), texts, step)


def report_of(both, raters, typed=longest):
    live = both.live
    asked = [choice.question for choice in plan_of(live, live.models[0], "lead")]
    loop = loop_of(live.models[0], "lead", asked, raters, typed)
    loop = replace(loop, debrief=replace(loop.debrief, released_at=NOW))
    cards = [card_of(loop, each, live, n % 5 + 1, typed) for n, each in enumerate(loop.interviews)]
    names = {f"U{n}": typed(80) for n in range(max(2, raters))}
    lines = profile(cards, bars(loop.interviews, loop.job, live))
    said = [
        Amendment(
            card.interview,
            n,
            rating.item.key,
            "2",
            typed(REASON),
            released=False,
            actor="U0",
            at=NOW,
        )
        for card in cards
        for n, rating in enumerate([*card.ratings[:1] * 20, *card.ratings], start=1)
    ]
    if raters > 2:  # somebody wrote the last one
        cards[-1] = replace(cards[-1], written_by="U0", sealed_at=NOW + timedelta(days=9))
        lines = profile(cards, bars(loop.interviews, loop.job, live))
    looks = [EarlyLook("c1", n, "U0", NOW, 8) for n in range(1, 60)] if raters > 2 else []
    gaps = follow_ups(lines, loop, Selection(live, "lead", "s", Exposure(NOW)))
    return Report(loop, loop.panel, cards, lines, names, live, said, looks, gaps)


def in_full(report):
    """Return a report whose job posts the evidence, too."""
    loop = report.loop
    return replace(report, loop=replace(loop, job=replace(loop.job, detail="thread")))


def test_every_view_is_within_the_limits_and_pings_nobody(both, texts):
    seen = 0
    for surface, payload in all_views(both, texts):
        findings = check_view(payload) if surface == "view" else check_blocks(payload, surface)
        assert list(map(str, findings)) == []
        assert surface == "view" or not too_long("", payload)
        assert mentions(payload) == []
        assert rich_mentions(payload) == []
        seen += 1
    assert seen > 50


def test_a_receipt_at_its_longest_is_continued_and_nothing_is_cut(both, texts):
    live = both.live
    asked = [choice.question for choice in plan_of(live, live.models[0], "lead")]
    loop = loop_of(live.models[0], "lead", asked)
    [interview] = loop.interviews
    pages = receipt.pages(copy_of(loop, live), texts)
    for page in pages:
        assert list(map(str, check_blocks(page, "message"))) == []
        assert mentions(page) == []
        assert rich_mentions(page) == []
    evidence = sum(str(page).count(repr(longest(EVIDENCE))[1:-1]) for page in pages)
    assert evidence == len(items(interview, loop.job, live))


@pytest.mark.parametrize("raters", [1, 8])
def test_an_early_look_turns_through_all_of_a_debrief(both, texts, raters):
    report = report_of(both, raters)
    looked, last = Looked(EarlyLook("c1", 1, "U0", NOW, raters), report), -1
    shown = []
    while last == -1 or "look.later" in str(shown[-1]):
        last += 1
        shown.append(looking.modal(looked, texts, WITHHOLD, last))
        assert list(map(str, check_view(shown[-1]))) == []
        assert rich_mentions(shown[-1]) == []
    assert "look.earlier" not in str(shown[0])
    evidence = sum(str(page).count(repr(longest(EVIDENCE))[1:-1]) for page in shown)
    assert evidence == sum(len(card.ratings) for card in report.cards)
    assert looking.modal(looked, texts, WITHHOLD, 999) == shown[-1]


def test_the_longest_card_in_chinese_is_within_what_slack_takes_as_one_view(both, texts):
    model, *_ = both.live.models
    asked = [q for each in model.competencies for q in both.live.of(each.id)[:2]]
    loop = loop_of(model, "lead", asked, typed=lambda limit: "王" * limit)
    [interview] = loop.interviews
    card = card_of(loop, interview, both.live, typed=lambda limit: "王" * limit)
    tips = {"any": Topics.shipped().of_note("38岁，已婚，口音很重，上家年薪60万。")}
    sheet = card_and_more(
        Sheet(loop, interview, card, both.live, tips), typed=lambda limit: "王" * limit
    )
    pages = list(pages_of(sheet, texts))
    assert len(sheet.card.ratings) == 27
    fields = [block.get("block_id", "") for page in pages for block in page["blocks"]]
    assert len([each for each in fields if each.startswith("evidence:")]) == 27
    for page in pages:
        assert len(json.dumps(page)) < VIEW
        assert len(page["blocks"]) <= 100


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
    for report in (report_of(both, raters, lambda _limit: "王") for raters in (0, 2, 8)):
        view = Shown(report, texts, lambda _note: ["王", 1, "王", 2])
        shown += debrief.pages(view)
        shown += debrief.pages(replace(view, report=in_full(report)))
        shown += [evidence.modal(view, part) for part in range(len(report.lines) + 2)]
    read = {text for payload in shown for text in said(payload)}
    assert len(read) > 300
    assert [text for text in read if ENGLISH.search(NAMES.sub("", text))] == []
