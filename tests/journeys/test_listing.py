"""`/interview list`: my interviews, and the state of those I organise."""

from dataclasses import replace

import pytest

from handlers import ids
from tests.journeys.conftest import attached
from tests.journeys.many import plan_many
from tests.journeys.story import Story

COM = "communication-collaboration"


@pytest.fixture
async def planned(story):
    await story.open_job()
    await story.plan(covers=[COM], account="U0CHEN")
    return story


async def listed(person, words=""):
    return (await person.command(f"/interview list {words}".strip())).said


async def test_an_interviewer_reads_what_is_due_and_what_comes(planned):
    said = await listed(planned.alice)
    assert "Today" in said
    assert "Zoë Ωmega for Product lead" in said
    assert "Scorecards sealed" not in said
    await planned.later(hours=3)
    assert "Scorecards due" in await listed(planned.alice)
    await planned.alice.click(ids.SCORE_OPEN)
    await planned.rate(planned.alice, 3)
    assert await planned.seal(planned.alice) == {}
    assert "Scorecards due" not in await listed(planned.alice)


async def test_an_organiser_reads_the_state_of_each_interview(planned):
    said = await listed(planned.dana)
    assert "Scorecards sealed: 0 of 2" in said
    assert said.count("· to come") == 2
    await planned.later(hours=2, minutes=10)
    assert "· under way" in await listed(planned.dana)
    await planned.later(hours=2)
    await planned.score(planned.alice, 2, evidence="ZZSAID", word="strong_no")
    said = await listed(planned.dana)
    assert "Alice Okafor · " in said
    assert "· scorecard sealed" in said
    assert "· scorecard due" in said
    await planned.later(hours=30)
    said = await listed(planned.dana)
    assert "· scorecard overdue" in said
    for secret in ("ZZSAID", "Strong no"):
        assert secret not in said


async def test_what_was_called_off_or_did_not_happen_is_said_so(planned):
    coach = planned.bot.coach
    async with coach.store.begin("T0PLAY") as work:
        [loop] = await work.loops.open_to("U0DANA", planned.clock(), every=False)
        for interview, state in zip(loop.interviews, ("cancelled", "missed"), strict=True):
            await work.loops.change(replace(interview, state=state))
    said = await listed(planned.dana)
    assert "· called off" in said
    assert "· did not happen" in said
    assert "Zoë" not in await listed(planned.alice)


async def test_words_narrow_it_to_a_candidate_or_a_job(planned):
    await planned.plan(candidate="王小明", covers=[COM])
    for person in (planned.dana, planned.alice):
        said = await listed(person, "小明")
        assert "王小明" in said
        assert "Zoë" not in said
        assert "Zoë" in await listed(person, "PRODUCT  lead")
        assert "found no candidate or job" in await listed(person, "nobody")


async def test_strangers_and_the_candidate_find_nothing(planned):
    for person in (planned.charlie, planned.chen, planned.mei):
        for words in ("", "Zoë"):
            assert "Zoë" not in await listed(person, words)
    assert "full members" in await listed(planned.gus)


async def test_mei_reads_it_in_chinese(story):
    await story.open_job(manager="U0MEI")
    await story.plan("U0MEI", covers=[COM])
    said = await listed(story.mei)
    assert "今天" in said
    assert "· 未开始" in said
    assert "已封存评分表：0/1 份" in said


async def test_what_one_answer_does_not_take_is_counted(story):
    await story.open_job()
    await plan_many(story, 60, story.at(days=-4))
    said = await listed(story.alice)
    shown = sum(f"Candidate {n:03}" in said for n in range(60))
    assert f"{60 - shown} more." in said
    assert "Candidate 059" in await listed(story.alice, "candidate 059")


@pytest.fixture
async def administered(slack, settings, clock):
    """A workspace where Charlie and Chen are admins."""
    named = {"coach_admins": ("U0CHARLIE", "U0CHEN")}
    async with attached(slack, settings.model_copy(update=named), clock) as bot:
        story = Story(slack, bot, clock)
        await story.retire_questions(COM)
        await story.open_job()
        await story.plan(covers=[COM], account="U0CHEN")
        yield story


async def test_an_admin_reads_of_every_candidate_but_of_themselves(administered):
    assert "Zoë" in await listed(administered.charlie)
    assert "Zoë" not in (await administered.charlie.open_home()).said  # none of their own
    assert "Zoë" not in await listed(administered.chen)
