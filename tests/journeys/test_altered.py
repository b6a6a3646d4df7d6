"""Signed but altered payloads: each gets an answer, and what is kept stays what was offered."""

import json
import logging
import random

import pytest

from coaching.loop_form import MINUTES
from coaching.scorecard import POINTS, Recommendation
from questions.bank import Question
from questions.model import LEVELS
from questions.wording import LOCALES
from tests.journeys import forging, own
from tests.journeys.story import HIRING

COM = "communication-collaboration"
MODELS = {"b2b-product-manager@1.0.0", "customer-success-manager@1.0.0"}
TRIED = 25  # of the alterations of each payload, the same ones in every run


@pytest.fixture
async def planned(story):
    forging.populate(story.slack)
    await story.open_job()
    await story.plan(covers=[COM])
    return story


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


async def a_job(story):
    await story.dana.command("/interview job")
    for field, value in {"level": "senior", "channel": HIRING, "language": "en"}.items():
        await story.dana.pick(field, value)
    await story.dana.type("title", "ZZ")
    return "U0DANA", await forging.captured(story.slack, story.dana.submit())


async def people_and_times(story):
    await story.fill_plan("U0ALICE", "U0MEI")
    return "U0DANA", await forging.captured(story.slack, story.dana.submit())


async def another_cover(story):
    await story.fill_plan("U0ALICE", "U0MEI")
    await story.dana.submit()
    return "U0DANA", await forging.captured(story.slack, story.dana.pick("covers:1", [COM]))


async def back_to_people(story):
    await story.fill_plan("U0ALICE", "U0MEI")
    await story.dana.submit()
    return "U0DANA", await forging.captured(story.slack, story.dana.click("plan.back"))


async def a_plan(story):
    await story.fill_plan("U0ALICE", "U0MEI")
    await story.cover(COM)
    return "U0DANA", await forging.captured(story.slack, story.dana.submit())


async def one_more_seat(story):
    await story.dana.command("/interview new")
    return "U0DANA", await forging.captured(story.slack, story.dana.click("plan.add_seat"))


async def a_card(story):
    """Lack the recommendation: what is altered is never sealed."""
    await story.alice.click("score.open")
    await story.rate(story.alice, 4)
    view = story.alice.modal.view
    view.blocks = [block for block in view.blocks if block["block_id"] != "recommendation"]
    view.values["recommendation"]["score.recommendation"]["selected_option"] = None
    return "U0ALICE", await forging.captured(story.slack, story.alice.submit())


async def a_recommendation(story):
    await story.alice.click("score.open")
    return "U0ALICE", await forging.captured(story.slack, story.alice.pick("recommendation", "yes"))


async def a_rating(story):
    await story.alice.click("score.open")
    return "U0ALICE", await forging.captured(story.slack, story.alice.pick(f"rating:{COM}", "3"))


async def some_evidence(story):
    await story.alice.click("score.open")
    gesture = story.alice.type(f"evidence:{COM}", "She said so.")
    return "U0ALICE", await forging.captured(story.slack, gesture)


async def a_button(story):
    return "U0ALICE", await forging.captured(story.slack, story.alice.click("score.open"))


async def a_step(story):
    await story.alice.click("guide.start")
    return "U0ALICE", await forging.captured(story.slack, story.alice.click("guide.next"))


async def a_note(story):
    await story.alice.click("guide.start")
    card = story.alice.messages()[-1]
    gesture = story.alice.say("She drew it.", thread=card.ts)
    return "U0ALICE", await forging.captured(story.slack, gesture)


async def a_changed_note(story):
    await story.alice.click("guide.start")
    card = story.alice.messages()[-1]
    ts = await story.alice.say("She drew it.", thread=card.ts)
    return "U0ALICE", await forging.captured(story.slack, story.alice.edit(ts, "Twice."))


async def a_practice(story):
    await story.practise(story.chen)
    return "U0CHEN", await forging.captured(story.slack, story.chen.click("mock.stop"))


async def a_wish(story):
    await story.chen.command("/mock")
    return "U0CHEN", await forging.captured(story.slack, story.chen.submit())


async def a_part_of_an_answer(story):
    await story.practise(story.chen)
    ts = await story.chen.say("I asked the planners.")
    return "U0CHEN", await forging.captured(story.slack, story.chen.edit(ts, "Twice."))


async def the_end_of_an_answer(story):
    await story.practise(story.chen)
    await story.chen.say("I asked the planners.")
    return "U0CHEN", await forging.captured(story.slack, story.chen.click("mock.done"))


async def a_guided_answer(story):
    await story.practise_guided(story.chen, "I asked the planners.")
    return "U0CHEN", await forging.captured(story.slack, story.chen.submit())


