"""Wishing: how somebody wants to be reminded, from what Slack says of them and what they chose."""

from datetime import UTC, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from coaching.person import Profile
from coaching.reminding.nudging import Wishes
from coaching.reminding.preferences import Preferences


def wishes(profile: Profile, chosen: Preferences, zone: str) -> Wishes:
    """Return a person's wishes where they are now; ``zone`` is for those whose Slack has none."""
    return Wishes(_zone(profile.zone or zone), chosen.quiet, off=not chosen.nudges)


def _zone(name: str) -> tzinfo:
    """Return a zone; one that nobody knows is UTC, as in the times that people read."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
