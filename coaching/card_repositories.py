"""What coaching needs from a database about scorecards and guides; `repositories` has the rest."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from coaching.guide.step import Step
from coaching.loop import Interview
from coaching.scorecard import Draft, Item, Scorecard


class Scorecards(Protocol):
    """Scorecards, drafts and sealed ones."""

    async def of(self, interview: Interview, items: Sequence[Item]) -> Scorecard:
        """Return the card of an interview in the order of ``items``, empty before it is begun.

        A sealed card keeps the items it was sealed with.
        """

    async def draft(self, interview: Interview, draft: Draft, items: Sequence[Item]) -> None:
        """Keep what is newer than what is there; a sealed card stays as it is."""

    async def seal(self, interview: Interview, now: datetime) -> bool:
        """Seal a card as it is; return False when it was sealed before."""

    async def begun(self, interview: str) -> bool:
        """Tell whether anything was chosen or typed on a card."""

    async def entrust(self, interview: Interview, writer: str | None) -> None:
        """Let somebody write an unsealed card, or for None its interviewer; it is empty again."""

    async def writers(self, candidate: str) -> Mapping[str, str]:
        """Return who writes for the interviewer, by interview, where somebody does."""

    async def unsealed(self, writer: str, limit: int) -> Sequence[Interview]:
        """Return the interviews whose card a person has to seal, the earliest first."""

    async def sealed(self, candidate: str) -> Mapping[str, datetime]:
        """Return which interviews of a candidate have a sealed card, and since when."""

    async def sealed_in(self, candidates: Collection[str]) -> Mapping[str, datetime]:
        """Return the same for many candidates at once."""

    async def touched(self, interviewer: str) -> Mapping[str, int]:
        """Return which drafts a person has begun to write, and when they last did.

        By interview, in microseconds of Slack's clock; what somebody else wrote is not theirs.
        """

    async def sealed_by(self, writer: str, since: datetime) -> Sequence[Scorecard]:
        """Return the cards that a person has sealed since then, the earliest first."""

    async def said_of(self, question: str) -> Collection[str]:
        """Return the interviews in which a question was rated or written about."""


class Guides(Protocol):
    """Live guides: what was pressed and written in an interview, step by step."""

    async def show(self, interview: str, now: datetime) -> int:
        """Note that a guide's card is posted, for the first time or again; return how often."""

    async def hold(self, interview: str) -> bool:
        """Hold a guide until the transaction ends; return False when there is none."""

    async def add(self, interview: str, step: Step) -> None:
        """Append a step to a guide that is held; one that was there before is there once."""

    async def steps(self, interview: str) -> Sequence[Step]:
        """Return all steps in the order they came, none without a guide."""

    async def rewrite(self, interview: str, key: str, detail: str) -> None:
        """Let a step say something else: what it said is not to be kept."""


class Besides(Protocol):
    """What a scorecard rates besides the plan of its interview."""

    async def of(self, interview: str) -> Sequence[str]:
        """Return the competencies that were added to a card, then those written about as a whole.

        Some of these may be planned.
        """

    async def add(self, interview: Interview, competency: str) -> None:
        """Let a card that is not sealed rate a competency as a whole."""

    async def take_off(self, interview: str, competency: str) -> None:
        """Let it no longer be asked for; what was written about it stays, and stays asked for."""
