"""What `make play` starts: the bot and its Slack, as somebody with a browser meets them."""

import asyncio
import re
import signal
import socket
import sys
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from slack_sdk.web.async_client import AsyncWebClient

from playground.play.alone import alone, settings
from playground.play.stage import playing
from playground.play.story import texts
from playground.serving import HOST, Connections, listening

ROOT = Path(__file__).parents[2]


@asynccontextmanager
async def process(**environment):
    """Run `python -m playground` and give it with its first line."""
    started = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "playground"),
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "COACH_PLAY_PORT": "0", **environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        line = await asyncio.wait_for(started.stdout.readline(), 60)
        yield started, line.decode()
    finally:
        if started.returncode is None:
            started.kill()
            await started.wait()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_it_says_where_it_is_and_stops_when_told(session, tmp_path, number):
    database = tmp_path / "kept.db"
    async with process(COACH_PLAY_DB=str(database)) as (started, line):
        [url] = re.findall(r"http://127\.0\.0\.1:\d+/", line)
        async with session.get(url) as reply:
            assert reply.status == 200
        help_ = {"do": "command", "as": "U0ALICE", "channel": "C0GENERAL"}
        async with session.post(
            f"{url}gesture", json={**help_, "command": "/interview", "text": "help"}
        ) as reply:
            assert await reply.json() == {"ok": True}
        async with session.get(f"{url}state", params={"as": "U0ALICE"}) as reply:
            assert "/interview" in str((await reply.json())["messages"]["C0GENERAL"])
        started.send_signal(number)
        rest, complaints = await asyncio.wait_for(started.communicate(), 30)
        assert (rest, complaints, started.returncode) == (b"", b"", 0)
    assert database.exists()


async def test_the_bot_answers_over_a_real_socket(tmp_path):
    async with playing(tmp_path / "coach.db", 0, told=False) as slack:
        alice = slack.hand("U0ALICE")
        reply = await alice.command("/interview help")
        assert "/interview" in reply.said
        assert slack.refusals == []


async def test_a_port_that_is_taken_is_passed_over():
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]

        async def nothing(_scope, _receive, _send):
            """Serve nobody."""

        async with listening(nothing, Connections(), port) as url:
            assert int(url.rstrip("/").rpartition(":")[2]) > port


@pytest.fixture
async def stage(tmp_path):
    """A stage on which the story has been told."""
    async with playing(tmp_path / "coach.db", 0) as slack:
        async with slack.arranging:
            pass
        yield slack


@pytest.fixture
def do(session):
    """Return a function that makes a gesture of the page."""

    async def do(slack, gesture, **more):
        body = {"do": gesture, **more}
        async with session.post(f"{slack.address}gesture", json=body) as reply:
            return await reply.json()

    return do


async def test_a_visitor_finds_a_loop_in_the_middle(stage):
    hiring = [message.said for message in stage.hand("U0DANA").messages("G0HIRING")]
    assert "Debrief: Robin Vega" in hiring[2]
    assert "Talk about these first" in hiring[2]
    assert "Interviews are planned: Jo Marin" in hiring[-1]
    told = (await stage.hand("U0DANA").command("/debrief Jo Marin")).said
    assert "Scorecards sealed: 1 of 3" in told
    alice = stage.hand("U0ALICE")
    await alice.click("score.open")
    await stage.changes.until(lambda: alice.modal)
    assert "Ask again: what did the forecast get wrong?" in str(alice.modal.values)
    assert "Continue" in stage.hand("U0CHEN").messages()[-1].said
    assert stage.refusals == []


async def test_a_visitor_gets_a_packet_while_a_tour_watches(stage):
    dana = stage.hand("U0DANA")
    await dana.command("/debrief Robin Vega")
    await dana.click("packet.send")

    def brought():
        files = [each for said in dana.messages() for each in said.message.files]
        return [each for each in files if each.name.startswith("candidate-")]

    await stage.changes.until(lambda: len(brought()) == 3)
    assert stage.refusals == []


