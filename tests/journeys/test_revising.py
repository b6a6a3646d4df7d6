"""A scorecard that is open: what is rated besides the plan, less in a note, and pages."""

import pytest

from tests.journeys import forging
from tests.journeys.story import held, items

COM, IBI, RPD = (
    "communication-collaboration",
    "industry-business-insight",
    "requirements-product-design",
)
OFFER = "score.add:{n}"
KIDS = "She has two kids and may need flexibility. She drew the flow from memory."
DRAWN = "She drew the flow from memory."
MARK = "[removed: volunteered, not job-related]"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


@pytest.fixture
async def planned(story):
    await story.open_job()
    await story.plan("U0ALICE", "U0MEI", covers=[COM], due=None)
    await story.alice.click("score.open")
    return story


def evidence(path):
    return {row["item"]: row["evidence"] for row in forging.rows(path)["ratings"]}


async def test_what_was_heard_about_something_else_is_rated_and_counts(planned):
    alice = planned.alice
    await alice.type(f"evidence:{COM}", "She let the")
    await alice.pick(OFFER.format(n=0), IBI)
    assert items(alice.modal) == [COM, IBI]
    assert held(alice.modal, f"evidence:{COM}") == "She let the"
    assert "As a whole, besides the plan" in alice.modal.said
    await planned.rate(alice, 4)
    assert await planned.seal(alice) == {}
    await planned.score(planned.mei, 3)
    await planned.later(hours=1)
    [debrief] = planned.debriefs()
    name = "Deep industry and business insight"
    assert f"{name}  4 · 1 rater" in debrief.said


async def test_a_competency_with_questions_can_be_rated_as_a_whole_too(story):
    await story.open_job()
    await story.plan("U0ALICE", covers=[IBI])
    await story.alice.click("score.open")
    asked = items(story.alice.modal)
    assert IBI not in asked
    await story.alice.pick(OFFER.format(n=0), IBI)
    assert items(story.alice.modal) == [*asked, IBI]


async def test_what_was_added_is_there_again_on_another_device(planned):
    alice = planned.alice
    await alice.pick(OFFER.format(n=0), IBI)
    await alice.type(f"evidence:{IBI}", "Named three rivals.")
    await alice.close()
    await alice.click("score.open")
    assert held(alice.modal, f"evidence:{IBI}") == "Named three rivals."


async def test_what_was_added_and_stays_empty_is_not_asked_for(planned, path):
    alice = planned.alice
    await alice.pick(OFFER.format(n=0), IBI)
    await alice.pick(f"rating:{COM}", "no_time")
    await alice.pick("recommendation", "yes")
    assert await planned.seal(alice) == {}
    assert alice.modal.title == "Sealed"
    await planned.score(planned.mei, 3)
    await planned.later(hours=1)
    [debrief] = planned.debriefs()
    assert "industry and business" not in debrief.said


async def test_what_is_written_besides_the_plan_wants_its_rating_and_that_its_evidence(planned):
    alice = planned.alice
    await planned.rate(alice, "no_time")
    await alice.pick(OFFER.format(n=0), IBI)
    await alice.type(f"evidence:{IBI}", "Named three rivals.")
    assert list(await alice.submit()) == [f"rating:{IBI}"]
    await alice.pick(f"rating:{IBI}", "4")
    await alice.type(f"evidence:{IBI}", "")
    assert list(await alice.submit()) == [f"evidence:{IBI}"]


async def test_what_was_added_is_taken_off_while_nothing_is_written_there(planned):
    alice = planned.alice
    await alice.pick(OFFER.format(n=0), IBI)
    await alice.pick(OFFER.format(n=1), RPD)
    await alice.click("score.take_off", IBI)
    assert items(alice.modal) == [COM, RPD]
    await alice.type(f"evidence:{RPD}", "Drew it.")
    await alice.click("score.take_off", RPD)  # the button was drawn before
    assert items(alice.modal) == [COM, RPD]
    assert held(alice.modal, f"evidence:{RPD}") == "Drew it."


async def test_what_another_device_writes_about_something_taken_off_is_not_lost(planned):
    alice = planned.alice
    await alice.pick(OFFER.format(n=0), IBI)
    written = await forging.captured(planned.slack, alice.type(f"evidence:{IBI}", "Three rivals."))
    await alice.close()
    await alice.click("score.open")
    await alice.click("score.take_off", IBI)
    assert items(alice.modal) == [COM]
    await forging.delivered(planned.bot, forging.fresh(planned.slack, written, "U0ALICE"))
    await planned.bot.background.idle()
    await alice.close()
    await alice.click("score.open")
    assert held(alice.modal, f"evidence:{IBI}") == "Three rivals."


async def test_what_is_late_does_not_bring_back_what_was_taken_off(planned):
    alice = planned.alice
    await alice.pick(OFFER.format(n=0), IBI)
    late = await forging.captured(planned.slack, alice.type(f"evidence:{IBI}", "No, not that."))
    await alice.type(f"evidence:{IBI}", "")
    await alice.click("score.take_off", IBI)
    await forging.delivered(planned.bot, late)
    await planned.bot.background.idle()
    await alice.close()
    await alice.click("score.open")
    assert items(alice.modal) == [COM]


async def test_a_volunteered_matter_is_taken_out_of_the_note_for_good(planned, path, caplog):
    alice = planned.alice
    late = await forging.captured(planned.slack, alice.type(f"evidence:{COM}", KIDS + " Late."))
    await planned.rate(alice, 4, evidence=KIDS)
    await alice.submit()
    assert "Candidate brought it up: take it out" in alice.modal.said
    await alice.click("score.withdraw")
    assert held(alice.modal, f"evidence:{COM}") == f"{MARK}. {DRAWN}"
    assert "two kids" not in alice.modal.said
    assert "take it out" not in alice.modal.said
    await forging.delivered(planned.bot, late)
    await planned.bot.background.idle()
    assert evidence(path) == {COM: f"{MARK}. {DRAWN}"}
    assert "kids" not in str(forging.rows(path))
    assert "kids" not in caplog.text
    assert await alice.submit() == {}
    assert alice.modal.title == "Sealed"
    assert evidence(path) == {COM: f"{MARK}. {DRAWN}"}


async def test_a_note_from_which_something_was_taken_out_goes_on_as_a_draft(planned, path):
    alice = planned.alice
    await planned.rate(alice, 4, evidence=KIDS)
    await alice.submit()
    await alice.click("score.withdraw")
    planned.clock.forward(minutes=1)
    await alice.type(f"evidence:{COM}", DRAWN)
    assert evidence(path) == {COM: DRAWN}


async def test_a_note_in_chinese_gets_a_mark_in_chinese(planned):
    mei = planned.mei
    await mei.click("score.open")
    await planned.rate(mei, 4, evidence="候选人已婚，有两个孩子。她画出了四个步骤。")
    await mei.submit()
    await mei.click("score.withdraw")
    assert "［已移去：对方主动提及，与岗位无关］。她画出了四个步骤。" in held(
        mei.modal, f"evidence:{COM}"
    )


async def test_a_stranger_to_the_job_is_not_added(planned):
    body = await forging.captured(planned.slack, planned.alice.pick(OFFER.format(n=0), IBI))
    for value in ("customer-outcomes", "no-such-thing"):
        forged = forging.fresh(planned.slack, body, "U0ALICE")
        forged["actions"][0]["selected_option"]["value"] = value
        await forging.delivered(planned.bot, forged)
        await planned.bot.background.idle()
        assert items(planned.alice.modal) == [COM]
        assert "nothing here that you can open" in planned.alice.messages()[-1].said
