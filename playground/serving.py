"""Listening on loopback, inside the loop that runs already."""

import asyncio
import errno
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol
from websockets.exceptions import InvalidState

HOST = "127.0.0.1"
PING = 10.0

Peer = tuple[str, int]


class Connections:
    """The open connections by their other end, so that one can be cut."""

    def __init__(self) -> None:
        self._transports: dict[Peer, asyncio.Transport] = {}

    def cut(self, peer: Peer) -> None:
        """Hang up in the middle of whatever it is."""
        if transport := self._transports.pop(peer, None):
            transport.abort()

    def protocol(self) -> Callable[..., asyncio.Protocol]:
        """Return a protocol that tells us of its connections; ASGI itself cannot hang up."""
        transports = self._transports

        class Protocol(H11Protocol):
            def connection_made(self, transport: Any) -> None:
                super().connection_made(transport)
                if self.client:
                    transports[self.client] = transport

            def connection_lost(self, exc: Exception | None) -> None:
                if self.client:
                    transports.pop(self.client, None)
                super().connection_lost(exc)

        return Protocol


@asynccontextmanager
async def listening(
    app: ASGIApp, connections: Connections, port: int, ping: float = PING
) -> AsyncIterator[str]:
    """Serve an application; give its address. Signals and logs stay as they are.

    WebSockets are pinged every ``ping`` seconds; one that does not answer in that time is closed.
    """
    listener = _bound(port)
    config = uvicorn.Config(
        app,
        http=connections.protocol(),  # type: ignore[arg-type]  # a class, which it is
        ws="websockets-sansio",
        ws_ping_interval=ping,
        ws_ping_timeout=ping,
        lifespan="off",
        log_config=None,
        log_level="error",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
    )
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    await server.startup([listener])
    try:
        yield f"http://{HOST}:{listener.getsockname()[1]}/"
    finally:
        await _stop(server)


async def _stop(server: uvicorn.Server) -> None:
    """Stop at once: uvicorn's own way waits a tenth of a second, which every test would pay."""
    for each in server.servers:
        each.close()
    for connection in list(server.server_state.connections):
        try:
            connection.shutdown()
        except InvalidState:  # a WebSocket whose other end is saying goodbye at this moment
            connection.transport.abort()
    tasks = server.server_state.tasks
    for task in list(tasks):
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for each in server.servers:
        await each.wait_closed()


def _bound(port: int) -> socket.socket:
    """Return a socket on a port or, when that is taken, on the next free one."""
    while True:
        # The protocol is named because asyncio turns Nagle's algorithm off only then: 40 ms a call.
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except OSError as error:
            listener.close()
            if error.errno != errno.EADDRINUSE:
                raise
            port += 1
        else:
            return listener
