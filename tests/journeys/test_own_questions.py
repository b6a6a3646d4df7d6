"""A workspace's own questions: written, used in a kit, rated against, changed, taken out of use."""

import asyncio
import json
import sqlite3

import pytest

from coaching.exposure import Drift
from coaching.person import Person
from playground.gestures import payloads
from tests.journeys.own import FORM, fill, written
from tests.journeys.story import held, items, table

IBI = "industry-business-insight"


@pytest.fixture
def settings(settings):
    """Mei is the workspace's admin; Dana runs jobs."""
    return settings.model_copy(update={"coach_admins": ("U0MEI",)})


@pytest.fixture
def rows(tmp_path):
    def read(query, *values):
        with sqlite3.connect(tmp_path / "coach.db") as database:
            return database.execute(query, values).fetchall()

    return read


async def questions_of(person, title):
    """Open a question from the list."""
    await person.command(f"/questions {title}")
    await person.click("questions.open")


async def test_from_a_form_to_a_kit_and_a_card_rated_against_it(story, rows):
    await story.open_job()
    assert await written(story.dana) == {}
    said = story.dana.modal.said
    assert "“The label nobody printed” is saved" in said
    assert "ibi-own-beh-001, revision 1" in said
    assert "nobody has reviewed it yet" in said
    assert "No known pattern found" in said
    assert "OK" not in said
    assert "illegal" not in said
    await story.dana.close()

    await story.alice.command("/questions label printed")
    assert "No question fits" in story.alice.modal.said  # she hires nobody yet
    await story.alice.close()
    await story.retire_questions(IBI)
    assert await story.open_job(title="Second") == {}
    assert "The label nobody printed" in story.dana.modal.said
    await story.plan("U0ALICE", covers=[IBI], due=None)
    await story.alice.click("score.open")
    assert items(story.alice.modal) == ["ibi-own-beh-001"]
    assert "Never watched the work" in str(story.alice.modal.blocks)
    await story.rate(story.alice, 4)
    assert await story.alice.submit() == {}
    [(ref,)] = rows("SELECT ref FROM ratings")
    assert ref.startswith("ibi-own-beh-001@1#")
    [debrief] = story.debriefs()
    assert table(debrief)[1][1:3] == ["4", "4"]
    assert rows("SELECT actor FROM audit WHERE action = 'question.add'") == [("U0DANA",)]


async def test_a_form_that_lacks_something_says_so_at_the_field_and_keeps_what_was_typed(story):
    await story.open_job()
    errors = await written(
        story.dana,
        {
            "title:zh-CN": "没有打印的标签很长" * 3,
            "prompt:en": "How do you handle labels?",
            "anchor:2:en": "Only the short form",
            "positive:zh-CN": "只有一条\n两条\n三条\n四条\n五条",
            "probe:2:en": "Was it right to do so?",
        },
    )
    assert "in the same order" in errors["positive:zh-CN"]
    assert "first line" in errors["anchor:2:en"]
    assert held(story.dana.modal, "prompt:en") == "How do you handle labels?"
    await fill(story.dana, {name: FORM[name] for name in ("anchor:2:en", "positive:zh-CN")})
    errors = await story.dana.submit()
    assert "one real occasion" in errors["prompt:en"]
    assert "yes or no" in errors["probe:2:en"]
    await fill(story.dana, {name: FORM[name] for name in ("prompt:en", "probe:2:en")})
    assert await story.dana.submit() == {}


async def test_a_chinese_reader_is_told_in_chinese(story):
    errors = await written(story.mei, {"prompt:zh-CN": "你怎样处理标签？"})
    assert "真实经历" in errors["prompt:zh-CN"]


@pytest.mark.parametrize(("person", "first"), [("dana", "title:en"), ("mei", "title:zh-CN")])
async def test_whoever_writes_begins_in_their_own_language(story, person, first):
    await story.open_job()
    await written(getattr(story, person), send=False)
    fields = [block["block_id"] for block in getattr(story, person).modal.blocks]
    assert min(fields.index(f"title:{locale}") for locale in ("en", "zh-CN")) == fields.index(first)


