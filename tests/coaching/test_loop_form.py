"""What can be wrong with a plan by itself."""

from dataclasses import replace
from datetime import timedelta

from coaching.loop_form import LoopForm, Seat, faults
from tests.examples import NOW

DAY = timedelta(days=1)
ALICE = Seat("UALICE", NOW + DAY, 45)
BOB = Seat("UBOB", NOW + DAY, 45)
FORM = LoopForm("j1", "Zoë", None, [ALICE, BOB], "at", NOW + 2 * DAY)


def wrong(**changes):
    found = faults(replace(FORM, **changes), NOW)
    return [field for field, fault in found.items() if fault]


def test_a_good_plan_has_no_fault():
    assert wrong() == []
    assert wrong(release="sealed", due=None) == []
    assert wrong(seats=[ALICE, Seat(None, NOW, 45)]) == []  # a row without anybody is no row
    assert wrong(seats=[replace(ALICE, start=NOW - DAY)]) == []  # after the fact


def test_each_fault_is_named_at_its_field():
    assert wrong(candidate="  ") == ["candidate"]
    assert wrong(candidate="a" * 101) == ["candidate"]
    assert wrong(candidate="a\u202eb") == ["candidate"]
    assert wrong(candidate="a\x00b") == ["candidate"]
    assert wrong(seats=[Seat(None, None, None)]) == ["interviewer:0", "start:0", "minutes:0"]
    assert wrong(seats=[ALICE, ALICE]) == ["interviewer:0", "interviewer:1"]
    assert wrong(account="UBOB") == ["interviewer:1"]
    assert wrong(seats=[replace(ALICE, minutes=7)]) == ["minutes:0"]
    assert wrong(seats=[replace(ALICE, start=NOW - 31 * DAY)]) == ["start:0"]
    assert wrong(seats=[replace(ALICE, start=NOW + 366 * DAY)], due=NOW + 999 * DAY) == [
        "start:0",
        "due",
    ]


def test_a_debrief_comes_after_the_last_interview_and_after_now():
    assert wrong(due=None) == ["due"]
    assert wrong(due=NOW) == ["due"]
    assert wrong(due=NOW + DAY + timedelta(minutes=44)) == ["due"]
    assert wrong(due=NOW + DAY + timedelta(minutes=45)) == []
    assert wrong(due=NOW + 366 * DAY) == ["due"]
