"""What somebody who should not could send: real payloads with another person, or other values."""

import json
import sqlite3
from contextlib import closing, contextmanager
from functools import partial
from uuid import uuid4

from slack_bolt.async_app import AsyncBoltRequest

from handlers import shape
from playground.wire import Ack
from playground.world.people import Member

KEPT = [
    "jobs",
    "candidates",
    "interviews",
    "scorecards",
    "ratings",
    "guides",
    "guide_steps",
    "amendments",
    "early_looks",
    "debriefs",
    "decisions",
    "votes",
    "digests",
    "outbox",
    "audit",
    "mocks",
    "mock_turns",
    "mock_objections",
    "mock_drafts",
    "self_ratings",
    "found_parts",
    "peer_wishes",
    "peer_sessions",
    "peer_refusals",
    "own_questions",
    "own_banks",
    "nudges",
    "plan_drafts",
    "preferences",
    "question_states",
    "question_uses",
]
NOT_ENTERED = {"blocks", "message", "container", "channel", "team", "title", "submit", "close"}
SLACKS = {"trigger_id", "response_url", "response_urls"}  # it alone knows which are right
ODD = (
    *(None, "", "ZZ", 7, -1, 10**9, 10**30, 1e308, True, [], [7], {}, {"value": 7}),
    *("\x00", "\ud800", "x" * 10_000, "\u202e", "9" * 5_000, "U0NOBODY", "<!channel>"),
)
METADATA = (
    *("{", "[]", "null", "7", "", '"x"', "[" * 10_000, '{"seats": 1000000000}', '{"seats": -1}'),
    *('{"seats": 0}', '{"seats": "2"}', '{"seats": 2, "more": 1}', '{"seats": 1e400}', "{}"),
    *('{"interview": null}', '{"interview": "\\u0000"}', '{"interview": "\\ud800"}'),
    *('{"interview": "i", "actor": "U0DANA"}', '{"interview": "%s"}' % ("0" * 32)),
)
OUTSIDERS = ("U0GUS", "U0LEFT", "U0EVE", "U0XAVER")


def populate(slack):
    """Add those who are no full members: one who left, a stranger, one of another workspace."""
    slack.people["U0LEFT"] = Member("U0LEFT", "left", "Lena Left", deleted=True)
    slack.people["U0EVE"] = Member("U0EVE", "eve", "Eve Stranger", stranger=True)
    slack.people["U0XAVER"] = Member("U0XAVER", "xaver", "Xaver Other", team="T0OTHER")
    slack.triggers.monotonic = lambda: 0.0  # the true gesture comes after many false ones
    slack.patience = 60.0


def rows(path, tables=KEPT):
    """Return all that matters in the database."""
    with reading(path, tables) as found:
        return found()


@contextmanager
def reading(path, tables=KEPT):
    """Give a function that returns all that matters in the database, each time as it is by then."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row

        def found():
            read = {table: connection.execute(f"SELECT * FROM {table}") for table in tables}  # noqa: S608
            return {table: [dict(row) for row in rows] for table, rows in read.items()}

        yield found


def copied(body):
    """Return a copy, as it would come over the wire; that is quicker than copying deeply."""
    return json.loads(json.dumps(body))


def name(body):
    """Return what a payload is a gesture of."""
    if actions := body.get("actions"):
        return actions[0]["action_id"]
    if view := body.get("view"):
        return view["callback_id"]
    if "command" in body:
        return f"{body['command']} {body['text']}".strip()
    return body["event"]["type"]


def fresh(slack, body, person, altered=()):
    """Return a copy with ids that Slack has not used before, so that the inbox lets it in.

    What was ``altered`` stays so.
    """
    body = copied(body)
    new, ts = uuid4().hex, slack.stamps.next()
    ids = {
        ("trigger_id",): slack.triggers.issue(person),
        ("event_id",): f"Ev{new}",
        ("view", "hash"): new,
        ("actions", 0, "action_ts"): ts,
        ("event", "ts"): ts,
        ("event", "client_msg_id"): new,
    }
    for path, value in ids.items():
        if path != altered[:-1] and (part := _parent(body, path)) and path[-1] in part:
            part[path[-1]] = value
    return body


def as_person(slack, body, person):
    """Return the same gesture of somebody else."""
    body, member = fresh(slack, body, person), slack.people[person]
    if "command" in body:
        return body | {"user_id": person, "user_name": member.name}
    if "event" in body:
        body["event"] |= {"user": person, "team": member.team}
        return body
    user = {"id": person, "username": member.name, "name": member.name, "team_id": member.team}
    return body | {"user": user}


async def delivered(bot, body):
    """Deliver a payload; what Bolt itself cannot read is the sender's fault."""
    try:
        request = AsyncBoltRequest(body=body, mode="socket_mode")
    except (TypeError, AttributeError, LookupError):
        return Ack(400)
    try:
        reply = await bot.app.async_dispatch(request)
    except (TypeError, LookupError):
        if shape.fits(body):
            raise
        return Ack(400)
    return Ack(reply.status, reply.body)


async def captured(slack, gesture):
    """Return the payload of a gesture, which goes no further."""
    deliver, caught = slack.deliver, []

    async def catch(body):
        caught.append(body)
        return Ack()

    slack.deliver = catch
    await gesture
    slack.deliver = deliver
    [body] = caught
    return body


def altered(body):
    """Yield what may be missing or odd in a payload, each with a way to make such a copy.

    There are tens of thousands: make those that are sent.
    """
    body = copied(body)  # what it was captured from lives on
    for path in _paths(body, ()):
        for value in METADATA if path[-1] == "private_metadata" else ODD:
            yield (*path, value), partial(_with, body, path, value)
        yield (*path, "gone"), partial(_without, body, path)


def text(*things):
    """Return everything in some JSON as text, to look for words in."""
    return json.dumps(things, ensure_ascii=False, default=str)


def _paths(part, path):
    keys = part.keys() if isinstance(part, dict) else range(len(part))
    for key in keys:
        if key not in SLACKS:
            yield (*path, key)
        if key not in NOT_ENTERED and isinstance(part[key], dict | list):
            yield from _paths(part[key], (*path, key))


def _with(body, path, value):
    body = copied(body)
    _parent(body, path)[path[-1]] = copied(value)
    return body


def _without(body, path):
    body = copied(body)
    del _parent(body, path)[path[-1]]
    return body


def _parent(body, path):
    """Return what holds the end of a path, or None when the way there is gone."""
    for key in path[:-1]:
        try:
            body = body[key]
        except (LookupError, TypeError):
            return None
    return body if isinstance(body, dict | list) else None


def plain(argument):
    """Return a JSON argument of a call, which may have come as text; nothing is an object."""
    given = json.loads(argument) if isinstance(argument, str) else argument
    return given or {}
