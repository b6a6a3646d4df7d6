"""The Web API as such: tokens, scopes, the log of calls, answers."""

from playground.methods import METHODS, SCOPES
from playground.methods.access import scope
from playground.methods.call import Call, arguments
from playground.sockets import Sockets
from playground.wire import Json, RefusedError, refuse
from playground.workspace import Workspace

BOT_TOKEN, APP_TOKEN = "xoxb-", "xapp-"
CONNECT = "apps.connections.open"


def answer(slack: Workspace, sockets: Sockets, method: str, token: str, given: Json) -> Json:
    """Answer a call, and write down what was asked and what was refused."""
    slack.calls.append((method, {key: value for key, value in given.items() if key != "token"}))
    try:
        args = arguments(given)
        slack.calls[-1] = (method, args)
        return {"ok": True, **_result(Call(slack, args), sockets, method, token)}
    except RefusedError as error:
        slack.refuse(method, error.error, *error.messages)
        explained = {"response_metadata": {"messages": [*error.messages]}} if error.messages else {}
        return {"ok": False, "error": error.error, **error.more, **explained}


def _result(call: Call, sockets: Sockets, method: str, token: str) -> Json:
    if not token:
        refuse("not_authed")
    if not token.startswith((BOT_TOKEN, APP_TOKEN)):
        refuse("invalid_auth")
    if method != CONNECT and method not in METHODS:
        refuse("unknown_method", req_method=method)
    if token.startswith(APP_TOKEN) != (method == CONNECT):
        refuse("not_allowed_token_type")
    if method == CONNECT:
        return {"url": sockets.ticket(call.slack.address)}
    if needed := SCOPES.get(method):
        scope(call, needed)
    return METHODS[method](call)
