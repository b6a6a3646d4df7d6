"""Who is in the workspace."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from playground.wire import Json

TEAM = "T0PLAY"
TEAM_NAME = "Playground"
DOMAIN = "playground"
BOT_USER = "U0COACH"
BOT_ID = "B0COACH"
APP = "A0COACH"
BOT_NAME = "Interview Coach"


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
    team: str = TEAM

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


def seeded() -> dict[str, Member]:
    """Return the playground's people and its bot."""
    london, hiring = "Europe/London", "Interviewer"
    everybody = (
        Member("U0DANA", "dana", "Dana Reyes", "en-US", london, "Hiring manager", "9b5de5"),
        Member("U0ALICE", "alice", "Alice Okafor", "en-US", london, hiring, "d1495b"),
        Member("U0BOB", "bob", "Bob Lindqvist", "en-GB", "America/New_York", hiring, "2e86ab"),
        Member("U0MEI", "mei", "Mei Lin 林美", "zh-CN", "Asia/Shanghai", hiring, "e07a1f"),
        Member("U0CHEN", "chen", "Chen Wu", "en-US", "Asia/Singapore", "Practises", "3a7d44"),
        Member("U0CHARLIE", "charlie", "Charlie Brandt", "en-US", "Europe/Berlin", "", "6b705c"),
        Member("U0GUS", "gus", "Gus Guest", "en-US", london, "Guest", "8d6b94", guest=True),
        Member(BOT_USER, "coach", BOT_NAME, "en-US", "UTC", "App", "1d3557", bot=True),
    )
    return {member.id: member for member in everybody}


def personas(people: dict[str, Member]) -> list[Member]:
    """Return those whom a visitor of the page may be."""
    return [m for m in people.values() if not (m.bot or m.guest or m.deleted or m.stranger)]
