"""Files that apps and people bring, from the ticket for an upload to the last look at them."""

import mimetypes
import secrets
from dataclasses import dataclass, field
from itertools import count

from playground.wire import Clock, Json
from playground.world.places import Place
from playground.world.team import Team

LARGEST = 50 * 2**20  # bytes; Slack takes a gigabyte, but this one keeps files in memory
SHOWN = {"image/png", "image/jpeg", "image/gif", "image/webp"}  # pictures a browser may draw
ANYTHING = "application/octet-stream"
SHARES = {"public": "public", "private": "private", "im": "private"}
LISTS = {"public": "channels", "private": "groups", "im": "ims"}


@dataclass(slots=True)
class File:
    """One file: whose it is, what is in it once it has come, and where it was shared."""

    id: str
    team: Team
    user: str
    name: str
    size: int
    created: int
    address: str  # of the playground
    title: str = ""
    alt: str = ""
    data: bytes | None = None
    done: bool = False  # the upload was completed
    lent: bool = False  # a person put it into a form of the app
    deleted: bool = False
    shared: list[tuple[Place, str]] = field(default_factory=list)

    @property
    def mimetype(self) -> str:
        """What the name says that it is."""
        return mimetypes.guess_type(self.name)[0] or ANYTHING

    @property
    def kind(self) -> str:
        """Slack's word for the type, most often the ending of the name."""
        _, dot, ending = self.name.rpartition(".")
        return ending.lower() if dot else "binary"

    def seen_by_app(self) -> bool:
        """Tell whether the bot may have it: its own, what was lent, or shared where it is."""
        own = self.user == self.team.bot_user
        return own or self.lent or any(place.has_bot for place, _ in self.shared)

    def wire(self) -> Json:
        """Describe the file as Slack does."""
        url = f"{self.address}files/{self.id}"
        about: Json = {"id": self.id, "created": self.created, "timestamp": self.created}
        about |= {"name": self.name, "title": self.title or self.name, "mimetype": self.mimetype}
        about |= {"filetype": self.kind, "pretty_type": self.kind.upper(), "size": self.size}
        about |= {"user": self.user, "user_team": self.team.id, "editable": False}
        about |= {"mode": "hosted", "is_external": False, "external_type": "", "username": ""}
        about |= {"is_public": any(place.kind == "public" for place, _ in self.shared)}
        about |= {"public_url_shared": False, "display_as_bot": False, "is_starred": False}
        about |= {"url_private": url, "url_private_download": f"{url}?download=1"}
        about |= {"permalink": url, "file_access": "visible", "comments_count": 0}
        if self.alt:
            about["alt_txt"] = self.alt
        return {**about, "has_rich_preview": False, **self._shares()}

    def page(self, person: str) -> Json:
        """Describe the file as the page draws it for somebody."""
        about = {"id": self.id, "name": self.name, "title": self.title or self.name}
        about |= {"mimetype": self.mimetype, "url": f"/files/{self.id}?as={person}"}
        return {**about, "size": self.size, "alt": self.alt}

    def _shares(self) -> Json:
        found: Json = {"shares": {}, "channels": [], "groups": [], "ims": []}
        for place, ts in self.shared:
            found["shares"].setdefault(SHARES[place.kind], {}).setdefault(place.id, []).append(
                {"ts": ts, "channel_name": place.name, "team_id": self.team.id}
            )
            if place.id not in found[LISTS[place.kind]]:
                found[LISTS[place.kind]].append(place.id)
        return found


class Files:
    """All files of a workspace, and the addresses that uploads are waited for at."""

    def __init__(self, now: Clock, team: Team) -> None:
        self._now = now
        self._team = team
        self._files: dict[str, File] = {}
        self._tickets: dict[str, File] = {}
        self._numbers = count(1)

    def new(self, name: str, size: int, user: str, address: str) -> File:
        """Begin a file that has nothing in it yet."""
        identity = f"F{self._team.id[1:]}{next(self._numbers):06}"
        created = int(self._now().timestamp())
        file = File(identity, self._team, user, name, size, created, address)
        self._files[file.id] = file
        return file

    def brought(self, name: str, data: bytes, user: str, address: str) -> File:
        """Keep a file that a person has chosen on their own machine."""
        file = self.new(name, len(data), user, address)
        file.data, file.done = data, True
        return file

    def ticket(self, file: File) -> str:
        """Return the last part of the address where its content may be sent, once."""
        name = secrets.token_urlsafe(24)
        self._tickets[name] = file
        return name

    def expected(self, ticket: str) -> File | None:
        """Return the file that a ticket is for, if it still is for one."""
        return self._tickets.get(ticket)

    def fill(self, ticket: str, data: bytes) -> None:
        """Take a file's content; its ticket is used up."""
        self._tickets.pop(ticket).data = data

    def get(self, name: str) -> File | None:
        """Return a file, deleted ones included."""
        return self._files.get(name)

    def own(self, person: str, name: object) -> File | None:
        """Return a complete file that somebody brought and did not delete."""
        file = self._files.get(str(name))
        mine = file and file.user == person and file.done and not file.deleted
        return file if mine else None
