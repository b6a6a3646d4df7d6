"""`check`: everything an operator can have wrong, one readable line each."""

from datetime import UTC, datetime

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import database, manifest, outcomes, shelves
from bot.clients import clients
from bot.commentator import commentator
from bot.identity import introduce
from bot.settings import Settings, StartError
from coaching.deadline import Deadline
from handlers.pictures import fonts
from questions.linting import lint
from storage.engine import connect

ANYBODY = (
    "COACH_OPENERS is empty: every full member may open a job, and whoever runs one reads all "
    "live questions."
)

READS = "COACH_LLM_URL: {model} at {host} reads the practice of whoever ticks the box for it."


async def check(settings: Settings) -> None:
    """Look at database, tokens, scopes, font and banks; StartError with a line for each fault."""
    if not settings.coach_openers:
        print(ANYBODY)  # noqa: T201  a hint, no fault
    faults = [*await _database(settings), *await _slack(settings)]
    faults += await _language_model(settings)
    faults += _pictures()
    faults += lint([shelves.FOLDER], datetime.now(UTC).date())
    if faults:
        raise StartError(*faults)
    print("Everything is in order.")  # noqa: T201  a command's answer


async def _database(settings: Settings) -> list[str]:
    engine, deadline = connect(settings.database), Deadline(database.PATIENCE)
    try:
        missing = await database.missing(engine, deadline)
    finally:
        await deadline.settled()
        await engine.dispose()
    return [f"DATABASE_URL: {missing}"] if missing else []


async def _slack(settings: Settings) -> list[str]:
    async with clients(settings) as slack:
        faults = await _bot_token(slack.posting)
        if settings.slack_app_token:
            token = settings.slack_app_token.get_secret_value()
            faults += await _app_token(slack.posting, token)
    return faults


async def _bot_token(client: AsyncWebClient) -> list[str]:
    try:
        identity = await introduce(client)
    except outcomes.FAILURES as error:
        return [f"SLACK_BOT_TOKEN: {_said(error)}"]
    if not identity.scopes:
        return []  # only Slack itself names them, in a header
    return [
        f"SLACK_BOT_TOKEN: lacks the scope {scope}; add it in the app's settings and reinstall"
        for scope in sorted(manifest.scopes(manifest.read()) - identity.scopes)
    ]


async def _app_token(client: AsyncWebClient, token: str) -> list[str]:
    try:
        await client.apps_connections_open(app_token=token)
    except outcomes.FAILURES as error:
        return [f"SLACK_APP_TOKEN: {_said(error)}"]
    return []


async def _language_model(settings: Settings) -> list[str]:
    """Say where practice goes, and ask whether anybody is there."""
    async with commentator(settings) as model:
        if model is None:
            return []
        print(READS.format(host=model.host, model=model.model))  # noqa: T201  no fault
        written, fault = await model.ask("Answer with one word.", "Are you there?")
    why = f"COACH_LLM_URL: the language model does not answer ({fault})"
    return [] if written else [why]


def _pictures() -> list[str]:
    try:
        fonts.file()
    except fonts.NoFontError as error:
        return [f"Pictures: {error}"]
    return []


def _said(error: Exception) -> str:
    """Tell a refusal from a silence."""
    reason = outcomes.sort(error).reason
    answered = isinstance(error, SlackApiError) and outcomes.name(error)
    return f"Slack refuses it ({reason})" if answered else f"Slack does not answer ({reason})"
