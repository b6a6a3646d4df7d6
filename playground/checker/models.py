"""A second opinion: slack_sdk's own models."""

import copy

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from playground.checker.findings import Finding, Findings
from playground.wire import Json


def blocks(given: list[Json], pointer: str) -> Findings:
    """Let the models look at each block; they change what they are given, so give them a copy."""
    for index, each in enumerate(copy.deepcopy(given)):
        try:
            if parsed := Block.parse(each):
                parsed.to_dict()
        except (SlackObjectFormationError, TypeError) as error:
            yield Finding(str(error), f"{pointer}/{index}")


def view(given: Json, pointer: str) -> Findings:
    """Let the model look at a view."""
    try:
        View(**copy.deepcopy(given)).to_dict()
    except (SlackObjectFormationError, TypeError) as error:
        yield Finding(str(error), pointer)
