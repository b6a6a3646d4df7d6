"""When a practice interview asks more, goes on, and ends."""

from dataclasses import replace
from datetime import timedelta

from bot import shelves
from coaching.practice.answer import answers
from coaching.practice.mock import (
    Mock,
    ask,
    done,
    finish,
    go_on,
    hear,
    left,
    retry,
    skip,
    stepped,
    switched,
)
from coaching.practice.turn import Turn
from coaching.practice.wish import Wish
from tests.examples import NOW
from tests.journeys.practising import LONG

QUESTION = next(q for q in shelves.read().mock.questions.values() if q.type == "behavioural")
REQUIRED = [probe.id for probe in QUESTION.probes if probe.required]
MOCK = Mock("m1", "UCHEN", Wish("", "mid", "en", "free"), ("a", "b"), NOW, turns=2)
TIMED = replace(MOCK, wish=replace(MOCK.wish, timed=True))


def test_a_short_answer_gets_the_required_probes_first_and_two_at_most():
    asked = []
    mock = MOCK
    for _ in range(3):
        mock, turn = finish(mock, QUESTION, "A race.", NOW)
        asked.append(turn.probe or turn.said)
    assert asked == [*REQUIRED[:2], "rate"]


def test_an_answer_without_an_end_is_asked_for_its_result():
    told = LONG[: LONG.index("As a result")]
    _, turn = finish(MOCK, QUESTION, told, NOW)
    [probe] = [each for each in QUESTION.probes if each.id == turn.probe]
    assert probe.kind == "result"


def test_a_full_answer_is_rated_then_the_next_question_comes_and_the_last_one_ends():
    mock, turn = finish(MOCK, QUESTION, LONG, NOW)
    assert (turn.said, turn.question, mock.stage) == ("rate", "a", "rating")
    mock, turn = go_on(mock, NOW)
    assert (turn.said, turn.question, mock.stage) == ("question", "b", "answering")
    mock, turn = go_on(mock, NOW)
    assert (turn.said, mock.state, mock.question) == ("end", "over", "")


def test_a_question_that_left_the_bank_is_passed_over():
    _, turn = finish(MOCK, None, "short", NOW)
    assert (turn.said, turn.question) == ("question", "b")


def test_coming_back_says_again_what_was_open():
    assert ask(replace(MOCK, state="stopped"))[1].said == "question"
    mock, turn = ask(replace(MOCK, state="stopped", probed=("p2", "p3")))
    assert (turn.said, turn.probe, mock.state) == ("probe", "p3", "asking")
    assert ask(replace(MOCK, stage="rating"))[1].said == "rate"


def test_the_first_message_of_an_answer_gets_a_line_and_each_puts_the_silence_off():
    mock, turn = hear(MOCK, NOW)
    assert (turn.said, turn.n, mock.listening) == ("listening", 2, 2)
    again, line = hear(mock, NOW + timedelta(minutes=1))
    assert line is None
    assert again.due_at - mock.due_at == timedelta(minutes=1)


def test_a_skipped_question_is_gone_and_a_skipped_follow_up_is_only_that():
    assert skip(MOCK, NOW)[1].said == "question"
    assert skip(replace(MOCK, probed=("p2",)), NOW)[1].said == "rate"


def test_the_clock_counts_steps_and_no_breaks():
    assert left(MOCK, NOW) is None
    assert left(TIMED, NOW) == 25
    busy = stepped(TIMED, NOW + timedelta(minutes=14))
    assert left(busy, NOW + timedelta(minutes=14, seconds=1)) == 11
    assert left(busy, NOW + timedelta(days=2)) == 11
    stopped = stepped(replace(busy, state="stopped"), NOW + timedelta(minutes=20))
    assert left(stopped, NOW + timedelta(minutes=20)) == 11
    assert left(replace(TIMED, spent=60 * 60), NOW) == 0
    assert left(replace(TIMED, wish=replace(TIMED.wish, whole=False)), NOW) == 8


def test_when_time_is_over_nothing_more_is_asked():
    over = replace(TIMED, spent=25 * 60)
    assert finish(over, QUESTION, "short", NOW)[1].said == "rate"
    mock, turn = go_on(over, NOW)
    assert (turn.said, mock.state) == ("time", "over")
    assert go_on(replace(over, at=1), NOW)[1].said == "end"


def test_each_try_is_an_answer_of_its_own_and_deleted_messages_are_none():
    said = [
        Turn("m1", 0, "question", "a"),
        Turn("m1", 1, "answer", "a", text="One,"),
        Turn("m1", 2, "answer", "a", text=""),
        Turn("m1", 3, "answer", "a", text="two."),
        Turn("m1", 4, "rate", "a"),
        Turn("m1", 5, "rate", "a"),
        Turn("m1", 6, "answer", "a", text="Better.", field="action"),
        Turn("m1", 7, "answer", "b", text="Else."),
    ]
    first, second = answers(said, "a")
    assert (first.text, first.fields) == ("One,\ntwo.", {})
    assert (second.text, second.fields) == ("Better.", {"action": "Better."})
    assert answers(said, "c") == []


def test_another_try_begins_anew_and_another_language_changes_nothing_else():
    again, turn = retry(replace(MOCK, stage="rating", probed=("p2",)))
    assert (again.stage, again.probed, turn.said) == ("answering", (), "question")
    assert switched(MOCK).wish.locale == "zh-CN"
    assert switched(switched(MOCK)) == MOCK


def test_who_has_gone_on_waits_for_no_paragraph_about_what_is_behind():
    asked = replace(done(MOCK)[0], uncommented=True)
    for after, _ in (go_on(asked, NOW), retry(asked)):
        assert not after.uncommented
