"""What somebody is told of an interview that went otherwise than planned."""

from collections.abc import Mapping
from dataclasses import dataclass

from coaching.loop import Interview, Loop
from coaching.repositories import Work


@dataclass(frozen=True, slots=True)
class Told:
    """An interview as somebody is told of it, and what its people are called.

    ``before`` is who was to hold it, when that is somebody else; ``nudge`` is the channel and the
    timestamp of the message that reminded them last.
    """

    loop: Loop
    interview: Interview
    names: Mapping[str, str]
    before: str = ""
    nudge: tuple[str, str] | None = None


async def names_of(work: Work, *people: str) -> Mapping[str, str]:
    """Return what people are called; one that is empty is nobody."""
    return await work.people.names([person for person in people if person])
