"""The Web API, by family."""

from collections.abc import Callable, Mapping

from playground.methods import chat, conversations, edits, histories, users, views
from playground.methods.call import Call
from playground.wire import Json

METHODS: Mapping[str, Callable[[Call], Json]] = {
    **chat.METHODS,
    **conversations.METHODS,
    **edits.METHODS,
    **histories.METHODS,
    **users.METHODS,
    **views.METHODS,
}

# What a bot token must be allowed to do; reading a place asks for more, see `places.py`.
SCOPES: Mapping[str, str] = {
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.update": "chat:write",
    "chat.delete": "chat:write",
    "conversations.open": "im:write",
    "users.info": "users:read",
    "users.list": "users:read",
}
