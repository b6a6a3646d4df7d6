"""The planned probe that fits: it asks for what was not found."""

import pytest

from coaching.practice.feedback.probing import probe
from tests.coaching.practising import CASE, DEEDS, FULL, HABIT, LEARNED, OURS, RESULT, SCENE, STORY


def kinds(answer, question):
    asked = []
    while (found := probe(answer, question, asked)) and len(asked) < 9:
        asked.append(found.id)
    return [each.kind for id_ in asked for each in question.probes if each.id == id_]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (SCENE + DEEDS + LEARNED, ["result"]),
        (SCENE + OURS + RESULT + LEARNED, ["ownership", "action"]),
        (SCENE + DEEDS + RESULT, ["reflection"]),
        (HABIT, ["action", "situation"]),
        (FULL, []),
    ],
)
def test_a_probe_asks_for_what_was_not_found(answer, expected):
    assert kinds(answer, STORY) == expected


def test_a_short_answer_gets_the_required_probes_first():
    assert kinds("I told them.", STORY) == [
        "action",
        "ownership",
        "result",
        "situation",
        "reflection",
    ]


def test_no_probe_is_asked_twice():
    first = probe(SCENE + DEEDS + LEARNED, STORY, [])
    assert probe(SCENE + DEEDS + LEARNED, STORY, [first.id]) is None


def test_a_case_is_probed_for_another_way_and_then_for_risks():
    one_way = (
        "I would look at the log first, because it says which drivers have the old route and "
        "which samples are oldest. Then I would call the dispatcher and have those moved at once."
    )
    assert kinds(one_way, CASE) == ["alternatives", "risk"]
