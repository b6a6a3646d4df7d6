"""A small app that knows nothing of ours: Bolt as it comes, to prove that it cannot tell."""

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from tests.playground import blocks
from tests.playground.transports import SECRET


def build(slack, session, heard):
    """Return an app that opens a form, refuses an empty wish, and answers a direct message."""
    client = AsyncWebClient("xoxb-playground", slack.api_url, session=session, retry_handlers=[])
    app = AsyncApp(client=client, signing_secret=SECRET)

    @app.command("/wish")
    async def open_form(ack, client, body):
        await ack(f"One moment, {body['user_name']}")
        form = blocks.modal(blocks.field("wish", blocks.line()))
        await client.views_open(trigger_id=body["trigger_id"], view=form)

    @app.view("form")
    async def take(ack, client, view, body):
        wish = view["state"]["values"]["wish"]["value"]["value"]
        if wish == "nothing":
            await ack(response_action="errors", errors={"wish": "Wish for something"})
            return
        await ack()
        button = blocks.actions(blocks.button("grant", value=wish))
        await client.chat_postMessage(channel=body["user"]["id"], text=wish, blocks=[button])

    @app.action("grant")
    async def grant(ack, respond, action):
        await ack()
        await respond(text=f"Granted: {action['value']}", replace_original=True)

    @app.event("message")
    async def hear(event, say):
        heard.append(event["text"])
        await say(f"You said {event['text']}")

    return app
