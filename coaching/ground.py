"""What use cases stand on: a database, the people, the questions, one clock, one deadline."""

from dataclasses import dataclass

from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.people import People
from coaching.ports import Clock, Directory, Wake
from coaching.repositories import Store
from coaching.rules import Rules
from questions.topics import Topics


@dataclass(frozen=True, slots=True)
class Ground:
    """It is the same for all of them. ``live`` are the questions of hiring."""

    store: Store
    people: People
    directory: Directory
    live: Catalogue
    topics: Topics
    now: Clock
    deadline: Deadline
    wake: Wake
    rules: Rules
