"""A second opinion: slack_sdk's own models."""

import json
from functools import lru_cache

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from playground.checker.findings import Finding, Findings
from playground.wire import Json

REMEMBERED = 4_096  # blocks; most are shown again and again, and a look at one takes 0.3 ms
BLOCK = {"type": "divider"}


def blocks(given: list[Json], pointer: str) -> Findings:
    """Let the models look at each block."""
    for index, each in enumerate(given):
        if fault := _fault(json.dumps(each)):
            yield Finding(fault, f"{pointer}/{index}")


def view(given: Json, pointer: str) -> Findings:
    """Let the model look at a view, apart from its blocks: `blocks` has looked at each."""
    counted = given | {"blocks": [BLOCK] * len(given.get("blocks") or ())}
    try:
        View(**json.loads(json.dumps(counted))).to_dict()
    except (SlackObjectFormationError, TypeError) as error:
        yield Finding(str(error), pointer)


@lru_cache(REMEMBERED)
def _fault(written: str) -> str:
    """Return what the model says against a block, if anything.

    Models change what they are given: this block is nobody else's.
    """
    try:
        if parsed := Block.parse(json.loads(written)):
            parsed.to_dict()
    except (SlackObjectFormationError, TypeError) as error:
        return str(error)
    return ""
