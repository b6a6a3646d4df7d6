"""`questions import` and `questions export`: own questions as files, all of them or none."""

import re
import sqlite3

import pytest

from bot.__main__ import main
from questions.reading import read
from questions.topics import Topics
from tests.questions.inventing import write

IBI, SYS = "industry-business-insight", "systems-thinking"
BANKS = (("live", IBI), ("live", SYS), ("mock", IBI))


class Line:
    """A database in a folder, and what is typed about it."""

    def __init__(self, folder, monkeypatch, capsys):
        self.folder, self.capsys, self.monkeypatch = folder, capsys, monkeypatch
        self.into("coach")

    def into(self, name):
        """Go on with another database."""
        self.database = self.folder / f"{name}.db"
        self.monkeypatch.setenv("DATABASE_URL", f"sqlite:///{self.database}")

    def __call__(self, *words, team="T1"):
        """Type a command; return its exit code, and what was said."""
        named = ["--team", team] if team and words[0] != "release" else []
        code = main(["questions", *map(str, words), *named])
        said = self.capsys.readouterr()
        return code, said.out + said.err

    def exported(self, name):
        """Return all files of an export, by their path in it."""
        folder = self.folder / name
        assert self("export", folder)[0] == 0
        return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.yaml")}

    def rows(self, query):
        with sqlite3.connect(self.database) as database:
            return database.execute(query).fetchall()

    def run(self, statement, *values):
        with sqlite3.connect(self.database) as database:
            database.execute(statement, values)


@pytest.fixture
def line(migrated_sqlite, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)  # no .env here
    return Line(tmp_path, monkeypatch, capsys)


@pytest.fixture
def files(tmp_path):
    return write(tmp_path / "in", *BANKS)


def test_what_goes_in_comes_out_and_goes_in_again_to_the_byte(line, files):
    code, said = line("import", *files)
    assert (code, said) == (0, "T1: 17 new, 0 changed, 0 as they were.\n")
    first = line.exported("first")
    assert sorted(first) == [f"live/{IBI}.yaml", f"live/{SYS}.yaml", f"mock/{IBI}.yaml"]
    for path in files:
        copy = line.folder / "first" / path.parent.name / path.name
        assert read(copy).data == read(path).data

    line.into("another")
    assert line("import", line.folder / "first")[0] == 0
    assert line.exported("second") == first


def test_the_workspaces_word_on_a_question_is_its_status_in_the_export(line, files):
    line("import", *files)
    [(question,)] = line.rows("SELECT id FROM own_questions WHERE pool = 'live' LIMIT 1")
    line.run(
        "INSERT INTO question_states (team_id, id, question, status, actor, at) "
        "VALUES ('T1', 's1', ?, 'compromised', 'UMEI', '2026-02-03 10:00:00.000000')",
        question,
    )
    first = line.exported("first")
    text = "".join(each.decode() for each in first.values())
    kept = re.search(rf"- id: {question}\n(?:  .*\n)*?  status: (\w+)", text)
    assert kept[1] == "compromised"
    assert text.count("retired_on: 2026-02-03") == 1

    assert line("import", line.folder / "first")[1] == "T1: 0 new, 0 changed, 17 as they were.\n"
    code, said = line("import", *files)
    assert code == 1
    assert "E103 it is compromised here, for good" in said

    line.into("another")
    assert line("import", line.folder / "first")[0] == 0
    assert line.exported("second") == first


def test_one_bad_file_keeps_out_all_of_them(line, files):
    text = files[2].read_text(encoding="utf-8")
    files[2].write_text(text.replace("type: behavioural", "type: odd", 1), encoding="utf-8")
    number = text[: text.index("type: behavioural")].count("\n") + 1
    code, said = line("import", *files)
    assert code == 1
    assert said.startswith(f"{files[2]}:{number}: E043 ")
    assert not line.database.exists() or line.rows("SELECT * FROM own_questions") == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("- id: ibi-x0-biz-beh-001", "- id: ibi-biz-beh-001", "E101 "),
        ("family: ibi-x0-", "family: ibi-", "E072 "),
        ("What did you do?", "How did your husband take it?", "E095 "),
        ("What did you do?", "Surely you did something?", "W061 "),
        ("model: {id: b2b-product-manager,", "model: {id: nobody,", "E030 "),
    ],
)  # fmt: skip
def test_each_file_is_held_to_the_rules_of_the_house(line, files, old, new, found):
    text = files[0].read_text(encoding="utf-8")
    assert old in text
    number = text[: text.index(old)].count("\n") + 1
    files[0].write_text(text.replace(old, new, 1), encoding="utf-8")
    code, said = line("import", *files)
    assert code == 1
    assert any(
        each.startswith((f"{files[0]}:{number}: {found}", f"{files[0]}:{number + 1}: {found}"))
        for each in said.splitlines()
    ), said
    assert line.rows("SELECT * FROM own_questions") == []


SCENARIO = "How did you explain inheritance to them?"