async def test_a_story_that_is_told_already_is_refused(story):
    await story.open_job()
    live = story.bot.coach.shelves.live.question("ibi-biz-beh-001")
    errors = await written(story.dana, {"prompt:en": live.prompt.en})
    assert "too much like the question ibi-biz-beh-001" in errors["prompt:en"]
    mock = story.bot.coach.shelves.mock.question("ibi-ind-beh-m01")
    await fill(story.dana, {"prompt:en": mock.prompt.en})
    errors = await story.dana.submit()
    assert "too much like the question ibi-ind-beh-m01" in errors["prompt:en"]


async def test_what_asks_about_the_candidates_life_is_refused_with_something_else_to_ask(story):
    await story.open_job()
    asks = "Tell me about a time your plans to have children changed your work. What did you do?"
    errors = await written(story.dana, {"prompt:en": asks})
    assert "Suggestion" in errors["prompt:en"]
    assert "illegal" not in errors["prompt:en"]
    assert held(story.dana.modal, "prompt:en") == asks


async def test_what_may_be_a_scenario_is_asked_about_once_and_kept_by_topic_only(story, rows):
    await story.open_job()
    doubtful = story.bot.coach.authoring.topics
    words = INHERITED
    assert [hit.severity for hit in doubtful.of_question(words)] == ["warn"]
    assert await written(story.dana, {"prompt:en": words}) == {}
    modal = story.dana.modal
    assert (modal.title, "please look at these words once more" in modal.said) == (
        "Please look again",
        True,
    )
    assert "Question · English: “inheritance” may be about" in modal.said
    assert held(modal, "prompt:en") == words
    assert held(modal, "title:zh-CN") == FORM["title:zh-CN"]
    assert await story.dana.submit() == {
        "scenario": "Not saved yet: tick this if it is about the product, or change the words."
    }
    [box] = next(b for b in modal.blocks if b["block_id"] == "scenario")["element"]["options"]
    await story.dana.pick("scenario", [box["value"]])
    assert await story.dana.submit() == {}
    assert "is saved" in story.dana.modal.said
    [(action, subject)] = rows(
        "SELECT action, subject FROM audit WHERE action LIKE 'question.scenario.%'"
    )
    assert (action, subject) == (f"question.scenario.{box['value']}", "ibi-own-beh-001")


async def test_sent_twice_it_is_one_question(story, rows):
    await story.open_job()
    await written(story.dana, send=False)
    body = payloads.interaction(story.slack, "view_submission", "U0DANA")
    wire = story.dana.modal.view.wire()
    await asyncio.gather(
        *(story.slack.deliver(body | {"view": wire | {"hash": f"h{n}"}}) for n in range(3))
    )
    assert rows("SELECT id FROM own_questions") == [("ibi-own-beh-001",)]
    assert rows("SELECT count(*) FROM audit WHERE action = 'question.add'") == [(1,)]
    await story.dana.close()
    other = "Tell me about a time a number in a report surprised you. What did you do about it?"
    assert await written(story.dana, {"prompt:en": other, "prompt:zh-CN": OTHER}) == {}
    assert "ibi-own-beh-002" in story.dana.modal.said


INHERITED = (
    "Tell me about a time you explained inheritance to somebody who had to program it. "
    "What did you do?"
)
OTHER = "请讲一次：报表里的一个数字让你很意外。后来你做了什么？"


