"""Whom the app may mention: anybody in Slack, only some where a workspace says so."""

from playground.checker.mentions import unwanted
from playground.wire import Json, refuse
from playground.world.workspace import Workspace


def unasked(slack: Workspace, payload: Json) -> list[str]:
    """Return what is wrong with the mentions in a message or a view."""
    if slack.may_ping is None:
        return []
    return [str(found) for found in unwanted(payload, slack.may_ping)]


def only_allowed(slack: Workspace, payload: Json) -> None:
    """Refuse a message or a view that mentions somebody who may not be mentioned."""
    if found := unasked(slack, payload):
        refuse("invalid_blocks", *found)
