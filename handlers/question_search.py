"""What a person looks for in the list of questions: from its modal, and from its command.

What is no choice of ours leaves its side open.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Self

from pydantic import Field, ValidationError

from coaching.browsing import Listing
from coaching.typed import beginning, keepable
from handlers import ids
from handlers.held import Metadata
from questions.bank import TYPES, Type
from questions.model import LEVELS, Level
from questions.searching import Search

WORDS = 200  # UTF-16 units that the box takes
ANY = "*"  # no id of ours
STEPS = {ids.QUESTIONS_EARLIER: -1, ids.QUESTIONS_LATER: 1}
MANY = 100_000


class ListMetadata(Metadata):
    """Which page is shown, of which search, and how often the form was cleared."""

    page: int = Field(default=0, ge=0, le=MANY)
    search: str = Field(default="", pattern=r"^[0-9a-f]{0,8}$")
    turn: int = Field(default=0, ge=0, le=MANY)


@dataclass(frozen=True, slots=True)
class Asked:
    """A search, the page of it, and the number of the form it was read from.

    ``cut``: more was asked for than the box takes.
    """

    search: Search
    page: int = 0
    turn: int = 0
    cut: bool = False

    @classmethod
    def command(cls, command: Mapping[str, Any]) -> Self:
        """Read the words of a command."""
        text = str(command.get("text") or "")
        return cls(Search(words(text)), cut=len(words(text)) < len(line(text)))

    @classmethod
    def view(cls, view: Mapping[str, Any], done: str = "") -> Self:
        """Read the list's modal as it is now; ``done`` is the action that was taken in it.

        Another search begins at its first page.
        """
        kept, search = _metadata(view), _search(view)
        if done == ids.QUESTIONS_CLEAR:
            return cls(Search(), turn=kept.turn + 1)
        if fingerprint(search) != kept.search:
            return cls(search, turn=kept.turn)
        return cls(search, max(0, kept.page + STEPS.get(done, 0)), kept.turn)


def words(text: str) -> str:
    """Return what can be looked for: a line of at most 200 units."""
    return beginning(line(text), WORDS)


def line(text: str) -> str:
    """Return a text as one line, with single spaces."""
    return " ".join(keepable(text).split())


def metadata(listing: Listing, turn: int) -> str:
    """Return what the list's modal remembers."""
    page, search = min(listing.page, MANY), fingerprint(listing.search)
    return ListMetadata(page=page, search=search, turn=min(turn, MANY)).model_dump_json()


def fingerprint(search: Search) -> str:
    """Return eight hex digits that tell one search from another."""
    return sha256(repr(search).encode()).hexdigest()[:8]


def _search(view: Mapping[str, Any]) -> Search:
    values = ((view.get("state") or {}).get("values") or {}).values()
    held = {action_id: element for block in values for action_id, element in block.items()}
    level, type_ = _chosen(held, ids.QUESTIONS_LEVEL), _chosen(held, ids.QUESTIONS_TYPE)
    levels: Mapping[str | None, Level] = {each: each for each in LEVELS}
    types: Mapping[str | None, Type] = {each: each for each in TYPES}
    return Search(
        words(str((held.get(ids.QUESTIONS_WORDS) or {}).get("value") or "")),
        _chosen(held, ids.QUESTIONS_COMPETENCY),
        _chosen(held, ids.QUESTIONS_PART),
        levels.get(level),
        types.get(type_),
    )


def _chosen(held: Mapping[str, Mapping[str, Any]], action_id: str) -> str | None:
    option = (held.get(action_id) or {}).get("selected_option")
    return str(option["value"]) if option and option["value"] != ANY else None


def _metadata(view: Mapping[str, Any]) -> ListMetadata:
    """Return what the modal remembers; what we never wrote there is forgotten."""
    try:
        return ListMetadata.model_validate_json(view.get("private_metadata") or "{}")
    except ValidationError:
        return ListMetadata()