async def test_edited_it_gets_a_revision_and_unchanged_it_keeps_it(story, rows):
    await story.open_job()
    await written(story.dana)
    await story.dana.close()
    await questions_of(story.dana, "label")
    await story.dana.click("authoring.edit")
    assert held(story.dana.modal, "anchor:3:en") == FORM["anchor:3:en"]
    assert await story.dana.submit() == {}
    assert "Nothing changed" in story.dana.modal.title
    await story.dana.close()
    await story.dana.click("authoring.edit")
    await fill(story.dana, {"title:en": "The label that was missing"})
    forged = story.dana.modal
    assert await story.dana.submit() == {}
    assert "ibi-own-beh-001, revision 2" in story.dana.modal.said
    await story.dana.close()
    assert story.dana.modal.title == "Question"  # which it lay over, as it is now
    assert "ibi-own-beh-001, revision 2" in story.dana.modal.said
    assert "The label that was missing" in story.dana.modal.said
    assert rows("SELECT rev FROM own_questions") == [(1,), (2,)]
    errors = await story.forge("U0MEI", forged)  # written on the first revision
    assert errors in ({}, {"title:en": errors.get("title:en")})
    assert rows("SELECT max(rev) FROM own_questions") == [(2,)]


async def test_two_who_edit_at_once_do_not_overwrite_each_other(story, rows):
    await story.open_job()
    await written(story.dana)
    await story.dana.close()
    for person in (story.dana, story.mei):
        await questions_of(person, "label" if person is story.dana else "标签")
        await person.click("authoring.edit")
    await fill(story.dana, {"title:en": "The label that was missing"})
    assert await story.dana.submit() == {}
    await fill(story.mei, {"title:en": "A label, and who printed it"})
    errors = await story.mei.submit()
    assert "有同事改了这道题" in errors["title:en"]
    assert held(story.mei.modal, "title:en") == "A label, and who printed it"
    assert rows("SELECT rev FROM own_questions") == [(1,), (2,)]


async def test_an_interviewer_and_whoever_has_nothing_to_do_with_it_write_nothing(story, rows):
    await story.open_job()
    await story.plan("U0BOB", covers=[IBI])
    await written(story.dana)
    await story.dana.close()
    for person in (story.bob, story.charlie):
        told = await person.command("/questions add")
        assert "people who run a job here" in told.text
        assert person.modal is None
    await questions_of(story.bob, "label")
    assert "authoring.edit" not in str(story.bob.modal.blocks)
    assert "retiring" not in str(story.bob.modal.blocks)

    await story.dana.command("/questions add")
    for step in ("first", "second"):
        if step == "second":
            await story.dana.close()
            await written(story.dana, {"title:en": "Forged"}, send=False)
        for person in ("U0BOB", "U0CHARLIE"):
            await story.forge(person, story.dana.modal)
    assert rows("SELECT id FROM own_questions") == [("ibi-own-beh-001",)]


@pytest.mark.parametrize("person", ["U0BOB", "U0CHARLIE", "U0DANA"])
async def test_only_admins_take_a_question_out_or_replace_it(story, rows, person):
    await story.open_job()
    await story.plan("U0BOB", covers=[IBI])
    [(job, refs)] = rows("SELECT id, questions FROM jobs")
    question = json.loads(refs)[0].partition("@")[0]
    await questions_of(story.dana, "the")
    view, before = story.dana.modal.view, rows("SELECT * FROM question_states")
    for action, value in (
        ("retiring.retired", question),
        ("retiring.compromised", question),
        ("retiring.replace", f"{question}/{job}"),
        ("retiring.review", question),
        ("authoring.edit", question),
    ):
        await pressed(story, person, view, action, value)
    assert rows("SELECT * FROM question_states") == before
    assert rows("SELECT * FROM own_questions") == []
    assert rows("SELECT questions FROM jobs") == [(refs,)]


async def pressed(story, person, view, action, value):
    """Somebody sends the payload of a button that they were never shown."""
    body = payloads.interaction(story.slack, "block_actions", person)
    stamp = f"{story.clock().timestamp():.6f}"
    touch = {"action_id": action, "block_id": "b", "value": value, "action_ts": stamp}
    extra = {"actions": [touch | {"type": "button"}], "view": view.wire()}
    trigger = story.slack.triggers.issue(person)
    ack = await story.slack.deliver(body | extra | {"trigger_id": trigger})
    await story.bot.background.idle()
    assert ack.status == 200


