"""The app's Home: what waits for each person, at the moment they look."""

from dataclasses import replace

import pytest

from handlers import ids
from tests.journeys import forging
from tests.journeys.many import plan_many
from tests.journeys.practising import LONG

COM = "communication-collaboration"


async def home(person):
    return (await person.open_home()).said


def actions(sight, action_id):
    """Return the values of all buttons of a kind."""
    return [
        element["value"]
        for block in sight.blocks
        for element in block.get("elements", ())
        if element.get("action_id") == action_id
    ]


def part(said, title):
    """Return what stands under a headline, up to the first of the next ones."""
    rest = said.split(title, 1)[1] if title in said else ""
    for end in ("Today", "Scorecards due", "To come", "Candidates you organise"):
        rest = rest.split(end, 1)[0]
    return rest


@pytest.fixture
async def planned(story):
    await story.open_job()
    await story.plan(covers=[COM], account="U0CHEN")
    return story


async def test_an_interview_of_today_has_its_kit_then_its_guide_then_its_card(planned):
    alice = planned.alice
    said = await home(alice)
    assert "Zoë Ωmega for Product lead" in part(said, "Today")
    assert actions(alice.home, ids.KIT_OPEN)
    await alice.click(ids.KIT_OPEN)
    assert "Interview kit" in alice.modal.title
    await alice.close()
    await planned.later(hours=1, minutes=50)
    assert actions(alice.home, ids.GUIDE_START)
    assert not actions(alice.home, ids.SCORE_OPEN)
    await planned.later(hours=1)
    assert "Zoë" in part(alice.home.said, "Scorecards due")
    [interview] = actions(alice.home, ids.SCORE_OPEN)
    await alice.click(ids.SCORE_OPEN, interview)
    assert "Scorecard" in alice.modal.title


async def test_a_draft_says_how_old_it_is_and_a_sealed_card_is_due_no_more(planned):
    alice = planned.alice
    await planned.later(hours=3)
    assert "Your draft" not in await home(alice)
    await alice.click(ids.SCORE_OPEN)
    await alice.pick("recommendation", "yes")
    await alice.close()
    assert "Your draft, last changed" in part(await home(alice), "Scorecards due")
    await alice.click(ids.SCORE_OPEN)
    await planned.rate(alice, 3)
    assert await planned.seal(alice) == {}
    assert "Scorecards due" not in alice.home.said  # not opened again: it was published
    assert "scorecard sealed" in part(alice.home.said, "Today")


async def test_an_organiser_sees_how_many_cards_are_sealed_and_who_is_missing(planned):
    dana, alice = planned.dana, planned.alice
    said = await home(dana)
    assert "Scorecards sealed: 0 of 2" in said
    assert "Debrief: " in said
    assert len(actions(dana.home, ids.CHANGE_OPEN)) == 1
    await planned.later(hours=5)
    assert "Missing: Alice Okafor, Bob Lindqvist" in dana.home.said
    await planned.score(alice, 2, evidence="ZZSAID")
    assert "Scorecards sealed: 1 of 2" in dana.home.said
    assert "Missing: Bob Lindqvist" in dana.home.said
    await planned.later(days=1)
    await planned.later(minutes=2)
    assert "Debrief posted: " in dana.home.said
    assert actions(dana.home, ids.PLAN_ROUND)
    assert not actions(dana.home, ids.CHANGE_OPEN)
    assert "ZZSAID" not in dana.home.said
    await planned.later(days=8)
    assert "Zoë" not in await home(dana)


async def test_what_is_planned_appears_on_the_homes_that_are_open(story):
    await story.open_job()
    for person in (story.alice, story.dana, story.mei):
        assert "Zoë" not in await home(person)
    await story.later(minutes=2)
    await story.plan("U0ALICE", "U0MEI", covers=[COM])  # no minute goes by
    for person in (story.alice, story.dana, story.mei):
        assert "Zoë" in person.home.said


async def test_mei_reads_her_home_in_chinese(story):
    await story.open_job()
    empty = await home(story.mei)
    assert "目前没有待办事项" in empty
    assert "设置" in empty
    await story.plan("U0MEI", covers=[COM])
    said = story.mei.home.said
    assert "Zoë Ωmega，应聘" in said
    for english in ("Today", "Read the kit", "minutes", "Settings", "Practise"):
        assert english not in said


