"""Who may do what: every gesture of a whole story, tried by everybody else first."""

import logging

import pytest

from tests.journeys import forging
from tests.journeys.forging import OUTSIDERS
from tests.journeys.story import HIRING

COM = "communication-collaboration"
NAME, TITLE, SAID = "ZZPII-7f3a", "ZZPII-title", "ZZPII-said"
EVERYBODY = ("U0DANA", "U0ALICE", "U0BOB", "U0CHARLIE", "U0CHEN", *OUTSIDERS)
MEMBERS = frozenset(EVERYBODY) - frozenset(OUTSIDERS)
BROWSERS = MEMBERS | {"U0GUS"}  # each their own side: see test_question_rights
PRACTICE = {
    *("/mock", "/mock stop", "/mock progress", "/mock delete", "mock.begin", "mock.start"),
    *("mock.stop", "mock.end", "mock.answer", "mock.typed", "mock.submit", "mock.done"),
    *("mock.skip", "mock.repeat", "mock.explain", "mock.switch", "mock.retry", "mock.next"),
    *("mock.rate", "mock.delete"),
}
QUESTIONS = ("/questions", "questions.later", "questions.open", "questions.search")
MAY_TOO = {  # who else may do the same with their own things
    "job.submit": {"U0DANA", "U0ALICE", "U0BOB"},  # all in the hiring channel
    "/interview new": {"U0DANA"},
    "/interview score": {"U0ALICE", "U0BOB"},
    "/interview guide": {"U0ALICE", "U0BOB"},
    "/debrief": {"U0DANA", "U0ALICE", "U0BOB"},
    "/mock": MEMBERS,
    "/mock stop": MEMBERS,
    "mock.start": MEMBERS,
    "mock.stop": MEMBERS,
    "mock.begin": MEMBERS,
    "mock.delete": MEMBERS,
    "/mock progress": MEMBERS,
    "/mock delete": MEMBERS,
    "message": MEMBERS,
    **dict.fromkeys(QUESTIONS, BROWSERS),
}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


@pytest.fixture
def besieged(story, path, caplog):
    """Let everybody else try each gesture right before the one whose it is."""
    slack, through = story.slack, story.slack.deliver
    forging.populate(slack)
    story.tried = set()

    async def deliver(body):
        what = forging.name(body)
        actor = body.get("user_id") or (body.get("user") or body.get("event"))
        actor = actor if isinstance(actor, str) else actor.get("id") or actor["user"]
        for person in EVERYBODY:
            if person not in {actor, *MAY_TOO.get(what, ())}:
                await attempt(what, body, person)
        return await through(body)

    async def attempt(what, body, person):
        before, calls = forging.rows(path), len(slack.calls)
        ack = await through(forging.as_person(slack, body, person))
        await story.bot.background.idle()
        assert (ack.status, what, person) == (200, what, person)
        assert forging.rows(path) == before, (what, person)
        answers = forging.text(ack.body, slack.calls[calls:])
        assert "ZZPII" not in answers, (what, person)
        if person in OUTSIDERS:
            called = {name for name, _ in slack.calls[calls:]}
            assert not called & {"views.open", "views.push", "views.update"}, (what, person)
        story.tried.add(what)

    slack.deliver = deliver
    yield story
    slack.deliver = through
    assert [r.getMessage() for r in caplog.records if r.levelno >= logging.ERROR] == []


async def test_nobody_does_or_sees_what_is_not_theirs(besieged):
    story = besieged
    assert await story.open_job(title=TITLE) == {}
    await story.fill_plan("U0ALICE", "U0BOB", "U0MEI", candidate=NAME, account="U0CHEN")
    assert await story.cover(COM) == {}
    assert await story.dana.submit() == {}
    for command in ("/debrief", "/interview new", "/interview score"):
        await story.alice.command(command)
    await story.alice.close()
    await story.alice.command("/interview guide")
    await story.alice.click("guide.start")
    card = story.alice.messages()[-1]
    await story.alice.say(SAID, thread=card.ts)
    for step in ("next", "back", "next", "next"):
        await story.alice.click(f"guide.{step}")
    await story.alice.click("guide.finish")
    await story.alice.click("guide.reopen")
    assert await story.score(story.alice, 2, evidence=SAID) == {}
    assert await story.score(story.bob, 5, evidence=SAID) == {}
    await story.bob.command("/debrief")
    await story.bob.command("/questions")
    await story.bob.click("questions.later")
    assert await story.bob.submit() == {}
    await story.bob.click("questions.open")
    await practises(story, story.charlie)
    story.slack.places[HIRING].kind = "public"
    await story.later(days=2)
    await story.dana.click("post.again")
    assert story.tried >= {
        *("/interview job", "job.submit", "/interview new", "plan.add_seat", "plan.propose"),
        *(
            "plan.cover:0",
            "plan.submit",
            "/interview score",
            "score.open",
            "score.mark",
            "score.evidence",
            "score.recommendation",
        ),
        *("score.submit", "/debrief"),
        *PRACTICE,
        *("guide.start", "guide.next", "guide.back", "guide.finish", "guide.reopen"),
        *("message", "post.again"),
        *QUESTIONS,
    }


async def practises(story, person):
    """Somebody does everything that practice offers."""
    await story.practise_guided(person, SAID)
    assert await person.submit() == {}
    await story.rate_oneself(person, 3)
    await person.click("mock.retry")
    for press in ("explain", "switch"):
        await person.click(f"mock.{press}")
    await person.say(SAID)
    await person.click("mock.repeat")
    await story.answer(person, SAID)
    await person.click("mock.skip")
    await person.click("mock.next")
    await person.command("/mock stop")
    await person.click("mock.start")
    await person.click("mock.stop")
    await person.click("mock.end")
    await person.command("/mock progress")
    await person.command("/mock delete")
    await person.click("mock.delete")


async def test_what_is_not_yours_and_what_is_not_there_look_the_same(story):
    await story.open_job()
    await story.plan("U0ALICE", covers=[COM])
    body = await forging.captured(story.slack, story.alice.click("score.open"))
    told = []
    for value in (body["actions"][0]["value"], "0" * 32, "Zoë", "x" * 10_000):
        one = forging.as_person(story.slack, body, "U0BOB")
        one["actions"][0]["value"] = value
        one.pop("response_url")
        assert (await forging.delivered(story.bot, one)).body == ""
        await story.bot.background.idle()
        told.append(story.bob.messages()[-1].said)
    assert set(told) == {told[0]}
    assert "nothing here that you can open" in told[0]


async def test_another_workspace_hears_nothing_at_all(story, path):
    forging.populate(story.slack)
    await story.open_job()
    await story.plan("U0ALICE", covers=[COM])
    command = await forging.captured(story.slack, story.alice.command("/debrief"))
    click = await forging.captured(story.slack, story.alice.click("score.open"))
    calls = len(story.slack.calls)
    for body in (
        command | {"team_id": "T0OTHER"},
        click | {"team": {"id": "T0OTHER", "domain": "other"}},
        click | {"user": click["user"] | {"team_id": "T0OTHER"}},
        forging.as_person(story.slack, click, "U0XAVER"),
    ):
        ack = await forging.delivered(story.bot, body)
        assert (ack.status, ack.body) == (200, "")
    assert len(story.slack.calls) == calls
