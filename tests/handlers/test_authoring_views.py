"""Writing a question and deciding about it: within Slack's limits, in both languages."""

from dataclasses import replace
from functools import cache
from typing import get_args

import pytest

from coaching.authorship import Begun, Saved
from coaching.browsing import Reading, Wear
from coaching.exposure import Drift, Leak
from coaching.job import TITLE, Job
from coaching.question_form import Frame, QuestionForm, filled
from coaching.retiring import Care, Replaced
from coaching.standing import Standing
from coaching.topical import touched
from handlers.views import authoring, question, question_form, retiring
from playground.checker.mentions import mentions, rich_mentions
from playground.checker.surfaces import check_view
from questions.bank import Type
from questions.model import LEVELS
from questions.topics import Topics
from tests.handlers.test_limits import ENGLISH, NAMES, longest, said

ADMIN = Standing(admin=True, runs_jobs=True, interviews=True, candidate=False)
JOB = Job("j" * 32, longest(TITLE), "b2b@1.0.0", "senior", "G1", "U1", "en", (), "U1")
ASKS = "Are you married? I mean inheritance, and your parents. Who will you vote for?"


class Remembered:
    """Topics that look at each text once: a hundred forms are shown beside the same doubts."""

    def __init__(self, topics):
        self.topics = topics
        self.of_question = cache(topics.of_question)

    def __getattr__(self, name):
        return getattr(self.topics, name)


def doubts(form, both, topics):
    asked = both.live.question("ibi-biz-beh-001")
    wording = asked.prompt.model_copy(update={"en": ASKS})
    return touched(asked.model_copy(update={"prompt": wording}), form, topics)


def shown(both, texts):
    live, topics = both.live, Remembered(Topics.shipped())
    yield authoring.modal(live, texts)
    for model in live.models:
        for competency in model.competencies:
            for type_ in get_args(Type):
                form = QuestionForm(Frame.new(competency.id, type_, LEVELS))
                yield question_form.modal(Begun(form, live), texts)
    for each in live.questions.values():
        form = filled(each)
        found = doubts(form, both, topics)
        yield question_form.modal(Begun(form, live, 3), texts, found, each.id)
        for changed in (True, False):
            saved = Saved(each, live, found, changed)
            yield authoring.done(saved, topics.coach.nothing, texts)
        jobs = tuple(replace(JOB, id=f"{n:032}") for n in range(15))
        leak = Leak(each.id, 1, Drift(2.5, 4.5))
        for status in ("pilot", "retired", "compromised"):
            care = Care(edits=True, judges=True, jobs=jobs)
            of_status = each.model_copy(update={"status": status})
            wear = Wear(None, tired=True, worn=False, leak=leak)
            reading = Reading(of_status, live, ADMIN, wear, care=care)
            told = retiring.replaced(Replaced(JOB, each, 3, 2), texts)
            yield question.modal(reading, texts, told)


def test_every_view_is_within_the_limits_and_pings_nobody(both, texts):
    seen = 0
    for view in shown(both, texts):
        assert list(map(str, check_view(view))) == []
        assert mentions(view) == []
        assert rich_mentions(view) == []
        assert len(view.get("private_metadata", "")) < 3000
        seen += 1
    assert seen > 300


def test_a_form_holds_what_was_typed_at_its_longest(both, texts):
    [competency, *_] = both.live.models[0].competencies
    empty = QuestionForm(Frame.new(competency.id, "case", LEVELS))
    blank = question_form.modal(Begun(empty, both.live), texts)
    boxes = {
        block["block_id"]: block["element"]["max_length"]
        for block in blank["blocks"]
        if block["type"] == "input" and block["element"]["type"] == "plain_text_input"
    }
    full = replace(empty, texts={name: longest(limit) for name, limit in boxes.items()})
    view = question_form.modal(Begun(full, both.live), texts)
    assert list(map(str, check_view(view))) == []
    assert len(view["blocks"]) <= 100


@pytest.fixture
def chinese(languages):
    return languages.of("zh-CN", "Asia/Shanghai")


def test_a_chinese_reader_meets_no_english_sentence(both, chinese):
    read = {text for view in shown(both, chinese) for text in said(view)}
    ours = [text for text in read if ENGLISH.search(NAMES.sub("", text))]
    typed = ("<!channel>", "Are you married", "Who will you vote", "your parents")
    assert [text for text in ours if not any(each in text for each in typed)] == []
