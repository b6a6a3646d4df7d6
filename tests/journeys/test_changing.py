"""An organiser changes a planned interview: everybody concerned is told, once, calendars too."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from coaching.person import Person
from tests.journeys import forging
from tests.journeys.story import HIRING, held, items

IBI, DATA = "industry-business-insight", "data-value-quantification"
RPD, COM = "requirements-product-design", "communication-collaboration"


@pytest.fixture
def settings(settings):
    """Dana runs jobs; Charlie is the workspace's admin."""
    return settings.model_copy(update={"coach_admins": ("U0CHARLIE",)})


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


def events(person):
    """Return what the calendar of a person was told, the oldest first."""
    files = [file for said in person.messages() for file in said.message.files]
    return [Calendar.from_ical(file.data).events[0] for file in files]


def words(person):
    """Return the messages of a person that are no calendar."""
    return [said.said for said in person.messages() if not said.message.files]


def rows(path, **where):
    """Return the interviews with these values."""
    kept = forging.rows(path)["interviews"]
    return [row for row in kept if all(row[key] == value for key, value in where.items())]


async def opened(story, interviewer, path):
    """Dana opens the form of somebody's interview, from the list of loops."""
    [interview] = rows(path, interviewer=interviewer, state="planned")
    people = {each["id"]: each["name"] for each in forging.rows(path)["candidates"]}
    await story.dana.command(f"/debrief {people[interview['candidate']]}")
    await story.dana.click("change.open")
    view = story.dana.modal.view
    if interview["id"] not in view.given["private_metadata"]:
        [which] = [b["block_id"] for b in view.blocks if b["block_id"].startswith("which:")]
        await story.dana.pick(which, interview["id"])
    return story.dana.modal


async def changed(story, whose, path, /, **fields):
    """Dana changes somebody's interview; return the errors."""
    await opened(story, whose, path)
    for field, value in fields.items():
        await story.dana.pick(field, value)
    return await story.dana.submit()


async def called_off(story, interviewer, path, button="change.call_off"):
    """Dana calls off somebody's interview; return what she is told."""
    await opened(story, interviewer, path)
    await story.dana.click(button)
    return story.dana.modal.said


async def test_a_new_time_is_told_in_words_and_moves_the_same_event(story, path):
    await story.open_job()
    await story.plan("U0ALICE", "U0MEI", covers=[COM])
    for name, person, hours in (("U0ALICE", story.alice, 9), ("U0MEI", story.mei, 12)):
        at, before = story.at(hours=hours), len(person.messages())
        assert await changed(story, name, path, start=at, minutes="90") == {}
        assert "1 person gets a direct message" in story.dana.modal.said
        await story.dana.close()
        first, second = events(person)
        assert second["uid"] == first["uid"]
        assert (first["sequence"], second["sequence"]) == (0, 1)
        assert second.start == datetime.fromtimestamp(at, UTC)
        assert second.end - second.start == timedelta(minutes=90)
        assert len(person.messages()) == before + 2  # the words, and the calendar below them
    assert "The time of your interview has changed." in "".join(words(story.alice))
    assert "你的面试时间有变动" in "".join(words(story.mei))
    assert "更新日历里的这场面试" in "".join(said.said for said in story.mei.messages())
    assert "Zoë" not in "".join(said.text for said in story.mei.messages())
    assert len(story.dana.messages(HIRING)) == 1


async def test_the_form_shows_how_the_interview_stands_also_in_chinese(story, path):
    await story.open_job(manager="U0MEI")
    await story.plan("U0ALICE", "U0BOB", covers=[COM])
    await changed(story, "U0ALICE", path, minutes="60")
    await story.dana.close()
    await story.mei.command("/debrief")
    await story.mei.click("change.open")
    assert story.mei.modal.title == "修改面试"
    assert held(story.mei.modal, "minutes") == "60"
    await story.mei.pick("minutes", "45")
    assert await story.mei.submit() == {}
    assert "已私信通知 1 人。" in story.mei.modal.said


async def test_an_admin_changes_any_interview_but_their_own(story, path):
    await story.open_job()
    await story.plan("U0ALICE", covers=[COM], candidate="Ann")
    await story.charlie.command("/debrief")
    await story.charlie.click("change.open")
    await story.charlie.pick("minutes", "90")
    assert await story.charlie.submit() == {}
    [alice] = rows(path)
    assert alice["minutes"] == 90
    story.clock.forward(minutes=1)
    await story.plan("U0BOB", covers=[COM], candidate="Charlie", account="U0CHARLIE")
    view = await opened(story, "U0BOB", path)
    assert "nothing here that you can open" in str(await story.forge("U0CHARLIE", view))


