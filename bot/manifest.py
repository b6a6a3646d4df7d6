"""What we asked Slack for: the manifest beside the code."""

from pathlib import Path
from typing import Any

import yaml

PATH = Path(__file__).parents[1] / "manifest.yaml"


def read(path: Path = PATH) -> dict[str, Any]:
    """Return the manifest as Slack reads it."""
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def scopes(manifest: dict[str, Any]) -> frozenset[str]:
    """Return what the bot token must be allowed to do."""
    return frozenset(manifest["oauth_config"]["scopes"]["bot"])


def commands(manifest: dict[str, Any]) -> frozenset[str]:
    """Return the slash commands."""
    return frozenset(each["command"] for each in manifest["features"]["slash_commands"])
