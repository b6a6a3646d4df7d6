"""Whatever the network does, the channel has the debrief exactly once."""

import asyncio
from dataclasses import replace

import pytest

from coaching.outbox import TWIN_AFTER
from tests.journeys.story import HIRING, items

COM = "communication-collaboration"
POST = "chat.postMessage"


@pytest.fixture
async def owed(story):
    """Bring a loop to the moment before its debrief."""
    await story.open_job()
    await story.plan("U0ALICE", covers=[COM])
    await story.score(story.alice, 4)
    story.clock.forward(days=1, hours=1)
    return story


def count(story, method):
    return sum(name == method for name, _ in story.slack.calls)


@pytest.mark.parametrize(
    "fault",
    [
        "drop_before",
        "drop_after_commit",
        "500_before",
        "500_after",
        "html_503",
        "429:7",
        "error:internal_error",
        "error:fatal_error",
        "error:ratelimited",
    ],
)
async def test_one_debrief_comes_of_it(owed, fault):
    owed.slack.faults.add(POST, fault, times=3)
    for _ in range(8):
        await owed.later(minutes=1)
    assert len(owed.debriefs()) == 1


async def test_a_doubtful_attempt_is_looked_for_and_a_refused_one_is_not(owed):
    owed.slack.faults.add(POST, "429:7")
    await owed.later(seconds=1)
    await owed.later(seconds=10)
    assert (len(owed.debriefs()), count(owed, "conversations.history")) == (1, 0)


async def test_what_was_sent_before_the_line_broke_is_found_and_not_sent_again(owed):
    owed.slack.faults.add(POST, "drop_after_commit")
    await owed.later(seconds=1)
    posted = count(owed, POST)
    await owed.later(seconds=10)
    assert (len(owed.debriefs()), len(owed.thread())) == (1, 1)
    assert count(owed, POST) == posted + len(owed.thread())
    assert count(owed, "conversations.history") == 1


async def test_while_history_cannot_be_read_nothing_is_sent_blindly(owed):
    owed.slack.faults.add(POST, "drop_after_commit")
    owed.slack.faults.add("conversations.history", "error:internal_error", times=2)
    await owed.later(seconds=1)
    posted = count(owed, POST)
    for _ in range(6):
        await owed.later(minutes=2)
    assert (len(owed.debriefs()), len(owed.thread())) == (1, 1)
    assert count(owed, POST) == posted + len(owed.thread())


async def test_a_rate_limit_on_one_message_lets_the_others_go(owed):
    owed.slack.faults.add(POST, "429:120")
    await owed.practise(owed.chen)
    await owed.later(seconds=1)
    assert owed.debriefs() or owed.chen.messages()


async def test_two_senders_at_once_send_it_once(owed):
    await asyncio.gather(owed.bot.tick(), owed.bot.tick(), owed.bot.tick())
    assert len(owed.debriefs()) == 1


async def test_content_that_slack_refuses_is_said_plainly_once(owed):
    owed.slack.faults.add(POST, "error:invalid_blocks")
    await owed.later(seconds=1)
    [debrief] = owed.debriefs()
    assert debrief.blocks == []
    assert "Zoë" not in debrief.text


async def test_a_revoked_token_pauses_the_workspace_until_it_lets_us_in_again(owed):
    owed.slack.faults.add(POST, "error:token_revoked")
    await owed.later(seconds=1)
    posted = count(owed, POST)
    await owed.later(days=1)
    assert count(owed, POST) == posted
    await owed.bot.coach.welcome("T0PLAY", "Playground")
    await owed.later(days=1)
    assert len(owed.debriefs()) == 1


async def test_a_twin_that_arrives_late_is_taken_away(owed):
    owed.slack.faults.add(POST, "drop_before")
    await owed.later(seconds=1)
    await owed.later(seconds=10)
    [debrief] = owed.debriefs()
    owed.slack.say(replace(debrief.message, ts=owed.slack.stamps.next()))  # it was only slow
    assert len(owed.debriefs()) == 2
    await owed.later(seconds=TWIN_AFTER.total_seconds() + 1)
    [left] = owed.debriefs()
    assert left.ts == debrief.ts


async def test_a_long_debrief_goes_on_in_its_thread_in_order(story):
    await story.open_job()
    [model, *_] = story.bot.coach.shelves.live.models
    await story.debriefs_show(detail="thread")
    await story.plan("U0ALICE", "U0BOB", covers=[each.id for each in model.competencies])
    rated = []
    for person, points in ((story.alice, 1), (story.bob, 5)):
        await person.click("score.open")
        rated += items(person.modal)
        await story.rate(person, points, evidence="A" * 2900)
        await story.seal(person)
    story.slack.faults.add(POST, "drop_after_commit", times=2)
    for _ in range(8):
        await story.later(hours=6)
    [first], rest = story.debriefs(), story.thread()
    assert first.thread_ts is None
    assert {message.thread_ts for message in rest} == {first.ts}
    named = [each.name.en for each in model.competencies]
    ends = ["Recommendations, no part of the profile", "Who speaks when"]
    assert [message.said.splitlines()[0] for message in rest] == [*named, *ends]
    whole = "".join(message.said for message in story.dana.messages(HIRING))
    assert whole.count("A" * 2900) == len(rated)
