"""When a debrief goes out, who is told, and what becomes of cards that come after it."""

import logging
from datetime import timedelta

import pytest

from coaching.person import Person
from tests.journeys.story import HIRING

COM = "communication-collaboration"
LEFT_OUT = "A debrief went out."
NEVER = "never posted"


def told(person, text):
    return [each for each in person.messages() if each.text == text]


def lines(story, text):
    """Return the one-line messages in the hiring channel that have this notification."""
    return [each for each in story.dana.messages(HIRING) if each.text == text]


def offered(reply):
    """Return the buttons of an answer."""
    return [
        element["action_id"]
        for block in reply.blocks
        if block["type"] == "actions"
        for element in block["elements"]
    ]


async def planned(story, **fields):
    await story.open_job()
    assert await story.plan(covers=[COM], **fields) == {}
    await story.dana.close()


async def daily(story, hour="17:00", zone="Europe/Berlin"):
    """Dana lets complete debriefs go out together at an hour."""
    await story.open_job()
    await story.dana.close()
    await story.dana.command("/debrief settings")
    await story.dana.click("job.settings")
    await story.dana.pick("daily", ["on"])
    await story.dana.pick("hour", hour)
    await story.dana.pick("zone", zone)
    assert await story.dana.submit() == {}
    await story.dana.close(everything=True)


async def move(story, person, **fields):
    await person.command("/debrief")
    await person.click("debrief.move")
    for field, value in fields.items():
        await person.pick(field, value)
    errors = await person.submit()
    await person.close(everything=True)
    return errors


async def test_who_is_missing_is_told_once_and_may_still_seal(story):
    await planned(story)
    await story.later(hours=5)
    await story.score(story.alice, 4)
    await story.later(days=1)
    assert len(story.debriefs()) == 1
    await story.later(days=2)
    [notice] = told(story.bob, LEFT_OUT)
    assert "went out without your scorecard" in notice.said
    assert "no part of the profile" in notice.said
    assert "Zoë" not in notice.text
    assert told(story.alice, LEFT_OUT) == []


async def test_mei_is_told_in_chinese_and_not_at_night(story, caplog):
    await story.open_job()
    # Mei is in Shanghai: the debrief comes at 23:00 there.
    story.clock.forward(hours=1)
    due = story.clock().replace(hour=15, minute=0, second=0, microsecond=0) + timedelta(days=1)
    assert await story.plan("U0ALICE", "U0MEI", covers=[COM], due=int(due.timestamp())) == {}
    await story.later(seconds=(due - story.clock()).total_seconds() + 60)
    assert len(story.debriefs()) == 1
    assert told(story.mei, "有一份复盘已发布。") == []
    await story.later(hours=11)
    [notice] = told(story.mei, "有一份复盘已发布。")
    assert "其中没有你的评分表" in notice.said
    warned = [each for each in caplog.records if each.levelno >= logging.WARNING]
    assert warned == []  # that somebody rests is no trouble


async def test_a_late_card_stands_in_the_thread_and_outside_the_profile(story):
    await planned(story)
    await story.later(hours=5)
    await story.score(story.alice, 4)
    await story.later(days=1)
    [debrief] = story.debriefs()
    await story.later(minutes=1)
    await story.score(story.bob, 1, word="no", evidence=NEVER)
    await story.later(minutes=1)
    [late] = lines(story, "A scorecard was sealed after the debrief.")
    assert late.thread_ts == debrief.ts
    assert "After release: the scorecard of Bob Lindqvist" in late.said
    assert "no part of the profile" in late.said
    assert "cross-organisation collaboration  1" in late.said
    assert NEVER not in late.said  # what is posted leaves our hands: the job posts summaries
    assert len(story.debriefs()) == 1
    assert "Bob Lindqvist 1" not in story.debriefs()[0].said


async def test_a_card_sealed_before_the_debrief_is_in_it_whatever_another_clock_says(story):
    await planned(story)
    await story.later(hours=5)
    await story.score(story.alice, 4)
    story.clock.forward(seconds=-2)  # of a process beside the one that sealed it
    await story.dana.command("/debrief")
    await story.dana.click("debrief.post")
    await story.later(minutes=1)
    [debrief] = story.debriefs()
    assert "Scorecards sealed in time: 1 of 2" in debrief.said
    assert "Missing: Bob Lindqvist" in debrief.said


@pytest.mark.parametrize("behind", [0, 2])
async def test_a_card_sealed_after_the_debrief_is_late_whatever_another_clock_says(story, behind):
    await planned(story)
    await story.later(hours=5)
    await story.score(story.alice, 4)
    await story.later(hours=20)
    story.clock.forward(seconds=-behind)
    await story.score(story.bob, 1, evidence=NEVER)
    await story.later(minutes=1)
    [late] = lines(story, "A scorecard was sealed after the debrief.")
    assert "After release: the scorecard of Bob Lindqvist" in late.said
    assert NEVER not in await story.evidence(story.dana)


