"""What an interviewer is told about their own notes, and nobody else."""

import pytest

from tests.journeys import forging
from tests.journeys.story import held, items

COM = "communication-collaboration"
PRIVATE = "She has two kids and may need flexibility. She drew the flow from memory."


@pytest.fixture
async def written(story):
    await story.open_job()
    await story.plan("U0ALICE", "U0MEI", covers=[COM], due=None)
    await story.alice.click("score.open")
    await story.rate(story.alice, 4, evidence=PRIVATE)
    return story


async def test_a_private_topic_is_pointed_out_to_the_writer_before_the_seal(written):
    alice = written.alice
    assert await alice.submit() == {}
    assert alice.modal.title == "Scorecard"
    said = alice.modal.said
    assert "Not sealed yet" in said
    assert "Only you see this." in said
    assert "two kids" in said
    assert "illegal" not in said.lower()
    [item] = items(alice.modal)
    assert held(alice.modal, f"evidence:{item}") == PRIVATE
    assert held(alice.modal, f"rating:{item}") == "4"
    assert held(alice.modal, "recommendation") == "yes"


async def test_whoever_seals_again_keeps_the_note_as_it_is(written, tmp_path):
    await written.alice.submit()
    assert await written.alice.submit() == {}
    assert written.alice.modal.title == "Sealed"
    [rating] = forging.rows(tmp_path / "coach.db")["ratings"]
    assert rating["evidence"] == PRIVATE


async def test_a_note_that_was_changed_is_sealed_as_changed(written, tmp_path):
    await written.alice.submit()
    await written.alice.type(f"evidence:{COM}", "She drew the flow from memory.")
    assert await written.alice.submit() == {}
    assert written.alice.modal.title == "Sealed"
    [rating] = forging.rows(tmp_path / "coach.db")["ratings"]
    assert rating["evidence"] == "She drew the flow from memory."


async def test_what_a_card_lacks_is_said_before_any_tip(written):
    await written.alice.pick(f"rating:{COM}", "no_time")
    await written.alice.close()
    await written.mei.click("score.open")
    await written.mei.type(f"evidence:{COM}", "候选人已婚，回答很流畅")
    errors = await written.mei.submit()
    assert f"rating:{COM}" in errors
    assert "只有你看得到" not in written.mei.modal.said
    await written.rate(written.mei, 4, evidence="候选人已婚，回答很流畅")
    assert await written.mei.submit() == {}
    assert "这条提示只有你看得到" in written.mei.modal.said
    assert "还没有封存" in written.mei.modal.said


async def test_a_tip_leaves_no_trace_but_on_the_writers_screen(written, tmp_path, caplog):
    await written.alice.submit()
    kept = forging.rows(tmp_path / "coach.db")
    assert "kids" not in str({name: rows for name, rows in kept.items() if name != "ratings"})
    assert "pregnancy" not in str(kept)
    assert "kids" not in caplog.text
    assert "pregnancy" not in caplog.text
    assert "Only you see this" not in str([m.said for m in written.dana.messages()])


async def test_an_unobtrusive_note_is_sealed_at_once_and_nothing_is_called_checked(story):
    await story.open_job()
    await story.plan("U0ALICE", covers=[COM], due=None)
    assert await story.score(story.alice, 4) == {}
    assert story.alice.modal.title == "Sealed"
    assert "pattern" not in story.alice.modal.said


async def test_a_note_that_judges_instead_of_telling_is_pointed_out_with_an_example(story):
    await story.open_job()
    await story.plan("U0ALICE", covers=[COM])
    await story.alice.click("score.open")
    await story.rate(story.alice, 4, evidence="She is a great communicator and very strategic.")
    assert await story.alice.submit() == {}
    said = story.alice.modal.said
    assert "Not sealed yet" in said
    assert "very strategic" in said
    assert "for example" in said.lower()
    assert await story.alice.submit() == {}
    assert story.alice.modal.title == "Sealed"


async def test_a_no_above_the_bar_is_asked_about_before_the_seal(story):
    await story.open_job()
    await story.plan("U0MEI", covers=[COM])
    await story.mei.click("score.open")
    await story.rate(
        story.mei, 5, word="no", evidence="先复述客户的顾虑，再给出两种方案，当场算了成本。"
    )
    assert await story.mei.submit() == {}
    assert "还没有封存" in story.mei.modal.said
    assert "哪一项能力" in story.mei.modal.said
    await story.mei.pick("recommendation", "yes")
    assert await story.mei.submit() == {}
    assert story.mei.modal.title == "已封存"


async def test_the_third_card_of_a_day_with_the_same_points_is_pointed_out(story):
    await story.open_job(competencies=[COM, "industry-business-insight"])
    for name in ("Ann", "Ben", "Cem"):
        await story.plan("U0ALICE", candidate=name)
        await story.alice.click("score.open")
        for n, item in enumerate(items(story.alice.modal)):
            await story.alice.pick(f"rating:{item}", str(3 + n % 2))
            heard = f"{name} drew flow {n}, named two users and said what each lost."
            await story.alice.type(f"evidence:{item}", heard)
        await story.alice.pick("recommendation", "yes")
        assert await story.alice.submit() == {}
        told = "card number 3 today" in story.alice.modal.said
        assert told is (name == "Cem")