async def test_nobody_sees_what_is_not_theirs(planned):
    assert await planned.score(planned.alice, 2, evidence="ZZSAID", word="strong_no") == {}
    for person in (planned.charlie, planned.chen, planned.mei):
        assert "Zoë" not in await home(person)
    said = await home(planned.bob)
    assert "Zoë" in said
    for hers in ("ZZSAID", "Alice", "Strong no", "sealed"):
        assert hers not in said


async def test_a_candidate_sees_nothing_of_their_own_loop_whatever_else_they_are_in_it(planned):
    async with planned.bot.coach.store.begin("T0PLAY") as work:
        [loop] = await work.loops.open_to("U0DANA", planned.clock(), every=False)
        for name, account in (("Chen himself", "U0CHEN"), ("Somebody else", None)):
            key, who = name.replace(" ", ""), {"planned_by": "U0CHEN", "account": account}
            candidate = replace(loop.candidate, id=key, name=name, **who)
            mine = replace(loop.interviews[0], id=key, candidate=key, interviewer="U0CHEN")
            debrief = replace(loop.debrief, candidate=key)
            assert await work.loops.add(candidate, [mine], debrief, planned.clock())
    for said in (await home(planned.chen), (await planned.chen.command("/interview list")).said):
        assert said.count("Somebody else") == 2
        assert "Chen himself" not in said
    assert "Chen himself" in await home(planned.dana)


async def test_a_guest_and_somebody_from_elsewhere_see_nothing_of_hiring(planned):
    forging.populate(planned.slack)
    said = await home(planned.gus)
    assert "`/questions`" in said
    assert "/interview" not in said
    for stranger in ("U0LEFT", "U0EVE", "U0XAVER"):
        assert await planned.slack.hand(stranger).open_home() is None


async def test_practice_is_shown_to_whom_it_belongs_and_to_nobody_else(planned):
    chen = planned.chen
    await home(chen)
    await chen.click(ids.MOCK_START)
    await chen.pick("form", "free")
    assert await chen.submit() == {}
    await planned.bot.background.idle()
    assert "Question 1 of 3" in chen.home.said
    await planned.answer(chen, LONG)
    await chen.click("mock.next")
    assert "Question 2 of 3" in chen.home.said
    await chen.command("/mock stop")
    assert "Paused at question 2 of 3" in chen.home.said
    for person in (planned.dana, planned.alice, planned.charlie):
        assert "Question" not in await home(person)


async def test_two_hundred_open_items_are_turned_page_by_page(story):
    await story.open_job()
    await plan_many(story, 200, story.at(hours=-300))
    alice, dana, seen = story.alice, story.dana, set()
    await alice.open_home()
    while True:
        assert len(alice.home.blocks) <= 100
        found = [n for n in range(200) if f"Candidate {n:03}" in alice.home.said]
        seen |= set(found)
        if not actions(alice.home, ids.HOME_LATER):
            break
        await alice.click(ids.HOME_LATER)
    assert seen == set(range(200))
    assert "Page 25 of 25" in alice.home.said
    await alice.click(ids.HOME_EARLIER)
    assert "Page 24 of 25" in alice.home.said
    assert "Page 1 of 25" in await home(alice)
    assert "Page 1 of 25" in await home(dana)


async def test_a_part_is_turned_and_the_others_stay(story):
    await story.open_job()
    await plan_many(story, 20, story.at(days=-3), "U0DANA")
    await story.dana.open_home()
    await story.dana.click(ids.HOME_LATER, "0.1.0.0")
    await story.dana.click(ids.HOME_LATER, "0.1.0.1")
    assert story.dana.home.said.count("Page 2 of 3") == 2


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        *(("9999.9999.9999.9999", "Page 3 of 3"), ("0.2", "Page 3 of 3"), ("0", "Page 1 of 3")),
        *((word, None) for word in ("", "-1", "0.-1", "1e3", "٣", "0" * 99, "0." * 50, "x")),
    ],
)
async def test_a_forged_page_is_the_last_one_or_nothing(story, value, shown):
    await story.open_job()
    await plan_many(story, 20, story.at(days=-3))
    alice = story.alice
    before = await home(alice)
    body = await forging.captured(story.slack, alice.click(ids.HOME_LATER))
    body["actions"][0]["value"] = value
    await story.slack.deliver(body)
    await story.slack.settle()
    if shown:
        assert shown in alice.home.said
    else:
        assert alice.home.said == before
        assert "nothing here that you can open" in alice.messages()[-1].said