async def test_whoever_takes_over_is_invited_and_the_other_hears_that_they_are_off(story, path):
    await story.open_job()
    await story.plan("U0ALICE", "U0BOB", covers=[COM])
    await story.alice.click("score.open")
    await story.rate(story.alice, 2, evidence="Alice alone heard this.")
    await story.alice.close()
    assert await changed(story, "U0ALICE", path, interviewer="U0MEI") == {}
    assert "2 people get a direct message" in story.dana.modal.said
    assert "You are no longer part of this interview." in "".join(words(story.alice))
    first, off = events(story.alice)
    assert (off["uid"], off["sequence"], off["status"]) == (first["uid"], 1, "CANCELLED")
    line = story.dana.messages(HIRING)[-1]
    assert "It is now: Mei Lin 林美, Bob Lindqvist." in line.said
    assert "Zoë" not in line.text
    assert "请你担任一场面试的面试官" in words(story.mei)[0]
    assert [event["status"] for event in events(story.mei)] == ["CONFIRMED"]
    await story.mei.click("score.open")
    assert "Alice alone" not in str(story.mei.modal.view.values)
    assert held(story.mei.modal, f"evidence:{COM}") is None
    await story.alice.click("score.open")
    assert "called off" in story.alice.messages()[-1].said
    assert await story.score(story.mei, 4) == {}
    assert await story.score(story.bob, 4) == {}
    await story.later(days=1)
    [debrief] = story.debriefs()
    assert "Alice" not in debrief.said
    assert "Scorecards sealed in time: 2 of 2" in debrief.said


async def test_an_interview_that_changed_hands_twice_comes_back_as_a_new_one(story, path):
    await story.open_job()
    await story.plan("U0ALICE", covers=[COM])
    for name in ("U0BOB", "U0ALICE"):
        [before] = rows(path, state="planned")
        assert await changed(story, before["interviewer"], path, interviewer=name) == {}
        await story.dana.close()
    assert len(rows(path, interviewer="U0ALICE")) == 2
    assert [event["status"] for event in events(story.alice)] == [
        *("CONFIRMED", "CANCELLED", "CONFIRMED")
    ]
    [alice] = rows(path, state="planned")
    uses = forging.rows(path)["question_uses"]
    assert {use["interview"] for use in uses} <= {alice["id"]}


async def test_what_an_invitation_says_is_how_things_stand_when_it_is_sent(story, path):
    await story.open_job()
    story.slack.faults.add("chat.postMessage", "429:60", times=3)
    await story.plan("U0ALICE", "U0BOB", covers=[COM])
    assert words(story.alice) == words(story.bob) == []
    assert await changed(story, "U0ALICE", path, interviewer="U0MEI") == {}
    await story.dana.close()
    await called_off(story, "U0BOB", path)
    await story.later(minutes=3)
    await story.later(minutes=3)
    assert "".join(words(story.alice)).count("interview to run") == 0
    assert "".join(words(story.bob)).count("interview to run") == 0
    assert "请你担任一场面试的面试官" in "".join(words(story.mei))


async def test_who_sits_in_goes_where_the_lead_goes(story, path):
    await story.open_job(competencies=[IBI])
    await story.plan("U0ALICE", "U0BOB", **{"role:1": "shadow:0"})
    at = story.at(hours=7)
    assert await changed(story, "U0ALICE", path, start=at) == {}
    assert "2 people get a direct message" in story.dana.modal.said
    await story.dana.close()
    assert {row["start"] for row in rows(path)} == {rows(path)[0]["start"]}
    assert [event["sequence"] for event in events(story.bob)] == [0, 1]
    assert await changed(story, "U0ALICE", path, interviewer="U0MEI") == {}
    await story.dana.close()
    assert "You are now paired with Mei" in words(story.bob)[-1]
    view = await opened(story, "U0BOB", path)
    assert "start" not in view.values
    assert await changed(story, "U0BOB", path, interviewer="U0ALICE") == {}
    await story.dana.close()
    await called_off(story, "U0MEI", path)
    assert {row["state"] for row in rows(path)} == {"cancelled"}
    assert "called off" in words(story.alice)[-1]


