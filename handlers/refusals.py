"""Tell a person why we refused. Listeners only raise."""

import json
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from logging import Logger
from typing import Any
from uuid import uuid4

import aiohttp
from slack_bolt.async_app import AsyncApp, AsyncBoltContext, AsyncRespond
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from coaching.errors import BusyError, CoachingError, SlackSilentError
from coaching.inbox import Inbox
from coaching.phrase import Phrase
from handlers.inbox import key
from handlers.readers import Readers, who
from handlers.texts import Texts

Later = Callable[[Coroutine[Any, Any, None]], object]
REFUSED = "refused"  # in the context: not done, though it is answered
GONE_ON = {"hash_conflict", "message_not_found", "not_found", "view_not_found"}
UNREACHABLE = (SlackClientError, aiohttp.ClientError, OSError, TimeoutError, ValueError)
TOO_LATE = {"expired_trigger_id", "exchanged_trigger_id"}


def register(app: AsyncApp, inbox: Inbox, readers: Readers, later: Later) -> None:
    """Answer for every listener that raised, and for the inbox."""
    app.error(partial(answer, inbox=inbox, readers=readers, later=later))


async def answer(  # noqa: PLR0913, PLR0917 - Bolt gives them by name
    error: Exception,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    respond: AsyncRespond,
    response: BoltResponse | None,
    logger: Logger,
    *,
    inbox: Inbox,
    readers: Readers,
    later: Later,
) -> BoltResponse | None:
    """Show it where the person is looking. ``response`` is None when the listener has acked."""
    if "event" in body and _final(error):
        return _json({}) if response else None  # a guest wrote to us: silence
    if _too_late_to_matter(error):
        return _json({}) if response else None
    if seen := key(body):
        context[REFUSED] = True
        later(inbox.failed(context.team_id or "", seen))
    refusal = _refusal(error, logger)
    if "event" in body:
        return None  # not acked: 500, and Slack sends it again; acked: the clock takes it up
    texts = await readers.texts(who(context))
    if response and body.get("type") == "view_submission":
        return _json(_errors(refusal, body["view"], texts))
    if response and "command" in body:
        return _json({"response_type": "ephemeral", "text": texts.say(refusal.phrase)})
    try:
        await _tell(body, context, client, respond, texts.say(refusal.phrase))
    except UNREACHABLE:
        logger.warning("a refusal could not be told")
    return _json({}) if response else None


@dataclass(frozen=True, slots=True)
class Refusal:
    """What to say, and where."""

    phrase: Phrase
    fields: Mapping[str, Phrase]


def _final(error: Exception) -> bool:
    """Tell a refusal that stays one from a failure that another try may mend."""
    return isinstance(error, CoachingError) and not isinstance(error, BusyError | SlackSilentError)


def _too_late_to_matter(error: Exception) -> bool:
    """Tell what changed, closed or went while we were drawing it: the person went on."""
    return isinstance(error, SlackApiError) and error.response.get("error") in GONE_ON


def _refusal(error: Exception, logger: Logger) -> Refusal:
    if isinstance(error, CoachingError):
        return Refusal(error.phrase, error.fields)
    if isinstance(error, SlackApiError) and error.response.get("error") in TOO_LATE:
        return Refusal(Phrase("That took too long for Slack. Please try once more."), {})
    reference = uuid4().hex[:8]
    logger.error("listener failed, reference %s", reference, exc_info=error)
    broken = Phrase(
        "Something broke on our side. If you report it, please quote {reference}.",
        {"reference": reference},
    )
    return Refusal(broken, {})


def _errors(refusal: Refusal, view: dict[str, Any], texts: Texts) -> dict[str, Any]:
    """Put each sentence at its field; what has none goes to the first field that can show it."""
    inputs = [block["block_id"] for block in view["blocks"] if block["type"] == "input"]
    errors = {field: texts.say(fault) for field, fault in refusal.fields.items() if field in inputs}
    errors = errors or dict.fromkeys(inputs[:1], texts.say(refusal.phrase))
    return {"response_action": "errors", "errors": errors} if errors else {}


async def _tell(
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    respond: AsyncRespond,
    text: str,
) -> None:
    """Answer beside the message that was clicked; from a modal, in the direct message."""
    if body.get("response_url") or body.get("response_urls"):
        await respond(text=text, replace_original=False, response_type="ephemeral")
    else:
        await client.chat_postMessage(channel=who(context).id, text=text)


def _json(body: dict[str, Any]) -> BoltResponse:
    headers: dict[str, str | Sequence[str]] = {"content-type": "application/json"}
    return BoltResponse(status=200, headers=headers, body=json.dumps(body) if body else "")
