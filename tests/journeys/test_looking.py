"""The early look: for the hiring manager alone, logged first, printed in the debrief."""

import pytest

from tests.journeys import forging
from tests.journeys.test_behalf import stand_in

COM = "communication-collaboration"
SAID = "She drew the flow from memory."
LONG = "She drew the flow from memory, and named who decides at each of its steps. " * 35


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


async def planned(story, *panel, **fields):
    await story.open_job()
    await story.plan(*panel, covers=[COM], **fields)
    await story.dana.close(everything=True)
    return story


async def look(story):
    await story.dana.command("/debrief")
    await story.dana.click("look.open")


async def test_it_shows_what_the_debrief_would_say_and_the_debrief_prints_it(story, path):
    await planned(story)
    await story.score(story.alice, 2, word="no")
    await look(story)
    assert story.dana.modal.title == "Early look"
    assert SAID in story.dana.modal.said
    assert "Alice Okafor  No" in story.dana.modal.said
    assert "Missing: Bob Lindqvist" in story.dana.modal.said
    [logged] = [r for r in forging.rows(path)["audit"] if r["action"] == "card.look"]
    assert logged["actor"] == "U0DANA"
    await story.dana.close()
    await story.score(story.bob, 5)
    await look(story)
    assert [row["sealed"] for row in forging.rows(path)["early_looks"]] == [1, 2]
    await story.later(days=1)
    said = story.debriefs()[0].said
    assert SAID not in said
    assert said.count("Dana Reyes looked at what was sealed before the debrief, on ") == 2
    assert ": 1 scorecard\n" in said
    assert ": 2 scorecards" in said


async def test_a_debrief_without_a_look_speaks_of_none(story):
    await planned(story)
    await story.score(story.alice, 2)
    await story.later(days=1)
    assert "looked at" not in story.debriefs()[0].said


async def test_it_is_logged_even_when_it_could_not_be_shown(story, path):
    await planned(story)
    await story.score(story.alice, 2)
    await story.dana.command("/debrief")
    story.slack.faults.add("views.open", "error:expired_trigger_id")
    await story.dana.click("look.open")
    assert story.dana.modal is None
    assert len(forging.rows(path)["early_looks"]) == 1


async def test_it_turns_pages_without_a_second_look(story, path):
    await story.open_job()
    [model, *_] = story.bot.coach.shelves.live.models
    await story.plan("U0ALICE", covers=[each.id for each in model.competencies])
    await story.dana.close(everything=True)
    await story.score(story.alice, 4, evidence=LONG)
    await look(story)
    assert "Profile: mean of the raters" in story.dana.modal.said
    await story.dana.click("look.later")
    assert "Profile: mean of the raters" not in story.dana.modal.said
    assert LONG.strip() in story.dana.modal.said
    await story.dana.click("look.earlier")
    assert "Profile: mean of the raters" in story.dana.modal.said
    assert len(forging.rows(path)["early_looks"]) == 1


async def test_what_is_sealed_meanwhile_is_no_part_of_a_look(story):
    await story.open_job()
    [model, *_] = story.bot.coach.shelves.live.models
    await story.plan(covers=[each.id for each in model.competencies])
    await story.dana.close(everything=True)
    await story.score(story.alice, 4, evidence=LONG)
    await look(story)
    await story.later(minutes=1)
    await story.score(story.bob, 2)
    await story.dana.click("look.later")
    await story.dana.click("look.earlier")
    assert "Missing: Bob Lindqvist" in story.dana.modal.said


async def test_a_manager_on_the_panel_seals_their_own_card_first(story, path):
    await planned(story, "U0DANA", "U0BOB")
    await story.score(story.bob, 4)
    with pytest.raises(LookupError):
        await look(story)
    await story.score(story.dana, 3)
    await story.dana.close(everything=True)
    await look(story)
    assert story.dana.modal.title == "Early look"


async def test_a_manager_whose_card_another_writes_could_take_it_over_and_so_sees_no_other(story):
    await story.open_job(manager="U0MEI")
    await story.plan("U0MEI", "U0ALICE", covers=[COM], due=story.at(days=3))
    await story.later(hours=5)
    await story.score(story.alice, 2)
    await stand_in(story, seat=0)
    reply = await story.mei.command("/debrief")
    assert "behalf.take_over" in str(reply.blocks)
    assert "look.open" not in str(reply.blocks)
    await story.rate(story.dana, 4)
    assert await story.seal(story.dana) == {}
    reply = await story.mei.command("/debrief")
    assert "behalf.take_over" not in str(reply.blocks)
    await story.mei.click("look.open")
    assert SAID in story.mei.modal.said


async def test_without_a_sealed_card_and_after_the_debrief_there_is_no_look(story, path):
    await planned(story)
    with pytest.raises(LookupError):
        await look(story)
    await story.score(story.alice, 2)
    await story.dana.command("/debrief")
    body = await forging.captured(story.slack, story.dana.click("look.open"))
    await story.later(days=1)
    await forging.delivered(story.bot, body)
    await story.bot.background.idle()
    assert forging.rows(path)["early_looks"] == []
    reply = await story.dana.command("/debrief")
    assert "look.open" not in str(reply.blocks)


async def test_who_has_looked_writes_no_card_for_anybody(story, path):
    await planned(story, due=story.at(days=3))
    await story.later(hours=5)
    await story.score(story.alice, 2)
    await look(story)
    await story.dana.close()
    await story.dana.command("/debrief")
    block = next(
        block
        for block in story.dana.messages("C0GENERAL")[-1].blocks
        if block["block_id"].startswith("behalf:")
    )
    seat = block["elements"][0]["options"][0]["value"]
    await story.dana.pick(block["block_id"], seat)
    assert story.dana.modal is None
    assert "cannot write one" in story.dana.messages("C0GENERAL")[-1].said


async def test_nobody_else_looks_and_nobody_reads_on_in_anothers_look(story, path):
    await planned(story, account="U0CHEN")
    await story.score(story.alice, 2)
    await story.dana.command("/debrief")
    body = await forging.captured(story.slack, story.dana.click("look.open"))
    for person in ("U0ALICE", "U0BOB", "U0CHARLIE", "U0CHEN"):
        await forging.delivered(story.bot, forging.as_person(story.slack, body, person))
        await story.bot.background.idle()
    assert forging.rows(path)["early_looks"] == []
    for person in (story.alice, story.bob, story.charlie, story.chen):
        assert person.modal is None or person.modal.title != "Early look"


async def test_a_manager_who_reads_chinese_looks_in_chinese(story):
    story.slack.people["U0DANA"].locale = "zh-CN"
    await story.open_job(language="zh-CN")
    await story.plan(covers=[COM])
    await story.score(story.alice, 4)
    await story.dana.command("/debrief")
    await story.dana.click("look.open")
    said = story.dana.modal.said
    assert "Zoë Ωmega" in said
    assert "评分" in said
    await story.score(story.bob, 4)
    await story.later(days=2)
    assert any("在复盘发布前" in each.said for each in story.channel())
