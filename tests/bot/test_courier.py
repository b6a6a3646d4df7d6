"""However Slack answers, the outbox learns the truth: sent, surely not, or nobody knows."""

import socket
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.courier import SlackCourier
from bot.directory import SlackDirectory
from bot.history import EVENT, History
from coaching.errors import SlackSilentError
from coaching.post import PIN, Dead, Expired, Parked, Paused, Post, Sent, Temporary, Unknown
from handlers.rendered import Pin, Rendered
from tests.bot.slack import hangs_up, never_answers, refuses, says

POST = Post("k1", "debrief", "G1", "c1")
SINCE = datetime(2026, 1, 5, 9, tzinfo=UTC)
BLOCKS = [{"type": "section", "text": {"type": "plain_text", "text": "Strong on evidence"}}]
SAID = says({"ok": True, "channel": "G1", "ts": "1.000001"})
HIRING = {"id": "G1", "name": "hiring-pm", "is_private": True, "is_member": True}
ALICE = {"id": "U0ALICE", "team_id": "T1", "name": "alice"}


@pytest.fixture
def rendered():
    """Hold what is to be said; a test may change it."""
    return [Rendered("A debrief is ready.", BLOCKS, 1, hiring=False, hidden_from=None)]


@pytest.fixture
def counted():
    return []


@pytest.fixture
def speak_for(rendered, counted):
    """Return a function that makes a courier of a client."""

    async def render(_team, _post):
        if isinstance(rendered[0], Exception):
            raise rendered[0]
        return rendered[0]

    def speak_for(client):
        directory = SlackDirectory(client, patience=20)
        history = History(client, "B0COACH")
        return SlackCourier(client, history, directory, render, counted.append)

    return speak_for


@pytest.fixture
def courier(speak_for, web_client):
    return speak_for(web_client)


@pytest.fixture
def hurried(speak_for, hurried_client):
    return speak_for(hurried_client)


def about(rendered):
    return Rendered(rendered.text, rendered.blocks, rendered.pages, hiring=True, hidden_from="UCAN")


async def test_a_post_goes_out_marked_and_without_unfurling(scripted, courier, counted):
    scripted.script("chat.postMessage", SAID)
    assert await courier.post("T1", POST) == Sent("G1", "1.000001", 1)
    (args,) = scripted.args("chat.postMessage")
    assert args["metadata"] == {"event_type": EVENT, "event_payload": {"key": "k1", "pages": 1}}
    assert (args["unfurl_links"], args["unfurl_media"]) == (False, False)
    assert "thread_ts" not in args
    assert counted == ["sent"]


async def test_a_message_to_a_person_opens_the_conversation(scripted, courier):
    scripted.script("conversations.open", says({"ok": True, "channel": {"id": "D1"}}))
    scripted.script("chat.postMessage", says({"ok": True, "channel": "D1", "ts": "2.0"}))
    assert await courier.post("T1", Post("k1", "invite", "U0ALICE", "i1")) == Sent("D1", "2.0")
    assert scripted.args("chat.postMessage")[0]["channel"] == "D1"


async def test_a_further_page_goes_into_the_thread(scripted, courier):
    scripted.script("chat.postMessage", SAID)
    await courier.post("T1", Post("k2", "debrief", "G1", "c1", page=1, thread_ts="1.0"))
    assert scripted.args("chat.postMessage")[0]["thread_ts"] == "1.0"


ANSWERS = [
    (says({"ok": False, "error": "ratelimited"}, 429, {"Retry-After": "30"}), Temporary, 30),
    (says("<html>slow down", 429, {"Retry-After": "1"}), Temporary, 1),
    (says({"ok": False, "error": "ratelimited"}, 429), Temporary, None),
    (says({"ok": False, "error": "ratelimited"}, 429, {"Retry-After": "soon"}), Temporary, None),
    (says({"ok": False, "error": "ratelimited"}, 429, {"Retry-After": "9" * 30}), Temporary, 3600),
    (refuses("rate_limited"), Temporary, None),
    (says("oops", 500), Unknown, None),
    (says("oops", 502), Unknown, None),
    (says("<html>", 503), Unknown, None),
    (says({"ok": False, "error": "is_archived"}, 504), Unknown, None),
    (says("<html>a proxy's page"), Unknown, None),
    (says("", 200), Unknown, None),
    (says({"ok": False}), Unknown, None),
    (says({"ok": False, "error": "Something Odd"}), Unknown, None),
    (says([]), Unknown, None),
    (says(["odd"]), Unknown, None),
    (says({"ok": True}), Unknown, None),
    (refuses("internal_error"), Unknown, None),
    (refuses("fatal_error"), Unknown, None),
    (refuses("service_unavailable"), Unknown, None),
    (hangs_up, Unknown, None),
    (refuses("is_archived"), Parked, None),
    (refuses("not_in_channel"), Parked, None),
    (refuses("channel_not_found"), Parked, None),
    (refuses("restricted_action_read_only_channel"), Parked, None),
    (refuses("a_name_nobody_knows_yet"), Parked, None),
    (refuses("token_revoked"), Paused, None),
    (refuses("account_inactive"), Paused, None),
    (refuses("invalid_auth"), Paused, None),
    (refuses("missing_scope"), Paused, None),
]


