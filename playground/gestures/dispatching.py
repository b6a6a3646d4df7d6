"""Handing a payload to the app, and what comes of it."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field

from playground.wire import NOT_DELIVERED, TIMEOUT, Ack, Json, NotDeliveredError
from playground.world.messages import Message
from playground.world.workspace import Workspace

TROUBLE = "We had some trouble connecting. Try again?"
OK = range(200, 300)


@dataclass(frozen=True, slots=True)
class Reaction:
    """How a gesture ended; ``errors`` are what the app (or Slack's form) says against an input.

    ``more`` is what else the page is told.
    """

    error: str = ""
    errors: dict[str, str] = field(default_factory=dict)
    message: Message | None = None
    more: Json = field(default_factory=dict)

    def wire(self) -> Json:
        """Return what the page is told."""
        if not self.error:
            return {"ok": True, **self.more}
        return {
            "ok": False,
            "error": self.error,
            **({"errors": self.errors} if self.errors else {}),
        }


Apply = Callable[[Json], Reaction]


async def dispatch(
    slack: Workspace, person: str, body: Json, apply: Apply, trouble: str = TROUBLE
) -> Reaction:
    """Deliver a gesture's payload, let its answer take effect, and wait until all has settled."""
    slack.failures.pop(person, None)
    try:
        reaction = apply(content(await delivered(slack, body)))
    except NotDeliveredError as error:
        reaction = Reaction(error.reason)
        slack.refuse(str(body.get("type") or body.get("command")), error.reason)
    if reaction.error and not reaction.errors:
        slack.failures[person] = trouble.format(error=reaction.error)
    slack.changes.tell()
    await slack.settle()
    return reaction


async def send_event(slack: Workspace, kind: str, body: Json) -> None:
    """Deliver an event, if the app wants such; nobody sees whether it was taken."""
    if not slack.manifest.subscribes(kind):
        return
    try:
        await delivered(slack, body)
    except NotDeliveredError as error:
        slack.refuse(kind, error.reason)
    await slack.settle()


async def delivered(slack: Workspace, body: Json) -> Ack:
    """Deliver a payload; NotDeliveredError when no good answer came in time."""
    slack.journal.begin("delivery", name(body), body, team=slack.team.id, person=person(body))
    try:
        ack = await _attempted(slack, body)
    except NotDeliveredError as error:
        _written(slack, body, None, error.reason)
        raise
    _written(slack, body, ack.body, "")
    return ack


def name(body: Json) -> str:
    """Return what a payload is called: its command, its event's type, or its own type."""
    event = body.get("event") or {}
    return str(body.get("command") or event.get("type") or body.get("type"))


def person(body: Json) -> str:
    """Return whose gesture a payload tells of."""
    user = body.get("user") or {}
    return str(body.get("user_id") or user.get("id") or (body.get("event") or {}).get("user") or "")


def _written(slack: Workspace, body: Json, response: object, error: str) -> None:
    if entry := slack.journal.waiting(body):
        slack.journal.end(entry, response, error)


async def _attempted(slack: Workspace, body: Json) -> Ack:
    task = asyncio.ensure_future(slack.deliver(body))
    slack.tasks.add(task)
    task.add_done_callback(slack.tasks.discard)
    retried = body.get("type") == "event_callback"  # the delivery itself knows when to give up
    await asyncio.wait({task}, timeout=None if retried else slack.patience)
    if not task.done():
        raise NotDeliveredError(TIMEOUT)
    ack = task.result()
    if ack.status not in OK:
        raise NotDeliveredError(NOT_DELIVERED)
    return ack


def content(ack: Ack) -> Json:
    """Understand an answer: JSON, or else plain text."""
    if isinstance(ack.body, dict):
        return ack.body
    try:
        parsed = json.loads(ack.body or "{}")
    except ValueError:
        parsed = None
    return parsed if isinstance(parsed, dict) else {"text": str(ack.body)}


def broken(slack: Workspace, gesture: str, *messages: str) -> Reaction:
    """Write down an answer that Slack would not understand."""
    slack.refuse(gesture, "invalid_response", *messages)
    return Reaction("invalid_response")