async def test_a_job_that_posts_evidence_posts_that_of_a_late_card_too(story):
    await story.open_job()
    await story.dana.close()
    await story.dana.command("/debrief settings")
    await story.dana.click("job.settings")
    await story.dana.pick("detail", "thread")
    await story.dana.submit()
    await story.dana.close(everything=True)
    await story.plan(covers=[COM])
    await story.later(days=1, hours=1)
    await story.later(minutes=1)
    await story.score(story.bob, 2, evidence="She drew it. She is 52 years old.")
    await story.later(minutes=1)
    [late] = lines(story, "A scorecard was sealed after the debrief.")
    assert "She drew it." in late.said
    assert "52" not in late.said
    assert "withheld" in late.said


async def test_nobody_left_out_is_told_when_all_were_in_time(story):
    await planned(story)
    for person in (story.alice, story.bob):
        await story.score(person, 3)
    await story.later(days=2)
    assert [told(each, LEFT_OUT) for each in (story.alice, story.bob)] == [[], []]
    assert lines(story, "A scorecard was sealed after the debrief.") == []


async def test_complete_debriefs_go_out_together_at_the_daily_hour(story):
    await daily(story)
    for name in ("Zoë Ωmega", "王小明"):
        assert await story.plan(candidate=name, covers=[COM], due=None) == {}
        await story.dana.close()
        await story.score(story.alice, 3)
        await story.score(story.bob, 4)
    assert story.debriefs() == []
    said = (await story.dana.command("/debrief")).said
    assert said.count("Debrief: ") == 2
    await story.later(hours=4)
    assert story.debriefs() == []
    await story.later(hours=4)  # 09:00 UTC and 8 hours: past 17:00 in Berlin
    assert len(story.debriefs()) == 2
    await story.later(days=3)
    assert len(story.debriefs()) == 2


async def test_a_loop_that_waits_for_cards_says_at_which_hour_it_will_go(story):
    await daily(story)
    assert await story.plan(covers=[COM], due=None) == {}
    said = (await story.dana.command("/debrief")).said
    assert "on the weekday when all scorecards are sealed, at 17:00 (Europe/Berlin)" in said


async def test_a_card_that_is_awaited_again_takes_the_daily_hour_back(story):
    await daily(story)
    assert await story.plan(covers=[COM], due=None) == {}
    await story.dana.close()
    await story.later(hours=5)
    await story.score(story.alice, 3)
    await story.bob.click("holding.missed")
    assert "Debrief: Mon 5 Jan, 16:00" in (await story.dana.command("/debrief")).said
    await story.dana.click("change.open")
    await story.dana.pick("start", story.at(days=2))
    assert await story.dana.submit() == {}
    await story.dana.close(everything=True)
    assert "at 17:00 (Europe/Berlin)" in (await story.dana.command("/debrief")).said
    await story.later(days=1)
    assert story.debriefs() == []
    await story.later(days=2)
    await story.score(story.bob, 4)
    await story.later(days=1)
    assert len(story.debriefs()) == 1


async def test_the_manager_posts_a_debrief_before_its_time_and_says_without_whom(story):
    await planned(story)
    await story.later(hours=5)
    await story.score(story.alice, 4)
    reply = await story.dana.command("/debrief")
    [button] = [
        element
        for block in reply.blocks
        for element in block.get("elements", [])
        if element.get("action_id") == "debrief.post"
    ]
    assert "Bob Lindqvist" in button["confirm"]["text"]["text"]
    await story.dana.click("debrief.post")
    await story.later(minutes=1)
    [debrief] = story.debriefs()
    assert "Missing: Bob Lindqvist" in debrief.said
    assert len(told(story.bob, LEFT_OUT)) == 1
    await story.later(days=2)
    assert len(story.debriefs()) == 1


async def test_posting_twice_posts_once_and_moving_what_is_out_is_refused(story):
    await planned(story)
    await story.score(story.alice, 4)
    await story.dana.command("/debrief")  # an answer that stays on the screen
    await story.dana.click("debrief.post")
    for button in ("debrief.post", "debrief.move", "debrief.cancel"):
        await story.dana.click(button)
        assert "out already" in story.dana.messages("C0GENERAL")[-1].said
    await story.later(days=2)
    assert len(story.debriefs()) == 1


async def test_without_any_card_there_is_nothing_to_post(story):
    await planned(story)
    assert "debrief.post" not in offered(await story.dana.command("/debrief"))
    timing = story.bot.coach.debriefs.timing
    async with story.bot.coach.store.begin("T0PLAY") as work:
        [loop] = await work.loops.followed_by("U0DANA", 5)
    with pytest.raises(Exception, match="No scorecard is sealed yet"):
        await timing.post_now(Person("T0PLAY", "U0DANA"), loop.candidate.id)


async def test_a_debrief_that_is_moved_keeps_the_new_promise_and_the_channel_is_told(story):
    await planned(story)
    await story.score(story.alice, 4)
    assert await move(story, story.dana, release="at", due=story.at(days=3)) == {}
    await story.later(minutes=1)
    [line] = lines(story, "A debrief has another time.")
    assert "The debrief of Zoë Ωmega for Product lead has another time." in line.said
    await story.later(days=2)
    assert story.debriefs() == []
    await story.later(days=1)
    assert len(story.debriefs()) == 1


