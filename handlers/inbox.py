"""Take each request once. Runs after the signature check, before authorisation."""

from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.async_app import AsyncBoltContext
from slack_bolt.response import BoltResponse

from coaching.inbox import Inbox, Request


async def once(
    body: dict[str, Any],
    context: AsyncBoltContext,
    next_: Callable[[], Awaitable[BoltResponse]],
    inbox: Inbox,
) -> BoltResponse:
    """Go on with a new request; tell Slack that an old one is fine."""
    seen = key(body)
    if seen:
        kept = _kept(body) if "event" in body else None
        if not await inbox.take(Request(context.team_id or "", seen, kept)):
            return BoltResponse(status=200)
    return await next_()


def key(body: dict[str, Any]) -> str | None:
    """Return what Slack repeats when it repeats a request, or None for what needs no such care.

    A view keeps its id when it is updated; its hash tells the steps apart. What is typed into it
    comes as actions, which have a moment of their own.
    """
    kind = body.get("type", "command")
    if actions := body.get("actions"):
        parts = [f"{act.get('action_ts')}:{act.get('action_id')}" for act in actions]
        place = (body.get("view") or {}).get("id") or body.get("trigger_id")
        return f"{kind}:{place}:{':'.join(parts)}"
    if view := body.get("view"):
        return f"{kind}:{view.get('id')}:{view.get('hash', '')}"
    name = body.get("event_id") or body.get("trigger_id")
    return f"{kind}:{name}" if name else None


def _kept(body: dict[str, Any]) -> dict[str, Any]:
    """Return an event to be worked on later: the Home it was seen on names candidates."""
    return body | {"event": {key: said for key, said in body["event"].items() if key != "view"}}
