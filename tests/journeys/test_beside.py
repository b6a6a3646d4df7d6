"""Candidates of one job side by side: by competency, in the order they were planned."""

import sqlite3

import pytest

from tests.journeys import forging
from tests.journeys.conftest import attached
from tests.journeys.story import Story

COM = "communication-collaboration"
IBI = "industry-business-insight"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


async def scored(story, candidate, *points, covers=(COM,), **fields):
    """Dana plans a candidate's interviews, and the panel scores them as soon as they can."""
    people = [story.alice, story.bob][: len(points)]
    await story.plan(
        *(f"U0{p.person.removeprefix('U0')}" for p in people),
        candidate=candidate,
        covers=covers,
        due=None,
        **fields,
    )
    await story.dana.close(everything=True)
    for person, each in zip(people, points, strict=True):
        assert await story.score(person, each) == {}
        await person.close(everything=True)
    await story.later(minutes=1)


async def two(story, **fields):
    """Open a job with two candidates who can be compared: the second did better."""
    await story.open_job()
    await scored(story, "Zoë Ωmega", 2, 5)
    await scored(story, "Robin Vega", 4, 4, **fields)
    return story


async def compare(person):
    await person.command("/debrief compare")
    await person.click("beside.open")


async def test_it_shows_means_raters_confidence_and_the_bar_in_the_order_planned(story, path):
    await two(story)
    await compare(story.dana)
    assert story.dana.modal.title == "Candidates compared"
    said = story.dana.modal.said
    assert "Zoë Ωmega  3.5 · 2 raters · medium confidence · bar 3 · raters disagree" in said
    assert "Robin Vega  4 · 2 raters · medium confidence · bar 3" in said
    assert said.index("Zoë Ωmega") < said.index("Robin Vega")
    assert "In the order they were planned" in said
    [logged] = [r for r in forging.rows(path)["audit"] if r["action"] == "candidates.compare"]
    assert (logged["actor"], logged["subject"]) == ("U0DANA", forging.rows(path)["jobs"][0]["id"])


async def test_debrief_offers_it_to_organisers_once_two_are_ready(story):
    await story.open_job()
    await scored(story, "Zoë Ωmega", 2, 5)
    await story.dana.command("/debrief")
    with pytest.raises(LookupError):
        await story.dana.click("beside.open")
    assert "nothing to compare yet" in (await story.dana.command("/debrief compare")).text
    await scored(story, "Robin Vega", 4, 4)
    reply = await story.dana.command("/debrief")
    assert "Compare candidates" in str(reply.blocks)
    await story.dana.click("beside.open")
    assert story.dana.modal.title == "Candidates compared"
    for person in (story.alice, story.bob, story.charlie):
        for command in ("/debrief", "/debrief compare"):
            assert "beside.open" not in str((await person.command(command)).blocks)


async def test_who_is_not_ready_is_counted_and_not_shown(story):
    await two(story)
    await story.plan(candidate="Kim Novak", covers=[COM], due=None)
    await story.dana.close(everything=True)
    await story.score(story.alice, 5)
    await story.plan("U0ALICE", candidate="Ada Open", covers=[COM], due=story.at(days=1))
    await story.dana.close(everything=True)
    await story.later(days=2)  # out without its card
    await compare(story.dana)
    said = story.dana.modal.said
    assert "Kim" not in said
    assert "Ada" not in said
    assert "2 more candidates are not here yet" in said


async def test_one_competency_is_chosen_from_the_menu(story, path):
    await story.open_job()
    await scored(story, "Zoë Ωmega", 2, 5, covers=[COM, IBI])
    await scored(story, "Robin Vega", 4, 4)
    await compare(story.dana)
    [model, *_] = story.bot.coach.shelves.live.models
    name = model.competency(IBI).name.of("en")
    assert "not in their interviews" in story.dana.modal.said
    assert name in story.dana.modal.said
    await story.dana.pick("competency", COM)
    assert story.dana.modal.said.count(name) == 1  # in the menu
    assert "not in their interviews" not in story.dana.modal.said
    assert "Robin Vega  4" in story.dana.modal.said
    await story.dana.pick("competency", "every")
    assert "not in their interviews" in story.dana.modal.said
    logged = [r for r in forging.rows(path)["audit"] if r["action"] == "candidates.compare"]
    assert len(logged) == 1


