"""`python -m bot` as operators start and stop it: a process, a database file, sockets."""

import asyncio
import os
import re
import signal
import sys
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from bot import manifest
from tests.bot.http import SECRET, command, signed
from tests.bot.slack import AUTH, hangs_up, refuses, says
from tests.language_model import KEY, language_model, settings

ROOT = Path(__file__).parents[2]
USER = {"id": "U1", "team_id": "T1", "name": "alice", "locale": "en-GB", "tz": "Europe/London"}
CANARY = "ZZPII-7f3a"


@pytest.fixture(autouse=True)
async def patience():
    async with asyncio.timeout(60):
        yield


@pytest.fixture
def slack(scripted):
    scopes = ",".join(manifest.scopes(manifest.read()))
    scripted.always["auth.test"] = says(AUTH, headers={"x-oauth-scopes": scopes})
    scripted.always["users.info"] = says({"ok": True, "user": USER})
    return scripted


@pytest.fixture
def environment(slack, tmp_path):
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "error",
        "SLACK_BOT_TOKEN": "xoxb-1-secret",
        "SLACK_APP_TOKEN": "xapp-1-secret",
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": slack.url,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'coach.db'}",
        "COACH_HTTP": "127.0.0.1:0",
    }


@pytest.fixture
def bot(environment, tmp_path):
    """Start `python -m bot` with some words; kill it if the test has not stopped it."""

    @asynccontextmanager
    async def bot(*words, **changed):
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *words,
            env=environment | changed,
            cwd=tmp_path,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            yield process
        finally:
            if process.returncode is None:
                process.kill()
            await process.communicate()

    return bot


@pytest.fixture
def outcome(bot):
    """Run a command to its end; return exit code, output and complaints."""

    async def outcome(*words, **changed):
        async with bot(*words, **changed) as process:
            out, err = await process.communicate()
        return process.returncode, out.decode(), err.decode()

    return outcome


async def until(process, pattern):
    """Read the log until a line matches; return the match and what was read."""
    said = ""
    while line := (await process.stderr.readline()).decode():
        said += line
        if found := re.search(pattern, line):
            return found, said
    raise AssertionError(said)


async def test_the_bot_answers_on_both_ways_and_stops_when_told(bot, slack):
    async with bot("run") as process:
        found, said = await until(process, r"http://127\.0\.0\.1:(\d+)")
        socket = await slack.connected.get()
        said += (await until(process, r"\bready\b"))[1]
        async with aiohttp.ClientSession(f"http://127.0.0.1:{found[1]}") as session:
            await answers_over_http(session)
        await answers_over_the_socket(socket, slack)
        process.send_signal(signal.SIGTERM)
        rest = (await process.stderr.read()).decode()
        assert await process.wait() == 0, rest
    assert "stopped" in rest
    assert CANARY not in said + rest
    assert "secret" not in said + rest
    assert "Traceback" not in said + rest


async def answers_over_http(session):
    body = command(f"help {CANARY}", trigger_id="t1", channel_id="C1")
    async with session.post("/slack/events", data=body, headers=signed(body)) as reply:
        assert reply.status == 200
        assert (await reply.json())["blocks"]
    async with session.post("/slack/events", data=body, headers=signed(b"other")) as reply:
        assert reply.status == 401
    for path in ("/healthz", "/readyz"):
        async with session.get(path) as reply:
            assert reply.status == 200, await reply.text()
    async with session.get("/metrics") as reply:
        assert 'coach_requests_total{kind="command"} 1.0' in await reply.text()


async def answers_over_the_socket(socket, slack):
    payload = {"command": "/mock", "text": "help", "team_id": "T1", "user_id": "U1"}
    more = {"trigger_id": "t2", "channel_id": "C1"}
    await socket.send_json(
        {"type": "slash_commands", "envelope_id": "e1", "payload": payload | more}
    )
    answer = await slack.heard.get()
    assert answer["envelope_id"] == "e1"
    assert answer["payload"]["blocks"]


