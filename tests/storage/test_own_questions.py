"""A workspace's own questions, and questions taken out of use: on SQLite and on PostgreSQL."""

import asyncio
import random
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import select

from bot import shelves
from coaching.asking import uses
from coaching.authoring import Authoring
from coaching.authorship import OvertakenError
from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.errors import NotFoundError
from coaching.frozen import FrozenQuestion
from coaching.leaks import Leaks
from coaching.loop import Candidate, Debrief, Interview
from coaching.own_banks import OwnBanks, Taken
from coaching.own_question import OwnQuestion
from coaching.people import People
from coaching.person import Person, Profile
from coaching.question_form import filled
from coaching.retiring import RUNNING, Retiring
from coaching.scorecard import Draft
from coaching.scoring import Scoring
from questions import writing
from questions.files import bank_file
from questions.findings import BankError
from questions.selection import Exposure, Selection
from storage.tables import audit, ratings
from tests.clock import Clock
from tests.coaching.test_authoring import form
from tests.examples import JOB, NOW
from tests.questions.inventing import story, write

IBI = "industry-business-insight"
SHELVES = shelves.read()
IN_TIME = Deadline(30)  # how long it takes is not asked here
MEI = Person("T1", "UMEI")


@pytest.fixture
async def people(store):
    async with store.begin("T1") as work:
        for person in ("UALICE", "UBOB", "UMEI"):
            await work.people.save(Profile(person, person, "en-US", "UTC"), NOW)
    return People(store.begin, None, Clock(), IN_TIME)


@pytest.fixture
def live():
    return Catalogue(SHELVES.live)


@pytest.fixture
def retiring(store, people, live):
    return Retiring(store.begin, people, live, Clock(), IN_TIME, frozenset({"UMEI"}))


@pytest.fixture
def authoring(store, people, live):
    return Authoring(
        begin=store.begin,
        people=people,
        live=live,
        mock=Catalogue(SHELVES.mock),
        topics=SHELVES.topics,
        now=Clock(),
        deadline=IN_TIME,
        admins=frozenset({"UMEI"}),
        released=frozenset({"ibi-own-beh-006"}),
    )


def own(name="ibi-own-beh-001", rev=1):
    question = SHELVES.live.question("ibi-biz-beh-001")
    return OwnQuestion.of(question.model_copy(update={"id": name, "rev": rev}))


async def test_every_revision_is_kept_and_the_newest_is_read(store):
    async with store.begin("T1") as work:
        for rev in (1, 2):
            assert await work.questions.add(own(rev=rev), "UMEI", NOW)
        assert not await work.questions.add(own(rev=2), "UBOB", NOW)
        assert await work.questions.add(own("ibi-own-beh-002"), "UMEI", NOW)
        assert await work.questions.ids() == {"ibi-own-beh-001", "ibi-own-beh-002"}
        assert [each.rev for each in await work.questions.current("live")] == [2, 1]
    async with store.begin("T2") as work:
        assert await work.questions.ids() == frozenset()
        assert await work.questions.newest("ibi-own-beh-001") is None


async def test_the_last_word_on_a_question_and_its_moment_count(store):
    later = NOW + timedelta(days=1)
    async with store.begin("T1") as work:
        await work.questions.decide("q1", "retired", "UMEI", NOW)
        await work.questions.decide("q1", "compromised", "UMEI", later)
        assert await work.questions.states() == {"q1": "compromised"}
        assert await work.questions.decided() == {"q1": later}


@pytest.mark.parametrize("order", [("retired", "compromised"), ("compromised", "retired")])
@pytest.mark.parametrize("apart", [timedelta(0), timedelta(milliseconds=1)])
async def test_of_two_words_at_once_the_graver_holds_whichever_came_last(store, order, apart):
    """Two admins who decide at once have both seen a question in use."""
    for n in range(8):  # names of rows are drawn: one order alone may be luck
        async with store.begin("T1") as work:
            for place, status in enumerate(order):
                await work.questions.decide(f"q{n}", status, "UMEI", NOW + place * apart)
    async with store.begin("T1") as work:
        states, decided = await work.questions.states(), await work.questions.decided()
    assert set(states.values()) == {"compromised"}
    assert set(decided.values()) == {NOW + order.index("compromised") * apart}


