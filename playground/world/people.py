"""Who is in the workspace."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from playground.wire import Json
from playground.world.team import HOME, Team


@dataclass(slots=True)
class Member:
    """A person or a bot; tests may change what they like while it runs."""

    id: str
    name: str
    real_name: str
    locale: str = "en-US"
    tz: str = "Europe/London"
    title: str = ""
    color: str = "5b6770"
    guest: bool = False
    bot: bool = False
    deleted: bool = False
    stranger: bool = False
    team: str = HOME.id

    @property
    def initials(self) -> str:
        """Two letters for where a picture would be."""
        words = [word for word in self.real_name.split() if word[0].isascii()]
        return "".join(word[0] for word in (words[0], words[-1])).upper()

    def card(self) -> Json:
        """Describe the person for the page."""
        return {
            "id": self.id,
            "name": self.name,
            "real_name": self.real_name,
            "locale": self.locale,
            "tz": self.tz,
            "title": self.title,
            "initials": self.initials,
            "color": f"#{self.color}",
            "guest": self.guest,
            "stranger": self.stranger,
        }

    def user(self, now: datetime, *, locale: bool) -> Json:
        """Describe the person as `users.info` does; the locale is told only on request."""
        offset = now.astimezone(ZoneInfo(self.tz)).utcoffset()
        named = {"real_name": self.real_name, "display_name": self.real_name.split()[0]}
        user = {
            "id": self.id,
            "team_id": self.team,
            "name": self.name,
            "real_name": self.real_name,
            "deleted": self.deleted,
            "color": self.color,
            "tz": self.tz,
            "tz_label": self.tz,
            "tz_offset": int(offset.total_seconds()) if offset else 0,
            "profile": {**named, "title": self.title, "team": self.team},
            "is_admin": False,
            "is_owner": False,
            "is_restricted": self.guest,
            "is_ultra_restricted": False,
            "is_bot": self.bot,
            "is_app_user": False,
            "is_stranger": self.stranger,
            "updated": 0,
        }
        return {**user, "locale": self.locale} if locale else user


def personas(people: dict[str, Member]) -> list[Member]:
    """Return those whom a visitor of the page may be."""
    return [member for member in people.values() if not (member.bot or member.deleted)]


def own(people: dict[str, Member], team: Team) -> list[Member]:
    """Return the people of the workspace itself who can talk to its apps."""
    return [m for m in personas(people) if m.team == team.id and not m.stranger]
