"""An interview that was not held as planned: nobody came, or somebody else held it."""

from datetime import UTC, datetime, timedelta

import pytest

from coaching.changes.changeable import successor
from coaching.person import Person
from tests.clock import Clock
from tests.journeys import forging
from tests.journeys.reminding import COM, held, interview_of, missing, nudges, wait_until
from tests.journeys.story import held as holds
from tests.journeys.story import items

NOTHING = {"I found nothing here that you can open.", "这里没有你可以打开的内容。"}
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def clock():
    """Stand on a Tuesday at nine in the morning in London."""
    return Clock(datetime(2026, 1, 6, 9, tzinfo=UTC))


def last(person):
    return person.messages()[-1].said


async def press(story, person, action_id, value=None):
    """Press a button as somebody it was not shown to; return what they are told."""
    shown = nudges(story.alice)[-1]
    body = await forging.captured(story.slack, story.alice.click(action_id, message=shown))
    del body["response_url"]
    body = forging.as_person(story.slack, body, person.person)
    body["actions"][0]["value"] = value or body["actions"][0]["value"]
    await forging.delivered(story.bot, body)
    await story.bot.background.idle()
    return last(person)


async def hand_over(person, holder):
    await person.click("holding.open")
    await person.pick("holder", holder)
    return await person.submit()


async def test_an_interview_that_did_not_happen_is_awaited_no_more(story):
    await held(story, "U0ALICE", "U0BOB", over=5 * MINUTE)
    assert await story.score(story.bob, 4) == {}
    assert story.debriefs() == []
    await story.alice.click("holding.missed")
    assert "Noted: it did not happen." in story.alice.messages()[-1].said
    assert nudges(story.alice) == []  # said in its place
    assert "that Alice Okafor was to hold did not happen" in last(story.dana)
    [debrief] = story.debriefs()  # only Bob's was awaited any more
    assert "Alice" not in debrief.said
    await wait_until(story, story.clock() + 9 * DAY, HOUR)
    assert nudges(story.alice) == missing(story.dana) == []
    assert "no scorecard" in (await story.alice.command("/interview score")).text


async def test_mei_says_in_chinese_that_it_did_not_happen(story):
    story.slack.people["U0MEI"].tz = "Europe/London"
    story.slack.people["U0DANA"].locale = "zh-CN"
    await held(story, "U0MEI", over=5 * MINUTE)
    await story.mei.click("holding.missed")
    assert "已记下：面试没有进行，不需要评分。" in last(story.mei)
    assert "原定由 Mei Lin 林美 主持的面试没有进行。" in last(story.dana)


async def test_whoever_watches_what_does_not_happen_has_nothing_to_rate(story):
    await story.open_job()
    await story.fill_plan("U0ALICE", "U0BOB", due=None)
    await story.dana.pick("role:1", "shadow:0")
    assert await story.cover(COM) == {}
    assert await story.dana.submit() == {}
    interview = await interview_of(story, story.alice)
    await wait_until(story, interview.end + 5 * MINUTE, HOUR)
    await story.alice.click("holding.missed")
    assert "no scorecard" in (await story.bob.command("/interview score")).text


async def test_a_sealed_card_shows_that_it_happened(story):
    await held(story, over=5 * MINUTE)
    before = nudges(story.alice)[-1]
    assert await story.score(story.alice, 4) == {}
    for button in ("holding.missed", "holding.open"):
        await story.alice.click(button, message=before)
        assert "is sealed, so this cannot be changed any more" in last(story.alice)


async def test_only_its_interviewer_and_its_organisers_say_how_it_went(story):
    await held(story, over=5 * MINUTE, account="U0CHEN")
    for person in (story.bob, story.charlie, story.chen, story.mei):
        for button in ("holding.missed", "holding.open"):
            assert await press(story, person, button) in NOTHING
    assert (await interview_of(story, story.alice)).state == "planned"
    await press(story, story.dana, "holding.missed")
    assert "that Alice Okafor was to hold did not happen" in last(story.alice)
    assert "plan another" not in last(story.alice)
    assert "no scorecard" in (await story.alice.command("/interview score")).text


async def test_before_it_begins_nobody_says_that_it_did_not_happen(story):
    interview = await held(story, over=5 * MINUTE)
    await story.plan("U0BOB", covers=[COM], candidate="Ann", due=None)
    other = await interview_of(story, story.bob)
    assert other.start > story.clock() > interview.end
    for button in ("holding.missed", "holding.open"):
        assert "has not begun yet" in await press(story, story.bob, button, other.id)


