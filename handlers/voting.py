"""The *Where do you stand now?* button under a debrief, for its raters."""

from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.debrief.voting import Voting
from handlers import ids, voting_forms
from handlers.readers import Readers
from handlers.views import voting as views


def register(app: AsyncApp, voting: Voting, readers: Readers) -> None:
    """Listen to the button and the form."""
    app.action(ids.VOTE_OPEN)(partial(open_modal, voting=voting, readers=readers))
    app.view(ids.VOTE_SUBMIT)(partial(submit, voting=voting, readers=readers))


async def open_modal(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    voting: Voting,
    readers: Readers,
) -> None:
    """Ask a rater where they stand on what they rated."""
    reader = await readers.of(context)
    candidate = ids.opaque(body["actions"][0].get("value"))
    ballot = await voting.open(reader.person, candidate)
    await ack()
    view = views.modal(ballot, reader.texts)
    await client.views_open(trigger_id=body["trigger_id"], view=view)


async def submit(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    voting: Voting,
    readers: Readers,
) -> None:
    """Keep it, and say when the panel learns how far it moved."""
    reader = await readers.of(context)
    candidate, said = voting_forms.remembered(view).candidate, voting_forms.said(view)
    ballot = await voting.vote(reader.person, candidate, said)
    await ack(response_action="update", view=views.done(ballot, reader.texts))
