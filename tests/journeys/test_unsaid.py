"""What nobody outside the people concerned may read: no log, notification or id has it."""

import logging
import sqlite3
from contextlib import closing
from io import StringIO

import pytest

from bot import logs
from tests.journeys import forging

COM = "communication-collaboration"
CANARY = "ZZPII-7f3a"
SHOWN = {"blocks", "view"}  # arguments of calls that people concerned see


@pytest.fixture
def log():
    """Log as the bot does; put back what the test runner had."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = StringIO()
    logs.configure("json", stream)
    yield stream
    logging.captureWarnings(capture=False)
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
async def whispered(log, story):
    """Live through a whole story in which everything typed is secret."""
    await story.open_job(title=CANARY)
    await story.plan(candidate=CANARY, covers=[COM])
    await story.alice.command(f"/interview {CANARY}")
    await story.dana.command(f"/debrief {CANARY}")
    await story.score(story.alice, 2, evidence=CANARY)
    await story.score(story.bob, 5, evidence=f"{CANARY} {'x' * 2000}")
    await story.practise(story.chen)
    await story.chen.say(CANARY)
    await story.chen.click("mock.done")
    await story.practise_guided(story.mei, CANARY)
    await story.later(days=2)
    return story


def hidden(call):
    """Return what of a call is no text for the people concerned: all but blocks and labels."""
    method, given = call
    rest = {key: value for key, value in given.items() if key not in SHOWN}
    view = forging.plain(given.get("view"))
    return method, rest, {key: view.get(key) for key in ("callback_id", "private_metadata")}


async def test_neither_logs_nor_notifications_nor_ids_say_it(whispered, log):
    assert CANARY in whispered.debriefs()[-1].said
    assert CANARY not in forging.text(*map(hidden, whispered.slack.calls))
    assert CANARY not in log.getvalue()
    for message in whispered.slack.messages:
        if message.bot:
            assert CANARY not in forging.text(message.text, message.metadata)


@pytest.mark.parametrize("table", ["audit", "outbox", "ratings", "mock_turns", "mock_drafts"])
async def test_a_database_that_breaks_in_the_middle_says_it_to_no_log(
    whispered, log, tmp_path, table
):
    story, slack = whispered, whispered.slack
    await story.fill_plan("U0ALICE", candidate=CANARY)
    await story.cover(COM)
    plan = await forging.captured(slack, story.dana.submit())
    await story.plan("U0MEI", candidate=CANARY, covers=[COM])
    await story.mei.click("score.open")
    await story.rate(story.mei, 3, evidence=CANARY)
    card = await forging.captured(slack, story.mei.submit())
    answer = await forging.captured(slack, story.chen.say(CANARY))
    with closing(sqlite3.connect(tmp_path / "coach.db")) as other:
        other.execute(f"ALTER TABLE {table} RENAME TO away")
        for body in (plan, card, answer):
            await slack.deliver(body)
            await story.bot.background.idle()
        await story.later(minutes=11)
        other.execute(f"ALTER TABLE away RENAME TO {table}")
    assert "failed" in log.getvalue()
    assert CANARY not in log.getvalue()


@pytest.mark.parametrize("fault", ["error:invalid_blocks", "html_503"])
@pytest.mark.parametrize("method", ["chat.postMessage", "views.open", "users.info"])
async def test_a_slack_that_breaks_says_it_to_no_log(whispered, log, fault, method):
    story, slack = whispered, whispered.slack
    await story.fill_plan("U0ALICE", candidate=CANARY)
    await story.cover(COM)
    plan = await forging.captured(slack, story.dana.submit())
    story.clock.forward(minutes=11)
    slack.faults.add(method, fault, times=4)
    await story.alice.command("/interview job")
    await slack.deliver(plan)
    await story.later(minutes=1)
    assert CANARY not in log.getvalue()
    assert CANARY not in forging.text(*map(hidden, slack.calls))
