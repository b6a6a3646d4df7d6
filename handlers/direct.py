"""What people write to the bot: notes below a guide's card, or answers in practice."""

import re
from functools import partial
from html import unescape
from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from coaching.coach import Coach
from coaching.guide.step import Step
from handlers import guide
from handlers.forms import moment
from handlers.readers import Reader, Readers, who
from handlers.views.guide import text
from handlers.views.kit import Block

LINK = re.compile(r"<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>")


def register(app: AsyncApp, coach: Coach, readers: Readers) -> None:
    """Listen to what is written, changed and deleted in a direct message with the bot."""
    given: dict[str, Any] = {"coach": coach, "readers": readers}
    app.event("message", matchers=[is_reply])(partial(note, **given))
    app.event("message", matchers=[is_said])(partial(answer, coach=coach))
    app.event("message", matchers=[is_changed])(partial(change, **given))
    app.event("message", matchers=[is_file])(partial(receive, coach=coach))
    app.event("message")(ignore)


async def is_said(event: dict[str, Any]) -> bool:
    """Match what a person wrote to the bot: no edits, no joins, no bots."""
    said = bool(_direct(event) and event.get("user") and event.get("ts"))
    return said and not event.keys() & {"subtype", "bot_id"}


async def is_reply(event: dict[str, Any]) -> bool:
    """Match what a person wrote in the thread below a message."""
    return await is_said(event) and event.get("thread_ts") not in {None, event["ts"]}


async def is_changed(event: dict[str, Any]) -> bool:
    """Match what a person wrote that says something else now, or is gone."""
    about = event.get("message") or event.get("previous_message") or {}
    changed = event.get("subtype") in {"message_changed", "message_deleted"}
    known = about.get("user") and about.get("ts")
    return bool(changed and _direct(event) and known and not about.get("bot_id"))


async def is_file(event: dict[str, Any]) -> bool:
    """Match a file or a voice clip, with words or without."""
    sent = event.get("subtype") == "file_share" and event.get("user") and event.get("ts")
    return bool(sent and _direct(event) and not event.get("bot_id"))


async def note(
    event: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    coach: Coach,
    readers: Readers,
) -> None:
    """File a reply below a guide's card as a note; any other reply is an answer."""
    reader = await readers.of(context)
    step = Step(event["ts"], moment(event["ts"]), "note", None, plain(event.get("text") or ""))
    place = (event["channel"], event["thread_ts"])
    guided = await coach.guiding.write(reader.person, place, step)
    if guided is None:
        await answer(event=event, context=context, coach=coach)
        return
    await _draw(client, place, guide.card(guided, reader, readers), reader)


async def change(
    event: dict[str, Any],
    context: AsyncBoltContext,
    client: AsyncWebClient,
    coach: Coach,
    readers: Readers,
) -> None:
    """Let a note, or else an answer, say something else or nothing more."""
    reader = await readers.of(context)
    about = event.get("message") or event["previous_message"]
    gone = event["subtype"] == "message_deleted"
    kind, said = ("delete", "") if gone else ("edit", plain(about.get("text") or ""))
    if thread := about.get("thread_ts"):
        step = Step(f"{event['ts']}:{kind}", moment(event["ts"]), kind, about["ts"], said)
        place = (event["channel"], thread)
        if guided := await coach.guiding.write(reader.person, place, step):
            await _draw(client, place, guide.card(guided, reader, readers), reader)
            return
    answering = coach.practising.answering
    if gone:
        await answering.erase(reader.person, about["ts"])
    else:
        await answering.amend(reader.person, said, about["ts"])


async def answer(event: dict[str, Any], context: AsyncBoltContext, coach: Coach) -> None:
    """Take what was written as part of the answer to the current question.

    What somebody sends once has one ``client_msg_id``, even when it arrives as two messages.
    """
    ts, said = event["ts"], plain(event.get("text") or "")
    await coach.practising.answering.hear(who(context), said, event.get("client_msg_id") or ts, ts)


async def receive(event: dict[str, Any], context: AsyncBoltContext, coach: Coach) -> None:
    """Say that files are not read; the words beside one are part of the answer."""
    person, ts = who(context), event["ts"]
    if (event.get("text") or "").strip():
        await answer(event=event, context=context, coach=coach)
    await coach.practising.answering.receive(person, ts)


async def _draw(
    client: AsyncWebClient, place: tuple[str, str], card: list[Block], reader: Reader
) -> None:
    """Draw a guide's card anew where it is, a channel and a timestamp that are known for its."""
    channel, ts = place
    await client.chat_update(channel=channel, ts=ts, text=text(reader.texts), blocks=card)


async def ignore() -> None:
    """Leave every other message alone."""


def plain(text: str) -> str:
    """Return a message as its writer saw it: without Slack's escapes and marks around links."""
    return unescape(LINK.sub(_link, text))


def _link(found: re.Match[str]) -> str:
    sign, target, label = found.groups()
    if sign == "@":
        return f"@{label or target}"
    if sign:
        return f"{'#' if sign == '#' else '@'}{label or target}"
    return label or target.removeprefix("mailto:")


def _direct(event: dict[str, Any]) -> bool:
    return event.get("channel_type") == "im" and isinstance(event.get("channel"), str)
