"""Tokens, arguments and answers."""

import json

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from playground.api.methods import METHODS
from playground.world.manifest import Manifest
from playground.world.messages import Span
from tests.playground import blocks


async def error(slack, session, method, token, **args):
    client = AsyncWebClient(token, slack.api_url, session=session, retry_handlers=[])
    with pytest.raises(SlackApiError) as caught:
        await client.api_call(method, json=args)
    return caught.value.response["error"]


@pytest.mark.parametrize(
    ("method", "token", "expected"),
    [
        ("auth.test", None, "not_authed"),
        ("auth.test", "password", "invalid_auth"),
        ("auth.test", "xapp-playground", "not_allowed_token_type"),
        ("apps.connections.open", "xoxb-playground", "not_allowed_token_type"),
        ("chat.sing", "xoxb-playground", "unknown_method"),
    ],
)
async def test_a_wrong_token_or_method_is_refused(slack, session, method, token, expected):
    assert await error(slack, session, method, token) == expected


async def test_the_bot_learns_who_it_is_and_what_it_may(slack, client):
    slack.manifest = Manifest(scopes=frozenset({"chat:write", "commands"}))
    reply = await client.auth_test()
    assert (reply["team_id"], reply["user_id"], reply["bot_id"]) == ("T0PLAY", "U0COACH", "B0COACH")
    assert reply.headers["x-oauth-scopes"] == "chat:write,commands"


async def test_a_missing_scope_is_named(slack, client):
    slack.manifest = Manifest(scopes=frozenset({"commands"}))
    with pytest.raises(SlackApiError) as caught:
        await client.chat_postMessage(channel="G0HIRING", text="Hi")
    assert caught.value.response["error"] == "missing_scope"
    assert caught.value.response["needed"] == "chat:write"


@pytest.mark.parametrize("form", [True, False])
async def test_forms_and_json_are_both_understood(slack, client, form):
    section = [blocks.section()]
    args = {"channel": "G0HIRING", "text": "Hi", "blocks": json.dumps(section) if form else section}
    await client.api_call("chat.postMessage", **{"data" if form else "json": args})
    [(method, known)] = slack.calls
    assert (method, known["blocks"]) == ("chat.postMessage", section)
    assert slack.messages.history("G0HIRING", Span())[0].text == "Hi"


async def test_blocks_that_are_no_json_are_refused(refused):
    args = {"channel": "G0HIRING", "text": "Hi", "blocks": "[{"}
    assert await refused("chat.postMessage", **args) == "invalid_blocks_format"


async def test_what_was_refused_is_written_down_with_its_place(slack, client):
    with pytest.raises(SlackApiError) as caught:
        await client.chat_postMessage(channel="G0HIRING", text="x", blocks=[blocks.section("")])
    [(method, name, [why])] = slack.refusals
    assert (method, name) == ("chat.postMessage", "invalid_blocks")
    assert why == "[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]"
    assert caught.value.response["response_metadata"]["messages"] == [why]


@pytest.fixture
def raw(slack, session):
    """Return a function that posts any body, and returns Slack's word for it."""

    async def raw(body, kind="application/json", method="chat.postMessage", **how):
        headers = {"authorization": "Bearer xoxb-playground", **how.pop("headers", {})}
        if kind is not None:
            headers["content-type"] = kind
        skip = ("content-type",) if kind is None else ()
        url = f"{slack.api_url}{method}"
        more = {"headers": headers, "skip_auto_headers": skip}
        async with session.post(url, data=body, **more, **how) as reply:
            assert reply.status == 200
            return (await reply.json()).get("error")

    return raw


FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=x"
PART = b'--x\r\ncontent-disposition: form-data; name="%b"\r\n\r\n%b\r\n'