async def test_what_is_no_question_of_ours_is_nothing(story, rows):
    await story.open_job()
    await questions_of(story.mei, "题")
    view, before = story.mei.modal.view, rows("SELECT question FROM question_states")
    odd = ("", "ibi-own-beh-999", "../x", "ibi-biz-beh-001/zzz", "x" * 200)
    for value in odd:
        for action in ("retiring.retired", "retiring.replace", "retiring.review", "authoring.edit"):
            await pressed(story, "U0MEI", view, action, value)
    assert rows("SELECT question FROM question_states") == before
    assert len(rows("SELECT * FROM jobs")) == 1


async def test_a_question_that_is_known_leaves_new_jobs_at_once_and_running_ones_for_all(
    story, rows
):
    await story.open_job()
    for name, person in (("Ann", "U0ALICE"), ("Ben", "U0BOB"), ("Cem", "U0CHARLIE")):
        await story.plan(person, candidate=name, covers=[IBI])
    [(job, refs)] = rows("SELECT id, questions FROM jobs")
    question = next(ref for ref in json.loads(refs) if ref.startswith("ibi-")).partition("@")[0]
    await story.alice.click("score.open")
    await story.alice.type(f"evidence:{question}", "She began with the clerk.")
    await story.alice.close()

    await opened(story, question)
    assert "进行中的职位" in story.mei.modal.said
    assert "retiring.replace" not in str(story.mei.modal.blocks)
    await story.mei.click("retiring.compromised")
    assert "已外泄" in story.mei.modal.said
    assert "这道题已停用：新职位不再选用。" in story.mei.modal.said
    assert "retiring.compromised" not in str(story.mei.modal.blocks)
    await story.open_job(title="Later")
    assert question not in str(rows("SELECT questions FROM jobs WHERE title = 'Later'"))
    assert rows("SELECT questions FROM jobs WHERE title = 'Product lead'") == [(refs,)]

    await story.mei.click("retiring.replace")
    assert "2 场待进行的面试改问新题" in story.mei.modal.said
    assert "1 场保留原题" in story.mei.modal.said
    [(after,)] = rows("SELECT questions FROM jobs WHERE id = ?", job)
    assert question not in after
    [new] = set(json.loads(after)) - set(json.loads(refs))
    asked = dict(rows("SELECT interviewer, questions FROM interviews"))
    assert question in asked["U0ALICE"]
    assert new in asked["U0BOB"]
    assert new in asked["U0CHARLIE"]
    assert len(json.loads(asked["U0BOB"])) == len(json.loads(asked["U0ALICE"]))
    [(action, subject)] = rows(
        "SELECT action, subject FROM audit WHERE action LIKE 'question.replace%'"
    )
    assert action == "question.replace.compromised"
    assert subject == f"{job}/{question}/{new.partition('@')[0]}"
    uses = dict(rows("SELECT interview, question FROM question_uses WHERE question = ?", question))
    assert len(uses) == 1

    await story.plan("U0DANA", candidate="Dee", covers=[IBI])
    assert question not in dict(rows("SELECT interviewer, questions FROM interviews"))["U0DANA"]
    await story.bob.click("score.open")
    assert f"rating:{new.partition('@')[0]}" in [b["block_id"] for b in story.bob.modal.blocks]
    await story.rate(story.bob, 4)
    assert await story.bob.submit() == {}
    assert "retiring.replace" not in str((await opened(story, question)).blocks)


