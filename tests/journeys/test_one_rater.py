"""Whoever held two interviews of a loop is one rater, in every number and every picture."""

from datetime import timedelta

import pytest

from tests.journeys.reminding import held, interview_of, wait_until
from tests.journeys.story import table
from tests.journeys.test_holding import hand_over
from tests.journeys.test_picture import pictures

NAME = "Strong communication and cross-organisation collaboration"


@pytest.fixture
async def twice(story):
    """Alice held her interview, and Bob's as well; in the first she heard more."""
    await held(story, "U0ALICE", "U0BOB", over=timedelta(hours=2))
    assert await story.score(story.alice, 4) == {}
    interview = await interview_of(story, story.bob)
    await wait_until(story, interview.end + timedelta(hours=20), timedelta(hours=1))
    assert await hand_over(story.bob, "U0ALICE") == {}
    assert await story.score(story.alice, 2) == {}
    await story.later(minutes=1)
    return story


async def test_who_held_two_interviews_counts_once(twice):
    [debrief] = twice.debriefs()
    assert "Scorecards sealed in time: 2 of 2" in debrief.said
    assert table(debrief) == [
        ["Competency", "Alice Okafor", "Mean", "Bar", "n", "Confidence"],
        [NAME, "3", "3", "3", "1", "low"],
    ]
    assert "It rests on one rater." in debrief.said
    assert "points apart, from" not in debrief.said
    assert "Who speaks when" not in [message.said.splitlines()[0] for message in twice.thread()]


async def test_the_evidence_of_both_interviews_is_there_to_read(twice):
    said = await twice.evidence(twice.alice)
    assert f"{NAME}  3 · 1 rater · low confidence" in said
    assert "Alice Okafor  4 · Strong" in said
    assert "Alice Okafor  2 · Partly shown" in said


async def test_the_picture_has_one_column_for_them(twice):
    [picture] = pictures(twice)
    [file] = picture.files
    assert f"{NAME}: Alice Okafor 3. Mean 3, bar 3, 1 rater, low confidence." in file.alt
