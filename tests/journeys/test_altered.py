"""Signed but altered payloads: each gets an answer, and what is kept stays what was offered."""

import json
import logging
import random

import pytest

from bot import shelves
from coaching.debrief.decision import VERDICTS
from coaching.debrief.settling import DETAILS, WALL
from coaching.loop_form import MINUTES
from coaching.reminding.preferences import HALVES
from coaching.scorecard import POINTS, RECOMMENDATION, Reason, Recommendation
from coaching.sealed.amendment import offered
from coaching.zones import zone_named
from questions.bank import Question
from questions.model import LEVELS
from questions.wording import LOCALES
from tests.journeys import forging, many, own
from tests.journeys.paired import go_on, look_for, meet
from tests.journeys.reminding import put_off
from tests.journeys.story import HIRING

COM, IBI = "communication-collaboration", "industry-business-insight"
MODELS = {"b2b-product-manager@1.0.0", "customer-success-manager@1.0.0"}
PANEL = {"U0ALICE", "U0BOB", "U0DANA"}
WALLS = {f"{wall:%H:%M}" for wall in HALVES}
EVERY = {each.id for model in shelves.read().live.models[:1] for each in model.competencies}
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


async def another_time(story):
    await story.dana.command("/debrief")
    await story.dana.click("change.open")
    await story.dana.pick("start", story.at(hours=6))
    return "U0DANA", await forging.captured(story.slack, story.dana.submit())


async def another_interview(story):
    await story.dana.command("/debrief")
    await story.dana.click("change.open")
    [which] = [
        block["block_id"]
        for block in story.dana.modal.blocks
        if block["block_id"].startswith("which:")
    ]
    gesture = story.dana.pick(which, story.dana.modal.offered(which)[-1])
    return "U0DANA", await forging.captured(story.slack, gesture)


async def a_calling_off(story):
    await story.dana.command("/debrief")
    await story.dana.click("change.open")
    return "U0DANA", await forging.captured(story.slack, story.dana.click("change.call_off"))


async def a_drop_out(story):
    await story.dana.command("/debrief")
    await story.dana.click("change.open")
    await story.dana.click("change.drop_out")
    return "U0DANA", await forging.captured(story.slack, story.dana.submit())


async def a_cover_without_somebody(story):
    await story.dana.command("/debrief")
    await story.dana.click("change.open")
    await story.dana.click("change.drop_out")
    gesture = story.dana.pick("covers:0", ["systems-thinking"])
    return "U0DANA", await forging.captured(story.slack, gesture)


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


async def what_to_amend(story):
    await story.score(story.alice, 4)
    await story.alice.click("amend.open")
    return "U0ALICE", await forging.captured(story.slack, story.alice.pick("item", COM))


async def an_amendment(story):
    await story.score(story.alice, 4)
    await story.alice.click("amend.open")
    await story.alice.pick("item", COM)
    await story.alice.pick(f"said:{COM}", "2")
    await story.alice.type("reason", "I mixed them up.")
    return "U0ALICE", await forging.captured(story.slack, story.alice.submit())


async def a_stand_in(story):
    await story.later(hours=5)
    await story.dana.command("/debrief")
    blocks = story.dana.messages("C0GENERAL")[-1].blocks
    rows = [block for block in blocks if block["type"] == "actions"]
    block = next(row for row in rows if row["elements"][0]["action_id"] == "behalf.open")
    seat = block["elements"][0]["options"][0]["value"]
    gesture = story.dana.pick(block["block_id"], seat)
    return "U0DANA", await forging.captured(story.slack, gesture)


async def a_card_taken_over(story):
    _, body = await a_stand_in(story)
    await story.slack.deliver(body)
    await story.bot.background.idle()
    await story.alice.command("/debrief")
    gesture = story.alice.click("behalf.take_over")
    return "U0ALICE", await forging.captured(story.slack, gesture)


async def an_early_look(story):
    await story.score(story.alice, 4)
    await story.dana.command("/debrief")
    return "U0DANA", await forging.captured(story.slack, story.dana.click("look.open"))


async def some_evidence(story):
    await story.alice.click("score.open")
    gesture = story.alice.type(f"evidence:{COM}", "She said so.")
    return "U0ALICE", await forging.captured(story.slack, gesture)


async def one_more_to_rate(story):
    await story.alice.click("score.open")
    gesture = story.alice.pick("score.add:0", IBI)
    return "U0ALICE", await forging.captured(story.slack, gesture)


async def one_less_to_rate(story):
    await story.alice.click("score.open")
    await story.alice.pick("score.add:0", IBI)
    return "U0ALICE", await forging.captured(story.slack, story.alice.click("score.take_off"))


