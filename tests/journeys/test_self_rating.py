"""People rate their own answers in practice, and see where that goes."""

import pytest

from tests.journeys import forging
from tests.journeys.practising import LONG, asked, last

SYS = "systems-thinking"


@pytest.fixture
async def practising(story):
    assert await story.practise(story.chen) == {}
    return story


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


async def test_people_rate_themselves_and_read_what_the_next_point_would_take(practising, path):
    chen, library = practising.chen, practising.bot.coach.shelves.mock
    await practising.answer(chen, LONG)
    [question] = [q for q in library.questions.values() if q.prompt.en == asked(practising)[0]]
    for anchor in question.anchors.ladder:
        assert anchor.text.en in last(practising)
    await practising.rate_oneself(chen, 3)
    assert "What it would take for 4 points:" in last(practising)
    assert last(practising).count(question.anchor(4).text.en) == 2
    await practising.rate_oneself(chen, 5)
    assert "top of the scale" in last(practising)
    [rating] = forging.rows(path)["self_ratings"]
    assert (rating["question"], rating["points"]) == (question.id, 5)
    await chen.say("I wonder.")
    assert "This question is answered" in last(practising)


async def test_a_round_ends_with_what_was_covered_and_one_thing_for_next_time(practising):
    chen, library = practising.chen, practising.bot.coach.shelves.mock
    for points in (4, 2, 3):
        await practising.answer(chen, LONG)
        await practising.rate_oneself(chen, points)
        await chen.click("mock.next")
    lowest = next(q for q in library.questions.values() if q.prompt.en == asked(practising)[1])
    assert "your own rating: 4" in last(practising)
    assert "One thing for next time" in last(practising)
    assert lowest.anchor(3).text.en in last(practising)


async def test_who_rates_nothing_still_gets_one_thing_for_next_time(story):
    await story.practise(story.chen, topic=SYS, length="one")
    await story.answer(story.chen, LONG)
    await story.chen.click("mock.next")
    assert "say one of these answers aloud" in last(story)
    await story.practise(story.chen, topic=SYS, length="one")
    await story.chen.say("Last year we had a plan and the plan was quite long for everybody there.")
    await story.chen.click("mock.done")
    await story.chen.click("mock.skip")
    await story.chen.click("mock.next")
    assert "One thing for next time, by what I could not find:" in last(story)


async def test_what_was_found_is_counted_even_unrated_and_stays_when_the_text_goes(story, path):
    await story.practise(story.chen, topic=SYS, length="one")
    await story.answer(story.chen, LONG)
    assert {row["found"] for row in forging.rows(path)["found_parts"]} == {1}
    await story.later(days=31)
    assert forging.rows(path)["mock_turns"] == []
    reply = (await story.chen.command("/mock progress")).said
    assert "not rated yet" in reply
    assert "Found in your answers: what you did in 1 of 1; how it ended in 1 of 1" in reply
    assert "may be there all the same" in reply


async def test_home_shows_a_persons_own_progress_and_nobody_elses(story):
    assert "Your practice" not in (await story.chen.open_home()).said
    for points, days in ((2, 0), (4, 15)):
        await story.later(days=days)
        await story.practise(story.chen, topic=SYS, length="one")
        await story.answer(story.chen, LONG)
        await story.rate_oneself(story.chen, points)
        await story.chen.click("mock.next")
    said = (await story.chen.open_home()).said
    assert "Your practice" in said
    assert "▂▆  from 2 at first to 4: higher  (over 3 weeks)" in said
    assert "Found in your answers: what you did in" in said
    for other in (story.dana, story.alice, story.charlie):
        assert "Your practice" not in (await other.open_home()).said


async def test_progress_is_the_persons_own_ratings_in_words(story):
    assert "not finished" in (await story.chen.command("/mock progress")).said
    for points in (2, 4):
        await story.practise(story.chen, topic=SYS, length="one")
        await story.answer(story.chen, LONG)
        await story.rate_oneself(story.chen, points)
        await story.chen.click("mock.next")
        await story.later(days=1)
    reply = (await story.chen.command("/mock progress")).said
    assert "▂▆" in reply
    assert "from 2 at first to 4: higher" in reply
    assert "not finished" in (await story.alice.command("/mock progress")).said


def pictures(person):
    return [m.message for m in person.messages() if m.message.files]


async def test_who_asks_for_it_gets_a_picture_of_their_progress_in_the_direct_message(story, path):
    await story.chen.command("/mock progress")
    await story.later(minutes=1)
    assert pictures(story.chen) == []  # there is nothing to draw yet
    await story.practise(story.chen, topic=SYS, length="one")
    await story.answer(story.chen, LONG)
    await story.rate_oneself(story.chen, 2)
    await story.chen.command("/mock progress")
    await story.later(minutes=1)
    [picture] = pictures(story.chen)
    [file] = picture.files
    assert file.data[:8] == b"\x89PNG\r\n\x1a\n"
    assert "rated once: 2" in file.alt
    assert "rated once: 2" in story.chen.messages()[-1].said
    assert all(pictures(other) == [] for other in (story.dana, story.alice, story.charlie))
    await story.chen.command("/mock delete")
    await story.chen.click("mock.delete")
    rows = forging.rows(path)["outbox"]
    assert [row for row in rows if row["kind"].startswith("mock")] == []


async def test_without_the_right_to_bring_files_the_words_stand_alone(story):
    story.slack.faults.add("files.getUploadURLExternal", "error:missing_scope", times=99)
    await story.practise(story.chen, topic=SYS, length="one")
    await story.answer(story.chen, LONG)
    await story.rate_oneself(story.chen, 2)
    assert "rated once: 2" in (await story.chen.command("/mock progress")).said
    await story.later(minutes=1)
    assert pictures(story.chen) == []
