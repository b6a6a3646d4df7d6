"""The decision: by a named person, on competencies, with dissent kept, pinned in the channel."""

from dataclasses import replace

import pytest
from sqlalchemy import update

from playground.checker.mentions import mentions, rich_mentions
from storage.tables import jobs
from tests.journeys import forging
from tests.journeys.story import HIRING, held, options

COM, HARD = "communication-collaboration", "data-value-quantification"
WHY = "Two references <!channel> told us the opposite."
DISSENT = "I heard <@U0BOB> no number in an hour."


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


@pytest.fixture
async def talked(story):
    """Alice rated 4 and Bob 4, and the panel has read the debrief."""
    return await debriefed(story, 4, 4)


async def debriefed(story, alice, bob, *covers, language="en", **fields):
    await story.open_job(language=language)
    await story.plan(covers=covers or [COM], **fields)
    await story.dana.close(everything=True)
    await story.later(hours=4)
    assert await story.score(story.alice, alice) == {}
    assert await story.score(story.bob, bob) == {}
    await story.later(days=1)
    return story


async def fill(person, verdict, *competencies, **typed):
    await person.click("decide.open")
    await person.pick("verdict", verdict)
    await person.pick("competencies", list(competencies or [COM]))
    if "dissenters" in typed:
        await person.pick("dissenters", typed.pop("dissenters"))
    for field, text in typed.items():
        await person.type(field, text)


async def decide(story, person, verdict, *competencies, **typed):
    """Record a decision, and let it be told; return the errors."""
    await fill(person, verdict, *competencies, **typed)
    errors = await person.submit()
    await story.later(seconds=1)
    return errors


def told(story):
    return [m for m in story.dana.messages(HIRING) if m.text == "A decision is recorded."]


def pinned(story):
    return [m for m in story.dana.messages(HIRING) if m.message.pin]


def kept(path):
    return forging.rows(path)["decisions"]


async def test_the_debrief_command_says_what_was_decided_and_that_nothing_is_yet(talked):
    for line in ("/debrief", "/debrief list"):
        assert "No decision is recorded yet" in (await talked.dana.command(line)).said
    assert await decide(talked, talked.dana, "hold") == {}
    for person in (talked.dana, talked.alice):
        for line in ("/debrief", "/debrief list"):
            said = (await person.command(line)).said
            assert "Decision: Hold, " in said
            assert "No decision" not in said
    assert "decide.open" not in str((await talked.dana.command("/debrief")).blocks)


async def test_the_decision_can_be_recorded_from_the_answer_to_the_command(talked):
    await talked.dana.command("/debrief")
    reply = talked.dana.told("C0GENERAL")[-1]
    assert "decide.open" in str(reply.blocks)
    assert "decide.open" not in str((await talked.alice.command("/debrief")).blocks)


async def test_whoever_owes_a_scorecard_does_not_learn_the_decision_from_the_command(story):
    await story.open_job()
    await story.plan(covers=[COM])
    await story.dana.close(everything=True)
    await story.later(hours=4)
    await story.score(story.alice, 4)
    await story.later(days=1)
    assert await decide(story, story.dana, "hold") == {}
    for line in ("/debrief", "/debrief list"):
        assert "decision" not in (await story.bob.command(line)).said.lower()
        assert "Decision: Hold, " in (await story.alice.command(line)).said


async def test_the_panel_reads_it_in_the_thread_of_the_debrief_and_it_is_pinned(talked, path):
    [debrief] = talked.debriefs()
    errors = await decide(
        talked, talked.dana, "hire", dissenters=["U0BOB", "U0ALICE"], dissent=DISSENT
    )
    assert errors == {}
    assert "pinned in the channel" in talked.dana.modal.said
    [said] = told(talked)
    assert said.message.thread_ts == debrief.ts
    assert "Decision on Zoë Ωmega: Hire" in said.said
    assert "Recorded by Dana Reyes, " in said.said
    assert "Decided on: Strong communication" in said.said
    assert "Seen otherwise by Alice Okafor, Bob Lindqvist" in said.said
    assert DISSENT in said.said
    assert mentions(said.blocks) == []
    assert rich_mentions(said.blocks) == []
    assert [m.ts for m in pinned(talked)] == [said.ts]
    [row] = kept(path)
    assert (row["n"], row["verdict"], row["actor"]) == (1, "hire", "U0DANA")
    logged = [r for r in forging.rows(path)["audit"] if r["action"] == "debrief.decide"]
    assert [(r["actor"], r["subject"]) for r in logged] == [("U0DANA", row["candidate"])]


