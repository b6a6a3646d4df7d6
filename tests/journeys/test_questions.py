"""`/questions`: browse, search in both languages, open."""

from copy import deepcopy

import pytest

from handlers import ids
from tests.journeys import forging
from tests.journeys.listing import (
    COM,
    IBI,
    LIVE,
    at_work,
    choose,
    heard,
    held,
    listed,
    live,
    look,
    open_directly,
    own_question,
    shelf,
)

BOX = "questions.words:0"
ODD = (
    *("🎉", "👩‍👩‍👧‍👦 👍🏽", "…!?", "<!channel> <@U0DANA> *_~`", "%_\\", "{n} {title}"),
    *("客" * 3_000, "x" * 3_000, "client " * 500, "\x00\ud800\u202e", "' OR 1=1 --"),
)


@pytest.fixture
async def hiring(slack, bot, clock):
    return await at_work(slack, bot, clock)


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
