"""Questions that are not shipped meet the linter too, beside all that are there."""

from datetime import date
from pathlib import Path

import pytest

from questions import linting, proofing
from questions.bank import Bank
from questions.files import BankFile, Shelf, bank_file
from questions.findings import BankError
from questions.library import Library
from questions.reading import Document
from questions.rules import leakage
from tests.questions.packs import SHIPPED

TODAY = date(2026, 12, 1)
BANK = SHIPPED / "live" / "industry-business-insight.yaml"


@pytest.fixture(scope="module")
def live():
    return Library.read(SHIPPED, "live")


@pytest.fixture(scope="module")
def known(live):
    return [*live.questions.values(), *Library.read(SHIPPED, "mock").questions.values()]


def typed(change=None):
    """Return a bank of one question that lies in no file."""
    data = bank_file(BANK).document.data
    first = {**data["questions"][0], "id": "ibi-own-beh-001", "family": "ibi-own"}
    bank = {**data, "questions": [first | (change or {})]}
    return proofing.typed(Path("own", "live", BANK.name), bank), bank


def test_a_bank_of_our_own_is_told_what_the_linter_tells(live, known):
    file, bank = typed({"title": {"en": "*Bold*", "zh-CN": "标题"}})
    own = [each for each in known if each.id != "ibi-biz-beh-001"]
    [found] = proofing.proof([file], live.models, own, TODAY)
    assert found.code == "E015"
    assert proofing.place(bank, found) == ("questions", 0, "title", "en")


def test_the_same_story_twice_and_an_id_twice_are_told(live, known):
    file, bank = typed()
    found = proofing.proof([file], live.models, known, TODAY)
    assert {each.code for each in found} == {"W076"}
    assert {proofing.place(bank, each)[2] for each in found} == {"prompt"}
    file, bank = typed({"id": "ibi-usr-beh-001", "family": "ibi-told-and-done", "form": "A"})
    codes = {each.code for each in proofing.proof([file], live.models, known, TODAY)}
    assert codes == {"E042", "E072"}


def test_what_is_no_question_at_all_is_told_with_its_place():
    with pytest.raises(BankError) as caught:
        typed({"probes": [], "type": "odd"})
    assert {each.code for each in caught.value.findings} >= {"E043", "E052"}


def test_no_rule_of_the_linter_about_a_question_is_left_out():
    """Coverage is what a whole bank owes, models and samples are no questions."""
    elsewhere = {"calibrations", "coverage", "models", "patterns", "releases", "topics"}
    here = {rule.__module__ for rule in proofing.ALONE} | {"leakage", "lifecycle"}
    rules = {path.stem for path in Path(linting.__file__).parent.glob("rules/[!_]*.py")}
    assert rules - elsewhere == {each.rpartition(".")[2] for each in here}


@pytest.mark.parametrize("share", range(10, 101, 10))
def test_a_look_at_thousands_finds_what_comparing_all_with_all_finds(known, share):
    """New prompts are so many per cent of one known prompt, and the rest of another."""
    new = [
        one.model_copy(
            update={
                "id": f"new-{n}",
                "family": f"new-{n}",
                "pool": "live",
                "prompt": _mixed(one.prompt, other.prompt, share),
            }
        )
        for n, (one, other) in enumerate(zip(known[::9], known[4::9], strict=False))
    ]
    old, fresh = _files(known, "known"), _files(new, "new")
    every = leakage.check(Shelf((), [*old, *fresh]))
    wanted = {finding for finding in every if finding.path.parts[0] == "new"}
    assert set(leakage.between(old, fresh)) == wanted
    assert share < 50 or wanted


def _mixed(one, other, share):
    halves = {
        name: first[: len(first) * share // 100] + second[len(second) * share // 100 :]
        for name, first, second in (
            ("en", one.en, other.en),
            ("zh_cn", one.zh_cn, other.zh_cn),
        )
    }
    return one.model_copy(update=halves)


def _files(questions, name):
    return [
        BankFile(
            Document(Path(name, each.id), {}, {}),
            Bank.model_construct(id=each.competency, questions=(each,)),
        )
        for each in questions
    ]
