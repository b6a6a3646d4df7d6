"""The Web API as such: tokens, scopes, answers."""

from playground.api.methods import METHODS, SCOPES
from playground.api.methods.access import scope
from playground.api.methods.call import Call, arguments
from playground.house import House
from playground.wire import Json, RefusedError, refuse
from playground.world.journal import Entry
from playground.world.team import APP_TOKEN

BOT, APP = "xoxb-", "xapp-"
CONNECT = "apps.connections.open"


def answer(house: House, entry: Entry, token: str, given: Json | RefusedError) -> Json:
    """Answer a call that the journal has an entry for; a refusal is written down.

    ``given`` are its arguments, or what was wrong with how they came.
    """
    entry.done = True
    slack = house.opened_by(token) or house
    entry.team = slack.team.id
    try:
        if isinstance(given, RefusedError):
            raise given
        entry.request = arguments(given)
        return {"ok": True, **_result(house, Call(slack, entry.request), entry.name, token)}
    except RefusedError as error:
        slack.refuse(entry.name, error.error, *error.messages)
        explained = {"response_metadata": {"messages": [*error.messages]}} if error.messages else {}
        return {"ok": False, "error": error.error, **error.more, **explained}


def _result(house: House, call: Call, method: str, token: str) -> Json:
    if not token:
        refuse("not_authed")
    if method != CONNECT and method not in METHODS:
        refuse("unknown_method", req_method=method)
    if token.startswith(APP) != (method == CONNECT) and token.startswith((APP, BOT)):
        refuse("not_allowed_token_type")
    if token != APP_TOKEN and house.opened_by(token) is None:
        refuse("invalid_auth")
    if method == CONNECT:
        return {"url": house.sockets.ticket(house.address)}
    if needed := SCOPES.get(method):
        scope(call, needed)
    return METHODS[method](call)
