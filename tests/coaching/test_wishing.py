"""How somebody is reminded: where Slack says they are, or where the workspace is."""

import pytest

from coaching.person import Profile
from coaching.reminding.preferences import Preferences
from coaching.reminding.wishing import wishes


@pytest.mark.parametrize(
    ("slacks", "ours", "zone"),
    [
        ("Asia/Kolkata", "Asia/Tokyo", "Asia/Kolkata"),
        ("", "Asia/Tokyo", "Asia/Tokyo"),
        ("Mars/Olympus", "Asia/Tokyo", "UTC"),
        ("../etc", "Asia/Tokyo", "UTC"),
    ],
)
def test_the_zone_is_slacks_or_else_the_workspaces(slacks, ours, zone):
    wished = wishes(Profile("U1", "Zoë", "", slacks), Preferences(nudges=False), ours)
    assert str(wished.zone) == zone
    assert wished.off