@pytest.mark.parametrize(("answer", "kind", "seconds"), ANSWERS, ids=range(len(ANSWERS)))
async def test_fault_27_each_answer_is_sorted(scripted, courier, counted, answer, kind, seconds):
    scripted.script("chat.postMessage", answer)
    outcome = await courier.post("T1", POST)
    assert isinstance(outcome, kind), outcome
    assert counted == [kind.__name__.lower()]
    assert len(scripted.calls) == 1  # nothing was tried twice
    if kind is Temporary:
        assert outcome.after == (timedelta(seconds=seconds) if seconds else None)


async def test_fault_27_truncated_json_is_unknown(scripted, courier):
    async def truncated(_request):
        return aiohttp.web.Response(text='{"ok": tr', content_type="application/json")

    scripted.script("chat.postMessage", truncated)
    assert isinstance(await courier.post("T1", POST), Unknown)


async def test_fault_28_silence_is_unknown(scripted, hurried):
    scripted.always["chat.postMessage"] = never_answers
    scripted.always["conversations.history"] = never_answers
    assert isinstance(await hurried.post("T1", POST), Unknown)
    assert isinstance(await hurried.find("T1", POST, SINCE), Unknown)
    assert not await hurried.heal("T1", POST, "9.0")


async def test_fault_28_a_refused_connection_is_surely_not_sent(speak_for):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/api/"
    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient("xoxb-1", url, session=session, retry_handlers=[])
        nowhere = speak_for(client)
        assert isinstance(await nowhere.post("T1", POST), Temporary)
        assert isinstance(await nowhere.find("T1", POST, SINCE), Unknown)


@pytest.mark.parametrize("error", ["msg_too_long", "invalid_blocks", "msg_blocks_too_long"])
async def test_fault_34_refused_content_goes_out_plain(scripted, courier, error):
    scripted.script("chat.postMessage", refuses(error), SAID)
    assert await courier.post("T1", POST) == Sent("G1", "1.000001", 1)
    rich, plain = scripted.args("chat.postMessage")
    assert "blocks" in rich
    assert "blocks" not in plain
    assert (plain["text"], plain["mrkdwn"]) == ("A debrief is ready.", False)
    assert plain["metadata"] == rich["metadata"]


async def test_fault_34_refused_twice_is_dead(scripted, courier):
    scripted.script("chat.postMessage", refuses("invalid_blocks"), refuses("msg_too_long"))
    assert await courier.post("T1", POST) == Dead("msg_too_long")


async def test_nothing_left_to_say_expires(scripted, courier, rendered):
    rendered[0] = None
    assert isinstance(await courier.post("T1", POST), Expired)
    assert scripted.calls == []


@pytest.mark.parametrize("error", [SlackSilentError(), LookupError("ZZPII-7f3a"), OSError()])
async def test_what_cannot_be_made_now_is_surely_not_sent(scripted, courier, rendered, error):
    rendered[0] = error
    assert isinstance(await courier.post("T1", POST), Temporary)
    assert scripted.calls == []


async def test_a_direct_message_that_cannot_be_opened_is_surely_not_sent(scripted, courier):
    odd = [says("oops", 500), says({"ok": True}), says({"ok": True, "channel": {}}), hangs_up]
    scripted.script("conversations.open", *odd, refuses("user_disabled"))
    post = Post("k1", "invite", "U0ALICE", "i1")
    for _ in odd:
        assert isinstance(await courier.post("T1", post), Temporary)
    assert await courier.post("T1", post) == Parked("user_disabled")