async def test_hiring_below_the_bar_of_what_nothing_makes_up_for_needs_a_sentence(story):
    await debriefed(story, 1, 1, COM, HARD)
    await fill(story.dana, "hire", COM, HARD)
    errors = await story.dana.submit()
    assert list(errors) == ["departure"]
    assert "The profile has Data-driven work" in errors["departure"]
    assert " at 1, below the bar of " in errors["departure"]
    assert "Say in a sentence why you decide to hire." in errors["departure"]
    await story.dana.type("departure", WHY)
    assert await story.dana.submit() == {}
    await story.later(seconds=1)
    [said] = told(story)
    assert "below the bar of" in said.said
    assert f"Why it was decided all the same:\n{WHY}" in said.said


async def test_not_hiring_whom_the_profile_has_at_every_bar_needs_one_too(talked, path):
    errors = await decide(talked, talked.dana, "no_hire")
    assert "Say in a sentence why you decide not to hire." in errors["departure"]
    assert kept(path) == []


async def test_to_hold_never_departs_and_then_there_is_nothing_to_explain(talked):
    errors = await decide(talked, talked.dana, "hold", departure=WHY)
    assert "does not depart" in errors["departure"]
    await talked.dana.type("departure", "")
    assert await talked.dana.submit() == {}


async def test_where_no_interview_happened_in_the_end_it_is_still_recorded(story):
    await story.open_job()
    await story.plan(covers=[COM])
    await story.later(hours=6)
    await story.later(hours=19)
    await story.later(minutes=1)
    for person in (story.alice, story.bob):
        await person.click("holding.missed")
    listed = (await story.dana.command("/debrief")).said
    assert "Debrief posted: " in listed
    assert "no debrief comes" not in listed
    assert await decide(story, story.dana, "hold") == {}
    [message] = told(story)
    assert "Decided on: Strong communication" in message.said


async def test_what_touches_on_private_matters_is_counted_in_the_channel_and_said_so(talked, path):
    private = "She is 38 and married. I heard no number in an hour."
    assert await decide(talked, talked.dana, "hire", dissenters=["U0BOB"], dissent=private) == {}
    assert "left out of the message" in talked.dana.modal.said
    [said] = told(talked)
    assert "married" not in said.said
    assert "[1 sentence withheld: personal information]" in said.said
    assert "I heard no number in an hour." in said.said
    assert [row["dissent"] for row in kept(path)] == [private]


async def test_who_decides_next_reads_no_private_matters_that_somebody_else_wrote(talked):
    private = "She is 38 and married. I heard no number in an hour."
    await decide(talked, talked.dana, "hold", dissenters=["U0BOB"], dissent=private)
    await talked.dana.close()
    await talked.dana.click("decide.open")
    assert held(talked.dana.modal, "dissent") == private
    coach, team = talked.bot.coach, talked.bot.identity.team
    async with coach.store.begin(team) as work:
        await work.jobs.connection.execute(update(jobs).values(manager="U0MEI"))
    await talked.mei.click("decide.open", message=talked.debriefs()[-1])
    modal = talked.mei.modal
    assert "married" not in f"{modal.said}{modal.values}"
    assert "未予显示" in modal.said
    assert held(modal, "dissent") == "I heard no number in an hour."


async def test_initials_stand_for_the_name_where_the_job_says_so(talked):
    coach, team = talked.bot.coach, talked.bot.identity.team
    async with coach.store.begin(team) as work:
        [job] = await work.jobs.run_by("U0DANA")
        await work.jobs.settle(replace(job, initials=True))
    await decide(talked, talked.dana, "hire")
    assert "Decision on Z. Ω.: Hire" in told(talked)[0].said


