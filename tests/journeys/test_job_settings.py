"""What a job's debriefs post, and by which clock: set by those who run it."""

import sqlite3

import pytest

from tests.journeys import forging
from tests.journeys.conftest import attached
from tests.journeys.story import HIRING, Story, options

COM = "communication-collaboration"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


@pytest.fixture
def settings_(settings):
    """A workspace where Charlie is an admin."""
    return settings.model_copy(update={"coach_admins": ("U0CHARLIE",)})


def jobs(path):
    return forging.rows(path)["jobs"]


def chosen(person, field):
    """Return what a field of the form holds."""
    [content] = person.modal.values[field].values()
    if "selected_time" in content:
        return content["selected_time"]
    option = content.get("selected_option")
    return option["value"] if option else [o["value"] for o in content["selected_options"] or []]


async def settings(story, person=None):
    """Open the settings of the one job there is."""
    person = person or story.dana
    await person.close(everything=True) if person.modal else None
    await person.command("/debrief settings")
    await person.click("job.settings")


async def change(story, **fields):
    """Open the settings of the one job there is, choose, and save; return the errors."""
    await settings(story)
    for field, value in fields.items():
        await story.dana.pick(field, value)
    return await story.dana.submit()


async def test_a_new_job_posts_the_summary_by_the_clock_of_whoever_opened_it(story, path):
    story.slack.people["U0DANA"].tz = "Asia/Shanghai"
    await story.open_job()
    await settings(story)
    assert chosen(story.dana, "detail") == "summary"
    assert chosen(story.dana, "zone") == "Asia/Shanghai"
    assert [chosen(story.dana, each) for each in ("initials", "daily", "digest")] == [[], [], []]
    assert chosen(story.dana, "hour") is None
    assert jobs(path)[0]["zone"] == "Asia/Shanghai"


async def test_an_old_name_of_a_zone_is_shown_by_its_new_one(story):
    story.slack.people["U0DANA"].tz = "Asia/Calcutta"
    await story.open_job()
    await settings(story)
    assert chosen(story.dana, "zone") == "Asia/Kolkata"


async def test_the_word_that_a_job_is_open_leads_to_its_settings(story, path):
    await story.open_job()
    await story.dana.click("job.settings")
    assert story.dana.modal.title == "Job settings"
    await story.dana.pick("initials", ["on"])
    assert await story.dana.submit() == {}
    assert story.dana.modal.title == "Saved"
    await story.dana.close()
    assert story.dana.modal.title == "Job opened"
    assert jobs(path)[0]["initials"] == 1


async def test_what_was_chosen_is_kept_and_said(story, path):
    await story.open_job()
    fields = {"detail": "thread", "initials": ["on"], "zone": "America/New_York"}
    fields |= {"daily": ["on"], "hour": "17:30", "digest": ["on"]}
    assert await change(story, **fields) == {}
    said = story.dana.modal.said
    assert "posts the evidence in its thread" in said
    assert "initials" in said
    assert "on weekdays at 17:30 (America/New_York)" in said
    assert "digest on Mondays at 09:00 (America/New_York)" in said
    [job] = jobs(path)
    assert (job["detail"], job["initials"], job["zone"]) == ("thread", 1, "America/New_York")
    assert job["daily"] == "17:30"
    await settings(story)
    for field, value in fields.items():
        assert chosen(story.dana, field) == value
    [logged] = [r for r in forging.rows(path)["audit"] if r["action"] == "job.settle"]
    assert (logged["actor"], logged["subject"]) == ("U0DANA", job["id"])


async def test_a_daily_post_needs_its_hour_and_an_hour_its_tick(story, path):
    await story.open_job()
    assert set(await change(story, daily=["on"])) == {"hour"}
    await story.dana.pick("hour", "09:00")
    await story.dana.pick("daily", [])
    assert set(await story.dana.submit()) == {"daily"}
    assert jobs(path)[0]["daily"] is None
    await story.dana.pick("daily", ["on"])
    assert await story.dana.submit() == {}
    assert jobs(path)[0]["daily"] == "09:00"


async def test_taking_the_tick_away_is_enough_to_stop_the_daily_post(story, path):
    await story.open_job()
    assert await change(story, daily=["on"], hour="09:00") == {}
    assert await change(story, daily=[]) == {}
    assert "as soon as the last one is sealed" in story.dana.modal.said
    assert jobs(path)[0]["daily"] is None


async def test_a_debrief_that_has_its_hour_keeps_it_when_the_daily_one_is_turned_off(story, path):
    await story.open_job()
    await change(story, daily=["on"], hour="17:00")
    await story.plan(covers=[COM], due=None)
    with sqlite3.connect(path) as database:
        database.execute("UPDATE debriefs SET daily = 1, due_at = '2026-02-02 17:00:00.000000'")
    database.close()
    before = forging.rows(path)["debriefs"]
    assert await change(story, daily=[]) == {}
    assert forging.rows(path)["debriefs"] == before


