"""Several workspaces in one house: the same app in each, and nothing else in common."""

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.playground import blocks


@pytest.fixture
def second(slack):
    return slack.second()


@pytest.fixture
def stranger(slack, second, session):
    """The same app's client in the second workspace."""
    return AsyncWebClient(second.team.token, slack.api_url, session=session, retry_handlers=[])


async def test_a_token_says_which_workspace_is_meant(client, stranger):
    ours, theirs = await client.auth_test(), await stranger.auth_test()
    assert (ours["team_id"], ours["user_id"]) == ("T0PLAY", "U0COACH")
    assert (theirs["team_id"], theirs["user_id"]) == ("T1QUAY", "U1COACH")
    assert ours["app_id"] == theirs["app_id"] == "A0COACH"


async def test_an_unknown_token_opens_nothing(slack, second, session):
    lost = AsyncWebClient("xoxb-elsewhere", slack.api_url, session=session)
    with pytest.raises(SlackApiError, match="invalid_auth"):
        await lost.auth_test()


@pytest.fixture
async def ours(slack, client, opened):
    """One of everything in the first workspace, by the arguments that would name it."""
    said = await client.chat_postMessage(channel="G0HIRING", text="Ours")
    view = await opened(blocks.modal(blocks.section("Ours")))
    slack.views.update(slack.views.find(view["id"]), {**view_of(view), "external_id": "ours"})
    return {
        "channel": "G0HIRING",
        "public": "C0GENERAL",
        "im": "D0ALICE",
        "user": "U0ALICE",
        "users": "U0ALICE",
        "user_id": "U0ALICE",
        "ts": said["ts"],
        "view_id": view["id"],
        "external_id": "ours",
        "trigger_id": slack.triggers.issue("U0ALICE"),
    }


def view_of(view):
    return {key: view[key] for key in ("type", "title", "blocks") if key in view}


MODAL = blocks.modal(blocks.section("Theirs"))
CALLS = [
    ("chat.postMessage", ("channel",), {"text": "x"}),
    ("chat.postMessage", ("public",), {"text": "x"}),
    ("chat.postMessage", ("im",), {"text": "x"}),
    ("chat.postMessage", ("user",), {"text": "x"}),
    ("chat.postEphemeral", ("channel", "user"), {"text": "x"}),
    ("chat.update", ("channel", "ts"), {"text": "x"}),
    ("chat.delete", ("channel", "ts"), {}),
    ("conversations.open", ("users",), {}),
    ("conversations.info", ("channel",), {}),
    ("conversations.info", ("public",), {}),
    ("conversations.members", ("public",), {}),
    ("conversations.history", ("public",), {}),
    ("conversations.replies", ("channel", "ts"), {}),
    ("users.info", ("user",), {}),
    ("views.open", ("trigger_id",), {"view": MODAL}),
    ("views.push", ("trigger_id",), {"view": MODAL}),
    ("views.update", ("view_id",), {"view": MODAL}),
    ("views.update", ("external_id",), {"view": MODAL}),
    ("views.publish", ("user_id",), {"view": {"type": "home", "blocks": MODAL["blocks"]}}),
]
NAMES = {"public": "channel", "im": "channel"}


@pytest.mark.parametrize(("method", "names", "more"), CALLS)
async def test_no_call_of_another_workspace_finds_anything_of_ours(
    slack, stranger, ours, method, names, more
):
    args = {NAMES.get(name, name): ours[name] for name in names}
    if method == "chat.postMessage":
        args["channel"] = ours[names[0]]
    said = len(list(slack.messages))
    with pytest.raises(SlackApiError) as caught:
        await stranger.api_call(method, json={**args, **more})
    assert caught.value.response["error"] in {
        "channel_not_found",
        "user_not_found",
        "not_found",
        "invalid_trigger_id",
        "invalid_arguments",
    }
    assert "Ours" not in str(caught.value.response.data)
    assert len(list(slack.messages)) == said


async def test_every_method_is_tried_from_the_other_workspace():
    from playground.api.methods import METHODS  # noqa: PLC0415 - only this test counts them

    listing = {"auth.test", "conversations.list", "users.list"}
    elsewhere = {name for name in METHODS if name.startswith(("files.", "pins."))}
    tried = {method for method, _, _ in CALLS}
    assert METHODS.keys() - tried - listing - elsewhere == {"chat.getPermalink"} & METHODS.keys()


async def test_lists_show_ones_own_workspace_only(stranger):
    people = {member["id"] for member in (await stranger.users_list())["members"]}
    places = {place["id"] for place in (await stranger.conversations_list())["channels"]}
    assert people == {"U1OMAR", "U1YAN", "U1COACH"}
    assert places == {"C1GENERAL"}


async def test_a_gesture_carries_its_workspace_and_the_app_hears_both(slack, second, heard):
    await slack.hand("U0ALICE").command("/wish")
    await slack.hand("U1OMAR").command("/wish", "C1GENERAL")
    assert [body["team_id"] for body in heard] == ["T0PLAY", "T1QUAY"]


async def test_a_trigger_and_a_response_address_stay_in_their_workspace(
    slack, second, heard, stranger, session
):
    await slack.hand("U1OMAR").command("/wish", "C1GENERAL")
    await stranger.views_open(trigger_id=heard[0]["trigger_id"], view=MODAL)
    assert slack.hand("U1OMAR").modal.said == "Theirs"
    async with session.post(heard[0]["response_url"], json={"text": "Late"}) as reply:
        assert reply.status == 200
    assert slack.hand("U1OMAR").messages("C1GENERAL")[-1].text == "Late"
    assert slack.hand("U0ALICE").messages("C0GENERAL") == []


async def test_the_page_shows_each_person_their_own_workspace(slack, second, session):
    async def state(person):
        async with session.get(f"{slack.address}state", params={"as": person}) as reply:
            return await reply.json()

    alice, omar = await state("U0ALICE"), await state("U1OMAR")
    assert [team["name"] for team in omar["teams"]] == ["Playground", "Quayside"]
    assert (alice["team"]["id"], omar["team"]["id"]) == ("T0PLAY", "T1QUAY")
    assert {c["id"] for c in omar["channels"]} == {"C1GENERAL", "D1OMAR"}
    assert "U0ALICE" not in {person["id"] for person in omar["people"]}


async def test_people_of_a_connected_workspace_see_the_shared_channel_alone(slack, heard):
    priya = slack.hand("U0PRIYA")
    assert [place.id for place in slack.places if slack.sees("U0PRIYA", place.id)] == ["G0PARTNER"]
    with pytest.raises(AssertionError, match="channel_not_found"):
        await priya.command("/wish", "C0GENERAL")


async def test_a_click_of_somebody_from_another_company_says_whose_it_is(slack, client, heard):
    row = blocks.actions(blocks.button("go"), block_id="row")
    await client.chat_postMessage(channel="G0PARTNER", text="Hi", blocks=[row])
    await slack.hand("U0PRIYA").click("go")
    assert heard[-1]["user"]["team_id"] == "T1QUAY"
    assert heard[-1]["team"]["id"] == "T0PLAY"
    user = (await client.users_info(user="U0PRIYA"))["user"]
    assert (user["is_stranger"], user["team_id"]) == (True, "T1QUAY")
