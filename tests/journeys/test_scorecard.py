"""The scorecard: drafts, evidence, the seal, and what nobody else may see."""

import sqlite3

import pytest

from tests.journeys.story import HIRING, held, items, options

COM = "communication-collaboration"


@pytest.fixture
async def planned(story):
    await story.open_job()
    await story.plan(covers=[COM])
    return story


async def test_closing_and_opening_again_restores_every_choice_and_word(planned):
    alice = planned.alice
    await alice.click("score.open")
    await alice.pick(f"rating:{COM}", "4")
    await alice.type(f"evidence:{COM}", "She let the client finish.")
    await alice.pick("recommendation", "yes")
    await alice.close()
    await alice.click("score.open")
    assert held(alice.modal, f"rating:{COM}") == "4"
    assert held(alice.modal, f"evidence:{COM}") == "She let the client finish."
    assert held(alice.modal, "recommendation") == "yes"


async def test_a_rating_without_evidence_is_refused_at_its_field_and_nothing_is_lost(planned):
    alice = planned.alice
    await alice.click("score.open")
    await alice.pick(f"rating:{COM}", "5")
    await alice.pick("recommendation", "strong_yes")
    errors = await alice.submit()
    assert list(errors) == [f"evidence:{COM}"]
    assert "write what the candidate said or did" in errors[f"evidence:{COM}"]
    assert held(alice.modal, f"rating:{COM}") == "5"
    await alice.type(f"evidence:{COM}", "Named both clients and drew the flow.")
    assert await alice.submit() == {}
    assert "is sealed" in alice.modal.said


async def test_what_was_typed_into_a_refused_card_is_a_draft_too(planned):
    alice = planned.alice
    await alice.click("score.open")
    await alice.type(f"evidence:{COM}", "Half a thought")
    await alice.submit()
    await alice.close()
    await alice.click("score.open")
    assert held(alice.modal, f"evidence:{COM}") == "Half a thought"


async def test_not_assessed_says_why_and_needs_no_evidence(planned):
    alice = planned.alice
    await alice.click("score.open")
    assert options(alice.modal, f"rating:{COM}")[5:] == [
        "Not assessed: no time",
        "Not assessed: not covered",
        "Not assessed: no evidence",
    ]
    await planned.rate(alice, "no_evidence")
    await alice.close()
    await alice.click("score.open")
    assert held(alice.modal, f"rating:{COM}") == "no_evidence"
    assert await alice.submit() == {}


async def test_the_debrief_says_why_something_was_not_assessed(story):
    await story.open_job()
    await story.plan(covers=[COM, "industry-business-insight"])
    for person, why in ((story.alice, "no_time"), (story.bob, "not_covered")):
        await person.click("score.open")
        await story.rate(person, 4)
        await person.pick(f"rating:{COM}", why)
        assert await story.seal(person) == {}
    await story.later(days=2)
    [debrief] = story.debriefs()
    assert "not assessed by anybody (no time, not covered)" in debrief.said


async def test_a_card_of_an_earlier_release_is_asked_why_nothing_was_assessed(planned, tmp_path):
    alice = planned.alice
    await alice.click("score.open")
    await planned.rate(alice, "no_time")
    with sqlite3.connect(tmp_path / "coach.db") as database:
        database.execute("UPDATE ratings SET reason = NULL")
    database.close()
    await alice.close()
    await alice.click("score.open")
    assert held(alice.modal, f"rating:{COM}") is None
    errors = await alice.submit()
    assert list(errors) == [f"rating:{COM}"]
    await alice.pick(f"rating:{COM}", "no_time")
    assert await alice.submit() == {}


async def test_the_point_that_meets_the_level_is_marked_in_the_readers_language(story):
    await story.open_job(level="lead")
    await story.plan("U0ALICE", "U0MEI", covers=[COM, "industry-business-insight"])
    for person, mark in ((story.alice, "← expected: Lead"), (story.mei, "← 资深职位要求")):
        await person.click("score.open")
        for item in items(person.modal):
            offered = options(person.modal, f"rating:{item}")
            question = story.bot.coach.shelves.live.question(item)
            expected = question.expected.lead if question else 3
            marked = [n for n, text in enumerate(offered, start=1) if text.endswith(mark)]
            assert marked == [expected]


async def test_a_card_that_was_begun_says_when_it_was_last_saved(planned):
    alice = planned.alice
    await alice.click("score.open")
    assert "Draft of" not in alice.modal.said
    await alice.type(f"evidence:{COM}", "Half a thought")
    await alice.close()
    await alice.click("score.open")
    [about, *_] = [block for block in alice.modal.blocks if "Draft of" in str(block)]
    assert about["elements"][-1]["elements"][-1]["type"] == "date"


async def test_a_sealed_card_cannot_be_opened(planned):
    await planned.score(planned.alice, 4)
    await planned.alice.close()
    await planned.alice.click("score.open")
    assert planned.alice.modal is None
    assert "A sealed scorecard cannot be changed" in planned.alice.messages()[-1].said
    reply = await planned.alice.command("/interview score")
    assert "no scorecard to fill in" in reply.text


async def test_two_devices_seal_one_card_and_the_second_is_told(planned):
    await planned.alice.click("score.open")
    await planned.rate(planned.alice, 4)
    laptop = planned.alice.modal
    await planned.alice.click("score.open")  # on the phone
    await planned.rate(planned.alice, 3)
    assert await planned.alice.submit() == {}
    errors = await planned.forge("U0ALICE", laptop)
    assert any("You sealed this scorecard on" in text for text in errors.values())


async def test_one_waiting_card_opens_at_once_and_of_several_one_is_chosen(planned):
    await planned.alice.command("/interview score")
    assert planned.alice.modal.title == "Scorecard"
    await planned.alice.close()
    await planned.plan("U0ALICE", candidate="Второй", covers=[COM])
    reply = await planned.alice.command("/interview score")
    assert planned.alice.modal is None
    assert "Zoë Ωmega" in reply.said
    assert "Второй" in reply.said


async def test_nobody_opens_anothers_card(planned):
    invitation, _calendar = planned.alice.messages()
    interview = invitation.blocks[-1]["elements"][0]["value"]
    for person in (planned.bob, planned.dana, planned.charlie, planned.chen, planned.gus):
        await person.click("score.open", value=interview, message=invitation)
        assert person.modal is None or person.modal.callback_id != "score.submit"


async def test_nobody_sees_a_score_before_the_debrief(planned):
    await planned.score(planned.alice, 2, word="strong_no", evidence="SECRET-EVIDENCE")
    for person in (planned.dana, planned.bob, planned.charlie, planned.mei):
        reply = await person.command("/debrief")
        seen = [reply.said, *(m.said for m in person.messages())]
        seen += [m.said for m in person.messages(HIRING)] if person is not planned.charlie else []
        assert not any("SECRET" in said or "Strong no" in said for said in seen)


async def test_sealing_needs_the_recommendation_and_every_rating(planned):
    await planned.alice.click("score.open")
    errors = await planned.alice.submit()
    assert set(errors) == {*(f"rating:{i}" for i in items(planned.alice.modal)), "recommendation"}


async def test_a_scorecard_of_somebody_else_cannot_be_forged(planned):
    alice = planned.alice
    await alice.click("score.open")
    await planned.rate(alice, 4)
    view = alice.modal
    errors = await planned.forge("U0BOB", view)
    assert any("nothing here that you can open" in text for text in errors.values())
    assert await alice.submit() == {}
