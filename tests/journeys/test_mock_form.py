"""What is wished for before a practice, and answers that are written in a form."""

import asyncio

import pytest

from tests.journeys import forging
from tests.journeys.practising import LONG, asked, last

SYS = "systems-thinking"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


async def test_a_second_round_takes_two_clicks(story):
    chen = story.chen
    wish = {"topic": SYS, "level": "lead", "locale": "zh-CN", "length": "one"}
    assert await story.practise(chen, form="guided", clock="clock", **wish) == {}
    await chen.click("mock.skip")
    await chen.command("/mock")
    held = {field: str(values) for field, values in chen.modal.values.items()}
    for field, value in (wish | {"form": "guided", "clock": "clock"}).items():
        assert f"'{value}'" in held[field]
    assert await chen.submit() == {}
    assert "第 1 题，共 1 题" in last(story)


async def test_the_questions_fit_the_wish_and_none_comes_twice_before_all_were_asked(story):
    chen, library = story.chen, story.bot.coach.shelves.mock
    fitting = {each.prompt.en: each for each in library.questions.values()}
    for _ in range(2):
        await story.practise(chen, topic=SYS, level="lead", length="one")
        await chen.click("mock.skip")
        await story.later(minutes=1)
    met = [fitting[each] for each in asked(story)]
    assert {each.competency for each in met} == {SYS}
    assert len({each.id for each in met}) == 2
    await story.practise(chen, topic=SYS, level="lead", length="one")
    assert fitting[asked(story)[-1]] == met[0]


async def test_what_has_no_question_at_a_level_is_refused_with_the_form_open(story):
    errors = await story.practise(story.chen, topic="strategic-thinking", level="lead")
    assert "no practice question" in errors["level"]


async def test_a_guided_answer_is_kept_while_it_is_typed_and_taken_when_sent(story, path):
    chen = story.chen
    await story.practise(chen, form="guided", topic="ownership-resilience", length="one")
    await chen.click("mock.answer")
    fields = list(chen.modal.values)
    assert len(fields) == 4
    await chen.type(fields[1], "I called the")
    await chen.close()
    await story.later(days=2)
    await chen.click("mock.answer")
    assert "I called the" in str(chen.modal.values[fields[1]])
    await chen.type(fields[1], "I called the client first.")
    assert await chen.submit() == {}
    assert "Which point" in last(story)
    said = [turn for turn in forging.rows(path)["mock_turns"] if turn["said"] == "answer"]
    assert [(turn["field"], turn["text"]) for turn in said] == [
        (fields[1], "I called the client first.")
    ]
    await chen.click("mock.retry")
    await chen.click("mock.answer")
    assert "client first" in str(chen.modal.values[fields[1]])


async def test_a_guided_answer_needs_one_field(story):
    await story.practise(story.chen, form="guided")
    await story.chen.click("mock.answer")
    assert "at least one field" in str(await story.chen.submit())


async def test_a_guided_answer_may_also_be_written_in_the_conversation(story):
    await story.practise(story.chen, form="guided")
    await story.answer(story.chen, LONG)
    assert "Which point" in last(story)


async def test_a_form_sent_on_two_devices_beside_a_done_is_one_answer(story, path):
    chen, slack = story.chen, story.slack
    await story.practise_guided(chen, "I called the client before anybody else did.")
    form = await forging.captured(slack, chen.submit())
    await chen.say(LONG)
    done = await forging.captured(slack, chen.click("mock.done"))
    twin = forging.fresh(slack, form, "U0CHEN")
    await asyncio.gather(*(slack.deliver(body) for body in (form, twin, done)))
    await story.bot.background.idle()
    said = [turn["said"] for turn in forging.rows(path)["mock_turns"]]
    assert said.count("rate") == 1
    assert len([m for m in chen.messages() if "Which point" in m.said]) == 1
