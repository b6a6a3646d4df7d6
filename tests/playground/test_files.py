"""Files: how apps and people bring them, and who may have them."""

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError

from playground.world.files import LARGEST
from playground.world.manifest import Manifest
from tests.playground import blocks

PICTURE = b"\x89PNG\r\n\x1a\n not much of a picture"
TEXT = "name,score\r\nZoë,4\r\n".encode()
TOKEN = {"authorization": "Bearer xoxb-playground"}


@pytest.fixture
async def address(client):
    """Where eight bytes may be sent."""
    return await client.files_getUploadURLExternal(filename="a.txt", length=8)


@pytest.fixture
def status(session):
    """Return a function that sends something and says how it went."""

    async def status(url, data, **how):
        async with session.post(url, data=data, **how) as reply:
            return reply.status

    return status


@pytest.fixture
def look(slack, session):
    """Return a function that asks for a file."""

    async def look(url, person=None, **headers):
        params = {"as": person} if person else {}
        async with session.get(url, params=params, headers=headers) as reply:
            return reply.status, reply.headers, await reply.read()

    return look


async def shared(client, channel="G0HIRING", name="card.png", data=PICTURE):
    done = await client.files_upload_v2(channel=channel, filename=name, content=data, title="Card")
    return (await client.files_info(file=done["file"]["id"]))["file"]


async def test_the_sdks_own_upload_works_unchanged(slack, client, alice):
    done = await client.files_upload_v2(
        channel="G0HIRING",
        initial_comment="The debrief",
        file_uploads=[
            {"filename": "card.png", "content": PICTURE, "title": "Card", "alt_txt": "Four bars"},
            {"filename": "scores.csv", "content": TEXT, "title": "Scores"},
        ],
    )
    assert [file["title"] for file in done["files"]] == ["Card", "Scores"]
    message = alice.messages("G0HIRING")[-1].message
    assert (message.text, [file.name for file in message.files]) == (
        "The debrief",
        ["card.png", "scores.csv"],
    )
    assert message.files[0].alt == "Four bars"


async def test_one_file_is_described_as_slack_describes_it(slack, client):
    file = await shared(client)
    assert (file["name"], file["title"], file["mimetype"]) == ("card.png", "Card", "image/png")
    assert (file["filetype"], file["size"], file["mode"]) == ("png", len(PICTURE), "hosted")
    assert (file["user"], file["groups"], file["channels"]) == ("U0COACH", ["G0HIRING"], [])
    [share] = file["shares"]["private"]["G0HIRING"]
    history = (await client.conversations_history(channel="G0HIRING"))["messages"]
    assert (history[0]["ts"], history[0]["files"]) == (share["ts"], [file])


async def test_the_answer_to_an_upload_does_not_say_where_it_was_shared(client, address, status):
    await status(address["upload_url"], b"exactly8")
    done = await client.files_completeUploadExternal(
        files=[{"id": address["file_id"]}], channel_id="G0HIRING"
    )
    assert done["files"][0]["shares"] == {}
    shared = (await client.files_info(file=address["file_id"]))["file"]["shares"]
    assert list(shared["private"]) == ["G0HIRING"]


async def test_an_upload_may_go_below_a_message_and_to_a_person(client, alice):
    root = await client.chat_postMessage(channel="U0ALICE", text="Root")
    await client.files_upload_v2(
        channel=alice.direct, thread_ts=root["ts"], filename="a.txt", content="hi"
    )
    assert alice.messages()[-1].thread_ts == root["ts"]
    await client.files_upload_v2(channels=["U0ALICE", "G0HIRING"], filename="b.txt", content="hi")
    assert alice.messages()[-1].message.files[0].name == "b.txt"
    assert alice.messages("G0HIRING")[-1].message.files[0].name == "b.txt"


async def test_without_a_place_a_file_is_nobodys_but_the_apps(client, look, alice):
    file = await shared(client, channel=None)
    assert alice.messages("G0HIRING") == []
    assert (await look(file["url_private"], "U0ALICE"))[0] == 403
    assert (await look(file["url_private"], **TOKEN))[0] == 200


async def test_an_address_takes_just_what_was_announced_and_once(client, address, status):
    url = address["upload_url"]
    assert await status(url, b"seven...") == 200
    assert await status(url, b"seven...") == 404
    assert await status(url[:-3] + "xyz", b"seven...") == 404


async def test_content_of_another_length_is_refused_and_may_be_sent_again(address, status):
    assert await status(address["upload_url"], b"too short") == 400
    assert await status(address["upload_url"], b"exactly8") == 200


