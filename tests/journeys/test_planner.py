"""Who covers what: proposed, changed by hand, and honest about what time does not allow."""

import re

from tests.journeys import forging
from tests.journeys.story import HIRING, held, items

IBI, DATA = "industry-business-insight", "data-value-quantification"
RPD, COM = "requirements-product-design", "communication-collaboration"


def chosen(view):
    """Return the competencies chosen in each row."""
    rows = {field: fields for field, fields in view.values.items() if field.startswith("covers:")}
    return {
        field: [
            option["value"] for element in fields.values() for option in element["selected_options"]
        ]
        for field, fields in rows.items()
    }


async def proposed(story, *panel, **fields):
    """Dana sends who interviews; return what she then sees."""
    await story.fill_plan(*panel, **fields)
    assert await story.dana.submit() == {}
    return story.dana.modal


async def test_hard_skills_come_first_and_what_is_left_over_is_said(story):
    await story.open_job()
    view = await proposed(story, "U0ALICE", "U0BOB")
    assert view.title == "Who covers what"
    covered = [each for covers in chosen(view).values() for each in covers]
    assert len(set(covered)) == len(covered) == 6  # first everything once
    assert {IBI, DATA, RPD} < set(covered)
    assert "One rater: " in view.said
    assert "Nobody: " in view.said
    assert "of 45 minutes" in view.said
    assert story.alice.messages() == []  # nobody is invited before it is planned
    assert await story.dana.submit() == {}
    assert "You cover:" in story.alice.messages()[0].said


async def test_a_row_that_was_changed_stays_and_the_others_are_proposed_around_it(story):
    await story.open_job(competencies=[IBI, DATA, RPD])
    await proposed(story, "U0ALICE", "U0BOB", "U0MEI")
    await story.dana.pick("covers:0", [COM])
    after = chosen(story.dana.modal)
    assert after["covers:0"] == [COM]
    assert {*after["covers:1"], *after["covers:2"]} >= {IBI, DATA, RPD}
    await story.dana.pick("covers:1", [IBI])
    after = chosen(story.dana.modal)
    assert (after["covers:0"], after["covers:1"]) == ([COM], [IBI])
    await story.dana.pick("covers:2", [])
    assert (await story.dana.submit()).keys() == {"covers:2"}
    await story.dana.pick("covers:2", [DATA, RPD, COM, IBI, "systems-thinking"])
    assert "minutes too long" in story.dana.modal.said  # by hand it may be
    assert await story.dana.submit() == {}
    await story.mei.click("score.open")
    assert len(items(story.mei.modal)) == 5


async def test_what_was_begun_is_offered_again_for_a_day_and_to_nobody_else(story, tmp_path):
    await story.open_job()
    await proposed(story, "U0ALICE", candidate="Ann")
    await story.dana.close()
    await story.dana.command("/interview new")
    assert held(story.dana.modal, "candidate") == "Ann"
    assert "did not finish it" in story.dana.modal.said
    await story.dana.click("plan.afresh")
    assert not held(story.dana.modal, "candidate")
    await story.dana.close()

    view = await proposed(story, "U0ALICE", candidate="Ben")
    await story.later(days=1, minutes=1)
    assert forging.rows(tmp_path / "coach.db")["plan_drafts"] == []
    errors = await story.forge("U0DANA", view)
    assert "nothing here that you can open" in errors["covers:0"]


async def test_nobody_is_in_two_interviews_at_once(story):
    await story.open_job()
    await story.plan("U0ALICE", candidate="Ann")
    at = story.at(hours=2, minutes=30)
    await story.fill_plan("U0ALICE", "U0BOB", candidate="Ben")
    await story.dana.pick("start:0", at)
    errors = await story.dana.submit()
    assert errors.keys() == {"start:0"}
    assert "another interview" in errors["start:0"]
    await story.dana.pick("start:0", story.at(hours=2, minutes=45))  # begins as the other ends
    await story.dana.pick("start:1", at)
    assert "candidate is in another interview" in (await story.dana.submit())["start:1"]
    await story.dana.pick("start:1", story.at(hours=4))
    assert await story.dana.submit() == {}


async def test_nobody_sits_on_both_sides_of_a_job(story):
    await story.open_job()
    await story.plan("U0ALICE", account="U0CHEN")
    await story.fill_plan("U0CHEN", candidate="Ben")
    assert "is a candidate for this job" in (await story.dana.submit())["interviewer:0"]
    await story.dana.pick("interviewer:0", "U0BOB")
    await story.dana.pick("account", "U0ALICE")
    errors = await story.dana.submit()
    assert errors.keys() == {"account"}


