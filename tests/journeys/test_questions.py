"""`/questions`: browse, search in both languages, open; and who gets which side."""

from copy import deepcopy

import pytest

from coaching.exposure import Drift
from coaching.own_question import OwnQuestion
from handlers import ids
from playground.gestures import acting
from playground.gestures.acting import Touch
from playground.world import values
from tests.journeys import forging
from tests.journeys.conftest import attached
from tests.journeys.story import Story

COM = "communication-collaboration"
IBI = "industry-business-insight"
LIVE, PRACTICE = "Questions", "Practice questions"
BOX = "questions.words:0"
ODD = (
    *("🎉", "👩‍👩‍👧‍👦 👍🏽", "…!?", "<!channel> <@U0DANA> *_~`", "%_\\", "{n} {title}"),
    *("客" * 3_000, "x" * 3_000, "client " * 500, "\x00\ud800\u202e", "' OR 1=1 --"),
)


@pytest.fixture
def story(slack, bot, clock):
    return Story(slack, bot, clock)


@pytest.fixture
async def hiring(story):
    """Dana runs a job; Alice and Mei interview for it; Chen is its candidate."""
    forging.populate(story.slack)
    await story.open_job()
    assert await story.plan("U0ALICE", "U0MEI", covers=[COM], account="U0CHEN") == {}
    return story


@pytest.fixture
async def administered(slack, settings, clock):
    """The same, where Dana is an admin."""
    settings = settings.model_copy(update={"coach_admins": ("U0DANA",)})
    async with attached(slack, settings, clock) as bot:
        story = Story(slack, bot, clock)
        await story.open_job()
        assert await story.plan("U0ALICE", "U0BOB", covers=[COM]) == {}
        yield story


async def choose(person, action_id, value):
    """Choose in a menu that stands beside others."""
    view = person.top()
    block_id, element = menu(view, action_id)
    touch = Touch(block_id, action_id, {"selected_option": values.option(element, value)})
    reaction = await acting.act_in_view(person.slack, person.person, view, touch)
    assert reaction.error == ""


def menu(view, action_id):
    return next(
        (block["block_id"], element)
        for block in view.blocks
        for element in block.get("elements", ())
        if element.get("action_id") == action_id
    )


def held(person, action_id):
    """Return what a field of the list holds."""
    for block in person.top().values.values():
        for name, content in block.items():
            if name == action_id:
                option = content.get("selected_option")
                return option["value"] if option else content.get("value")
    return None


def listed(person):
    """Return the ids of the questions that are shown, in order."""
    accessories = [block.get("accessory", {}) for block in person.top().blocks]
    return [each["value"] for each in accessories if each.get("action_id") == ids.QUESTIONS_OPEN]


def shelf(story, pool="live"):
    return getattr(story.bot.coach.shelves, pool)


def live(story, *questions):
    return [shelf(story).question(each) for each in questions]


async def look(person, words=""):
    await person.command(f"/questions {words}".strip())
    return person.modal


async def test_the_questions_are_there_page_by_page(hiring):
    dana = hiring.dana
    sight = await look(dana)
    assert (sight.title, len(listed(dana))) == (LIVE, 8)
    assert f"1–8 of {len(shelf(hiring).questions)} questions" in sight.said
    assert sight.said.count("Pilot: not yet reviewed") == 8
    seen = listed(dana)
    with pytest.raises(LookupError):
        await dana.click(ids.QUESTIONS_EARLIER)
    while True:
        try:
            await dana.click(ids.QUESTIONS_LATER)
        except LookupError:
            break
        seen += listed(dana)
    assert seen == list(shelf(hiring).questions)
    await dana.click(ids.QUESTIONS_EARLIER)
    assert set(listed(dana)) < set(seen[-17:])


async def test_choices_narrow_the_list_and_stay(hiring):
    dana = hiring.dana
    await look(dana)
    await dana.click(ids.QUESTIONS_LATER)
    await choose(dana, ids.QUESTIONS_COMPETENCY, IBI)
    assert {each.competency for each in live(hiring, *listed(dana))} == {IBI}
    await choose(dana, ids.QUESTIONS_PART, "know-users")
    await choose(dana, ids.QUESTIONS_LEVEL, "senior")
    await choose(dana, ids.QUESTIONS_TYPE, "behavioural")
    found = live(hiring, *listed(dana))
    assert found
    for each in found:
        assert ("know-users" in each.sub_dimensions, "senior" in each.levels) == (True, True)
        assert each.type == "behavioural"
    await choose(dana, ids.QUESTIONS_COMPETENCY, COM)
    assert held(dana, ids.QUESTIONS_PART) == "*"
    assert held(dana, ids.QUESTIONS_LEVEL) == "senior"
    assert {each.competency for each in live(hiring, *listed(dana))} == {COM}
    await choose(dana, ids.QUESTIONS_COMPETENCY, "*")
    assert held(dana, ids.QUESTIONS_PART) is None


