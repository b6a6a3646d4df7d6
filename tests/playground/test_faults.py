"""What a test can let go wrong."""

import asyncio
import time

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from playground.world.faults import Faults

POST = "chat.postMessage"


def texts(alice):
    return [message.text for message in alice.messages()]


@pytest.mark.parametrize(("fault", "stored"), [("drop_before", []), ("drop_after_commit", ["Hi"])])
async def test_a_dropped_connection_has_or_has_not_posted(slack, client, alice, fault, stored):
    slack.faults.add(POST, fault)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await client.chat_postMessage(channel="U0ALICE", text="Hi")
    assert texts(alice) == stored


@pytest.mark.parametrize(("fault", "stored"), [("500_before", []), ("500_after", ["Hi"])])
async def test_a_server_error_has_or_has_not_posted(slack, client, alice, fault, stored):
    slack.faults.add(POST, fault)
    with pytest.raises(SlackApiError) as caught:
        await client.chat_postMessage(channel="U0ALICE", text="Hi")
    assert caught.value.response.status_code == 500
    assert texts(alice) == stored


async def test_any_error_name_can_be_answered(slack, refused, alice):
    slack.faults.add(POST, "error:internal_error")
    assert await refused(POST, channel="U0ALICE", text="Hi") == "internal_error"
    assert texts(alice) == []


async def test_too_many_requests_says_when_to_come_back(slack, client):
    slack.faults.add(POST, "429:7")
    with pytest.raises(SlackApiError) as caught:
        await client.chat_postMessage(channel="U0ALICE", text="Hi")
    assert caught.value.response.status_code == 429
    assert caught.value.response.headers["Retry-After"] == "7"
    assert caught.value.response["error"] == "ratelimited"


async def test_a_page_instead_of_json(slack, session):
    slack.faults.add(POST, "html_503")
    async with session.post(f"{slack.api_url}{POST}") as reply:
        assert (reply.status, reply.content_type) == (503, "text/html")


async def test_a_slow_answer_is_late_but_done(slack, client, alice):
    slack.faults.add(POST, "slow:0.05")
    began = time.monotonic()
    await client.chat_postMessage(channel="U0ALICE", text="Hi")
    assert time.monotonic() - began >= 0.05
    assert texts(alice) == ["Hi"]


async def test_a_caller_that_gives_up_has_posted_all_the_same(slack, client, alice):
    slack.faults.add(POST, "slow:0.05")
    caller = asyncio.create_task(client.chat_postMessage(channel="U0ALICE", text="Hi"))
    await slack.changes.until(lambda: slack.refusals)
    assert caller.cancel()
    await slack.changes.until(alice.messages)
    assert texts(alice) == ["Hi"]


async def test_faults_are_counted_by_method(slack, client, refused, alice):
    slack.faults.add(POST, "error:fatal_error", times=2, skip=1)
    await client.chat_postMessage(channel="U0ALICE", text="one")
    await client.auth_test()
    for _ in range(2):
        assert await refused(POST, channel="U0ALICE", text="no") == "fatal_error"
    await client.chat_postMessage(channel="U0ALICE", text="two")
    assert texts(alice) == ["one", "two"]


async def test_a_fault_may_befall_every_method(slack, refused):
    slack.faults.add("*", "error:fatal_error")
    assert await refused("auth.test") == "fatal_error"


@pytest.mark.parametrize("fault", ["earthquake", "error", "drop_after_commit:3"])
def test_a_misspelt_fault_is_refused(fault):
    with pytest.raises(ValueError, match="no such fault"):
        Faults().add(POST, fault)


async def test_a_call_that_is_never_answered_did_nothing(slack, session, alice):
    slack.faults.add(POST, "timeout")
    client = AsyncWebClient(slack.team.token, slack.api_url, timeout=1, retry_handlers=[])
    client.session = session
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(client.chat_postMessage(channel="U0ALICE", text="Hi"), 0.1)
    assert texts(alice) == []


async def test_what_seemed_lost_may_be_done_later(slack, client, alice):
    slack.faults.add(POST, "late_commit:0.02")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await client.chat_postMessage(channel="U0ALICE", text="Hi")
    assert texts(alice) == []
    await slack.changes.until(lambda: texts(alice) == ["Hi"])


async def test_a_script_says_which_call_fails(slack, client, refused):
    slack.faults.read([{"method": POST, "nth": 2, "fault": "error:fatal_error"}])
    await client.chat_postMessage(channel="U0ALICE", text="one")
    assert await refused(POST, channel="U0ALICE", text="two") == "fatal_error"
    await client.chat_postMessage(channel="U0ALICE", text="three")


@pytest.fixture
def paced(slack):
    slack.pace.on = True
    return slack


async def seconds(client, method, **args):
    """Return what a call must wait for, 0 when it went through."""
    try:
        await client.api_call(method, json=args)
    except SlackApiError as error:
        answer = error.response
    else:
        return 0
    assert (answer.status_code, answer["error"]) == (429, "ratelimited")
    return int(answer.headers["Retry-After"])


async def test_one_message_a_second_and_channel(paced, client, clock):
    async def post(channel):
        return await seconds(client, POST, channel=channel, text="x")

    assert [await post("U0ALICE") for _ in range(2)] == [0, 1]
    assert await post("U0BOB") == 0
    clock.forward(seconds=1)
    assert await post("U0ALICE") == 0


async def test_twenty_lists_a_minute(paced, client, clock):
    assert [await seconds(client, "users.list") for _ in range(20)] == [0] * 20
    assert await seconds(client, "users.list") == 60
    clock.forward(seconds=59)
    assert await seconds(client, "users.list") == 1
    clock.forward(seconds=1)
    assert await seconds(client, "users.list") == 0


async def test_without_the_switch_nobody_waits(client):
    for _ in range(30):
        assert await seconds(client, "users.list") == 0