async def test_what_is_missing_is_said_at_its_field(talked, path):
    await talked.dana.click("decide.open")
    view = talked.dana.modal.view
    body = await forging.captured(talked.slack, decide_nothing(talked.dana, view))
    reply = await forging.delivered(talked.bot, body)
    errors = reply.body["errors"] if isinstance(reply.body, dict) else reply.body
    for field in ("verdict", "competencies", "dissenters"):
        assert field in str(errors)
    assert kept(path) == []


async def decide_nothing(person, view):
    """Send a form that Slack itself would have held back: only a dissent is typed."""
    await person.type("dissent", DISSENT)
    for block in view.blocks:
        block.pop("optional", None)
        block["optional"] = True
    await person.submit()


async def test_it_changes_only_by_a_new_one_with_a_reason_and_the_newest_is_pinned(talked, path):
    assert await decide(talked, talked.dana, "hold", dissenters=["U0BOB"], dissent=DISSENT) == {}
    await talked.dana.close()
    await talked.dana.click("decide.open")
    modal = talked.dana.modal
    assert "Decided so far: Hold" in modal.said
    assert held(modal, "verdict") == "hold"
    assert held(modal, "dissent") == DISSENT
    await talked.dana.type("reason", "Because.")
    assert "decided already" in (await talked.dana.submit())["verdict"]
    await talked.dana.pick("verdict", "hire")
    await talked.dana.type("reason", " ")
    assert "Say why the decision changes" in (await talked.dana.submit())["reason"]
    await talked.dana.type("reason", WHY)
    assert await talked.dana.submit() == {}
    await talked.later(seconds=1)
    first, second = told(talked)
    assert "Before it was: Hold, " in second.said
    assert WHY in second.said
    assert "Before it was" not in first.said
    assert [m.ts for m in pinned(talked)] == [second.ts]
    assert [row["verdict"] for row in kept(path)] == ["hold", "hire"]


async def test_of_two_people_who_decide_at_once_the_second_is_told(talked, path):
    await fill(talked.dana, "hire")
    slow = talked.dana.modal
    await talked.dana.close()
    assert await decide(talked, talked.dana, "hold") == {}
    errors = await talked.forge("U0DANA", slow)
    assert "Somebody has decided since you opened this" in errors["verdict"]
    assert [row["verdict"] for row in kept(path)] == ["hold"]


async def test_a_form_that_is_sent_twice_decides_once(talked, path):
    await fill(talked.dana, "hire")
    form = talked.dana.modal
    assert await talked.dana.submit() == {}
    assert await talked.forge("U0DANA", form) == {}
    await talked.later(seconds=1)
    assert len(kept(path)) == len(told(talked)) == 1


async def test_nobody_else_decides_and_nobody_before_the_debrief(story, path):
    await story.open_job()
    await story.plan(covers=[COM], account="U0CHEN")
    await story.dana.close(everything=True)
    await story.later(hours=4)
    await story.score(story.alice, 4)
    await story.score(story.bob, 4)
    [candidate] = forging.rows(path)["candidates"]
    body = await forging.captured(story.slack, story.alice.click("score.open"))
    body["actions"][0] |= {"action_id": "decide.open", "value": candidate["id"]}
    body.pop("response_url", None)
    early = forging.as_person(story.slack, body, "U0DANA")
    await forging.delivered(story.bot, early)
    await story.bot.background.idle()
    assert "not out yet" in story.dana.messages()[-1].said
    await story.later(days=1)
    said = {}
    for person in ("alice", "charlie", "chen"):
        hand = getattr(story, person)
        body = forging.as_person(story.slack, early, hand.person)
        await forging.delivered(story.bot, body)
        await story.bot.background.idle()
        assert hand.modal is None or hand.modal.title != "Record the decision"
        said[person] = hand.messages()[-1].said
    assert "Only the hiring manager" in said["alice"]
    assert said["charlie"] == said["chen"]
    assert "found nothing here" in said["chen"]
    await fill(story.dana, "hire")
    form = story.dana.modal
    for person in ("U0ALICE", "U0BOB", "U0CHARLIE", "U0CHEN", "U0GUS"):
        assert await story.forge(person, form) != {}
    assert kept(path) == []