async def test_what_planning_refuses_a_change_refuses_too(story, path):
    await story.open_job()
    await story.plan("U0ALICE", "U0BOB", account="U0CHEN", covers=[COM])
    await story.plan("U0MEI", candidate="Ben", covers=[COM])
    [mei] = rows(path, interviewer="U0MEI")
    elsewhere = int(datetime.fromisoformat(mei["start"]).replace(tzinfo=UTC).timestamp())
    for fields, field, said in (
        ({"interviewer": "U0CHEN"}, "interviewer", "is the candidate"),
        ({"interviewer": "U0BOB"}, "interviewer", "on the panel twice"),
        ({"interviewer": "U0GUS"}, "interviewer", "full members"),
        ({"start": story.at(hours=3)}, "start", "candidate is in another interview"),
        ({"start": story.at(hours=-1)}, "start", "has passed"),
        ({"start": story.at(days=400)}, "start", "more than a year away"),
        ({"start": story.at(hours=23, minutes=30)}, "start", "The debrief comes on"),
        ({"start": elsewhere, "interviewer": "U0MEI"}, "start", "has another interview on"),
    ):
        before = forging.rows(path)
        errors = await changed(story, "U0ALICE", path, **fields)
        assert errors.keys() == {field}, fields
        assert said in errors[field]
        assert forging.rows(path)["interviews"] == before["interviews"]
        await story.dana.close()


async def test_a_sealed_interview_and_a_loop_with_its_debrief_out_stay_as_they_are(story, path):
    await story.open_job()
    await story.plan("U0ALICE", "U0BOB", covers=[COM], due=None)
    await opened(story, "U0ALICE", path)
    await story.score(story.alice, 4)
    await story.dana.pick("minutes", "90")
    errors = await story.dana.submit()
    assert "is sealed" in str(errors)
    await story.dana.close()
    view = await opened(story, "U0BOB", path)  # the one that is left to choose
    await story.score(story.bob, 4)
    assert "debrief is out" in str(await story.forge("U0DANA", view))
    await story.dana.close()
    assert "change.open" not in str((await story.dana.command("/debrief")).blocks)


async def test_the_last_card_that_is_awaited_no_more_brings_the_debrief(story, path):
    await story.open_job()
    await story.plan("U0ALICE", "U0BOB", covers=[COM], due=None)
    await story.score(story.alice, 4)
    assert "debrief is posted now" in await called_off(story, "U0BOB", path)
    await story.later(minutes=1)
    [debrief] = story.debriefs()
    assert "Scorecards sealed in time: 1 of 1" in debrief.said
    assert "This interview was called off." in words(story.bob)[-1]
    first, off = events(story.bob)
    assert (off["uid"], off["sequence"], off["status"]) == (first["uid"], 1, "CANCELLED")
    await story.bob.click("score.open")
    assert "called off" in story.bob.messages()[-1].said


@pytest.mark.parametrize("due", [None, 24])
async def test_a_loop_that_is_called_off_as_a_whole_has_no_debrief(story, path, due):
    await story.open_job()
    await story.plan(covers=[COM], due=due and story.at(hours=due))
    said = await called_off(story, "U0BOB", path, "change.call_off_all")
    assert "no debrief is posted" in said
    assert "2 people get a direct message" in said
    await story.later(days=2)
    assert story.debriefs() == []
    assert len(story.dana.messages(HIRING)) == 1  # of a panel that is not there, nothing is said
    assert "no debrief comes" in (await story.dana.command("/debrief")).said
    assert forging.rows(path)["question_uses"] == []


async def test_what_was_sealed_before_the_rest_was_called_off_is_what_the_debrief_says(story, path):
    await story.open_job()
    await story.plan("U0ALICE", "U0BOB", "U0MEI", covers=[COM])
    await story.score(story.alice, 4)
    await called_off(story, "U0BOB", path, "change.call_off_all")
    await story.later(days=1, hours=1)
    [debrief] = story.debriefs()
    assert "Scorecards sealed in time: 1 of 1" in debrief.said


async def test_a_form_that_is_sent_twice_changes_once(story, path):
    await story.open_job()
    await story.plan("U0ALICE", "U0BOB", covers=[COM])
    for fields in ({"start": story.at(hours=9)}, {"interviewer": "U0MEI"}):
        name = rows(path, state="planned")[0]["interviewer"]
        await opened(story, name, path)
        for field, value in fields.items():
            await story.dana.pick(field, value)
        body = await forging.captured(story.slack, story.dana.submit())
        await forging.delivered(story.bot, forging.fresh(story.slack, body, "U0DANA"))
        await story.bot.background.idle()
        once = forging.rows(path)
        ack = await forging.delivered(story.bot, forging.fresh(story.slack, body, "U0DANA"))
        assert "It is so already." in ack.body
        assert forging.rows(path) == once


