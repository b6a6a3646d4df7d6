"""A database that does not answer: everybody is told in time, and the same gesture works later."""

import asyncio
import sqlite3
import time

import pytest

from playground.gestures.dispatching import content
from tests.journeys import forging

COM = "communication-collaboration"
SLACKS_PATIENCE = 2.5


class Lock:
    """Another connection that holds the database's only lock."""

    def __init__(self, path):
        self.other = sqlite3.connect(path, timeout=0, isolation_level=None)

    def hold(self):
        self.other.execute("BEGIN IMMEDIATE")

    def free(self):
        self.other.execute("ROLLBACK")


def freezing(lock):
    """Freeze the database when the bot asks who somebody is."""

    def told(entry):
        if entry.name == "users.info" and not lock.other.in_transaction:
            lock.hold()

    return told


@pytest.fixture
def lock(tmp_path, story):
    lock = Lock(tmp_path / "coach.db")
    yield lock
    lock.other.close()


@pytest.fixture
async def filled(story):
    """Bring a card and a plan to the moment before they are sent."""
    await story.open_job()
    await story.plan(covers=[COM])
    await story.alice.click("score.open")
    await story.rate(story.alice, 4)
    await story.fill_plan("U0ALICE", "U0MEI", candidate="Zweite")
    await story.cover(COM)
    return story


async def answers(story, *bodies):
    """Deliver gestures at once; return what each was answered, all in good time."""
    began = time.monotonic()
    acks = await asyncio.gather(*(story.slack.deliver(body) for body in bodies))
    assert time.monotonic() - began < SLACKS_PATIENCE
    assert [ack.status for ack in acks] == [200] * len(acks)
    return [content(ack) for ack in acks]


async def test_nothing_is_lost_while_the_database_is_locked(filled, lock, tmp_path):
    story, slack = filled, filled.slack
    forms = [await forging.captured(slack, hand.submit()) for hand in (story.alice, story.dana)]
    command = await forging.captured(slack, story.bob.command("/interview score"))
    lock.hold()
    card, plan, told = await answers(story, *forms, command)
    lock.free()
    for refused in (card, plan):
        assert refused["response_action"] == "errors"
        assert "nothing was saved" in next(iter(refused["errors"].values()))
    assert "database is not answering" in told["text"]
    await story.bot.background.idle()
    await story.bot.coach.settled()
    for taken in await answers(story, *forms):
        assert taken["response_action"] == "update"
    assert len(forging.rows(tmp_path / "coach.db")["candidates"]) == 2


async def test_a_freeze_in_the_middle_of_a_request_is_told_in_time_too(filled, lock):
    story, slack = filled, filled.slack
    story.clock.forward(minutes=11)  # who somebody is is asked anew
    card = await forging.captured(slack, story.alice.submit())
    slack.journal.interested.append(freezing(lock))
    [refused] = await answers(story, card)
    assert lock.other.in_transaction
    lock.free()
    assert "nothing was saved" in next(iter(refused["errors"].values()))
    slack.journal.interested.clear()
    await story.bot.background.idle()
    [taken] = await answers(story, card)
    assert taken["response_action"] == "update"
