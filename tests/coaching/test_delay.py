"""When a scorecard counts as written late."""

from dataclasses import replace
from datetime import timedelta

import pytest

from coaching.scorecard import Scorecard
from coaching.sealed.delay import late
from tests.examples import ALICE

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("after", "said"),
    [(timedelta(minutes=-10), None), (DAY, None), (DAY + timedelta(seconds=1),) * 2],
)
def test_a_card_is_late_from_a_day_after_the_end_on(after, said):
    card = Scorecard("i1", "UALICE", [], sealed_at=ALICE.end + after)
    assert late(ALICE, card) == said


def test_a_draft_is_never_late():
    assert late(replace(ALICE, start=ALICE.start - 9 * DAY), Scorecard("i1", "UALICE", [])) is None
