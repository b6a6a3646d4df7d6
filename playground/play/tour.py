"""A tour: steps that a visitor takes, each prepared with one press and seen when it is done."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from playground.wire import Json
from playground.world.journal import Entry

Words = dict[str, str]  # a text by language: "en" and "zh"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: where it happens, what is said about it, how it is prepared and seen done.

    ``where`` and ``beside`` (who may be watched at the same time) are a person and a channel;
    ``words`` are title, text and the label of the button that prepares; ``compose`` is what is
    put into the message field; ``fits`` tells whether an entry of the journal is the deed.
    """

    id: str
    where: tuple[str, str]
    words: dict[str, Words]
    arrange: Callable[[], Awaitable[None]]
    fits: Callable[[Entry], bool]
    beside: tuple[str, str] | None = None
    compose: Words | None = None

    def wire(self, *, done: bool) -> Json:
        """Return the step as the page shows it."""
        person, channel = self.where
        beside = self.beside and dict(zip(("person", "channel"), self.beside, strict=True))
        where = {"person": person, "channel": channel, "beside": beside}
        return {"id": self.id, **where, **self.words, "compose": self.compose, "done": done}


@dataclass(slots=True)
class Tour:
    """All steps in order; a step that was done once stays done.

    While a step is arranged the page is shown nothing, so that it sees a form filled in at once.
    """

    steps: Sequence[Step]
    arranging: asyncio.Lock
    done: set[str] = field(default_factory=set)

    async def prepare(self, name: str) -> None:
        """Prepare a step; LookupError when there is none by that name, or nothing to open yet."""
        step = next((step for step in self.steps if step.id == name), None)
        if step is None:
            raise LookupError(name)
        async with self.arranging:
            await step.arrange()

    def watch(self, entry: Entry) -> None:
        """Look at what happened; a step may be done by it."""
        left = (step for step in self.steps if step.id not in self.done)
        self.done |= {step.id for step in left if step.fits(entry)}

    def wire(self) -> Json:
        """Return the tour as the page shows it."""
        left = [step.id for step in self.steps if step.id not in self.done]
        steps = [step.wire(done=step.id in self.done) for step in self.steps]
        return {"steps": steps, "current": left[0] if left else None}
