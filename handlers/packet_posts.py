"""The messages that bring a packet: one that says what comes, then its files in the thread."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from coaching.coach import Coach
from coaching.debrief.handing_over import PACKET
from coaching.debrief.packet import Packet
from coaching.post import Post
from handlers.packet_files import ENDINGS, file
from handlers.readers import Readers
from handlers.rendered import Attachment, Rendered, Renderer
from handlers.texts import Texts
from handlers.views import handing_over, kit

PAGES = 1 + len(ENDINGS)  # the words, and a file each


@dataclass(frozen=True, slots=True)
class PacketPosts:
    """Renders them; None for whoever may not have the packet any more, at each page anew."""

    coach: Coach
    readers: Readers

    @property
    def kinds(self) -> Mapping[str, Renderer]:
        """What renders which kind."""
        return {PACKET: self._packet}

    async def _packet(self, team: str, post: Post) -> Rendered | None:
        found = await self.coach.debriefs.handing_over.packet(team, post.subject)
        if found is None:
            return None
        person, packet = found
        texts = await self.readers.texts(person)
        if post.page:
            return await _file(packet, post.page - 1, texts)
        return Rendered(
            texts("A packet you asked for is here."),
            handing_over.message(packet, texts),
            pages=PAGES,
            hiring=True,
            hidden_from=packet.loop.candidate.account,
        )


async def _file(packet: Packet, n: int, texts: Texts) -> Rendered:
    """Return the ``n``-th file, counted from 0; it is long, so it is written aside."""
    made = await asyncio.to_thread(file, n, packet, texts)
    return Rendered(
        made.title,
        [kit.section(made.title)],
        pages=PAGES,
        hiring=True,
        hidden_from=packet.loop.candidate.account,
        attachment=Attachment(made.name, made.title, made.content),
    )
