"""Refusals a person should be told about."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from coaching.phrase import Phrase


class CoachingError(Exception):
    """Something we refuse to do: ``phrase`` says why and what to do instead."""

    def __init__(self, phrase: Phrase, field: str | None = None) -> None:
        super().__init__(phrase.text)
        self.phrase = phrase
        self.fields: Mapping[str, Phrase] = {field: phrase} if field else {}


class FormError(CoachingError):
    """A form cannot be taken as it is; each field says what it needs."""

    def __init__(self, fields: Mapping[str, Phrase]) -> None:
        super().__init__(next(iter(fields.values())))
        self.fields = fields


class BusyError(CoachingError):
    """The database did not answer in time; nothing was promised."""

    def __init__(self) -> None:
        super().__init__(
            Phrase("The database is not answering, so nothing was saved. Please try again shortly.")
        )


class SlackSilentError(CoachingError):
    """Slack did not tell us in time who somebody is, or what a channel is.

    ``after`` is how long it asked us to wait, when it did.
    """

    def __init__(self, after: timedelta | None = None) -> None:
        super().__init__(Phrase("Slack is not answering me right now. Please try again shortly."))
        self.after = after


class NotAMemberError(CoachingError):
    """Guests, bots, and people of another workspace: they learn nothing, not even what exists."""

    def __init__(self) -> None:
        super().__init__(Phrase("Interview Coach is open to full members of this workspace only."))


class NotFoundError(CoachingError):
    """The same words for what does not exist and for what this person may not see."""

    def __init__(self) -> None:
        super().__init__(Phrase("I found nothing here that you can open."))


class SealedError(CoachingError):
    """A sealed card is never changed."""

    def __init__(self, at: datetime) -> None:
        super().__init__(
            Phrase(
                "You sealed this scorecard on {at}. A sealed scorecard cannot be changed.",
                {"at": at},
            )
        )


class CalledOffError(CoachingError):
    """The interview was cancelled, did not happen, or is somebody else's by now."""

    def __init__(self) -> None:
        super().__init__(
            Phrase(
                "There is nothing left to do here: this interview was called off, "
                "or somebody else has it now."
            )
        )


class TooSoonError(CoachingError):
    """Nobody knows yet whether an interview happens, or who holds it."""

    def __init__(self) -> None:
        super().__init__(Phrase("This interview has not begun yet."))


class ScoredError(CoachingError):
    """Somebody sealed a card, so the interview happened and they held it."""

    def __init__(self) -> None:
        super().__init__(
            Phrase("The scorecard of this interview is sealed, so this cannot be changed any more.")
        )


class FixedError(CoachingError):
    """An interview that stays as it is, or that somebody else has changed meanwhile."""


class ReplacedError(CoachingError):
    """A card asks something else since it was opened: ``fields`` are no longer on it."""

    def __init__(self, fields: Collection[str]) -> None:
        phrase = Phrase(
            "A question of this interview was replaced. Copy what you wrote about it, then close "
            "the scorecard and open it again: everything else you wrote is kept."
        )
        super().__init__(phrase)
        self.fields = dict.fromkeys(fields, phrase)


def refuse(faults: Mapping[str, Phrase | None]) -> None:
    """Raise FormError when any field has a fault."""
    if found := {field: fault for field, fault in faults.items() if fault}:
        raise FormError(found)
