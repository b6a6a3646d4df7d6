"""Places and people."""

import pytest


async def test_the_bot_does_not_see_private_channels_it_is_not_in(client, refused):
    assert await refused("conversations.info", channel="G0SECRET") == "channel_not_found"
    found = await client.conversations_list(types="private_channel,public_channel")
    names = [channel["name"] for channel in found["channels"]]
    assert names == ["general", "hiring-pm", "hiring-2024", "partner-hiring"]


@pytest.mark.parametrize(
    ("channel", "private", "archived", "shared"),
    [
        ("C0GENERAL", False, False, False),
        ("G0HIRING", True, False, False),
        ("G0OLD", True, True, False),
        ("G0PARTNER", True, False, True),
    ],
)
async def test_a_place_says_what_it_is(client, channel, private, archived, shared):
    found = (await client.conversations_info(channel=channel))["channel"]
    assert (found["is_private"], found["is_archived"]) == (private, archived)
    assert (found["is_ext_shared"], found["is_member"]) == (shared, True)


async def test_a_place_may_change_while_it_runs(slack, client):
    slack.places["G0HIRING"].kind = "public"
    assert not (await client.conversations_info(channel="G0HIRING"))["channel"]["is_private"]


async def test_members_come_in_pages(client):
    first = await client.conversations_members(channel="G0HIRING", limit=3)
    cursor = first["response_metadata"]["next_cursor"]
    rest = await client.conversations_members(channel="G0HIRING", limit=3, cursor=cursor)
    everybody = first["members"] + rest["members"]
    assert everybody == ["U0DANA", "U0ALICE", "U0BOB", "U0MEI", "U0COACH"]
    assert rest["response_metadata"]["next_cursor"] == ""


async def test_a_direct_message_can_be_opened(client):
    opened = await client.conversations_open(users="U0GUS")
    assert opened["channel"]["id"] == "D0GUS"
    info = (await client.conversations_info(channel="D0GUS"))["channel"]
    assert (info["is_im"], info["user"]) == (True, "U0GUS")


async def test_not_everybody_can_be_written_to(slack, refused):
    slack.people["U0BOB"].deleted = True
    assert await refused("conversations.open", users="U0BOB") == "user_disabled"
    assert await refused("conversations.open", users="U0NOBODY") == "user_not_found"
    assert await refused("conversations.open", users="U0COACH") == "cannot_dm_bot"


async def test_a_person_is_described_and_the_locale_only_on_request(client):
    plain = (await client.users_info(user="U0MEI"))["user"]
    asked = (await client.users_info(user="U0MEI", include_locale=True))["user"]
    assert "locale" not in plain
    assert (asked["locale"], asked["tz"], asked["tz_offset"]) == ("zh-CN", "Asia/Shanghai", 28800)


async def test_guests_and_bots_are_marked(client):
    people = {user["id"]: user for user in (await client.users_list())["members"]}
    assert [name for name, user in people.items() if user["is_restricted"]] == ["U0GUS"]
    assert [name for name, user in people.items() if user["is_bot"]] == ["U0COACH"]


async def test_nobody_has_an_unknown_id(refused):
    assert await refused("users.info", user="U0NOBODY") == "user_not_found"
