"""Which questions a job and its candidates get, and what the people are told about it."""

from dataclasses import replace
from uuid import uuid4

import pytest

from coaching.exposure import Drift
from coaching.loop import Candidate, Debrief, Interview
from coaching.person import Person
from coaching.plan import items
from coaching.scorecard import Draft
from tests.journeys import forging
from tests.journeys.story import items as rated_in

IBI, DATA = "industry-business-insight", "data-value-quantification"
COM = "communication-collaboration"  # rated as a whole: its questions are retired


async def card(story, person):
    """Return what the newest card of a person asks."""
    await person.click("score.open")
    asked = rated_in(person.modal)
    await person.close()
    return asked


async def test_whoever_opens_a_job_reads_what_is_asked_and_why(story):
    await story.open_job()
    said = story.dana.modal.said
    assert "questions are fixed for it, the same for every candidate" in said
    assert "Data" in said
    assert "not asked yet" in said
    assert "drawn by lot from" in said
    await story.dana.close()
    await story.plan(covers=[IBI])
    for n in range(4):
        await story.open_job(title=f"Job {n}")
        said = story.dana.modal.said
    assert "asked of" not in said  # others fit and were asked of nobody


async def test_every_candidate_of_a_job_is_asked_the_same(story):
    await story.open_job()
    await story.plan("U0ALICE", candidate="Ann", covers=[IBI, DATA])
    first = await card(story, story.alice)
    await story.plan("U0BOB", candidate="Ben", covers=[IBI, DATA])
    assert await card(story, story.bob) == first


async def test_somebody_who_was_here_before_gets_parallel_questions(story):
    await story.open_job()
    await story.plan("U0ALICE", candidate="Jo Marin", covers=[DATA])
    first = await card(story, story.alice)
    await story.plan("U0BOB", candidate="JO  marin", covers=[DATA])
    assert "Somebody of this name was asked 2 of these questions" in story.dana.modal.said
    second = await card(story, story.bob)
    assert not set(first) & set(second)
    assert [item.split("-")[2] for item in first] == [item.split("-")[2] for item in second]

    await story.plan("U0MEI", candidate="Jo Marin", covers=[DATA])
    await story.plan("U0CHARLIE", candidate="Jo Marin", covers=[DATA])
    assert "no parallel question is left" in story.dana.modal.said
    assert set(await card(story, story.charlie)) <= set(first) | set(await card(story, story.mei))

    await story.plan("U0MEI", candidate="Somebody New", covers=[DATA])
    assert "Somebody of this name" not in story.dana.modal.said


async def test_after_a_year_a_question_counts_as_forgotten(story):
    await story.open_job()
    await story.plan("U0ALICE", candidate="Jo Marin", covers=[DATA])
    first = await card(story, story.alice)
    await story.later(days=366)
    await story.plan("U0BOB", candidate="Jo Marin", covers=[DATA])
    assert await card(story, story.bob) == first


@pytest.fixture
def settings(settings):
    """Dana is the workspace's admin."""
    return settings.model_copy(update={"coach_admins": ("U0DANA",)})


async def rated(story, many, points):
    """Keep cards of earlier candidates, all rated the same: by hand it would take a minute."""
    coach = story.bot.coach
    async with coach.store.begin(story.bot.identity.team) as work:
        [job] = await work.jobs.run_by(None)
        asked = tuple(ref for ref in job.questions if ref.startswith("ibi-"))
        for _ in range(many):
            key = uuid4().hex
            candidate = Candidate(key, job.id, key, None, "U0DANA")
            interview = Interview(key, key, "U0BOB", story.clock(), 45, (IBI,), asked)
            await work.loops.add(candidate, [interview], Debrief(key, job.channel), story.clock())
            card = items(interview, job, coach.shelves.live)
            marks = {item.key: points for item in card}
            await work.scorecards.draft(interview, Draft(None, marks=marks, heard=1), card)
            await work.scorecards.seal(interview, story.clock())
            story.clock.forward(minutes=1)


async def test_admins_are_told_once_when_the_ratings_of_a_question_rise(story):
    await story.open_job()
    await rated(story, 20, 3)
    await rated(story, 19, 4)
    await story.later(minutes=1)
    assert "Possible leak" not in told(story.dana)
    for n in range(3):
        await story.plan("U0ALICE", covers=[IBI], candidate=f"N{n}", due=None)
        await story.score(story.alice, 4)
        await story.later(minutes=1)
    [one, other] = [m for m in story.dana.messages() if "Possible leak, please review" in m.said]
    assert "The last 20 ratings have a mean of 4.0; those before, 3.0." in one.said
    assert one.said != other.said  # the two questions of the competency
    assert "Possible leak" not in told(story.alice)
    assert one.text == "A question may be known outside."  # a notification shows no title


async def test_who_is_no_admin_any_more_is_not_told_what_was_owed_to_them(story):
    leaks, dana = story.bot.coach.leaks, Person(story.bot.identity.team, "U0DANA")
    async with story.bot.coach.store.begin(dana.team) as work:
        await work.uses.flag("ibi-biz-beh-001", 1, Drift(3.0, 4.0), story.clock())
    assert await leaks.flagged(dana, "ibi-biz-beh-001")
    assert await replace(leaks, admins=frozenset()).flagged(dana, "ibi-biz-beh-001") is None


def told(person):
    return "\n".join(message.said for message in person.messages())


async def test_an_interviewer_reads_what_they_ask_and_nobody_else_does(story):
    await story.open_job()
    await story.plan("U0ALICE", "U0MEI", covers=[IBI, COM])
    await story.alice.click("kit.open")
    assert story.alice.modal.title == "Interview kit"
    said = story.alice.modal.said
    await story.alice.close()
    assert "Follow-ups" in said
    assert "What answers look like, from 1 to 5 points" in said
    *asked, whole = await card(story, story.alice)
    assert whole == COM
    for question in map(story.bot.coach.shelves.live.question, asked):
        texts = [question.prompt, *(anchor.text for anchor in question.anchors.ladder)]
        assert all(text.en in said for text in texts)
    await story.mei.command("/interview kit")
    assert "面试资料" in story.mei.modal.title
    assert "追问" in story.mei.modal.said
    await story.mei.close()
    click = await forging.captured(story.slack, story.alice.click("kit.open"))
    for person in ("U0CHARLIE", "U0DANA", "U0MEI", "U0GUS", "U0CHEN"):
        forged = forging.as_person(story.slack, click, person)
        assert (await forging.delivered(story.bot, forged)).status == 200
        shown = story.slack.hand(person).modal
        assert shown is None or shown.title == "Interviews planned"
