"""`/questions WORDS` among 5,000 questions: the search alone, and the command through the bot."""

import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from slack_bolt.async_app import AsyncBoltRequest

from bot import manifest, shelves
from bot.assembly import Bot, assemble, wall_clock
from bot.settings import Settings, read
from coaching.own_question import OwnQuestion
from playground.slack import Playground
from playground.wire import Ack, Json
from playground.world.team import APP_TOKEN
from questions.bank import Question
from questions.library import Library
from questions.searching import Index, Search

ADMIN = "U0DANA"
MANY = 5_000
ROUNDS = 15
WORDS = (
    *("", "forecasting", "a client who changed their mind", "zebrafinch"),
    *("客户", "客户预测", "供应商的报价和客户的要求", "客户 forecast"),
)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds: the search among the shipped questions and among many, and the command."""

    words: str
    few: float
    many: float
    commands: Sequence[float]


async def main() -> None:
    """Print a table; the promise is a command under 200 ms."""
    few = shelves.read().live
    variants = _variants(few)
    own = list(islice(variants, MANY - len(few.questions)))
    more = list(islice(variants, ROUNDS))
    shipped, _ = _timed(lambda: Index.of(few))
    many, built = _timed(lambda: Index.of(few.owned(own, {})))
    with TemporaryDirectory(prefix="coach-") as folder:
        start, commands, learnt = await _commands(Path(folder), own, more)
    rows = [Measured(w, _search(shipped, w), _search(many, w), commands[w]) for w in WORDS]
    sys.stdout.write(f"Search: {len(few.questions)} questions shipped, and {MANY}\n")
    sys.stdout.write("\n".join(_table(rows)) + "\n")
    sys.stdout.write(f"The index of {MANY} takes {built:.0f} ms, once. A bot that has to read ")
    sys.stdout.write(f"so many from its database starts in {start:.0f} ms.\n")
    sys.stdout.write(f"One question more is known to it within {learnt:.0f} ms\n")


def _table(rows: Sequence[Measured]) -> list[str]:
    head = f"{'few ms':>8}{'many ms':>9}{'ratio':>7}{'command ms':>12}{'slowest':>9}  words"
    return [
        head,
        *(
            f"{row.few:>8.2f}{row.many:>9.1f}{row.many / row.few:>7.0f}"
            f"{statistics.median(row.commands):>12.0f}{max(row.commands):>9.0f}"
            f"  {row.words or '(none)'}"
            for row in rows
        ),
    ]


def _search(index: Index, words: str) -> float:
    return statistics.median(_timed(lambda: index.find(Search(words)))[1] for _ in range(ROUNDS))


async def _commands(
    folder: Path, own: Sequence[Question], more: Sequence[Question]
) -> tuple[float, Mapping[str, list[float]], float]:
    """Return how long start, each command, and learning one question more take, in ms."""
    slack = Playground.seeded(wall_clock, manifest.PATH)
    async with slack.serve():
        settings = _settings(slack, folder)
        async with assemble(settings, wall_clock) as bot:
            await _keep(bot, own)
        began = time.perf_counter()
        async with assemble(settings, wall_clock) as bot:
            start = (time.perf_counter() - began) * 1000
            gc.collect()
            gc.freeze()  # as `python -m bot run` does: the questions are not walked through again
            slack.settle, slack.deliver = bot.background.idle, _delivery(bot)
            found = {w: [await _command(slack, w) for _ in range(ROUNDS)] for w in WORDS}
            learnt = statistics.median([await _learnt(bot, each) for each in more])
            gc.unfreeze()
    return start, found, learnt


async def _command(slack: Playground, words: str) -> float:
    """Give the command and wait for its modal, which the playground has looked at."""
    hand, began = slack.hand(ADMIN), time.perf_counter()
    await hand.command(f"/questions {words}")
    took = (time.perf_counter() - began) * 1000
    await hand.close()
    return took


async def _learnt(bot: Bot, question: Question) -> float:
    """Add a question, and wait until it is among those that are served."""
    await _keep(bot, [question])
    began = time.perf_counter()
    async with bot.coach.store.begin(bot.identity.team) as work:
        library = await bot.coach.browsing.live.of(work)
    took = (time.perf_counter() - began) * 1000
    if question.id not in library.questions:
        raise AssertionError(question.id)
    return took


async def _keep(bot: Bot, own: Sequence[Question]) -> None:
    async with bot.coach.store.begin(bot.identity.team) as work:
        for question in own:
            await work.questions.add(OwnQuestion.of(question), ADMIN, wall_clock())


def _delivery(bot: Bot) -> Callable[[Json], object]:
    async def deliver(body: Json) -> Ack:
        reply = await bot.app.async_dispatch(AsyncBoltRequest(body=body, mode="socket_mode"))
        return Ack(reply.status, reply.body)

    return deliver


def _settings(slack: Playground, folder: Path) -> Settings:
    return read(
        Settings,
        _env_file=(),
        slack_bot_token=slack.team.token,
        slack_api_url=slack.api_url,
        slack_app_token=APP_TOKEN,
        database_url=f"sqlite:///{folder / 'coach.db'}",
        coach_admins=(ADMIN,),
    )


def _variants(library: Library) -> Iterator[Question]:
    """Yield questions like the shipped ones for ever, each with a name and title of its own."""
    for n, question in enumerate(cycle(library.questions.values())):
        name, title = f"{question.id}-{n}", question.title
        titled = title.model_copy(update={"en": f"{title.en} {n}", "zh_cn": f"{title.zh_cn}{n}"})
        yield question.model_copy(update={"id": name, "family": name, "title": titled})


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    began = time.perf_counter()
    done = work()
    return done, (time.perf_counter() - began) * 1000
