"""A bot that is restarted in the middle of something goes on with it."""

from contextlib import asynccontextmanager
from datetime import timedelta

from tests.journeys.conftest import attached
from tests.journeys.reminding import nudges, put_off, wait_until
from tests.journeys.story import Story, held, items

COM = "communication-collaboration"


@asynccontextmanager
async def telling(slack, settings, clock):
    """Tell a story until the bot stops."""
    async with attached(slack, settings, clock) as bot:
        yield Story(slack, bot, clock)


async def test_a_plan_that_was_begun_is_offered_again(slack, settings, clock):
    async with telling(slack, settings, clock) as story:
        await story.open_job()
        await story.fill_plan("U0ALICE", "U0MEI", candidate="Robin Vega")
        assert await story.dana.submit() == {}
        assert story.dana.modal.title == "Who covers what"
    async with telling(slack, settings, clock) as story:
        await story.dana.close(everything=True)
        await story.dana.command("/interview new")
        assert "You began this plan and did not finish it." in story.dana.modal.said
        assert held(story.dana.modal, "candidate") == "Robin Vega"
        assert await story.dana.submit() == {}
        assert await story.dana.submit() == {}
        assert story.dana.modal.title == "Interviews planned"


async def test_a_scorecard_goes_on_where_it_was_in_chinese_too(slack, settings, clock):
    async with telling(slack, settings, clock) as story:
        await story.retire_questions(COM)
        await story.open_job()
        await story.plan("U0MEI", covers=[COM])
        await story.mei.click("score.open")
        await story.mei.pick(f"rating:{COM}", "4")
        await story.mei.type(f"evidence:{COM}", "先复述客户的顾虑。")
    async with telling(slack, settings, clock) as story:
        mei = story.mei
        await mei.pick("recommendation", "yes")  # the form is still open, the bot is another
        await mei.close()
        await mei.click("score.open")
        assert items(mei.modal) == [COM]
        assert held(mei.modal, f"evidence:{COM}") == "先复述客户的顾虑。"
        assert held(mei.modal, f"rating:{COM}") == "4"
        assert await story.seal(mei) == {}
        assert mei.modal.title == "已封存"


async def test_what_was_put_off_is_still_put_off(slack, settings, clock):
    async with telling(slack, settings, clock) as story:
        await story.open_job()
        await story.plan("U0ALICE", covers=[COM])
        await wait_until(story, story.clock() + timedelta(hours=3))
        assert len(nudges(story.alice)) == 1
        await put_off(story.alice, "hour")
    async with telling(slack, settings, clock) as story:
        await wait_until(story, story.clock() + timedelta(minutes=50))
        before = len(story.alice.messages())
        await wait_until(story, story.clock() + timedelta(minutes=30))
        assert len(story.alice.messages()) == before + 1