async def test_starting_over_leaves_nothing_of_what_was(stage, do):
    await stage.hand("U0DANA").say("A word that goes away", "G0HIRING")
    stage.faults.add("chat.postMessage", "500_before", times=9)
    stage.skipping.clock.advance(10 * 86_400)
    assert await do(stage, "restart", language="en") == {"ok": True}
    hiring = [message.said for message in stage.hand("U0DANA").messages("G0HIRING")]
    assert "A word that goes away" not in hiring
    assert "Debrief: Robin Vega" in hiring[2]
    assert stage.skipping.clock.skipped == timedelta()
    assert list(stage.faults) == []


async def test_starting_over_in_chinese_makes_everything_chinese(stage, do):
    await do(stage, "restart", language="zh-CN")
    assert stage.language == "zh-CN"
    hiring = [message.said for message in stage.hand("U0DANA").messages("G0HIRING")]
    assert "面试复盘：罗斌" in hiring[2]
    for person, channel in (("U0DANA", "G0HIRING"), ("U0ALICE", None), ("U0CHEN", None)):
        said = " ".join(m.said for m in stage.hand(person).messages(channel))
        assert not re.search(r"[a-z]{3,} [a-z]{3,}", said), said


@pytest.mark.parametrize("language", ["en", "zh-CN"])
async def test_the_tour_goes_from_the_plan_to_practice(stage, do, language):
    await do(stage, "restart", language=language)

    async def prepare(step, person):
        assert stage.tour.wire()["current"] == step
        assert await do(stage, "tour_prepare", step=step) == {"ok": True}
        return stage.hand(person)

    for step, person in (("plan", "U0DANA"), ("score", "U0ALICE"), ("second", "U0MEI")):
        hand = await prepare(step, person)
        assert await hand.submit() == {}  # it was filled in: the visitor only has to send it
        await hand.close()
    dana = await prepare("waiting", "U0DANA")
    steps = {step["id"]: step for step in stage.tour.wire()["steps"]}
    words = steps["waiting"]["compose"]["en" if language == "en" else "zh"]
    assert (await dana.command(words, "G0HIRING")).said.count("2") >= 2
    await prepare("debrief", "U0DANA")
    assert await do(stage, "clock", to="due", **{"as": "U0DANA"}) == {"ok": True}
    candidate = stage.tour.steps[3].compose["en" if language == "en" else "zh"].split(" ", 1)[1]
    debrief = [m for m in dana.messages("G0HIRING") if m.thread_ts is None][-1]
    assert candidate in debrief.said
    chen = await prepare("mock", "U0CHEN")
    await chen.say(steps["mock"]["compose"]["en"])
    assert stage.tour.wire()["current"] is None
    assert stage.refusals == []


async def test_a_step_of_the_tour_is_done_by_the_deed_alone(stage, do):
    await do(stage, "tour_prepare", step="plan")
    dana = stage.hand("U0DANA")
    await dana.pick("covers:0", [])
    assert await dana.submit()  # refused
    await dana.close()
    assert stage.tour.wire()["current"] == "plan"
    assert (await do(stage, "tour_prepare", step="dance"))["error"] == "invalid_arguments"


def test_the_tours_words_are_whole_in_both_languages():
    for line in yaml.safe_load((ROOT / "playground/play/tour.yaml").read_text(encoding="utf-8")):
        for part in ("title", "text", "prepare"):
            assert set(line[part]) == {"en", "zh"}
            assert re.search(r"[\u4e00-\u9fff]", line[part]["zh"])
    assert texts("en").keys() == texts("zh-CN").keys()
    assert texts("en")["tour"].keys() == texts("zh-CN")["tour"].keys()


async def test_without_a_bot_it_is_a_slack_for_any_app(session):
    async with alone(0, None) as slack:
        told = settings(slack)
        assert f"SLACK_API_URL={slack.api_url}" in told
        for team in ("xoxb-playground", "xoxb-quayside"):
            client = AsyncWebClient(team, slack.api_url, session=session)
            await client.auth_test()
            assert team in told


async def test_a_kept_database_is_taken_up_as_it_is(tmp_path):
    database = tmp_path / "kept.db"
    async with playing(database, 0) as slack:
        async with slack.arranging:
            pass
        assert slack.tour is not None
    async with playing(database, 0) as slack:
        async with slack.arranging:
            pass
        assert slack.tour is None  # beginning it would throw away what was kept
        assert slack.hand("U0DANA").messages("G0HIRING") == []
        told = (await slack.hand("U0DANA").command("/debrief Jo Marin")).said
        assert "Scorecards sealed: 1 of 3" in told
