"""When ratings say that a question may be known outside."""

import pytest

from coaching.exposure import Drift, drift


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([3] * 20 + [4] * 20, Drift(3.0, 4.0)),  # the mean rose by more than 0.6
        ([2] * 20 + [2] * 15 + [4] * 5, Drift(2.0, 2.5)),  # a quarter more of 4 and 5
        ([2] * 20 + [2] * 8 + [3] * 12, None),  # by 0.6 is not by more
        ([2] * 20 + [2] * 16 + [4] * 4, None),  # a fifth more of 4 and 5
        ([4] * 20 + [2] * 20, None),  # fallen
        ([1] * 19 + [5] * 20, None),  # too few before
        ([1] * 20 + [5] * 19, None),  # the last twenty reach back into what was before
        ([3] * 40, None),
        ([], None),
    ],
)
def test_a_rise_of_mean_or_of_strong_answers_is_a_drift(points, expected):
    assert drift(points) == expected