async def test_what_was_taken_out_does_not_come_back(store):
    async with store.begin("T1") as work:
        await work.questions.decide("q1", "retired", "UMEI", NOW)
        await work.questions.decide("q1", "active", "operator", NOW + timedelta(days=1))
        await work.questions.decide("q2", "pilot", "operator", NOW)
        await work.questions.decide("q2", "active", "operator", NOW + timedelta(days=1))
        assert await work.questions.states() == {"q1": "retired", "q2": "active"}


class Watched:
    """Own questions that keep which documents were read."""

    def __init__(self, questions):
        self.questions, self.asked = questions, []

    def __getattr__(self, name):
        return getattr(self.questions, name)

    async def of(self, questions):
        found = await self.questions.of(questions)
        self.asked += [(each.id, each.rev) for each in found]
        return found

    async def current(self, _pool):
        raise AssertionError


async def test_only_revisions_that_are_not_known_yet_are_read(store, live):
    async def learned():
        async with store.begin("T1") as work:
            watched = Watched(work.questions)
            library = await live.of(replace(work, questions=watched))
        return library, sorted(watched.asked)

    async def kept(*questions):
        async with store.begin("T1") as work:
            for each in questions:
                assert await work.questions.add(each, "UMEI", NOW)

    first, second = "ibi-own-beh-001", "ibi-own-beh-002"
    await kept(own(second), own(first))
    library, read = await learned()
    assert read == [(first, 1), (second, 1)]
    assert [each for each in library.questions if "-own-" in each] == [first, second]
    await kept(own("ibi-own-beh-003"), own(first, rev=2))
    library, read = await learned()
    assert read == [(first, 2), ("ibi-own-beh-003", 1)]
    assert library.question(first).rev == 2
    assert [each for each in library.questions if "-own-" in each] == [
        first, second, "ibi-own-beh-003"
    ]  # fmt: skip
    async with store.begin("T1") as work:
        await work.questions.decide(second, "retired", "UMEI", NOW)
    library, read = await learned()
    assert read == []
    assert library.question(second).status == "retired"
    assert await learned() == (library, [])


async def test_however_many_are_asked_for_the_newest_of_each_comes(store):
    names = [f"ibi-own-beh-{n:03}" for n in range(1, 1_203)]
    async with store.begin("T1") as work:
        for name in names[:2]:
            for rev in (1, 2):
                await work.questions.add(own(name, rev), "UMEI", NOW)
        await work.questions.add(own(names[-1]), "UMEI", NOW)
    async with store.begin("T1") as work:
        found = await work.questions.of(names)
        assert await work.questions.revisions("live") == {
            names[0]: 2, names[1]: 2, names[-1]: 1
        }  # fmt: skip
        assert await work.questions.revisions("mock") == {}
        assert await work.questions.of([]) == []
    assert {each.id: each.rev for each in found} == {names[0]: 2, names[1]: 2, names[-1]: 1}
    async with store.begin("T2") as work:
        assert await work.questions.of(names) == []
        assert await work.questions.revisions("live") == {}


async def test_a_header_is_kept_in_place_of_the_earlier_one(store):
    async with store.begin("T1") as work:
        for owner in ("a", "b"):
            await work.questions.keep_header(IBI, "live", {"owner": owner})
        assert await work.questions.header(IBI, "live") == {"owner": "b"}
        assert await work.questions.header(IBI, "mock") is None


async def test_a_workspace_is_known_once_it_has_let_us_in(store):
    async with store.begin("T2") as work:
        await work.teams.keep("Two", NOW)
    async with store.begin("T1") as work:
        await work.teams.keep("One", NOW)
    async with store.claim() as claims:
        assert await claims.teams() == ["T1", "T2"]


