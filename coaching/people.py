"""Who somebody is: what Slack said, kept for a while."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from coaching.deadline import Deadline
from coaching.errors import NotAMemberError, SlackSilentError
from coaching.person import Person, Profile
from coaching.ports import Clock, Directory
from coaching.repositories import UnitOfWork

FRESH = timedelta(minutes=10)  # as long as a change of language or of rights may go unseen


@dataclass(frozen=True, slots=True)
class People:
    """Asks Slack who somebody is, not more often than needed."""

    begin: UnitOfWork
    directory: Directory
    now: Clock
    deadline: Deadline

    async def profile(self, person: Person) -> Profile:
        """Return what is known; NotAMemberError when Slack knows nobody by that id.

        When Slack is silent, what it said before still holds; nothing known is SlackSilentError.
        """
        known = await self.deadline.within(self._known(person))
        if known and self.now() - known[1] < FRESH:
            return known[0]
        try:
            profile = await self.directory.person(person)
        except SlackSilentError:
            if known is None:
                raise
            return known[0]
        if profile is None:
            raise NotAMemberError
        return await self.deadline.within(self._keep(person.team, profile))

    async def member(self, person: Person) -> Profile:
        """Return the profile of a full member, or raise NotAMemberError."""
        profile = await self.profile(person)
        if not profile.member:
            raise NotAMemberError
        return profile

    async def member_or_none(self, person: Person) -> Profile | None:
        """Return the profile of a full member, None for anybody else."""
        try:
            return await self.member(person)
        except NotAMemberError:
            return None

    async def visitor(self, person: Person) -> Profile:
        """Return the profile of a member or a guest, or raise NotAMemberError."""
        profile = await self.profile(person)
        if not profile.visitor:
            raise NotAMemberError
        return profile

    async def _known(self, person: Person) -> tuple[Profile, datetime] | None:
        async with self.begin(person.team) as work:
            return await work.people.of(person.id)

    async def _keep(self, team: str, profile: Profile) -> Profile:
        """Keep what Slack says, and return it with the language that was chosen here."""
        async with self.begin(team) as work:
            await work.people.save(profile, self.now())
            known = await work.people.of(profile.id)
        return known[0] if known else profile
