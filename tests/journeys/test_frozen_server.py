"""A PostgreSQL that is frozen, not dead: connections stay open and nobody answers."""

from pathlib import Path

import psutil
import pytest
from sqlalchemy import text

from storage.engine import connect
from tests.journeys import forging
from tests.journeys.test_frozen import COM, answers


@pytest.fixture
def url(new_postgres):
    return new_postgres


@pytest.fixture
async def server(url):
    """Return all processes of the server; whatever happens, they run on afterwards."""
    engine = connect(url)
    async with engine.connect() as connection:
        folder = (await connection.execute(text("SHOW data_directory"))).scalar_one()
    await engine.dispose()
    first = psutil.Process(postmaster(Path(folder)))

    def everybody():
        return [first, *first.children(recursive=True)]

    yield everybody
    for process in everybody():
        process.resume()


def postmaster(folder):
    return int((folder / "postmaster.pid").read_text().splitlines()[0])


async def test_fault_50_everybody_is_told_in_time_and_the_same_submit_works_later(story, server):
    await story.open_job()
    await story.plan("U0ALICE", covers=[COM])
    await story.alice.click("score.open")
    await story.rate(story.alice, 4)
    card = await forging.captured(story.slack, story.alice.submit())
    command = await forging.captured(story.slack, story.dana.command("/debrief"))
    for process in server():
        process.suspend()
    refused, told = await answers(story, card, command)
    for process in server():
        process.resume()
    assert "nothing was saved" in next(iter(refused["errors"].values()))
    assert "database is not answering" in told["text"]
    await story.bot.background.idle()
    await story.bot.coach.settled()
    [taken] = await answers(story, card)
    assert taken["response_action"] == "update"
