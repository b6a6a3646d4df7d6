"""From the plan to the debrief: the story the product exists for."""

from playground.checker.mentions import mentions, rich_mentions
from tests.journeys.story import HIRING, items, table

IBI, COM = "industry-business-insight", "communication-collaboration"


async def test_a_panel_plans_scores_and_reads_the_debrief_at_the_promised_time(story):
    assert await story.open_job() == {}
    assert "is open" in story.dana.modal.said
    assert await story.plan(covers=[IBI, COM]) == {}
    assert "2 interviewers" in story.dana.modal.said

    [line] = story.dana.messages(HIRING)
    assert "Zoë Ωmega for Product lead" in line.said
    assert "Alice Okafor, Bob Lindqvist" in line.said
    for person in (story.alice, story.bob):
        invitation, _calendar = person.messages()
        assert "Zoë Ωmega" in invitation.said
        assert "Zoë" not in invitation.text

    await story.later(hours=3)
    assert await story.score(story.alice, 2, word="no", evidence="She guessed the need.") == {}
    assert await story.score(story.bob, 5, word="strong_yes", evidence="他画出了流程。") == {}
    assert story.debriefs() == []
    await story.later(hours=20)
    assert story.debriefs() == []

    await story.later(hours=1)
    [debrief] = story.debriefs()
    assert "Zoë" not in debrief.text
    said = debrief.said
    assert "Scorecards sealed in time: 2 of 2" in said
    assert said.index("Talk about these first") < said.index("Profile")
    head, *rows = table(debrief)
    assert head[1:] == [*("Alice Okafor", "Bob Lindqvist", "Mean", "Bar", "n", "Confidence")]
    assert [[*row[1:4], *row[5:]] for row in rows] == [["2", "5", "3.5", "2", "medium"]] * 2
    assert "She guessed the need." not in said
    read = await story.evidence(story.alice)
    assert "Bob Lindqvist 5, Alice Okafor 2" in read
    assert "3.5 · 2 raters · medium confidence" in read
    assert "She guessed the need." in read
    assert "他画出了流程。" in read
    await story.later(days=2)
    assert len(story.debriefs()) == 1


async def test_the_debrief_goes_out_with_the_last_seal_when_that_was_promised(story):
    await story.open_job()
    assert await story.plan(due=None, covers=[COM]) == {}
    await story.score(story.alice, 3)
    assert story.debriefs() == []
    await story.score(story.bob, 4)
    assert len(story.debriefs()) == 1


async def test_the_debrief_says_who_is_missing_and_waits_for_nobody(story):
    await story.open_job()
    await story.plan(covers=[COM])
    await story.later(hours=3)
    await story.score(story.alice, 4)
    await story.later(days=1)
    [debrief] = story.debriefs()
    assert "Scorecards sealed in time: 1 of 2" in debrief.said
    assert "Missing: Bob Lindqvist" in debrief.said
    assert table(debrief)[1][1:6] == ["4", "4", "3", "1", "low"]
    assert "rated by one person only" in debrief.said
    await story.bob.click("score.open")
    assert "does not include this scorecard" in story.bob.modal.said
    await story.bob.close()
    await story.score(story.bob, 1)  # too late for the profile, and no second post
    await story.later(days=1)
    assert len(story.debriefs()) == 1


async def test_a_debrief_without_any_card_says_so(story):
    await story.open_job()
    await story.plan()
    await story.later(days=1, hours=1)
    [debrief] = story.debriefs()
    assert "nothing to compare" in debrief.said
    assert "Missing: Alice Okafor (scorecard not begun), Bob Lindqvist (" in debrief.said


async def test_planned_questions_are_rated_on_their_own_anchors_and_the_rest_as_a_whole(story):
    await story.open_job()
    await story.plan(covers=[IBI, COM])
    await story.alice.click("score.open")
    alices, whole = items(story.alice.modal)
    await story.bob.click("score.open")
    bobs, also_whole = items(story.bob.modal)
    assert {whole, also_whole} == {COM}
    assert alices != bobs  # the candidate hears no question twice
    assert {alices.partition("-")[0], bobs.partition("-")[0]} == {"ibi"}


async def test_a_single_rater_asks_all_questions_of_a_competency(story):
    await story.open_job()
    await story.plan("U0ALICE", covers=[IBI])
    await story.alice.click("score.open")
    assert len(items(story.alice.modal)) == 2


async def test_everything_a_level_asks_for_is_covered_when_nothing_was_chosen(story):
    await story.open_job(level="junior")
    await story.plan()
    covered = set()
    for person in (story.alice, story.bob):
        await person.click("score.open")
        covered |= {item.partition("-")[0] for item in items(person.modal)}
    assert len(covered) == 4


async def test_mei_reads_chinese_in_her_messages_and_her_card(story):
    await story.open_job()
    assert await story.plan("U0MEI", covers=[IBI]) == {}
    invitation, _calendar = story.mei.messages()
    assert "请你担任一场面试的面试官" in invitation.said
    await story.mei.click("score.open")
    assert story.mei.modal.title == "评分表"
    assert "深度行业与业务洞察力" in story.mei.modal.said or "行业" in story.mei.modal.said
    assert "Rating" not in story.mei.modal.said
    await story.rate(story.mei, 4, evidence=" ")
    errors = await story.mei.submit()
    assert errors
    assert all("评分需要依据" in text for text in errors.values())


async def test_a_channel_that_reads_chinese_gets_its_debrief_in_chinese(story):
    await story.open_job(language="zh-CN")
    await story.plan("U0ALICE", covers=[COM])
    await story.score(story.alice, 4)
    await story.later(days=1, hours=1)
    said = story.debriefs()[0].said
    assert "面试复盘：Zoë Ωmega" in said
    assert "按时封存评分表：1/1 份" in said


async def test_the_line_in_the_channel_and_the_debrief_ping_nobody(story):
    bad = "<!channel> <@U0BOB> *_~ <https://evil.example|Approve> &amp;"
    await story.open_job(title=bad)
    await story.plan(candidate=bad, covers=[COM])
    await story.score(story.alice, 2, evidence=bad)
    await story.later(days=1, hours=1)
    assert bad in await story.evidence(story.dana)
    for message in (*story.channel(), story.bob.messages()[0]):
        assert bad in message.said or message in story.thread()
        assert mentions(message.blocks) == []
        assert rich_mentions(message.blocks) == []
        assert "<" not in message.text
