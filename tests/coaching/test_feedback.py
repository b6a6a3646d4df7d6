"""What a practice answer gets back: true, quoted, little, and never a judgement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.practice.feedback.feedback import feedback
from questions.messages import Messages
from tests.coaching.practising import (
    CASE,
    DEEDS,
    FULL,
    HABIT,
    LEARNED,
    NO_FIGURE,
    OURS,
    PLAIN,
    RESULT,
    SCENE,
    STORY,
    VOLL,
)

PIECES = st.sampled_from(
    [
        "I built it", "we asked", "if", "30%", "结果", "我把", "从三到一", "如果", "說", "*",
        "<@U0>", ":wave:", ",", "。", ". ", "\n", " ", "…", "🙂",
    ]
)  # fmt: skip
ANYTHING = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


def rules(found):
    return [step.rule for step in found.steps]


# what is kept


def test_a_result_with_a_before_and_an_after_is_kept_in_the_persons_own_words():
    found = feedback(FULL, STORY, "en")
    assert found.keep.rule == "result-change"
    assert found.keep.quote in FULL
    assert found.keep.quote in found.keep.text
    assert found.steps == ()


def test_chinese_answers_are_understood_as_well():
    found = feedback(VOLL, STORY, "zh-CN")
    assert found.keep.rule == "result-change"
    assert "从四十分钟降到十二分钟" in found.keep.quote
    assert rules(found) == []


def test_feedback_comes_in_the_language_asked_for_whatever_the_answer_is_in():
    assert "结果" in feedback(FULL, STORY, "zh-CN").keep.text
    assert "Your result" in feedback(VOLL, STORY, "en").keep.text


def test_traditional_characters_are_read_and_quoted_as_they_were_typed():
    answer = VOLL.replace(
        "三个星期之后，柜台排队从四十分钟降到十二分钟",
        "三個星期之後，櫃檯排隊從四十分鐘降到十二分鐘",
    )
    assert "從四十分鐘降到十二分鐘" in feedback(answer, STORY, "zh-CN").keep.quote


def test_a_quote_that_is_long_is_cut_where_a_word_ends():
    endless = SCENE + "I " + "copied one label after the other with a very blunt pencil " * 5
    found = feedback(endless + ". " + PLAIN, STORY, "en")
    assert found.keep.quote.endswith("…")
    assert found.keep.quote[:-1] in endless


# the next steps


def test_an_answer_without_its_end_is_asked_for_it_in_the_words_of_the_question():
    step = feedback(SCENE + DEEDS + LEARNED, STORY, "en").steps[0]
    assert step.rule == "result"
    assert "I could not find" in step.text
    assert STORY.mock.tips.result.en in step.text
    assert step.begin


def test_an_end_without_a_figure_is_asked_for_one_only_where_the_question_wants_it():
    assert "number" in rules(feedback(SCENE + DEEDS + PLAIN + LEARNED, STORY, "en"))
    assert "number" not in rules(feedback(SCENE + DEEDS + PLAIN + LEARNED, NO_FIGURE, "en"))


def test_what_we_did_is_quoted_and_the_own_step_asked_for():
    step = feedback(SCENE + OURS + RESULT + LEARNED, STORY, "en").steps[0]
    assert step.rule == "ownership"
    assert "we" in step.quote.lower().split()
    assert step.quote in OURS


def test_more_we_than_i_says_nothing_as_long_as_one_step_is_ones_own():
    answer = SCENE + OURS + "I tried both ways out in one shop. " + RESULT + LEARNED
    assert "ownership" not in feedback(answer, STORY, "en").rules


def test_a_habit_told_in_place_of_an_occasion_is_all_there_is_to_say():
    found = feedback(HABIT, STORY, "en")
    assert rules(found) == ["general"]
    assert found.keep is None


def test_a_story_that_was_not_learned_from_gets_a_suggestion_and_no_more():
    found = feedback(SCENE + DEEDS + RESULT, STORY, "en")
    assert rules(found) == ["reflection"]
    assert "could" in found.steps[0].text


@pytest.mark.parametrize("question", [STORY, CASE])
def test_a_few_words_are_too_few_and_nothing_else_is_said_of_them(question):
    found = feedback("I told them early.", question, "en")
    assert len(found.steps) == 1
    assert found.steps[0].rule.startswith("short")
    assert found.keep is None


def test_two_steps_are_said_and_a_third_is_kept_back():
    found = feedback(SCENE + OURS, STORY, "en")
    assert rules(found) == ["ownership", "result"]
    assert "reflection" in found.rules


def test_a_figure_that_may_be_about_anything_is_not_praised_as_a_result():
    found = feedback(SCENE + DEEDS + "She was looking after eleven sites. " + LEARNED, STORY, "en")
    assert found.keep.rule == "own-action"
    assert found.quantity == "perhaps"


def test_hedges_and_fillers_make_no_difference():
    hesitant = FULL.replace("I rang", "um, I guess I sort of, you know, rang").replace(
        "had dropped", "had maybe dropped"
    )
    assert feedback(hesitant, STORY, "en").rules == feedback(FULL, STORY, "en").rules


def test_where_the_end_is_unclear_the_person_is_asked_instead_of_told():
    unclear = (
        "The head of operations was sitting there and the two clerks were standing behind her. "
    )
    found = feedback(SCENE + DEEDS + unclear + LEARNED, STORY, "en")
    assert found.check.rule == "check-result"
    assert "result" not in rules(found)


def test_a_case_is_asked_for_a_second_way_it_could_go():
    one_way = (
        "I would start with the samples on the road, because they keep for six hours only. I "
        "would look at the log to see which drivers have the old route, call the dispatcher, and "
        "have the oldest samples moved first. Then I would tell the laboratory every half hour "
        "which ones are on their way, and I would have the engineer try the restart on two "
        "drivers before all."
    )
    found = feedback(one_way, CASE, "en")
    assert rules(found) == ["alternatives", "fuller"]
    assert found.keep.rule == "evidence"
    both = one_way + " If the restart does not help, I would go back to the old version instead."
    assert feedback(both, CASE, "en").keep.rule == "alternatives"


def test_would_is_no_habit_where_the_question_asks_what_one_would_do():
    assert "general" not in feedback(HABIT, CASE, "en").rules


def test_a_long_answer_hears_how_many_minutes_it_takes():
    found = feedback(SCENE + DEEDS * 9 + RESULT + LEARNED, STORY, "en")
    assert rules(found) == ["long"]
    assert "4 minutes" in found.steps[0].text


# always


@given(ANYTHING, st.sampled_from([STORY, CASE]), st.sampled_from(["en", "zh-CN"]))
def test_whatever_is_typed_gets_little_and_only_its_own_words_back(text, question, locale):
    found = feedback(text, question, locale)
    assert len(found.steps) <= 2
    assert not {"situation", "task"} & set(found.rules)
    known = Messages.shipped()
    assert {step.rule for step in found.steps} <= set(known.steps)
    for said in (found.keep, *found.steps):
        if said and said.quote:
            assert said.quote.rstrip("…").strip() in " ".join(text.split())


def test_an_empty_answer_is_a_short_one():
    assert rules(feedback("", STORY, "en")) == ["short"]
    assert rules(feedback("🙂 :wave: <@U0123>", STORY, "zh-CN")) == ["short"]


# what a listener may take amiss


BLAMED = "Honestly it was the designers' fault. "
SECRET = "I signed for it, but this is under NDA. "


def test_of_two_tips_about_others_one_is_given_and_it_quotes():
    found = feedback(FULL + " " + SECRET + BLAMED, STORY, "en")
    assert rules(found) == ["confidential"]
    assert "under NDA" in found.steps[0].quote
    assert rules(feedback(FULL + " " + BLAMED, STORY, "zh-CN")) == ["blame"]


def test_a_tip_about_others_never_takes_the_place_of_what_was_not_found():
    found = feedback(f"{BLAMED} {SCENE} {DEEDS}", STORY, "en")
    assert rules(found)[0] == "result"
    assert rules(found).count("blame") <= 1
    assert rules(feedback(BLAMED, STORY, "en")) == ["short"]


@pytest.mark.parametrize(
    "said",
    [
        "Honestly it was my fault, and our fault as a team.",
        "I didn't blame anybody and asked where it could have been seen.",
        "They marked each page as confidential, so I asked them why.",
        "这事怪我，我没有怪谁。",
        "我把合同金额这个字段从列表里去掉了。",
    ],
)
def test_owning_up_and_writing_about_secrecy_get_no_tip(said):
    rest = FULL if said.isascii() else VOLL
    assert rules(feedback(rest + " " + said, STORY, "en")) == []
