"""What people do in the list of questions, and what they see there."""

from coaching.own_question import OwnQuestion
from handlers import ids
from playground.gestures import acting
from playground.gestures.acting import Touch
from playground.world import values
from tests.journeys import forging
from tests.journeys.story import Story

COM = "communication-collaboration"
IBI = "industry-business-insight"
LIVE, PRACTICE = "Questions", "Practice questions"


async def at_work(slack, bot, clock):
    """Dana runs a job; Alice and Mei interview for it; Chen is its candidate."""
    story = Story(slack, bot, clock)
    forging.populate(slack)
    await story.open_job()
    assert await story.plan("U0ALICE", "U0MEI", covers=[COM], account="U0CHEN") == {}
    return story


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
