"""Time zones by their names."""

import pytest

from coaching.zones import zone_named


@pytest.mark.parametrize("name", ["UTC", "Asia/Shanghai", "America/Argentina/Buenos_Aires"])
def test_a_zone_is_found_by_its_name(name):
    assert zone_named(name).key == name


@pytest.mark.parametrize(
    "name", ["", "Europe", "Moon/Sea", "../UTC", "/etc/localtime", "\x00", "\ud800", "x" * 10_000]
)
def test_what_is_no_zone_is_none(name):
    assert zone_named(name) is None