async def test_fault_53_a_second_process_on_the_same_file_refuses(bot, outcome):
    async with bot("run") as process:
        await until(process, r"\bready\b")
        code, _, err = await outcome("run")
        assert (code, err.count("\n")) == (1, 1)
        assert "another process is using this SQLite file" in err
        process.send_signal(signal.SIGINT)
        assert await process.wait() == 0


async def test_a_refused_token_ends_it_with_one_line(outcome, slack):
    slack.always["auth.test"] = refuses("invalid_auth")
    code, _, err = await outcome("run")
    assert code == 2
    assert err == ("SLACK_BOT_TOKEN: Slack refuses it (invalid_auth); copy it anew from Slack\n")


async def test_a_bot_that_waits_for_slack_can_be_stopped(bot, slack):
    slack.always["auth.test"] = hangs_up
    async with bot("run") as process:
        await until(process, "Slack does not answer")
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0


async def test_a_wrong_setting_ends_it_with_one_line(outcome):
    code, _, err = await outcome("run", SLACK_BOT_TOKEN="xapp-1-secret", COACH_HTTP="")
    assert code == 2
    assert err == ("SLACK_BOT_TOKEN: holds an app-level token, which belongs in SLACK_APP_TOKEN\n")


async def test_check_is_content_or_says_each_fault(outcome, slack):
    code, out, err = await outcome("migrate", SLACK_BOT_TOKEN="")
    assert (code, out, err) == (0, "The database has the newest schema.\n", "")
    code, out, err = await outcome("check")
    assert (code, err) == (0, "")
    hint, order = out.splitlines()
    assert hint.startswith("COACH_OPENERS is empty: every full member may open a job")
    assert order == "Everything is in order."
    slack.always["auth.test"] = says(AUTH, headers={"x-oauth-scopes": "commands,chat:write"})
    slack.always["apps.connections.open"] = refuses("invalid_auth")
    slack.script("apps.connections.open", refuses("not_allowed_token_type"))
    code, _, err = await outcome("check", DATABASE_URL="sqlite:///other.db")
    assert code == 1
    lines = err.splitlines()
    assert lines[0].startswith("DATABASE_URL: the schema is not the newest")
    assert "SLACK_BOT_TOKEN: lacks the scope im:write" in err
    assert lines[-1] == "SLACK_APP_TOKEN: Slack refuses it (not_allowed_token_type)"


async def test_check_says_which_language_model_reads_practice_and_whether_it_answers(outcome):
    await outcome("migrate", SLACK_BOT_TOKEN="")
    async with language_model() as model:
        named = {name.upper(): value for name, value in settings(model.url).items()}
        code, out, err = await outcome("check", COACH_OPENERS="U1", **named)
        assert (code, err) == (0, "")
        reads, order = out.splitlines()  # who opens jobs is named, so there is no hint
        assert reads.startswith("COACH_LLM_URL: small-1 at 127.0.0.1:")
        assert order == "Everything is in order."
        model.status = 401
        code, _, err = await outcome("check", COACH_OPENERS="U1", **named)
    assert code == 1
    assert "COACH_LLM_URL: the language model does not answer (AuthenticationError)" in err
    assert KEY not in out + err


async def test_questions_are_counted(outcome):
    code, out, _ = await outcome("questions", "count")
    assert code == 0
    assert "| **b2b-product-manager** | **all** |" in out


async def test_banks_are_linted(outcome, tmp_path):
    code, out, err = await outcome("questions", "lint", str(ROOT / "questions"))
    assert (code, out, err) == (0, "", "")
    (tmp_path / "broken.yaml").write_text("schema: 1\n")
    code, _, err = await outcome("questions", "lint", "broken.yaml")
    assert code == 1
    assert re.match(r"broken\.yaml:\d+: ", err)
