"""How far an interview is."""

from dataclasses import replace
from datetime import timedelta

import pytest

from coaching.overview import state
from tests.examples import ALICE

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (ALICE.start - MINUTE, "coming"),
        (ALICE.start, "running"),
        (ALICE.end - MINUTE, "running"),
        (ALICE.end, "due"),
        (ALICE.end + DAY - MINUTE, "due"),
        (ALICE.end + DAY, "overdue"),
    ],
)
def test_an_interview_comes_runs_and_then_waits_for_its_card(now, expected):
    assert state(ALICE, now, sealed=False) == expected
    assert state(ALICE, now, sealed=True) == "sealed"


@pytest.mark.parametrize("off", ["cancelled", "missed"])
def test_what_was_called_off_waits_for_nothing(off):
    called_off = replace(ALICE, state=off)
    assert state(called_off, ALICE.end + DAY, sealed=False) == off
