"""A wrong setting stops the start with one line that says which and what to do."""

from datetime import timedelta

import pytest

from bot import failpoints
from bot.settings import DatabaseSettings, Settings, SettingsError, read

BOT = "xoxb-1-secret"
APP = "xapp-1-secret"
MODEL = {
    "COACH_LLM_URL": "https://m.example/v1",
    "COACH_LLM_MODEL": "small-1",
    "COACH_LLM_KEY": "sk-1-secret",
}
GOOD = {"SLACK_BOT_TOKEN": BOT, "SLACK_APP_TOKEN": APP}


@pytest.fixture
def start(monkeypatch, tmp_path):
    """Return a function that reads the settings in an environment that holds nothing else."""
    monkeypatch.chdir(tmp_path)
    for name in [*Settings.model_fields, "slack_client_id"]:
        monkeypatch.delenv(name.upper(), raising=False)

    def start(environment, kind=Settings, **given):
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return read(kind, **given)

    return start


@pytest.fixture
def refusal(start):
    def refusal(environment):
        with pytest.raises(SettingsError) as refused:
            start(environment)
        assert "secret" not in str(refused.value)
        return refused.value.lines

    return refusal


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        ({"SLACK_BOT_TOKEN": ""}, "SLACK_BOT_TOKEN: is missing"),
        ({"SLACK_BOT_TOKEN": APP}, "SLACK_BOT_TOKEN: holds an app-level token"),
        ({"SLACK_BOT_TOKEN": "xoxp-secret"}, "SLACK_BOT_TOKEN: holds a user token"),
        ({"SLACK_BOT_TOKEN": "secret"}, "SLACK_BOT_TOKEN: should begin with xoxb-"),
        ({"SLACK_APP_TOKEN": BOT}, "SLACK_APP_TOKEN: holds a bot token"),
        ({"SLACK_APP_TOKEN": ""}, "SLACK_APP_TOKEN: is missing"),
        ({"SLACK_SIGNING_SECRET": BOT}, "SLACK_SIGNING_SECRET: holds a bot token"),
        (
            {"SLACK_APP_TOKEN": "", "COACH_HTTP": "127.0.0.1:1"},
            "SLACK_SIGNING_SECRET: is missing",
        ),
        ({"SLACK_APP_TOKEN": "", "SLACK_SIGNING_SECRET": "secret"}, "COACH_HTTP: is missing"),
        ({"COACH_HTTP": "3000"}, "COACH_HTTP: write HOST:PORT"),
        ({"COACH_HTTP": "localhost:http"}, "COACH_HTTP: write HOST:PORT"),
        ({"COACH_HTTP": "localhost:99999"}, "COACH_HTTP: write HOST:PORT"),
        ({"SLACK_API_URL": "slack.com/api"}, "SLACK_API_URL: write an address"),
        ({"SLACK_API_URL": "http://slack.com/api/"}, "SLACK_API_URL: use https"),
        ({"DATABASE_URL": "secret"}, "DATABASE_URL: write sqlite:///coach.db or"),
        ({"DATABASE_URL": "mysql://u:secret@h/db"}, "DATABASE_URL: write sqlite:///coach.db or"),
        ({"COACH_ADMINS": "dana"}, "COACH_ADMINS: write user ids"),
        ({"COACH_OPENERS": "U1;U2"}, "COACH_OPENERS: write user ids"),
        ({"COACH_LOCALE": "fr"}, "COACH_LOCALE: Input should be 'en' or 'zh-CN'"),
        ({"COACH_TIMEZONE": "Mars/Olympus"}, "COACH_TIMEZONE: is not a time zone"),
        ({"COACH_TIMEZONE": "Europe"}, "COACH_TIMEZONE: is not a time zone"),
        ({"COACH_TIMEZONE": "../etc"}, "COACH_TIMEZONE: is not a time zone"),
        ({"COACH_NUDGES": "5 minutes"}, "COACH_NUDGES: write minutes, hours and days"),
        ({"COACH_NUDGES": "5m,"}, "COACH_NUDGES: write minutes, hours and days"),
        ({"COACH_NUDGES": "1h,3h"}, "COACH_NUDGES: The first reminder always comes 5 minutes"),
        ({"COACH_NUDGES": "5m,3h,22h,3d,4d"}, "COACH_NUDGES: There can be 4 reminders at most."),
        ({"COACH_NUDGES": "5m,3h,1h"}, "COACH_NUDGES: Each reminder comes at least an hour after"),
        ({"COACH_NUDGES": "5m,99999d"}, "COACH_NUDGES: 14 days after the interview is too late."),
        ({"COACH_LOG": "xml"}, "COACH_LOG: Input should be 'console' or 'json'"),
        ({"COACH_TICK": "0"}, "COACH_TICK: Input should be greater than 0"),
        ({"COACH_LEASE": "soon"}, "COACH_LEASE: Input should be a valid number"),
        ({"COACH_LLM_URL": "https://m.example/v1"}, "COACH_LLM_MODEL: is missing"),
        ({"COACH_LLM_KEY": "secret"}, "COACH_LLM_URL: is missing"),
        (MODEL | {"COACH_LLM_KEY": ""}, "COACH_LLM_KEY: is missing"),
        (MODEL | {"COACH_LLM_URL": "http://m.example/v1"}, "COACH_LLM_URL: use https"),
        (MODEL | {"COACH_LLM_URL": "m.example/v1"}, "COACH_LLM_URL: write an address"),
        (MODEL | {"COACH_LLM_URL": "https://u:secret@m.example"}, "COACH_LLM_URL: write an addr"),
        ({"COACH_FAILPOINT": "outbox.after_mark:kill"}, "COACH_FAILPOINT: is for crash tests"),
        (
            {"COACH_FAILPOINT": "outbox.after_mark:run", "COACH_ALLOW_FAILPOINTS": "1"},
            "COACH_FAILPOINT: write NAME:ACTION",
        ),
    ],
)
def test_fault_67_a_wrong_setting_is_named_in_one_line(refusal, wrong, line):
    (said,) = refusal(GOOD | wrong)
    assert said.startswith(line)
    assert "\n" not in said