async def test_all_who_add_at_once_get_ids_of_their_own_and_none_that_was_shipped(authoring):
    stories = [story(random.Random(n)) for n in range(4)]  # noqa: S311
    forms = [form({"prompt:en": en, "prompt:zh-CN": zh}) for en, zh in stories]
    kept = await asyncio.gather(
        *(authoring.add(MEI, each, f"V{n}") for n, each in enumerate(forms))
    )
    names = sorted(each.question.id for each in kept)
    assert names == [f"ibi-own-beh-{n:03}" for n in range(7, 11)]  # 006 was shipped once
    again = [await authoring.add(MEI, each, f"V{n}") for n, each in enumerate(forms)]
    assert [each.question for each in again] == [each.question for each in kept]


async def test_sent_three_times_at_once_it_is_one_question(store, authoring):
    kept = await asyncio.gather(*(authoring.add(MEI, form(), "V1") for _ in range(3)))
    assert {each.question.id for each in kept} == {"ibi-own-beh-007"}
    async with store.begin("T1") as work:
        assert await work.questions.ids() == {"ibi-own-beh-007"}


async def test_of_two_who_edit_at_once_one_is_told(authoring):
    saved = await authoring.add(MEI, form(), "V1")
    name = saved.question.id
    begun = await authoring.reopened(MEI, name)
    changed = [
        replace(begun.form, texts={**begun.form.texts, "title:en": f"Label {word}"})
        for word in ("one", "two")
    ]
    outcome = await asyncio.gather(
        *(authoring.edit(MEI, each, (name, 1)) for each in changed), return_exceptions=True
    )
    assert sorted(type(each).__name__ for each in outcome) == ["OvertakenError", "Saved"]
    other = replace(begun.form, texts={**begun.form.texts, "title:en": "Label three"})
    for rev in (1, 7):
        with pytest.raises(OvertakenError):
            await authoring.edit(MEI, other, (name, rev))
    again = (await authoring.reopened(MEI, name)).form
    assert (await authoring.edit(MEI, again, (name, 2))).changed is False


async def test_of_two_imports_at_once_one_is_told_and_keeps_nothing(store, tmp_path):
    """On PostgreSQL, either may be in the middle when the other looks."""
    [first] = write(tmp_path / "a", ("live", IBI), many=3)
    [second] = write(tmp_path / "b", ("live", IBI), many=3)
    text = second.read_text(encoding="utf-8").replace("What did you do?", "What then?")
    second.write_text(text, encoding="utf-8")
    catalogues = Catalogue(SHELVES.live), Catalogue(SHELVES.mock)
    written = datetime.combine(bank_file(first).bank.updated, time(), UTC)
    banks = OwnBanks(store.begin, *catalogues, SHELVES.topics, Clock(written), frozenset())
    outcome = await asyncio.gather(
        *(banks.take("T1", [bank_file(path)]) for path in (first, second)), return_exceptions=True
    )
    [(at, taken)] = [(n, each) for n, each in enumerate(outcome) if isinstance(each, Taken)]
    assert taken.new == 3
    [refused] = [each for each in outcome if isinstance(each, BankError)]
    assert {each.code for each in refused.findings} == {"E102"}
    async with store.begin("T1") as work:
        kept = await work.questions.current("live")
    asked = {"What did you do?": 0, "What then?": 1}
    assert {asked[said] for each in kept for said in asked if said in str(each.document)} == {at}


INHERITED = (
    "Tell me about a time you explained inheritance to somebody who had to program it. "
    "What did you do?"
)


