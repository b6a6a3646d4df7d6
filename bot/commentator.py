"""A language model, as practice sees it: any endpoint that speaks the protocol of OpenAI."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.settings import Settings

if TYPE_CHECKING:
    from openai import AsyncOpenAI

GIVING_UP = 8.0  # seconds; the caller has a deadline of its own
LIBRARIES = ("openai", "httpx2", "httpcore2")  # at INFO they tell of each request


@dataclass(frozen=True, slots=True)
class Model:
    """Asks it once: no retries, no redirects.

    Nothing is logged, of a failure neither: when somebody practises is nobody's business. Whether
    the model answers, `check` asks.
    """

    client: "AsyncOpenAI"
    model: str
    host: str

    async def write(self, told: str, material: str) -> str | None:
        """Return the text of its answer, or None."""
        written, _fault = await self.ask(told, material)
        return written

    async def ask(self, told: str, material: str) -> tuple[str | None, str]:
        """Return the text of its answer, and the kind of what went wrong instead."""
        try:
            reply = await self.client.chat.completions.create(
                model=self.model,
                messages=[
                    {"role": "system", "content": told},
                    {"role": "user", "content": material},
                ],
            )
            written = reply.choices[0].message.content
        except Exception as error:  # noqa: BLE001  (whatever it sends back is only its own paragraph)
            return None, type(error).__name__
        return (written, "") if isinstance(written, str) else (None, "no text")


@asynccontextmanager
async def commentator(settings: Settings) -> AsyncIterator[Model | None]:
    """Give the model that is set, or None; its library is imported only where there is one."""
    if settings.coach_llm_key is None:
        yield None
        return
    from openai import AsyncOpenAI, DefaultAsyncHttpxClient  # noqa: PLC0415  (half a second)

    from bot.bounded import bound  # noqa: PLC0415  (the same)

    for name in LIBRARIES:
        logging.getLogger(name).setLevel(logging.WARNING)
    async with AsyncOpenAI(
        base_url=settings.coach_llm_url,
        api_key=settings.coach_llm_key.get_secret_value(),
        max_retries=0,
        timeout=GIVING_UP,
        # Sent as it is: a few packed bytes can be very many.
        default_headers={"Accept-Encoding": "identity"},
        http_client=DefaultAsyncHttpxClient(
            follow_redirects=False, event_hooks={"response": [bound]}
        ),
    ) as client:
        yield Model(client, settings.coach_llm_model, urlsplit(settings.coach_llm_url).netloc)