async def less_in_a_note(story):
    await story.alice.click("score.open")
    await story.rate(story.alice, 4, evidence="She has two kids. Drew the flow.")
    await story.alice.submit()
    return "U0ALICE", await forging.captured(story.slack, story.alice.click("score.withdraw"))


async def a_long_card(story):
    [model, *_] = story.bot.coach.shelves.live.models
    every = [each.id for each in model.competencies]
    await story.open_job(title="All", competencies=every)
    await story.plan("U0ALICE", covers=every, candidate="All")
    await story.alice.click("score.open")
    await story.alice.pick("score.add:0", IBI)
    await story.rate_page(story.alice, "no_time")


async def a_next_page(story):
    await a_long_card(story)
    return "U0ALICE", await forging.captured(story.slack, story.alice.submit())


async def a_page_before(story):
    await a_long_card(story)
    await story.alice.submit()
    return "U0ALICE", await forging.captured(story.slack, story.alice.click("score.back"))


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


async def a_wish_for_a_partner(story):
    await story.chen.command("/mock peer")
    return "U0CHEN", await forging.captured(story.slack, story.chen.submit())


async def both_are_here(story):
    for person in (story.chen, story.charlie):
        assert await look_for(person) == {}
    return "U0CHEN", await forging.captured(story.slack, story.chen.click("peer.ready"))


async def a_follow_up_for_a_partner(story):
    await meet(story.charlie, story.chen)
    await go_on(story.chen)
    return "U0CHEN", await forging.captured(story.slack, story.chen.click("peer.next"))


async def an_answer(story):
    await story.practise(story.chen)
    return "U0CHEN", await forging.captured(story.slack, story.chen.say("I asked the planners."))


async def a_command(story):
    gesture = story.alice.command("/interview score")
    return "U0ALICE", await forging.captured(story.slack, gesture)


async def a_home(story):
    await many.plan_many(story, 9, story.at(days=-1))
    await story.alice.open_home()
    return "U0ALICE", await forging.captured(story.slack, story.alice.open_home())


async def a_page_of_home(story):
    await many.plan_many(story, 9, story.at(days=-1))
    await story.alice.open_home()
    return "U0ALICE", await forging.captured(story.slack, story.alice.click("home.later"))


async def my_interviews(story):
    gesture = story.alice.command("/interview list Zoë")
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


async def a_nudge(story):
    """Alice's nudge has come."""
    await story.later(hours=5)
    return "U0ALICE"


async def a_nudge_put_off(story):
    alice = await a_nudge(story)
    return alice, await forging.captured(story.slack, put_off(story.alice, "hour"))


async def another_holder(story):
    alice = await a_nudge(story)
    await story.alice.click("holding.open")
    await story.alice.pick("holder", "U0GUS")  # refused: what is altered hands nothing over
    return alice, await forging.captured(story.slack, story.alice.submit())


async def some_settings(story):
    await story.alice.command("/interview settings")
    return "U0ALICE", await forging.captured(story.slack, story.alice.submit())


async def the_settings_of_a_job(story):
    await story.dana.command("/debrief settings")
    await story.dana.click("job.settings")
    for field, value in {"daily": ["on"], "hour": "17:00", "digest": ["on"]}.items():
        await story.dana.pick(field, value)
    return "U0DANA", await forging.captured(story.slack, story.dana.submit())


async def two_to_compare(story):
    people = (story.alice, story.bob)
    for person in people:
        await story.score(person, 4)
        await person.close(everything=True)
    await story.plan(covers=[COM], candidate="Robin Vega")
    for person in people:
        await story.score(person, 4)
    await story.later(days=2)
    await story.dana.close(everything=True)
    await story.dana.command("/debrief compare")


async def a_comparison(story):
    await two_to_compare(story)
    return "U0DANA", await forging.captured(story.slack, story.dana.click("beside.open"))


async def another_competency(story):
    await two_to_compare(story)
    await story.dana.click("beside.open")
    gesture = story.dana.pick("competency", COM)
    return "U0DANA", await forging.captured(story.slack, gesture)


async def a_job_to_set(story):
    await story.dana.command("/debrief settings")
    return "U0DANA", await forging.captured(story.slack, story.dana.click("job.settings"))


async def debriefed(story):
    await story.score(story.alice, 4)
    await story.alice.close(everything=True)
    await story.dana.close(everything=True)
    await story.later(days=2)


async def a_vote(story):
    await debriefed(story)
    await story.alice.click("vote.open")
    await story.alice.pick(f"vote:{COM}", "3")
    return "U0ALICE", await forging.captured(story.slack, story.alice.submit())


