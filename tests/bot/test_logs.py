"""The logs say what happened and where, and hold nothing a person wrote."""

import asyncio
import json
import logging
from io import StringIO

import pytest
from pydantic import BaseModel
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

from bot import logs
from bot.background import Background
from bot.courier import SlackCourier
from bot.tracebacks import story
from coaching.errors import NotAMemberError
from coaching.post import Post, Temporary

CANARY = "ZZPII-7f3a"


@pytest.fixture
def log():
    """Log as the bot does; put back what the test runner had."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = StringIO()
    logs.configure("json", stream)
    yield stream
    logging.captureWarnings(capture=False)
    root.handlers[:] = handlers
    root.setLevel(level)


def entries(log):
    return [json.loads(line) for line in log.getvalue().splitlines()]


@pytest.fixture
def app(log):
    async def authorize(**_):
        return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1")

    return AsyncApp(
        name="handlers",
        client=AsyncWebClient(base_url="http://127.0.0.1:9/"),
        authorize=authorize,
        signing_secret="s",
    )


def slack_error(answer, status=200):
    response = AsyncSlackResponse(
        client=None,
        http_verb="POST",
        api_url="chat.postMessage",
        req_args={"json": CANARY},
        data=answer,
        headers={},
        status_code=status,
    )
    return SlackApiError(CANARY, response)


async def test_fault_1_a_bad_signature_leaves_no_body(app, log):
    headers = {"x-slack-signature": "v0=0", "x-slack-request-timestamp": "1"}
    request = AsyncBoltRequest(body=f"text={CANARY}", headers=headers)
    assert (await app.async_dispatch(request)).status == 401
    assert CANARY not in log.getvalue()
    assert entries(log)[-1]["event"] == "A request with a bad signature was refused"


async def test_a_listener_that_raises_is_found_by_its_place_alone(app, log):
    @app.command("/interview")
    async def listen(command):
        raise LookupError(command["text"])

    background = Background()
    app.listener_runner.listener_start_handler = background
    request = AsyncBoltRequest(
        body={"command": "/interview", "text": CANARY, "team_id": "T1"}, mode="socket_mode"
    )
    await app.async_dispatch(request)
    await background.idle()
    assert CANARY not in log.getvalue()
    said = entries(log)[-1]
    assert said["event"] == "Failed to run listener function"
    assert said["exception"].startswith("LookupError\n")
    assert "bot/test_logs.py" in said["exception"]


async def test_a_request_nobody_listens_to_leaves_no_body(app, log):
    body = {"type": "dialog_suggestion", "value": CANARY, "team": {"id": "T1"}, "token": CANARY}
    await app.async_dispatch(AsyncBoltRequest(body=body, mode="socket_mode"))
    assert CANARY not in log.getvalue()
    assert entries(log)[-1]["event"] == "Unhandled request"


async def test_a_task_nobody_awaited_is_told_without_its_text(log):
    async def fail():
        raise LookupError(CANARY)

    background = Background()
    background.run(fail())
    await background.idle()
    asyncio.get_running_loop().call_exception_handler(
        {"message": "Task exception was never retrieved", "exception": LookupError(CANARY)}
    )
    assert CANARY not in log.getvalue()
    assert entries(log)[-1]["event"] == "Task exception was never retrieved"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (slack_error({"error": "is_archived", "x": CANARY}), "SlackApiError: is_archived, status"),
        (slack_error({"error": CANARY}), "SlackApiError: no error name, status 200"),
        (slack_error(CANARY, 502), "SlackApiError: no error name, status 502"),
        (SlackApiError(CANARY, CANARY), "SlackApiError: no error name, status unknown"),
        (ConnectionRefusedError(111, CANARY), "ConnectionRefusedError: Connection refused"),
        (OSError(CANARY), "OSError"),
        (ValueError(CANARY), "ValueError"),
        (NotAMemberError(), "NotAMemberError: Interview Coach is open"),
        (ExceptionGroup(CANARY, [ValueError(CANARY)]), "ValueError\nExceptionGroup"),
    ],
)
def test_of_an_error_only_what_is_harmless_is_told(error, said):
    assert story(error).startswith(said)
    assert CANARY not in story(error)


def test_a_database_error_is_told_without_its_row():
    engine = create_engine("sqlite://", hide_parameters=True)
    with engine.begin() as connection:
        connection.execute(text("create table t (name text primary key check (name = ''))"))
        insert = text("insert into t values (:name)").bindparams(name=CANARY)
        with pytest.raises(IntegrityError) as failed:
            connection.execute(insert)
    engine.dispose()
    assert story(failed.value).count("IntegrityError") == 3  # the driver's, ours: its driver's
    assert CANARY not in story(failed.value)


def test_refused_input_is_told_by_its_kind():
    class Form(BaseModel):
        points: int

    with pytest.raises(ValueError, match="points") as failed:
        Form(points=CANARY)
    assert story(failed.value).startswith("ValidationError: Form, int_parsing")
    assert CANARY not in story(failed.value)


def test_what_led_to_an_error_is_told_first():
    later = LookupError(CANARY)
    later.__cause__ = KeyError(CANARY)
    assert story(later).splitlines() == ["KeyError", "then", "LookupError"]


async def test_a_post_that_cannot_be_made_is_told_without_its_words(log):
    async def render(_team, _post):
        raise LookupError(CANARY)

    courier = SlackCourier(None, None, None, render)
    assert isinstance(await courier.post("T1", Post("k1", "debrief", "G1", CANARY)), Temporary)
    assert entries(log)[0]["event"] == "post k1 could not be made"
    assert CANARY not in log.getvalue()


def test_bolts_surprise_at_a_setting_is_not_passed_on(log, monkeypatch):
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")

    async def authorize():
        return None

    AsyncApp(name="handlers", client=AsyncWebClient(), authorize=authorize)
    assert log.getvalue() == ""


def test_the_name_of_a_connection_does_not_cut_a_sentence_short(log):
    logging.getLogger("slack_sdk").info("A new session (s_-12) has been established")
    assert entries(log)[0]["event"] == "A new session has been established"


def test_our_own_words_are_kept_whole(log):
    logging.getLogger("coaching.outbox").warning("post %s: %s", "k1", "Unknown (reset)")
    assert entries(log)[0]["event"] == "post k1: Unknown (reset)"


def test_the_sdk_never_logs_payloads_at_debug(log):
    for name in ("slack_sdk.web", "slack_sdk.socket_mode.aiohttp", "slack_bolt.AsyncApp"):
        assert not logging.getLogger(name).isEnabledFor(logging.DEBUG)


def test_the_console_reads_like_a_console(log):
    stream = StringIO()
    logs.configure("console", stream)
    logging.getLogger("bot").info("ready")
    assert "ready" in stream.getvalue()
    assert not stream.getvalue().startswith("{")
