"""Homes: whose is shown where, published anew when something in it has changed."""

import json
import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from coaching.errors import CoachingError, NotAMemberError
from coaching.overview import Overviews
from coaching.person import Person
from coaching.ports import Clock
from coaching.practice.record import PracticeRecord
from coaching.practice.rounds import Practice
from handlers.readers import Readers
from handlers.refusals import UNREACHABLE
from handlers.views import home as views
from handlers.views.home import Pages
from handlers.views.kit import Block

logger = logging.getLogger(__name__)

WATCHED = 200  # people whose Home is kept up to date while they may be looking at it
LOOK = timedelta(minutes=1)  # how often it is looked for what nobody told this process


@dataclass(frozen=True, slots=True)
class Shown:
    """What somebody's Home shows: a digest of it, its version at Slack, where it is turned to."""

    digest: str
    version: str
    pages: Pages = ()


@dataclass(slots=True)
class Homes:
    """Publishes Homes, and keeps those that were opened last up to date.

    Which these are is remembered in this process alone, and is no loss: a Home is published anew
    each time it is opened. Of several replicas the one that published last looks after it; the
    version that Slack compares tells the others that it is no longer theirs.
    """

    overviews: Overviews
    practice: Practice
    record: PracticeRecord
    readers: Readers
    now: Clock
    _shown: dict[Person, Shown] = field(default_factory=dict)
    _stale: bool = False
    _looked: datetime | None = None
    _looking: bool = False

    async def show(self, person: Person, pages: Pages, client: AsyncWebClient) -> None:
        """Publish a Home, whatever it showed, and look after it from now on.

        Raises NotAMemberError for people who are not of this workspace.
        """
        view = await self._view(person, pages)
        shown = await _published(person, view, pages, client)
        self._shown.pop(person, None)
        self._shown[person] = shown
        if len(self._shown) > WATCHED:
            del self._shown[next(iter(self._shown))]

    def stale(self) -> None:
        """Note that something was done here that may change what somebody's Home says."""
        self._stale = True

    async def refresh(self, client: AsyncWebClient) -> None:
        """Publish again what has changed; what went wrong with one Home is logged."""
        if self._looking:
            return
        self._looking = True
        try:
            while self._is_time():
                for person in list(self._shown):
                    await self._look(person, client)
        finally:
            self._looking = False

    def _is_time(self) -> bool:
        """Tell whether to look at everybody's Home now, which is then done."""
        now = self.now()
        due = self._stale or self._looked is None or now - self._looked >= LOOK
        if due:
            self._stale, self._looked = False, now
        return due

    async def _look(self, person: Person, client: AsyncWebClient) -> None:
        shown = self._shown.get(person)
        if shown is None:
            return
        try:
            view = await self._view(person, shown.pages)
            if _digest(view) != shown.digest:
                new = await _published(person, view, shown.pages, client, shown.version)
                self._exchange(person, shown, new)
        except NotAMemberError:
            self._exchange(person, shown, None)
        except (CoachingError, *UNREACHABLE) as error:
            if _is_conflict(error):  # opened at another replica, which looks after it now
                self._exchange(person, shown, None)
            else:
                logger.warning("a Home is not up to date: %s", type(error).__name__)
        except Exception:
            logger.exception("a Home could not be kept up to date")

    def _exchange(self, person: Person, shown: Shown, new: Shown | None) -> None:
        """Remember something else, unless the Home was opened in the meantime."""
        if self._shown.get(person) is shown:
            if new:
                self._shown[person] = new
            else:
                del self._shown[person]

    async def _view(self, person: Person, pages: Pages) -> Block:
        reader = await self.readers.known(person)
        if not reader.profile.member:
            return views.guest(reader.texts)
        found = await self.overviews.of(person, reader.texts.zone)
        practice = await self.practice.under_way(person.team, person.id)
        progress = await self.record.progress(person)
        return views.home(found, practice, progress, pages, reader.texts)


async def _published(
    person: Person, view: Block, pages: Pages, client: AsyncWebClient, version: str | None = None
) -> Shown:
    """Publish a view; with a ``version``, only in its place."""
    reply = await client.views_publish(user_id=person.id, view=view, hash=version)
    return Shown(_digest(view), str(reply["view"]["hash"]), pages)


def _digest(view: Block) -> str:
    return sha256(json.dumps(view).encode()).hexdigest()


def _is_conflict(error: Exception) -> bool:
    return isinstance(error, SlackApiError) and error.response.get("error") == "hash_conflict"
