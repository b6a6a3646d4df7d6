"""A message with a file: Slack takes it in three steps, and only the last one shows it.

The answer to that step does not say where the message is, and it may come before the message: so
it is recognised in the history by two signs, see `history.signed` and `history.named`.
"""

import json
from dataclasses import dataclass

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.history import named, signed
from bot.outcomes import FAILURES, Failure, nothing_posted, refused_extra, sort
from coaching.post import Expired, Outcome, Post, Sent
from handlers.rendered import Attachment, Rendered


@dataclass(frozen=True, slots=True)
class Files:
    """Brings files, with a client that never retries by itself."""

    client: AsyncWebClient

    async def post(self, channel: str, post: Post, rendered: Rendered, file: Attachment) -> Outcome:
        """Post a message with a file; whatever Slack refuses is let go: it is only an extra."""
        try:
            brought = await self._bring(file, post.key)
        except FAILURES as error:
            return _extra(nothing_posted(sort(error)))
        try:
            reply = await self.client.files_completeUploadExternal(
                files=[{"id": brought, "title": file.title}],
                channel_id=channel,
                thread_ts=post.thread_ts or None,
                blocks=json.dumps(signed(rendered.blocks, post.key)),
            )
            return Sent(channel, _stamp(reply, channel), rendered.pages)
        except FAILURES as error:
            return _extra(sort(error))

    async def _bring(self, file: Attachment, key: str) -> str:
        """Send the content, which nobody sees yet; return the file's id."""
        asked = await self.client.files_getUploadURLExternal(
            filename=named(file.name, key), length=len(file.content), alt_txt=file.alt or None
        )
        session = self.client.session
        if session is None:
            raise AssertionError  # `clients` gives every client one
        url, proxy = str(asked["upload_url"]), self.client.proxy
        async with session.post(url, data=file.content, proxy=proxy) as reply:
            reply.raise_for_status()
        return str(asked["file_id"])


def _extra(failure: Failure) -> Outcome:
    """Let an extra go when it is refused; try again or look, as ever, when it is not."""
    if refused_extra(failure):
        return Expired(f"its file was refused: {failure.reason}")
    return failure


def _stamp(reply: AsyncSlackResponse, channel: str) -> str:
    """Return where the message is, if Slack says so already; else nothing."""
    shares = (
        share
        for file in reply.get("files") or ()
        for places in (file.get("shares") or {}).values()
        for share in places.get(channel) or ()
    )
    return next((str(share["ts"]) for share in shares), "")
