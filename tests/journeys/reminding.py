"""What people do around a nudge, and what they see of it."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from coaching.person import Person
from playground.gestures import acting
from playground.gestures.acting import Touch
from playground.world import values

COM = "communication-collaboration"
HEAD = {"How did the interview go?", "面试进行得怎么样？"}
MISSING = {"A scorecard is missing.", "有一份评分表还没有封存。"}
LATER = "nudge.later"
DUE = (
    "SELECT min(due_at) FROM nudges",
    "SELECT min(kit_at) FROM nudges",
    "SELECT min(due_at) FROM outbox WHERE state = 'pending'",
    "SELECT min(due_at) FROM debriefs WHERE released_at IS NULL",
)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def at(local, zone="UTC"):
    return datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def nudges(person):
    """Return the nudges a person sees, and what became of those that were put off."""
    return [each for each in person.messages() if each.text in HEAD]


def missing(person):
    """Return what an organiser was told of cards that are missing."""
    return [each for each in person.messages() if each.text in MISSING]


def sent_at(message):
    return datetime.fromtimestamp(float(message.ts), UTC)


def said_at(messages, zone="UTC"):
    """Say when messages came, as in *Tue 10:50*, by the clock on somebody's wall."""
    return [f"{sent_at(each).astimezone(ZoneInfo(zone)):%a %H:%M}" for each in messages]


async def wait_until(story, moment, step=timedelta(minutes=15)):
    """Let the clock tick five minutes from now, and then at every quarter, or whatever step.

    Hours in which nothing comes due pass at once.
    """
    ahead = timedelta(minutes=5)
    while story.clock() < moment:
        ahead = max(ahead, idle(story, moment, step))
        await story.later(seconds=min(ahead, moment - story.clock()).total_seconds())
        past = (story.clock() - EPOCH) % step
        ahead = step - past


def idle(story, moment, step):
    """Return how long nothing comes due until a moment, in whole steps."""
    with closing(sqlite3.connect(story.bot.settings.database.partition("///")[2])) as database:
        found = [database.execute(query).fetchone()[0] for query in DUE]
    due = [datetime.fromisoformat(each).replace(tzinfo=UTC) for each in found if each]
    return (min([*due, moment]) - story.clock()) // step * step


async def choose(person, action_id, wanted):
    """Choose in a menu of the newest message: other elements stand beside it."""
    message = person.messages()[-1].message
    for block in message.blocks:
        for element in block.get("elements", ()):
            if element.get("action_id") == action_id:
                [value] = [o["value"] for o in element["options"] if o["value"].startswith(wanted)]
                held = {"selected_option": values.option(element, value)}
                touch = Touch(block["block_id"], action_id, held)
                reaction = await acting.act_in_message(person.slack, person.person, message, touch)
                assert reaction.error == ""
                return
    raise LookupError(action_id)


async def interview_of(story, person):
    """Return the one interview of a person that is not scored."""
    [(_, interview)] = await story.bot.coach.scoring.waiting(Person("T0PLAY", person.person))
    return interview


async def held(story, *panel, over=timedelta(), **fields):
    """Plan a loop without a date for its debrief; go to the end of the first interview."""
    await story.open_job()
    assert await story.plan(*(panel or ("U0ALICE",)), covers=[COM], due=None, **fields) == {}
    await story.dana.close()
    first = story.slack.hand((panel or ("U0ALICE",))[0])
    interview = await interview_of(story, first)
    story.clock.time = interview.end + over
    await story.bot.tick()
    await story.bot.background.idle()
    return interview


async def put_off(person, choice):
    """Choose in the newest message when to be reminded."""
    await choose(person, LATER, choice)
