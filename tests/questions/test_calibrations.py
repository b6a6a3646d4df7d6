"""Sample answers stay with the question, and the revision of it, that they were written for."""

import shutil

import pytest

from questions.library import Library
from questions.linting import lint
from tests.questions.packs import BANK, SHIPPED, TODAY

QUESTION = "question: ibi-biz-beh-001"


@pytest.fixture
def samples(pack):
    shutil.copytree(SHIPPED / "calibration", pack.folder / "calibration")
    return pack.folder / "calibration" / BANK


def spoil(samples, old, new):
    """Replace the first ``old`` and return the line it is on."""
    text = samples.read_text(encoding="utf-8")
    before, found, after = text.partition(old)
    assert found, f"{old!r} is not there"
    samples.write_text(before + new + after, encoding="utf-8")
    return before.count("\n") + 1


@pytest.mark.parametrize("other", ["ibi-ind-beh-m01", "com-con-beh-001", "ibi-never-written"])
def test_a_set_without_its_live_question_is_told(samples, other):
    line = spoil(samples, QUESTION, f"question: {other}")
    (found,) = lint([samples], TODAY)
    assert found.startswith(f"{samples}:{line}: E084 ")
    assert other in found


def test_a_question_that_was_reworded_asks_for_its_samples_to_be_read_again(samples):
    line = spoil(samples, "rev: 1", "rev: 2")
    (found,) = lint([samples], TODAY)
    assert found.startswith(f"{samples}:{line}: E085 the question is at rev 1")


def test_there_is_one_sample_for_each_point_in_order(samples):
    spoil(samples, "key: 2", "key: 3")
    (found,) = lint([samples], TODAY)
    assert "E086 one sample for each point, in the order 1 to 5" in found


@pytest.mark.parametrize("pool", ["live", "mock"])
def test_no_library_opens_the_samples(samples, pack, pool):
    samples.write_text("this: [would not parse", encoding="utf-8")
    assert Library.read(pack.folder, pool).left_out == ()
