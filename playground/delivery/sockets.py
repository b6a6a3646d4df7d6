"""Socket Mode: connections that apps opened, and the envelopes that go through them."""

import asyncio
import contextlib
import secrets
import uuid

from starlette.websockets import WebSocket, WebSocketDisconnect

from playground.wire import NOT_DELIVERED, TIMEOUT, Ack, Json, NotDeliveredError
from playground.world.changes import Changes
from playground.world.journal import Journal
from playground.world.team import APP

PATIENCE = 3.0
MOST = 10  # connections of one app
TRIES = 4  # for an event: once, and three times again
HOST = "applink-playground"
LIFE = 18_060.0  # seconds until a connection is replaced, about five hours
NOTICE = 10.0  # seconds between the warning and the end


class Sockets:
    """All connections of the app; each payload goes to one of them, in turn."""

    def __init__(self, patience: float = PATIENCE, life: float = LIFE) -> None:
        self.patience = patience
        self.life = life
        self.journal: Journal | None = None
        self.open: list[WebSocket] = []
        self._opened = 0
        self.changes = Changes()
        self._tickets: set[str] = set()
        self._waiting: dict[str, asyncio.Future[Json]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def ticket(self, address: str) -> str:
        """Return an address to connect to, good for one connection."""
        ticket = secrets.token_urlsafe(24)
        self._tickets.add(ticket)
        return f"{address.replace('http', 'ws', 1)}socket/{ticket}"

    async def connect(self, socket: WebSocket) -> None:
        """Serve one connection until it ends."""
        ticket = socket.path_params["ticket"]
        if ticket not in self._tickets:
            await socket.close()
            return
        self._tickets.discard(ticket)
        await socket.accept()
        if len(self.open) == MOST:
            await socket.send_json(_goodbye("too_many_websockets"))
            await socket.close()
            return
        self.open.append(socket)
        self._opened += 1
        await socket.send_json(self._hello())
        self.changes.tell()
        end = asyncio.get_running_loop().call_later(self.life, self._age, socket)
        try:
            await self._listen(socket)
        finally:
            end.cancel()
            self._forget(socket)

    async def deliver(self, body: Json) -> Ack:
        """Send a payload and wait for its ack; an event is sent again when none comes."""
        if self.journal:
            self.journal.travels(body, "socket")
        if body.get("type") != "event_callback":
            return await self._attempt(body, {})
        last = NotDeliveredError(NOT_DELIVERED)
        for attempt in range(TRIES):
            reason = "timeout" if attempt else ""
            again = {"retry_attempt": attempt, "retry_reason": reason}
            if attempt and self.journal:
                self.journal.again(body, last.reason)
            try:
                return await self._attempt(body, again)
            except NotDeliveredError as error:
                last = error
        raise last

    async def refresh(self, notice: float = NOTICE) -> None:
        """Replace every connection as Slack does every few hours: warn, and end it a while later.

        Until then the old connection is used beside the new ones.
        """
        await asyncio.gather(*(self._replace(socket, notice) for socket in list(self.open)))

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """Use no connection any more and ask for others, without a warning."""
        leaving, self.open = self.open, []
        for socket in leaving:
            await socket.send_json(_goodbye(reason))

    async def drop(self) -> None:
        """Cut every connection without a word."""
        leaving, self.open = self.open, []
        for socket in leaving:
            await socket.close(1011)

    async def _replace(self, socket: WebSocket, notice: float) -> None:
        await socket.send_json(_goodbye("warning"))
        opened = self._opened
        with contextlib.suppress(TimeoutError):
            await self.changes.until(
                lambda: self._opened > opened or socket not in self.open, notice
            )
        if socket in self.open:
            self._forget(socket)
            await socket.send_json(_goodbye("refresh_requested"))
            await socket.close()

    def _age(self, socket: WebSocket) -> None:
        task = asyncio.ensure_future(self._replace(socket, NOTICE))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _listen(self, socket: WebSocket) -> None:
        """Take acks until the connection ends; what is none is passed over."""
        while True:
            try:
                message = await socket.receive_json()
            except WebSocketDisconnect:
                return
            except (ValueError, KeyError):
                continue
            if isinstance(message, dict):
                self._answered(message)

    async def _attempt(self, body: Json, more: Json) -> Ack:
        if not self.open:
            raise NotDeliveredError(NOT_DELIVERED)
        self.open.append(socket := self.open.pop(0))
        name = str(uuid.uuid4())
        waiting = self._waiting[name] = asyncio.get_running_loop().create_future()
        takes = "command" in body or body.get("type") in {"view_submission", "block_suggestion"}
        envelope = {"envelope_id": name, "type": _kind(body), "accepts_response_payload": takes}
        try:
            await socket.send_json({**envelope, "payload": body, **more})
            async with asyncio.timeout(self.patience):
                answer = await waiting
        except TimeoutError:
            raise NotDeliveredError(TIMEOUT) from None
        except (WebSocketDisconnect, RuntimeError):  # it went away just now
            self._forget(socket)
            raise NotDeliveredError(NOT_DELIVERED) from None
        finally:
            self._waiting.pop(name, None)
        return Ack(200, answer.get("payload") or "" if takes else "")

    def _hello(self) -> Json:
        about = {"host": HOST, "build_number": 1, "approximate_connection_time": round(self.life)}
        hello = {"type": "hello", "num_connections": len(self.open), "debug_info": about}
        return {**hello, "connection_info": {"app_id": APP}}

    def _answered(self, message: Json) -> None:
        waiting = self._waiting.get(str(message.get("envelope_id")))
        if waiting and not waiting.done():
            waiting.set_result(message)

    def _forget(self, socket: WebSocket) -> None:
        if socket in self.open:
            self.open.remove(socket)
            self.changes.tell()


def _goodbye(reason: str) -> Json:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": HOST}}


def _kind(body: Json) -> str:
    if body.get("type") == "event_callback":
        return "events_api"
    return "slash_commands" if "command" in body else "interactive"
