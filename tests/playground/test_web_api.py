"""Tokens, arguments and answers."""

import json

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from playground.manifest import Manifest
from playground.messages import Span
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
