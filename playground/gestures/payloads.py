"""The parts that Slack's payloads have in common."""

import uuid
from typing import Any

from playground.wire import Json
from playground.world.messages import Message
from playground.world.places import CHANNEL_TYPE, Place
from playground.world.team import APP
from playground.world.views import View
from playground.world.workspace import Workspace

PLURAL = {"public": "channels", "private": "groups", "im": "im"}
TOKEN = "playground-verification-token"  # noqa: S105  (the legacy token that each payload carries)


def interaction(slack: Workspace, kind: str, person: str) -> Json:
    """Begin an interactive payload."""
    member = slack.people[person]
    user = {"id": person, "username": member.name, "name": member.name, "team_id": member.team}
    start = {"type": kind, "team": {"id": slack.team.id, "domain": slack.team.domain}}
    start["user"] = user
    return {**start, "api_app_id": APP, "token": TOKEN, "enterprise": None} | _ONE_WORKSPACE


def command(slack: Workspace, person: str, place: Place, said: tuple[str, str]) -> Json:
    """Make the payload of a slash command."""
    team = {"token": TOKEN, "team_id": slack.team.id, "team_domain": slack.team.domain}
    team["api_app_id"] = APP
    where = {"channel_id": place.id, "channel_name": place.wire_name}
    who = {"user_id": person, "user_name": slack.people[person].name}
    gesture = {"command": said[0], "text": said[1], "is_enterprise_install": "false"}
    gesture["response_url"] = response_url(slack, person, place.id)
    return {**team, **where, **who, **gesture, "trigger_id": slack.triggers.issue(person)}


def event(slack: Workspace, content: Json) -> Json:
    """Wrap an event."""
    authorization: Json = {"enterprise_id": None, "team_id": slack.team.id, **_ONE_WORKSPACE}
    authorization |= {"is_bot": True, "user_id": slack.team.bot_user}
    name = f"Ev{uuid.uuid4().hex[:12].upper()}"
    about = {"event_id": name, "event_time": int(slack.now().timestamp()), "event_context": name}
    team = {"token": TOKEN, "team_id": slack.team.id, "context_team_id": slack.team.id}
    team["api_app_id"] = APP
    start: Json = {"type": "event_callback", "event": content, "context_enterprise_id": None}
    end = {"authorizations": [authorization], "is_ext_shared_channel": False}
    return {**team, **start, **about, **end}


def kind(place: Place) -> str:
    """Return what an app subscribes to in order to hear of messages there."""
    return f"message.{PLURAL[place.kind]}"


def said(slack: Workspace, message: Message, place: Place) -> Json:
    """Make the event of a message."""
    about = {"channel": place.id, "channel_type": CHANNEL_TYPE[place.kind]}
    if message.files:
        about |= {"subtype": "file_share"}
    return {**message.wire(slack.team), **about, "event_ts": message.ts}


def changed(slack: Workspace, message: Message, before: Json, at: str) -> Json:
    """Make the event of a message that says something else now; ``before`` is what it was."""
    both = {"message": message.wire(slack.team), "previous_message": before}
    return {**_hidden(slack, message, "message_changed", at), **both}


def deleted(slack: Workspace, message: Message, before: Json, at: str) -> Json:
    """Make the event of a message that is gone."""
    gone = {"deleted_ts": message.ts, "previous_message": before}
    return {**_hidden(slack, message, "message_deleted", at), **gone}


def _hidden(slack: Workspace, message: Message, subtype: str, at: str) -> Json:
    place = slack.places[message.channel]
    where = {"channel": place.id, "channel_type": CHANNEL_TYPE[place.kind]}
    when = {"hidden": True, "ts": at, "event_ts": at}
    return {"type": "message", "subtype": subtype, **where, **when}


def in_view(view: View) -> Json:
    """Say which view a click was in."""
    return {"container": {"type": "view", "view_id": view.id}, "view": view.wire()}


def in_message(slack: Workspace, person: str, message: Message, values: Json) -> Json:
    """Say which message a click was in; an ephemeral one is not sent along."""
    place = slack.places[message.channel]
    container: Json = {"type": "message", "message_ts": message.ts, "channel_id": place.id}
    container["is_ephemeral"] = message.only_for is not None
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    found: Json = {"container": container, "channel": {"id": place.id, "name": place.wire_name}}
    if not message.only_for:
        found["message"] = message.wire(slack.team)
    url = response_url(slack, person, place.id, message)
    return {**found, "state": {"values": values}, "response_url": url}


def response_url(
    slack: Workspace, person: str, channel: str, message: Message | None = None
) -> str:
    """Return an address for late answers to a gesture."""
    return f"{slack.address}response/{slack.responses.issue(person, channel, message)}"


_ONE_WORKSPACE: dict[str, Any] = {"is_enterprise_install": False}
