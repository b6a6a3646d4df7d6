"""`/interview job`: who may open a job, and with it read the questions that are asked in it."""

import sqlite3

import pytest

from tests.journeys import forging
from tests.journeys.conftest import attached
from tests.journeys.listing import COM, LIVE, PRACTICE, look
from tests.journeys.story import HIRING, Story

REFUSED = "You cannot open jobs here"


@pytest.fixture
def jobs(tmp_path):
    def read():
        with sqlite3.connect(tmp_path / "coach.db") as database:
            return [title for (title,) in database.execute("SELECT title FROM jobs")]

    return read


@pytest.fixture
async def chosen(slack, settings, clock):
    """A workspace where Alice opens jobs, and Mei is the admin."""
    named = {"coach_openers": ("U0ALICE",), "coach_admins": ("U0MEI",)}
    async with attached(slack, settings.model_copy(update=named), clock) as bot:
        yield Story(slack, bot, clock)


async def filled(person, title):
    """Somebody fills in the form, with themselves as hiring manager."""
    await person.command("/interview job")
    fields = {"level": "senior", "channel": HIRING, "language": "en"}
    await person.type("title", title)
    for field, value in fields.items():
        await person.pick(field, value)


async def opened(person, title):
    """Somebody opens a job; return what they read then."""
    await filled(person, title)
    assert await person.submit() == {}
    return person.modal.said


async def test_whoever_was_not_chosen_is_told_at_once_whom_to_ask(chosen):
    told = await chosen.dana.command("/interview job")
    assert chosen.dana.modal is None
    assert REFUSED in told.text
    assert "ask an admin" in told.text


async def test_a_chinese_reader_is_told_in_chinese_whom_to_ask(slack, settings, clock):
    named = settings.model_copy(update={"coach_openers": ("U0ALICE",)})
    async with attached(slack, named, clock) as bot:
        told = await Story(slack, bot, clock).mei.command("/interview job")
    assert "管理员" in told.text


async def test_whoever_was_chosen_opens_jobs_and_admins_do(chosen, jobs):
    assert "questions are fixed" in await opened(chosen.alice, "By choice")
    assert "选定 18 道题" in await opened(chosen.mei, "By right")
    assert jobs() == ["By choice", "By right"]


async def test_a_form_that_somebody_else_was_given_opens_nothing(chosen, jobs):
    await chosen.alice.command("/interview job")
    await chosen.alice.type("title", "Forged")
    errors = await chosen.forge("U0DANA", chosen.alice.modal)
    assert [REFUSED in said for said in errors.values()] == [True]
    assert jobs() == []


async def test_where_nobody_was_chosen_every_full_member_opens_jobs(bot, slack, clock, jobs):
    story = Story(slack, bot, clock)
    await opened(story.alice, "By anybody")
    assert jobs() == ["By anybody"]
    assert (await look(story.alice)).title == LIVE


@pytest.fixture
async def applying(bot, slack, clock):
    """Chen is the candidate of a job of Dana's, in whose channel he is not."""
    story = Story(slack, bot, clock)
    forging.populate(slack)
    await story.open_job()
    assert await story.plan("U0ALICE", covers=[COM], account="U0CHEN") == {}
    return story


async def test_a_candidate_opens_no_job_and_is_not_told_why(applying, jobs):
    told = await applying.chen.command("/interview job")
    assert applying.chen.modal is None
    assert REFUSED in told.text
    assert "candidate" not in told.text
    assert jobs() == ["Product lead"]


async def test_a_form_opened_before_one_became_a_candidate_names_no_question(
    bot, slack, clock, jobs
):
    story = Story(slack, bot, clock)
    await story.open_job()
    await filled(story.chen, "Begun before")
    assert await story.plan("U0ALICE", covers=[COM], account="U0CHEN") == {}
    errors = await story.chen.submit()
    assert REFUSED in str(errors)
    assert story.chen.modal.title == "Open a job"
    assert jobs() == ["Product lead"]


async def test_an_admin_who_is_a_candidate_opens_no_job_either(slack, settings, clock, jobs):
    admin = settings.model_copy(update={"coach_admins": ("U0CHEN",)})
    async with attached(slack, admin, clock) as bot:
        story = Story(slack, bot, clock)
        await story.open_job()
        assert await story.plan("U0ALICE", covers=[COM], account="U0CHEN") == {}
        told = await story.chen.command("/interview job")
        assert REFUSED in told.text
        assert (await look(story.chen)).title == PRACTICE
    assert jobs() == ["Product lead"]
