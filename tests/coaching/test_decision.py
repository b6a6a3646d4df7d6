"""When a decision departs from the profile, worked out by hand; and what is the same twice."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import shelves
from coaching.debrief.decision import VERDICTS, Decision
from coaching.debrief.departing import asked, departure, told
from tests.coaching.panels import NONE, lines_of
from tests.examples import NOW

# The verdict, the marks by competency and rater, the required ones; what it departs from.
CASES = [
    ("hire", {"hard": (3, 3), "soft": (4, 4)}, "hard", None),
    ("hire", {"hard": (2, 3), "soft": (5, 5), "more": (5, 5)}, "hard", ("required", ["hard"])),
    ("hire", {"hard": (2, 2), "soft": (5, 5), "more": (5, 5)}, "soft", None),
    ("hire", {"hard": (3, 3, (3, 3, 2)), "soft": (5,)}, "hard", ("required", ["hard"])),
    ("hire", {"a": (2,), "b": (4,)}, "", None),  # half is not more than half
    ("hire", {"a": (2,), "b": (4,), "c": (1,)}, "", ("most", ["c", "a"])),
    ("hire", {"a": (2,), "b": (4,), "c": (NONE,)}, "", None),  # of those assessed
    ("hire", {"a": (2,), "b": (4,), "c": (1,)}, "a", ("required", ["a"])),  # said first
    ("hire", {"a": (2,), "b": (1,)}, "a b", ("required", ["b", "a"])),
    ("hire", {"a": (NONE,), "b": (4,)}, "a", None),  # a gap is no low score
    ("hire", {"a": (NONE,)}, "a", None),
    ("hire", {}, "", None),
    ("no_hire", {"a": (3,), "b": (4,)}, "a", ("reached", ["a", "b"])),
    ("no_hire", {"a": (3, 3), "b": (2, 3)}, "", None),
    ("no_hire", {"a": (3,), "b": (NONE,)}, "", ("reached", ["a"])),
    ("no_hire", {"a": (NONE,)}, "", None),
    ("no_hire", {}, "", None),
    ("hold", {"a": (1,), "b": (1,)}, "a", None),
    ("hold", {"a": (5,)}, "", None),
]


@pytest.mark.parametrize(("verdict", "panel", "required", "expected"), CASES)
def test_a_decision_departs_from_the_profile_or_it_does_not(verdict, panel, required, expected):
    found = departure(verdict, lines_of(**panel), required.split())
    named = found and (found.why, [line.competency for line in found.lines])
    assert named == expected


def test_a_mean_that_is_a_bar_on_paper_is_not_below_it():
    thirds = lines_of(7 / 3, a=((2, 2, 3), (3, 2, 2)))
    assert departure("hire", thirds, ["a"]) is None
    assert departure("no_hire", thirds, ["a"]).why == "reached"


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.lists(st.integers(1, 5), min_size=1, max_size=3)),
    st.sets(st.sampled_from("abcdef")),
)
def test_no_profile_lets_both_hire_and_no_hire_depart_and_hold_never_does(panel, required):
    lines = lines_of(**panel)
    found = {verdict: departure(verdict, lines, required) for verdict in VERDICTS}
    assert found["hold"] is None
    assert not (found["hire"] and found["no_hire"])


def test_it_is_said_in_plain_words_and_numbers_without_a_verdict():
    model = shelves.read().live.models[0]
    hard, soft, more = [each.id for each in model.competencies][:3]

    def said(verdict, required, **panel):
        found = departure(verdict, lines_of(**panel), required)
        return [
            phrase.text.format(**{k: getattr(v, "en", v) for k, v in phrase.values.items()})
            for phrase in (told(found, model), asked(found, model))
        ]

    name = model.competency(hard).name.en
    low = f"The profile has {name} at 2.5, below the bar of 3."
    assert said("hire", [hard], **{hard: (2, 3), soft: (5, 5)}) == [
        low,
        f"{low} Say in a sentence why you decide to hire.",
    ]
    most = "The profile has 2 of 3 assessed competencies below their bar."
    assert said("hire", [], **{hard: (2,), soft: (1,), more: (4,)})[0] == most
    all_ = "The profile has every competency that was assessed at its bar or above."
    assert said("no_hire", [], **{hard: (4,)}) == [
        all_,
        f"{all_} Say in a sentence why you decide not to hire.",
    ]


FIRST = Decision("c1", 1, "hire", ("a", "b"), "No.", ("U1",), "", "", "U9", NOW)


def test_what_was_sent_twice_is_known_by_what_it_says_not_by_its_order_or_time():
    again = replace(FIRST, competencies=("b", "a"), at=NOW.replace(year=2027))
    assert FIRST.is_again(again)
    assert not FIRST.is_again(replace(FIRST, n=2))
    assert not FIRST.is_again(replace(FIRST, actor="U1"))
    assert FIRST.says_the_same(replace(FIRST, n=2, actor="U1", reason="Other."))
    for other in ({"verdict": "hold"}, {"dissent": ""}, {"dissenters": ()}, {"departure": "x"}):
        assert not FIRST.says_the_same(replace(FIRST, **other))
