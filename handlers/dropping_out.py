"""*Propose again without them*: who covers what once somebody has dropped out of a loop."""

import re
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.changes.dropping_out import Anew, DroppingOut
from handlers import changing_forms, forms, ids, planning_forms
from handlers.readers import Readers
from handlers.views import changing as words
from handlers.views import covering as views

COVER = re.compile(rf"^{re.escape(ids.CHANGE_COVER)}:\d{{1,6}}$")


def register(app: AsyncApp, dropping_out: DroppingOut, readers: Readers) -> None:
    """Listen to the button, the form, and what is chosen in it."""
    given: dict[str, Any] = {"dropping_out": dropping_out, "readers": readers}
    app.action(ids.CHANGE_DROP_OUT)(partial(propose, **given))
    app.action(COVER)(partial(arrange, **given))
    app.view(ids.CHANGE_COVER_SUBMIT)(partial(submit, **given))


async def propose(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    dropping_out: DroppingOut,
    readers: Readers,
) -> None:
    """Show what the others might cover."""
    await ack()
    reader = await readers.of(context)
    interview = changing_forms.chosen(body)
    anew = await dropping_out.propose(reader.person, interview, {}, ())
    view = views.modal(anew.proposal, {}, reader.texts, _step(anew))
    await client.views_update(view_id=forms.shown(body)["id"], view=view)


async def arrange(
    ack: AsyncAck,
    body: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    dropping_out: DroppingOut,
    readers: Readers,
) -> None:
    """Keep the row that was changed, and propose the others anew around it."""
    await ack()
    reader = await readers.of(context)
    shown = forms.shown(body)
    remembers, chosen = planning_forms.metadata(shown), planning_forms.covers(shown)
    by_hand = planning_forms.by_hand(shown)
    anew = await dropping_out.propose(reader.person, remembers.draft, chosen, by_hand)
    drawn = planning_forms.drawn_anew(remembers, chosen, anew.proposal.arranged.covers)
    view = views.modal(anew.proposal, drawn, reader.texts, _step(anew))
    await client.views_update(view_id=shown["id"], hash=shown.get("hash"), view=view)


async def submit(
    ack: AsyncAck,
    view: dict[str, Any],
    context: AsyncBoltContext,
    dropping_out: DroppingOut,
    readers: Readers,
) -> None:
    """Call the interview off, change the others, and say what that means."""
    reader = await readers.of(context)
    remembers = planning_forms.metadata(view)
    changed = await dropping_out.plan(
        reader.person, remembers.draft, remembers.seen, planning_forms.covers(view)
    )
    await ack(response_action="update", view=words.done(changed, reader.texts))


def _step(anew: Anew) -> views.Step:
    return views.Step(ids.CHANGE_COVER, ids.CHANGE_COVER_SUBMIT, anew.fixed, anew.seen)
