"""A scorecard on behalf: who may write it, who is told, and what it is worth."""

from datetime import timedelta

import pytest

from tests.journeys import forging
from tests.journeys.reminding import nudges, wait_until
from tests.journeys.story import HIRING, table

COM = "communication-collaboration"
GHOST = "He told me on the phone that she drew the flow."


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


@pytest.fixture
async def over(story):
    """Both interviews are over, nothing is written yet."""
    await story.open_job()
    await story.plan(covers=[COM], due=story.at(days=3))
    await story.later(hours=5)
    return story


async def stand_in(story, seat=1, person=None):
    """Dana, or somebody else, opens the card of the panel's first or second interviewer."""
    person = person or story.dana
    await person.close(everything=True) if person.modal else None
    await person.command("/debrief")
    loop = await planned(story)
    await person.pick(f"behalf:{loop.candidate.id}", loop.interviews[seat].id)


async def planned(story):
    """Return the loop."""
    async with story.bot.coach.store.begin(story.bot.identity.team) as work:
        [loop] = await work.loops.followed_by(None, 1)
    return loop


async def test_an_organiser_submits_for_who_cannot_and_it_counts_for_nothing(over):
    await over.score(over.alice, 2)
    await stand_in(over)
    assert over.dana.modal.title == "Scorecard"
    assert "You write this for Bob Lindqvist." in over.dana.modal.said
    await over.rate(over.dana, 5, evidence=GHOST)
    assert await over.seal(over.dana) == {}
    told = over.bob.messages()[-1]
    assert "Zoë" not in told.text
    assert "Dana Reyes has submitted your scorecard for Zoë Ωmega on your behalf" in told.said
    assert GHOST not in told.said
    receipt = over.dana.messages()[-1].said
    assert "You write this for Bob Lindqvist." in receipt
    assert GHOST in receipt
    await over.later(days=3)
    [debrief] = over.debriefs()
    assert "Scorecards sealed in time: 2 of 2" in debrief.said
    assert "Missing" not in debrief.said
    assert "Submitted by Dana Reyes on behalf of Bob Lindqvist" in debrief.said
    assert table(debrief) == [
        ["Competency", "Alice Okafor", "Mean", "Bar", "n", "Confidence"],
        ["Strong communication and cross-organisation collaboration", "2", "2", "3", "1", "low"],
    ]
    assert "It rests on one rater." in debrief.said
    read = await over.evidence(over.dana)
    assert read.index(GHOST) > read.index("Recommendations, no part of the profile")
    assert "Bob Lindqvist  Yes" not in read


async def test_nobody_is_reminded_of_a_card_that_another_writes_for_them(over):
    await stand_in(over)
    before = len(nudges(over.bob))
    await wait_until(over, over.clock() + timedelta(days=2))
    assert len(nudges(over.bob)) == before
    assert len(nudges(over.alice)) > 1


async def test_a_debrief_of_nothing_but_such_a_card_says_so(over):
    await stand_in(over)
    await over.rate(over.dana, 5, evidence=GHOST)
    await over.seal(over.dana)
    await over.later(days=3)
    [debrief] = over.debriefs()
    assert "No independent rater rated anything" in debrief.said
    assert GHOST not in debrief.said
    assert GHOST in await over.evidence(over.dana)


async def test_only_the_writer_comes_near_it_and_the_interviewer_is_told_who(over):
    await stand_in(over)
    await over.dana.type(f"evidence:{COM}", GHOST)
    await over.bob.click("score.open")
    assert over.bob.modal is None
    assert "Dana Reyes is writing this scorecard for you" in over.bob.messages()[-1].said
    assert "no scorecard to fill in" in (await over.bob.command("/interview score")).text
    said = (await over.bob.command("/debrief")).said
    assert "Dana Reyes is writing the scorecard of Bob Lindqvist." in said
    await over.dana.close(everything=True)
    await over.dana.command("/interview score")
    assert over.dana.modal.title == "Scorecard"
    assert GHOST in str(over.dana.modal.values)
    await over.rate(over.dana, 4)
    await over.seal(over.dana)
    await over.bob.click("score.open")
    assert "has submitted this scorecard for you" in over.bob.messages()[-1].said


