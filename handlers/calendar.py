"""An interview as it stands in a calendar: the iCalendar file that comes with an invitation.

METHOD is PUBLISH: the entry is the person's own. REQUEST and CANCEL want an organiser who answers
to mail (RFC 5546, 3.2.2 and 3.2.5), and their *Decline* would tell nobody here anything. So a
cancellation is one more PUBLISH of the same UID, which reads as cancelled even where a program
only takes over the new text. Times are in UTC, the one form without a definition of a zone that
may be wrong or grow old: every calendar shows them in its owner's zone, wherever they are by then.
A calendar is one more database that nobody here controls, and colleagues look into it: no
candidate, CLASS is PRIVATE.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from unicodedata import category

from icalendar import Alarm, Calendar, Event

from coaching.job import Job
from coaching.loop import Interview
from handlers.texts import Texts

NAME = "interview.ics"
PRODUCT = "-//Interview Coach//Interviews//EN"
DOMAIN = "interview-coach"  # completes the UID, as RFC 5545, 3.8.4.7 recommends
BEFORE = timedelta(minutes=15)  # when the calendar reminds
COMMAND = "/interview kit"


@dataclass(frozen=True, slots=True)
class Change:
    """Which state of an interview a file carries: ``revision`` rises from 0 with each, at ``at``.

    A calendar that knows a higher revision keeps it (RFC 5545, SEQUENCE).
    """

    at: datetime
    revision: int = 0
    cancelled: bool = False


def entry(interview: Interview, job: Job, change: Change, texts: Texts) -> bytes:
    """Return the file in a person's language; ValueError for a negative revision."""
    if change.revision < 0:
        message = f"a revision is 0 or more, not {change.revision}"
        raise ValueError(message)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_event(interview, _line(job.title), change, texts))
    content: bytes = calendar.to_ical()
    return content


def _event(interview: Interview, job: str, change: Change, texts: Texts) -> Event:
    event = Event()
    event.add("uid", f"{interview.id}@{DOMAIN}")
    event.add("sequence", change.revision)
    event.add("dtstamp", change.at.astimezone(UTC))
    event.add("dtstart", interview.start.astimezone(UTC))
    event.add("dtend", interview.end.astimezone(UTC))
    event.add("class", "PRIVATE")
    if change.cancelled:
        event.add("summary", texts("Cancelled: interview for {job}", job=job))
        event.add("description", texts("This interview does not take place."))
        event.add("status", "CANCELLED")
        event.add("transp", "TRANSPARENT")
        return event
    event.add("summary", texts("Interview for {job}", job=job))
    event.add("description", _where(texts))
    event.add("status", "CONFIRMED")
    event.add("transp", "OPAQUE")
    event.add_component(_alarm(texts))
    return event


def _where(texts: Texts) -> str:
    """Say where the rest stands, instead of saying it here."""
    return texts(
        "The candidate and the questions are in Slack: {command} opens the kit.",
        command=COMMAND,
    )


def _alarm(texts: Texts) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -BEFORE)
    alarm.add("description", texts("Your interview starts soon."))
    return alarm


def _line(text: str) -> str:
    """Return what a person typed on one line, without the characters no calendar may hold."""
    return "".join(" " if category(each) in {"Cc", "Zl", "Zp"} else each for each in text)
