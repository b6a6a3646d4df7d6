"""An interview's file says the same instant everywhere, and nothing about the candidate."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from handlers.calendar import Change, entry
from handlers.texts import Languages
from tests.examples import ALICE, BOB, CANDIDATE, JOB, NOW

ENGLISH = Languages.read().of("en")
WRITTEN = Change(NOW)


def read(content):
    """Return the one event of a file."""
    [event] = Calendar.from_ical(content).events
    return event


def line(content, name):
    """Return a property as it is written, unfolded."""
    unfolded = content.decode().replace("\r\n ", "").split("\r\n")
    return next(each for each in unfolded if each.startswith(f"{name}:")).partition(":")[2]


@pytest.mark.parametrize(
    ("zone", "local", "minutes"),
    [
        ("UTC", "2026-01-05T09:00", 45),
        ("Asia/Shanghai", "2026-01-05T17:00", 60),
        ("Asia/Kolkata", "2026-01-05T14:30", 30),  # UTC+5:30
        ("Asia/Kathmandu", "2026-01-05T14:45", 30),  # UTC+5:45
        ("America/St_Johns", "2026-03-08T01:45", 60),  # UTC-3:30, the clocks go forward within
        ("America/New_York", "2026-03-08T01:30", 60),  # the same, at 2:00
        ("America/New_York", "2026-11-01T00:30", 120),  # 1:00 to 2:00 comes twice
        ("Australia/Lord_Howe", "2026-04-05T01:15", 60),  # half an hour of it comes twice
        ("Pacific/Kiritimati", "2026-01-01T00:00", 45),  # still last year in UTC
    ],
)
def test_the_file_starts_and_ends_when_the_interview_does(zone, local, minutes):
    start = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    interview = replace(ALICE, start=start, minutes=minutes)
    event = read(entry(interview, JOB, WRITTEN, ENGLISH))
    assert (event.start, event.end) == (start, start + timedelta(minutes=minutes))
    assert event.start.utcoffset() == timedelta(0)


def test_a_start_given_in_a_zone_is_the_same_instant():
    there = replace(ALICE, start=NOW.astimezone(ZoneInfo("Asia/Kolkata")))
    assert entry(there, JOB, WRITTEN, ENGLISH) == entry(ALICE, JOB, WRITTEN, ENGLISH)


def test_it_reminds_a_quarter_of_an_hour_before_and_keeps_the_time_taken(texts):
    content = entry(ALICE, JOB, WRITTEN, texts)
    event = read(content)
    [alarm] = event.alarms.times
    assert alarm.trigger == NOW - timedelta(minutes=15)
    assert (event["transp"], event["status"]) == ("OPAQUE", "CONFIRMED")


def test_a_change_and_a_cancellation_are_the_same_event_and_newer():
    later = NOW + timedelta(hours=1)
    moved = replace(ALICE, start=ALICE.start + timedelta(days=1))
    files = [
        entry(ALICE, JOB, WRITTEN, ENGLISH),
        entry(moved, JOB, Change(later, revision=1), ENGLISH),
        entry(moved, JOB, Change(later, revision=2, cancelled=True), ENGLISH),
    ]
    events = [read(content) for content in files]
    assert len({str(event["uid"]) for event in events}) == 1
    assert [event["sequence"] for event in events] == [0, 1, 2]
    assert [event["dtstamp"].dt for event in events] == [NOW, later, later]
    assert [event["status"] for event in events] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert {line(content, "METHOD") for content in files} == {"PUBLISH"}
    other = read(entry(BOB, JOB, WRITTEN, ENGLISH))
    assert other["uid"] != events[0]["uid"]


def test_what_is_cancelled_takes_no_time_and_reminds_of_nothing(texts):
    event = read(entry(ALICE, JOB, Change(NOW, revision=1, cancelled=True), texts))
    assert event["transp"] == "TRANSPARENT"
    assert event.alarms.times == []
    assert event["summary"] == texts("Cancelled: interview for {job}", job=JOB.title)


def test_a_revision_is_never_negative():
    with pytest.raises(ValueError, match="-1"):
        entry(ALICE, JOB, Change(NOW, revision=-1), ENGLISH)


@pytest.mark.parametrize("cancelled", [False, True])
def test_no_candidate_stands_in_a_calendar_and_colleagues_see_busy_only(texts, cancelled):
    content = entry(ALICE, JOB, Change(NOW, cancelled=cancelled), texts)
    unfolded = content.decode().replace("\r\n ", "")
    for known in (CANDIDATE.name, "Zoë", CANDIDATE.id, *ALICE.competencies, *ALICE.questions):
        assert not re.search(rf"\b{re.escape(known)}\b", unfolded)
    assert line(content, "CLASS") == "PRIVATE"


def test_mei_reads_chinese_in_her_calendar(languages):
    event = read(entry(ALICE, JOB, WRITTEN, languages.of("zh-CN")))
    assert event["summary"] == "面试：Product lead"
    assert "面试题都在 Slack 里" in event["description"]


def test_a_long_chinese_title_is_folded_between_characters():
    job = replace(JOB, title="负责企业客户开户与续费的产品负责人" * 5)
    content = entry(ALICE, job, WRITTEN, ENGLISH)
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75  # bytes, RFC 5545, 3.1
    assert all(each.decode() for each in lines[:-1])
    assert read(content)["summary"].endswith(job.title)


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Growth, B2B; new", r"Growth\, B2B\; new"),
        (r"A\B", r"A\\B"),
        ("One\r\nEND:VEVENT", "One  END:VEVENT"),
        ("One\nATTENDEE:x", "One ATTENDEE:x"),
        ("One\u2028two\x00\x1b", "One two  "),
        ('"quoted": <b>&amp', '"quoted": <b>&amp'),
    ],
)
def test_what_a_person_typed_stays_text(title, written):
    content = entry(ALICE, replace(JOB, title=title), WRITTEN, ENGLISH)
    assert line(content, "SUMMARY") == f"Interview for {written}"
    assert len(Calendar.from_ical(content).events) == 1


@given(title=st.text(max_size=120), revision=st.integers(0, 10**6))
def test_no_title_makes_a_file_that_cannot_be_read(title, revision):
    content = entry(ALICE, replace(JOB, title=title), Change(NOW, revision), ENGLISH)
    calendar = Calendar.from_ical(content)
    [event] = calendar.events
    assert (event["sequence"], len(event.alarms.times)) == (revision, 1)
    assert set(event) == set(read(entry(ALICE, JOB, WRITTEN, ENGLISH)))
    assert calendar.errors == event.errors == []
