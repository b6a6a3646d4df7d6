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
QUESTIONS = ("/questions", "questions.later", "questions.open", "questions.search")
MAY_TOO = {  # who else may do the same with their own things
    "job.submit": {"U0DANA", "U0ALICE", "U0BOB"},  # all in the hiring channel
    "/interview new": {"U0DANA"},
    "/interview score": {"U0ALICE", "U0BOB"},
    "/debrief": {"U0DANA", "U0ALICE", "U0BOB"},
    "/mock": MEMBERS,
    "/mock stop": MEMBERS,
    "mock.start": MEMBERS,
    "mock.stop": MEMBERS,
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
        await story.bot.background.idle()  # what is being sent is not what they did
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


async def change_interviews(story):
    """Dana hands an interview over, shares it among the others, and calls others off."""
    dana = story.dana
    await dana.command("/debrief")
    await dana.click("change.open")
    [which] = [b["block_id"] for b in dana.modal.blocks if b["block_id"].startswith("which:")]
    mei = dana.modal.offered(which)[-1]
    await dana.pick(which, mei)
    await dana.pick("interviewer", "U0CHARLIE")
    assert await dana.submit() == {}
    await dana.close()
    await dana.click("change.open")
    [which] = [b["block_id"] for b in dana.modal.blocks if b["block_id"].startswith("which:")]
    await dana.pick(which, dana.modal.offered(which)[-1])
    await dana.click("change.drop_out")
    await dana.pick("covers:0", [COM])
    assert await dana.submit() == {}
    await dana.close()
    for panel, button in ((("U0MEI",), "call_off"), (("U0MEI", "U0DANA"), "call_off_all")):
        story.clock.forward(minutes=1)
        assert await story.plan(*panel, candidate=f"{NAME} too", covers=[COM]) == {}
        await dana.close()
        await dana.command("/debrief")
        await dana.click("change.open")
        await dana.click(f"change.{button}")
        await dana.close()


async def test_nobody_does_or_sees_what_is_not_theirs(besieged):
    story = besieged
    assert await story.open_job(title=TITLE) == {}
    await story.fill_plan("U0ALICE", "U0BOB", "U0MEI", candidate=NAME, account="U0CHEN")
    assert await story.cover(COM) == {}
    assert await story.dana.submit() == {}
    await change_interviews(story)
    for command in ("/debrief", "/interview new", "/interview score"):
        await story.alice.command(command)
    await story.alice.close()
    assert await story.score(story.alice, 2, evidence=SAID) == {}
    assert await story.score(story.bob, 5, evidence=SAID) == {}
    await story.bob.command("/debrief")
    await story.bob.command("/questions")
    await story.bob.click("questions.later")
    assert await story.bob.submit() == {}
    await story.bob.click("questions.open")
    for gesture in ("/mock", "/mock stop"):
        await story.charlie.command(gesture)
    await story.charlie.click("mock.start")
    await story.charlie.say("I said it.")
    await story.charlie.click("mock.stop")
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
        *("score.submit", "/debrief", "/mock", "/mock stop", "mock.start", "mock.stop"),
        *("message", "post.again"),
        *("change.open", "change.other", "change.submit"),
        *("change.call_off", "change.call_off_all", "change.drop_out"),
        *("change.cover:0", "change.cover_submit"),
        *QUESTIONS,
    }


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