async def test_words_after_the_command_are_looked_for_and_stand_in_the_box(hiring):
    sight = await look(hiring.dana, "forecasting")
    assert held(hiring.dana, ids.QUESTIONS_WORDS) == "forecasting"
    assert sight.title == LIVE
    forecasts = listed(hiring.dana)
    assert all("forecast" in str(each).lower() for each in live(hiring, *forecasts))
    await look(hiring.dana, "FORECAST")
    assert listed(hiring.dana) == forecasts != []


async def test_chinese_is_found_without_spaces_and_said_in_chinese(hiring):
    mei = hiring.mei
    sight = await look(mei, "客户")
    assert sight.title == "题库"
    found = live(hiring, *listed(mei))
    assert all("客户" in each.title.zh_cn for each in found[:2])
    assert found[0].title.zh_cn in sight.said
    assert "试用：尚未评审" in sight.said
    await look(mei, "forecast")
    await look(hiring.dana, "forecast")
    assert listed(mei) == listed(hiring.dana)


async def test_what_is_typed_is_found_on_enter_and_stays(hiring):
    dana = hiring.dana
    await look(dana)
    await dana.type(BOX, "warehouse")
    assert len(listed(dana)) == 8
    await dana.type(BOX, "client", enter=True)
    wide = listed(dana)
    await choose(dana, ids.QUESTIONS_TYPE, "situational")
    assert held(dana, ids.QUESTIONS_WORDS) == "client"
    assert {each.type for each in live(hiring, *listed(dana))} == {"situational"}
    assert listed(dana) != wide


async def test_the_button_searches_as_enter_does(hiring):
    dana = hiring.dana
    await look(dana)
    await dana.type(BOX, "forecast")
    assert await dana.submit() == {}
    by_button = listed(dana)
    await look(dana, "forecast")
    assert listed(dana) == by_button


async def test_another_search_begins_at_its_first_page(hiring):
    dana = hiring.dana
    await look(dana)
    await dana.click(ids.QUESTIONS_LATER)
    await dana.type(BOX, "client")
    await dana.click(ids.QUESTIONS_LATER)
    assert "1–8 of " in dana.modal.said
    assert not dana.top().given["private_metadata"].count("client")


async def test_who_finds_nothing_is_told_what_to_do(hiring):
    dana = hiring.dana
    sight = await look(dana, "zebrafinch")
    assert "try fewer words" in sight.said
    await dana.click(ids.QUESTIONS_CLEAR)
    assert held(dana, ids.QUESTIONS_WORDS) is None
    assert len(listed(dana)) == 8
    await dana.type("questions.words:1", "forecast", enter=True)
    assert listed(dana)


async def test_odd_words_break_nothing_and_notify_nobody(hiring):
    for words in ODD:
        sight = await look(hiring.dana, words)
        assert sight.title == LIVE
        assert len(held(hiring.dana, ids.QUESTIONS_WORDS) or "") <= 200
        assert ("Only the first 200 characters" in sight.said) is (len(words) > 200)


async def test_a_question_opens_with_all_an_interviewer_needs(hiring):
    dana = hiring.dana
    await look(dana)
    await choose(dana, ids.QUESTIONS_TYPE, "case")
    [case] = live(hiring, listed(dana)[0])
    await dana.click(ids.QUESTIONS_OPEN, case.id)
    text = dana.modal.said
    said = [case.title, case.prompt, case.materials, case.evidence_prompt]
    said += [probe.text for probe in case.probes]
    said += [each for anchor in case.anchors.ladder for each in (anchor.short, anchor.text)]
    said += [each.text for each in (*case.indicators.positive, *case.indicators.negative)]
    assert [each.en for each in said if each.en not in text] == []
    for word in ("Pilot: not yet reviewed", "Meets the bar", "required", "Fact sheet", "Case"):
        assert word in text
    assert "No candidate has been asked this yet." in text
    assert f"{case.id}, revision {case.rev}" in text
    assert len(dana.slack.views.stacks["U0DANA"]) == 2
    await dana.close()
    assert listed(dana)[0] == case.id


async def test_how_often_it_was_asked_is_said(hiring):
    [asked, *_] = [each for each in shelf(hiring).of(COM) if await heard(hiring, each.id)]
    await look(hiring.dana)
    await open_directly(hiring.dana, asked.id)
    text = hiring.dana.modal.said
    assert "Asked of 1 candidate so far · in the last 91 days: 1" in text
    assert "It is resting" in text
    hiring.clock.forward(days=400)
    await look(hiring.dana)
    await open_directly(hiring.dana, asked.id)
    assert "in the last 91 days: 0" in hiring.dana.modal.said
    assert "It is resting" not in hiring.dana.modal.said


