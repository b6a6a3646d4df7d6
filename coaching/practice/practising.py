"""All that is done in practice, in one place for who asks for it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.people import People
from coaching.ports import Clock, Wake
from coaching.practice.answer_forms import AnswerForms
from coaching.practice.answering import Answering
from coaching.practice.commenting import Commentator, Commenting
from coaching.practice.peers.meeting import Meeting
from coaching.practice.peers.pairing import Pairing
from coaching.practice.peers.session import PATIENCE
from coaching.practice.record import PracticeRecord
from coaching.practice.repositories import PracticeStore
from coaching.practice.rounds import Practice
from coaching.practice.sending import Sending


@dataclass(frozen=True, slots=True)
class Ground:
    """What practice stands on: ``store`` is its one door to a database, ``mock`` its questions."""

    store: PracticeStore
    people: People
    mock: Catalogue
    now: Clock
    deadline: Deadline
    wake: Wake


@dataclass(frozen=True, slots=True)
class Practising:
    """The use cases of this room."""

    rounds: Practice
    answering: Answering
    forms: AnswerForms
    record: PracticeRecord
    sending: Sending
    commenting: Commenting
    pairing: Pairing
    meeting: Meeting

    @classmethod
    def on(cls, ground: Ground, kept: timedelta, commentator: Commentator | None) -> Self:
        """Build them all; what is said is ``kept`` that long."""
        store, people, mock = ground.store, ground.people, ground.mock
        now, deadline, wake = ground.now, ground.deadline, ground.wake
        return cls(
            rounds=Practice(store, people, mock, now, deadline, wake, kept, commentator),
            answering=Answering(store, people, mock, now, deadline, wake),
            forms=AnswerForms(store, people, mock, now, deadline, wake),
            record=PracticeRecord(store, people, mock, now, deadline, kept, wake),
            sending=Sending(store, people, now, deadline, wake, commentator),
            commenting=Commenting(store, mock, now, wake, commentator),
            pairing=Pairing(store, people, mock, now, deadline, wake, min(PATIENCE, kept)),
            meeting=Meeting(store, people, mock, now, deadline, wake),
        )
