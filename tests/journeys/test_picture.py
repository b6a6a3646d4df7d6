"""The debrief's picture: an extra, last in its thread, that nothing waits for."""

import struct

import pytest

from tests.journeys.story import HIRING
from tests.journeys.test_behalf import stand_in

COM = "communication-collaboration"
BEGIN = "files.getUploadURLExternal"


def pictures(story):
    return [m.message for m in story.dana.messages(HIRING) if m.message.files]


@pytest.fixture
async def scored(story):
    await story.open_job()
    await story.plan(covers=[COM])
    await story.score(story.alice, 2)
    await story.score(story.bob, 5)
    return story


async def test_the_ratings_are_drawn_once_more_below_the_debrief(scored):
    await scored.later(days=2)
    [debrief] = scored.debriefs()
    [picture] = pictures(scored)
    assert picture.thread_ts == debrief.ts
    [file] = picture.files
    assert file.data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", file.data[16:24])
    assert (width, height > 200) == (1080, True)
    assert "Alice" in file.alt
    assert "Bob" in file.alt
    assert "Zoë" not in f"{file.name} {file.title}"
    await scored.later(days=1)
    assert len(pictures(scored)) == 1


async def test_without_the_right_to_bring_files_the_words_are_all_there_is(scored):
    scored.slack.faults.add(BEGIN, "error:missing_scope", times=99)
    await scored.later(days=2)
    assert len(scored.debriefs()) == 1
    assert pictures(scored) == []


async def test_who_had_a_card_written_for_them_is_no_column(story):
    await story.open_job()
    await story.plan(covers=[COM], due=story.at(days=3))
    await story.score(story.alice, 2)
    await story.later(hours=5)
    await stand_in(story)
    await story.rate(story.dana, 5)
    await story.seal(story.dana)
    await story.later(days=3)
    [picture] = pictures(story)
    [file] = picture.files
    assert "Alice Okafor 2. Mean 2" in file.alt
    assert "Bob" not in file.alt


async def test_nobody_rated_and_nothing_is_drawn(story):
    await story.open_job()
    await story.plan(covers=[COM])
    await story.later(days=2)
    assert len(story.debriefs()) == 1
    assert pictures(story) == []