async def test_content_may_come_as_part_of_a_form(client, look, status):
    asked = await client.files_getUploadURLExternal(filename="a.csv", length=len(TEXT))
    form = aiohttp.FormData()
    form.add_field("note", "not this")
    form.add_field("filename", TEXT, filename="a.csv", content_type="text/csv")
    assert await status(asked["upload_url"], form) == 200
    done = await client.files_completeUploadExternal(files=[{"id": asked["file_id"]}])
    assert (await look(done["files"][0]["url_private"], **TOKEN))[2] == TEXT


@pytest.mark.parametrize(
    ("args", "error"),
    [
        ({"length": 3}, "invalid_arguments"),
        ({"filename": "a"}, "invalid_arguments"),
        ({"filename": "a", "length": "many"}, "invalid_arguments"),
        ({"filename": "a", "length": 0}, "missing_argument"),
        ({"filename": "a", "length": LARGEST + 1}, "file_upload_size_restricted"),
        ({"filename": "a", "length": 1, "alt_txt": "x" * 1001}, "alt_txt_too_large"),
        ({"filename": "a", "length": 2**20 + 1, "snippet_type": "python"}, "snippet_too_large"),
    ],
)
async def test_what_cannot_be_uploaded(refused, args, error):
    assert await refused("files.getUploadURLExternal", **args) == error


@pytest.mark.parametrize(
    ("channel", "error"),
    [("G0SECRET", "channel_not_found"), ("C0NOWHERE", "channel_not_found")],
)
async def test_an_upload_is_finished_only_where_the_bot_is(
    refused, address, status, channel, error
):
    files = [{"id": address["file_id"]}]
    await status(address["upload_url"], b"exactly8")
    args = {"files": files, "channel_id": channel}
    assert await refused("files.completeUploadExternal", **args) == error
    assert await refused("files.completeUploadExternal", files=files, channels="X") == (
        "invalid_channel"
    )


async def test_an_upload_is_finished_once_and_not_before_its_content_came(
    client, refused, address, status
):
    files = [{"id": address["file_id"]}]
    assert await refused("files.completeUploadExternal", files=files) == "file_not_found"
    await status(address["upload_url"], b"exactly8")
    await client.files_completeUploadExternal(files=files)
    assert await refused("files.completeUploadExternal", files=files) == "file_not_found"
    assert await refused("files.completeUploadExternal", files=[]) == "invalid_arguments"


async def test_a_file_is_for_those_who_see_where_it_was_shared(client, look):
    url = (await shared(client))["url_private"]
    assert (await look(url, "U0BOB"))[2] == PICTURE
    for person in ("U0CHARLIE", "U1OMAR", "U0NOBODY", None):
        assert (await look(url, person))[0] == 403
    assert (await look(url, "U0BOB", authorization="Bearer xoxb-other"))[0] == 403


async def test_another_workspaces_app_does_not_have_the_file(slack, client, look):
    second = slack.second()
    url = (await shared(client))["url_private"]
    assert (await look(url, authorization=f"Bearer {second.team.token}"))[0] == 403
    assert (await look(url, "U1OMAR"))[0] == 403


async def test_a_download_needs_the_scope(slack, client, look):
    url = (await shared(client))["url_private"]
    slack.manifest = Manifest(scopes=frozenset({"files:write"}))
    assert (await look(url, **TOKEN))[0] == 403
    with pytest.raises(SlackApiError, match="missing_scope"):
        await client.files_info(file="F1")


@pytest.mark.parametrize(
    ("name", "kind", "how"),
    [
        ("a.png", "image/png", "inline"),
        ("a.webp", "image/webp", "inline"),
        ("a.svg", "application/octet-stream", "attachment"),
        ("a.html", "application/octet-stream", "attachment"),
        ("a.pdf", "application/octet-stream", "attachment"),
    ],
)
async def test_only_pictures_are_shown_and_nothing_ever_runs(client, look, name, kind, how):
    file = await shared(client, name=name, data=b"<script>alert(1)</script>")
    _, headers, _ = await look(file["url_private"], "U0BOB")
    assert headers["content-type"].split(";")[0] == kind
    assert headers["content-disposition"].startswith(how)
    assert headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in headers["content-security-policy"]


async def test_a_name_with_anything_in_it_stays_a_name(client, look):
    file = await shared(client, name='Zoë"\r\nx: y.txt')
    _, headers, _ = await look(file["url_private"], "U0BOB")
    assert "x" not in headers
    assert headers["content-disposition"].endswith("Zo%C3%AB%22%0D%0Ax%3A%20y.txt")