async def test_a_possible_leak_is_for_admins_until_they_have_looked(administered):
    story, leaked = administered, shelf(administered).of(COM)[0]
    async with story.bot.coach.store.begin("T0PLAY") as work:
        await work.uses.flag(leaked.id, leaked.rev, Drift(2.5, 4.0), story.clock())
    for person, told in ((story.dana, True), (story.alice, False)):
        await look(person)
        await open_directly(person, leaked.id)
        assert ("Possible leak" in person.modal.said) is told
    async with story.bot.coach.store.begin("T0PLAY") as work:
        await work.uses.review(leaked.id, leaked.rev, "U0DANA", story.clock())
    await look(story.dana)
    await open_directly(story.dana, leaked.id)
    assert "Possible leak" not in story.dana.modal.said


async def test_who_has_no_part_in_hiring_gets_practice(hiring):
    for person in (hiring.charlie, hiring.gus, hiring.chen):
        sight = await look(person, "client")
        assert sight.title == PRACTICE
        assert set(listed(person)) <= shelf(hiring, "mock").questions.keys()
        assert ("/mock" in sight.said) is (person is not hiring.gus)
        [question] = [shelf(hiring, "mock").question(each) for each in listed(person)[:1]]
        await person.click(ids.QUESTIONS_OPEN, question.id)
        text = person.modal.said
        for said in (question.title, question.prompt, question.anchors.three.text):
            assert said.en in text
        assert question.mock.outline.en[0] in text
        assert "Asked of" not in text


async def test_a_candidate_gets_practice_even_when_they_interview_elsewhere(hiring):
    await hiring.open_job(title="Another job")
    assert await hiring.plan("U0CHEN", "U0BOB", candidate="Somebody else", covers=[COM]) == {}
    assert (await look(hiring.bob)).title == LIVE
    assert (await look(hiring.chen)).title == PRACTICE


async def test_live_ids_open_nothing_for_those_who_practise(hiring):
    stolen = next(iter(shelf(hiring).questions))
    for person in (hiring.charlie, hiring.gus, hiring.chen):
        await look(person)
        before = person.modal.said
        for value in (stolen, "no-such-question", "../live", "", "x" * 500):
            await open_directly(person, value)
        assert person.modal.said == before
        told = {said.said for said in person.messages() if "nothing here" in said.said}
        assert len(told) == 1


async def test_who_may_no_longer_read_gets_practice_from_the_same_modal(story):
    await story.open_job()
    assert await story.plan("U0ALICE", "U0CHEN", candidate="Somebody else", covers=[COM]) == {}
    chen = story.chen
    await look(chen)
    assert chen.modal.title == LIVE
    shown = listed(chen)
    assert await story.plan("U0BOB", candidate="Chen", covers=[COM], account="U0CHEN") == {}
    await chen.click(ids.QUESTIONS_OPEN, shown[0])
    assert len(chen.slack.views.stacks["U0CHEN"]) == 1
    assert "nothing here" in chen.messages()[-1].said
    await chen.click(ids.QUESTIONS_LATER)
    assert chen.modal.title == PRACTICE
    assert set(listed(chen)) <= shelf(story, "mock").questions.keys()


async def test_strangers_bots_and_those_who_left_learn_nothing(hiring):
    command = await forging.captured(hiring.slack, hiring.dana.command("/questions client"))
    for person in ("U0LEFT", "U0EVE"):
        body = forging.as_person(hiring.slack, command, person)
        ack = await forging.delivered(hiring.bot, body)
        assert "full members" in ack.body
    assert hiring.slack.views.stacks.get("U0EVE", []) == []


async def test_another_workspaces_question_is_not_there(hiring):
    own = own_question(hiring, "ibi-own-beh-001", "A zebrafinch in the office")
    async with hiring.bot.coach.store.begin("T0OTHER") as work:
        await work.teams.keep("Other", hiring.clock())
        await work.questions.add(own, "U1", hiring.clock())
    await look(hiring.dana, "zebrafinch")
    assert listed(hiring.dana) == []


async def test_a_workspaces_own_question_is_found_as_soon_as_it_is_there(hiring):
    await look(hiring.dana, "zebrafinch")
    assert listed(hiring.dana) == []
    own = own_question(hiring, "ibi-own-beh-001", "*A zebrafinch* <!channel>")
    async with hiring.bot.coach.store.begin("T0PLAY") as work:
        await work.questions.add(own, "U0DANA", hiring.clock())
    await look(hiring.dana, "zebrafinch")
    assert listed(hiring.dana) == [own.id]
    await hiring.dana.click(ids.QUESTIONS_OPEN, own.id)
    assert "*A zebrafinch* <!channel>" in hiring.dana.modal.said
    again = own_question(hiring, own.id, "A harbour in the office", rev=2)
    async with hiring.bot.coach.store.begin("T0PLAY") as work:
        await work.questions.add(again, "U0DANA", hiring.clock())
    await look(hiring.dana, "harbour office")
    assert listed(hiring.dana) == [own.id]
    await look(hiring.dana, "zebrafinch")
    assert listed(hiring.dana) == []


