"""Between practice and hiring is a wall: nobody learns who practises, and all of it can go."""

import asyncio
import logging
import re
import sqlite3
from contextlib import closing, suppress
from io import StringIO
from pathlib import Path

import pytest

from bot import logs
from bot.__main__ import main
from coaching.inbox import ATTEMPTS
from playground.wire import Ack
from tests.journeys import forging
from tests.journeys.conftest import attached
from tests.journeys.paired import look_for
from tests.journeys.story import HIRING, Story
from tests.journeys.test_again import broken

ROOT = Path(__file__).parents[2]
COM = "communication-collaboration"
SAID = "ZZPRACTICE"
PRACTICE = (
    "coaching.practice",
    "storage.mocks",
    "storage.peers",
    "storage.practice_tables",
    "storage.practice_work",
)
DOORS = {  # what puts both sides together, and holds no rule of either
    *("coaching/coach.py", "storage/transactions.py", "bot/shelves.py"),
    "storage/migrations/env.py",
    *("handlers/publishing.py", "handlers/views/home.py"),  # each their own, on Home
}
ROOMS = ("bot", "coaching", "handlers", "questions", "storage")
THEIRS = (
    *("mocks", "mock_turns", "mock_drafts", "mock_objections", "self_ratings", "found_parts"),
    *("peer_wishes", "peer_sessions", "peer_refusals"),
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


@pytest.fixture
def log():
    """Log as the bot does, from INFO on; put back what the test runner had."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = StringIO()
    logs.configure("json", stream)
    yield stream
    logging.captureWarnings(capture=False)
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
async def practised(log, story):
    """Chen, who is a candidate in a running loop, practises; Dana manages, Mei is an admin."""
    await story.open_job()
    await story.plan(covers=[COM], account="U0CHEN")
    log.truncate(log.seek(0))
    await story.practise(story.chen)
    await story.answer(story.chen, SAID)
    await story.chen.click("mock.skip")
    await story.rate_oneself(story.chen, 2)
    await story.chen.click("mock.next")
    await story.chen.command("/mock stop")
    await story.later(minutes=1)
    return story


def unread(path):
    """Return what people wrote that nobody has worked on to its end."""
    with closing(sqlite3.connect(path)) as other:
        found = other.execute("SELECT body FROM inbox WHERE body IS NOT NULL").fetchall()
    return "\n".join(body for (body,) in found)


def test_nothing_outside_practice_and_its_doors_imports_it():
    names = "|".join(map(re.escape, PRACTICE))
    short = "|".join(name.partition(".")[2] for name in PRACTICE)
    wanted = re.compile(
        rf"^from ({names})[.\w]* import|^from (coaching|storage) import( \([^)]*|.*)\b({short})\b",
        re.MULTILINE,
    )
    mine = tuple(name.replace(".", "/") for name in PRACTICE)
    importers = {
        str(file.relative_to(ROOT))
        for room in ROOMS
        for file in (ROOT / room).rglob("*.py")
        if wanted.search(file.read_text(encoding="utf-8"))
    }
    beyond = {each for each in importers if not each.startswith(mine)} - DOORS
    shown = ("mock", "self_rating", "answer_forms")
    assert {each for each in beyond if not any(word in each for word in shown)} == set()
    assert importers > DOORS


async def test_a_transaction_of_hiring_has_no_way_to_practice(story):
    async with story.bot.coach.store.begin("T0PLAY") as work:
        assert not hasattr(work, "mocks")
    async with story.bot.coach.store.claim() as claims:
        assert not hasattr(claims.of("T0PLAY"), "mocks")


async def test_no_log_line_says_who_practises_and_the_audit_has_none(practised, log, path):
    [mock] = forging.rows(path)["mocks"]
    for trace in (SAID, "U0CHEN", mock["id"], "mock", "ractice"):
        assert trace not in log.getvalue()
    assert [each for each in forging.rows(path)["audit"] if each["actor"] == "U0CHEN"] == []


async def test_a_failure_is_logged_without_who_it_befell_and_what_they_wrote(story, log, path):
    await story.practise(story.chen)
    [mock] = forging.rows(path)["mocks"]
    log.truncate(log.seek(0))
    with broken(path, "mock_turns"):
        await story.chen.say(SAID)
        await story.chen.click("mock.skip")
        await story.later(minutes=1)
    assert "listener failed" in log.getvalue()
    for trace in (SAID, "U0CHEN", mock["id"]):
        assert trace not in log.getvalue()


async def test_no_command_of_a_manager_shows_that_somebody_practises(practised):
    commands = (
        *("/debrief", "/debrief Zoë", "/interview score", "/interview help", "/questions"),
        *("/mock progress", "/mock stop", "/mock help", "/mock delete", "/mock peer"),
    )
    for person in (practised.dana, practised.alice, practised.charlie):
        for command in commands:
            before = len(practised.slack.calls)
            reply = await person.command(command)
            shown = forging.text(reply and reply.blocks, practised.slack.calls[before:])
            assert SAID not in shown
            assert "U0CHEN" not in shown
            assert "1 practice interview" not in shown
    assert SAID not in forging.text(*(m.said for m in practised.dana.messages(HIRING)))


async def test_no_command_line_shows_that_somebody_practises(
    practised, path, tmp_path, monkeypatch, capsys
):
    [candidate] = forging.rows(path)["candidates"]
    monkeypatch.chdir(tmp_path)  # no .env here
    copied = tmp_path / "copy.db"  # the bot holds its own
    with closing(sqlite3.connect(path)) as kept, closing(sqlite3.connect(copied)) as copy:
        kept.backup(copy)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{copied}")
    out = tmp_path / "out"
    for words in (
        ["export", "candidate", candidate["id"], "--to", str(out), "--team", "T0PLAY"],
        ["questions", "export", str(out / "own")],
        ["questions", "count"],
        ["check"],
    ):
        with suppress(SystemExit):
            await asyncio.to_thread(main, words)
    written = "\n".join(file.read_text(encoding="utf-8") for file in out.rglob("*.*"))
    said = written + "".join(capsys.readouterr())
    assert candidate["id"] in said
    for trace in (SAID, forging.rows(path)["mocks"][0]["id"], "self_rating", "mock_"):
        assert trace not in said


async def test_nobody_learns_who_looks_for_a_partner_before_they_are_a_pair(practised, log, path):
    await look_for(practised.chen)
    await practised.later(minutes=1)
    assert forging.rows(path)["peer_wishes"] != []
    for trace in ("U0CHEN", "peer", "mock", "ractice"):
        assert trace not in log.getvalue()
    assert [each for each in forging.rows(path)["audit"] if each["actor"] == "U0CHEN"] == []
    for person in (practised.dana, practised.alice, practised.charlie):
        before = len(practised.slack.calls)
        for command in ("/mock peer", "/mock progress", "/debrief", "/interview list"):
            reply = await person.command(command)
            shown = forging.text(reply and reply.blocks, practised.slack.calls[before:])
            assert "U0CHEN" not in shown
        assert "entry about" not in (await person.command("/mock delete")).said


async def test_an_admin_reads_and_deletes_only_what_is_their_own(slack, settings, clock, path):
    named = settings.model_copy(update={"coach_admins": ("U0MEI",)})
    async with attached(slack, named, clock) as bot:
        story = Story(slack, bot, clock)
        await story.practise(story.chen)
        await story.answer(story.chen, SAID)
        assert "还没有在练习中完成过回答" in (await story.mei.command("/mock progress")).said
        await story.mei.command("/mock delete")
        await story.mei.click("mock.delete")
        assert len(forging.rows(path)["mocks"]) == 1


async def test_deleting_takes_everything_at_once_and_says_what_it_was(practised, path):
    chen = practised.chen
    reply = await chen.command("/mock delete")
    assert "for good" in reply.said
    assert forging.rows(path)["mocks"] != []
    await chen.click("mock.delete")
    one = "1 practice interview, 1 answer, 1 rating of your own, what I found in 1 answer"
    gone = f"Deleted: {one}."
    assert gone in [message.text for message in chen.told("C0GENERAL")]
    kept = forging.rows(path)
    assert [kept[table] for table in THEIRS] == [[] for _ in THEIRS]
    assert [post for post in kept["outbox"] if post["kind"].startswith("mock")] == []
    await chen.say("Are you there?")
    assert "I only listen" in chen.messages()[-1].said
    await chen.command("/mock delete")
    await chen.click("mock.delete")
    assert "There was nothing to delete." in [m.text for m in chen.told("C0GENERAL")]


async def test_deleting_takes_what_broke_on_its_way_too(practised, path):
    chen, alice = practised.chen, practised.alice
    await chen.click("mock.start")
    await practised.later(minutes=1)
    with broken(path, "mocks"):
        await chen.say(f"{SAID} once")
        await chen.edit(chen.messages()[-1].ts, f"{SAID} again")
        # It may be a note of an interview.
        await chen.say("ZZNOTE", thread=chen.messages()[0].ts)
        await alice.say("ZZHERS")
        for _ in range(ATTEMPTS):  # until nobody tries any more
            await practised.later(minutes=2)
    assert all(said in unread(path) for said in (SAID, "ZZNOTE", "ZZHERS"))
    await chen.command("/mock delete")
    await chen.click("mock.delete")
    assert SAID not in unread(path)
    assert all(said in unread(path) for said in ("ZZNOTE", "ZZHERS"))


async def test_what_was_said_is_kept_thirty_days_and_the_ratings_until_they_are_deleted(
    practised, path
):
    await practised.later(days=29)
    assert SAID in forging.text(forging.rows(path)["mock_turns"])
    await practised.later(days=2)
    kept = forging.rows(path)
    assert (kept["mock_turns"], len(kept["self_ratings"])) == ([], 1)
    assert "rated once: 2" in (await practised.chen.command("/mock progress")).said
    await practised.chen.command("/mock")
    assert practised.chen.modal.title == "Practice interview"


async def test_an_operator_may_choose_fewer_days(slack, settings, clock, path):
    named = settings.model_copy(update={"coach_practice_days": 3})
    async with attached(slack, named, clock) as bot:
        story = Story(slack, bot, clock)
        await story.mei.command("/mock")
        assert "3 天后" in story.mei.modal.said
        await story.chen.command("/mock")
        assert "deleted after 3 days" in story.chen.modal.said
        await story.practise(story.chen)
        await story.answer(story.chen, SAID)
        await story.later(days=4)
        assert forging.rows(path)["mock_turns"] == []


async def test_forged_ids_of_mocks_and_turns_open_nothing(practised, path):
    chen, alice, slack = practised.chen, practised.alice, practised.slack
    await chen.click("mock.start")
    skip = await forging.captured(slack, chen.click("mock.skip"))
    [mock] = [each["id"] for each in forging.rows(path)["mocks"]]
    before = forging.rows(path, THEIRS)
    told = []
    for value in (f"{mock} 0", f"{'0' * 32} 0", f"{mock} 99", mock, f"{mock} -1", "7"):
        forged = forging.as_person(slack, skip, "U0ALICE")
        forged["actions"][0]["value"] = value
        forged.pop("response_url")
        assert await forging.delivered(practised.bot, forged) == Ack(200, "")
        await practised.bot.background.idle()
        told.append(alice.messages()[-1].said)
    assert set(told) == {told[0]}
    assert "nothing here that you can open" in told[0]
    assert forging.rows(path, THEIRS) == before
