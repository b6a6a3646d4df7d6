"""The live guide: one private card, one question at a time, and what it hands to the scorecard."""

import pytest

from playground.gestures import payloads
from tests.journeys import forging
from tests.journeys.conftest import attached
from tests.journeys.guided import card, choose, start
from tests.journeys.story import Story, held, items

COVERS = ["communication-collaboration", "data-value-quantification"]


@pytest.fixture
async def planned(story):
    """Alice and Mei have an interview each that begins now."""
    await story.open_job()
    await story.plan("U0ALICE", "U0MEI", covers=COVERS)
    await story.later(hours=2)
    return story


async def test_the_guide_leads_from_the_opening_over_each_question_to_the_closing(planned):
    alice = planned.alice
    await start(alice)
    assert "Hello Zoë Ωmega" in card(alice).said
    assert "45 minutes left" in card(alice).said
    await alice.click("guide.next")
    seen = []
    while "Question" in card(alice).said:
        seen.append(card(alice).said)
        await alice.click("guide.next")
    assert len(seen) == len(set(seen))
    assert f"Question {len(seen)} of {len(seen)}" in seen[-1]
    assert "What would you like to ask me?" in card(alice).said
    await alice.click("guide.finish")
    assert f"Questions asked: {len(seen)} of {len(seen)}" in card(alice).said


async def test_notes_and_ratings_of_the_guide_are_on_the_scorecard_which_is_sealed_as_it_is(
    planned,
):
    alice = planned.alice
    await start(alice)
    await alice.click("guide.next")
    await alice.say("She drew the flow & named “two” <users>.", thread=card(alice).ts)
    await alice.say("Then asked what it costs.", thread=card(alice).ts)
    assert "2 notes on this question" in card(alice).said
    await choose(alice, "guide.rate", "4")
    while "Question" in card(alice).said:
        await alice.click("guide.next")
        if "Question" in card(alice).said:
            await alice.say("A plain answer with a number: 12 %.", thread=card(alice).ts)
            await choose(alice, "guide.rate", "3")
    await alice.click("guide.finish")
    await alice.click("score.open", message=card(alice))
    first, *_ = items(alice.modal)
    assert held(alice.modal, f"rating:{first}") == "4"
    evidence = "She drew the flow & named “two” <users>.\nThen asked what it costs."
    assert held(alice.modal, f"evidence:{first}") == evidence
    await alice.pick("recommendation", "yes")
    assert await planned.seal(alice) == {}
    assert alice.modal.title == "Sealed"


async def test_used_probes_are_remembered_and_can_be_taken_back(planned):
    alice = planned.alice
    await start(alice)
    while "guide.use" not in str(card(alice).message.blocks):
        await alice.click("guide.next")
    before = card(alice).said
    await alice.click("guide.use")
    assert card(alice).said.count("✓ Asked") == 1
    await alice.click("guide.next")
    await alice.click("guide.back")
    assert card(alice).said.count("✓ Asked") == 1
    await alice.click("guide.unuse")
    assert card(alice).said == before


async def test_a_skipped_question_has_its_reason_and_is_not_asked(planned):
    alice = planned.alice
    await start(alice)
    await alice.click("guide.next")
    await choose(alice, "guide.skip", "no_time")
    while "guide.finish" not in str(card(alice).message.blocks):
        await alice.click("guide.next")
    await alice.click("guide.finish")
    assert "Skipped: " in card(alice).said


async def test_the_pace_tells_what_is_behind_and_no_longer_fits(planned):
    alice = planned.alice
    await start(alice)
    assert "minutes behind" not in card(alice).said
    planned.clock.forward(minutes=30)
    await alice.click("guide.next")
    assert "minutes behind · no longer fits: " in card(alice).said
    planned.clock.forward(minutes=20)
    await alice.click("guide.next")
    assert "minutes over time" in card(alice).said


async def test_a_note_that_is_changed_or_deleted_is_so_on_the_scorecard(planned, tmp_path):
    alice = planned.alice
    await start(alice)
    await alice.click("guide.next")
    ts = await alice.say("She drew the flow.", thread=card(alice).ts)
    gone = await alice.say("Oops.", thread=card(alice).ts)
    await alice.edit(ts, "She drew the flow twice.")
    await alice.delete(gone)
    assert "1 note on this question" in card(alice).said
    await alice.command("/interview score")
    [first, *_] = items(alice.modal)
    assert held(alice.modal, f"evidence:{first}") == "She drew the flow twice."
    kept = str(forging.rows(tmp_path / "coach.db"))
    assert "twice" in kept
    assert "Oops" not in kept
    assert "the flow." not in kept


