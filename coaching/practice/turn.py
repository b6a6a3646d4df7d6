"""One thing that is said in a mock interview."""

from dataclasses import dataclass
from typing import Literal

Said = Literal[
    "question", "probe", "listening", "meaning", "answer", "rate", "sent", "comment", "stop", "end",
    "time",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing said. Answers hold the person's ``text`` and ``message``; the rest names texts.

    ``message`` is what Slack repeats when it repeats a message, ``ts`` what an edit names it by;
    ``field`` is where in a form the text was typed. A comment holds the ``text`` that a language
    model wrote, and in ``field`` the name of the model; ``sent`` is what its writer let go,
    to which model, and in ``ts`` the turn with the feedback on that answer.
    """

    mock: str
    n: int
    said: Said
    question: str = ""
    probe: str = ""
    text: str = ""
    message: str = ""
    ts: str = ""
    field: str = ""