@pytest.mark.parametrize(
    ("zone", "title"), [("Asia/Kolkata", "To come"), ("America/New_York", "Today")]
)
async def test_today_is_the_day_where_somebody_is(story, zone, title):
    """The clock says 9:00 in UTC: in 10 hours it is after midnight in Kolkata alone."""
    story.slack.people["U0ALICE"].tz = zone
    await story.open_job()
    await plan_many(story, 1, story.at(hours=10))
    assert "Candidate 000" in part(await home(story.alice), title)


@pytest.mark.parametrize(
    ("zone", "title"),
    [("Asia/Kolkata", "Today"), ("America/New_York", "Today"), ("UTC", "To come")],
)
async def test_today_has_begun_where_somebody_is_and_not_in_greenwich(story, zone, title):
    """The clock says 22:00 in UTC, and the interview is at 1:00: 3:30 to 6:30 in Kolkata."""
    story.slack.people["U0ALICE"].tz = zone
    await story.open_job()
    await story.later(hours=13)
    await plan_many(story, 1, story.at(hours=3))
    assert "Candidate 000" in part(await home(story.alice), title)


async def test_midnight_turns_to_come_into_today(story):
    await story.open_job()
    await plan_many(story, 1, story.at(days=1))
    assert "Candidate" in part(await home(story.alice), "To come")
    await story.later(hours=20)
    assert "Candidate" in part(story.alice.home.said, "Today")


async def test_a_home_that_did_not_change_is_not_published_again(planned):
    await planned.alice.open_home()

    def published():
        return [name for name, _ in planned.slack.calls if name == "views.publish"]

    before = published()
    for _ in range(3):
        await planned.later(minutes=2)
    assert published() == before
    await planned.alice.open_home()
    assert len(published()) == len(before) + 1


async def test_a_home_published_elsewhere_is_left_to_who_published_it(planned, caplog):
    alice = planned.alice
    await alice.open_home()
    view = planned.slack.views.homes["U0ALICE"]
    planned.slack.views.update(view, {"type": "home", "blocks": []})  # another replica
    await planned.later(hours=3)
    assert alice.home.blocks == []
    await planned.later(days=1)
    assert alice.home.blocks == []
    assert "Zoë" in await home(alice)
    assert "Home" not in caplog.text


async def test_slack_that_takes_no_home_hinders_nothing_else(planned, caplog):
    await home(planned.dana)
    planned.slack.faults.add("views.publish", "error:fatal_error")
    await planned.later(hours=3)
    assert await planned.score(planned.alice, 3) == {}
    assert "a Home is not up to date" in caplog.text
    await planned.later(minutes=2)
    assert "Scorecards sealed: 1 of 2" in planned.dana.home.said


async def test_a_home_that_could_not_be_opened_is_there_a_moment_later(planned, caplog):
    planned.slack.faults.add("views.publish", "error:fatal_error")
    assert await planned.alice.open_home() is None
    await planned.later(minutes=2)
    assert "Zoë" in planned.alice.home.said
    assert "listener failed" in caplog.text


async def test_what_a_home_shows_is_not_kept_with_the_request_to_open_it(planned, tmp_path):
    await planned.alice.open_home()
    planned.slack.faults.add("views.publish", "error:fatal_error")
    await planned.alice.open_home()
    kept = forging.rows(tmp_path / "coach.db", ["inbox"])["inbox"]
    [body] = [each["body"] for each in kept if "app_home_opened" in str(each["body"])]
    assert "U0ALICE" in body
    assert "Product lead" not in body


async def test_the_messages_beside_it_are_left_alone(planned):
    body = await forging.captured(planned.slack, planned.alice.open_home())
    calls = len(planned.slack.calls)
    body["event"]["tab"] = "messages"
    ack = await forging.delivered(planned.bot, body)
    await planned.bot.background.idle()
    assert ack.status == 200
    assert len(planned.slack.calls) == calls
