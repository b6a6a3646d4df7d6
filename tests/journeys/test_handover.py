"""What one interviewer hands over to the next: coverage, and not a word about how it went."""

import pytest

from tests.journeys.guided import card, choose, start

COM, DVQ = "communication-collaboration", "data-value-quantification"
OPEN = "Not yet covered by earlier interviews: "


@pytest.fixture
async def planned(story):
    """Alice's interview is over before Bob's begins."""
    await story.open_job()
    await story.plan("U0ALICE", "U0BOB", covers=[COM, DVQ])
    await story.later(hours=2)
    return story


async def kit_of(person):
    await person.click("kit.open")
    said = person.modal.said
    await person.close()
    return said


async def test_what_was_skipped_is_told_to_the_next_interviewer_and_no_opinion(planned):
    alice, bob = planned.alice, planned.bob
    assert OPEN not in await kit_of(bob)
    await start(alice)
    await alice.click("guide.next")
    while "guide.finish" not in str(card(alice).message.blocks):
        if "data" in card(alice).said.splitlines()[1].lower():
            await choose(alice, "guide.skip", "no_time")
        else:
            await choose(alice, "guide.rate", "1")
            await alice.say("Talked over the client.", thread=card(alice).ts)
            await alice.click("guide.next")
    await alice.click("guide.finish")
    said = await kit_of(bob)
    [line] = [each for each in said.splitlines() if each.startswith(OPEN)]
    assert "data" in line.lower()
    assert "communication" not in line.lower()
    assert "Talked over" not in said
    await bob.click("guide.start")
    assert line in card(bob).said


async def test_a_sealed_card_says_what_was_not_assessed_and_keeps_its_points(planned):
    alice = planned.alice
    await alice.click("score.open")
    await planned.rate(alice, "no_time")
    await planned.seal(alice)
    assert OPEN in await kit_of(planned.bob)


async def test_nothing_is_said_of_an_interview_that_left_no_trace(planned):
    assert OPEN not in await kit_of(planned.bob)
