"""What happens first to a request: whose is it, and was it here before."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncBoltContext
from slack_bolt.response import BoltResponse

import handlers
from bot.identity import Identity
from coaching.inbox import Inbox

Next = Callable[[], Awaitable[BoltResponse]]
Once = Callable[..., Awaitable[BoltResponse]]

KINDS = {
    "block_actions",
    "block_suggestion",
    "event_callback",
    "message_action",
    "shortcut",
    "view_closed",
    "view_submission",
}
HARMLESS = {"url_verification"}  # says nothing about anybody, and knows no team


@dataclass(frozen=True, slots=True)
class Gate:
    """Counts requests, refuses those of other workspaces without a word, and takes each once."""

    identity: Identity
    token: str
    inbox: Inbox
    count: Callable[[str], None]

    def middleware(self) -> Callable[..., Awaitable[BoltResponse]]:
        """Return what Bolt runs after the signature check and before authorisation."""
        once: Once = partial(handlers.inbox.once, inbox=self.inbox)

        async def enter(
            body: dict[str, Any], context: AsyncBoltContext, next_: Next
        ) -> BoltResponse:
            self.count(_kind(body))
            if not handlers.shape.fits(body):
                return BoltResponse(status=400)
            if body.get("type") in HARMLESS:
                return await next_()
            if self._is_from_elsewhere(body, context) or self._is_our_own(body):
                return BoltResponse(status=200)
            context.client.token = self.token  # a refusal by the inbox is told with it
            return await once(body=body, context=context, next_=next_)

        return enter

    def _is_from_elsewhere(self, body: dict[str, Any], context: AsyncBoltContext) -> bool:
        """Tell another workspace's requests, and its people's in a channel that we share."""
        user = body.get("user")
        home = user.get("team_id") if isinstance(user, dict) else None
        return context.team_id != self.identity.team or home not in (None, self.identity.team)

    def _is_our_own(self, body: dict[str, Any]) -> bool:
        """Tell what we said ourselves from what we were told."""
        event = body.get("event") or {}
        ours = {self.identity.bot_id, self.identity.bot_user} - {""}
        return event.get("bot_id") in ours or event.get("user") in ours


def _kind(body: dict[str, Any]) -> str:
    if "command" in body:
        return "command"
    kind = str(body.get("type"))
    return kind if kind in KINDS else "other"
