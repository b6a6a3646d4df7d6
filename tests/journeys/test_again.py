"""What Slack or a person sends again: taken once when it was taken, taken up when it broke."""

import asyncio
import sqlite3
from contextlib import closing, contextmanager

import pytest

from coaching.inbox import Request
from handlers.inbox import key
from tests.journeys import forging
from tests.journeys.conftest import attached
from tests.journeys.practising import LONG
from tests.journeys.story import Story

COM = "communication-collaboration"


@contextmanager
def broken(path, table):
    """Take a table away, so that whatever needs it breaks in the middle."""
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"ALTER TABLE {table} RENAME TO away")
        yield
        other.execute(f"ALTER TABLE away RENAME TO {table}")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


@pytest.fixture
async def planned(story):
    await story.open_job()
    await story.plan(covers=[COM])
    return story


async def thrice_at_once(story, body):
    """Deliver the same bytes three times at once and once more; return the answers."""
    acks = await asyncio.gather(*(story.slack.deliver(body) for _ in range(3)))
    acks.append(await story.slack.deliver(body))
    await story.bot.background.idle()
    assert {ack.status for ack in acks} == {200}
    return [ack.body for ack in acks if ack.body]


async def test_each_kind_of_request_four_times_has_one_effect(planned, path):
    story, slack = planned, planned.slack
    await story.fill_plan("U0ALICE", "U0MEI", candidate="Zweite")
    await thrice_at_once(story, await forging.captured(slack, story.dana.submit()))
    assert len(forging.rows(path)["plan_drafts"]) == 1
    await story.dana.command("/interview new")  # it offers the one that was begun
    await story.cover(COM)
    answers = await thrice_at_once(story, await forging.captured(slack, story.dana.submit()))
    assert len(answers) == 1
    assert len(forging.rows(path)["candidates"]) == 2
    assert len(story.mei.messages()) == 2  # the invitation and its calendar entry

    await story.alice.click("score.open")
    await story.rate(story.alice, 4)
    await thrice_at_once(story, await forging.captured(slack, story.alice.submit()))
    assert [r["action"] for r in forging.rows(path)["audit"]].count("card.seal") == 1

    await story.chen.command("/mock")
    await story.chen.pick("form", "free")
    await thrice_at_once(story, await forging.captured(slack, story.chen.submit()))
    await thrice_at_once(story, await forging.captured(slack, story.chen.say(LONG)))
    await thrice_at_once(story, await forging.captured(slack, story.chen.click("mock.done")))
    asked = ["question", "answer", "listening", "rate"]
    assert [turn["said"] for turn in forging.rows(path)["mock_turns"]] == asked
    await thrice_at_once(story, await forging.captured(slack, story.chen.click("mock.stop")))
    assert [turn["said"] for turn in forging.rows(path)["mock_turns"]] == [*asked, "stop"]


async def test_one_message_that_comes_as_two_is_one_answer(planned, path):
    await planned.practise(planned.chen)
    body = await forging.captured(planned.slack, planned.chen.say(LONG))
    twin = body | {"event_id": "EvTWIN", "event": body["event"] | {"ts": "1767600000.000999"}}
    for each in (body, twin):
        await planned.slack.deliver(each)
        await planned.bot.background.idle()
    await planned.chen.click("mock.done")
    assert "Which point" in planned.chen.messages()[-1].said
    said = [turn["said"] for turn in forging.rows(path)["mock_turns"]]
    assert said == ["question", "answer", "listening", "rate"]


async def test_an_event_that_broke_is_taken_up_by_the_clock(planned, path):
    await planned.practise(planned.chen)
    with broken(path, "mock_turns"):
        await planned.chen.say(LONG)
    assert "Question 1" in planned.chen.messages()[-2].said
    await planned.later(minutes=2)
    assert [m.said for m in planned.chen.messages() if "I am listening" in m.said] != []
    assert len([m for m in planned.chen.messages() if m.bot]) == 2


async def test_a_form_that_broke_stays_open_and_the_same_submit_works(planned, path):
    await planned.alice.click("score.open")
    await planned.rate(planned.alice, 4)
    with broken(path, "audit"):
        errors = await planned.alice.submit()
    assert "broke on our side" in next(iter(errors.values()))
    assert forging.rows(path)["scorecards"][0]["sealed_at"] is None
    assert await planned.alice.submit() == {}
    assert planned.alice.modal.title == "Sealed"


async def test_an_event_that_a_dead_process_had_taken_is_taken_up_by_the_next(
    slack, settings, clock
):
    async with attached(slack, settings, clock) as bot:
        story = Story(slack, bot, clock)
        await story.practise(story.chen)
        body = await forging.captured(slack, story.chen.say(LONG))
        assert await bot.coach.inbox.take(Request("T0PLAY", key(body), body))
    async with attached(slack, settings, clock) as bot:
        story = Story(slack, bot, clock)
        await story.later(minutes=2)
        assert "I am listening" in story.chen.messages()[-1].said


async def test_a_refused_form_may_be_corrected_at_once(planned):
    await planned.alice.click("score.open")
    await planned.alice.pick(f"rating:{COM}", "5")
    await planned.alice.pick("recommendation", "yes")
    assert await planned.alice.submit() != {}
    await planned.alice.type(f"evidence:{COM}", "Now I say why.")
    assert await planned.alice.submit() == {}
    assert "sealed" in planned.alice.modal.said
