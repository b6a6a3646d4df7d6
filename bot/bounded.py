"""An answer from outside is read up to a size: what is longer is no answer.

Imported only where there is a language model: its library takes half a second.
"""

from collections.abc import AsyncIterator

from httpx2 import AsyncByteStream, Response

LARGEST = 100_000  # bytes; a paragraph with all that comes around it has a few thousand


class TooLargeError(Exception):
    """There is more than anybody would read."""


class Bounded(AsyncByteStream):
    """A body that breaks off where it gets too large."""

    def __init__(self, body: AsyncByteStream) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield what comes. Raises TooLargeError."""
        size = 0
        async for piece in self._body:
            size += len(piece)
            if size > LARGEST:
                raise TooLargeError
            yield piece

    async def aclose(self) -> None:
        """Leave the rest where it is."""
        await self._body.aclose()


async def bound(response: Response) -> None:
    """Put the bound on an answer before anything of it is read."""
    if isinstance(response.stream, AsyncByteStream):
        response.stream = Bounded(response.stream)
