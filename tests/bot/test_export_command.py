"""`export candidate`: what is kept about one, in files that only the operator reads."""

import asyncio
import csv
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from io import StringIO

import pytest

from bot import shelves
from bot.__main__ import main
from coaching.catalogue import freeze
from coaching.plan import items
from coaching.scorecard import Draft, Recommendation
from storage.engine import connect
from storage.transactions import store
from tests.examples import ALICE, BOB, CANDIDATE, DEBRIEF, JOB, NOW

SAID = "=HYPERLINK(1) 她凭记忆画出流程。She is pregnant."
NAMES = ["candidate-c1-ratings.csv", "candidate-c1.json", "candidate-c1.md"]


class Line:
    """A database with one candidate, and what is typed about it."""

    def __init__(self, folder, monkeypatch, capsys):
        self.out, self.database, self.capsys = folder / "out", folder / "coach.db", capsys
        monkeypatch.chdir(folder)  # no .env here
        monkeypatch.setenv("DATABASE_URL", f"sqlite:///{self.database}")

    def __call__(self, *words, candidate="c1"):
        """Export; return the exit code, and what was said."""
        code = main(["export", "candidate", candidate, "--to", str(self.out), *words])
        said = self.capsys.readouterr()
        return code, said.out + said.err

    def text(self):
        return (self.out / "candidate-c1.md").read_text(encoding="utf-8")

    def record(self):
        return json.loads((self.out / "candidate-c1.json").read_text(encoding="utf-8"))

    def rows(self, query):
        with closing(sqlite3.connect(self.database)) as database:
            return database.execute(query).fetchall()


async def fill(url, released):
    """Keep a job, a candidate, Alice's sealed card, and Bob's draft."""
    live = shelves.read().live
    model = live.models[0]
    first, second = [each.id for each in model.competencies][:2]
    question = live.of(first)[0]
    job = replace(JOB, model=f"{model.id}@{model.version}", zone="Asia/Shanghai")
    seat = replace(ALICE, competencies=(first, second), questions=(question.ref,))
    panel = [seat, replace(seat, id="i2", interviewer="UBOB", start=BOB.start)]
    engine = connect(url)
    async with store(engine).begin("T1") as work:
        await work.teams.keep("Acme", NOW)
        await work.jobs.add(job, NOW)
        await freeze(work, [question], NOW)
        await work.loops.add(CANDIDATE, panel, replace(DEBRIEF, released_at=released), NOW)
        wanted = items(seat, job, live)
        evidence = {each.key: SAID for each in wanted}
        said = Draft(1, {each.key: 4 for each in wanted}, evidence, Recommendation.YES)
        await work.scorecards.draft(panel[0], said, wanted)
        await work.scorecards.seal(panel[0], NOW + timedelta(hours=1))
        unsealed = Draft(1, {wanted[0].key: 1}, {wanted[0].key: "a draft"})
        await work.scorecards.draft(panel[1], unsealed, wanted)
    await engine.dispose()


@pytest.fixture
def line(tmp_path, monkeypatch, capsys):
    return Line(tmp_path, monkeypatch, capsys)


@pytest.fixture
def filled(line, capsys):
    assert main(["migrate"]) == 0
    asyncio.run(fill(f"sqlite+aiosqlite:///{line.database}", NOW + timedelta(days=1)))
    capsys.readouterr()
    return line


def test_three_files_are_written_that_nobody_else_reads(filled):
    code, said = filled()
    assert code == 0
    assert said.splitlines() == [
        str(filled.out / name)
        for name in ("candidate-c1.md", "candidate-c1.json", "candidate-c1-ratings.csv")
    ]
    assert sorted(path.name for path in filled.out.iterdir()) == NAMES
    assert {path.stat().st_mode & 0o777 for path in filled.out.iterdir()} == {0o600}
    assert filled.out.stat().st_mode & 0o777 == 0o700


def test_what_was_sealed_is_in_them_and_a_draft_never(filled):
    filled()
    sheet = (filled.out / NAMES[0]).read_bytes().decode("utf-8-sig")
    [_, *rows] = csv.reader(StringIO(sheet, newline=""))
    assert len(rows) == 2
    assert all(f"'{SAID}" in row for row in rows)
    assert "她凭记忆画出流程。She is pregnant" in filled.text()  # whole, as the law wants it
    assert "left out" not in filled.text()
    assert "All times are those of Asia/Shanghai." in filled.text()
    record = filled.record()
    assert [each["interviewer"] for each in record["scorecards"]] == ["UALICE"]
    assert record["missing"] == ["i2"]
    assert len(record["questions"]) == 1
    assert record["texts_not_kept"] == []
    assert not any("a draft" in path.read_text(encoding="utf-8") for path in filled.out.iterdir())


def test_the_export_is_logged_and_logged_in_the_file_too(filled):
    filled()
    assert filled.rows("SELECT actor, action, subject FROM audit") == [
        ("operator", "packet.export", "c1")
    ]
    assert filled.record()["trail"][-1]["action"] == "packet.export"
    assert "whoever runs the server · exported this packet on the server" in filled.text()


def test_before_the_debrief_it_is_exported_and_says_so(line, capsys):
    main(["migrate"])
    asyncio.run(fill(f"sqlite+aiosqlite:///{line.database}", None))
    capsys.readouterr()
    code, said = line("--language", "zh-CN")
    assert code == 0
    assert said.splitlines()[-1] == "The debrief is not out: the panel has read none of this yet."
    assert line.text().startswith("# 面试档案：")
    assert "**复盘尚未发布，面试小组还没有看过这些内容。**" in line.text()
    assert line.record()["released"] is False


def test_an_earlier_export_is_kept_unless_it_is_to_be_overwritten(filled):
    assert filled()[0] == 0
    (filled.out / "candidate-c1.md").write_text("mine", encoding="utf-8")
    code, said = filled()
    assert (code, said.count("\n")) == (1, 1)
    assert "is there already: choose another folder, or add --force." in said
    assert filled.text() == "mine"
    assert len(filled.rows("SELECT * FROM audit")) == 1  # what was refused is not logged
    assert filled("--force")[0] == 0
    assert filled.text().startswith("# Candidate packet")


@pytest.mark.parametrize(
    ("words", "candidate", "said"),
    [
        ((), "c2", "T1 has no candidate with the id c2."),
        ((), "../c1", "That is no id of a candidate: ids are letters and digits."),
        (("--team", "T9"), "c1", "--team: the database does not know T9. It knows T1."),
    ],
)
def test_what_cannot_be_exported_is_said_in_a_line(filled, words, candidate, said):
    assert filled(*words, candidate=candidate) == (1, f"{said}\n")
    assert not filled.out.exists()


def test_without_a_database_it_says_what_to_do(line):
    code, said = line()
    assert code == 1
    assert said == ("The database knows no workspace yet: run the bot once, or add --team T…\n")


def test_where_nothing_can_be_written_it_says_so(filled):
    filled.out.write_text("a file", encoding="utf-8")
    assert filled() == (1, f"{filled.out} is a file: choose a folder.\n")
    filled.out.unlink()
    filled.out = filled.out.parent / "coach.db" / "below"
    code, said = filled()
    assert (code, said.count("\n")) == (1, 1)
    assert "cannot be written to: " in said
