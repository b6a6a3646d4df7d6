"""What a person's own ratings say: what to work on next, and how it went."""

from datetime import timedelta

from coaching.practice.parts import FoundPart
from coaching.practice.self_rating import SelfRating, focus, lines
from tests.examples import NOW


def rated(question, points, competency="sys", days=0):
    return SelfRating("m1", question, competency, points, NOW + timedelta(days=days))


def test_the_focus_is_the_lowest_and_of_several_the_first():
    assert focus([rated("a", 4), rated("b", 2), rated("c", 2)]).question == "b"
    assert focus([]) is None
    assert focus([rated("a", 5)]) is None


def test_each_competency_has_a_course_and_the_newest_comes_first():
    found = lines(
        [
            rated("c", 3, "com", days=5),
            rated("b", 4, days=1),
            rated("a", 2),
            rated("d", 3, "com", days=6),
            rated("e", 3, "own", days=2),
            rated("f", 5, "ibi", days=3),
            rated("g", 4, "ibi", days=4),
        ]
    )
    assert [(line.competency, line.points, line.course) for line in found] == [
        ("com", (3, 3), "same"),
        ("ibi", (5, 4), "lower"),
        ("own", (3,), "once"),
        ("sys", (2, 4), "higher"),
    ]


def found(question, part, *, there, days=0):
    return FoundPart("m1", question, "sys", part, there, NOW + timedelta(days=days))


def test_parts_are_counted_over_the_answers_that_were_asked_for_them():
    [line] = lines(
        [rated("a", 2)],
        [
            found("a", "action", there=True),
            found("a", "result", there=False),
            found("b", "action", there=True, days=20),
            found("c", "reflection", there=True, days=21),
        ],
    )
    assert [(each.part, each.found, each.of) for each in line.parts] == [
        ("action", 2, 2),
        ("result", 0, 1),
        ("reflection", 1, 1),
    ]
    assert (line.course, line.weeks) == ("once", 4)
    [unrated] = lines([], [found("a", "action", there=True)])
    assert (unrated.course, unrated.weeks) == ("none", 1)
