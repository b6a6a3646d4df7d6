"""Who is who and what is what, as Slack says it now."""

import asyncio
import logging
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot import outcomes
from coaching.errors import SlackSilentError
from coaching.person import Person, Profile
from coaching.places import Channel

logger = logging.getLogger(__name__)

PATIENCE = 0.7  # seconds: a person may be waiting
PAGE = 999  # the most Slack gives at once
PAGES = 10

NOBODY = {"user_not_found", "user_not_visible", "users_not_found"}
NOWHERE = {"channel_not_found", "not_in_channel", "method_not_supported_for_channel_type"}


@dataclass(frozen=True, slots=True)
class SlackDirectory:
    """Asks the Web API; raises SlackSilentError when it gives no answer in time."""

    client: AsyncWebClient
    patience: float = PATIENCE

    async def person(self, person: Person) -> Profile | None:
        """Return somebody, or None when Slack knows nobody by that id."""
        call = self.client.users_info(user=person.id, include_locale=True)
        answer = await self._ask(call, "user", NOBODY)
        return None if answer is None else _profile(person, answer["user"])

    async def channel(self, team: str, channel: str) -> Channel | None:
        """Return a channel, or None when it does not exist or hides itself from us."""
        del team  # the token is the team's
        call = self.client.conversations_info(channel=channel)
        answer = await self._ask(call, "channel", NOWHERE)
        return None if answer is None else _channel(answer["channel"])

    async def members(self, team: str, channel: str) -> frozenset[str]:
        """Return the ids of all members, however many pages they fill."""
        del team
        found: set[str] = set()
        cursor = ""
        for _ in range(PAGES):
            call = self.client.conversations_members(channel=channel, cursor=cursor, limit=PAGE)
            if (answer := await self._ask(call, "members", NOWHERE)) is None:
                return frozenset()
            found.update(answer["members"])
            if not (cursor := next_cursor(answer)):
                return frozenset(found)
        raise SlackSilentError

    async def _ask(
        self, call: Awaitable[AsyncSlackResponse], part: str, nothing: set[str]
    ) -> AsyncSlackResponse | None:
        """Return an answer with ``part`` in it, or None when Slack says there is no such thing."""
        try:
            async with asyncio.timeout(self.patience):
                answer = await call
        except SlackApiError as error:
            if (said := outcomes.name(error)) in nothing:
                return None
            logger.warning("Slack would not tell: %s", said or "no word why")
            raise SlackSilentError(outcomes.asked(error)) from error
        except outcomes.FAILURES as error:
            raise SlackSilentError from error
        if answer.get(part) is None:
            raise SlackSilentError
        return answer


def next_cursor(answer: AsyncSlackResponse) -> str:
    """Return where the next page begins, or nothing."""
    return str((answer.get("response_metadata") or {}).get("next_cursor") or "")


def _profile(person: Person, user: dict[str, Any]) -> Profile:
    card = user.get("profile") or {}
    shown = (card.get("real_name"), user.get("real_name"), card.get("display_name"))
    names = list(dict.fromkeys(str(name) for name in (*shown, user.get("name")) if name))
    return Profile(
        id=person.id,
        name=names[0] if names else person.id,
        locale=str(user.get("locale") or ""),
        zone=str(user.get("tz") or ""),
        guest=bool(user.get("is_restricted") or user.get("is_ultra_restricted")),
        bot=bool(user.get("is_bot")),
        deleted=bool(user.get("deleted")),
        stranger=bool(user.get("is_stranger")) or user.get("team_id", person.team) != person.team,
        also=" ".join(names[1:]),
    )


def _channel(channel: dict[str, Any]) -> Channel:
    direct = bool(channel.get("is_im"))
    outside = ("is_ext_shared", "is_pending_ext_shared", "is_org_shared", "is_shared")
    return Channel(
        id=str(channel["id"]),
        name=str(channel.get("name") or ""),
        private=bool(channel.get("is_private")) or direct,
        archived=bool(channel.get("is_archived")),
        shared=any(channel.get(kind) for kind in outside),
        member=bool(channel.get("is_member")) or direct,
    )
