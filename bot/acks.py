"""An answer once given stays given, and what is answered is noted."""

from dataclasses import dataclass

from slack_bolt.listener.async_listener_completion_handler import AsyncListenerCompletionHandler
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

import handlers
from bot.background import Background
from coaching.inbox import Inbox


@dataclass(frozen=True, slots=True)
class Acks(AsyncListenerCompletionHandler):
    """Gives back the ack that Bolt takes from a listener which raises right after it.

    Bolt looks for the ack every 10 ms. Without this it would miss one that was followed by an
    error, wait three seconds and run the next listener as well.
    """

    inbox: Inbox
    background: Background

    async def handle(self, request: AsyncBoltRequest, response: BoltResponse | None) -> None:
        """Ack; Bolt calls this in the same step, before it looks again. Nobody waits for the note.

        What was refused is not done: a corrected form would be swallowed as its copy.
        """
        del response
        if request.context.ack.response is None:
            await request.context.ack()
        key = handlers.inbox.key(request.body)
        if key and handlers.refusals.REFUSED not in request.context:
            self.background.run(self.inbox.done(request.context.team_id or "", key))
