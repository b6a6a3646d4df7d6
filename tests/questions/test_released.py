"""What was released keeps its id for ever, and its texts as long as its revision."""

import shutil

import pytest

from bot.__main__ import main
from questions import released
from questions.files import bank_file
from questions.linting import lint
from tests.questions.packs import SHIPPED, TODAY

FIRST = "ibi-biz-beh-001"


@pytest.fixture
def small(tmp_path):
    """One competency, released."""
    for folder in ("models", "live", "mock"):
        (tmp_path / folder).mkdir()
    shutil.copy(SHIPPED / "models" / "b2b-product-manager.yaml", tmp_path / "models")
    for pool in ("live", "mock"):
        shutil.copy(SHIPPED / pool / "industry-business-insight.yaml", tmp_path / pool)
    return Small(tmp_path)


class Small:
    def __init__(self, folder):
        self.folder = folder
        self.live = folder / "live" / "industry-business-insight.yaml"
        self.mock = folder / "mock" / "industry-business-insight.yaml"
        self.path = folder / released.NAME
        questions = [q for path in (self.live, self.mock) for q in bank_file(path).bank.questions]
        released.write(self.path, questions)

    def change(self, path, old, new):
        """Replace the first; return on which line it is."""
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    def found(self, *paths):
        return lint(list(paths) or [self.folder], TODAY)


def test_what_was_released_and_is_as_it_was_is_clean(small):
    lines = small.path.read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines)
    assert lines[0].startswith(f"{FIRST} 1 ")
    assert len(lines) == 11
    assert small.found() == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('title: {en: "Work as told, work as done"', 'title: {en: "Work as told, and as done"'),
        ("Says who showed or told them", "Says who showed them, or told them"),
        ("说得出是谁演示或告诉自己的", "说得出是谁演示或者告诉自己的"),
        ("Use the candidate's words.", "Use the candidate's own words."),
    ],
)
def test_any_text_that_changes_needs_a_new_revision(small, old, new):
    small.change(small.live, old, new)
    line = small.change(small.live, "rev: 1", "rev: 1")
    for paths in ((), (small.live,)):
        [found] = small.found(*paths)
        assert found == (
            f"{small.live}:{line}: E087 rev 1 was released with other texts: raise rev to 2."
        )
    small.change(small.live, "rev: 1", "rev: 2")
    assert small.found() == []


def test_what_is_no_text_may_change(small):
    small.change(small.live, "difficulty: 2", "difficulty: 3")
    assert small.found() == []


def test_a_revision_never_falls(small):
    text = small.path.read_text(encoding="utf-8")
    small.path.write_text(text.replace(f"{FIRST} 1", f"{FIRST} 3"), encoding="utf-8")
    line = small.change(small.live, "rev: 1", "rev: 2")
    [found] = small.found()
    assert found.startswith(f"{small.live}:{line}: E088 rev 3 was released: rev never falls")


def test_an_id_never_goes(small):
    text = small.path.read_text(encoding="utf-8")
    small.path.write_text(f"ibi-aaa-beh-001 1 {'0' * 16}\n{text}", encoding="utf-8")
    [found] = small.found()
    assert found.startswith(f'{small.path}:1: E089 "ibi-aaa-beh-001" is in no bank any more')
    assert small.found(small.live) == []  # one file alone does not show it
    small.change(small.mock, "difficulty: 2", "difficulty: [2")
    assert "E089" not in "".join(small.found())  # what cannot be read is not gone


@pytest.mark.parametrize("broken", ["what is this\n", "ibi-biz-beh-001 1 0123456789abcdef\n"])
def test_a_line_that_is_no_release_is_told(small, broken):
    text = small.path.read_text(encoding="utf-8")
    small.path.write_text(text + broken, encoding="utf-8")
    [found] = small.found()
    assert found.startswith(f"{small.path}:12: E091 ")


def test_a_question_that_is_new_waits_for_its_release(small, capsys):
    text = small.path.read_text(encoding="utf-8")
    small.path.write_text(text[text.index("\n") + 1 :], encoding="utf-8")
    assert small.found() == []
    assert main(["questions", "release", str(small.folder)]) == 0
    assert capsys.readouterr().out == f"{small.path}: 11 questions.\n"
    assert small.path.read_text(encoding="utf-8") == text


def test_nothing_is_released_while_the_linter_finds_anything(small, capsys):
    before = small.path.read_text(encoding="utf-8")
    small.change(small.live, "Says who showed or told them", "Says who showed them, or told them")
    assert main(["questions", "release", str(small.folder)]) == 1
    assert "E087" in capsys.readouterr().err
    assert small.path.read_text(encoding="utf-8") == before
    small.change(small.live, "rev: 1", "rev: 2")
    assert main(["questions", "release", str(small.folder)]) == 0
    assert small.path.read_text(encoding="utf-8") != before