async def test_a_shadow_rates_to_learn_and_is_neither_awaited_nor_counted(story):
    await story.open_job(competencies=[IBI])
    roles = {"role:1": "shadow:0", "role:2": "reverse:0"}
    view = await proposed(story, "U0ALICE", "U0BOB", "U0MEI", due=None, **roles)
    assert list(chosen(view)) == ["covers:0"]
    assert "Bob Lindqvist watches Alice Okafor" in view.said
    assert await story.dana.submit() == {}
    assert "interview to watch" in story.bob.messages()[0].said
    assert "stays out of the debrief" in story.bob.messages()[0].said
    await story.later(hours=3)
    await story.score(story.bob, 1, word="no", evidence="Bob heard a guess.")
    await story.score(story.alice, 5, evidence="She named both parties.")
    await story.later(minutes=1)
    [debrief] = story.debriefs()
    assert "Scorecards sealed in time: 1 of 1" in debrief.said
    assert "Bob" not in debrief.said
    assert "Panel: Alice Okafor." in story.dana.messages(HIRING)[0].said
    await story.mei.click("score.open")
    assert items(story.mei.modal) != []


async def test_what_a_candidate_needs_reaches_the_interviewer_and_no_channel(story):
    await story.open_job()
    assert await proposed(story, "U0ALICE", candidate="Ann") is not None
    await story.dana.click("plan.back")
    await story.dana.type("accommodation", "+25 % time")
    assert await story.dana.submit() == {}
    assert await story.dana.submit() == {}
    assert "Please arrange for: +25 % time" in story.alice.messages()[0].said
    await story.alice.click("kit.open")
    assert "+25 % time" in story.alice.modal.said
    assert "+25" not in "".join(each.said for each in story.dana.messages(HIRING))


async def test_another_round_asks_other_questions_whatever_the_name_is_then(story):
    await story.open_job(competencies=[DATA])
    await story.plan("U0ALICE", candidate="Ann", due=None)
    await story.alice.click("score.open")
    first = items(story.alice.modal)
    await story.rate(story.alice, 4)
    await story.seal(story.alice)
    assert "plan.round" not in str((await story.alice.command("/debrief")).blocks)
    await story.dana.command("/debrief")
    await story.dana.click("plan.round")
    assert held(story.dana.modal, "candidate") == "Ann"
    await story.dana.type("candidate", "Ann Married-Name")
    await story.dana.pick("interviewer:0", "U0BOB")
    await story.dana.pick("release", "sealed")
    assert await story.dana.submit() == {}
    assert await story.dana.submit() == {}
    await story.bob.click("score.open")
    assert not {*first} & {*items(story.bob.modal)}


async def test_a_job_may_name_fewer_competencies_than_its_level(story):
    errors = await story.open_job(competencies=[IBI, "renewal-judgement"])
    assert errors.keys() == {"competencies"}
    await story.dana.pick("competencies", [IBI])
    assert await story.dana.submit() == {}
    view = await proposed(story, "U0ALICE")
    assert chosen(view) == {"covers:0": [IBI]}


async def test_cases_of_the_hard_skills_are_planned_with_the_minutes_they_take(story):
    await story.open_job(competencies=[IBI, COM], cases=["cases"])
    view = await proposed(story, "U0ALICE", "U0BOB")
    assert chosen(view) == {"covers:0": [IBI, COM], "covers:1": [IBI, COM]}
    minutes = sorted(map(int, re.findall(r": (\d+) of 45 minutes", view.said)))
    assert minutes[1] - minutes[0] >= 10  # a case takes twice as long as any other question
    assert await story.dana.submit() == {}
    asked = set()
    for person in (story.alice, story.bob):
        await person.click("score.open")
        asked |= set(items(person.modal))
    assert [each for each in asked if "-case-" in each] != []


async def test_the_planner_reads_chinese(story):
    await story.open_job(manager="U0MEI")
    await story.mei.command("/interview new")
    assert "面试便利安排" in story.mei.modal.said
    await story.mei.type("candidate", "王小明")
    await story.mei.pick("interviewer:0", "U0BOB")
    assert await story.mei.submit() == {}
    assert "只有一人评分：" in story.mei.modal.said
    assert "45 分钟中用" in story.mei.modal.said
