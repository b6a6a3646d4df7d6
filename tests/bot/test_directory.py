"""Who is who and what is what, or an honest sign that Slack does not say."""

from datetime import timedelta

import pytest

from bot.directory import SlackDirectory
from coaching.errors import SlackSilentError
from coaching.person import Person
from tests.bot.slack import hangs_up, never_answers, refuses, says

MEI = Person("T1", "U0MEI")
USER = {
    "id": "U0MEI",
    "team_id": "T1",
    "name": "mei",
    "locale": "zh-CN",
    "tz": "Asia/Shanghai",
    "profile": {"display_name": "", "real_name": "Mei Lin 林美"},
}
HIRING = {"id": "G1", "name": "hiring-pm", "is_private": True, "is_member": True}


@pytest.fixture
def directory(web_client):
    return SlackDirectory(web_client, patience=20)


async def test_a_person_is_known_with_language_and_zone(scripted, directory):
    scripted.script("users.info", says({"ok": True, "user": USER}))
    mei = await directory.person(MEI)
    assert (mei.name, mei.locale, mei.zone) == ("Mei Lin 林美", "zh-CN", "Asia/Shanghai")
    assert mei.member
    assert scripted.args("users.info") == [{"user": "U0MEI", "include_locale": "1"}]


@pytest.mark.parametrize(
    "stain",
    [
        {"is_restricted": True},
        {"is_ultra_restricted": True},
        {"is_bot": True},
        {"deleted": True},
        {"is_stranger": True},
        {"team_id": "T2"},
    ],
)
async def test_fault_40_who_is_not_a_full_member_is_seen(scripted, directory, stain):
    scripted.script("users.info", says({"ok": True, "user": USER | stain}))
    assert not (await directory.person(MEI)).member


async def test_nobody_is_nobody(scripted, directory):
    scripted.script("users.info", refuses("user_not_found"))
    assert await directory.person(MEI) is None


async def test_a_private_channel_is_described(scripted, directory):
    scripted.script("conversations.info", says({"ok": True, "channel": HIRING}))
    channel = await directory.channel("T1", "G1")
    assert (channel.id, channel.name) == ("G1", "hiring-pm")
    assert (channel.private, channel.member, channel.archived, channel.shared) == (
        True,
        True,
        False,
        False,
    )


@pytest.mark.parametrize(
    "kind", ["is_ext_shared", "is_pending_ext_shared", "is_shared", "is_org_shared"]
)
async def test_a_channel_others_can_read_is_shared(scripted, directory, kind):
    scripted.script("conversations.info", says({"ok": True, "channel": HIRING | {kind: True}}))
    assert (await directory.channel("T1", "G1")).shared


async def test_a_channel_that_hides_is_none(scripted, directory):
    scripted.script("conversations.info", refuses("channel_not_found"))
    assert await directory.channel("T1", "G1") is None


async def test_members_are_read_to_the_last_page(scripted, directory):
    more = {"response_metadata": {"next_cursor": "c2"}}
    scripted.script(
        "conversations.members",
        says({"ok": True, "members": ["U1", "U2"], **more}),
        says({"ok": True, "members": ["U3"], "response_metadata": {"next_cursor": ""}}),
    )
    assert await directory.members("T1", "G1") == {"U1", "U2", "U3"}
    assert scripted.args("conversations.members")[1]["cursor"] == "c2"


@pytest.mark.parametrize(
    "silence",
    [
        never_answers,
        hangs_up,
        says("<html>", 503),
        says({"ok": False, "error": "ratelimited"}, 429),
        refuses("missing_scope"),
        refuses("internal_error"),
        says({"ok": True}),
    ],
)
async def test_a_silent_slack_is_called_silent(scripted, web_client, silence):
    directory = SlackDirectory(web_client, patience=0.1)
    scripted.always = {"users.info": silence, "conversations.members": silence}
    with pytest.raises(SlackSilentError):
        await directory.person(MEI)
    with pytest.raises(SlackSilentError):
        await directory.members("T1", "G1")


async def test_a_slack_that_is_asked_too_often_says_how_long_to_wait(scripted, web_client):
    directory = SlackDirectory(web_client, patience=0.5)
    busy = says({"ok": False, "error": "ratelimited"}, 429, {"Retry-After": "30"})
    scripted.script("conversations.info", busy)
    with pytest.raises(SlackSilentError) as silence:
        await directory.channel("T1", "G1")
    assert silence.value.after == timedelta(seconds=30)