@pytest.mark.parametrize(
    ("body", "kind", "error"),
    [
        (b"{", "application/json", "invalid_json"),
        (b"\xff\xfe{", "application/json", "invalid_json"),
        (b"[" * 100_000, "application/json", "invalid_json"),
        (b'{"text": NaN}', "application/json", "invalid_json"),
        (b'{"text": 1e999}', "application/json", "invalid_json"),
        (b'{"text": "\\ud800"}', "application/json", "invalid_json"),
        (b"[1]", "application/json", "json_not_object"),
        (b"null", "application/json; charset=utf-8", "json_not_object"),
        (b"{}", "application/json; charset=klingon", "invalid_charset"),
        (b"text=%ff", FORM, "invalid_form_data"),
        (b"text=\xff", FORM, "invalid_form_data"),
        (b"text=x", PARTS, "invalid_form_data"),
        (PART % (b"text", b"\xff") + b"--x--", PARTS, "invalid_form_data"),
        (b"<xml/>", "application/xml", "invalid_post_type"),
        (b"text=x", None, "missing_post_type"),
        (b"te-xt=x", FORM, "invalid_arg_name"),
        (b"blocks[0]=x", FORM, "invalid_array_arg"),
        (b'{"": 1}', "application/json", "invalid_arg_name"),
        (b"channel=G0HIRING&blocks=%5B" + b"%5B" * 50_000, FORM, "invalid_blocks_format"),
        (b"channel=G0HIRING&view=%22%5Cud800%22", FORM, "invalid_arguments"),
    ],
)
async def test_a_body_that_cannot_be_read_is_refused_by_name(raw, slack, body, kind, error):
    assert await raw(body, kind) == error
    assert slack.refusals == [("chat.postMessage", error, ())]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"channel=G0HIRING&text=x", f"{FORM}; charset=utf-8"),
        (b"channel=G0HIRING&text=%E9", f"{FORM}; charset=iso-8859-1"),
        (PART % (b"channel", b"G0HIRING") + PART % (b"text", b"x") + b"--x--\r\n", PARTS),
        (b'{"channel": "G0HIRING", "text": "x"}', "application/json"),
    ],
)
async def test_every_way_of_writing_arguments_is_understood(raw, slack, body, kind):
    assert await raw(body, kind) is None
    assert len(slack.messages.history("G0HIRING", Span())) == 1


async def test_a_token_may_stand_in_a_form_but_not_in_json_or_an_address(raw):
    nothing = {"headers": {"authorization": ""}}
    assert await raw(b"token=xoxb-playground", FORM, "auth.test", **nothing) is None
    token = b'{"token": "xoxb-playground"}'
    assert await raw(token, "application/json", "auth.test", **nothing) == "not_authed"
    where = {"params": {"token": "xoxb-playground"}, **nothing}
    assert await raw(b"", FORM, "auth.test", **where) == "not_authed"


@pytest.mark.parametrize("value", [[], {}, None, 0, 1.5, True, "\x00", "𝄞" * 100])
@pytest.mark.parametrize("method", sorted(METHODS))
async def test_no_argument_of_any_kind_breaks_a_method(raw, method, value):
    names = ("channel", "text", "blocks", "metadata", "view", "attachments", "files", "users")
    more = ("user", "ts", "limit", "cursor", "oldest", "types", "trigger_id", "view_id", "file")
    last = ("thread_ts", "timestamp", "length", "filename", "channels", "user_id", "hash")
    body = json.dumps(dict.fromkeys((*names, *more, *last), value))
    await raw(body.encode(), "application/json", method)


async def test_a_cursor_is_slacks_own_and_not_to_be_made_up(client, refused):
    first = await client.users_list(limit=2)
    cursor = first["response_metadata"]["next_cursor"]
    assert not cursor.isdigit()
    assert (await client.users_list(limit=2, cursor=cursor))["members"] != first["members"]
    for made_up in ("2", "bmV4dDo=", "bmV4dDp4", "%%%", "d3Jvbmc6Mg=="):
        assert await refused("users.list", cursor=made_up) == "invalid_cursor"


@pytest.mark.parametrize(
    ("method", "args", "error"),
    [
        ("conversations.list", {"limit": 1001}, "invalid_limit"),
        ("conversations.list", {"limit": "some"}, "invalid_limit"),
        ("conversations.list", {"limit": "9" * 5000}, "invalid_limit"),
        ("conversations.list", {"types": "public_channel,secret"}, "invalid_types"),
        ("conversations.members", {"channel": "G0HIRING", "limit": -1}, "invalid_limit"),
        ("conversations.history", {"channel": "G0HIRING", "oldest": "soon"}, "invalid_ts_oldest"),
        ("conversations.history", {"channel": "G0HIRING", "latest": "1e5"}, "invalid_ts_latest"),
        ("conversations.open", {}, "users_list_not_supplied"),
        ("conversations.open", {"users": "U0PRIYA", "prevent_creation": True}, "channel_not_found"),
    ],
)
async def test_limits_and_kinds_have_error_names_of_their_own(refused, method, args, error):
    assert await refused(method, **args) == error


async def test_the_list_of_people_is_whole_unless_pages_are_asked_for(client, slack):
    whole = await client.users_list()
    assert len(whole["members"]) == len(slack.people)
    assert whole["response_metadata"]["next_cursor"] == ""