async def test_what_came_after_the_debrief_stays_outside(story):
    await story.open_job()
    await scored(story, "Zoë Ωmega", 2, 5)
    await story.plan(candidate="Robin Vega", covers=[COM], due=story.at(days=1))
    await story.dana.close(everything=True)
    await story.score(story.alice, 4)
    await story.later(days=2)
    await story.later(minutes=1)
    await story.score(story.bob, 1)
    await compare(story.dana)
    assert "Robin Vega  4 · 1 rater · low confidence" in story.dana.modal.said


async def test_a_job_with_initials_shows_initials(story):
    await two(story)
    await story.dana.command("/debrief settings")
    await story.dana.click("job.settings")
    await story.dana.pick("initials", ["on"])
    await story.dana.submit()
    await story.dana.close(everything=True)
    await compare(story.dana)
    assert "R. V.  4" in story.dana.modal.said
    assert "Robin" not in story.dana.modal.said


async def test_a_manager_with_a_card_to_seal_in_one_of_these_loops_waits(story, path):
    await two(story)
    await story.dana.command("/debrief compare")
    with sqlite3.connect(path) as database:
        database.execute(
            "INSERT INTO interviews (team_id, id, candidate, position, interviewer, start, minutes,"
            " competencies, questions, kind, beside, state, revision)"
            " SELECT team_id, 'shadow', candidate, 9, 'U0DANA', start, minutes, competencies,"
            " questions, 'shadow', id, 'planned', 0 FROM interviews LIMIT 1"
        )
    database.close()
    await story.dana.click("beside.open")
    assert story.dana.modal is None
    assert "Seal your own scorecard first" in story.dana.messages("C0GENERAL")[-1].said


async def test_nobody_else_compares_and_a_candidate_of_the_job_never(slack, settings, clock, path):
    admins = settings.model_copy(update={"coach_admins": ("U0CHARLIE", "U0CHEN")})
    async with attached(slack, admins, clock) as bot:
        story = Story(slack, bot, clock)
        await story.retire_questions(COM)
        forging.populate(slack)
        await two(story, account="U0CHEN")
        await story.dana.command("/debrief compare")
        opens = await forging.captured(slack, story.dana.click("beside.open"))
        await story.dana.command("/debrief compare")
        await story.dana.click("beside.open")
        turns = await forging.captured(slack, story.dana.pick("competency", COM))
        before = forging.rows(path)
        for person in ("U0ALICE", "U0BOB", "U0CHEN", "U0MEI", *forging.OUTSIDERS):
            for body in (opens, turns):
                calls = len(slack.calls)
                answer = await forging.delivered(bot, forging.as_person(slack, body, person))
                await bot.background.idle()
                told = forging.text(answer.body, slack.calls[calls:])
                assert "Robin" not in told
                assert "Candidates compared" not in told
        assert forging.rows(path) == before
        assert "beside.open" not in str((await story.chen.command("/debrief")).blocks)
        assert "nothing to compare" in (await story.chen.command("/debrief compare")).text
        await compare(story.charlie)  # an admin who is no candidate
        assert "Robin Vega  4" in story.charlie.modal.said


async def test_a_competency_that_was_never_offered_shows_nothing(story):
    await two(story)
    await compare(story.dana)
    body = await forging.captured(story.slack, story.dana.pick("competency", COM))
    for value in (IBI, "no-such-thing", "ZZ", "x" * 200):
        forged = forging.fresh(story.slack, body, "U0DANA")
        forged["actions"][0]["selected_option"] = {"value": value}
        await forging.delivered(story.bot, forged)
        await story.bot.background.idle()
    assert "Robin Vega  4" in story.dana.modal.said


async def test_it_is_chinese_for_who_reads_chinese(story):
    story.slack.people["U0DANA"].locale = "zh-CN"
    await two(story)
    await compare(story.dana)
    said = story.dana.modal.said
    assert story.dana.modal.title == "候选人对比"
    assert "按安排面试的先后排列" in said
    assert "Robin Vega  4 · 2 位面试官" in said
