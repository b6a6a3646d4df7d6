"""The parts, put together, are the bot."""

import asyncio

import pytest
from pydantic import SecretStr
from slack_bolt.async_app import AsyncBoltRequest

from bot.assembly import assemble
from bot.settings import Settings, SettingsError
from tests.bot.slack import refuses, says

USER = {"id": "U1", "team_id": "T1", "name": "alice", "locale": "en-GB", "tz": "Europe/London"}


@pytest.fixture
def settings(scripted, tmp_path):
    scripted.always["users.info"] = says({"ok": True, "user": USER})
    return Settings(
        _env_file=None,
        slack_bot_token=SecretStr("xoxb-1"),
        slack_app_token=SecretStr("xapp-1"),
        slack_api_url=scripted.url,
        database_url=f"sqlite:///{tmp_path / 'coach.db'}",
    )


def typed(text, team="T1"):
    body = {"command": "/interview", "text": text, "team_id": team, "user_id": "U1"}
    return AsyncBoltRequest(body=body | {"trigger_id": text}, mode="socket_mode")


async def test_a_bot_answers_ticks_and_leaves_nothing_running(settings):
    before = asyncio.all_tasks()
    async with assemble(settings) as bot:
        reply = await bot.app.async_dispatch(typed("help"))
        assert reply.status == 200
        assert "blocks" in reply.body
        await bot.tick()
        assert await bot.ready() == ""
        assert bot.health.tick_age < 1
    assert asyncio.all_tasks() == before


async def test_requests_cost_no_question_who_we_are(settings, scripted):
    async with assemble(settings) as bot:
        for word in ("help", "what"):
            await bot.app.async_dispatch(typed(word))
    assert len(scripted.args("auth.test")) == 1


async def test_another_workspace_gets_nothing(settings):
    async with assemble(settings) as bot:
        reply = await bot.app.async_dispatch(typed("help", team="T2"))
        assert (reply.status, reply.body) == (200, "")


async def test_leaving_waits_for_what_is_under_way(settings):
    done = []

    async def work():
        await asyncio.sleep(0)
        done.append(True)

    async with assemble(settings) as bot:
        bot.background.run(work())
    assert done == [True]


async def test_a_refused_token_leaves_the_database_free(settings, scripted):
    scripted.script("auth.test", refuses("invalid_auth"))
    with pytest.raises(SettingsError, match="SLACK_BOT_TOKEN"):
        async with assemble(settings):
            pass
    async with assemble(settings):
        pass