def spoil(path, old, new):
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def scenarios(line):
    return line.rows(
        "SELECT actor, action, subject FROM audit WHERE action LIKE '%.scenario.%'"
    )  # fmt: skip


def test_words_in_doubt_come_in_once_somebody_says_they_are_about_a_scenario(line, files):
    spoil(files[0], "What did you do?", SCENARIO)
    [topic] = {hit.category for hit in Topics.shipped().of_question(SCENARIO)}
    code, said = line("import", files[0])
    assert code == 1
    assert "E095" in said
    assert "--scenario" in said
    assert line.rows("SELECT * FROM own_questions") == []
    assert line("import", files[0], "--scenario")[0] == 0
    assert scenarios(line) == [
        ("operator", f"question.scenario.{topic}", "ibi-x0-biz-beh-001")
    ]  # fmt: skip

    first = line.exported("first")
    assert line("import", line.folder / "first")[1] == "T1: 0 new, 0 changed, 8 as they were.\n"
    assert len(scenarios(line)) == 1
    line.into("another")
    code, said = line("import", line.folder / "first")
    assert (code, "E095" in said) == (1, True)
    assert line("import", line.folder / "first", "--scenario")[0] == 0
    assert line.exported("second") == first


def test_a_doubt_that_was_answered_is_not_asked_again_when_something_else_changes(line, files):
    spoil(files[0], "What did you do?", SCENARIO)
    assert line("import", files[0], "--scenario")[0] == 0
    spoil(files[0], "rev: 1", "rev: 2")
    spoil(files[0], "difficulty: ", "note: Changed here.\n  difficulty: ")
    assert line("import", files[0])[1] == "T1: 0 new, 1 changed, 7 as they were.\n"
    spoil(files[0], "rev: 2", "rev: 3")
    spoil(files[0], SCENARIO, f"Then, {SCENARIO[0].lower()}{SCENARIO[1:]}")
    code, said = line("import", files[0])
    assert (code, "E095" in said) == (1, True), said


def test_what_a_bank_says_around_its_questions_is_asked_about_too_and_once(line, files):
    text = files[0].read_text(encoding="utf-8")
    files[0].write_text(
        re.sub(r"(intro:\n  en: ).*", rf"\g<1>{SCENARIO}", text, count=1), encoding="utf-8"
    )
    code, said = line("import", files[0])
    assert (code, said.count("E095")) == (1, 1)
    assert line("import", files[0], "--scenario")[0] == 0
    [(actor, action, subject)] = scenarios(line)
    assert (actor, subject) == ("operator", f"live/{IBI}")
    assert action.startswith("bank.scenario.")
    assert line("import", files[0])[1] == "T1: 0 new, 0 changed, 8 as they were.\n"


def test_what_no_question_may_ask_comes_in_under_no_word(line, files):
    spoil(files[0], "What did you do?", "How did your husband take it?")
    code, said = line("import", files[0], "--scenario")
    assert code == 1
    assert "E095" in said
    assert "--scenario" not in said
    assert scenarios(line) == []


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ('"Read \\0 this"', "E014 The text hides the character U+0000"),
        ('"Read \\u202e this"', "E014 The text hides the character U+202E"),
        ("x" * 150_000, 'E040 "note" is too long: 1000 characters at most.'),
    ],
)  # fmt: skip
def test_a_note_is_held_to_the_rules_as_well(line, files, note, said):
    text = files[0].read_text(encoding="utf-8")
    number = text[: text.index("  difficulty: ")].count("\n") + 1
    spoil(files[0], "  difficulty: ", f"  note: {note}\n  difficulty: ")
    code, told = line("import", files[0])
    assert code == 1
    assert f"{files[0]}:{number}: {said}" in told, told[:300]


def test_a_note_of_several_lines_comes_in(line, files):
    spoil(files[0], "  difficulty: ", "  note: |-\n    One.\n    二。\n  difficulty: ")
    assert line("import", files[0])[0] == 0


@pytest.mark.parametrize("old", ["rev: 1", "cooldown_days: 90", "retire_after_uses: 60"])
def test_a_number_beyond_all_use_is_refused_before_anything_has_to_count_with_it(line, files, old):
    text = files[0].read_text(encoding="utf-8")
    assert old in text
    name, _, _ = old.partition(":")
    files[0].write_text(text.replace(old, f"{name}: 9999999999", 1), encoding="utf-8")
    code, said = line("import", *files)
    assert code == 1
    assert f'E044 "{name}" must be 9999 or less' in said


def test_a_changed_text_needs_a_higher_revision(line, files):
    assert line("import", files[0])[0] == 0
    text = files[0].read_text(encoding="utf-8").replace("What did you do?", "What then?", 1)
    files[0].write_text(text, encoding="utf-8")
    code, said = line("import", files[0])
    assert code == 1
    assert "E102 this differs from revision 1 kept here: raise rev to 2 or more." in said
    files[0].write_text(text.replace("rev: 1", "rev: 2", 1), encoding="utf-8")
    assert line("import", files[0])[1] == "T1: 0 new, 1 changed, 7 as they were.\n"
    files[0].write_text(text.replace("What then?", "What did you do?"), encoding="utf-8")
    code, said = line("import", files[0])
    assert code == 1
    assert "E102" in said