async def test_what_was_never_offered_is_refused(talked, path):
    await fill(talked.dana, "hire", dissenters=["U0BOB"])
    body = await forging.captured(talked.slack, talked.dana.submit())
    wrong = {
        "verdict": ("selected_option", {"value": "maybe"}),
        "competencies": ("selected_options", [{"value": HARD}]),
        "dissenters": ("selected_options", [{"value": "U0CHARLIE"}]),
    }
    for field, (key, value) in wrong.items():
        forged = forging.fresh(talked.slack, body, "U0DANA")
        forged["view"]["state"]["values"][field]["value"][key] = value
        reply = await forging.delivered(talked.bot, forged)
        assert "found nothing here" in str(reply.body), field
    forged = forging.fresh(talked.slack, body, "U0DANA")
    metadata = forged["view"]["private_metadata"].replace('"seen":0', '"seen":7')
    forged["view"]["private_metadata"] = metadata
    assert "found nothing here" in str((await forging.delivered(talked.bot, forged)).body)
    assert kept(path) == []


async def test_only_the_panel_and_the_organisers_can_be_named_for_dissent(story):
    await debriefed(story, 4, 4, account="U0CHEN")
    await story.dana.click("decide.open")
    named = options(story.dana.modal.view, "dissenters")
    assert named == ["Alice Okafor", "Bob Lindqvist", "Dana Reyes"]


async def test_it_is_not_told_where_the_candidate_is(story):
    await debriefed(story, 4, 4, account="U0CHEN")
    story.slack.places[HIRING].members.append("U0CHEN")
    await decide(story, story.dana, "hire")
    assert [m for m in story.chen.messages(HIRING) if "Decision on" in m.said] == []
    assert "could not post" in story.dana.messages()[-1].said
    assert pinned(story) == []


@pytest.mark.parametrize("fault", ["500_after", "drop_after_commit", "429:7", "500_before"])
async def test_a_pin_that_fails_is_tried_again_and_nothing_is_posted_twice(talked, fault):
    talked.slack.faults.add("pins.add", fault)
    await decide(talked, talked.dana, "hire")
    for _ in range(3):
        await talked.later(minutes=1)
    [said] = told(talked)
    assert [m.ts for m in pinned(talked)] == [said.ts]


@pytest.mark.parametrize("error", ["missing_scope", "too_many_pins", "restricted_action"])
async def test_a_pin_that_slack_refuses_is_let_go_and_the_next_one_is_tried(talked, error):
    talked.slack.faults.add("pins.add", f"error:{error}")
    await decide(talked, talked.dana, "hold")
    await talked.dana.close()
    await talked.later(minutes=30)
    assert pinned(talked) == []
    assert await decide(talked, talked.dana, "hire", reason=WHY) == {}
    assert [m.ts for m in pinned(talked)] == [told(talked)[1].ts]
    talked.slack.refusals.remove(("pins.remove", "no_pin", ()))  # there was none to take out


async def test_a_decision_whose_sending_nobody_answered_is_found_and_pinned(talked):
    talked.slack.faults.add("chat.postMessage", "drop_after_commit")
    await decide(talked, talked.dana, "hire")
    for _ in range(12):
        await talked.later(minutes=1)
    [said] = told(talked)
    assert [m.ts for m in pinned(talked)] == [said.ts]


async def test_a_chinese_channel_reads_it_in_chinese(story):
    await debriefed(story, 1, 1, COM, HARD, language="zh-CN")
    await fill(story.dana, "hire", HARD, dissenters=["U0BOB"], dissent="我不同意。")
    await story.dana.type("departure", "推荐人讲得很清楚。")
    assert await story.dana.submit() == {}
    await story.later(seconds=1)
    [said] = [m.said for m in story.dana.messages(HIRING) if m.text == "决定已记录。"]
    assert "对 Zoë Ωmega 的决定：录用" in said
    assert "低于达标线" in said
    assert "持不同意见：Bob Lindqvist" in said
