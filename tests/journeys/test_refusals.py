"""Bad input gets a sentence at the place where it was typed, and nothing is half-kept."""

import pytest

from playground.gestures import payloads
from tests.journeys.story import HIRING, held


@pytest.mark.parametrize(
    ("channel", "why"),
    [
        ("C0GENERAL", "public"),
        ("G0OLD", "archived"),
        ("G0PARTNER", "outside this workspace"),
        ("G0SECRET", "Invite me"),
        ("G0NOWHERE", "Invite me"),
    ],
)
async def test_a_channel_that_is_not_private_enough_is_refused_with_the_reason(story, channel, why):
    errors = await story.open_job(channel=channel)
    assert list(errors) == ["channel"]
    assert why in errors["channel"]
    assert held(story.dana.modal, "title") == "Product lead"
    await story.dana.pick("channel", HIRING)
    assert await story.dana.submit() == {}


async def test_a_channel_the_person_is_not_in_does_not_exist_for_them(story):
    await story.charlie.command("/interview job")
    await story.charlie.type("title", "Spy")
    await story.charlie.pick("level", "mid")
    await story.charlie.pick("channel", HIRING)
    errors = await story.charlie.submit()
    assert "Invite me" in errors["channel"]


async def test_a_job_needs_a_title_and_a_manager_who_is_a_member(story):
    errors = await story.open_job(title="   ", manager="U0GUS")
    assert set(errors) == {"title", "manager"}


async def test_a_plan_names_each_fault_at_its_field_and_keeps_what_was_typed(story):
    await story.open_job()
    errors = await story.plan("U0GUS", "U0BOB", "U0BOB", due=story.at(hours=1))
    assert set(errors) == {"interviewer:0", "interviewer:1", "interviewer:2", "due"}
    assert held(story.dana.modal, "candidate") == "Zoë Ωmega"
    for person in (story.alice, story.bob, story.gus):
        assert person.messages() == []
    assert story.dana.messages(HIRING) == []


async def test_an_internal_candidate_is_no_interviewer_and_not_in_the_channel(story):
    await story.open_job()
    errors = await story.plan("U0ALICE", account="U0ALICE")
    assert set(errors) == {"interviewer:0", "account"}
    errors = await story.plan("U0ALICE", account="U0MEI")
    assert "hiring channel" in errors["account"]
    assert await story.plan("U0ALICE", account="U0CHEN") == {}
    reply = await story.chen.command("/debrief")
    assert "Zoë" not in reply.said


async def test_only_those_who_run_a_job_plan_for_it(story):
    await story.open_job()
    reply = await story.charlie.command("/interview new")
    assert "no open job" in reply.text
    await story.fill_plan("U0ALICE")
    errors = await story.forge("U0CHARLIE", story.dana.modal)
    assert "job" in errors


@pytest.mark.parametrize("command", ["/interview", "/debrief", "/mock"])
async def test_a_guest_learns_nothing(story, command):
    await story.open_job()
    await story.plan()
    for words in ("", "help", "new", "score", "job", "start", "x"):
        reply = await story.gus.command(f"{command} {words}")
        assert "full members" in reply.text
        assert story.gus.modal is None


@pytest.mark.parametrize("command", ["/interview", "/debrief", "/mock"])
async def test_help_and_unknown_words_are_answered_in_the_readers_language(story, command):
    assert command in (await story.alice.command(f"{command} help")).said
    assert "/" in (await story.alice.command(f"{command} sing")).said
    chinese = await story.mei.command(f"{command} help")
    assert "本说明" in chinese.said
    assert story.slack.refusals == []


async def test_the_same_plan_sent_twice_is_planned_once(story):
    await story.open_job()
    await story.fill_plan("U0ALICE")
    assert await story.dana.submit() == {}
    form = story.dana.modal
    sent = form.view.wire()
    assert await story.dana.submit() == {}
    body = payloads.interaction(story.slack, "view_submission", "U0DANA")
    for hash_ in (sent["hash"], "another"):
        assert (await story.slack.deliver(body | {"view": sent | {"hash": hash_}})).status == 200
    assert len(story.alice.messages()) == 2  # the invitation and its calendar entry
    assert len(story.dana.messages(HIRING)) == 1


async def test_a_channel_that_became_public_parks_the_debrief_and_tells_the_manager(story):
    await story.open_job()
    await story.plan("U0ALICE", covers=["communication-collaboration"])
    await story.score(story.alice, 4)
    story.slack.places[HIRING].kind = "public"
    await story.later(days=1, hours=1)
    assert story.debriefs() == []
    told = story.dana.messages()[-1]
    assert "could not post" in told.said
    assert "Zoë" not in told.said
    story.slack.places[HIRING].kind = "private"
    await story.bob.click("post.again", message=told)
    assert story.debriefs() == []
    await story.dana.click("post.again", message=told)
    await story.later(seconds=1)
    assert len(story.debriefs()) == 1