async def test_a_time_that_cannot_be_is_refused_at_its_field(story):
    await planned(story)
    story.clock.forward(minutes=5)
    assert "has passed" in (await move(story, story.dana, due=story.at(hours=-1)))["due"]
    assert "last interview ends" in (await move(story, story.dana, due=story.at(hours=1)))["due"]
    assert "more than a year" in (await move(story, story.dana, due=story.at(days=400)))["due"]


async def test_moved_to_when_all_are_sealed_it_goes_with_the_last_or_at_once(story):
    await planned(story)
    await story.score(story.alice, 4)
    assert await move(story, story.dana, release="sealed") == {}
    await story.later(days=2)
    assert story.debriefs() == []
    await story.score(story.bob, 4)
    assert len(story.debriefs()) == 1


async def test_a_debrief_that_was_cancelled_comes_only_when_it_is_given_a_time(story):
    await planned(story)
    await story.dana.command("/debrief")
    await story.dana.click("debrief.cancel")
    await story.later(minutes=1)
    [line] = lines(story, "A debrief is cancelled.")
    assert "is cancelled" in line.said
    for person in (story.alice, story.bob):
        await story.score(person, 4)
    await story.later(days=3)
    assert story.debriefs() == []
    reply = await story.dana.command("/debrief")
    assert "Debrief: cancelled" in reply.said
    assert "debrief.cancel" not in offered(reply)
    assert await move(story, story.dana, release="sealed") == {}
    assert len(story.debriefs()) == 1


async def test_interviewers_are_offered_nothing_of_this(story):
    await planned(story)
    await story.score(story.alice, 4)
    for person in (story.alice, story.bob):
        assert not {
            each for each in offered(await person.command("/debrief")) if "debrief." in each
        }


async def test_the_week_lists_what_came_comes_and_waits(story):
    await story.open_job()
    await story.dana.close()
    assert "No debrief is due this week" in (await story.dana.command("/debrief list")).said
    for name, due in (("Ann", story.at(days=1)), ("Ben", None), ("Cem", story.at(days=9))):
        assert await story.plan(candidate=name, covers=[COM], due=due) == {}
        await story.dana.close()
    said = (await story.dana.command("/debrief list")).said
    assert said.index("Ann") < said.index("Ben")
    assert "Cem" not in said
    assert "when all scorecards are sealed" in said
    await story.later(days=1, hours=1)
    assert "Debrief posted" in (await story.dana.command("/debrief list")).said
    assert "Ann" in (await story.alice.command("/debrief list")).said
    assert "Ann" not in (await story.charlie.command("/debrief list")).said
    assert "本周的复盘" not in said
    assert "本周没有" in (await story.mei.command("/debrief list")).said


async def test_a_debrief_that_is_days_late_is_left_to_its_owner(story):
    await story.open_job()
    for name in ("Ann", "Ben", "Cem"):
        assert await story.plan(candidate=name, covers=[COM], due=story.at(days=1)) == {}
        await story.dana.close()
    story.clock.forward(days=3)  # nobody ticks
    await story.later(seconds=1)
    await story.later(minutes=2)
    assert story.debriefs() == []
    [notice] = told(story.dana, "Debriefs were not posted.")
    assert "3 debriefs came due while I was not running" in notice.said
    assert all(name in notice.said for name in ("Ann", "Ben", "Cem"))
    assert "Ann" not in notice.text
    await story.later(days=2)
    assert len(told(story.dana, "Debriefs were not posted.")) == 1
    assert story.debriefs() == []
    assert "not posted" in (await story.dana.command("/debrief Ann")).said
    await story.dana.click("debrief.post", message=notice)
    assert "No scorecard is sealed yet" in story.dana.messages()[-1].said


async def test_a_debrief_that_is_hours_late_is_caught_up(story):
    await planned(story)
    await story.score(story.alice, 4)
    story.clock.forward(hours=40)  # due after 24, and nobody ticks
    await story.later(seconds=1)
    assert len(story.debriefs()) == 1
    assert told(story.dana, "Debriefs were not posted.") == []


async def test_chinese_readers_are_told_and_asked_in_chinese(story):
    story.slack.people["U0DANA"].locale = "zh-CN"
    await story.open_job(language="zh-CN")
    assert await story.plan(covers=[COM]) == {}
    await story.dana.close()
    await story.dana.command("/debrief")
    await story.dana.click("debrief.move")
    assert story.dana.modal.title == "更改复盘时间"
    await story.dana.pick("due", story.at(days=2))
    assert await story.dana.submit() == {}
    await story.later(minutes=1)
    assert "复盘时间有变" in lines(story, "有一份复盘的时间有变。")[0].said


async def test_while_a_debrief_is_cancelled_its_interviews_may_move_beyond_its_time(story):
    await planned(story)
    await story.dana.command("/debrief")
    await story.dana.click("debrief.cancel")
    await story.dana.click("change.open")
    await story.dana.pick("start", story.at(days=3))
    assert await story.dana.submit() == {}
