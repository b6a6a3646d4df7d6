"""A scorecard that is open: what is rated besides the plan, less in a note, and pages."""

import pytest

from tests.journeys import forging
from tests.journeys.guided import card, start
from tests.journeys.story import held, items, table

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
    [row] = [row for row in table(debrief) if row[0] == "Deep industry and business insight"]
    assert (row[1:4], row[5:]) == (["4", "–", "4"], ["1", "low"])


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


async def test_what_is_taken_out_is_gone_from_the_notes_of_the_guide_too(planned, path):
    alice = planned.alice
    await alice.close()
    await start(alice)
    await alice.click("guide.next")
    await alice.say(KIDS, thread=card(alice).ts)
    await alice.command("/interview score")
    await alice.pick(f"rating:{COM}", "4")
    await alice.pick("recommendation", "yes")
    await alice.submit()
    await alice.click("score.withdraw")
    assert held(alice.modal, f"evidence:{COM}") == f"{MARK}. {DRAWN}"
    assert "kids" not in str(forging.rows(path))
    assert await alice.submit() == {}
    assert evidence(path) == {COM: f"{MARK}. {DRAWN}"}


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


@pytest.fixture
async def long(story):
    """Let Alice cover everything, and rate all but one once more as a whole."""
    [model, *_] = story.bot.coach.shelves.live.models
    every = [each.id for each in model.competencies]
    await story.open_job(competencies=every)
    assert await story.plan("U0ALICE", covers=every, due=None) == {}
    await story.alice.click("score.open")
    return story


@pytest.fixture
async def paged(long):
    """Let her add one, which is one more than a page holds."""
    await add(long.alice, 0)
    return long


async def add(person, n):
    """Add the first that is offered, the nth to be added."""
    [menu] = [b for b in person.modal.blocks if b["block_id"] == OFFER.format(n=n)]
    await person.pick(OFFER.format(n=n), menu["elements"][0]["options"][0]["value"])


async def add_all(person):
    """Add what is offered until nothing is."""
    n = 0
    while any(b["block_id"] == OFFER.format(n=n) for b in person.modal.blocks):
        await add(person, n)
        n += 1
    return n


async def test_a_long_card_has_pages_and_what_stands_on_each_is_kept(paged):
    alice = paged.alice
    first = items(alice.modal)
    assert "Page 1 of 2" in alice.modal.said
    assert "Overall recommendation" not in alice.modal.said
    assert set(await alice.submit()) == {f"rating:{item}" for item in first}
    for item in first:
        await alice.pick(f"rating:{item}", "no_time")
    assert await alice.submit() == {}
    second = items(alice.modal)
    assert not set(first) & set(second)
    await alice.type(f"evidence:{second[0]}", "Half a thought")
    await alice.click("score.back")
    assert items(alice.modal) == first
    assert held(alice.modal, f"rating:{first[-1]}") == "no_time"
    await alice.close()
    await alice.click("score.open")
    assert items(alice.modal) == second
    assert held(alice.modal, f"evidence:{second[0]}") == "Half a thought"
    await alice.pick(f"rating:{second[0]}", "no_time")
    await alice.pick("recommendation", "no")
    assert await alice.submit() == {}
    assert alice.modal.title == "Sealed"


async def test_what_is_missing_on_another_page_is_shown_there(paged, path):
    alice = paged.alice
    first = items(alice.modal)
    await paged.rate_page(alice, "no_time")
    await alice.submit()
    await alice.pick("recommendation", "no")
    phone = await forging.captured(paged.slack, alice.submit())
    await alice.click("score.open")
    await alice.click("score.back")
    await alice.pick(f"rating:{first[0]}", "4")  # without evidence, on the phone meanwhile
    ack = await forging.delivered(paged.bot, forging.fresh(paged.slack, phone, "U0ALICE"))
    shown = ack.body if isinstance(ack.body, str) else str(ack.body)
    assert "Something is still missing on this page" in shown
    assert f"rating:{first[0]}" in shown
    assert forging.rows(path)["scorecards"][0]["sealed_at"] is None


async def test_the_longest_card_there_is_can_be_rated_to_its_end(long, path):
    alice = long.alice
    while alice.modal.callback_id == "score.next":
        await long.rate_page(alice, 4)
        assert await alice.submit() == {}
    await long.rate_page(alice, 3)
    added = await add_all(alice)
    while alice.modal.callback_id == "score.next":
        await long.rate_page(alice, 4)
        assert await alice.submit() == {}
    await long.rate(alice, 4)
    presses = 0
    while alice.modal.title == "Scorecard":  # with what is pointed out, page by page
        assert await alice.submit() == {}
        presses += 1
    assert presses <= 1 + 3
    rated = forging.rows(path)["ratings"]
    assert added == len([row for row in rated if row["item"] == row["competency"]]) - 1


class Counted:
    """A person whose gestures are counted: each choice, each text, each press."""

    def __init__(self, person):
        self.person = person
        self.gestures = 0

    @property
    def modal(self):
        return self.person.modal

    def __getattr__(self, name):
        async def counted(*said):
            self.gestures += 1
            return await getattr(self.person, name)(*said)

        return counted


async def test_the_usual_card_is_one_page_and_takes_ten_gestures(story):
    await story.open_job()
    four = [IBI, RPD, "data-value-quantification", COM]
    await story.plan("U0ALICE", covers=four)
    await story.alice.click("score.open")
    person = Counted(story.alice)
    await story.rate(person, "4")
    assert await person.submit() == {}
    assert len(items(person.modal)) == len(four)
    assert person.gestures == 4 * 2 + 1 + 1  # a choice and a text for each, the word, the seal


async def test_a_page_more_costs_a_press_more_and_saves_none(paged):
    person = Counted(paged.alice)
    await paged.rate_page(person, 3)
    assert await person.submit() == {}
    await paged.rate(person, 3)
    assert await person.submit() == {}
    assert person.gestures == 10 * 2 + 1 + 1 + 1
