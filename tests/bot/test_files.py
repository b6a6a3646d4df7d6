"""A message with a file: three steps, each of which may fail, and never two files."""

import json
from datetime import UTC, datetime

import pytest

from bot.courier import SlackCourier
from bot.directory import SlackDirectory
from bot.history import History
from coaching.post import Expired, Parked, Paused, Post, Sent, Temporary, Unknown
from handlers.rendered import Attachment, Rendered
from tests.bot.slack import hangs_up, never_answers, refuses, says

KEY = "0123456789abcdef"
POST = Post(KEY, "invite", "D1", "i1", page=1, thread_ts="1.000001")
SINCE = datetime(2026, 1, 5, 9, tzinfo=UTC)
LATER = f"{SINCE.timestamp() + 9:.6f}"
BLOCKS = [{"type": "section", "text": {"type": "mrkdwn", "text": "For your calendar"}}]
FILE = Attachment("interview.ics", "Calendar entry", b"BEGIN:VCALENDAR")
ASK, UPLOAD, COMPLETE = "files.getUploadURLExternal", "upload", "files.completeUploadExternal"
DONE = says({"ok": True, "files": [{"id": "F1", "shares": {}}]})


@pytest.fixture(autouse=True)
def address(scripted):
    """Let Slack say where the content is to go."""
    answer = {"ok": True, "upload_url": f"{scripted.url}{UPLOAD}", "file_id": "F1"}
    scripted.always[ASK] = says(answer)


@pytest.fixture
def speak_for():
    """Return a function that makes a courier of a client."""

    async def render(_team, _post):
        return Rendered("For your calendar", BLOCKS, 2, attachment=FILE)

    def speak_for(client):
        history = History(client, "B0COACH", "U0COACH")
        return SlackCourier(client, history, SlackDirectory(client, patience=20), render)

    return speak_for


@pytest.fixture
def courier(speak_for, web_client):
    return speak_for(web_client)


@pytest.fixture
def hurried(speak_for, hurried_client):
    return speak_for(hurried_client)


async def test_a_file_goes_below_its_message_in_three_steps(scripted, courier):
    scripted.script(COMPLETE, DONE)
    assert await courier.post("T1", POST) == Sent("D1", "", 2)
    (asked,), (told,) = scripted.args(ASK), scripted.args(COMPLETE)
    assert [name for name, _ in scripted.calls] == [ASK, UPLOAD, COMPLETE]
    assert (asked["filename"], int(asked["length"])) == ("interview-01234567.ics", 15)
    assert json.loads(told["files"]) == [{"id": "F1", "title": "Calendar entry"}]
    assert (told["channel_id"], told["thread_ts"]) == ("D1", "1.000001")
    assert json.loads(told["blocks"]) == [{**BLOCKS[0], "block_id": KEY}]


async def test_where_slack_says_where_it_is_that_is_kept(scripted, courier):
    shares = {"private": {"D1": [{"ts": "7.0"}]}}
    scripted.script(COMPLETE, says({"ok": True, "files": [{"id": "F1", "shares": shares}]}))
    assert await courier.post("T1", POST) == Sent("D1", "7.0", 2)


BEFORE = [
    says("oops", 500),
    says({"ok": False, "error": "ratelimited"}, 429, {"Retry-After": "30"}),
    hangs_up,
    says("<html>a proxy's page"),
]


@pytest.mark.parametrize("answer", BEFORE, ids=range(len(BEFORE)))
@pytest.mark.parametrize("step", [ASK, UPLOAD])
async def test_what_fails_before_the_last_step_is_surely_not_sent(scripted, courier, step, answer):
    scripted.script(COMPLETE, DONE)
    scripted.script(step, answer)
    outcome = await courier.post("T1", POST)
    if step == UPLOAD and answer is BEFORE[-1]:
        assert isinstance(outcome, Sent)  # the address says nothing that we read
    else:
        assert isinstance(outcome, Temporary)
        assert scripted.args(COMPLETE) == []


@pytest.mark.parametrize("answer", [{"ok": True}, {"ok": True, "upload_url": 7}, []])
async def test_an_address_that_is_none_is_asked_for_again(scripted, courier, answer):
    scripted.script(ASK, says(answer))
    assert isinstance(await courier.post("T1", POST), Temporary)