async def test_zones_and_hours_that_were_never_offered_are_told_apart(story, path):
    await story.open_job()
    await settings(story)
    await story.dana.pick("daily", ["on"])
    await story.dana.pick("hour", "09:00")
    body = await forging.captured(story.slack, story.dana.submit())
    before = jobs(path)
    wrong = {
        "zone": [{"selected_option": {"value": zone}} for zone in ("Europe", "../etc", "Moon/Sea")],
        "detail": [{"selected_option": {"value": "everything"}}, {"selected_option": None}],
        "hour": [{"selected_time": None}],
    }
    for field, elements in wrong.items():
        [held] = body["view"]["state"]["values"][field].values()
        kept = dict(held)
        for element in elements:
            held.update(element)
            forged = forging.fresh(story.slack, body, "U0DANA")
            answer = (await forging.delivered(story.bot, forged)).body
            assert f'"{field}":' in answer.replace('": "', '":"').replace('" :', '":')
        held.update(kept)
    assert jobs(path) == before


async def test_only_those_who_run_a_job_come_near_its_settings(story, path):
    forging.populate(story.slack)
    await story.open_job(title="ZZPII-title")
    await story.plan("U0ALICE", "U0BOB", covers=[COM], account="U0CHEN")
    await story.dana.command("/debrief settings")
    click = await forging.captured(story.slack, story.dana.click("job.settings"))
    await settings(story)
    await story.dana.pick("initials", ["on"])
    send = await forging.captured(story.slack, story.dana.submit())
    before = jobs(path)
    for person in ("U0ALICE", "U0BOB", "U0CHEN", "U0CHARLIE", *forging.OUTSIDERS):
        for body in (click, send):
            calls = len(story.slack.calls)
            answer = await forging.delivered(
                story.bot, forging.as_person(story.slack, body, person)
            )
            await story.bot.background.idle()
            told = forging.text(answer.body, story.slack.calls[calls:])
            assert "ZZPII" not in told
            assert "Job settings" not in told
    assert jobs(path) == before
    reply = await story.alice.command("/debrief settings")
    assert "You run no job" in reply.text


async def test_jobs_are_found_by_their_title_newest_first(story):
    await story.open_job(title="Product lead")
    await story.dana.close(everything=True)
    await story.open_job(title="平台产品经理")
    await story.dana.close(everything=True)
    said = (await story.dana.command("/debrief settings")).said
    assert said.index("平台产品经理") < said.index("Product lead")
    said = (await story.dana.command("/debrief settings PRODUCT")).said
    assert "平台" not in said
    assert "no job of yours" in (await story.dana.command("/debrief settings nothing")).text


async def test_an_admin_sets_any_job(slack, settings_, clock, path):
    async with attached(slack, settings_, clock) as bot:
        story = Story(slack, bot, clock)
        await story.open_job()
        await settings(story, story.charlie)
        await story.charlie.pick("initials", ["on"])
        assert await story.charlie.submit() == {}
    assert jobs(path)[0]["initials"] == 1


async def test_what_a_title_says_pings_nobody(story):
    await story.open_job(title="<!channel> *lead*")
    await settings(story)
    assert "<!channel> *lead*" in story.dana.modal.said


async def test_the_settings_are_chinese_for_who_reads_chinese(story):
    story.slack.people["U0DANA"].locale = "zh-CN"
    await story.open_job(language="zh-CN")
    await settings(story)
    assert story.dana.modal.title == "职位设置"
    assert any("上海 · Asia/Shanghai" in str(block) for block in story.dana.modal.blocks)
    assert options(story.dana.modal, "detail") == ["只发摘要", "摘要，以及有分歧之处的依据"]
    assert set(await change(story, daily=["on"])) == {"hour"}


async def test_a_job_that_shows_initials_names_nobody_in_its_channel(story):
    await story.open_job()
    await story.dana.close()
    await change(story, initials=["on"])
    await story.dana.close(everything=True)
    assert await story.plan(candidate="Zoë Omega", covers=[COM]) == {}
    await story.dana.close()
    await story.dana.command("/debrief")
    await story.dana.click("debrief.move")
    await story.dana.pick("due", story.at(days=2))
    assert await story.dana.submit() == {}
    await story.score(story.alice, 2)
    await story.later(days=2)
    await story.later(minutes=1)
    await story.score(story.bob, 5)  # after the debrief
    await story.later(minutes=1)
    said = "\n".join(message.said for message in story.dana.messages(HIRING))
    assert "Debrief: Z. O." in said
    assert "After release" in said
    assert "Zoë" not in said
    assert "Omega" not in said
