"""The library as it comes cannot tell: Socket Mode and signed HTTP, with an app of its own."""

import asyncio
import time
from contextlib import asynccontextmanager

import pytest
from aiohttp import WSMsgType
from slack_sdk.signature import SignatureVerifier

from playground.delivery.signed import SignedDelivery, encoded, signature
from playground.hands import GestureError
from playground.serving import Connections, listening
from playground.slack import Playground
from playground.wire import NotDeliveredError
from tests.playground import app as app_
from tests.playground.transports import AGAIN, SECRET, by_http, by_socket


@pytest.fixture
def heard():
    return []


@pytest.fixture(params=[by_socket, by_http], ids=["socket", "http"])
async def connected(request, slack, session, heard):
    async with request.param(slack, session, app_.build(slack, session, heard)):
        yield


async def test_a_form_is_opened_refused_corrected_and_taken(connected, slack, alice):
    reply = await alice.command("/wish")
    assert reply.text == "One moment, alice"
    await slack.changes.until(lambda: alice.modal)
    await alice.type("wish", "nothing")
    assert await alice.submit() == {"wish": "Wish for something"}
    await alice.type("wish", "a pony")
    assert await alice.submit() == {}
    assert alice.modal is None
    await slack.changes.until(alice.messages)
    await alice.click("grant", value="a pony")
    await slack.changes.until(lambda: alice.messages()[-1].text == "Granted: a pony")
    assert slack.refusals == []


async def test_an_event_reaches_the_app_and_its_answer_the_person(connected, slack, alice, heard):
    await alice.say("hello")
    await slack.changes.until(lambda: len(alice.messages()) == 2)
    assert heard == ["hello"]
    assert alice.messages()[-1].text == "You said hello"


async def test_a_refused_signature_is_a_failure(slack, session, alice, heard):
    async with by_http(slack, session, app_.build(slack, session, heard)):
        url = slack.deliver.url
        slack.deliver = SignedDelivery(session, url, "another secret", AGAIN)
        with pytest.raises(GestureError, match="dispatch_failed"):
            await alice.command("/wish")


def test_the_signature_is_slacks_own():
    _, content = encoded({"command": "/wish", "text": "a & ü"})
    verifier = SignatureVerifier(SECRET)
    assert verifier.is_valid_request(content, signature(SECRET, content))
    old = signature(SECRET, content, int(time.time()) - 301)
    assert not verifier.is_valid_request(content, old)


@asynccontextmanager
async def recording(slack, session, statuses, headers=()):
    """Answer requests with one status after the other; give what came."""
    came = []

    async def app(scope, receive, send):
        came.append({key.decode(): value.decode() for key, value in scope["headers"]})
        while (await receive()).get("more_body"):
            pass
        status = statuses[min(len(came), len(statuses)) - 1]
        start = {"type": "http.response.start", "status": status, "headers": list(headers)}
        await send(start)
        await send({"type": "http.response.body", "body": b""})

    async with listening(app, Connections(), 0) as url:
        slack.deliver = SignedDelivery(session, url, SECRET, AGAIN)
        yield came


async def test_a_failed_event_is_sent_three_times_again_and_says_so(slack, session, alice):
    async with recording(slack, session, [500]) as came:
        await alice.say("hello")
    assert [each.get("x-slack-retry-num") for each in came] == [None, "1", "2", "3"]
    assert {each.get("x-slack-retry-reason") for each in came[1:]} == {"http_error"}
    assert slack.refusals == [("message.im", "http_error", ())]


async def test_an_event_is_not_sent_again_once_it_was_taken(slack, session, alice):
    async with recording(slack, session, [500, 200]) as came:
        await alice.say("hello")
    assert len(came) == 2
    assert slack.refusals == []


async def test_an_app_may_ask_not_to_be_sent_it_again(slack, session, alice):
    async with recording(slack, session, [500], [(b"x-slack-no-retry", b"1")]) as came:
        await alice.say("hello")
    assert len(came) == 1


async def test_a_gesture_is_never_sent_again(slack, session, alice):
    async with recording(slack, session, [500]) as came:
        with pytest.raises(GestureError):
            await alice.command("/wish")
    assert len(came) == 1


async def test_commands_and_gestures_travel_as_forms_and_events_as_json():
    assert encoded({"command": "/wish", "text": "a b"})[1] == b"command=%2Fwish&text=a+b"
    assert encoded({"type": "block_actions"})[1].startswith(b"payload=%7B")
    assert encoded({"type": "event_callback"})[0].startswith("application/json")


async def test_payloads_go_to_the_connections_in_turn(slack, session, alice):
    slack.deliver = slack.sockets.deliver
    turns = []

    async def answer(number):
        async with session.ws_connect(slack.sockets.ticket(slack.address)) as socket:
            await socket.receive_json()
            for _ in range(2):
                envelope = await socket.receive_json()
                turns.append(number)
                await socket.send_json({"envelope_id": envelope["envelope_id"]})

    apps = [asyncio.ensure_future(answer(number)) for number in range(2)]
    await slack.sockets.changes.until(lambda: len(slack.sockets.open) == 2)
    for _ in range(4):
        await alice.command("/wish")
    await asyncio.gather(*apps)
    assert turns in ([0, 1, 0, 1], [1, 0, 1, 0])


async def test_a_connection_is_replaced_when_slack_asks_for_it(slack, session, alice, heard):
    async with by_socket(slack, session, app_.build(slack, session, heard)):
        [before] = slack.sockets.open
        await slack.sockets.disconnect()
        await slack.sockets.changes.until(
            lambda: slack.sockets.open and slack.sockets.open != [before]
        )
        await alice.say("still here")
    assert heard == ["still here"]