async def test_what_its_author_has_answered_for_goes_out_and_comes_in_again(
    store, engine, authoring, tmp_path
):
    typed = form({"prompt:en": INHERITED})
    doubtful = await authoring.add(MEI, typed, "V1")
    topics = {each.category for each in doubtful.touched}
    saved = await authoring.add(MEI, typed, "V1", topics)
    catalogues = Catalogue(SHELVES.live), Catalogue(SHELVES.mock)
    banks = OwnBanks(store.begin, *catalogues, SHELVES.topics, Clock(), frozenset())
    [(pool, name, bank)] = await banks.banks("T1")
    path = tmp_path / pool / name
    path.parent.mkdir()
    path.write_text(writing.text(bank), encoding="utf-8")
    assert await banks.take("T1", [bank_file(path)]) == Taken(new=0, changed=0, same=1)
    with pytest.raises(BankError) as refused:
        await banks.take("T2", [bank_file(path)])
    assert {each.code for each in refused.value.findings} == {"E095"}
    taken = await banks.take("T2", [bank_file(path)], scenario=True)
    assert taken == Taken(new=1, changed=0, same=0)
    noted = select(audit).where(audit.c.team_id == "T2", audit.c.action.contains("scenario"))
    async with engine.connect() as connection:
        rows = (await connection.execute(noted)).mappings().all()
    assert {(row["actor"], row["action"], row["subject"]) for row in rows} == {
        ("operator", f"question.scenario.{topic}", saved.question.id) for topic in topics
    }


async def test_what_is_written_again_is_reviewed_again(store, engine, authoring):
    """The workspace has called the earlier text reviewed, not this one."""
    saved = await authoring.add(MEI, form(), "V1")
    name = saved.question.id

    async def shown():
        async with store.begin("T1") as work:
            return (await authoring.live.of(work)).question(name).status

    async with store.begin("T1") as work:
        await work.questions.decide(name, "active", "operator", NOW)
    assert await shown() == "active"
    begun = await authoring.reopened(MEI, name)
    assert (await authoring.edit(MEI, begun.form, (name, 1))).changed is False
    assert await shown() == "active"
    texts = {**begun.form.texts, "title:en": "Label one"}
    await authoring.edit(MEI, replace(begun.form, texts=texts), (name, 1))
    assert await shown() == "pilot"
    async with engine.connect() as connection:
        rows = await connection.execute(select(audit.c.action).where(audit.c.subject == name))
    assert sorted(rows.scalars()) == ["question.add", "question.edit", "question.pilot"]


async def test_whoever_may_not_write_finds_no_question_to_edit(store, authoring):
    saved = await authoring.add(MEI, form(), "V1")
    with pytest.raises(NotFoundError):
        await authoring.reopened(MEI, "ibi-biz-beh-001")  # a shipped one
    async with store.begin("T1") as work:
        await work.questions.decide(saved.question.id, "compromised", "UMEI", NOW)
    with pytest.raises(NotFoundError):
        await authoring.reopened(MEI, saved.question.id)
    with pytest.raises(NotFoundError):
        await authoring.edit(MEI, filled(saved.question), (saved.question.id, 1))


# what is asked, and asked no more


@pytest.fixture
async def job(store):
    """A job with two questions on a competency; eight candidates, each with two interviewers."""
    selection = Selection(SHELVES.live, "senior", "j1", Exposure(NOW))
    chosen = selection.plan("b2b-product-manager", [IBI])
    refs = tuple(choice.question.ref for choice in chosen)
    reasons = tuple(choice.reason for choice in chosen)
    job = replace(JOB, model="b2b-product-manager@1.0.0", questions=refs, reasons=reasons)
    async with store.begin("T1") as work:
        await work.jobs.add(job, NOW)
        for n in range(8):
            candidate = Candidate(f"c{n}", job.id, f"Name {n}", None, "UDANA")
            panel = [
                Interview(f"{who}{n}", f"c{n}", who, NOW + timedelta(days=1), 45, (IBI,), refs)
                for who in ("UALICE", "UBOB")
            ]
            await work.loops.add(candidate, panel, Debrief(f"c{n}", "G1"), NOW)
            await work.uses.add(uses(panel, SHELVES.live), NOW)
    return job


async def asked(store, interview):
    async with store.begin("T1") as work:
        return (await work.loops.interview(interview)).questions


