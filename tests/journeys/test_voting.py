"""The vote after the talk: where raters stand now, apart from what they rated."""

import pytest

from tests.journeys import forging
from tests.journeys.story import HIRING, held, options

COM, HARD = "communication-collaboration", "data-value-quantification"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


@pytest.fixture
async def talked(story):
    """Alice rated 2, Bob 5 and Mei 4, and the panel has read the debrief."""
    return await debriefed(story, alice=2, bob=5, mei=4)


async def debriefed(story, *, covers=(COM,), language="en", account=None, **points):
    panel = [getattr(story, name).person for name in points]
    await story.open_job(language=language)
    fields = {"account": account} if account else {}
    await story.plan(*panel, covers=covers, **fields)
    await story.dana.close(everything=True)
    await story.later(hours=6)
    for name, marks in points.items():
        assert await story.score(getattr(story, name), marks) == {}
        await getattr(story, name).close(everything=True)
    await story.later(days=1)
    return story


async def vote(story, person, points, competency=COM):
    """Say where one stands, and let it be told; return the errors."""
    await person.click("vote.open")
    await person.pick(f"vote:{competency}", str(points))
    errors = await person.submit()
    await story.later(seconds=1)
    return errors


async def decide(story, verdict="hold"):
    await story.dana.click("decide.open")
    await story.dana.pick("verdict", verdict)
    await story.dana.pick("competencies", [COM])
    assert await story.dana.submit() == {}
    await story.later(seconds=1)


def moved(story):
    return [m for m in story.dana.messages(HIRING) if m.text == "How far the talk moved the panel"]


def votes(path):
    return {(r["rater"], r["competency"]): r["points"] for r in forging.rows(path)["votes"]}


async def test_when_all_have_voted_the_thread_says_how_far_they_moved_and_names_nobody(
    talked, path
):
    [debrief] = talked.debriefs()
    ratings = forging.rows(path)["ratings"]
    assert await vote(talked, talked.alice, 3) == {}
    assert await vote(talked, talked.bob, 4) == {}
    assert moved(talked) == []
    assert "every rater has voted" in talked.bob.modal.said
    assert await vote(talked, talked.mei, 4) == {}
    assert "最后一位" in talked.mei.modal.said
    [said] = moved(talked)
    assert said.message.thread_ts == debrief.ts
    assert "3 of 3 voted · mean 3.7 → 3.7 · from 3 to 1 points apart" in said.said
    assert "1 moved up, 1 moved down" in said.said
    for name in ("Alice", "Bob", "Mei", "Zoë"):
        assert name not in said.said
    assert forging.rows(path)["ratings"] == ratings
    assert votes(path) == {("U0ALICE", COM): 3, ("U0BOB", COM): 4, ("U0MEI", COM): 4}


async def test_nothing_is_chosen_for_a_rater_and_their_first_score_stands_beside(talked):
    await talked.alice.click("vote.open")
    modal = talked.alice.modal
    assert held(modal, f"vote:{COM}") is None
    assert "Before the talk you rated it 2." in str(modal.view.blocks)
    assert "Nobody sees your vote." in modal.said
    assert len(options(modal.view, f"vote:{COM}")) == 5
    assert "Bob" not in modal.said
    errors = await talked.alice.submit()
    assert "one competency at least" in errors[f"vote:{COM}"]


async def test_a_vote_may_be_changed_and_opens_where_it_stands(talked, path):
    await vote(talked, talked.alice, 3)
    await talked.alice.close()
    await talked.alice.click("vote.open")
    assert held(talked.alice.modal, f"vote:{COM}") == "3"
    await talked.alice.pick(f"vote:{COM}", "4")
    assert await talked.alice.submit() == {}
    assert votes(path) == {("U0ALICE", COM): 4}