def test_an_id_stays_with_its_pool_and_its_competency(line, files):
    assert line("import", files[0])[0] == 0
    text = files[2].read_text(encoding="utf-8")
    old = re.search(r"- id: (.*)", text)[1]
    files[2].write_text(text.replace(old, "ibi-x0-biz-beh-001", 1), encoding="utf-8")
    code, said = line("import", files[2])
    assert code == 1
    assert 'E104 "ibi-x0-biz-beh-001" is a live question' in said


def test_one_pool_to_a_file_and_one_word_about_a_bank(line, files):
    text = files[2].read_text(encoding="utf-8")
    mixed = line.folder / "mixed.yaml"
    live = files[0].read_text(encoding="utf-8")
    mixed.write_text(text + live[live.index("- id: ") :], encoding="utf-8")
    code, said = line("import", mixed)
    assert code == 1
    assert "E105 live and mock questions in one file" in said
    other = write(line.folder / "more", ("live", IBI), seed=1)[0]
    text = other.read_text(encoding="utf-8")
    other.write_text(text.replace("owner: hiring-content", "owner: others"), encoding="utf-8")
    code, said = line("import", files[0], other)
    assert code == 1
    assert "E106" in said


def test_many_questions_go_into_files_that_can_be_read_again(line):
    for seed in range(6):
        folder = line.folder / f"in{seed}"
        assert line("import", *write(folder, ("live", IBI), seed=seed))[0] == 0
    first = line.exported("first")
    assert sorted(first) == [f"live/{IBI}-2.yaml", f"live/{IBI}.yaml"]
    line.into("another")
    assert line("import", line.folder / "first")[0] == 0
    assert line.exported("second") == first


def test_an_export_leaves_nothing_of_an_earlier_one_to_come_in_again(line, files):
    for seed in range(6):
        assert line("import", *write(line.folder / f"in{seed}", ("live", IBI), seed=seed))[0] == 0
    line.exported("out")
    part = line.folder / "out" / "live" / f"{IBI}-2.yaml"
    assert part.exists()
    for n in (3, 4):  # as if there had been more, or longer ones
        (part.parent / f"{IBI}-{n}.yaml").write_bytes(part.read_bytes())
    [own] = write(line.folder / "mine", ("live", IBI), seed=9)
    (part.parent / f"{IBI}-5.yaml").write_bytes(own.read_bytes())
    (part.parent / f"{IBI}-6.yaml").write_text("mine: [", encoding="utf-8")
    (part.parent / f"{IBI}-old.yaml").write_bytes(part.read_bytes())
    code, said = line("export", line.folder / "out", "--force")
    assert code == 0
    left = sorted(path.name for path in part.parent.iterdir())
    assert left == [
        f"{IBI}-{name}.yaml" for name in ("2", "5", "6", "old")
    ] + [f"{IBI}.yaml"]  # fmt: skip
    assert "2 files of an earlier export removed" in said
    for name in ("5", "6", "old"):
        (part.parent / f"{IBI}-{name}.yaml").unlink()
    assert line("import", line.folder / "out")[1].startswith("T1: 0 new, 0 changed, 48 ")


def test_nothing_is_overwritten_unless_that_is_wanted(line, files):
    line("import", *files)
    line.exported("out")
    code, said = line("export", line.folder / "out")
    assert code == 1
    assert "is not empty" in said
    assert line("export", line.folder / "out", "--force")[0] == 0


def test_a_place_that_takes_no_files_is_named(line, files):
    line("import", *files)
    (line.folder / "taken").write_text("", encoding="utf-8")
    code, said = line("export", line.folder / "taken")
    assert (code, said) == (1, f"{line.folder / 'taken'} is a file: choose a folder.\n")
    code, said = line("export", line.folder / "taken" / "out")
    assert (code, said) == (
        1,
        f"{line.folder / 'taken' / 'out' / 'live'} cannot be written: Not a directory.\n",
    )


def test_the_one_workspace_need_not_be_named(line, files):
    code, said = line("import", *files, team=None)
    assert code == 1
    assert "knows no workspace yet" in said
    line.run("INSERT INTO teams (team_id, name, seen_at) VALUES ('T7', 'Seven', '2026-01-05')")
    assert line("import", *files, team=None)[1].startswith("T7: 17 new")
    code, said = line("export", "out", team="T8")
    assert code == 1
    assert "does not know T8" in said
    line.run("INSERT INTO teams (team_id, name, seen_at) VALUES ('T8', 'Eight', '2026-01-05')")
    code, said = line("export", "out", team=None)
    assert code == 1
    assert "add --team, one of T7, T8" in said


def test_a_folder_without_banks_is_no_success(line):
    (line.folder / "empty").mkdir()
    code, said = line("import", line.folder / "empty")
    assert code == 1
    assert "There is no .yaml file in this folder" in said
