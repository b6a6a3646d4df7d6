"""Guided practice: fields say what is what, so little has to be guessed."""

import pytest

from coaching.practice.feedback.guided import guided
from tests.coaching.practising import (
    CASE,
    DEEDS,
    LEARNED,
    NO_FIGURE,
    NOTHING_LEARNED,
    OURS,
    PLAIN,
    RESULT,
    SCENE,
    STORY,
)

FIELDS = {"situation": SCENE, "action": DEEDS, "result": RESULT, "reflection": LEARNED}


def rules(found):
    return [step.rule for step in found.steps]


def test_four_full_fields_leave_nothing_to_add():
    found = guided(FIELDS, STORY, "en")
    assert found.keep.rule == "result-change"
    assert found.steps == ()
    assert set(found.parts.values()) == {"found"}


@pytest.mark.parametrize(
    ("field", "text", "rule"),
    [
        ("action", "", "action"),
        ("action", OURS, "ownership"),
        ("result", " ", "result"),
        ("result", "They were happy with it and nobody complained.", "number"),
        ("reflection", "", "reflection"),
        ("situation", SCENE * 6, "background"),
    ],
)
def test_a_field_is_held_to_what_it_is_for(field, text, rule):
    assert rules(guided(FIELDS | {field: text}, STORY, "en")) == [rule]


def test_a_habit_in_the_field_for_deeds_is_quoted():
    habit = "I usually tell the client first. Then you should offer options and let them choose."
    step = guided(FIELDS | {"action": habit}, STORY, "en").steps[0]
    assert step.rule == "general"
    assert step.quote == "I usually tell the client first"


def test_an_empty_scene_is_never_mentioned():
    found = guided(FIELDS | {"situation": ""}, STORY, "en")
    assert found.rules == ()
    assert found.parts["situation"] == "none"


def test_a_chinese_deed_without_a_subject_is_ones_own():
    deed = "当天给总监打了电话，第二天带着清单去了他们总部，又拿一家店试了两种办法。"
    assert "ownership" not in guided(FIELDS | {"action": deed}, STORY, "zh-CN").rules


def test_a_figure_is_not_asked_for_where_it_is_optional():
    assert guided(FIELDS | {"result": PLAIN}, NO_FIGURE, "en").rules == ()


def test_what_was_learned_is_not_asked_for_where_it_is_optional():
    assert guided(FIELDS | {"reflection": ""}, NOTHING_LEARNED, "en").rules == ()


def test_a_case_has_the_fields_its_question_asks_for():
    fields = {
        "reasoning": "The samples on the road come first, because they keep for six hours only, so "
        "every minute spent on the cause is one they do not have, and the oldest go before all.",
        "evidence": "The log says which drivers loaded the old route; the dispatcher knows more.",
        "alternatives": "",
    }
    found = guided(fields, CASE, "en")
    assert rules(found) == ["alternatives"]
    assert found.keep.rule == "evidence"


def test_a_word_in_each_field_is_short():
    assert rules(guided(dict.fromkeys(FIELDS, "Done."), STORY, "en")) == ["short"]
    assert guided({}, STORY, "en").keep is None


def test_a_field_that_puts_it_on_others_gets_a_tip_after_what_is_wanting():
    blamed = FIELDS | {"situation": SCENE + " Honestly it was the designers' fault."}
    [step] = guided(blamed, STORY, "en").steps
    assert (step.rule, "designers' fault" in step.quote) == ("blame", True)
    assert rules(guided(blamed | {"action": "", "result": ""}, STORY, "en")) == ["action", "result"]


@pytest.mark.parametrize("locale", ["en", "zh-CN"])
def test_a_form_that_would_take_half_an_hour_to_say_is_told_so_last_of_all(locale):
    endless = FIELDS | {"action": DEEDS * 40}
    found = guided(endless, STORY, locale)
    assert rules(found) == ["long"]
    assert "17" in found.steps[0].text
    assert rules(guided(endless | {"result": ""}, STORY, locale)) == ["result", "long"]