async def test_once_the_panel_has_seen_how_far_it_moved_nobody_moves_any_more(talked, path):
    await talked.bob.click("vote.open")
    late = talked.bob.modal
    await talked.bob.close()
    for person in (talked.alice, talked.bob, talked.mei):
        await vote(talked, person, 4)
    before = votes(path)
    assert "vote is closed" in str(await talked.forge("U0BOB", late))
    await talked.alice.close()
    await talked.alice.click("vote.open")
    assert talked.alice.modal is None
    assert votes(path) == before
    await decide(talked)
    assert len(moved(talked)) == 1


async def test_a_decision_ends_the_vote_and_one_vote_alone_is_not_shown(talked, path):
    await vote(talked, talked.bob, 3)
    await talked.alice.click("vote.open")
    await talked.alice.pick(f"vote:{COM}", "3")
    await decide(talked)
    [said] = moved(talked)
    assert "1 of 3 voted · not shown, as it would tell who it was" in said.said
    errors = await talked.alice.submit()
    assert "A decision is recorded, so the vote is closed." in str(errors)
    assert votes(path) == {("U0BOB", COM): 3}


async def test_a_decision_without_votes_says_nothing_of_movement(talked):
    await decide(talked)
    assert moved(talked) == []


async def test_only_raters_vote_and_only_on_what_they_rated(story, path):
    await debriefed(story, alice=2, bob=5, account="U0CHEN")
    await story.alice.click("vote.open")
    await story.alice.pick(f"vote:{COM}", "3")
    form = story.alice.modal
    body = await forging.captured(story.slack, story.alice.submit())
    for person, sentence in (
        ("U0DANA", "Only people whose own ratings"),
        ("U0CHARLIE", "found nothing here"),
        ("U0CHEN", "found nothing here"),
        ("U0GUS", "full members"),
    ):
        assert sentence in str(await story.forge(person, form)), person
    for name, value in ((f"vote:{HARD}", "3"), (f"vote:{COM}", "6"), (f"vote:{COM}", "x")):
        forged = forging.fresh(story.slack, body, "U0ALICE")
        fields = {name: {"value": {"type": "static_select", "selected_option": {"value": value}}}}
        forged["view"]["state"]["values"] = fields
        assert "found nothing here" in str((await forging.delivered(story.bot, forged)).body), value
    assert votes(path) == {}


async def test_where_nobody_rated_anything_there_is_no_vote_to_offer(story):
    await story.open_job()
    await story.plan(covers=[COM])
    for person in (story.alice, story.bob):
        assert await story.score(person, "no_time") == {}
    await story.later(days=1)
    [debrief] = story.debriefs()
    assert "There are no ratings" in debrief.said
    assert "Read the evidence" in debrief.said
    assert "Where do you stand now?" not in debrief.said


async def test_who_had_a_card_written_for_them_is_no_rater(story, path):
    await story.open_job()
    await story.plan(covers=[COM])
    await story.dana.close(everything=True)
    await story.later(hours=4)
    await story.score(story.alice, 2)
    await story.dana.command("/debrief")
    [candidate] = {row["candidate"] for row in forging.rows(path)["interviews"]}
    [bobs] = [r["id"] for r in forging.rows(path)["interviews"] if r["interviewer"] == "U0BOB"]
    await story.dana.pick(f"behalf:{candidate}", bobs)
    await story.rate(story.dana, 4)
    assert await story.seal(story.dana) == {}
    await story.dana.close(everything=True)
    await story.later(days=1)
    assert await vote(story, story.alice, 3) == {}
    assert "You were the last" in story.alice.modal.said  # the only rater there is
    await story.bob.click("vote.open")
    assert story.bob.modal is None


async def test_a_chinese_channel_reads_how_far_it_moved(story):
    await debriefed(story, alice=2, bob=5, language="zh-CN")
    await vote(story, story.alice, 3)
    await vote(story, story.bob, 3)
    [said] = [m.said for m in story.dana.messages(HIRING) if m.text == "讨论让大家的看法变了多少"]
    assert "2 人中 2 人投票 · 均值 3.5 → 3 · 最大分差 3 → 0 · 1 人上调、1 人下调" in said
