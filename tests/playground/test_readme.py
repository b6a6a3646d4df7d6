"""What the playground's README says of its rules is so."""

import re
from pathlib import Path

from playground.api.methods import METHODS
from playground.world.faults import KINDS

ROOT = Path(__file__).parents[2]
README = (ROOT / "playground/README.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (.+?) \| (.+?) \| (\w+: .+?) \|$", re.MULTILINE)


def named(cell):
    """Yield each test of a cell, with its file."""
    for part in cell.split("; "):
        file, _, tests = part.partition(": ")
        yield from ((f"test_{file}.py", f"test_{test}") for test in tests.split(", "))


def test_every_rule_names_its_source_and_tests_that_there_are():
    rows = ROW.findall(README)
    assert len(rows) > 100
    for rule, source, cell in rows:
        assert source.strip("—* "), rule
        for file, test in named(cell):
            code = (Path(__file__).parent / file).read_text(encoding="utf-8")
            assert f"def {test}(" in code, f"{rule}: {file} {test}"


def test_every_fault_and_every_room_is_told():
    for kind in KINDS:
        assert f"`{kind}" in README, kind
    for room in (ROOT / "playground").iterdir():
        if room.is_dir() and not room.name.startswith("_"):
            assert f"`{room.name}/`" in README, room


def test_every_family_of_methods_has_rules():
    for family in {method.split(".")[0] for method in METHODS} - {"auth"}:
        assert re.search(rf"\b{family}\b", README), family
