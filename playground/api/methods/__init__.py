"""The Web API, by family."""

from collections.abc import Callable, Mapping

from playground.api.methods import (
    chat,
    conversations,
    edits,
    files,
    histories,
    pins,
    users,
    views,
)
from playground.api.methods.call import Call
from playground.wire import Json

METHODS: Mapping[str, Callable[[Call], Json]] = {
    **chat.METHODS,
    **conversations.METHODS,
    **edits.METHODS,
    **files.METHODS,
    **histories.METHODS,
    **pins.METHODS,
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
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
    "files.delete": "files:write",
    "files.info": "files:read",
    "pins.add": "pins:write",
    "pins.remove": "pins:write",
    "pins.list": "pins:read",
    "users.info": "users:read",
    "users.list": "users:read",
}