async def test_what_is_written_on_the_card_stands_and_later_notes_come_below(planned):
    alice = planned.alice
    await start(alice)
    await alice.click("guide.next")
    await alice.say("First note.", thread=card(alice).ts)
    await alice.command("/interview score")
    [first, *_] = items(alice.modal)
    planned.clock.forward(seconds=30)
    await alice.type(f"evidence:{first}", "In my own words.")
    await alice.pick(f"rating:{first}", "2")
    await alice.close()
    planned.clock.forward(seconds=30)
    await alice.say("A later note.", thread=card(alice).ts)
    await alice.command("/interview score")
    assert held(alice.modal, f"evidence:{first}") == "In my own words.\nA later note."
    assert held(alice.modal, f"rating:{first}") == "2"


async def test_the_guide_survives_a_restart(slack, settings, clock):
    async with attached(slack, settings, clock) as bot:
        story = Story(slack, bot, clock)
        await story.retire_questions("communication-collaboration")
        await story.open_job()
        await story.plan("U0ALICE", "U0BOB", covers=COVERS)
        await story.later(hours=2)
        await start(story.alice)
        await story.alice.click("guide.next")
        shown = card(story.alice).said
    async with attached(slack, settings, clock) as bot:
        alice = Story(slack, bot, clock).alice
        await alice.say("A note after the restart.", thread=card(alice).ts)
        assert card(alice).said == shown.replace(
            "Reply in", "1 note on this question\nReply in"
        ) or ("1 note on this question" in card(alice).said)
        await alice.command("/interview guide")
        assert "1 note on this question" in card(alice).said


async def test_the_script_is_in_the_language_of_the_job_and_the_rest_in_the_readers(planned):
    mei = planned.mei
    await start(mei)
    assert "Hello Zoë Ωmega" in card(mei).said
    assert "还剩 45 分钟" in card(mei).said
    while "guide.use" not in str(card(mei).message.blocks):
        await mei.click("guide.next")
    coach = planned.bot.coach
    question = next(
        each
        for each in coach.shelves.live.questions.values()
        if each.prompt.en in card(mei).said and each.prompt.zh_cn in card(mei).said
    )
    assert question.probes[0].text.en in card(mei).said


async def test_a_chinese_interview_is_opened_in_chinese(story):
    await story.open_job(language="zh-CN")
    await story.plan("U0MEI", "U0ALICE", covers=COVERS)
    await story.later(hours=2)
    await start(story.mei)
    assert "Zoë Ωmega，你好" in card(story.mei).said


@pytest.mark.parametrize("person", ["bob", "dana", "charlie", "chen", "mei"])
async def test_nobody_else_moves_a_guide_or_writes_into_it(planned, person):
    alice, other = planned.alice, getattr(planned, person)
    await start(alice)
    await alice.click("guide.next")
    before = card(alice).said
    steps = await rows(planned)
    message = card(alice).message
    for action in ("guide.next", "guide.use", "guide.finish", "guide.back"):
        for block in message.blocks:
            for element in [*block.get("elements", ()), block.get("accessory") or {}]:
                if element.get("action_id") == action:
                    await forged(planned, other, element)
    note = await forging.captured(planned.slack, alice.say("Mine.", thread=message.ts))
    await planned.slack.deliver(forging.as_person(planned.slack, note, other.person))
    await planned.bot.background.idle()
    assert card(alice).said == before
    assert await rows(planned) == steps


async def rows(story):
    coach = story.bot.coach
    async with coach.store.begin(story.bot.identity.team) as work:
        waiting = await work.scorecards.unsealed("U0ALICE", 5)
        return [await work.guides.steps(each.id) for each in waiting]


async def forged(story, person, element):
    """Press somebody else's button, as a payload that one made up."""
    slack = story.slack
    body = payloads.interaction(slack, "block_actions", person.person)
    action = {
        "type": "button",
        "action_id": element["action_id"],
        "block_id": "b",
        "value": element["value"],
        "action_ts": "1.000001",
    }
    trigger = slack.triggers.issue(person.person)
    await slack.deliver(body | {"trigger_id": trigger, "actions": [action]})
    await story.bot.background.idle()


async def test_a_reply_to_another_message_is_no_note(planned):
    chen = planned.chen
    await planned.practise(chen)
    await chen.say("A race.", thread=chen.messages()[-1].ts)
    await chen.click("mock.done")
    assert "Follow-up" in chen.messages()[-1].said


async def test_a_sealed_interview_has_no_guide_any_more(planned):
    await planned.score(planned.alice, 3)
    await planned.alice.click("guide.start")
    assert "sealed this scorecard" in planned.alice.messages()[-1].said
