"""A language model on loopback: it answers what a test wants, and remembers what it was asked."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from starlette.applications import Starlette
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse
from starlette.routing import Route

from bot.http_server import serving

KEY = "sk-very-secret"
PLAIN = "You name the step that you took yourself, which helps. Say first how it ended."
PLAIN_ZH = "你说清楚了自己做的那一步，听的人容易跟上。可以先说结果，再说过程。"


def settings(url):
    """Return what an administrator sets."""
    return {"coach_llm_url": url, "coach_llm_model": "small-1", "coach_llm_key": KEY}


@dataclass
class LanguageModel:
    url: str = ""
    text: object = PLAIN
    status: int = 200
    raw: str = ""
    elsewhere: str = ""
    waits: asyncio.Event | None = None
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    asked: list = field(default_factory=list)
    headers: list = field(default_factory=list)

    async def answer(self, request):
        """Answer as it was told to."""
        self.asked.append(await request.json())
        self.headers.append(dict(request.headers))
        self.reached.set()
        if self.waits:
            await self.waits.wait()
        if self.elsewhere:
            return RedirectResponse(self.elsewhere, 307)
        if self.raw:
            return PlainTextResponse(self.raw, self.status)
        message = {"role": "assistant", "content": self.text}
        choice = {"index": 0, "finish_reason": "stop", "message": message}
        made = {"id": "1", "object": "chat.completion", "created": 1, "model": "small-1"}
        return JSONResponse(made | {"choices": [choice]}, self.status)


@asynccontextmanager
async def language_model():
    """Serve one while the block runs."""
    model = LanguageModel()
    routes = [Route("/v1/chat/completions", model.answer, methods=["POST"])]
    async with serving(Starlette(routes=routes), "127.0.0.1", 0) as port:
        model.url = f"http://127.0.0.1:{port}/v1"
        yield model
        if model.waits:
            model.waits.set()