async def test_a_deleted_file_leaves_its_messages(client, look, refused, alice):
    file = await shared(client)
    await client.files_delete(file=file["id"])
    assert alice.messages("G0HIRING")[-1].message.files == []
    assert (await look(file["url_private"], "U0BOB"))[0] == 403
    assert await refused("files.info", file=file["id"]) == "file_deleted"
    assert await refused("files.delete", file=file["id"]) == "file_deleted"


async def test_a_deleted_message_leaves_its_file(client):
    file = await shared(client)
    [message] = (await client.conversations_history(channel="G0HIRING"))["messages"]
    await client.chat_delete(channel="G0HIRING", ts=message["ts"])
    assert (await client.files_info(file=file["id"]))["file"]["id"] == file["id"]


async def test_peoples_files_are_theirs(alice, refused, client):
    file = alice.upload("cv.pdf", b"%PDF")
    assert await refused("files.info", file=file) == "not_visible"
    assert await refused("files.delete", file=file) == "file_not_found"
    await alice.say("", files=[file])
    assert (await client.files_info(file=file))["file"]["user"] == "U0ALICE"
    assert await refused("files.delete", file=file) == "cant_delete_file"
    assert await refused("files.info", file="F0NONE") == "file_not_found"


async def test_a_person_uploads_and_says_it(slack, session, heard):
    url, params = f"{slack.address}upload", {"as": "U0ALICE", "name": "cv.pdf"}
    async with session.post(url, params=params, data=b"%PDF") as reply:
        file = (await reply.json())["file"]
    assert (file["name"], file["mimetype"], file["size"]) == ("cv.pdf", "application/pdf", 4)
    gesture = {"do": "say", "as": "U0ALICE", "channel": "D0ALICE", "text": "Look"}
    async with session.post(
        f"{slack.address}gesture", json={**gesture, "files": [file["id"]]}
    ) as reply:
        assert (await reply.json())["ok"]
    event = heard[0]["event"]
    assert (event["subtype"], event["text"], event["upload"]) == ("file_share", "Look", True)
    assert event["files"][0]["id"] == file["id"]


async def test_nobody_says_anothers_file(slack, alice):
    file = alice.upload("cv.pdf", b"%PDF")
    with pytest.raises(AssertionError, match="file_not_found"):
        await slack.hand("U0BOB").say("mine", files=[file])


async def test_another_site_uploads_nothing(slack, session):
    url, params = f"{slack.address}upload", {"as": "U0ALICE", "name": "x"}
    headers = {"origin": "http://evil.example"}
    async with session.post(url, params=params, data=b"x", headers=headers) as reply:
        assert (reply.status, (await reply.json())["error"]) == (403, "foreign_page")
    async with session.post(url, params={"as": "U0NOBODY", "name": "x"}, data=b"x") as reply:
        assert reply.status == 400


async def test_a_form_takes_files_that_the_app_then_has(opened, heard, client, alice, look):
    await opened(blocks.modal(blocks.field("cv", {"type": "file_input", "action_id": "value"})))
    assert list(await alice.submit()) == ["cv"]
    await alice.pick("cv", [alice.upload("cv.pdf", b"%PDF")])
    assert await alice.submit() == {}
    [file] = heard[0]["view"]["state"]["values"]["cv"]["value"]["files"]
    assert (await client.files_info(file=file["id"]))["file"]["name"] == "cv.pdf"
    assert (await look(file["url_private"], **TOKEN))[2] == b"%PDF"


async def test_a_form_takes_nobody_elses_files(slack, opened, session, heard, alice):
    view = await opened(
        blocks.modal(blocks.field("cv", {"type": "file_input", "action_id": "value"}))
    )
    stolen = {"id": slack.hand("U0BOB").upload("cv.pdf", b"%PDF")}
    state = {"values": {"cv": {"value": {"files": [stolen]}}}}
    gesture = {"do": "submit", "as": "U0ALICE", "view": view["id"], "state": state}
    async with session.post(f"{slack.address}gesture", json=gesture) as reply:
        assert "cv" in (await reply.json())["errors"]
    assert heard == []


async def test_the_page_is_told_of_files(slack, session, client):
    await shared(client)
    async with session.get(f"{slack.address}state", params={"as": "U0BOB"}) as reply:
        [message] = (await reply.json())["messages"]["G0HIRING"]
    [file] = message["files"]
    assert (file["title"], file["mimetype"], file["size"]) == ("Card", "image/png", len(PICTURE))
    async with session.get(f"{slack.address}{file['url'][1:]}") as reply:
        assert await reply.read() == PICTURE
