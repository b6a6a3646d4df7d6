"""Drafts and seals, on SQLite and on PostgreSQL."""

from datetime import timedelta

from coaching.scorecard import Draft, Rating, Reason, Recommendation
from tests.examples import ALICE, BOB, ITEMS, NOW, plan


async def test_a_draft_keeps_the_newest_of_each_item(store):
    await plan(store)
    async with store.begin("T1") as work:
        await work.scorecards.draft(ALICE, Draft(20, marks={"q1": 4}), ITEMS)
        await work.scorecards.draft(ALICE, Draft(10, marks={"q1": 1}), ITEMS)
        await work.scorecards.draft(ALICE, Draft(15, evidence={"q1": "说了什么"}), ITEMS)
        await work.scorecards.draft(ALICE, Draft(5, marks={"com": "not_assessed"}), ITEMS)
        yes = Recommendation.YES
        await work.scorecards.draft(ALICE, Draft(9, recommendation=yes), ITEMS)
        await work.scorecards.draft(ALICE, Draft(8, recommendation=Recommendation.NO), ITEMS)
        card = await work.scorecards.of(ALICE, ITEMS)
    assert card.ratings == [Rating(ITEMS[0], 4, "说了什么"), Rating(ITEMS[1], "not_assessed")]
    assert card.recommendation is yes


async def test_a_reason_comes_and_goes_with_its_mark(store):
    await plan(store)
    out, why = {"q1": "not_assessed"}, {"q1": Reason.NO_TIME}
    async with store.begin("T1") as work:
        await work.scorecards.draft(ALICE, Draft(20, out, reasons=why), ITEMS)
        late = Draft(10, out, reasons={"q1": Reason.NO_EVIDENCE})
        await work.scorecards.draft(ALICE, late, ITEMS)
        first = await work.scorecards.of(ALICE, ITEMS)
        await work.scorecards.draft(ALICE, Draft(30, {"q1": 4}), ITEMS)
        second = await work.scorecards.of(ALICE, ITEMS)
    assert first.ratings[0] == Rating(ITEMS[0], "not_assessed", reason=Reason.NO_TIME)
    assert second.ratings[0] == Rating(ITEMS[0], 4)


async def test_a_sealed_card_stays_as_it_is(store):
    await plan(store)
    async with store.begin("T1") as work:
        last = Draft(None, {"q1": 2, "com": 3}, {"q1": "a", "com": ""}, Recommendation.STRONG_NO)
        await work.scorecards.draft(ALICE, last, ITEMS)
        assert await work.scorecards.seal(ALICE, NOW)
        assert not await work.scorecards.seal(ALICE, NOW + timedelta(1))
        sealed = await work.scorecards.of(ALICE, ITEMS)
        await work.scorecards.draft(ALICE, Draft(None, {"q1": 5}), ITEMS)
        await work.scorecards.draft(ALICE, Draft(99, {"q1": 5}), ITEMS)
        assert await work.scorecards.of(ALICE, ()) == sealed
        assert await work.scorecards.sealed("c1") == {"i1": NOW}


async def test_what_waits_for_a_card_is_what_has_none_sealed(store):
    await plan(store)
    async with store.begin("T1") as work:
        assert await work.scorecards.unsealed("UALICE", 5) == [ALICE]
        await work.scorecards.draft(ALICE, Draft(1, marks={"q1": 4}), ITEMS)
        assert await work.scorecards.unsealed("UALICE", 5) == [ALICE]
        await work.scorecards.seal(ALICE, NOW)
        assert await work.scorecards.unsealed("UALICE", 5) == []
        assert await work.scorecards.unsealed("UBOB", 5) == [BOB]
        assert await work.scorecards.unsealed("UCHARLIE", 5) == []


async def test_the_last_word_overwrites_what_slack_dated_later(store):
    await plan(store)
    async with store.begin("T1") as work:
        await work.scorecards.draft(ALICE, Draft(99, {"q1": 5}, {"q1": "old"}), ITEMS)
        await work.scorecards.draft(ALICE, Draft(None, {"q1": 2}, {"q1": "new"}), ITEMS)
        card = await work.scorecards.of(ALICE, ITEMS)
    assert card.ratings[0] == Rating(ITEMS[0], 2, "new")


async def test_a_card_that_somebody_else_writes_is_theirs_to_seal(store):
    await plan(store)
    async with store.begin("T1") as work:
        assert not await work.scorecards.begun("i1")
        await work.scorecards.draft(ALICE, Draft(5, evidence={"q1": ""}), ITEMS)
        assert not await work.scorecards.begun("i1")
        await work.scorecards.entrust(ALICE, "UDANA")
        assert await work.scorecards.writers("c1") == {"i1": "UDANA"}
        assert await work.scorecards.unsealed("UALICE", 5) == []
        assert await work.scorecards.unsealed("UDANA", 5) == [ALICE]
        word = Draft(6, {"q1": 3}, recommendation=Recommendation.NO)
        await work.scorecards.draft(ALICE, word, ITEMS)
        assert await work.scorecards.begun("i1")
        card = await work.scorecards.of(ALICE, ITEMS)
        assert (card.writer, card.on_behalf) == ("UDANA", True)


async def test_a_card_changes_hands_empty_and_a_sealed_one_never(store):
    await plan(store)
    async with store.begin("T1") as work:
        await work.scorecards.entrust(ALICE, "UDANA")
        draft = Draft(6, {"q1": 3}, {"q1": "what Dana wrote"}, Recommendation.NO)
        await work.scorecards.draft(ALICE, draft, ITEMS)
        await work.scorecards.entrust(ALICE, None)
        assert await work.scorecards.writers("c1") == {}
        card = await work.scorecards.of(ALICE, ITEMS)
        assert (card.recommendation, card.touched_at, card.on_behalf) == (None, None, False)
        await work.scorecards.draft(ALICE, draft, ITEMS)
        await work.scorecards.seal(ALICE, NOW)
        sealed = await work.scorecards.of(ALICE, ITEMS)
        await work.scorecards.entrust(ALICE, "UDANA")
        assert await work.scorecards.of(ALICE, ITEMS) == sealed
