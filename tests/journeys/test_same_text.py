"""Every candidate of a job is asked the very same text, whatever becomes of the bank meanwhile."""

import json
import sqlite3
from dataclasses import replace

import pytest

from coaching.catalogue import Catalogue
from coaching.person import Person
from questions.library import Library
from tests.journeys.own import FORM, fill, written

IBI, DATA = "industry-business-insight", "data-value-quantification"


@pytest.fixture
def settings(settings):
    """Mei is the workspace's admin; Dana runs jobs."""
    return settings.model_copy(update={"coach_admins": ("U0MEI",)})


async def asked(person):
    """Return all that the newest kit of a person says, and all that their card says."""
    await person.click("kit.open")
    kit = person.modal.said
    await person.close()
    await person.click("score.open")
    card = person.modal.said
    await person.close()
    return kit, card


async def test_a_question_edited_while_the_job_runs_stays_as_it_was_for_its_candidates(story):
    await story.open_job(title="First")
    await story.dana.close()
    assert await written(story.dana) == {}
    await story.dana.close()
    await story.retire_questions(IBI)
    await story.later(minutes=1)
    await story.open_job()
    await story.plan("U0ALICE", candidate="Ann", covers=[IBI])
    before = await asked(story.alice)

    await story.dana.command("/questions label")
    await story.dana.click("questions.open")
    await story.dana.click("authoring.edit")
    for field, was in (("prompt:en", "clerk"), ("anchor:1:en", "nobody")):
        await fill(story.dana, {field: FORM[field].replace(was, "PICKER")})
    assert await story.dana.submit() == {}
    assert "revision 2" in story.dana.modal.said
    await story.dana.close()

    assert await asked(story.alice) == before
    await story.plan("U0ALICE", candidate="Ben", covers=[IBI])
    kit, card = await asked(story.alice)
    for said in (kit, card):
        assert "Has seen nobody skip anything" in said
        assert "PICKER" not in said
    await story.score(story.alice, 1)
    await story.later(days=1)
    read = await story.evidence(story.dana)
    assert "Has seen nobody skip anything" in read
    assert "PICKER" not in read

    await story.later(minutes=1)
    await story.open_job(title="Second")
    await story.plan("U0BOB", candidate="Cem", covers=[IBI])
    kit, _ = await asked(story.bob)
    assert "PICKER" in kit


async def test_a_bank_shipped_anew_changes_and_drops_nothing_that_a_job_has_frozen(story):
    await story.open_job()
    await story.plan("U0ALICE", candidate="Ann", covers=[IBI, DATA])
    coach, alice = story.bot.coach, Person(story.bot.identity.team, "U0ALICE")
    [(_, interview)] = await coach.scoring.waiting(alice)
    shipped = await reread(coach, alice, interview, coach.shelves.live)
    newer = await reread(coach, alice, interview, _newer(coach.shelves.live, interview))
    assert newer == shipped
    assert {item.ref for item, _ in newer} == set(interview.questions)


async def reread(coach, person, interview, library):
    """Return what an interview asks and in which words, for a bot that ships ``library``."""
    preparing = replace(coach.preparing, catalogue=Catalogue(library))
    kit = await preparing.kit(person, interview.id)
    return [(item, kit.library.question(item.key).document) for item in kit.items]


def _newer(library, interview):
    """Return a library in which one of the interview's questions is changed and another gone."""
    changed, gone, *_ = (ref.partition("@")[0] for ref in interview.questions)
    question = library.question(changed)
    prompt = question.prompt.model_copy(update={"en": "Something else?"})
    said = {**library.questions, changed: question.model_copy(update={"rev": 9, "prompt": prompt})}
    del said[gone]
    return Library(library.pool, library.models, said)


async def test_the_text_of_every_question_anybody_is_asked_is_kept(story, tmp_path):
    await story.open_job()
    await story.plan("U0ALICE", candidate="Ann", covers=[IBI, DATA])
    await story.plan("U0BOB", candidate="ann", covers=[IBI, DATA])  # parallel forms
    asked, kept = refs(tmp_path)
    assert asked == kept
    [job] = await story.bot.coach.proposing.jobs(Person(story.slack.team.id, "U0DANA"))
    gone = next(ref for ref in job.questions if ref.startswith("ibi-")).partition("@")[0]
    title = story.bot.coach.shelves.live.question(gone).title.zh_cn
    await story.mei.command(f"/questions {title}")
    await story.mei.click("questions.open", gone)
    await story.mei.click("retiring.retired")
    await story.mei.click("retiring.replace")
    changed, kept = refs(tmp_path)
    assert changed != asked
    assert changed < kept


def refs(tmp_path):
    """Return all references that jobs and interviews ask, and those whose text is kept."""
    with sqlite3.connect(tmp_path / "coach.db") as database:
        lists = database.execute(
            "SELECT questions FROM jobs UNION SELECT questions FROM interviews"
        )
        asked = {ref for (found,) in lists for ref in json.loads(found)}
        kept = {ref for (ref,) in database.execute("SELECT ref FROM frozen_questions")}
    return asked, kept
