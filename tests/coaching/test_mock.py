"""When a practice interview asks more, goes on, and ends."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.mock import Mock, advance, ask, choose, thin

LONG = "I sat with the planners for two days and wrote down each step they took. " * 3
PROBES = [
    SimpleNamespace(id="p1", required=False),
    SimpleNamespace(id="p2", required=True),
    SimpleNamespace(id="p3", required=True),
]
QUESTION = SimpleNamespace(id="a", probes=PROBES)
MOCK = Mock("m1", "UCHEN", "en", ("a", "b"), turns=2)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("", True),
        ("A race.", True),
        (LONG, False),
        ("我去了现场。", True),
        ("我在仓库里跟了两天班，" * 8, False),
        ("我用 SQL 查了订单，" * 5 + "then I talked to the people " * 3, False),
        ("2024 100% 42 ... !!!", True),
        ("👍" * 100, True),
    ],
)
def test_an_answer_is_thin_when_it_tells_nothing(answer, expected):
    assert thin(answer) is expected


def test_a_thin_answer_gets_the_required_probes_first_and_two_at_most():
    asked = []
    mock = MOCK
    for _ in range(3):
        mock, turn = advance(mock, QUESTION, "short")
        asked.append(turn.probe or turn.question)
    assert asked == ["p2", "p3", "b"]


def test_a_full_answer_goes_on_and_the_last_one_ends():
    mock, turn = advance(MOCK, QUESTION, LONG)
    assert (turn.said, turn.question, mock.at, mock.state) == ("question", "b", 1, "asking")
    mock, turn = advance(mock, QUESTION, LONG)
    assert (turn.said, mock.state) == ("end", "over")


def test_a_question_that_left_the_bank_is_passed_over():
    _, turn = advance(MOCK, None, "short")
    assert (turn.said, turn.question) == ("question", "b")


def test_coming_back_asks_the_open_question_or_its_probe_again():
    assert ask(replace(MOCK, state="stopped"))[1].said == "question"
    mock, turn = ask(replace(MOCK, state="stopped", probed=("p2", "p3")))
    assert (turn.said, turn.probe, mock.state) == ("probe", "p3", "asking")


@given(st.lists(st.sampled_from("abcde")), st.integers(1, 5))
def test_nothing_is_asked_twice_before_everything_was_asked(met, many):
    chosen = choose("abcde", met, many)
    fresh = [question for question in "abcde" if question not in met]
    assert len(chosen) == many
    assert list(chosen[: len(fresh)]) == fresh[:many]
