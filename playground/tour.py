"""A tour: steps that a visitor takes, each prepared with one press and seen when it is done."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from playground.wire import Json

Words = dict[str, str]  # a text by language: "en" and "zh"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: where it happens, what is said about it, and how it is prepared and seen done.

    ``beside`` is who may be watched at the same time, as person and channel.
    """

    id: str
    person: str
    channel: str
    title: Words
    text: Words
    prepare: Words
    arrange: Callable[[], Awaitable[None]]
    reached: Callable[[], bool]
    beside: tuple[str, str] | None = None


@dataclass(slots=True)
class Tour:
    """All steps in order; a step that was done once stays done."""

    steps: Sequence[Step]
    done: set[str] = field(default_factory=set)

    async def prepare(self, name: str) -> None:
        """Prepare a step; LookupError when there is none by that name."""
        await self._step(name).arrange()

    def wire(self) -> Json:
        """Return the tour as the page shows it."""
        self.done |= {step.id for step in self.steps if step.reached()}
        steps = [self._wire(step) for step in self.steps]
        current = next((step["id"] for step in steps if not step["done"]), None)
        return {"steps": steps, "current": current}

    def _step(self, name: str) -> Step:
        for step in self.steps:
            if step.id == name:
                return step
        raise LookupError(name)

    def _wire(self, step: Step) -> Json:
        beside = step.beside and dict(zip(("person", "channel"), step.beside, strict=True))
        words = {"title": step.title, "text": step.text, "prepare": step.prepare}
        where = {"person": step.person, "channel": step.channel, "beside": beside}
        return {"id": step.id, **where, **words, "done": step.id in self.done}
