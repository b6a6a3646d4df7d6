"""Where candidate data may go, and what is said of everywhere else."""

from dataclasses import replace

import pytest

from coaching.places import Channel, unfit

HIRING = Channel("G1", "hiring", private=True, archived=False, shared=False, member=True)


def test_a_private_channel_in_use_that_we_are_in_is_fit():
    assert unfit(HIRING) is None


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"private": False}, "public"),
        ({"private": False, "member": False}, "public"),  # inviting us would not mend it
        ({"archived": True, "member": False}, "archived"),
        ({"shared": True}, "outside this workspace"),
        ({"member": False}, "Invite me"),
    ],
)
def test_the_reason_is_the_one_that_somebody_can_act_on(changes, why):
    assert why in unfit(replace(HIRING, **changes)).text


def test_what_slack_hides_from_us_looks_like_what_we_are_not_in():
    assert unfit(None) == unfit(replace(HIRING, member=False))