async def a_self_rating(story):
    await story.practise_guided(story.chen, "I asked the planners.")
    await story.chen.submit()
    gesture = story.rate_oneself(story.chen, 3)
    return "U0CHEN", await forging.captured(story.slack, gesture)


async def an_answer(story):
    await story.practise(story.chen)
    return "U0CHEN", await forging.captured(story.slack, story.chen.say("I asked the planners."))


async def a_command(story):
    gesture = story.alice.command("/interview score")
    return "U0ALICE", await forging.captured(story.slack, gesture)


async def a_search(story):
    return "U0ALICE", await forging.captured(story.slack, story.alice.command("/debrief Zoë"))


async def a_list(story):
    return "U0ALICE", await forging.captured(story.slack, story.alice.command("/questions client"))


async def a_page(story):
    await story.alice.command("/questions")
    gesture = story.alice.click("questions.later")
    return "U0ALICE", await forging.captured(story.slack, gesture)


async def some_words(story):
    await story.alice.command("/questions")
    await story.alice.type("questions.words:0", "client")
    return "U0ALICE", await forging.captured(story.slack, story.alice.submit())


async def a_question(story):
    await story.alice.command("/questions")
    return "U0ALICE", await forging.captured(story.slack, story.alice.click("questions.open"))


async def a_first_step(story):
    await story.dana.command("/questions add")
    for field, value in own.FIRST.items():
        await story.dana.pick(field, value)
    return "U0DANA", await forging.captured(story.slack, story.dana.submit())


async def a_question_of_our_own(story):
    await own.written(story.dana, send=False)
    return "U0DANA", await forging.captured(story.slack, story.dana.submit())


async def an_edit(story):
    await own.written(story.dana)
    await story.dana.close()
    await story.dana.command("/questions label")
    await story.dana.click("questions.open", "ibi-own-beh-001")
    await story.dana.click("authoring.edit")
    await story.dana.type("title:en", "The label that was missing")
    return "U0DANA", await forging.captured(story.slack, story.dana.submit())


async def a_second_try(story):
    await story.score(story.alice, 4)
    story.slack.places[HIRING].kind = "public"
    await story.later(days=2)
    return "U0DANA", await forging.captured(story.slack, story.dana.click("post.again"))


@pytest.mark.parametrize(
    "gesture",
    [
        *(
            a_job,
            people_and_times,
            another_cover,
            back_to_people,
            a_plan,
            one_more_seat,
            a_card,
            a_recommendation,
            a_rating,
            some_evidence,
        ),
        *(a_step, a_note, a_changed_note),
        *(a_button, a_practice, an_answer, a_command, a_search, a_second_try),
        *(a_wish, a_part_of_an_answer, the_end_of_an_answer, a_guided_answer, a_self_rating),
        *(a_list, a_page, some_words, a_question),
        *(a_first_step, a_question_of_our_own, an_edit),
    ],
)
async def test_an_altered_payload_breaks_nothing(planned, path, gesture, caplog):
    person, body = await gesture(planned)
    every = list(forging.altered(body))
    for what, make in random.Random(0).sample(every, min(TRIED, len(every))):  # noqa: S311
        caplog.clear()
        fresh = forging.fresh(planned.slack, make(), person, what)
        ack = await forging.delivered(planned.bot, fresh)
        await planned.bot.background.idle()
        assert (ack.status in {200, 400, 404}, what) == (True, what)
        assert (unsound(path), what) == ([], what)
        errors = [r.getMessage() for r in caplog.records if r.levelno >= logging.ERROR]
        assert (errors, what) == ([], what)


def _sound(row):
    """Tell whether today's schema reads a question that was kept."""
    document = json.loads(row["document"]) | {"competency": row["competency"]}
    question = Question.model_validate(document)
    return (question.id, question.rev) == (row["id"], row["rev"])


def unsound(path):
    """Return what is kept and was never offered."""
    kept = forging.rows(path)
    return [
        *(job for job in kept["jobs"] if job["level"] not in LEVELS or job["channel"] != HIRING),
        *(job for job in kept["jobs"] if job["model"] not in MODELS),
        *(each for each in kept["interviews"] if each["minutes"] not in MINUTES),
        *(each for each in kept["own_questions"] if not _sound(each)),
        *(each for each in kept["mocks"] if each["level"] not in LEVELS),
        *(each for each in kept["mocks"] if each["locale"] not in LOCALES),
        *(each for each in kept["self_ratings"] if each["points"] not in POINTS),
        *(each for each in kept["interviews"] if json.loads(each["competencies"]) == []),
        *(r for r in kept["ratings"] if r["points"] not in {None, *POINTS} or r["item"] != COM),
        *(
            card
            for card in kept["scorecards"]
            if card["recommendation"] not in {None, *Recommendation}
        ),
    ]
