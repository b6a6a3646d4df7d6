"""Feedback in practice: quoted, doubtful of itself, and gone once one objects."""

import pytest

from tests.journeys import forging
from tests.journeys.practising import LONG, LONG_ZH, last

SENTENCE = "the time from order to dispatch fell from nine days to four"
WITHOUT = LONG[: LONG.index("As a result")] + LONG[LONG.index("Looking back") :]


@pytest.fixture
async def practising(story):
    await story.practise(story.chen, topic="communication-collaboration")
    return story


def words(person):
    return person.messages()[-1].said


async def test_an_answer_gets_back_what_to_keep_in_its_own_words_before_the_anchors(practising):
    await practising.answer(practising.chen, LONG)
    said = last(practising)
    assert SENTENCE in said.split("Which point did your answer reach?")[0]
    assert "Keep this" in said
    assert "They can be wrong." in said
    for never in ("score", "%", "missing", "!"):
        assert never not in said.split("Which point did your answer reach?")[0]


async def test_words_that_are_quoted_ping_nobody_and_turn_no_sentence_round(practising, tmp_path):
    odd = "As a result <!channel> `rm` > \u202e\u2067the time"
    await practising.answer(practising.chen, LONG.replace("As a result the time", odd))
    [quoting] = [b for b in practising.chen.messages()[-1].blocks if "nine days" in str(b)]
    assert quoting["text"]["type"] == "plain_text"
    assert "\u202e" not in quoting["text"]["text"]
    assert "\u2067" not in quoting["text"]["text"]
    sent = {post["state"] for post in forging.rows(tmp_path / "coach.db")["outbox"]}
    assert sent == {"sent"}


async def test_a_second_try_hears_only_what_changed(practising):
    chen = practising.chen
    await practising.answer(chen, WITHOUT)
    while "mock.rate" not in str(chen.messages()[-1].message.blocks):
        await chen.click("mock.skip")
    await chen.click("mock.retry")
    await practising.answer(chen, LONG)
    said = last(practising)
    assert "What is different this time" in said
    assert SENTENCE in said
    assert "Keep this" not in said


async def test_a_second_try_that_was_all_deleted_is_no_second_try(practising):
    await practising.answer(practising.chen, LONG)
    await practising.chen.click("mock.retry")
    await practising.chen.delete(await practising.chen.say("So this time"))
    await practising.chen.click("mock.done")
    assert "not read an answer yet" in last(practising)
    asked = len(practising.chen.messages())
    await practising.later(minutes=4)  # the silence that ends an answer ends none
    assert len(practising.chen.messages()) == asked


async def test_who_objects_is_noted_with_the_rule_and_no_text(practising, tmp_path):
    chen = practising.chen
    await practising.answer(chen, LONG)
    await chen.click("mock.object")
    assert "✓ Noted: not accurate" in last(practising)
    [kept] = forging.rows(tmp_path / "coach.db")["mock_objections"]
    assert set(kept) == {"team_id", "mock", "n", "rule", "at"}
    assert " " not in kept["rule"]


async def test_a_guided_answer_in_chinese_gets_feedback_in_chinese(story):
    mei = story.mei
    await story.practise_guided(mei, "")
    fields = list(mei.modal.values)
    parts = dict(zip(fields, LONG_ZH.split("。")[:4], strict=True))
    for field, text in parts.items():
        await mei.type(field, text * 2 + "。")
    assert await mei.submit() == {}
    said = words(mei)
    assert "规则不了解你，也可能出错" in said
    assert "缺少" not in said.split("分值")[0]


async def test_nobody_objects_for_another(practising):
    chen, slack = practising.chen, practising.slack
    await practising.answer(chen, LONG)
    body = await forging.captured(slack, chen.click("mock.object"))
    await slack.deliver(forging.as_person(slack, body, "U0DANA"))
    await practising.bot.background.idle()
    assert "✓ Noted" not in last(practising)