async def test_whoever_sat_the_interview_keeps_what_they_were_asked(story, rows):
    await story.open_job()
    await story.plan("U0ALICE", candidate="Ann", covers=[IBI], due=None)
    [(refs,)] = rows("SELECT questions FROM jobs")
    question = next(ref for ref in json.loads(refs) if ref.startswith("ibi-")).partition("@")[0]
    await story.later(hours=3)  # begun, and not a word written yet
    await opened(story, question)
    await story.mei.click("retiring.retired")
    await story.mei.click("retiring.replace")
    assert "1 场保留原题" in story.mei.modal.said
    [(asked,)] = rows("SELECT questions FROM interviews")
    assert question in asked


async def test_when_nothing_else_is_left_the_job_keeps_it_and_says_so(story, rows):
    await story.open_job()
    [(refs,)] = rows("SELECT questions FROM jobs")
    question = next(ref for ref in json.loads(refs) if ref.startswith("ibi-")).partition("@")[0]
    await story.retire_questions(IBI)
    await opened(story, question)
    await story.mei.click("retiring.replace")
    assert "没有同题型的其他题目" in story.mei.modal.said
    assert rows("SELECT questions FROM jobs") == [(refs,)]


async def test_a_job_counts_as_running_as_long_as_somebody_may_still_be_asked(story, rows):
    await story.open_job()
    [(refs,)] = rows("SELECT questions FROM jobs")
    question = next(ref for ref in json.loads(refs) if ref.startswith("ibi-")).partition("@")[0]
    await story.later(days=179)
    await story.plan("U0ALICE", covers=[IBI])
    await story.later(days=1)  # the debrief is out
    for days, running in ((178, True), (2, False)):
        await story.later(days=days)
        said = (await opened(story, question)).said
        assert ("进行中的职位" in said) is running
        await story.mei.close()


async def opened(story, question):
    """The admin looks at a question."""
    reading = await story.bot.coach.browsing.read(Person(story.slack.team.id, "U0MEI"), question)
    await story.mei.command(f"/questions {reading.question.title.zh_cn}")
    await story.mei.click("questions.open", question)
    return story.mei.modal


async def test_a_possible_leak_is_shown_to_admins_until_somebody_has_looked(story, rows):
    await story.open_job()
    async with story.bot.coach.store.begin(story.slack.team.id) as work:
        await work.uses.flag("ibi-biz-beh-001", 1, Drift(3.0, 4.0), story.clock())
    await questions_of(story.dana, "Work as told")
    assert "Possible leak" not in story.dana.modal.said
    assert "可能" in (await opened(story, "ibi-biz-beh-001")).said
    await story.mei.click("retiring.review")
    assert "retiring.review" not in str(story.mei.modal.blocks)
    assert rows("SELECT reviewed_by FROM question_leaks") == [("U0MEI",)]
    assert ("U0MEI", "question.leak.review", "ibi-biz-beh-001") in rows(
        "SELECT actor, action, subject FROM audit"
    )


async def test_a_card_that_was_open_when_a_question_was_replaced_says_so_and_keeps_the_words(
    story, rows
):
    await story.open_job()
    await story.plan("U0ALICE", covers=[IBI])
    [(refs,)] = rows("SELECT questions FROM interviews")
    gone, stays = (ref.partition("@")[0] for ref in json.loads(refs))
    await story.alice.click("score.open")
    await opened(story, gone)
    await story.mei.click("retiring.compromised")
    await story.mei.click("retiring.replace")

    await story.rate(story.alice, 4)
    words = "She asked the clerk first."
    await story.alice.type(f"evidence:{stays}", "He drew the chain.")
    await story.alice.type(f"evidence:{gone}", words)
    assert "A question of this interview was replaced" in story.alice.messages()[-1].said
    errors = await story.alice.submit()
    assert list(errors) == [f"evidence:{gone}"]
    assert "open it again" in errors[f"evidence:{gone}"]
    assert held(story.alice.modal, f"evidence:{gone}") == words
    await story.alice.close()
    await story.alice.click("score.open")
    assert gone not in items(story.alice.modal)
    assert held(story.alice.modal, f"evidence:{stays}") == "He drew the chain."
