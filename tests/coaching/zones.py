"""Zones where clocks behave as differently as they do anywhere, and moments near their changes."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from coaching.reminding.quiet import Quiet

QUARTER = timedelta(minutes=15)
NAMES = (
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",  # -3:30
    "America/Havana",  # changes at midnight
    "Africa/Cairo",  # changes at midnight, on a Friday
    "Asia/Jerusalem",  # changes on a Friday
    "Asia/Shanghai",
    "Asia/Kathmandu",  # +5:45
    "Australia/Lord_Howe",  # changes by half an hour
    "Pacific/Chatham",  # +12:45
    "Pacific/Apia",  # skipped a Friday in 2011
    "Pacific/Kiritimati",  # +14
    "Pacific/Pago_Pago",  # -11
)
ZONES = st.sampled_from([ZoneInfo(name) for name in NAMES])
CHANGES = [
    datetime(2011, 12, 30, 10, tzinfo=UTC),  # Samoa
    datetime(2026, 3, 8, 7, tzinfo=UTC),  # New York
    datetime(2026, 3, 27, tzinfo=UTC),  # Jerusalem
    datetime(2026, 3, 29, 1, tzinfo=UTC),  # Berlin
    datetime(2026, 4, 4, 15, tzinfo=UTC),  # Chatham, Lord Howe
    datetime(2026, 4, 23, 22, tzinfo=UTC),  # Cairo
    datetime(2026, 10, 3, 15, tzinfo=UTC),  # Lord Howe
    datetime(2026, 10, 25, 1, tzinfo=UTC),  # Berlin
    datetime(2026, 10, 29, 21, tzinfo=UTC),  # Cairo
    datetime(2026, 11, 1, 5, tzinfo=UTC),  # New York, Havana
]


def _quarters(days):
    """Return moments this many days around a change, at whole quarters of an hour."""
    quarters = st.integers(-96 * days, 96 * days)
    return st.builds(lambda change, n: change + n * QUARTER, st.sampled_from(CHANGES), quarters)


instants = st.one_of(_quarters(1), _quarters(6), _quarters(200))
walls = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))
quiets = st.one_of(st.just(Quiet()), st.builds(Quiet, walls, walls, st.booleans()))
