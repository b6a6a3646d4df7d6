"""The receipt of a sealed scorecard: a copy for its writer, and the mark of a late one."""

from playground.checker.mentions import mentions, rich_mentions
from tests.journeys.story import HIRING, items

COM = "communication-collaboration"
TOLD = ("Your scorecard is sealed.", "你的评分表已封存。")
LONG = "她画出了流程，并说出每一步由谁决定。" * 150


def receipts(person):
    return [m for m in person.messages() if m.text in TOLD]


async def test_sealing_gives_its_writer_alone_a_copy_and_the_delay(story):
    await story.open_job()
    await story.plan(covers=[COM])
    await story.later(hours=3)  # the interview was 2 to 2:45
    await story.score(story.alice, 2, word="strong_no", evidence="She guessed <!channel>.")
    [receipt] = receipts(story.alice)
    assert "Zoë" not in receipt.text
    assert "Zoë Ωmega" in receipt.said
    assert "15 minutes after the interview" in receipt.said
    assert "2 · " in receipt.said
    assert "She guessed <!channel>." in receipt.said
    assert "Strong no" in receipt.said
    assert "marks it" not in receipt.said
    assert mentions(receipt.blocks) == []
    assert rich_mentions(receipt.blocks) == []
    for person in (story.bob, story.dana, story.charlie):
        assert not any("guessed" in m.said for m in person.messages())
    assert not any("guessed" in m.said for m in story.dana.messages(HIRING))


async def test_a_long_copy_is_continued_in_its_thread_and_nothing_is_cut(story):
    await story.open_job()
    [model, *_] = story.bot.coach.shelves.live.models
    await story.plan("U0MEI", covers=[each.id for each in model.competencies])
    await story.mei.click("score.open")
    rated = items(story.mei.modal)
    await story.rate(story.mei, 4, evidence=LONG)
    await story.seal(story.mei)
    first, *more = receipts(story.mei)
    assert {m.message.thread_ts for m in more} == {first.ts}
    assert "后续内容见本消息的消息列" in first.said
    said = "".join(m.said for m in (first, *more))
    assert said.count(LONG) == len(rated)


async def test_a_card_sealed_before_the_end_says_so(story):
    await story.open_job()
    await story.plan("U0ALICE", covers=[COM])
    await story.score(story.alice, 4)
    [receipt] = receipts(story.alice)
    assert "before the planned end of the interview" in receipt.said


async def test_a_card_written_more_than_a_day_later_is_marked_in_receipt_and_debrief(story):
    await story.open_job()
    await story.plan(covers=[COM], due=story.at(days=4))
    await story.later(days=1, hours=2)  # a quarter of an hour less than a day after the first
    await story.score(story.alice, 4)
    await story.later(days=2)
    await story.score(story.bob, 3)
    assert "marks it" not in receipts(story.alice)[0].said
    assert "The debrief marks it: written 2 days after the interview" in receipts(story.bob)[0].said
    await story.later(days=1)
    [debrief] = story.debriefs()
    assert "Bob Lindqvist  · written 2 days after the interview" in debrief.said
    told = "Bob Lindqvist  Yes  · written 2 days after the interview"
    assert told in await story.evidence(story.dana)
    assert debrief.said.count("after the interview") == 1


async def test_a_card_that_the_debrief_went_without_says_so_instead(story):
    await story.open_job()
    await story.plan(covers=[COM])
    await story.later(days=1)
    await story.later(days=2)
    await story.score(story.alice, 4)
    said = receipts(story.alice)[0].said
    assert "does not include this scorecard" in said
    assert "marks it" not in said