class TestCandidateData:
    @pytest.fixture(autouse=True)
    def hiring(self, rendered):
        rendered[0] = about(rendered[0])

    async def test_it_goes_to_a_private_channel_without_the_candidate(self, scripted, courier):
        scripted.script("conversations.info", says({"ok": True, "channel": HIRING}))
        scripted.script("conversations.members", says({"ok": True, "members": ["U1"]}))
        scripted.script("chat.postMessage", SAID)
        assert isinstance(await courier.post("T1", POST), Sent)

    @pytest.mark.parametrize(
        "change",
        [
            {"is_private": False},
            {"is_archived": True},
            {"is_ext_shared": True},
            {"is_pending_ext_shared": True},
            {"is_member": False},
        ],
    )
    async def test_fault_32_a_place_that_changed_is_not_posted_to(self, scripted, courier, change):
        scripted.script("conversations.info", says({"ok": True, "channel": HIRING | change}))
        assert isinstance(await courier.post("T1", POST), Parked)
        assert scripted.args("chat.postMessage") == []

    async def test_fault_32_a_channel_that_is_gone_is_not_posted_to(self, scripted, courier):
        scripted.script("conversations.info", refuses("channel_not_found"))
        assert isinstance(await courier.post("T1", POST), Parked)

    async def test_fault_64_nothing_is_posted_where_the_candidate_reads(self, scripted, courier):
        scripted.script("conversations.info", says({"ok": True, "channel": HIRING}))
        scripted.script("conversations.members", says({"ok": True, "members": ["U1", "UCAN"]}))
        assert await courier.post("T1", POST) == Parked("the candidate is in the channel")
        assert scripted.args("chat.postMessage") == []

    async def test_a_place_slack_does_not_tell_about_waits(self, scripted, hurried):
        scripted.script("conversations.info", never_answers)
        assert isinstance(await hurried.post("T1", POST), Temporary)
        assert scripted.args("chat.postMessage") == []

    @pytest.mark.parametrize(
        ("user", "kind"),
        [
            (ALICE, Sent),
            (ALICE | {"is_restricted": True}, Parked),
            (ALICE | {"deleted": True}, Parked),
            (ALICE | {"team_id": "T2"}, Parked),
        ],
    )
    async def test_fault_40_only_a_full_member_is_written_to(self, scripted, courier, user, kind):
        scripted.script("users.info", says({"ok": True, "user": user}))
        scripted.script("conversations.open", says({"ok": True, "channel": {"id": "D1"}}))
        scripted.script("chat.postMessage", SAID)
        post = Post("k1", "invite", "U0ALICE", "i1")
        assert isinstance(await courier.post("T1", post), kind)

    async def test_the_candidate_is_never_written_to_about_themselves(self, scripted, courier):
        scripted.script("users.info", says({"ok": True, "user": ALICE | {"id": "UCAN"}}))
        outcome = await courier.post("T1", Post("k1", "invite", "UCAN", "i1"))
        assert isinstance(outcome, Parked)


def message(key, ts, bot="B0COACH", **more):
    metadata = {"event_type": EVENT, "event_payload": {"key": key, "pages": 2}}
    return {"ts": ts, "bot_id": bot, "metadata": metadata, **more}


async def test_a_message_is_found_by_bot_and_key(scripted, courier):
    history = [
        message("k9", "9.0"),
        message("k1", "8.0", bot="B9"),
        message("k1", "7.0", metadata={"event_type": "x", "event_payload": {"key": "k1"}}),
        {"ts": "6.5", "bot_id": "B0COACH"},
        message("k1", "6.0"),
        message("k1", "5.0"),
    ]
    scripted.script("conversations.history", says({"ok": True, "messages": history}))
    assert await courier.find("T1", POST, SINCE) == Sent("G1", "5.0", 2)
    (args,) = scripted.args("conversations.history")
    assert args["include_all_metadata"] == "1"
    assert float(args["oldest"]) == SINCE.timestamp()


async def test_a_message_that_is_not_there_is_none_only_after_the_last_page(scripted, courier):
    more = {"response_metadata": {"next_cursor": "c2"}}
    scripted.script(
        "conversations.history",
        says({"ok": True, "messages": [message("k9", "9.0")], **more}),
        says({"ok": True, "messages": []}),
    )
    assert await courier.find("T1", POST, SINCE) is None
    assert scripted.args("conversations.history")[1]["cursor"] == "c2"


async def test_a_message_in_a_thread_is_looked_for_there(scripted, courier):
    scripted.script("conversations.replies", says({"ok": True, "messages": [message("k1", "6.0")]}))
    post = Post("k1", "debrief", "G1", "c1", page=1, thread_ts="4.0")
    assert await courier.find("T1", post, SINCE) == Sent("G1", "6.0", 2)
    assert scripted.args("conversations.replies")[0]["ts"] == "4.0"


async def test_fault_31_a_history_without_end_is_unknown(scripted, courier):
    more = {"response_metadata": {"next_cursor": "c2"}}
    scripted.always["conversations.history"] = says({"ok": True, "messages": [], **more})
    assert isinstance(await courier.find("T1", POST, SINCE), Unknown)
    assert len(scripted.calls) == 10


