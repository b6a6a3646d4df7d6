"""A message the bot owes, and how an attempt to send it can end."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar
from uuid import NAMESPACE_OID, uuid5

PARKED = "parked"  # the kind of message that tells an owner
DECISION = "decision"  # the kind that is pinned once it is there
PIN = "pin"  # no message: the deed that pins one


@dataclass(frozen=True, slots=True)
class Post:
    """A message the bot owes.

    ``key`` is unique and goes out as metadata anyone can read: opaque. ``channel`` is a channel,
    or a person for a direct message. ``subject`` is the id of what it is about: the words are
    found when it is sent, so that no text waits here. ``owner`` is told when it cannot be posted.
    ``maybe_sent`` is the moment of the first attempt whose end we have not seen.
    """

    key: str
    kind: str
    channel: str
    subject: str
    owner: str = ""
    page: int = 0
    thread_ts: str = ""
    attempts: int = 0
    maybe_sent: datetime | None = None


def owed(team: str, kind: str, channel: str, subject: str, owner: str = "") -> Post:
    """Return the one message of this kind to this place about this subject: same key each time."""
    key = uuid5(NAMESPACE_OID, f"{team}/{kind}/{channel}/{subject}").hex
    return Post(key, kind, channel, subject, owner)


@dataclass(frozen=True, slots=True)
class Sent:
    """Slack has it. ``pages`` is how many messages the whole needs."""

    channel: str
    ts: str
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Temporary:
    """Surely not sent; try again, ``after`` so long where that is known.

    ``quiet``: it is only this message that waits, as its reader rests; else Slack asked for it,
    and would ask the same for whatever goes there.
    """

    reason: str
    after: timedelta | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nobody can say whether Slack has it: look before sending again."""

    reason: str


@dataclass(frozen=True, slots=True)
class Parked:
    """The place cannot take it; its owner is told and may try again."""

    reason: str
    state: ClassVar[str] = "parked"


@dataclass(frozen=True, slots=True)
class Dead:
    """Slack refused the content, and its plain form too."""

    reason: str
    state: ClassVar[str] = "dead"


@dataclass(frozen=True, slots=True)
class Paused:
    """Slack no longer takes our token: the whole workspace waits."""

    reason: str


@dataclass(frozen=True, slots=True)
class Expired:
    """There is nothing to say any more; ``quiet``: nothing went wrong either."""

    reason: str
    quiet: bool = False
    state: ClassVar[str] = "expired"


Outcome = Sent | Temporary | Unknown | Parked | Dead | Paused | Expired
Found = Sent | Unknown | Parked | Paused | None


def next_page(team: str, post: Post, sent: Sent) -> Post | None:
    """Return the message that continues this one, in its thread: one at a time keeps the order."""
    page = post.page + 1
    if page >= sent.pages:
        return None
    key = uuid5(NAMESPACE_OID, f"{team}/{post.kind}/{post.subject}/{page}/{post.key}").hex
    return Post(
        key,
        post.kind,
        sent.channel,
        post.subject,
        post.owner,
        page=page,
        thread_ts=post.thread_ts or sent.ts,
    )


def pin_of(team: str, post: Post, sent: Sent) -> Post | None:
    """Return the deed that pins a message which is there now, if it is of that kind.

    It is owed apart from the message, so that no pin that fails ever sends one again.
    """
    if post.kind != DECISION:
        return None
    key = uuid5(NAMESPACE_OID, f"{team}/{PIN}/{post.key}").hex
    return Post(key, PIN, sent.channel, post.subject)


def parked_notice(team: str, post: Post, now: datetime) -> Post:
    """Tell the owner; parked again after another try, they are told again."""
    key = uuid5(NAMESPACE_OID, f"{team}/{PARKED}/{post.key}/{now.isoformat()}").hex
    return Post(key, PARKED, post.owner, post.key)
