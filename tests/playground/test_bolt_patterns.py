"""What apps built with Bolt do most, over both transports: the same code, and nobody can tell."""

import pytest
from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from tests.playground import blocks
from tests.playground.transports import SECRET, by_http, by_socket


@pytest.fixture
def app(slack, session):
    client = AsyncWebClient(slack.team.token, slack.api_url, session=session, retry_handlers=[])
    return AsyncApp(client=client, signing_secret=SECRET)


@pytest.fixture(params=[by_socket, by_http], ids=["socket", "http"])
def connected(request, slack, session, app):
    slack.sockets.patience = 0.3
    return request.param(slack, session, app)


def ticket(title):
    fields = (blocks.field("name", blocks.line()), blocks.field("count", blocks.line()))
    return blocks.modal(*fields) | {"title": {"type": "plain_text", "text": title}}


async def test_a_command_opens_a_modal_updates_it_and_takes_it_after_errors(
    slack, app, connected, alice
):
    @app.command("/ticket")
    async def open_modal(ack, body, client):
        await ack()
        loading = blocks.modal(blocks.section("One moment")) | {"submit": None}
        loading.pop("submit")
        shown = await client.views_open(trigger_id=body["trigger_id"], view=loading)
        view = shown["view"]
        await client.views_update(view_id=view["id"], hash=view["hash"], view=ticket("A ticket"))

    @app.view("form")
    async def submit(ack, view):
        values = view["state"]["values"]
        if not values["count"]["value"]["value"].isdigit():
            await ack(response_action="errors", errors={"count": "A number, please"})
            return
        done = blocks.modal(blocks.section(f"{values['name']['value']['value']} it is"))
        await ack(response_action="update", view=done)

    async with connected:
        await alice.command("/ticket")
        await slack.changes.until(lambda: alice.modal and alice.modal.title == "A ticket")
        await alice.type("name", "Tea")
        await alice.type("count", "many")
        assert await alice.submit() == {"count": "A number, please"}
        assert alice.modal.values["name"]["value"]["value"] == "Tea"
        await alice.type("count", "2")
        assert await alice.submit() == {}
        assert alice.modal.said == "Tea it is"
    assert slack.refusals == []


async def test_an_event_that_was_not_taken_comes_again_and_says_so(slack, app, connected, alice):
    heard, refused = [], []

    @app.use
    async def stumble(req, next_):
        if not refused:
            refused.append(req)
            return BoltResponse(status=500)
        return await next_()

    @app.event("message")
    async def hear(event, say, request):
        heard.append((event["text"], request.headers.get("x-slack-retry-num")))
        await say("Heard")

    async with connected:
        await alice.say("hello")
        await slack.changes.until(lambda: alice.messages()[-1].text == "Heard")
    assert [text for text, _ in heard] == ["hello"]
    tries = [e for e in slack.journal.of("delivery") if e.request["event"]["text"] == "hello"]
    assert [(e.attempt, e.outcome) for e in tries] == [(0, "failed"), (1, "ok")]


async def test_a_home_tab_is_published_when_it_is_opened_and_follows_its_buttons(
    slack, app, connected, alice
):
    def home(times):
        button = blocks.actions(blocks.button("again"), block_id="row")
        return {"type": "home", "blocks": [blocks.section(f"Opened {times}"), button]}

    @app.event("app_home_opened")
    async def show(event, client):
        await client.views_publish(user_id=event["user"], view=home("once"))

    @app.action("again")
    async def again(ack, body, client):
        await ack()
        view = body["view"]
        await client.views_publish(
            user_id=body["user"]["id"], hash=view["hash"], view=home("twice")
        )

    async with connected:
        await alice.open_home()
        await slack.changes.until(lambda: alice.home)
        assert "Opened once" in alice.home.said
        await alice.click("again")
        await slack.changes.until(lambda: "Opened twice" in alice.home.said)
    assert slack.refusals == []


async def test_modals_are_pushed_and_cleared(slack, app, connected, alice):
    @app.command("/steps")
    async def first(ack, body, client):
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=ticket("First"))

    @app.view("form")
    async def onward(ack, view):
        if view["title"]["text"] == "First":
            await ack(response_action="push", view=ticket("Second"))
        else:
            await ack(response_action="clear")

    async with connected:
        await alice.command("/steps")
        await slack.changes.until(lambda: alice.modal)
        for title in ("First", "Second"):
            assert alice.modal.title == title
            await alice.type("name", "x")
            await alice.type("count", "1")
            assert await alice.submit() == {}
        assert alice.modal is None
