"""What a card rates besides the plan, on SQLite and on PostgreSQL."""

from coaching.scorecard import Draft, Item
from tests.examples import ALICE, BOB, ITEMS, NOW, plan

STR = Item("str", "str", "str@1.0.0#f")


async def test_what_was_added_comes_in_order_once_and_only_to_its_card(store):
    await plan(store)
    async with store.begin("T1") as work:
        for competency in ("str", "eco", "str"):
            await work.besides.add(ALICE, competency)
        assert await work.besides.of("i1") == ["str", "eco"]
        assert await work.besides.of("i2") == []
        await work.besides.take_off("i1", "str")
        await work.besides.take_off("i2", "eco")
        assert await work.besides.of("i1") == ["eco"]


async def test_what_was_written_about_stays_when_it_is_taken_off(store):
    await plan(store)
    async with store.begin("T1") as work:
        await work.besides.add(ALICE, "str")
        await work.scorecards.draft(ALICE, Draft(1, evidence={"str": "Said so."}), [*ITEMS, STR])
        await work.besides.take_off("i1", "str")
        assert await work.besides.of("i1") == ["str"]
        await work.scorecards.draft(ALICE, Draft(2, evidence={"str": ""}), [*ITEMS, STR])
        assert await work.besides.of("i1") == []


async def test_nothing_is_added_to_a_sealed_card(store):
    await plan(store)
    async with store.begin("T1") as work:
        await work.scorecards.draft(BOB, Draft(None, {"q1": 2}), ITEMS)
        await work.scorecards.seal(BOB, NOW)
        await work.besides.add(BOB, "str")
        assert await work.besides.of("i2") == []


async def test_what_stayed_empty_is_not_on_the_sealed_card(store):
    await plan(store)
    async with store.begin("T1") as work:
        await work.besides.add(ALICE, "str")
        said = Draft(None, {"q1": 2}, {"q1": "a", "com": "", "str": ""})
        await work.scorecards.draft(ALICE, said, [*ITEMS, STR])
        await work.scorecards.seal(ALICE, NOW)
        card = await work.scorecards.of(ALICE, ())
    assert [rating.item.key for rating in card.ratings] == ["q1"]
