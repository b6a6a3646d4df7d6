"""Whole messages: how much text, how much metadata."""

import json
from typing import Any

from playground import reading
from playground.checker.findings import units
from playground.wire import Json

TEXT = 40_000
ALL_TEXT = 13_200
METADATA = 16_000


def too_long(text: str, blocks: list[Json]) -> bool:
    """Tell whether the text of a message is more than Slack takes, all blocks together."""
    in_blocks = sum(units(each) for each in reading.texts(blocks))
    return units(text) > TEXT or in_blocks > ALL_TEXT


def check_metadata(metadata: Any) -> str:
    """Return Slack's name for what is wrong with metadata, or nothing."""
    if not isinstance(metadata, dict) or metadata.keys() != {"event_type", "event_payload"}:
        return "invalid_metadata_format"
    kind, payload = metadata["event_type"], metadata["event_payload"]
    if not isinstance(kind, str) or not kind or not isinstance(payload, dict):
        return "invalid_metadata_format"
    return "metadata_too_large" if units(json.dumps(metadata)) > METADATA else ""