async def test_somebody_else_who_held_it_scores_it_and_never_sees_what_was_written(story, tmp_path):
    await held(story, over=5 * MINUTE)
    await story.alice.click("score.open")
    await story.alice.type(f"evidence:{COM}", "ALICE-WROTE-THIS")
    await story.alice.pick(f"rating:{COM}", "2")
    open_on_her_phone = await forging.captured(
        story.slack, story.alice.type(f"evidence:{COM}", "ALICE-STILL-WRITES")
    )
    await story.alice.close()
    assert await hand_over(story.alice, "U0BOB") == {}
    assert "I asked Bob Lindqvist to score it." in story.alice.modal.said
    await story.alice.close()
    assert "Bob Lindqvist held this interview instead of Alice Okafor" in last(story.alice)
    assert nudges(story.alice) == []  # said in its place
    assert "I was told that you held this interview" in last(story.bob)
    assert "Bob Lindqvist held this interview instead of Alice Okafor" in last(story.dana)
    late = forging.fresh(story.slack, open_on_her_phone, "U0ALICE")
    await forging.delivered(story.bot, late)  # what Alice typed comes late
    await story.bot.background.idle()
    await story.bob.click("score.open")
    assert items(story.bob.modal) == [COM]
    assert holds(story.bob.modal, f"rating:{COM}") is None
    assert not holds(story.bob.modal, f"evidence:{COM}")
    await story.rate(story.bob, 4)
    assert await story.seal(story.bob) == {}
    await story.later(minutes=1)
    [debrief] = story.debriefs()
    assert "Bob Lindqvist" in debrief.said
    assert "ALICE" not in debrief.said
    await story.alice.click("score.open", message=story.alice.messages()[0])
    assert "somebody else has it now" in last(story.alice)
    kept = forging.rows(tmp_path / "coach.db")["ratings"]
    assert [row["evidence"] for row in kept if "ALICE" in row["evidence"]] == ["ALICE-WROTE-THIS"]


async def test_whoever_held_it_is_reminded_anew_and_who_did_not_no_more(story):
    story.slack.people["U0BOB"].tz = "Europe/London"
    interview = await held(story, over=5 * MINUTE)
    assert await hand_over(story.alice, "U0BOB") == {}
    await wait_until(story, interview.end + 12 * DAY, 2 * HOUR)
    assert nudges(story.alice) == []
    assert 2 <= len(nudges(story.bob)) <= 4
    [told] = missing(story.dana)
    assert "Bob Lindqvist" in told.said


async def test_an_organiser_hands_over_but_not_what_somebody_has_begun_to_write(story):
    interview = await held(story, over=5 * MINUTE)
    await story.alice.click("score.open")
    await story.alice.pick(f"rating:{COM}", "2")
    await story.alice.close()
    await wait_until(story, interview.end + 6 * DAY, HOUR)
    errors = await hand_over(story.dana, "U0BOB")
    assert "only its writer can hand it over" in errors["holder"]
    await story.dana.close()
    assert await hand_over(story.alice, "U0BOB") == {}
    assert "instead of Alice Okafor" in last(story.dana)


@pytest.mark.parametrize(
    ("holder", "refusal"),
    [
        ("U0ALICE", "This is who was to hold it."),
        ("U0CHEN", "This person is the candidate."),
        ("U0GUS", "Interviewers must be full members of this workspace."),
        ("U0CHARLIE", "This person is a candidate for this job."),
        ("U0MEI", "This person has another interview on"),
    ],
)
async def test_not_everybody_can_have_held_it(story, holder, refusal):
    await held(story, over=5 * MINUTE, account="U0CHEN")
    start = int((story.clock() - 30 * MINUTE).timestamp())
    await story.fill_plan("U0MEI", "U0BOB", candidate="Ann", account="U0CHARLIE", due=None)
    await story.dana.pick("start:0", start)
    assert await story.cover(COM) == {}
    assert await story.dana.submit() == {}
    errors = await hand_over(story.alice, holder)
    assert refusal in errors["holder"]


async def test_somebody_has_to_be_chosen(story):
    await held(story, over=5 * MINUTE)
    await story.alice.click("holding.open")
    assert (await story.alice.submit()).keys() == {"holder"}


async def test_whoever_watched_may_have_led_in_the_end(story):
    await story.open_job()
    await story.fill_plan("U0ALICE", "U0BOB", due=None)
    await story.dana.pick("role:1", "shadow:0")
    assert await story.cover(COM) == {}
    assert await story.dana.submit() == {}
    interview = await interview_of(story, story.alice)
    await wait_until(story, interview.end + 5 * MINUTE, HOUR)
    assert await hand_over(story.alice, "U0BOB") == {}
    [(_, mine)] = await story.bot.coach.scoring.waiting(Person("T0PLAY", "U0BOB"))
    assert (mine.id, mine.kind) == (successor(interview.id), "lead")
