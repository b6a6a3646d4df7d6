"""A file that cannot be used says where and why."""

import pytest

from questions.bank import Bank
from questions.explaining import checked
from questions.files import bank_file
from questions.findings import BankError
from questions.reading import LARGEST, read

TITLE = 'title: {en: "The rush-order button", zh-CN: "加急按钮"}'


def refusals(path):
    with pytest.raises(BankError) as refused:
        bank_file(path)
    return str(refused.value).splitlines()


@pytest.mark.parametrize(
    ("old", "new", "below", "said"),
    [
        ("owner: hiring-content", "owner: a\nowner: b", 1, 'E003 The key "owner" is here twice'),
        ("  difficulty: 2", "  dificulty: 2", 0, 'E004 unknown key "dificulty": did you mean'),
        ("  difficulty: 2", "  xyz: 2\n  difficulty: 2", 0, 'E004 unknown key "xyz": remove it'),
        (
            TITLE,
            "title: {en: Rush, later slow, zh-CN: 加急}",
            0,
            'E005 A comma inside { } ended the text before "later slow": put the whole text in',
        ),
        (TITLE, 'title: {en: "Rush"}', 0, 'E011 "zh-CN" is missing: every text is written in en'),
        (TITLE, "title: {en: yes, zh-CN: 加急}", 0, 'E012 "en" must be text; YAML reads yes, no'),
        (TITLE, 'title: {en: "", zh-CN: 加急}', 0, 'E012 "en" is empty'),
        ("    en: You look", "    1: You look", 0, 'E006 The key "1" is not read as text'),
        ("intro:", "intro: &shared", 0, "E002 & and * make a YAML alias"),
        ("owner: hiring-content", "owner: *somebody", 0, "E002 & and * make a YAML alias"),
        ("updated: 2026-11-23", "updated: 2026-13-23", 0, "E006 YAML cannot make a value of"),
        (
            "updated: 2026-11-23",
            "updated: soon",
            0,
            'E044 "updated" must be a date such as 2026-11-23',
        ),
        ("status: pilot", "status: perfect", 0, "E043 \"status\" must be one of 'draft', 'pilot'"),
        ("  rev: 1", "  rev: 0", 0, 'E044 "rev" must be 1 or more.'),
        ("  rev: 1", '  rev: "1"', 0, 'E044 "rev" must be a whole number'),
        ("  rev: 1\n", "", -1, 'E010 "rev" is missing: add it.'),
        ("  family: ibi-rush-button", "  family: Rush Button", 0, 'E040 "family" is not of the'),
        ("sub_dimensions: [know", "sub_dimensions: [a, b, know", 0, "E045"),
        ("levels: [junior, mid]", "levels: []", 0, 'E048 "levels" has 0, and needs at least 1.'),
        ("locales: [en, zh-CN]", "locales: [en, zh-CN, en]", 0, "E017"),
        ("updated: 2026-11-23", "updated: 2026-11-23T10:00:00", 0, 'E009 "updated" is refused'),
        (
            "  probes:\n",
            "  probes: []\n  note: |\n",
            0,
            'E052 "probes" has 0, and needs at least 3',
        ),
        ("    positive:\n", "    positive: []\n    x: |\n", 0, 'E058 "positive" has 0'),
        ("  form: A", "  form: A\n  competency: x", 1, 'E004 unknown key "competency": remove it'),
        ('    "2":\n', '    "2": word\n    "6":\n', 0, 'E008 "2" must be a map'),
        ('    "1":', '    "0":', 0, "E004 unknown key"),
        ("owner: hiring-content", "owner: [hiring", 1, "E001 YAML stops here"),
    ],
)
def test_a_broken_bank_names_the_line_and_the_remedy(pack, old, new, below, said):
    line = pack.spoil("live", old, new) + below
    told = refusals(pack.live)
    assert [one for one in told if one.startswith(f"{pack.live}:{line}: {said}")], told


def test_all_faults_of_a_file_are_told_at_once(pack):
    first = pack.spoil("live", "  rev: 1", "  rev: 0")
    second = pack.spoil("live", "  form: A", "  form: AA")
    lines = {int(refusal.split(":")[1]) for refusal in refusals(pack.live)}
    assert lines == {first, second}


def test_a_file_that_is_not_there_is_told_by_name(tmp_path):
    assert refusals(tmp_path / "none.yaml") == [
        f"{tmp_path / 'none.yaml'}:1: E001 The file cannot be read: No such file or directory."
    ]


def test_a_very_large_file_is_refused_unread(tmp_path):
    path = tmp_path / "large.yaml"
    path.write_text("#" * (LARGEST + 1), encoding="utf-8")
    assert "larger than 256 kB" in refusals(path)[0]


def test_a_file_in_another_encoding_names_the_line(tmp_path):
    path = tmp_path / "old.yaml"
    path.write_bytes("schema: x\nname: 名".encode("gb18030"))
    assert refusals(path)[0].startswith(f"{path}:2: E001 The file is not UTF-8")


@pytest.mark.parametrize("text", ["", "- a\n", "just words"])
def test_a_file_without_keys_is_told_how_to_begin(tmp_path, text):
    path = tmp_path / "empty.yaml"
    path.write_text(text, encoding="utf-8")
    assert "begin it with `schema:`" in refusals(path)[0]


def test_endless_nesting_is_refused_before_it_hurts(tmp_path):
    path = tmp_path / "deep.yaml"
    path.write_text("a: " + "[" * 50_000, encoding="utf-8")
    assert "nesting is deeper" in refusals(path)[0]


def test_a_control_character_names_its_line(tmp_path):
    path = tmp_path / "bell.yaml"
    path.write_text("schema: x\nname: \a\n", encoding="utf-8")
    assert refusals(path)[0].startswith(f"{path}:2: E001")


def test_tags_that_build_objects_build_nothing(tmp_path):
    path = tmp_path / "tag.yaml"
    path.write_text("schema: !!python/name:os.system x\n", encoding="utf-8")
    assert refusals(path)[0].startswith(f"{path}:1: E006")


def test_a_document_knows_the_line_of_every_key(pack):
    document = read(pack.live)
    bank = checked(document, Bank)
    line = document.line(("questions", 4, "prompt", "zh-CN"))
    written = pack.live.read_text(encoding="utf-8").splitlines()[line - 1]
    assert written.strip() == f"zh-CN: {bank.questions[4].prompt.of('zh-CN')}"
