"""What an operator decides, from the environment or a file named ``.env``."""

import re
from datetime import timedelta
from typing import Annotated, Any, Literal, Self, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot import failpoints, ladders, urls
from coaching.reminding.nudging import Ladder

S = TypeVar("S", bound="DatabaseSettings")

PERSON = re.compile(r"[UW][A-Z0-9]+")
APP_SETTINGS = "https://api.slack.com/apps"
MISSING = {
    "SLACK_BOT_TOKEN": f"is missing: copy the Bot User OAuth Token (xoxb-…) from {APP_SETTINGS}",
}
PREFIXES = {
    "xoxb-": "a bot token, which belongs in SLACK_BOT_TOKEN",
    "xapp-": "an app-level token, which belongs in SLACK_APP_TOKEN",
    "xoxp-": "a user token, which this app has no use for",
    "xoxe": "a configuration token, which this app has no use for",
}
DEAF = "is missing: Slack has no way to reach the bot."


class StartError(Exception):
    """The bot cannot start like this; ``lines`` say why and what to do. ``code`` ends it."""

    code = 1

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


class SettingsError(StartError):
    """A setting is wrong; each line names one."""

    code = 2


def _secret(prefix: str) -> AfterValidator:
    """Check what kind of secret this is: the wrong one in the right variable is the usual slip."""

    def check(secret: SecretStr | None) -> SecretStr | None:
        text = secret.get_secret_value() if secret else prefix
        mistaken = next((name for start, name in PREFIXES.items() if text.startswith(start)), None)
        if text.startswith(prefix) if prefix else mistaken is None:
            return secret
        message = f"holds {mistaken}" if mistaken else f"should begin with {prefix}"
        raise ValueError(message)

    return AfterValidator(check)


def _database(secret: SecretStr) -> SecretStr:
    return SecretStr(urls.database(secret.get_secret_value()))


def _people(text: object) -> object:
    """Read ``U123, U456``."""
    if not isinstance(text, str):
        return text
    people = tuple(filter(None, map(str.strip, text.split(","))))
    if not all(map(PERSON.fullmatch, people)):
        message = "write user ids with commas between them, as in U012ABC,U345DEF"
        raise ValueError(message)
    return people


def _language_model(text: str) -> str:
    return urls.language_model(text) if text else ""


def _listener(text: object) -> object:
    return urls.listener(text) if isinstance(text, str) else text


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a folder, as in "Europe"
        message = "is not a time zone: write one such as Europe/London or UTC"
        raise ValueError(message) from None


class DatabaseSettings(BaseSettings):
    """All that the commands need that never talk to Slack."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        validate_default=True,
    )

    database_url: Annotated[SecretStr, AfterValidator(_database)] = SecretStr("sqlite:///coach.db")
    coach_log: Literal["console", "json"] = "console"

    @property
    def database(self) -> str:
        """The database as SQLAlchemy wants it; a password is in it."""
        return self.database_url.get_secret_value()


class Settings(DatabaseSettings):
    """Everything the running bot needs."""

    slack_bot_token: Annotated[SecretStr, _secret("xoxb-")]
    slack_app_token: Annotated[SecretStr | None, _secret("xapp-")] = None
    slack_signing_secret: Annotated[SecretStr | None, _secret("")] = None
    slack_api_url: Annotated[str, AfterValidator(urls.web_api)] = "https://slack.com/api/"
    coach_http: Annotated[tuple[str, int] | None, NoDecode, BeforeValidator(_listener)] = None
    coach_admins: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_people)] = ()
    coach_openers: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_people)] = ()
    coach_locale: Literal["en", "zh-CN"] = "en"
    coach_timezone: Annotated[str, AfterValidator(_zone)] = "UTC"
    coach_nudges: Annotated[
        tuple[timedelta, ...], NoDecode, BeforeValidator(ladders.read), AfterValidator(ladders.fit)
    ] = Ladder().steps
    coach_tick: float = Field(default=15, gt=0, le=300)
    coach_lease: float = Field(default=120, ge=1, le=3600)
    coach_practice_days: int = Field(default=30, ge=1, le=365)
    coach_llm_url: Annotated[str, AfterValidator(_language_model)] = ""
    coach_llm_model: Annotated[str, Field(max_length=60)] = ""
    coach_llm_key: SecretStr | None = None
    coach_failpoint: str = ""
    coach_allow_failpoints: bool = False

    @model_validator(mode="after")
    def _has_a_way_in(self) -> Self:
        message = ""
        if self.slack_app_token:
            return self
        if not self.slack_signing_secret and not self.coach_http:
            message = f"SLACK_APP_TOKEN: {DEAF} Set it for Socket Mode, or set COACH_HTTP for HTTP"
        elif not self.slack_signing_secret:
            message = f"SLACK_SIGNING_SECRET: {DEAF} HTTP needs it (or set SLACK_APP_TOKEN)"
        elif not self.coach_http:
            message = f"COACH_HTTP: {DEAF} Add --http HOST:PORT (or set SLACK_APP_TOKEN)"
        if message:
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _language_model_is_whole(self) -> Self:
        given = {
            "COACH_LLM_URL": self.coach_llm_url,
            "COACH_LLM_MODEL": self.coach_llm_model,
            "COACH_LLM_KEY": self.coach_llm_key and self.coach_llm_key.get_secret_value(),
        }
        absent = [name for name, value in given.items() if not value]
        if absent and len(absent) < len(given):
            message = f"{absent[0]}: is missing; a language model needs all of {', '.join(given)}"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _failpoint_is_allowed(self) -> Self:
        if self.coach_failpoint and not self.coach_allow_failpoints:
            message = "COACH_FAILPOINT: is for crash tests; remove it (COACH_ALLOW_FAILPOINTS is 0)"
            raise ValueError(message)
        try:
            _ = self.failpoint
        except ValueError as error:
            message = f"COACH_FAILPOINT: {error}"
            raise ValueError(message) from None
        return self

    @property
    def failpoint(self) -> failpoints.Failpoint:
        """Where to crash, which is nowhere outside of crash tests."""
        return (
            failpoints.armed(self.coach_failpoint) if self.coach_failpoint else failpoints.unarmed
        )


def read(kind: type[S], **given: Any) -> S:
    """Return the settings; ``given`` goes before the environment. Raise SettingsError."""
    try:
        return kind(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        raise SettingsError(*dict.fromkeys(map(_line, faults))) from None


def _line(fault: Any) -> str:
    """Say one fault in one line, without what was typed: it may be a secret."""
    message = str(fault["msg"]).removeprefix("Value error, ")
    if not fault["loc"]:
        return message
    name = str(fault["loc"][0]).upper()
    if fault["type"] == "missing":
        message = MISSING[name]
    return f"{name}: {message}"
