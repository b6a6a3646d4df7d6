"""The app's Home: published when it is opened, or turned to another page."""

import re
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.errors import NotFoundError
from handlers import ids
from handlers.publishing import Homes
from handlers.readers import who
from handlers.views.home import Pages

OPENED = "app_home_opened"
PAGES = r"[0-9]{1,4}(\.[0-9]{1,4}){0,9}"  # one for each part


def register(app: AsyncApp, homes: Homes) -> None:
    """Listen to the Home being opened, and to the buttons that turn its pages."""
    app.event(OPENED, matchers=[is_home])(partial(open_, homes=homes))
    app.event(OPENED)(ignore)
    for action in (ids.HOME_EARLIER, ids.HOME_LATER):
        app.action(action)(partial(turn, homes=homes))


async def is_home(event: dict[str, Any]) -> bool:
    """Match the Home; the event comes for the messages beside it too."""
    return event.get("tab") == "home"


async def open_(context: AsyncBoltContext, client: AsyncWebClient, homes: Homes) -> None:
    """Publish it from its first page."""
    await homes.show(who(context), (), client)


async def ignore() -> None:
    """Leave the other tab alone."""


async def turn(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    homes: Homes,
) -> None:
    """Publish it turned to another page of one part."""
    await ack()
    await homes.show(who(context), _pages(body["actions"][0].get("value")), client)


def _pages(value: object) -> Pages:
    """Return the pages a button names; what is beyond the last is the last."""
    if isinstance(value, str) and re.fullmatch(PAGES, value, re.ASCII):
        return [int(page) for page in value.split(".")]
    raise NotFoundError
