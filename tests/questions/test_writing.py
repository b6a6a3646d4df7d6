"""A bank is written in the one way of the house, and read again as it was."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions import writing
from questions.files import bank_file
from questions.reading import read
from tests.questions.packs import SHIPPED

BANKS = sorted([*SHIPPED.glob("live/*.yaml"), *SHIPPED.glob("mock/*.yaml")])
ODD = ["yes", "null", "1", "1.0", "a: b", "a #b", "- a", "{a}", "[a", "'a'", '"', "\\", "&a", "*a",
       "!a", "%a", "@a", "`a`", "|", ">", "?", ":", "a:", "~", "=", "<<", "2026-11-24", "on", "N",
       "a\nb", "a\n\nb", " a", "a ", "\ta", "\u2028", "\u200b", "\x85", "😀", "#",
       "一：二"]  # fmt: skip


@pytest.mark.parametrize("path", BANKS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_shipped_bank_is_written_as_it_was(path, tmp_path):
    bank = bank_file(path).bank
    copy = tmp_path / path.name
    copy.write_text(writing.text(bank), encoding="utf-8")
    assert read(copy).data == read(path).data
    assert writing.text(bank_file(copy).bank) == writing.text(bank)


def test_the_first_bank_is_written_the_way_it_was_by_hand():
    """Only comments, which nobody reads by program, and the blank line before them are lost."""
    path = SHIPPED / "live" / "industry-business-insight.yaml"
    by_hand = path.read_text(encoding="utf-8").splitlines()
    plain = [line for line in by_hand if line and not line.startswith("#")]
    assert writing.text(bank_file(path).bank).splitlines() == plain


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(
        st.sampled_from(ODD)
        | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40),
        min_size=4,
        max_size=4,
    )
)
def test_whatever_somebody_types_is_read_again_as_it_was_typed(texts, tmp_path):
    bank = bank_file(SHIPPED / "live" / "industry-business-insight.yaml").bank
    first = bank.questions[0]
    title, prompt, materials, sign = texts
    positive = first.indicators.positive[0]
    changed = first.model_copy(
        update={
            "title": first.title.model_copy(update={"en": title, "zh_cn": sign}),
            "prompt": first.prompt.model_copy(update={"en": prompt, "zh_cn": materials}),
            "materials": first.prompt.model_copy(update={"en": materials, "zh_cn": title}),
            "note": prompt,
            "indicators": first.indicators.model_copy(
                update={"positive": (positive, positive, positive)}
            ),
        }
    )
    bank = bank.model_copy(update={"questions": (changed,)})
    path = tmp_path / "bank.yaml"
    path.write_bytes(writing.text(bank).encode())
    assert bank_file(path).bank.questions[0] == changed
