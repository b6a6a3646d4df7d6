"""The words of messages of practice, and its picture."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass

from coaching.coach import Coach
from coaching.person import Person
from coaching.post import Post
from coaching.practice.mock import Mock
from coaching.practice.peers.sight import MOCK_PEER, MOCK_PEER_LATE, MOCK_PEER_WAIT
from coaching.practice.record import MOCK_PICTURE
from coaching.practice.turns import MOCK, MOCK_HINT, MOCK_READS
from handlers import mock_peer_forms
from handlers.pictures.mock_progress import picture
from handlers.readers import Readers
from handlers.rendered import Attachment, Rendered, Renderer
from handlers.texts import Texts
from handlers.views import mock, mock_peer, mock_progress

logger = logging.getLogger("handlers.pictures")  # ours would tell that somebody practises

PICTURE = "progress.png"


@dataclass(frozen=True, slots=True)
class PracticePosts:
    """Renders each kind of message of practice; None when there is nothing to say any more."""

    coach: Coach
    readers: Readers

    @property
    def kinds(self) -> Mapping[str, Renderer]:
        """What renders which kind."""
        return {
            MOCK: self._mock,
            MOCK_HINT: self._mock_hint,
            MOCK_READS: self._mock_reads,
            MOCK_PICTURE: self._picture,
            MOCK_PEER: self._peer,
            MOCK_PEER_WAIT: self._peer_wait,
            MOCK_PEER_LATE: self._peer_late,
        }

    async def _mock(self, team: str, post: Post) -> Rendered | None:
        key, _, n = post.subject.partition(":")
        saying = await self.coach.practising.rounds.saying(team, key, int(n))
        if saying is None:
            return None
        texts = self.readers.channel(saying.mock.wish.locale)
        return Rendered(texts("Practice interview"), mock.message(saying, texts))

    async def _mock_hint(self, team: str, post: Post) -> Rendered | None:
        person = Person(team, post.channel)
        if sight := await self.coach.practising.meeting.under_way(person):
            texts = self.readers.channel(sight.session.locale)
            return Rendered(texts("Practice interview"), mock_peer.hint(sight, texts))
        found, texts = await self._where(team, post.channel)
        return Rendered(texts("Practice interview"), mock.hint(found, texts))

    async def _mock_reads(self, team: str, post: Post) -> Rendered | None:
        _, texts = await self._where(team, post.channel)
        return Rendered(texts("Practice interview"), mock.reads(texts))

    async def _picture(self, team: str, post: Post) -> Rendered | None:
        """Draw what the command said already: where no picture comes, its words stand alone."""
        found = await self.coach.practising.record.drawn(Person(team, post.channel))
        texts = await self._texts(team, post.channel)
        if not found.lines:
            return None
        try:
            content = await asyncio.to_thread(picture, found, texts)
        except Exception as error:  # noqa: BLE001  (its trace would tell that somebody practises)
            logger.error("a picture could not be drawn (%s)", type(error).__name__)  # noqa: TRY400
            return None
        text = texts("Your practice")
        file = Attachment(PICTURE, text, content, mock_progress.described(found, texts))
        return Rendered(text, mock_progress.progress(found, texts), attachment=file)

    async def _peer(self, team: str, post: Post) -> Rendered | None:
        key, what, n = mock_peer_forms.subject(post.subject)
        sight = await self.coach.practising.meeting.seen(Person(team, post.channel), key, what, n)
        if sight is None:
            return None
        texts = self.readers.channel(sight.session.locale)
        return Rendered(texts("Practice interview"), mock_peer.message(sight, texts))

    async def _peer_wait(self, team: str, post: Post) -> Rendered | None:
        texts = await self._texts(team, post.channel)
        found = await self.coach.practising.pairing.waits(team, post.channel, post.subject)
        if found is None:
            return None
        return Rendered(texts("Practice interview"), mock_peer.waiting(found, texts))

    async def _peer_late(self, team: str, post: Post) -> Rendered | None:
        texts = await self._texts(team, post.channel)
        return Rendered(texts("Practice interview"), mock_peer.nobody(texts))

    async def _where(self, team: str, person: str) -> tuple[Mock | None, Texts]:
        """Return the mock a person is in, and texts in its language, or in their own without."""
        found = await self.coach.practising.rounds.under_way(team, person)
        if found is None:
            return None, await self._texts(team, person)
        return found, self.readers.channel(found.wish.locale)

    async def _texts(self, team: str, person: str) -> Texts:
        return await self.readers.texts(Person(team, person))