async def a_decision_to_make(story):
    await debriefed(story)
    return "U0DANA", await forging.captured(story.slack, story.dana.click("decide.open"))


async def a_decision(story):
    await debriefed(story)
    await story.dana.click("decide.open")
    for field, value in {"verdict": "hold", "competencies": [COM], "dissenters": ["U0BOB"]}.items():
        await story.dana.pick(field, value)
    await story.dana.type("dissent", "I heard no number.")
    return "U0DANA", await forging.captured(story.slack, story.dana.submit())


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
            another_time,
            another_interview,
            a_calling_off,
            a_drop_out,
            a_cover_without_somebody,
            a_card,
            a_recommendation,
            a_rating,
            some_evidence,
            one_more_to_rate,
            one_less_to_rate,
            less_in_a_note,
            a_next_page,
            a_page_before,
        ),
        *(a_step, a_note, a_changed_note),
        *(a_button, a_practice, an_answer, a_command, a_search, a_second_try),
        *(a_home, a_page_of_home, my_interviews),
        *(what_to_amend, an_amendment, a_stand_in, a_card_taken_over, an_early_look),
        *(a_wish, a_part_of_an_answer, the_end_of_an_answer, a_guided_answer, a_self_rating),
        *(a_wish_for_a_partner, both_are_here, a_follow_up_for_a_partner),
        *(a_list, a_page, some_words, a_question),
        *(a_nudge_put_off, another_holder, some_settings, the_settings_of_a_job, a_job_to_set),
        *(a_comparison, another_competency),
        *(a_first_step, a_question_of_our_own, an_edit),
        *(a_vote, a_decision_to_make, a_decision),
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


def _asked(kept, interview):
    """Return what a card may rate: the plan's questions, and the model's competencies."""
    [row] = [each for each in kept["interviews"] if each["id"] == interview]
    questions = {ref.partition("@")[0] for ref in json.loads(row["questions"])}
    return questions | EVERY


def unsound(path):
    """Return what is kept and was never offered."""
    kept = forging.rows(path)
    return [
        *(job for job in kept["jobs"] if job["level"] not in LEVELS or job["channel"] != HIRING),
        *(job for job in kept["jobs"] if job["model"] not in MODELS),
        *(job for job in kept["jobs"] if job["detail"] not in DETAILS),
        *(job for job in kept["jobs"] if not zone_named(job["zone"])),
        *(job for job in kept["jobs"] if job["daily"] and not WALL.fullmatch(job["daily"])),
        *(each for each in kept["digests"] if each["channel"] != HIRING),
        *(each for each in kept["nudges"] if each["later"] not in {None, "hour"}),
        *(
            each
            for each in kept["preferences"]
            if each["locale"] is not None or each["quiet_start"] not in WALLS
        ),
        *(each for each in kept["interviews"] if each["minutes"] not in MINUTES),
        *(each for each in kept["own_questions"] if not _sound(each)),
        *(each for each in kept["mocks"] if each["level"] not in LEVELS),
        *(each for each in kept["mocks"] if each["locale"] not in LOCALES),
        *(each for each in kept["peer_wishes"] if each["level"] not in LEVELS),
        *(each for each in kept["peer_wishes"] if each["locale"] not in LOCALES),
        *(each for each in kept["peer_sessions"] if len(json.loads(each["questions"])) > 1),
        *(each for each in kept["self_ratings"] if each["points"] not in POINTS),
        *(each for each in kept["interviews"] if json.loads(each["competencies"]) == []),
        *(r for r in kept["ratings"] if r["points"] not in {None, *POINTS}),
        *(r for r in kept["ratings"] if r["reason"] not in {None, *Reason}),
        *(r for r in kept["ratings"] if r["item"] not in _asked(kept, r["interview"])),
        *(each for each in kept["votes"] if each["competency"] != COM),
        *(each for each in kept["votes"] if each["points"] not in POINTS),
        *(each for each in kept["decisions"] if each["verdict"] not in VERDICTS),
        *(each for each in kept["decisions"] if json.loads(each["competencies"]) != [COM]),
        *(each for each in kept["decisions"] if not set(json.loads(each["dissenters"])) <= PANEL),
        *(each for each in kept["amendments"] if each["said"] not in offered(each["item"])),
        *(each for each in kept["amendments"] if each["item"] not in {COM, RECOMMENDATION}),
        *(
            card
            for card in kept["scorecards"]
            if card["recommendation"] not in {None, *Recommendation}
        ),
    ]