async def test_an_address_is_good_for_one_connection(slack, session):
    url = slack.sockets.ticket(slack.address)
    async with session.ws_connect(url) as socket:
        hello = await socket.receive_json()
        assert (hello["type"], hello["num_connections"]) == ("hello", 1)
        with pytest.raises(Exception, match="403"):
            await session.ws_connect(url)


async def test_an_eleventh_connection_is_sent_away(slack, session):
    opened = [await session.ws_connect(slack.sockets.ticket(slack.address)) for _ in range(11)]
    told = [await socket.receive_json() for socket in opened]
    assert [each["type"] for each in told] == ["hello"] * 10 + ["disconnect"]
    assert told[-1]["reason"] == "too_many_websockets"
    for socket in opened:
        await socket.close()


async def test_an_envelope_that_nobody_acknowledges_has_failed(slack, session, alice):
    slack.sockets.patience = 0.01
    slack.deliver = slack.sockets.deliver
    async with session.ws_connect(slack.sockets.ticket(slack.address)) as socket:
        await socket.receive_json()
        with pytest.raises(GestureError, match="operation_timeout"):
            await alice.command("/wish")
        envelope = await socket.receive_json()
        assert (envelope["type"], envelope["accepts_response_payload"]) == ("slash_commands", True)
        await alice.say("hello")
        events = [await socket.receive_json() for _ in range(4)]
    assert [each["retry_attempt"] for each in events] == [0, 1, 2, 3]
    assert slack.refusals[-1][:2] == ("message.im", "operation_timeout")


async def test_without_a_connection_nothing_is_delivered(slack):
    with pytest.raises(NotDeliveredError, match="dispatch_failed"):
        await slack.sockets.deliver({"command": "/wish"})


async def test_a_connection_that_is_cut_is_built_anew(slack, session, alice, heard):
    async with by_socket(slack, session, app_.build(slack, session, heard)):
        [before] = slack.sockets.open
        await slack.sockets.drop()
        await slack.sockets.changes.until(lambda: slack.sockets.open not in ([], [before]))
        await alice.say("still here")
    assert heard == ["still here"]


async def test_a_refreshed_connection_is_used_until_the_next_one_is_there(slack, session):
    slack.deliver = slack.sockets.deliver
    async with session.ws_connect(slack.sockets.ticket(slack.address)) as old:
        await old.receive_json()
        refreshing = asyncio.ensure_future(slack.sockets.refresh())
        warning = await old.receive_json()
        assert (warning["type"], warning["reason"]) == ("disconnect", "warning")
        assert len(slack.sockets.open) == 1
        async with session.ws_connect(slack.sockets.ticket(slack.address)) as new:
            assert (await new.receive_json())["num_connections"] == 2
            goodbye = await old.receive_json()
            assert goodbye["reason"] == "refresh_requested"
            assert (await old.receive()).type is WSMsgType.CLOSE
            await refreshing
            assert len(slack.sockets.open) == 1


async def test_nothing_is_lost_while_bolts_connection_is_refreshed(slack, session, alice, heard):
    slack.sockets.patience = 0.3  # what the old connection took with it is sent again after that
    async with by_socket(slack, session, app_.build(slack, session, heard)):
        [before] = slack.sockets.open
        refreshing = asyncio.ensure_future(slack.sockets.refresh())
        for word in "abc":
            await alice.say(word)
        await refreshing
        await alice.say("d")
        assert slack.sockets.open not in ([], [before])
    assert heard == ["a", "b", "c", "d"]


async def test_a_connection_grows_old(session, clock):
    slack = Playground.seeded(clock)
    slack.sockets.life = 0.01
    async with (
        slack.serve(),
        session.ws_connect(slack.sockets.ticket(slack.address)) as socket,
    ):
        assert (await socket.receive_json())["type"] == "hello"
        assert (await socket.receive_json())["reason"] == "warning"


async def test_slack_pings_and_gives_up_a_connection_that_is_deaf(session, clock):
    slack = Playground.seeded(clock)
    async with slack.serve(ping=0.02):
        url = slack.sockets.ticket(slack.address)
        async with session.ws_connect(url, autoping=False) as socket:
            await socket.receive_json()
            assert (await socket.receive()).type is WSMsgType.PING
            await slack.sockets.changes.until(lambda: not slack.sockets.open)


async def test_what_is_no_ack_is_passed_over(slack, session, alice):
    slack.deliver = slack.sockets.deliver
    async with session.ws_connect(slack.sockets.ticket(slack.address)) as socket:
        await socket.receive_json()
        for nonsense in ("no json", "[1, 2]", '"text"', '{"envelope_id": ["x"]}'):
            await socket.send_str(nonsense)
        wish = asyncio.ensure_future(alice.command("/wish"))
        envelope = await socket.receive_json()
        await socket.send_json({"envelope_id": envelope["envelope_id"], "payload": {"text": "Yes"}})
        assert (await wish).text == "Yes"


@pytest.mark.parametrize("turns", range(12))
async def test_the_server_leaves_whenever_a_connection_says_goodbye(session, clock, turns):
    slack = Playground.seeded(clock)
    async with slack.serve():
        socket = await session.ws_connect(slack.sockets.ticket(slack.address))
        await socket.receive_json()
        goodbye = asyncio.ensure_future(socket.close())
        for _ in range(turns):  # of the loop: in one of them the server is half way through
            await asyncio.sleep(0)
    await goodbye
    assert socket.closed
