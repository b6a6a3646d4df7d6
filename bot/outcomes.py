"""How a call to Slack ended: what may be tried again, what must be looked for, what is over.

A name that Slack says is a refusal: nothing was posted. Silence, and answers that only say that
something broke, prove nothing either way.
"""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.tracebacks import SLACK_WORD
from coaching.post import Dead, Parked, Paused, Temporary, Unknown

Failure = Temporary | Unknown | Parked | Dead | Paused

# What a call through slack_sdk may raise, and what reading its answer may. The SDK trips with an
# AttributeError over JSON that is no object, and with a ValueError over what is no text.
FAILURES = (
    SlackApiError,
    aiohttp.ClientError,
    TimeoutError,
    OSError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
LONGEST = timedelta(hours=1)  # what Slack may ask us to wait

BROKE = {"fatal_error", "internal_error", "request_timeout", "service_unavailable"}
BUSY = {"message_limit_exceeded", "rate_limited", "ratelimited", "team_added_to_org"}
TOKEN = {
    "access_denied",
    "account_inactive",
    "app_access_restricted",
    "ekm_access_denied",
    "enterprise_is_restricted",
    "invalid_auth",
    "missing_scope",
    "no_permission",
    "not_allowed_token_type",
    "not_authed",
    "org_login_required",
    "team_access_not_granted",
    "team_not_found",
    "token_expired",
    "token_revoked",
    "two_factor_setup_required",
}
# What says that the app may not do this one thing, not that its token is worth nothing.
NOT_ALLOWED = {"access_denied", "missing_scope", "no_permission", "not_allowed_token_type"}
CONTENT = {
    "attachment_payload_limit_exceeded",
    "block_mismatch",
    "invalid_arg_name",
    "invalid_arguments",
    "invalid_array_arg",
    "invalid_attachments",
    "invalid_blocks",
    "invalid_blocks_format",
    "invalid_charset",
    "invalid_form_data",
    "invalid_json",
    "invalid_metadata_format",
    "invalid_metadata_schema",
    "invalid_post_type",
    "json_not_object",
    "markdown_text_conflict",
    "metadata_must_be_sent_from_app",
    "metadata_too_large",
    "missing_post_type",
    "msg_blocks_too_long",
    "msg_too_long",
    "no_text",
    "too_many_attachments",
    "too_many_contact_cards",
}


def sort(error: Exception) -> Failure:
    """Return what became of a message whose sending raised ``error``."""
    if isinstance(error, SlackApiError):
        return _answered(error)
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError):
        return Temporary("no connection to Slack")
    if isinstance(error, asyncio.TimeoutError):
        return Unknown("Slack did not answer in time")
    return Unknown(type(error).__name__)


def nothing_posted(failure: Failure) -> Failure:
    """Correct what went wrong before anything was posted: it is never unknown."""
    return Temporary(failure.reason) if isinstance(failure, Unknown) else failure


def refused_extra(failure: Failure) -> bool:
    """Tell whether something that is only an extra is refused: then it is let go."""
    allowed = not (isinstance(failure, Paused) and failure.reason in NOT_ALLOWED)
    return isinstance(failure, Parked | Dead) or not allowed


def name(error: SlackApiError) -> str:
    """Return Slack's word for an error, or nothing when the answer has none."""
    data = getattr(error.response, "data", None)
    word = data.get("error") if isinstance(data, Mapping) else None
    return word if isinstance(word, str) and SLACK_WORD.fullmatch(word) else ""


def asked(error: SlackApiError) -> timedelta | None:
    """Return how long Slack asked us to wait; None when it did not."""
    failure = _answered(error)
    return failure.after if isinstance(failure, Temporary) else None


def _answered(error: SlackApiError) -> Failure:
    status = _status(error.response)
    said = name(error)
    if status == HTTPStatus.TOO_MANY_REQUESTS or said in BUSY:
        return Temporary(said or "ratelimited", _wait(error.response))
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or not said or said in BROKE:
        return Unknown(said or f"status {status}")
    if said in TOKEN:
        return Paused(said)
    return Dead(said) if said in CONTENT else Parked(said)


def _status(response: Any) -> int:
    """Return the status: the SDK hands on its own response, or aiohttp's when it is not JSON."""
    status = getattr(response, "status_code", None) or getattr(response, "status", None)
    return status if isinstance(status, int) else 0


def _wait(response: Any) -> timedelta | None:
    """Return what ``Retry-After`` asks for; None when it is missing or not a number."""
    asked = str((getattr(response, "headers", None) or {}).get("Retry-After", ""))
    if not asked.isascii() or not asked.isdigit():
        return None
    return min(timedelta(seconds=int(asked[:9])), LONGEST)
