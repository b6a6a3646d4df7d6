"""What happened before a visitor comes: told through the people's own hands and the real bot."""

from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from bot.assembly import Bot
from playground.hands import Hand
from playground.house import House
from playground.play.clock import PlayClock
from playground.sights import Said
from playground.wire import Json
from playground.world.people import own
from playground.world.workspace import nothing_left

TEXTS = Path(__file__).with_name("story.yaml")
HIRING = "G0HIRING"
INSIGHT, TALK = "industry-business-insight", "communication-collaboration"
NUMBERS = "data-value-quantification"
AGO = timedelta(hours=26)  # when the story begins
CHINESE = "zh-CN"


def texts(language: str) -> Json:
    """Return what people say and write in a language."""
    content: Json = yaml.safe_load(TEXTS.read_text(encoding="utf-8"))
    said: Json = content[language]
    return said


class Story:
    """A debrief from yesterday, a loop in the middle, a practice interview that is paused."""

    def __init__(self, slack: House, bot: Bot, clock: PlayClock, language: str) -> None:
        self.words = texts(language)
        self._slack, self._bot, self._clock = slack, bot, clock
        self._language = language

    async def tell(self) -> None:
        """Let it all happen; it ends at this moment."""
        if self._language == CHINESE:
            for member in own(self._slack.people, self._slack.team):
                member.locale = CHINESE
                member.title = self.words["titles"].get(member.id, member.title)
        async with attentive(self._slack, self._bot):
            self._clock.start(AGO)
            await self._yesterday()
            await self._practice()
            self._clock.start(timedelta(hours=6))
            await self._today()
            self._clock.start(timedelta())
            await self._bot.tick()

    async def _yesterday(self) -> None:
        dana, alice, bob = self._hands("U0DANA", "U0ALICE", "U0BOB")
        await dana.command("/interview job", HIRING)
        await dana.type("title", self.words["job"])
        language = self._language
        await _fill(dana, {"level": "senior", "channel": HIRING, "language": language})
        await _send(dana)
        await fill(dana, self.words["yesterday"], ["U0ALICE", "U0BOB"])
        await self._start_soon(dana, 2)
        await dana.pick("release", "sealed")
        await cover(dana, [INSIGHT, TALK])
        await _send(dana)
        await dana.say(self.words["planned"], HIRING)
        await self._bot.tick()
        self._clock.start(AGO - timedelta(hours=4))
        await score(alice, zip((4, 2), self.words["alice"], strict=True), "yes")
        await _send(alice)
        await score(bob, zip((2, 4), self.words["bob"], strict=True), "no")
        await _send(bob)
        self._clock.advance(60)
        await self._bot.tick()
        await dana.say(self.words["opening"], HIRING)

    async def _practice(self) -> None:
        [chen] = self._hands("U0CHEN")
        await chen.command("/mock")
        await _fill(chen, {"topic": INSIGHT, "form": "free"})
        await _send(chen)
        await self._bot.tick()
        await chen.say(self.words["answer"])
        await self._bot.tick()
        await chen.click("mock.done")
        await self._bot.tick()
        await chen.click("mock.next")
        await self._bot.tick()
        await chen.command("/mock stop")
        await self._bot.tick()

    async def _today(self) -> None:
        dana, alice, bob = self._hands("U0DANA", "U0ALICE", "U0BOB")
        await fill(dana, self.words["today"], ["U0ALICE", "U0BOB", "U0MEI"])
        await self._start_soon(dana, 3)
        due = (self._clock() + timedelta(days=7)).replace(hour=15)
        await dana.pick("due", _hour(due))
        await cover(dana, [INSIGHT, TALK], [INSIGHT, TALK], [NUMBERS])
        await _send(dana)
        await self._bot.tick()
        self._clock.start(timedelta(hours=1))
        await score(bob, zip((4, 4), self.words["today_bob"], strict=True), "yes")
        await _send(bob)
        await score(alice, [(3, self.words["draft"])], None)
        await alice.close()

    async def _start_soon(self, dana: Hand, interviews: int) -> None:
        for n in range(interviews):
            await dana.pick(f"start:{n}", _hour(self._clock() + timedelta(hours=1 + n)))

    def _hands(self, *people: str) -> list[Hand]:
        return [Hand(self._slack, person) for person in people]


@asynccontextmanager
async def attentive(slack: House, bot: Bot) -> AsyncIterator[None]:
    """Let every gesture wait until the bot is done with it, as long as the block runs."""
    slack.settle = bot.background.idle
    try:
        yield
    finally:
        slack.settle = nothing_left


async def fill(dana: Hand, candidate: str, panel: Sequence[str]) -> None:
    """Open the form that plans interviews and fill in its people; it is not sent yet."""
    await dana.command("/interview new", HIRING)
    for _ in panel[2:]:
        await dana.click("plan.add_seat")
    await dana.type("candidate", candidate)
    for n, person in enumerate(panel):
        await _fill(dana, {f"interviewer:{n}": person})


async def cover(dana: Hand, *covers: list[str]) -> None:
    """Send the people of a plan, and choose what each covers: the last choice is for all others."""
    if errors := await dana.submit():
        message = f"the plan was refused: {errors}"
        raise RuntimeError(message)
    rows = [each for each in dana.modal.values if each.startswith("covers:")] if dana.modal else []
    for n, row in enumerate(rows):
        await dana.pick(row, covers[min(n, len(covers) - 1)])


async def score(
    person: Hand, said: Iterable[tuple[int, str]], word: str | None, whose: str = ""
) -> None:
    """Open the newest scorecard and fill it in: points and evidence, item by item; not sealed.

    ``whose`` is the name of a candidate when it is not the newest one.
    """
    about = next(filter(partial(_asks, whose), reversed(person.messages())), None)
    await person.click("score.open", message=about)
    fields = [block["block_id"] for block in person.modal.blocks] if person.modal else []
    rated = [name.removeprefix("rating:") for name in fields if name.startswith("rating:")]
    for item, (points, evidence) in zip(rated, said, strict=False):
        await person.pick(f"rating:{item}", str(points))
        await person.type(f"evidence:{item}", evidence)
    if word:
        await person.pick("recommendation", word)


def _asks(whose: str, message: Said) -> bool:
    """Tell whether a message asks for the scorecard of a candidate."""
    return whose in message.said and "score.open" in str(message.message.blocks)


async def _fill(person: Hand, fields: dict[str, Any]) -> None:
    for field, value in fields.items():
        await person.pick(field, value)


async def _send(person: Hand) -> None:
    """Submit a form and leave the word that it was taken."""
    if errors := await person.submit():
        message = f"the story was refused: {errors}"
        raise RuntimeError(message)
    while person.modal:
        await person.close()


def _hour(at: datetime) -> int:
    """Return the beginning of an hour in unix seconds, as a picker gives it."""
    return int(at.replace(minute=0, second=0, microsecond=0).timestamp())