async def test_what_is_out_of_use_comes_last_and_says_so(hiring):
    first, *_ = shelf(hiring).of(COM)
    async with hiring.bot.coach.store.begin("T0PLAY") as work:
        await work.questions.decide(first.id, "compromised", "U0DANA", hiring.clock())
    await look(hiring.dana)
    await choose(hiring.dana, ids.QUESTIONS_COMPETENCY, COM)
    shown = listed(hiring.dana)
    while len(shown) < len([q for q in shelf(hiring).questions.values() if q.competency == COM]):
        await hiring.dana.click(ids.QUESTIONS_LATER)
        shown += listed(hiring.dana)
    assert shown[-1] == first.id
    assert "Known outside: new jobs do not get it" in hiring.dana.modal.said


async def test_practice_shows_only_what_practice_may_ask(hiring):
    first = next(iter(shelf(hiring, "mock").questions))
    async with hiring.bot.coach.store.begin("T0PLAY") as work:
        await work.questions.decide(first, "retired", "U0DANA", hiring.clock())
    await look(hiring.charlie)
    assert first not in listed(hiring.charlie)
    before = len(hiring.charlie.slack.views.stacks["U0CHARLIE"])
    await open_directly(hiring.charlie, first)
    assert len(hiring.charlie.slack.views.stacks["U0CHARLIE"]) == before


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["in order", "the later one first"])
async def test_of_two_choices_at_once_both_are_seen(hiring, order):
    dana, slack = hiring.dana, hiring.slack
    await look(dana)
    made = []
    for action_id, value in ((ids.QUESTIONS_LEVEL, "lead"), (ids.QUESTIONS_TYPE, "case")):
        made.append(deepcopy(await forging.captured(slack, choose(dana, action_id, value))))
    one, two = made
    assert one["view"]["hash"] == two["view"]["hash"]
    assert one["view"]["state"] != two["view"]["state"]
    for n in order:
        await forging.delivered(hiring.bot, made[n])
        await hiring.bot.background.idle()
    found = live(hiring, *listed(dana))
    assert {each.type for each in found} == {"case"}
    assert all("lead" in each.levels for each in found)
    assert {refusal[1] for refusal in slack.refusals} == {"hash_conflict"}


async def test_choices_that_nobody_offered_are_no_choices(hiring):
    dana = hiring.dana
    await look(dana)
    body = await forging.captured(hiring.slack, choose(dana, ids.QUESTIONS_LEVEL, "lead"))
    for action_id, odd in (
        (ids.QUESTIONS_LEVEL, "emperor"),
        (ids.QUESTIONS_TYPE, "riddle"),
        (ids.QUESTIONS_COMPETENCY, "alchemy"),
    ):
        altered = forging.fresh(hiring.slack, body, "U0DANA")
        view = dana.top()
        altered["view"] |= {"id": view.id, "hash": view.hash}
        altered["view"]["state"]["values"] = {
            "x": {action_id: {"type": "static_select", "selected_option": {"value": odd}}}
        }
        await forging.delivered(hiring.bot, altered)
        await hiring.bot.background.idle()
        assert f"of {len(shelf(hiring).questions)} questions" in dana.modal.said


async def test_nothing_of_a_question_is_ever_posted(hiring):
    calls = len(hiring.slack.calls)
    await look(hiring.dana, "client")
    await hiring.dana.click(ids.QUESTIONS_OPEN)
    called = {name for name, _ in hiring.slack.calls[calls:]}
    assert called <= {"views.open", "views.push", "views.update", "users.info"}


async def test_the_help_is_for_guests_as_well(hiring):
    for person in (hiring.dana, hiring.gus):
        reply = await person.command("/questions help")
        assert "`/questions WORDS`" in reply.said


async def heard(story, question):
    async with story.bot.coach.store.begin("T0PLAY") as work:
        return (await work.uses.heard(story.clock())).get(question)


async def open_directly(person, question):
    """Press a button that says what nobody offered."""
    body = await forging.captured(person.slack, person.click(ids.QUESTIONS_OPEN))
    body["actions"][0]["value"] = question
    await person.slack.deliver(body)
    await person.slack.settle()


def own_question(story, name, title, rev=1):
    shipped = shelf(story).of(IBI)[0]
    titled = shipped.title.model_copy(update={"en": title})
    about = {"id": name, "rev": rev, "family": f"{name}-family", "title": titled}
    return OwnQuestion.of(shipped.model_copy(update=about))
