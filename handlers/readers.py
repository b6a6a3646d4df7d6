"""Who reads, and in which language."""

from dataclasses import dataclass, field

from slack_bolt.async_app import AsyncBoltContext

from coaching.errors import CoachingError, NotAMemberError
from coaching.people import People
from coaching.person import Person, Profile
from handlers.texts import Languages, Texts, spoken
from questions.wording import Locale

REMEMBERED = 10_000  # people whose language we still know when nobody answers


def who(context: AsyncBoltContext) -> Person:
    """Return the person behind a request."""
    return Person(context.team_id or "", context.user_id or "")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody of the workspace, and the words for them."""

    person: Person
    profile: Profile
    texts: Texts


@dataclass(frozen=True, slots=True)
class Readers:
    """Knows who reads. ``locale`` and ``zone`` are for those of whom Slack says neither."""

    people: People
    languages: Languages
    locale: Locale = "en"
    zone: str = "UTC"
    _last: dict[Person, Texts] = field(default_factory=dict)

    async def of(self, context: AsyncBoltContext) -> Reader:
        """Return the full member who sent a request, or raise NotAMemberError."""
        reader = await self.visitor(context)
        if not reader.profile.member:
            raise NotAMemberError
        return reader

    async def visitor(self, context: AsyncBoltContext) -> Reader:
        """Return who sent a request, a guest too: they may practise. Else NotAMemberError."""
        return await self.known(who(context))

    async def known(self, person: Person) -> Reader:
        """Return a member or a guest who has sent nothing just now; else NotAMemberError."""
        texts, profile = await self._known(person)
        if not profile.visitor:
            raise NotAMemberError
        return Reader(person, profile, texts)

    async def texts(self, person: Person) -> Texts:
        """Return a person's words; when nobody says which, those of last time, or the default."""
        try:
            return (await self._known(person))[0]
        except CoachingError:
            return self._last.get(person) or self.languages.of(self.locale, self.zone)

    def channel(self, language: Locale, zone: str = "UTC") -> Texts:
        """Return the words of a channel, and the zone of the job it reads about.

        Slack shows each reader times in their own zone; where it cannot, the job's stands.
        """
        return self.languages.of(language, zone)

    async def _known(self, person: Person) -> tuple[Texts, Profile]:
        profile = await self.people.profile(person)
        locale = spoken(profile.locale) if profile.locale else self.locale
        texts = self.languages.of(locale, profile.zone or self.zone)
        if len(self._last) >= REMEMBERED:
            self._last.clear()
        self._last[person] = texts
        return texts, profile