async def test_what_somebody_else_changed_meanwhile_is_not_changed_back(story, path):
    await story.open_job(manager="U0MEI")
    await story.plan("U0ALICE", "U0BOB", covers=[COM])
    view = await opened(story, "U0ALICE", path)
    await story.mei.command("/debrief")
    await story.mei.click("change.open")
    await story.mei.pick("start", story.at(hours=9))
    assert await story.mei.submit() == {}
    await story.dana.pick("minutes", "90")
    assert "meanwhile" in str(await story.dana.submit())
    assert view.title == "Change interview"


async def test_what_an_interview_covers_changes_with_the_questions_it_asks(story, path):
    await story.open_job(competencies=[IBI, DATA])
    await story.plan("U0ALICE", "U0BOB")
    await story.alice.click("score.open")
    before = items(story.alice.modal)
    await story.alice.close()
    assert await changed(story, "U0ALICE", path, covers=[DATA]) == {}
    await story.dana.close()
    assert "covers something else now" in words(story.alice)[-1]
    assert len(events(story.alice)) == 1
    await story.alice.click("score.open")
    after = items(story.alice.modal)
    assert set(after) < set(before)
    await story.alice.close()
    [alice] = rows(path, interviewer="U0ALICE")
    assert {u["question"] for u in uses_of(path, alice)} == set(after)


def uses_of(path, interview):
    """Return which questions an interview is to ask."""
    return [u for u in forging.rows(path)["question_uses"] if u["interview"] == interview["id"]]


async def test_a_question_gives_way_to_one_that_nobody_else_asks(story, path):
    await story.open_job(competencies=[IBI])
    await story.plan("U0ALICE", "U0BOB")
    await story.alice.click("score.open")
    [first, *rest] = items(story.alice.modal)
    await story.alice.close()
    assert await changed(story, "U0ALICE", path, instead=[first]) == {}
    await story.dana.close()
    await story.alice.click("score.open")
    now = items(story.alice.modal)
    assert first not in now
    assert len(now) == 1 + len(rest)
    await story.bob.click("score.open")
    assert not {*now} & {*items(story.bob.modal)}
    [alice] = rows(path, interviewer="U0ALICE")
    assert {u["question"] for u in uses_of(path, alice)} == set(now)


async def test_what_was_written_about_or_has_begun_goes_on_being_asked(story, path):
    await story.open_job(competencies=[IBI])
    await story.plan("U0ALICE", "U0BOB")
    await story.alice.click("score.open")
    [first, *_] = items(story.alice.modal)
    await story.alice.type(f"evidence:{first}", "She named both parties.")
    await story.alice.close()
    errors = await changed(story, "U0ALICE", path, instead=[first])
    assert "written about this" in errors["covers"]
    await story.dana.close()
    await story.later(hours=4)
    errors = await changed(story, "U0BOB", path, covers=[DATA])
    assert "has begun" in errors["covers"]


async def test_a_shorter_interview_asks_less_and_never_nothing(story, path):
    await story.open_job(competencies=[IBI, DATA])
    await story.plan("U0ALICE", **{"minutes:0": "90"})
    await story.alice.click("score.open")
    before = items(story.alice.modal)
    await story.alice.close()
    assert "takes" in (await changed(story, "U0ALICE", path, minutes="15"))["minutes"]
    await story.dana.pick("minutes", "30")
    assert await story.dana.submit() == {}
    await story.dana.close()
    await story.alice.click("score.open")
    after = items(story.alice.modal)
    assert len(before) == 4
    assert set(after) < set(before)
    assert len(after) == 2


def chosen(view):
    """Return the competencies chosen in each row of the form about who covers what."""
    rows = {field: fields for field, fields in view.values.items() if field.startswith("covers:")}
    return {
        field: {
            each["value"] for element in fields.values() for each in element["selected_options"]
        }
        for field, fields in rows.items()
    }


