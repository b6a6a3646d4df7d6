"""Who may do what: every gesture of a whole story, tried by everybody else first."""

import logging
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.journeys import forging
from tests.journeys.forging import OUTSIDERS
from tests.journeys.guided import card, choose
from tests.journeys.paired import look_for, rate, swap
from tests.journeys.reminding import LATER, held, nudges, put_off, wait_until
from tests.journeys.story import HIRING

COM = "communication-collaboration"
FIVE = timedelta(minutes=5)
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
PEERS = {
    *("/mock peer", "peer.join", "peer.leave", "peer.ready"),
    *("peer.next", "peer.swap", "peer.end"),
}
QUESTIONS = ("/questions", "questions.later", "questions.open", "questions.search")
EVIDENCE = tuple(f"debrief.{each}" for each in ("evidence", "competency", "later", "earlier"))
HOLDING = ("holding.missed", "holding.open", "holding.submit")
PAIR = frozenset({"U0CHEN", "U0CHARLIE"})  # each for the two of them; the guide is one's alone
MAY_TOO = {  # who else may do the same with their own things
    "job.submit": {"U0DANA", "U0ALICE", "U0BOB"},  # all in the hiring channel
    "/interview new": {"U0DANA"},
    "/interview score": {"U0ALICE", "U0BOB"},
    "/interview guide": {"U0ALICE", "U0BOB"},
    "/debrief": {"U0DANA", "U0ALICE", "U0BOB"},
    "/interview list": {"U0DANA", "U0ALICE", "U0BOB"},
    "app_home_opened": {"U0DANA", "U0ALICE", "U0BOB"},
    "home.later": {"U0DANA", "U0ALICE", "U0BOB"},
    "home.earlier": {"U0DANA", "U0ALICE", "U0BOB"},
    "/interview settings": MEMBERS,
    "settings.submit": MEMBERS,
    **dict.fromkeys(HOLDING, frozenset({"U0DANA"})),
    **dict.fromkeys(
        EVIDENCE, frozenset({"U0DANA", "U0ALICE", "U0BOB"})
    ),  # all in the hiring channel
    "vote.open": {"U0ALICE", "U0BOB"},
    "vote.submit": {"U0ALICE", "U0BOB"},
    "/mock": MEMBERS,
    "/mock stop": MEMBERS,
    "mock.start": MEMBERS,
    "mock.stop": MEMBERS,
    "mock.begin": MEMBERS,
    "mock.delete": BROWSERS,
    "/mock progress": BROWSERS,
    "/mock delete": BROWSERS,
    "/mock peer": MEMBERS,
    "peer.join": MEMBERS,
    **dict.fromkeys(("peer.leave", "peer.ready", "peer.end"), PAIR),
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
    story.tried, story.through = set(), through

    async def deliver(body):
        what = forging.name(body)
        actor = body.get("user_id") or (body.get("user") or body.get("event"))
        actor = actor if isinstance(actor, str) else actor.get("id") or actor.get("user")
        # Nobody does what the bot itself has changed.
        others = set(EVERYBODY) - {actor, *MAY_TOO.get(what, ())} if actor else set()
        await story.bot.background.idle()  # what is being sent is not what they did
        before = rows() if others else {}
        for person in sorted(others):
            await attempt(what, body, person, before)
        return await through(body)

    async def attempt(what, body, person, before):
        calls = len(slack.calls)
        forged = forging.as_person(slack, body, person)
        forged.pop("response_url", None)  # it is good for five answers, and its owner needs one
        ack = await through(forged)
        await story.bot.background.idle()
        assert (ack.status, what, person) == (200, what, person)
        assert rows() == before, (what, person)
        answers = forging.text(ack.body, slack.calls[calls:])
        assert "ZZPII" not in answers, (what, person)
        if person in OUTSIDERS:
            called = {name for name, _ in slack.calls[calls:]}
            assert not called & {"views.open", "views.push", "views.update"}, (what, person)
        story.tried.add(what)

    slack.deliver = deliver
    with forging.reading(path) as rows:
        yield story
    slack.deliver = through
    assert [r.getMessage() for r in caplog.records if r.levelno >= logging.ERROR] == []


async def many_of_alice(story):
    """Let Alice have more candidates than one page shows, each with the name to look for."""
    async with story.bot.coach.store.begin("T0PLAY") as work:
        loop, *_ = await work.loops.open_to("U0DANA", story.clock(), every=False)
        for n in range(9):
            candidate = replace(loop.candidate, id=f"c{n}")
            debrief = replace(loop.debrief, candidate=f"c{n}")
            interview = replace(loop.interviews[0], id=f"i{n}", candidate=f"c{n}")
            assert await work.loops.add(candidate, [interview], debrief, story.clock())


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


async def plan(story, *covers):
    """Dana opens a job and plans interviews of Chen, by another name."""
    assert await story.open_job(title=TITLE) == {}
    await story.fill_plan("U0ALICE", "U0BOB", "U0MEI", candidate=NAME, account="U0CHEN")
    assert await story.cover(*(covers or (COM,))) == {}
    assert await story.dana.submit() == {}


async def test_nobody_does_or_sees_what_is_not_theirs(besieged):
    story = besieged
    await plan(story)
    for command in ("/debrief", "/interview new", "/interview score"):
        await story.alice.command(command)
    await story.alice.close()
    assert await story.score(story.alice, 2, evidence=SAID) == {}
    await story.alice.click("amend.open")
    await story.alice.pick("item", COM)
    await story.alice.pick(f"said:{COM}", "3")
    await story.alice.type("reason", SAID)
    assert await story.alice.submit() == {}
    await story.dana.close(everything=True)
    await story.dana.command("/debrief")
    await story.dana.click("look.open")
    assert SAID in story.dana.modal.said
    await story.dana.close()
    assert await story.score(story.bob, 5, evidence=SAID) == {}
    await story.bob.command("/debrief")
    await story.bob.command("/questions")
    await story.bob.click("questions.later")
    assert await story.bob.submit() == {}
    await story.bob.click("questions.open")
    story.slack.places[HIRING].kind = "public"
    await story.later(days=2)
    await story.dana.click("post.again")
    await story.dana.command("/debrief")
    await story.dana.click("packet.send")
    await story.dana.click("plan.round")
    assert story.tried >= {
        "plan.round",
        *("/interview job", "job.submit", "/interview new", "plan.add_seat", "plan.propose"),
        *("plan.cover:0", "plan.submit", "/interview score", "score.open", "score.mark"),
        *("score.evidence", "score.recommendation", "score.submit", "/debrief"),
        *("post.again", "packet.send"),
        *("amend.open", "amend.choose", "amend.submit", "look.open"),
        *QUESTIONS,
    }


async def test_nobody_is_led_through_anothers_interview(besieged):
    story, alice = besieged, besieged.alice
    await plan(story, COM, "data-value-quantification")
    await alice.command("/interview guide")
    await alice.click("guide.start")
    await alice.say(SAID, thread=card(alice).ts)
    for step in ("next", "back", "next", "use", "unuse"):
        await alice.click(f"guide.{step}")
    await choose(alice, "guide.rate", "4")
    await choose(alice, "guide.skip", "no_time")
    while "guide.finish" not in str(card(alice).message.blocks):
        await alice.click("guide.next")
    await alice.click("guide.finish")
    await alice.click("guide.reopen")
    steps = ("start", "next", "back", "use", "unuse", "rate", "skip", "finish", "reopen")
    assert story.tried >= {"message", *(f"guide.{each}" for each in steps)}


async def test_nobody_says_when_anothers_debrief_comes(besieged):
    story, dana = besieged, besieged.dana
    await plan(story)
    await dana.close()
    await story.score(story.alice, 2, evidence=SAID)
    await dana.command("/debrief")
    await dana.click("debrief.move")
    await dana.pick("due", story.at(days=3))
    assert await dana.submit() == {}
    await dana.close()
    for button in ("debrief.cancel", "debrief.post"):
        await dana.command("/debrief")
        await dana.click(button)
    moves = ("move", "move_submit", "cancel", "post")
    assert story.tried >= {f"debrief.{each}" for each in moves}


async def test_nobody_sets_anothers_job(besieged):
    story = besieged
    assert await story.open_job(title=TITLE) == {}
    await story.dana.close()
    await story.dana.command("/debrief settings")
    await story.dana.click("job.settings")
    await story.dana.pick("digest", ["on"])
    assert await story.dana.submit() == {}
    assert story.tried >= {"/debrief settings", "job.settings", "job.settings_submit"}


async def test_nobody_compares_anothers_candidates(besieged):
    story, tried = besieged, besieged.slack.deliver
    story.slack.deliver = story.through  # nobody tries what others test
    assert await story.open_job(title=TITLE) == {}
    for n in range(2):
        account = {"account": "U0CHEN"} if n else {}
        panel = ("U0ALICE", "U0BOB")
        assert await story.plan(*panel, candidate=NAME, covers=[COM], **account) == {}
        await story.dana.close(everything=True)
        for person in (story.alice, story.bob):
            assert await story.score(person, 4, evidence=SAID) == {}
            await person.close(everything=True)
    await story.later(days=2)
    story.slack.deliver = tried
    await story.dana.command("/debrief compare")
    await story.dana.click("beside.open")
    await story.dana.pick("competency", COM)
    assert NAME in story.dana.modal.said
    assert story.tried >= {"/debrief compare", "beside.open", "beside.competency"}


async def test_nobody_looks_at_anothers_home_or_list(besieged):
    story = besieged
    await plan(story)
    await many_of_alice(story)
    await story.alice.command("/interview list")
    await story.alice.open_home()
    await story.alice.click("home.later")
    await story.alice.click("home.earlier")
    assert story.tried >= {"/interview list", "app_home_opened", "home.later", "home.earlier"}


async def test_nobody_changes_what_another_organises(besieged):
    story = besieged
    await plan(story)
    await story.dana.close()
    await story.fill_plan("U0ALICE", "U0BOB", candidate=f"{NAME} again")
    assert await story.dana.submit() == {}
    await story.dana.close(everything=True)
    await story.dana.command("/interview new")
    await story.dana.click("plan.afresh")
    await story.dana.close(everything=True)
    await change_interviews(story)
    changes = ("open", "other", "submit", "drop_out", "cover:0", "cover_submit")
    calls_off = ("call_off", "call_off_all")
    assert story.tried >= {"plan.afresh", *(f"change.{each}" for each in (*changes, *calls_off))}


async def test_nobody_answers_a_nudge_for_somebody_else(besieged):
    story, tried = besieged, besieged.slack.deliver
    story.slack.deliver = story.through  # nobody tries anything while time passes
    await held(story, "U0ALICE", candidate=NAME, account="U0CHEN", over=FIVE)
    story.slack.deliver = tried
    await put_off(story.alice, "hour")
    await story.alice.command("/interview settings")
    assert await story.alice.submit() == {}
    await story.alice.close()
    await story.alice.click("holding.open")
    await story.alice.pick("holder", "U0BOB")
    assert await story.alice.submit() == {}
    story.slack.deliver = story.through
    await wait_until(story, story.clock() + timedelta(days=1), 12 * FIVE)
    story.slack.deliver = tried
    await story.bob.click("holding.missed", message=nudges(story.bob)[-1])
    assert story.tried >= {LATER, *HOLDING, "/interview settings", "settings.submit"}


async def test_nobody_reads_the_evidence_who_is_not_in_the_channel(besieged):
    story, tried = besieged, besieged.slack.deliver
    story.slack.deliver = story.through  # nobody tries anything while the cards are written
    assert await story.open_job(title=TITLE) == {}
    panel = [story.dana, story.alice, story.bob, story.mei]
    named = [person.person for person in panel]
    assert await story.plan(*named, candidate=NAME, account="U0CHEN", covers=[COM]) == {}
    await story.dana.close(everything=True)
    for person in panel:
        await story.score(person, 3, evidence=f"{SAID} She drew the flow from memory." * 60)
        await person.close(everything=True)
    await story.later(days=2)
    story.slack.deliver = tried
    await story.alice.click("debrief.evidence")
    await story.alice.pick("part", "1")
    await story.alice.click("debrief.later")
    await story.alice.click("debrief.earlier")
    assert SAID in story.alice.modal.said
    assert story.tried >= {*EVIDENCE}


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


async def test_nobody_practises_for_another(besieged):
    await practises(besieged, besieged.charlie)
    assert besieged.tried >= {"message", *PRACTICE}


async def test_nobody_takes_part_in_a_pair_of_others(besieged):
    story, chen, charlie = besieged, besieged.chen, besieged.charlie
    await chen.command("/mock peer")
    assert await chen.submit() == {}
    await chen.click("peer.leave")
    for person in (chen, charlie):
        assert await look_for(person) == {}
    await chen.click("peer.leave")
    for person in (charlie, chen):
        await person.click("peer.join")
        await person.pick("locale", "en")
        assert await person.submit() == {}
    for person in (chen, charlie):
        await person.click("peer.ready")
    await swap(chen)
    await charlie.click("peer.end")
    await rate(charlie, 2)
    assert story.tried >= PEERS | {"mock.rate"}


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


async def test_nobody_redraws_anothers_card(besieged):
    story, alice = besieged, besieged.alice
    [model, *_] = story.bot.coach.shelves.live.models
    every = [each.id for each in model.competencies]
    assert await story.open_job(title=TITLE, competencies=every) == {}
    assert await story.plan("U0ALICE", "U0BOB", candidate=NAME, account="U0CHEN") == {}
    assert await story.score(story.bob, 3, evidence=SAID) == {}
    await alice.click("score.open")
    menu = next(b for b in alice.modal.blocks if b["block_id"] == "score.add:0")
    added = menu["elements"][0]["options"][0]["value"]
    await alice.pick("score.add:0", added)
    await alice.click("score.take_off", added)
    tried, story.slack.deliver = story.slack.deliver, story.through
    for n in range(10):  # the same again, which nobody needs to try again
        if alice.modal.callback_id == "score.next":
            break
        menu = next(b for b in alice.modal.blocks if b["block_id"] == f"score.add:{n}")
        await alice.pick(menu["block_id"], menu["elements"][0]["options"][0]["value"])
    await story.rate_page(alice, 4, evidence=f"{SAID} has two kids. Drew the flow.")
    story.slack.deliver = tried
    assert await alice.submit() == {}
    await alice.click("score.back")
    assert await alice.submit() == {}
    story.slack.deliver = story.through
    await story.rate(alice, 4, evidence=SAID)
    story.slack.deliver = tried
    assert await alice.submit() == {}
    await alice.click("score.withdraw")
    assert story.tried >= {
        *("score.add", "score.take_off", "score.next", "score.back", "score.withdraw")
    }


async def test_nobody_decides_or_votes_for_another(besieged):
    story, tried = besieged, besieged.slack.deliver
    story.slack.deliver = story.through
    await plan(story)
    await story.dana.close(everything=True)
    for person, points in ((story.alice, 2), (story.bob, 5)):
        assert await story.score(person, points, evidence=SAID) == {}
    await story.later(days=2)
    story.slack.deliver = tried
    await story.alice.click("vote.open")
    await story.alice.pick(f"vote:{COM}", "4")
    assert await story.alice.submit() == {}
    await story.dana.click("decide.open")
    await story.dana.pick("verdict", "hold")
    await story.dana.pick("competencies", [COM])
    await story.dana.type("dissent", SAID)
    await story.dana.pick("dissenters", ["U0BOB"])
    assert await story.dana.submit() == {}
    assert story.tried >= {"vote.open", "vote.submit", "decide.open", "decide.submit"}