def test_each_wrong_setting_has_its_line(refusal):
    lines = refusal(GOOD | {"COACH_LOG": "xml", "SLACK_BOT_TOKEN": APP})
    assert [line.partition(":")[0] for line in lines] == ["COACH_LOG", "SLACK_BOT_TOKEN"]


def test_what_is_not_set_has_a_sensible_value(start):
    settings = start(GOOD)
    assert settings.database == "sqlite+aiosqlite:///coach.db"
    assert settings.slack_api_url == "https://slack.com/api/"
    assert (settings.coach_tick, settings.coach_lease) == (15, 120)
    assert settings.failpoint is failpoints.unarmed


def test_settings_print_without_their_secrets(start):
    settings = start(GOOD | MODEL | {"DATABASE_URL": "postgres://u:secret@h/db"})
    assert "secret@" not in repr(settings)
    assert "1-secret" not in repr(settings)


@pytest.mark.parametrize("url", ["https://m.example/v1", "http://localhost:11434/v1"])
def test_a_language_model_may_be_far_away_or_on_this_machine(start, url):
    settings = start(GOOD | MODEL | {"COACH_LLM_URL": url})
    assert (settings.coach_llm_url, settings.coach_llm_model) == (url, "small-1")
    assert start(GOOD | dict.fromkeys(MODEL, "")).coach_llm_key is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sqlite:////var/lib/coach.db", "sqlite+aiosqlite:////var/lib/coach.db"),
        ("postgres://u:p@h/db", "postgresql+asyncpg://u:p@h/db"),
        ("postgresql://h/db?sslmode=require", "postgresql+asyncpg://h/db?ssl=require"),
        ("postgresql+asyncpg://h/db", "postgresql+asyncpg://h/db"),
    ],
)
def test_a_database_url_as_people_write_it(start, typed, meant):
    assert start(GOOD | {"DATABASE_URL": typed}).database == meant


def test_lists_and_addresses_are_read(start):
    lists = {"COACH_ADMINS": "U1, W2", "COACH_OPENERS": "U3,U4,"}
    settings = start(GOOD | lists | {"COACH_HTTP": "[::1]:0"})
    assert settings.coach_admins == ("U1", "W2")
    assert settings.coach_openers == ("U3", "U4")
    assert settings.coach_http == ("::1", 0)


def test_the_command_line_goes_before_the_environment(start):
    settings = start(GOOD | {"COACH_HTTP": "127.0.0.1:1"}, coach_http="127.0.0.1:2")
    assert settings.coach_http == ("127.0.0.1", 2)


def test_a_file_named_env_is_read(start, tmp_path):
    (tmp_path / ".env").write_text("SLACK_BOT_TOKEN=xoxb-2\nSLACK_APP_TOKEN=xapp-2\nOTHER=1\n")
    assert start({}).slack_bot_token.get_secret_value() == "xoxb-2"


def test_migrating_needs_no_token(start):
    assert start({}, DatabaseSettings).database == "sqlite+aiosqlite:///coach.db"


def test_a_local_slack_may_be_plain_http(start):
    assert start(GOOD | {"SLACK_API_URL": "http://127.0.0.1:1/api"}).slack_api_url.endswith("/api/")


def test_the_ladder_is_read_in_minutes_hours_and_days(start):
    minute = timedelta(minutes=1)
    usual = start(GOOD).coach_nudges
    assert usual == (5 * minute, 180 * minute, 22 * 60 * minute, timedelta(days=3))
    assert start(GOOD | {"COACH_NUDGES": "5m, 2d"}).coach_nudges == (5 * minute, timedelta(days=2))
