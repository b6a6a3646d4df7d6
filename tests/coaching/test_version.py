"""The version that files name is the one that is built."""

import tomllib
from pathlib import Path

from coaching.version import VERSION


def test_what_leaves_the_house_names_the_version_that_is_built():
    written = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf8")
    assert tomllib.loads(written)["project"]["version"] == VERSION
