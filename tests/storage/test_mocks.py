"""Practice, on SQLite and on PostgreSQL."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from coaching.post import owed
from coaching.practice.mock import Mock
from coaching.practice.parts import FoundPart
from coaching.practice.repositories import Deleted
from coaching.practice.self_rating import SelfRating
from coaching.practice.turn import Turn
from coaching.practice.turns import KINDS, MOCK
from coaching.practice.wish import Wish
from storage.tables import inbox
from tests.examples import NOW

WISH = Wish("systems-thinking", "lead", "zh-CN", "free", whole=False, timed=True)
CHEN = Mock("m1", "UCHEN", WISH, ("a", "b"), NOW)
SAID = Turn("m1", 1, "answer", "a", text="我做了", message="17.1", ts="17.1")
LATER = NOW + timedelta(days=1)


async def test_a_person_has_one_mock_at_a_time(practised):
    async with practised.begin("T1") as work:
        assert await work.mocks.current("UCHEN") is None
        await work.mocks.begin(CHEN, NOW)
        await work.mocks.begin(replace(CHEN, id="m2"), NOW)
        assert await work.mocks.current("UCHEN") == CHEN
        over = replace(CHEN, state="over", at=1, probed=("p1",), listening=3, due_at=LATER, spent=9)
        await work.mocks.save(over, NOW)
        assert await work.mocks.current("UCHEN") is None
        assert await work.mocks.of("m1") == over
        assert await work.mocks.met("UCHEN") == ["a", "b"]
        await work.mocks.begin(replace(CHEN, id="m2"), LATER)
        assert (await work.mocks.last("UCHEN")).id == "m2"
        assert await work.mocks.last("UALICE") is None


async def test_a_message_that_comes_twice_is_heard_once_and_says_what_it_says_last(practised):
    async with practised.begin("T1") as work:
        await work.mocks.begin(CHEN, NOW)
        assert await work.mocks.add(Turn("m1", 0, "question", "a"), NOW)
        assert await work.mocks.add(SAID, NOW)
        assert not await work.mocks.add(replace(SAID, n=2), NOW)
        await work.mocks.amend("m1", "17.1", "我做完了")
        await work.mocks.amend("m1", "17.2", "nothing says this")
        assert [turn.text for turn in await work.mocks.turns("m1")] == ["", "我做完了"]
        assert (await work.mocks.turn("m1", 1)).said == "answer"
        assert await work.mocks.turn("m1", 2) is None


async def test_a_deleted_message_is_erased_with_what_was_sent_of_it_and_nobody_elses_is(practised):
    other = replace(CHEN, id="m3", person="UALICE")
    async with practised.begin("T1") as work:
        await work.mocks.begin(replace(CHEN, state="over"), NOW)
        await work.mocks.begin(other, NOW)
        await work.mocks.add(SAID, NOW)
        await work.mocks.add(replace(SAID, mock="m3", text="hers"), NOW)
        copy = Turn("m1", 2, "sent", SAID.question, text="a copy", ts="1")
        await work.mocks.add(copy, NOW)
        await work.mocks.add(replace(copy, n=3, question="z", text="of another"), NOW)
        await work.mocks.erase("UCHEN", "17.2")
        assert (await work.mocks.turn("m1", 2)).text == "a copy"
        await work.mocks.erase("UCHEN", SAID.ts)
        texts = [turn.text for turn in await work.mocks.turns("m1")]
        assert texts == ["", "", "of another"]
        assert (await work.mocks.turn("m3", 1)).text == "hers"


async def test_of_two_drafts_the_newer_stays_in_whatever_order_they_come(practised):
    async with practised.begin("T1") as work:
        await work.mocks.begin(CHEN, NOW)
        await work.mocks.draft("m1", "a", "action", "all of it", LATER)
        await work.mocks.draft("m1", "a", "action", "all", NOW)
        await work.mocks.draft("m1", "b", "action", "other", NOW)
        assert await work.mocks.drafts("m1", "a") == {"action": "all of it"}


async def test_an_answer_that_may_be_commented_on_is_taken_once_and_soon(practised):
    marked = replace(CHEN, wish=replace(WISH, commented=True), uncommented=True)
    async with practised.begin("T1") as work:
        await work.mocks.begin(marked, NOW)
        assert await work.mocks.of("m1") == marked
    async with practised.claim() as claims:
        assert await claims.uncommented(LATER) is None
        assert await claims.uncommented(NOW) == ("T1", "m1")
        assert await claims.uncommented(NOW) is None
        assert await claims.of("T1").mocks.of("m1") == replace(marked, uncommented=False)


async def test_silence_is_found_once(practised):
    async with practised.begin("T1") as work:
        await work.mocks.begin(replace(CHEN, due_at=LATER), NOW)
        await work.mocks.begin(replace(CHEN, id="m2", person="UMEI", state="stopped"), NOW)
    async with practised.claim() as claims:
        assert await claims.silent(NOW) is None
        assert await claims.silent(LATER) == ("T1", "m1")
        assert await claims.silent(LATER) is None
        assert (await claims.of("T1").mocks.of("m1")).due_at is None


async def test_what_was_said_expires_and_the_ratings_stay(practised):
    rating = SelfRating("m1", "a", "systems-thinking", 3, NOW)
    async with practised.begin("T1") as work:
        await work.mocks.begin(CHEN, NOW)
        await work.mocks.add(SAID, NOW)
        await work.mocks.draft("m1", "a", "action", "typed", NOW)
        await work.mocks.add(replace(SAID, n=2, message="18", text="new"), LATER)
        await work.mocks.rate("UCHEN", replace(rating, points=2))
        await work.mocks.rate("UCHEN", rating)
        found = FoundPart("m1", "a", "systems-thinking", "result", at=NOW, found=False)
        await work.mocks.finds("UCHEN", replace(found, found=True))
        await work.mocks.finds("UCHEN", found)
    async with practised.claim() as claims:
        await claims.expire(LATER)
    async with practised.begin("T1") as work:
        assert [turn.text for turn in await work.mocks.turns("m1")] == ["new"]
        assert await work.mocks.drafts("m1", "a") == {}
        assert await work.mocks.current("UCHEN") is None
        assert await work.mocks.met("UCHEN") == ["a"]
        assert await work.mocks.ratings("UCHEN") == [rating]
        assert await work.mocks.parts("UCHEN") == [found]


async def test_forgetting_takes_everything_of_one_person_and_nothing_of_another(practised, store):
    async with practised.begin("T1") as work:
        for mock, person in (("m1", "UCHEN"), ("m2", "UMEI")):
            await work.mocks.begin(replace(CHEN, id=mock, person=person), NOW)
            await work.mocks.add(replace(SAID, mock=mock), NOW)
            await work.mocks.add(replace(SAID, mock=mock, n=2, message="18"), NOW)
            await work.mocks.draft(mock, "a", "action", "typed", NOW)
            await work.mocks.rate(person, SelfRating(mock, "a", "systems-thinking", 3, NOW))
            await work.mocks.finds(
                person, FoundPart(mock, "a", "sys", "result", at=NOW, found=True)
            )
            await work.posts.owe(owed("T1", MOCK, person, f"{mock}:0"), NOW)
        await work.posts.forget("UCHEN", KINDS)
        assert await work.mocks.forget("UCHEN") == Deleted(1, answers=1, ratings=1, parts=1)
        assert await work.mocks.forget("UCHEN") == Deleted(0, 0, 0)
        assert await work.mocks.last("UCHEN") is None
        assert await work.mocks.turns("m1") == []
        assert (len(await work.mocks.turns("m2")), len(await work.mocks.ratings("UMEI"))) == (2, 1)
    async with store.claim() as claims:
        _, post = await claims.post(NOW, LATER)
        assert post.channel == "UMEI"
        assert await claims.post(NOW, LATER) is None


def said(key, event):
    """Return what Slack sends when somebody writes to the bot."""
    direct = {"type": "message", "channel_type": "im", "channel": "D1"}
    return key, {"event": direct | event}


async def test_what_a_person_wrote_leaves_the_inbox_and_what_others_wrote_stays(
    practised, store, engine
):
    mine = {"user": "UCHEN", "ts": "1.1", "text": "mine"}
    gone = [
        said("said", mine),
        said("changed", {"subtype": "message_changed", "message": mine}),
        said("deleted", {"subtype": "message_deleted", "previous_message": mine}),
    ]
    kept = [
        said("reply", mine | {"thread_ts": "0.1"}),
        said("changed reply", {"message": mine | {"thread_ts": "0.1"}}),
        said("hers", mine | {"user": "UALICE"}),
        said("channel", mine | {"channel_type": "group"}),
        ("joined", {"event": {"type": "team_join", "user": {"id": "UCHEN"}}}),
    ]
    async with store.begin("T1") as work:
        for key, body in (*gone, *kept, ("command", None)):
            await work.requests.take(key, body, NOW, LATER)
    async with store.begin("T2") as work:
        await work.requests.take("said", said("said", mine)[1], NOW, LATER)
    async with practised.begin("T1") as work:
        await work.requests.forget("UCHEN")
    async with store.begin("T1") as work:
        assert not await work.requests.take("said", said("said", mine)[1], LATER, LATER)
    async with engine.connect() as connection:
        left = select(inbox.c.team_id, inbox.c.key).where(inbox.c.body.is_not(None))
        rows = {tuple(row) for row in await connection.execute(left)}
    assert rows == {("T2", "said"), *(("T1", key) for key, _ in kept)}