async def test_a_job_runs_as_long_as_something_of_it_is_to_come_or_young(store, job):
    late = NOW + RUNNING + timedelta(days=1)
    async with store.begin("T1") as work:
        assert [each.id for each in await work.jobs.running(late - RUNNING)] == [job.id]
        for n in range(8):
            await work.loops.release(f"c{n}", NOW)
        assert await work.jobs.running(late - RUNNING) == []
        assert await work.loops.unreleased([job.id]) == []
        assert [each.id for each in await work.jobs.running(NOW - RUNNING)] == [job.id]
    async with store.begin("T2") as work:
        assert await work.jobs.running(NOW - RUNNING) == []
        assert await work.loops.unreleased([job.id]) == []


async def test_a_question_is_replaced_in_the_job_and_in_every_interview_or_in_none(
    store, retiring, job
):
    gone = job.questions[0].partition("@")[0]
    await retiring.take_out(MEI, gone, "compromised")

    class Broken:
        async def add(self, *_said):
            raise RuntimeError

    @asynccontextmanager
    async def breaking(team):
        async with store.begin(team) as work:
            yield replace(work, audit=Broken())

    with pytest.raises(RuntimeError):
        await replace(retiring, begin=breaking).replace(MEI, gone, job.id)
    assert await asked(store, "UBOB7") == job.questions
    async with store.begin("T1") as work:
        assert (await work.jobs.of(job.id)).questions == job.questions

    done = await retiring.replace(MEI, gone, job.id)
    assert (done.changed, done.kept) == (16, 0)
    assert (
        len({await asked(store, f"{who}{n}") for n in range(8) for who in ("UALICE", "UBOB")}) == 1
    )
    with pytest.raises(NotFoundError):
        await retiring.replace(MEI, gone, job.id)  # it asks it no more
    async with store.begin("T1") as work:
        after = await work.jobs.of(job.id)
        heard = await work.uses.heard(NOW)
    assert after.questions == await asked(store, "UALICE0")
    assert len(after.reasons) == len(job.reasons)
    assert gone not in heard
    assert heard[done.question.id].uses == 8


async def test_a_card_that_is_begun_meanwhile_keeps_what_it_says(
    store, engine, people, retiring, job
):
    """Whoever writes at the very moment is either asked the old question, or told of the new."""
    gone = job.questions[0].partition("@")[0]
    await retiring.take_out(MEI, gone, "compromised")
    live, clock = Catalogue(SHELVES.live), Clock()
    leaks = Leaks(store.begin, live, clock, ())
    scoring = Scoring(
        store.begin, people, live, clock, IN_TIME, leaks, SHELVES.topics, lambda: None
    )
    draft = Draft(1, evidence={gone: "She began with the clerk."})
    drafting = [scoring.draft(Person("T1", "UALICE"), f"UALICE{n}", draft) for n in range(8)]
    outcome = await asyncio.gather(
        *drafting[:4], retiring.replace(MEI, gone, job.id), *drafting[4:], return_exceptions=True
    )
    done = next(each for each in outcome if hasattr(each, "kept"))
    async with engine.connect() as connection:
        rows = await connection.execute(select(ratings.c.interview).where(ratings.c.item == gone))
        written = set(rows.scalars())
    assert len(written) == done.kept
    for n in range(8):
        still = any(ref.startswith(gone) for ref in await asked(store, f"UALICE{n}"))
        assert still is (f"UALICE{n}" in written)


async def test_a_frozen_text_is_kept_once_and_by_its_team(store):
    questions = [SHELVES.live.question(each) for each in ("ibi-biz-beh-001", "ibi-ind-beh-001")]
    frozen = [FrozenQuestion.of(each) for each in questions]
    refs = [each.ref for each in frozen]
    async with store.begin("T1") as work:
        await work.frozen.keep([], NOW)
        await work.frozen.keep(frozen[:1], NOW)
        await work.frozen.keep(frozen, NOW + timedelta(days=1))
        kept = {each.ref: each.question() for each in await work.frozen.of([*refs, "gone@1#0"])}
    assert kept == dict(zip(refs, questions, strict=True))
    async with store.begin("T2") as work:
        assert await work.frozen.of(refs) == []