async def test_the_interviewer_takes_it_over_empty_and_reads_nothing_of_it(over, path):
    await stand_in(over)
    await over.rate(over.dana, 5, evidence=GHOST)
    await over.bob.command("/debrief")
    await over.bob.click("behalf.take_over")
    assert over.bob.modal.title == "Scorecard"
    assert GHOST not in over.bob.modal.said + str(over.bob.modal.values)
    assert GHOST not in forging.text(forging.rows(path)["ratings"])
    errors = await over.dana.submit()
    assert any("they have taken it over" in text for text in errors.values())
    await over.rate(over.bob, 3)
    assert await over.seal(over.bob) == {}
    await over.later(days=3)
    assert "on behalf" not in over.debriefs()[0].said


async def test_what_the_interviewer_has_begun_nobody_else_opens(over):
    await over.bob.click("score.open")
    await over.bob.type(f"evidence:{COM}", "SECRET")
    await over.bob.close()
    await stand_in(over)
    assert over.dana.modal is None
    assert "has begun this scorecard" in over.dana.messages("C0GENERAL")[-1].said


async def test_before_the_end_and_after_the_debrief_nobody_stands_in(story):
    await story.open_job()
    await story.plan(covers=[COM])
    with pytest.raises(LookupError):
        await stand_in(story)
    await story.later(days=1)
    with pytest.raises(LookupError):
        await stand_in(story)


async def test_who_has_a_card_of_their_own_to_seal_writes_no_other(story):
    await story.open_job()
    await story.plan("U0DANA", "U0BOB", covers=[COM], due=story.at(days=3))
    await story.later(hours=5)
    with pytest.raises(LookupError):
        await stand_in(story)
    await story.score(story.dana, 3)
    await stand_in(story)
    assert "You write this for Bob Lindqvist." in story.dana.modal.said


async def test_nobody_but_an_organiser_stands_in_or_takes_over(over, path):
    loop = await planned(over)
    await over.dana.close(everything=True)
    await over.dana.command("/debrief")
    choice = over.dana.pick(f"behalf:{loop.candidate.id}", loop.interviews[1].id)
    body = await forging.captured(over.slack, choice)
    before = forging.rows(path, ["scorecards", "ratings", "audit"])
    for person in ("U0ALICE", "U0BOB", "U0CHARLIE", "U0CHEN"):
        await forging.delivered(over.bot, forging.as_person(over.slack, body, person))
    await over.bot.background.idle()
    assert forging.rows(path, ["scorecards", "ratings", "audit"]) == before
    await over.slack.deliver(body)
    await over.bot.background.idle()
    await over.bob.command("/debrief")
    body = await forging.captured(over.slack, over.bob.click("behalf.take_over"))
    before = forging.rows(path, ["scorecards", "ratings", "audit"])
    for person in ("U0ALICE", "U0DANA", "U0CHARLIE", "U0CHEN"):
        await forging.delivered(over.bot, forging.as_person(over.slack, body, person))
    await over.bot.background.idle()
    assert forging.rows(path, ["scorecards", "ratings", "audit"]) == before
    assert not any("SECRET" in m.said for m in over.dana.messages(HIRING))


async def test_mei_reads_in_chinese_that_somebody_writes_for_her_and_takes_it_over(story):
    await story.open_job(language="zh-CN")
    await story.plan("U0ALICE", "U0MEI", covers=[COM], due=story.at(days=3))
    await story.later(hours=5)
    await stand_in(story)
    await story.mei.click("score.open")
    assert "Dana Reyes" in story.mei.messages()[-1].said
    assert "评分表" in story.mei.messages()[-1].said
    await story.mei.command("/debrief")
    await story.mei.click("behalf.take_over")
    assert story.mei.modal.title == "评分表"
    assert await story.score(story.mei, 4, evidence="先复述顾虑，再给方案。") == {}
    assert story.mei.modal.title == "已封存"
