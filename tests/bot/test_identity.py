"""Who we are is asked patiently, and a wrong token is no reason to wait."""

from functools import partial

import pytest

from bot.identity import introduce, patiently
from bot.settings import SettingsError
from tests.bot.slack import AUTH, hangs_up, refuses, says


@pytest.fixture
def pauses():
    return []


@pytest.fixture
def ask(web_client, pauses):
    async def wait(seconds):
        pauses.append(seconds)

    return partial(patiently, partial(introduce, web_client), "SLACK_BOT_TOKEN", wait)


async def test_slack_says_who_we_are(ask):
    identity = await ask()
    assert (identity.team, identity.name) == ("T1", "Playground")
    assert (identity.bot_id, identity.bot_user) == ("B0COACH", "U0COACH")
    assert identity.scopes == {"commands", "chat:write"}


async def test_a_network_that_is_down_is_waited_out(scripted, ask, pauses):
    slow = says({"ok": False, "error": "ratelimited"}, 429, {"Retry-After": "45"})
    scripted.script("auth.test", hangs_up, says("<html>", 503), refuses("internal_error"), slow)
    scripted.script("auth.test", hangs_up, says(AUTH))
    assert (await ask()).team == "T1"
    assert pauses == [1, 2, 5, 45, 10]


@pytest.mark.parametrize("error", ["invalid_auth", "account_inactive", "not_authed"])
async def test_a_refused_token_is_said_in_one_line(scripted, ask, pauses, error):
    scripted.script("auth.test", refuses(error))
    with pytest.raises(SettingsError) as refused:
        await ask()
    assert refused.value.lines == (
        f"SLACK_BOT_TOKEN: Slack refuses it ({error}); copy it anew from Slack",
    )
    assert pauses == []
