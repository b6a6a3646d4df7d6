"""Practice feedback is right about as often as docs/feedback.md says, held out and tuned on."""

from hashlib import sha256

import pytest

from coaching.practice.feedback.finding import episode
from coaching.practice.feedback.issues import TASTE
from tests.evaluation import in_fields, measuring, tips
from tests.evaluation.answers import FOLDER, SETS, in_set

HELD_OUT = {
    "held_out": "78aa22ebdc3ce86d6e22baf8173662cf875ea02346416e5c821d111638d950a7",
    "last": "9288d0621c860d6d96406df96ddb54e89e624c5198a0f27d7bb7323b44bfadf3",
}
TRUE = 0.90  # of the statements shown
SURE = 0.80  # the lower end of the interval around them
ALARMS = 0.10  # of the complete answers, at most
ACTIONS = 0.80  # of the answers without their actions in which none is found
RESULTS = 0.80  # the same of results, held out; of those tuned on, all
HARMLESS = 0.85  # of the answers to which a sentence more makes no difference
STRICT = tuple(change for change in measuring.CHANGES if change != "a harmless sentence more")


@pytest.mark.parametrize("file", HELD_OUT)
def test_what_is_held_out_was_never_edited(file):
    written = (FOLDER / f"{file}.yaml").read_bytes()
    assert sha256(written).hexdigest() == HELD_OUT[file]
    assert file in SETS["held out"]


@pytest.mark.parametrize("name", SETS)
def test_what_is_said_is_true_nine_times_in_ten(name):
    rate = measuring.statements(in_set(name))
    assert rate.value >= TRUE
    assert rate.interval[0] >= SURE


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_both_languages_are_served_alike(name, language):
    spoken = [answer for answer in in_set(name) if answer.language == language]
    assert measuring.statements(spoken).value >= TRUE


@pytest.mark.parametrize("name", SETS)
def test_a_complete_answer_is_seldom_told_that_something_is_wanting(name):
    assert measuring.false_alarms(in_set(name)).value <= ALARMS


@pytest.mark.parametrize("name", SETS)
def test_a_stuffed_answer_gets_no_praise(name):
    rate = measuring.praise_of_stuffing(in_set(name))
    assert rate.of
    assert rate.hits == 0


@pytest.mark.parametrize("name", SETS)
def test_opening_words_in_a_form_get_no_praise_either(name):
    stuffed = [answer for answer in in_set(name) if answer.sort == "stuffed"]
    kept = [
        (answer.id, found.keep.rule)
        for answer in stuffed
        for fields in in_fields.spread(answer)
        if (found := in_fields.said(answer, fields)).keep
    ]
    assert stuffed
    assert kept == []


@pytest.mark.parametrize("name", SETS)
def test_a_complete_answer_in_a_form_is_taken_for_one(name):
    complete = [
        answer for answer in in_set(name) if answer.sort == "complete" and episode(answer.question)
    ]
    rules = {
        answer.id: in_fields.said(answer, in_fields.by_label(answer)).rules for answer in complete
    }
    assert not [each for each, found in rules.items() if "stuffed" in found]
    alarmed = [each for each, found in rules.items() if set(found) - TASTE]
    assert len(alarmed) <= ALARMS * len(complete), alarmed


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("change", STRICT)
def test_what_means_nothing_changes_nothing(name, change):
    assert measuring.unchanged(in_set(name), change).value == 1


@pytest.mark.parametrize("name", SETS)
def test_a_harmless_sentence_more_seldom_changes_anything(name):
    rate = measuring.unchanged(in_set(name), "a harmless sentence more")
    assert rate.value >= HARMLESS


def test_what_was_left_out_is_not_found():
    tuned, held = in_set("tuned on"), in_set("held out")
    assert measuring.no_longer_found(tuned, "result").value == 1
    assert measuring.no_longer_found(held, "result").value >= RESULTS
    assert measuring.no_longer_found((*tuned, *held), "action").value >= ACTIONS
    assert measuring.no_longer_found((*tuned, *held), "reflection").value == 1


def test_there_are_enough_answers_of_each_sort_to_say_so():
    held = in_set("held out")
    assert len(held) >= 60
    assert {answer.language for answer in held} == {"en", "zh-CN"}
    sorts = {"complete", "no_result", "team", "plain", "general", "off_topic", "stuffed", "short"}
    assert sorts <= {answer.sort for answer in held}


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_tips_about_others_are_given_where_they_are_true_and_nowhere_else(language):
    spoken = [answer for answer in tips.read() if answer.language == language]
    for tip in tips.TIPS:
        assert tips.found(tip, spoken).of >= 5
        assert tips.found(tip, spoken).value >= TRUE
    assert tips.false(spoken).hits == 0


@pytest.mark.parametrize("name", SETS)
def test_answers_labelled_for_everything_else_get_no_tip_about_others(name):
    assert tips.false_elsewhere(name).value <= 1 - TRUE