@pytest.mark.parametrize(
    "answer",
    [
        says("oops", 500),
        says({"ok": False, "error": "ratelimited"}, 429),
        says({"ok": True}),
        says(["odd"]),
    ],
)
async def test_fault_31_a_history_that_cannot_be_read_is_unknown(scripted, courier, answer):
    scripted.always["conversations.history"] = answer
    assert isinstance(await courier.find("T1", POST, SINCE), Unknown)


@pytest.mark.parametrize("error", ["missing_scope", "not_in_channel", "channel_not_found"])
async def test_fault_31_a_history_that_somebody_must_open_to_us_is_parked(scripted, courier, error):
    scripted.always["conversations.history"] = refuses(error)
    assert await courier.find("T1", POST, SINCE) == Parked(error)


SENT = Post("k1", "debrief", "G1", "c1", maybe_sent=SINCE)
KNOWN = f"{SINCE.timestamp() + 5:.6f}"


async def test_fault_30_a_twin_is_deleted_and_the_known_one_stays(scripted, courier):
    later = f"{SINCE.timestamp() + 9:.6f}"
    history = [message("k9", later), message("k1", later), message("k1", KNOWN)]
    scripted.script("conversations.history", says({"ok": True, "messages": history}))
    assert await courier.heal("T1", SENT, KNOWN)
    assert [args["ts"] for args in scripted.args("chat.delete")] == [later]
    (args,) = scripted.args("conversations.history")
    assert float(args["oldest"]) == SINCE.timestamp() - 60


async def test_fault_30_when_the_known_one_is_gone_the_oldest_stays(scripted, courier):
    history = [message("k1", "9.0"), message("k1", "7.0")]
    scripted.script("conversations.history", says({"ok": True, "messages": history}))
    assert await courier.heal("T1", SENT, KNOWN)
    assert [args["ts"] for args in scripted.args("chat.delete")] == ["9.0"]


async def test_a_message_without_a_twin_is_left_alone(scripted, courier):
    for messages in ([message("k1", KNOWN)], []):
        scripted.script("conversations.history", says({"ok": True, "messages": messages}))
        assert await courier.heal("T1", SENT, KNOWN)
    assert scripted.args("chat.delete") == []


@pytest.mark.parametrize(
    ("answer", "done"),
    [
        (says("oops", 500), False),
        (says({"ok": True}), False),
        (refuses("ratelimited"), False),
        (refuses("token_revoked"), False),
        (refuses("not_in_channel"), True),
        (refuses("channel_not_found"), True),
    ],
)
async def test_fault_30_healing_waits_or_gives_up(scripted, courier, answer, done):
    scripted.always["conversations.history"] = answer
    assert await courier.heal("T1", SENT, KNOWN) is done


async def test_fault_30_a_twin_that_cannot_be_deleted_now_waits(scripted, courier):
    history = [message("k1", "9.0"), message("k1", KNOWN)]
    scripted.always["conversations.history"] = says({"ok": True, "messages": history})
    scripted.script("chat.delete", refuses("internal_error"), refuses("message_not_found"))
    assert not await courier.heal("T1", SENT, KNOWN)
    assert await courier.heal("T1", SENT, KNOWN)


PINNING = Post("k9", PIN, "G1", "c1:2")


@pytest.fixture
def pin(rendered):
    rendered[0] = Pin("2.0", ["1.0"])


async def test_a_pin_takes_the_place_of_the_earlier_one(scripted, courier, pin):
    assert await courier.post("T1", PINNING) == Sent("G1", "")
    assert scripted.args("pins.remove") == [{"channel": "G1", "timestamp": "1.0"}]
    assert scripted.args("pins.add") == [{"channel": "G1", "timestamp": "2.0"}]
    assert scripted.args("chat.postMessage") == []


async def test_what_is_pinned_or_gone_already_is_as_good(scripted, courier, pin):
    scripted.script("pins.remove", refuses("message_not_found"))
    scripted.script("pins.add", refuses("already_pinned"))
    assert await courier.post("T1", PINNING) == Sent("G1", "")


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (says("oops", 500), Temporary),
        (hangs_up, Temporary),
        (says({"ok": False, "error": "ratelimited"}, 429, {"Retry-After": "30"}), Temporary),
        (refuses("token_revoked"), Paused),
        (refuses("missing_scope"), Expired),
        (refuses("message_not_found"), Expired),
        (refuses("too_many_pins"), Expired),
    ],
    ids=range(7),
)
async def test_a_pin_is_tried_again_or_let_go_and_never_in_doubt(
    scripted, courier, pin, answer, kind
):
    scripted.script("pins.add", answer)
    assert isinstance(await courier.post("T1", PINNING), kind)


async def test_a_pin_is_not_looked_for_and_has_no_twins(scripted, courier):
    assert await courier.find("T1", PINNING, SINCE) is None
    assert await courier.heal("T1", PINNING, "")
    assert scripted.calls == []
