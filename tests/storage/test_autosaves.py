"""Whatever order drafts arrive in, twice or not at all: the newest words are kept."""

import asyncio
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.scorecard import Draft
from storage.columns import metadata
from storage.engine import connect
from storage.transactions import store as store_
from tests.examples import ALICE, ITEMS, NOW, plan

LATE = 4  # how many gestures later a draft may still arrive


@st.composite
def gestures(draw):
    """Draw what a person does, and when it arrives: typing at any later time, twice, or never."""
    arrivals = []
    for n in range(1, draw(st.integers(1, 7)) + 1):
        if draw(st.booleans()):
            arrivals.append((n, 0, Draft(None, {}, {"q1": f"text {n}"}, heard=n)))
            continue
        delays = draw(st.lists(st.integers(0, LATE), max_size=2))
        saved = Draft(n, {}, {"q1": f"text {n}"})
        arrivals += [(n + delay, copy, saved) for copy, delay in enumerate(delays, start=1)]
    return [draft for *_, draft in sorted(arrivals, key=lambda arrival: arrival[:2])]


@given(gestures())
@settings(max_examples=30, deadline=None)
def test_the_newest_words_that_arrived_are_kept(drafts):
    assert asyncio.run(kept(drafts)) == max((words(each) for each in drafts), default="")


@given(gestures())
@settings(max_examples=10, deadline=None)
def test_nothing_that_arrives_after_the_seal_is_kept(drafts):
    assert asyncio.run(kept(drafts, sealed_with="the last word")) == "the last word"


def words(draft):
    return draft.evidence["q1"]


async def kept(drafts, sealed_with=None):
    with TemporaryDirectory() as folder:
        return await _kept(f"sqlite+aiosqlite:///{folder}/db", drafts, sealed_with)


async def _kept(url, drafts, sealed_with):
    engine = connect(url)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    store = store_(engine)
    await plan(store)
    async with store.begin("T1") as work:
        if sealed_with:
            await work.scorecards.draft(ALICE, Draft(None, {}, {"q1": sealed_with}), ITEMS)
            await work.scorecards.seal(ALICE, NOW)
        for draft in drafts:
            await work.scorecards.draft(ALICE, draft, ITEMS)
        card = await work.scorecards.of(ALICE, ITEMS)
    await engine.dispose()
    return card.ratings[0].evidence
