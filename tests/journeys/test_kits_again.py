"""The kit comes once more when the interview is near."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.clock import Clock
from tests.journeys.reminding import COM, interview_of

MINUTE = timedelta(minutes=1)


@pytest.fixture
def clock():
    """Stand on a Tuesday at one in the morning in London: an interview is when it is."""
    return Clock(datetime(2026, 1, 6, 1, tzinfo=UTC))


def kits(person):
    near = {"Your interview is near.", "你的面试快开始了。"}
    return [each for each in person.messages() if each.text in near]


def buttons(message):
    return [e["action_id"] for e in message.blocks[-1]["elements"]]


async def planned(story, person="U0ALICE"):
    await story.open_job()
    assert await story.plan(person, covers=[COM], due=None) == {}
    return await interview_of(story, story.slack.hand(person))


async def test_fifteen_minutes_before_its_interviewer_has_the_kit_again(story):
    interview = await planned(story)
    story.clock.time = interview.start - 16 * MINUTE
    await story.later(seconds=1)
    assert kits(story.alice) == []
    await story.later(minutes=1)
    await story.later(minutes=1)
    [near] = kits(story.alice)
    assert "Zoë Ωmega" in near.said
    assert "Zoë" not in near.text
    assert "communication and" in near.said
    assert buttons(near) == ["guide.start", "kit.open", "score.open"]
    await story.alice.click("kit.open", message=near)
    assert story.alice.modal.title == "Interview kit"


async def test_mei_reads_it_in_chinese(story):
    interview = await planned(story, "U0MEI")
    story.clock.time = interview.start - 15 * MINUTE
    await story.bot.tick()
    [near] = kits(story.mei)
    assert "面试开始时间" in near.said


@pytest.mark.parametrize(("late", "many"), [(-1, 1), (0, 0)])
async def test_a_kit_that_is_late_comes_while_the_interview_lasts(story, late, many):
    interview = await planned(story)
    story.slack.faults.add("chat.postMessage", "error:internal_error")
    story.clock.time = interview.start - 15 * MINUTE
    await story.bot.tick()
    story.clock.time = interview.end + late * MINUTE
    await story.bot.tick()
    assert len(kits(story.alice)) == many


async def test_whoever_was_just_told_of_an_interview_is_not_told_again(story):
    await story.open_job()
    await story.fill_plan("U0ALICE", due=None)
    await story.dana.pick("start:0", story.at(minutes=20))
    assert await story.cover(COM) == {}
    assert await story.dana.submit() == {}
    for _ in range(5):
        await story.later(minutes=5)
    assert kits(story.alice) == []


async def test_whoever_watches_reads_the_kit_and_leads_no_guide(story):
    await story.open_job()
    await story.fill_plan("U0ALICE", "U0BOB", due=None)
    await story.dana.pick("role:1", "shadow:0")
    assert await story.cover(COM) == {}
    assert await story.dana.submit() == {}
    interview = await interview_of(story, story.alice)
    story.clock.time = interview.start - 15 * MINUTE
    await story.bot.tick()
    [near] = kits(story.bob)
    assert buttons(near) == ["kit.open", "score.open"]
