"""A second try is told what is different this time, and nothing else."""

import pytest

from coaching.practice.feedback.comparing import changed
from coaching.practice.feedback.feedback import feedback
from coaching.practice.feedback.guided import guided
from tests.coaching.practising import CASE, DEEDS, HABIT, LEARNED, OURS, PLAIN, RESULT, SCENE, STORY


def told(before, after, question=STORY):
    said = changed(feedback(before, question, "en"), feedback(after, question, "en"), "en")
    return [each.rule for each in said]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (SCENE + DEEDS + PLAIN, SCENE + DEEDS + RESULT, ["result-change"]),
        (SCENE + DEEDS, SCENE + DEEDS + PLAIN, ["result"]),
        (SCENE + DEEDS + RESULT, SCENE + DEEDS + RESULT + LEARNED, ["reflection"]),
        (SCENE + OURS + RESULT, SCENE + DEEDS + RESULT, ["own-action"]),
        (HABIT, SCENE + DEEDS + RESULT + LEARNED, ["occasion", "result-change"]),
        (SCENE + DEEDS + RESULT, SCENE + DEEDS, ["result-gone"]),
        (SCENE + DEEDS + RESULT, SCENE + DEEDS + RESULT, ["same"]),
    ],
)
def test_only_what_changed_is_said(before, after, expected):
    assert told(before, after) == expected


def test_a_change_quotes_the_second_answer():
    before = feedback(SCENE + DEEDS + PLAIN, STORY, "en")
    after = feedback(SCENE + DEEDS + RESULT, STORY, "en")
    (said,) = changed(before, after, "en")
    assert said.quote == RESULT.strip(" .")
    assert "before and an after" in said.text


def test_a_case_is_compared_by_its_own_parts():
    reason = (
        "I would start with the samples, because they keep for six hours only. They are on the "
        "road now and the oldest ones have been there since the morning, so minutes count."
    )
    branch = " If the restart works for half of the drivers, I would redirect the others by phone."
    assert told(reason, reason + branch, CASE)[0] == "alternatives"


def test_a_guided_try_can_be_compared_with_a_free_one():
    fields = {"situation": SCENE, "action": DEEDS, "result": "", "reflection": LEARNED}
    before = guided(fields, STORY, "zh-CN")
    after = feedback(SCENE + DEEDS + RESULT + LEARNED, STORY, "zh-CN")
    assert [each.rule for each in changed(before, after, "zh-CN")] == ["result-change"]
