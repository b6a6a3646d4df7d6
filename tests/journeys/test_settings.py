"""What people choose for themselves: language, quiet hours, reminders."""

from datetime import UTC, datetime

import pytest

from tests.clock import Clock
from tests.journeys import forging

COM = "communication-collaboration"


@pytest.fixture
def clock():
    """Stand on a Tuesday at nine in the morning in London."""
    return Clock(datetime(2026, 1, 6, 9, tzinfo=UTC))


def chosen(person, field):
    """Return what a field of the form holds."""
    [content] = person.modal.values[field].values()
    option = content.get("selected_option")
    return option["value"] if option else [o["value"] for o in content["selected_options"]]


async def change(person, **fields):
    """Open the settings, choose, and save; return the errors."""
    await person.command("/interview settings")
    for field, value in fields.items():
        await person.pick(field, value)
    return await person.submit()


async def test_home_says_when_one_is_reminded_and_follows_a_change(story):
    shown = (await story.alice.open_home()).said
    assert "I do not remind you from 19:00 until 09:00.\nWeekends are quiet." in shown
    assert await change(story.alice, quiet_start="22:00", quiet_end="07:30", weekends=[]) == {}
    await story.bot.background.idle()
    assert "I do not remind you from 22:00 until 07:30." in story.alice.home.said
    assert "Weekends" not in story.alice.home.said


async def test_settings_begin_with_slacks_language_quiet_nights_and_reminders(story):
    await story.alice.command("/interview settings")
    assert story.alice.modal.title == "Settings"
    assert chosen(story.alice, "language") == "slack"
    assert (chosen(story.alice, "quiet_start"), chosen(story.alice, "quiet_end")) == (
        "19:00",
        "09:00",
    )
    assert chosen(story.alice, "weekends") == ["weekends"]
    assert chosen(story.alice, "nudges") == ["nudges"]


async def test_what_was_chosen_is_there_when_the_settings_are_opened_again(story):
    alice = story.alice
    fields = {"quiet_start": "22:30", "quiet_end": "07:00", "weekends": [], "nudges": []}
    assert await change(alice, language="en", **fields) == {}
    await alice.close()
    await alice.command("/interview settings")
    for field, value in fields.items():
        assert chosen(alice, field) == value
    assert chosen(alice, "language") == "en"
    await alice.close()
    await story.bob.command("/interview settings")
    assert chosen(story.bob, "quiet_start") == "19:00"  # nobody else's


async def test_a_language_is_spoken_from_the_very_next_answer_on(story):
    assert await change(story.alice, language="zh-CN") == {}
    assert story.alice.modal.title == "已保存"
    await story.alice.close()
    assert "没有" in (await story.alice.command("/interview score")).text
    assert await change(story.mei, language="en") == {}
    assert story.mei.modal.title == "Saved"
    await story.mei.close()
    assert "no scorecard" in (await story.mei.command("/interview score")).text
    assert await change(story.mei, language="slack") == {}
    assert story.mei.modal.title == "已保存"


async def test_a_language_outlives_what_slack_says_later(story):
    await change(story.alice, language="zh-CN")
    await story.alice.close()
    await story.later(hours=1)  # Slack is asked anew
    assert "评分表" in (await story.alice.command("/interview score")).text


async def test_messages_come_in_the_language_that_was_chosen(story):
    await change(story.alice, language="zh-CN")
    await story.alice.close()
    await story.open_job()
    await story.plan("U0ALICE", covers=[COM])
    assert story.alice.messages()[0].text == "请你担任一场面试的面试官。"


async def test_the_form_says_what_holds_now(story):
    await change(story.alice, quiet_start="08:00", quiet_end="08:00", weekends=[])
    assert story.alice.modal.said.endswith("I remind you at any hour.")
    await story.alice.close()
    await change(story.alice, quiet_start="20:00", quiet_end="08:30", weekends=["weekends"])
    assert "I do not remind you from 20:00 until 08:30." in story.alice.modal.said
    assert "Weekends are quiet." in story.alice.modal.said
    await story.alice.close()
    await change(story.alice, nudges=[])
    assert "I do not remind you. If a scorecard stays missing" in story.alice.modal.said


async def test_guests_have_no_settings(story):
    reply = await story.gus.command("/interview settings")
    assert story.gus.modal is None
    assert "full members" in reply.text


async def test_what_was_never_offered_is_not_kept(story, tmp_path):
    await story.alice.command("/interview settings")
    await story.alice.pick("quiet_start", "20:00")
    body = await forging.captured(story.slack, story.alice.submit())
    for field, value in (("quiet_start", "20:10"), ("language", "fr")):
        [held] = body["view"]["state"]["values"][field].values()
        kept, held["selected_option"] = held["selected_option"], {"value": value}
        forged = forging.fresh(story.slack, body, "U0ALICE")
        assert "nothing here" in (await forging.delivered(story.bot, forged)).body
        held["selected_option"] = kept
    assert forging.rows(tmp_path / "coach.db", ["preferences"]) == {"preferences": []}
