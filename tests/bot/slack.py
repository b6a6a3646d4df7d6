"""A Slack that says exactly what a test wants, odd things included."""

import asyncio
import json
from collections import defaultdict
from contextlib import asynccontextmanager

from aiohttp import WSMsgType, web

AUTH = {
    "ok": True,
    "team": "Playground",
    "team_id": "T1",
    "user_id": "U0COACH",
    "bot_id": "B0COACH",
}
SCOPES = "commands,chat:write"


def says(answer, status=200, headers=None):
    """Answer with JSON, or with the text as it is."""
    text = answer if isinstance(answer, str) else json.dumps(answer)
    kind = "text/html" if isinstance(answer, str) else "application/json"

    async def reply(_request):
        return web.Response(text=text, status=status, headers=headers, content_type=kind)

    return reply


def refuses(error, **more):
    return says({"ok": False, "error": error, **more})


async def hangs_up(request):
    request.transport.abort()
    return web.Response()


async def never_answers(_request):
    await asyncio.Event().wait()


class ScriptedSlack:
    def __init__(self):
        self.calls = []
        self.url = ""
        self.sockets = []
        self.heard = asyncio.Queue()
        self.connected = asyncio.Queue()
        self.deaf = False  # a new socket leaves pings unanswered
        self._script = defaultdict(list)
        self.always = {"auth.test": says(AUTH, headers={"x-oauth-scopes": SCOPES})}

    def script(self, method, *replies):
        """Answer the next calls of a method one after another."""
        self._script[method] += replies

    def args(self, method):
        return [args for name, args in self.calls if name == method]

    @asynccontextmanager
    async def serve(self):
        application = web.Application()
        application.router.add_route("*", "/api/{method}", self._handle)
        application.router.add_get("/socket", self._socket)
        runner = web.AppRunner(application, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
        try:
            yield
        finally:
            for socket in self.sockets:
                await socket.close()
            await runner.cleanup()

    async def _handle(self, request):
        method = request.match_info["method"]
        is_json = request.content_type == "application/json"
        args = await request.json() if is_json else {**request.query, **await request.post()}
        self.calls.append((method, args))
        if self._script[method]:
            return await self._script[method].pop(0)(request)
        if method == "apps.connections.open":
            url = self.url.replace("http", "ws").replace("/api/", "/socket")
            return web.json_response({"ok": True, "url": url})
        return await self.always.get(method, says({"ok": True}))(request)

    async def _socket(self, request):
        socket = web.WebSocketResponse(autoping=not self.deaf)
        await socket.prepare(request)
        self.sockets.append(socket)
        self.connected.put_nowait(socket)
        async for message in socket:
            if message.type == WSMsgType.TEXT:
                self.heard.put_nowait(json.loads(message.data))
        return socket
