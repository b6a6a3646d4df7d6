"""Which part each of two people has, and how far they are."""

from datetime import timedelta

from coaching.practice.peers.session import (
    PATIENCE,
    STEPS,
    Waiting,
    advanced,
    begun,
    followed_up,
    paired,
    readied,
)
from tests.examples import NOW

CHEN = Waiting("w1", "UCHEN", "systems-thinking", "lead", "en", NOW, NOW + PATIENCE)
LATER = NOW + timedelta(hours=1)
MEI = Waiting("w2", "UMEI", "", "mid", "en", LATER, LATER + PATIENCE)
PAIR = paired(CHEN, MEI, "s1")


def test_who_waited_longer_answers_first_and_then_asks():
    assert (PAIR.answers(0), PAIR.asks(0)) == ("UCHEN", "UMEI")
    assert (PAIR.answers(1), PAIR.asks(1)) == ("UMEI", "UCHEN")


def test_each_is_asked_what_they_wished_for():
    assert PAIR.wish(0) == CHEN.wish
    assert PAIR.wish(1) == MEI.wish


def test_pressing_twice_is_not_both():
    once = readied(readied(PAIR, "UMEI"), "UMEI")
    assert once.ready == (1,)
    assert readied(once, "UCHEN").ready == (0, 1)


def test_a_round_begins_at_the_first_step_and_ends_at_the_last():
    first = begun(PAIR, "a")
    assert (PAIR.round, first.round, first.step, first.state) == (-1, 0, 0, "talking")
    on = first
    for step in range(STEPS + 2):
        on = advanced(on, step)
    assert on.step == STEPS - 1
    assert begun(on, "b").step == 0


def test_a_step_that_is_behind_leads_nowhere():
    second = advanced(begun(PAIR, "a"), 0)
    assert advanced(second, 0) == second


def test_follow_ups_are_of_their_question_and_count_once():
    first = followed_up(followed_up(followed_up(begun(PAIR, "a"), "p1"), "p2"), "p1")
    second = followed_up(begun(first, "b"), "p1")
    assert (second.used(0), second.used(1)) == (["p2", "p1"], ["p1"])
