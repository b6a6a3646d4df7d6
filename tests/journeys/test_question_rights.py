"""`/questions`: who reads real questions, who reads those for practice, and who nothing."""

import pytest

from coaching.exposure import Drift
from handlers import ids
from tests.journeys import forging
from tests.journeys.conftest import attached
from tests.journeys.listing import (
    COM,
    LIVE,
    PRACTICE,
    at_work,
    listed,
    look,
    open_directly,
    own_question,
    shelf,
)
from tests.journeys.story import Story


@pytest.fixture
def story(slack, bot, clock):
    return Story(slack, bot, clock)


@pytest.fixture
async def hiring(slack, bot, clock):
    return await at_work(slack, bot, clock)


@pytest.fixture
async def administered(slack, settings, clock):
    """The same, where Dana is an admin."""
    settings = settings.model_copy(update={"coach_admins": ("U0DANA",)})
    async with attached(slack, settings, clock) as bot:
        story = Story(slack, bot, clock)
        await story.open_job()
        assert await story.plan("U0ALICE", "U0BOB", covers=[COM]) == {}
        yield story


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
    await story.later(minutes=1)
    await story.open_job(title="Another")  # nobody is on both sides of one job
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


async def test_practice_shows_only_what_practice_may_ask(hiring):
    first = next(iter(shelf(hiring, "mock").questions))
    async with hiring.bot.coach.store.begin("T0PLAY") as work:
        await work.questions.decide(first, "retired", "U0DANA", hiring.clock())
    await look(hiring.charlie)
    assert first not in listed(hiring.charlie)
    before = len(hiring.charlie.slack.views.stacks["U0CHARLIE"])
    await open_directly(hiring.charlie, first)
    assert len(hiring.charlie.slack.views.stacks["U0CHARLIE"]) == before


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
