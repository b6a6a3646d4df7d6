"""Practice, on SQLite and on PostgreSQL."""

from dataclasses import replace

from coaching.mock import Mock, Turn
from tests.examples import NOW

MOCK = Mock("m1", "UCHEN", "zh-CN", ("a", "b"))


async def test_a_person_has_one_mock_at_a_time(store):
    async with store.begin("T1") as work:
        assert await work.mocks.current("UCHEN") is None
        await work.mocks.save(MOCK, NOW)
        assert await work.mocks.current("UCHEN") == MOCK
        over = replace(MOCK, state="over", at=1, probed=("p1",))
        await work.mocks.save(over, NOW)
        assert await work.mocks.current("UCHEN") is None
        assert await work.mocks.of("m1") == over
        assert await work.mocks.met("UCHEN") == ["a", "b"]


async def test_an_answer_that_comes_twice_is_heard_once(store):
    answer = Turn("m1", 1, "answer", "a", text="我做了", message="17.1")
    async with store.begin("T1") as work:
        await work.mocks.save(MOCK, NOW)
        assert await work.mocks.add(Turn("m1", 0, "question", "a"), NOW)
        assert await work.mocks.add(answer, NOW)
        assert not await work.mocks.add(replace(answer, n=2), NOW)
        assert [turn.said for turn in await work.mocks.turns("m1")] == ["question", "answer"]
