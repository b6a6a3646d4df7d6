"""A job names the competency model it is assessed on, and everything after it follows."""

import pytest

from playground.elements import interactive
from playground.world.values import options
from tests.journeys.story import HIRING, held, items

MANAGER, SUCCESS = "b2b-product-manager", "customer-success-manager"
RENEWAL, ADOPTION, ADVOCACY = "renewal-judgement", "adoption-guidance", "client-advocacy"
IBI = "industry-business-insight"


@pytest.fixture
async def two(story):
    """Dana runs a job of each model; the newest, of the second one, is proposed."""
    await story.open_job(title="Product lead")
    await story.later(minutes=1)
    await story.open_job(title="Success lead", model=SUCCESS)
    return story


def offered(view, field):
    """Return what a menu of a form offers, by what is read there."""
    [element] = [each for block, each in interactive(view.blocks) if block["block_id"] == field]
    return {option["text"]["text"]: option["value"] for option in options(element)}


def job(view, title):
    """Return the id of a job in the form that plans."""
    return next(id_ for name, id_ in offered(view, "job").items() if name.startswith(title))


async def test_a_job_of_the_second_model_goes_from_its_opening_to_its_debrief(story):
    assert await story.open_job(title="Success lead", model=SUCCESS) == {}
    opened = story.dana.modal.said
    assert "Competency model: Customer success manager (B2B software)" in opened
    assert "6 questions are fixed for it" in opened
    assert "Renewal judgement" in opened
    assert "Systems thinking" not in opened

    assert await story.plan(covers=[RENEWAL, ADVOCACY]) == {}
    invitation, _calendar = story.alice.messages()
    assert "Renewal judgement" in invitation.said

    await story.later(hours=3)
    await story.alice.click("score.open")
    asked = items(story.alice.modal)
    assert sorted({item.partition("-")[0] for item in asked}) == ["adv", "ren"]
    assert len(asked) == 2  # Bob asks the other two
    await story.rate(story.alice, 2, word="no", evidence="She counted log-ins.")
    assert await story.seal(story.alice) == {}
    assert await story.score(story.bob, 4) == {}
    await story.later(days=1)
    [debrief] = story.debriefs()
    assert "Scorecards sealed in time: 2 of 2" in debrief.said
    assert "Renewal judgement" in debrief.said
    assert "Client advocacy and plain speaking" in debrief.said
    assert "Guiding adoption" not in debrief.said
    assert "She counted log-ins." in await story.evidence(story.bob)


async def test_its_levels_are_those_of_the_model(story):
    await story.open_job(model=SUCCESS, level="junior")
    await story.plan("U0ALICE")
    await story.alice.click("score.open")
    asked = {item.partition("-")[0] for item in items(story.alice.modal)}
    assert asked == {"ado", "adv"}


async def test_its_card_and_its_debrief_are_there_in_chinese(story):
    await story.open_job(model=SUCCESS, language="zh-CN")
    await story.plan("U0MEI", covers=[ADOPTION])
    await story.mei.click("score.open")
    assert "引导客户用起来" in story.mei.modal.said
    await story.rate(story.mei, 4, evidence="他问了没用的人。")
    await story.seal(story.mei)
    await story.later(days=1, hours=1)
    assert "引导客户用起来" in story.debriefs()[0].said


async def test_the_first_model_is_proposed_and_each_is_offered_by_its_name(story):
    await story.dana.command("/interview job")
    assert held(story.dana.modal, "model") == MANAGER
    named = offered(story.dana.modal, "model")
    assert list(named.values()) == [MANAGER, SUCCESS]
    assert list(named) == ["B2B product manager", "Customer success manager (B2B software)"]
    await story.mei.command("/interview job")
    assert "客户成功经理（B2B软件）" in offered(story.mei.modal, "model")


@pytest.mark.parametrize("chosen", [None, {"value": "astronaut"}, {"value": IBI}])
async def test_a_job_without_a_model_is_refused_at_the_field(story, chosen):
    await story.open_job(level="mid", channel="C0GENERAL")  # refused, and left as it was filled in
    await story.dana.pick("channel", HIRING)
    story.dana.modal.values["model"]["value"]["selected_option"] = chosen
    errors = await story.forge("U0DANA", story.dana.modal)
    assert errors == {"model": "Choose a competency model."}
    assert "no open job" in (await story.dana.command("/interview new")).text


async def test_what_there_is_to_cover_is_what_the_job_is_assessed_on(two):
    dana = two.dana
    await two.fill_plan("U0ALICE", due=None)
    await dana.submit()
    assert list(offered(dana.modal, "covers:0").values()) == [ADOPTION, RENEWAL, ADVOCACY]
    await dana.click("plan.back")
    assert held(dana.modal, "candidate") == "Zoë Ωmega"
    await dana.pick("minutes:0", "60")
    await dana.pick("job", job(dana.modal, "Product lead"))
    await dana.submit()
    assert len(offered(dana.modal, "covers:0")) == 9
    await dana.pick("covers:0", [IBI])
    assert await dana.submit() == {}
    await two.alice.click("score.open")
    assert {item.partition("-")[0] for item in items(two.alice.modal)} == {"ibi"}


async def test_competencies_of_another_model_are_refused_at_their_field(two):
    await two.fill_plan("U0ALICE", "U0BOB")
    await two.cover(RENEWAL)
    for n in range(2):
        [element] = two.dana.modal.values[f"covers:{n}"].values()
        element["selected_options"][0]["value"] = IBI
    errors = await two.forge("U0DANA", two.dana.modal)
    assert set(errors) == {"covers:0", "covers:1"}
    assert "Choose again from its list" in errors["covers:0"]
    assert two.alice.messages() == []
