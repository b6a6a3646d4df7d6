"""The tour's steps: how each is prepared, and by what one sees that a visitor has done it."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from pathlib import Path

import yaml

from bot.assembly import Bot
from playground.hands import Hand
from playground.house import House
from playground.play.clock import PlayClock
from playground.play.story import HIRING, INSIGHT, attentive, cover, fill, score, texts
from playground.play.tour import Step, Tour
from playground.wire import Json
from playground.world.journal import Entry

WORDS = Path(__file__).with_name("tour.yaml")
PANEL = ["U0ALICE", "U0MEI"]
AN_HOUR = 3600


class Steps:
    """What the tour does in a house that a story was told in."""

    def __init__(self, slack: House, bot: Bot, clock: PlayClock, language: str) -> None:
        self._slack, self._bot, self._clock = slack, bot, clock
        self._words: Json = texts(language)["tour"]
        self._over = 0.0  # when the planned interviews have ended, unix seconds

    def tour(self) -> Tour:
        """Return the tour, to be begun."""
        arranged: Mapping[str, Callable[[], Awaitable[None]]] = {
            "plan": self._plan,
            "score": self._alice,
            "second": self._mei,
            "mock": self._mock,
        }
        lines: list[Json] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
        steps = [_step(line, arranged.get(line["id"], _nothing), self._words) for line in lines]
        return Tour(steps, self._slack.arranging)

    async def _plan(self) -> None:
        async with attentive(self._slack, self._bot):
            dana = self._clear("U0DANA")
            await fill(dana, self._words["candidate"], PANEL)
            if dana.modal:
                [last] = dana.modal.values["start:1"].values()
                self._over = last["selected_date_time"] + AN_HOUR
            await cover(dana, [INSIGHT])

    async def _alice(self) -> None:
        self._clock.advance(self._over - self._clock().timestamp())
        await self._score("U0ALICE", zip((4,), self._words["alice"], strict=True), "yes")

    async def _mei(self) -> None:
        await self._score("U0MEI", zip((2,), self._words["mei"], strict=True), "no")

    async def _score(self, person: str, said: Iterable[tuple[int, str]], word: str) -> None:
        await self._bot.tick()  # the invitation may still be on its way
        async with attentive(self._slack, self._bot):
            await score(self._clear(person), said, word)

    async def _mock(self) -> None:
        async with attentive(self._slack, self._bot):
            await self._clear("U0CHEN").command("/mock")
            await self._bot.tick()

    def _clear(self, person: str) -> Hand:
        """Return somebody's hands, with nothing open in front of them."""
        self._slack.views.clear(person)
        return Hand(self._slack, person)


async def _nothing() -> None:
    """Leave everything as it is: the visitor only has to go there."""


def _step(line: Json, arrange: Callable[[], Awaitable[None]], words: Json) -> Step:
    compose = line.get("compose")
    if line["id"] == "mock":
        compose = dict.fromkeys(("en", "zh"), words["mock"])
    return Step(
        id=line["id"],
        where=(line["person"], line["channel"]),
        words={key: line[key] for key in ("title", "text", "prepare")},
        arrange=arrange,
        fits=FITS[line["id"]],
        beside=line.get("beside"),
        compose=compose,
    )


def _submitted(callback: str, person: str) -> Callable[[Entry], bool]:
    """Tell whether an entry is somebody's form, and the app took it."""

    def fits(entry: Entry) -> bool:
        if entry.name != "view_submission" or entry.person != person or entry.outcome != "ok":
            return False
        named = entry.request["view"]["callback_id"] == callback
        return named and (entry.response or {}).get("response_action") != "errors"

    return fits


def _asked(entry: Entry) -> bool:
    return entry.name == "/debrief" and entry.person == "U0DANA" and entry.outcome == "ok"


def _arrived(entry: Entry) -> bool:
    """Tell whether an entry is a debrief: of all that the bot posts, it alone has a heading."""
    if entry.name != "chat.postMessage" or entry.outcome != "ok":
        return False
    blocks = entry.response["message"].get("blocks") or []
    headed = any(block["type"] == "header" for block in blocks)
    return headed and entry.response["channel"] == HIRING


def _answered(entry: Entry) -> bool:
    return entry.name == "message" and entry.person == "U0CHEN" and entry.outcome == "ok"


FITS: Mapping[str, Callable[[Entry], bool]] = {
    "plan": _submitted("plan.submit", "U0DANA"),
    "score": _submitted("score.submit", "U0ALICE"),
    "second": _submitted("score.submit", "U0MEI"),
    "waiting": _asked,
    "debrief": _arrived,
    "mock": _answered,
}