async def test_when_somebody_drops_out_the_others_cover_it_and_only_they_are_told(story, path):
    await story.open_job(competencies=[IBI, DATA, RPD])
    await story.plan("U0ALICE", "U0BOB", "U0MEI")
    before = {row["interviewer"]: json.loads(row["competencies"]) for row in rows(path)}
    told = {name: len(words(getattr(story, name))) for name in ("alice", "bob", "mei")}
    await opened(story, "U0MEI", path)
    await story.dana.click("change.drop_out")
    view = story.dana.modal
    assert view.title == "Who covers what"
    assert "Mei" not in view.said
    assert set().union(*chosen(view).values()) == {IBI, DATA, RPD}
    assert rows(path, state="cancelled") == []  # nothing happens before it is saved
    assert await story.dana.submit() == {}
    assert "called off" in story.dana.modal.title
    after = {row["interviewer"]: json.loads(row["competencies"]) for row in rows(path)}
    assert [row["interviewer"] for row in rows(path, state="cancelled")] == ["U0MEI"]
    assert "这场面试已取消" in words(story.mei)[-1]
    for name, who in (("alice", "U0ALICE"), ("bob", "U0BOB")):
        changed_ = set(after[who]) != set(before[who])
        assert len(words(getattr(story, name))) == told[name] + changed_
    asked = [ref for row in rows(path, state="planned") for ref in json.loads(row["questions"])]
    assert len(asked) == len({*asked})
    uses = {(u["interview"], u["question"]) for u in forging.rows(path)["question_uses"]}
    assert uses == {
        (row["id"], ref.partition("@")[0])
        for row in rows(path, state="planned")
        for ref in json.loads(row["questions"])
    }


async def test_what_is_sealed_stays_and_what_is_set_by_hand_is_planned_around(story, path):
    await story.open_job(competencies=[IBI, DATA, RPD])
    await story.plan("U0ALICE", "U0BOB", "U0MEI")
    await story.score(story.alice, 4)
    [alice] = rows(path, interviewer="U0ALICE")
    await opened(story, "U0MEI", path)
    await story.dana.click("change.drop_out")
    assert list(chosen(story.dana.modal)) == ["covers:1"]
    assert "Stays as it is: Alice Okafor" in story.dana.modal.said
    await story.dana.pick("covers:1", [COM])
    assert chosen(story.dana.modal) == {"covers:1": {COM}}
    assert await story.dana.submit() == {}
    assert rows(path, interviewer="U0ALICE") == [alice]
    assert json.loads(rows(path, interviewer="U0BOB")[0]["competencies"]) == [COM]


async def test_a_plan_around_a_loop_that_has_changed_meanwhile_is_not_kept(story, path):
    await story.open_job(competencies=[IBI, DATA], manager="U0MEI")
    await story.plan("U0ALICE", "U0BOB")
    await opened(story, "U0BOB", path)
    await story.dana.click("change.drop_out")
    await story.mei.command("/debrief")
    await story.mei.click("change.open")
    await story.mei.pick("start", story.at(hours=9))
    assert await story.mei.submit() == {}
    kept = rows(path)
    assert "meanwhile" in str(await story.dana.submit())
    assert rows(path) == kept


async def test_an_interview_that_did_not_take_place_is_planned_again_for_another_time(story, path):
    await story.open_job()
    await story.plan("U0ALICE", covers=[COM], due=None)
    await story.later(hours=4)
    async with story.bot.coach.store.begin(story.bot.identity.team) as work:
        mine = await work.loops.interview(rows(path)[0]["id"])
        await work.loops.change(replace(mine, state="missed"))
    await story.dana.command("/debrief")
    await story.dana.click("change.open")
    assert "did not take place" in (await story.dana.submit())["start"]
    await story.dana.pick("start", story.at(hours=5))
    assert await story.dana.submit() == {}
    assert "The time of your interview has changed." in words(story.alice)[-1]
    assert await story.score(story.alice, 4) == {}
    await story.later(minutes=1)
    assert len(story.debriefs()) == 1


async def test_what_was_called_off_gets_no_other_question_when_one_is_replaced(story, path):
    await story.open_job(competencies=[IBI])
    await story.plan("U0ALICE", candidate="Ann")
    await story.plan("U0BOB", candidate="Ben")
    await called_off(story, "U0ALICE", path)
    [alice], [bob] = rows(path, interviewer="U0ALICE"), rows(path, interviewer="U0BOB")
    question = json.loads(bob["questions"])[0].partition("@")[0]
    charlie, retiring = Person(story.bot.identity.team, "U0CHARLIE"), story.bot.coach.retiring
    await retiring.take_out(charlie, question, "retired")
    [job] = forging.rows(path)["jobs"]
    replaced = await retiring.replace(charlie, question, job["id"])
    assert replaced.changed == 1
    assert rows(path, interviewer="U0ALICE") == [alice]
    assert {u["interview"] for u in forging.rows(path)["question_uses"]} == {bob["id"]}