async def test_silence_before_the_last_step_is_surely_not_sent(scripted, hurried):
    scripted.always[UPLOAD] = never_answers
    assert isinstance(await hurried.post("T1", POST), Temporary)


@pytest.mark.parametrize(
    "answer",
    [says("oops", 500), says("<html>", 503), refuses("internal_error"), hangs_up, says(["odd"])],
    ids=range(5),
)
async def test_fault_27_a_broken_last_step_is_unknown(scripted, courier, answer):
    scripted.script(COMPLETE, answer)
    assert isinstance(await courier.post("T1", POST), Unknown)


async def test_fault_28_silence_at_the_last_step_is_unknown(scripted, hurried):
    scripted.always[COMPLETE] = never_answers
    assert isinstance(await hurried.post("T1", POST), Unknown)


@pytest.mark.parametrize("step", [ASK, COMPLETE])
@pytest.mark.parametrize(
    "error",
    ["missing_scope", "no_permission", "access_denied", "channel_not_found", "invalid_blocks"],
)
async def test_a_file_that_slack_does_not_take_is_let_go(scripted, courier, step, error):
    scripted.script(step, refuses(error))
    outcome = await courier.post("T1", POST)
    assert isinstance(outcome, Expired)
    assert error in outcome.reason


@pytest.mark.parametrize("step", [ASK, COMPLETE])
async def test_a_revoked_token_pauses_the_workspace_for_a_file_too(scripted, courier, step):
    scripted.script(step, refuses("token_revoked"))
    assert await courier.post("T1", POST) == Paused("token_revoked")


def message(ts, key=KEY, name=None, file="F1", **who):
    files = [{"id": file, "name": name}] if name else [{"id": file, "mode": "tombstone"}]
    block = {**BLOCKS[0], "block_id": key}
    return {"ts": ts, "blocks": [block], "files": files, **(who or {"bot_id": "B0COACH"})}


ROOT = {"ts": "1.000001", "bot_id": "B0COACH", "blocks": [BLOCKS[0]]}


@pytest.mark.parametrize(
    ("found", "ours"),
    [
        (message("6.0"), True),
        (message("6.0", user="U0COACH"), True),
        (message("6.0", key="other", name="interview-01234567.ics"), True),
        (message("6.0", key="other", name="interview-76543210.ics"), False),
        (message("6.0", key="other"), False),
        (message("6.0", user="U0ALICE"), False),
        (message("6.0", name="interview-01234567.ics", bot_id="B9"), False),
    ],
)
async def test_a_file_is_found_by_who_brought_it_and_by_either_sign(scripted, courier, found, ours):
    scripted.script("conversations.replies", says({"ok": True, "messages": [ROOT, found]}))
    outcome = await courier.find("T1", POST, SINCE)
    assert outcome == (Sent("D1", "6.0") if ours else None)
    assert scripted.args("conversations.replies")[0]["ts"] == "1.000001"


async def test_a_thread_that_cannot_be_read_is_no_proof(scripted, courier):
    scripted.always["conversations.replies"] = refuses("missing_scope")
    assert await courier.find("T1", POST, SINCE) == Parked("missing_scope")


async def test_a_twin_goes_with_its_file_and_the_oldest_stays(scripted, courier):
    post = Post(KEY, "invite", "D1", "i1", page=1, thread_ts="1.000001", maybe_sent=SINCE)
    twins = [
        message(f"{SINCE.timestamp() + 2:.6f}", name="interview-01234567.ics", file="F1"),
        message(LATER, name="interview-01234567.ics", file="F2"),
    ]
    scripted.script("conversations.replies", says({"ok": True, "messages": [ROOT, *twins]}))
    assert await courier.heal("T1", post, "")
    assert [args["file"] for args in scripted.args("files.delete")] == ["F2"]
    assert [args["ts"] for args in scripted.args("chat.delete")] == [LATER]
    (asked,) = scripted.args("conversations.replies")
    assert float(asked["oldest"]) == SINCE.timestamp() - 60
