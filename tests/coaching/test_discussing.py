"""What to talk about first, and who speaks when."""

from hypothesis import given
from hypothesis import strategies as st

from coaching.debrief.discussing import TOPICS, speaking, topics
from coaching.profile import profile
from coaching.scorecard import Item, Rating, Scorecard

NONE = "not_assessed"


def lines_of(bar=3.0, /, **panel):
    """Return the profile of each competency's marks, one a rater: ``None`` was not asked it."""
    many = max(len(marks) for marks in panel.values())
    return profile([card_of(who, panel) for who in range(many)], dict.fromkeys(panel, bar))


def card_of(who, panel):
    marks = {name: given_[who] for name, given_ in panel.items() if who < len(given_)}
    ratings = [Rating(Item(each, each, "r"), mark) for each, mark in marks.items() if mark]
    return Scorecard(f"i{who}", f"U{who}", ratings)


def named(lines, required=()):
    return [(topic.line.competency, topic.why) for topic in topics(lines, required)]


def test_the_largest_disagreement_comes_first_then_required_below_the_bar_then_gaps():
    lines = lines_of(agreed=(4, 4), lone=(4,), low=(2, 2), wide=(1, 5), apart=(3, 5))
    assert named(lines, ["low"]) == [("wide", "disputed"), ("apart", "disputed"), ("low", "below")]
    lines = lines_of(agreed=(4, 4), lone=(4,), low=(2, 2), none=(NONE, NONE), wide=(1, 5))
    assert named(lines, ["low"]) == [("wide", "disputed"), ("low", "below"), ("none", "unassessed")]
    assert named(lines) == [("wide", "disputed"), ("none", "unassessed"), ("lone", "alone")]


def test_of_required_ones_the_furthest_below_comes_first_and_one_at_the_bar_is_none():
    lines = lines_of(met=(3, 3), near=(2, 2), far=(1, 1))
    assert named(lines, ["met", "near", "far"]) == [("far", "below"), ("near", "below")]


def test_required_gaps_come_before_others_and_ties_keep_the_order_of_the_model():
    lines = lines_of(a=(4,), b=(4,), c=(5,), d=(3,))
    assert named(lines, ["c"]) == [("c", "alone"), ("a", "alone"), ("b", "alone")]


def test_a_required_one_that_rests_on_one_rater_below_the_bar_is_said_to_be_below():
    assert named(lines_of(a=(2,)), ["a"]) == [("a", "below")]


def test_a_panel_that_agrees_has_nothing_to_talk_about_first():
    assert named(lines_of(a=(4, 4), b=(3, 4)), ["a", "b"]) == []


def test_each_topic_says_its_reason_in_numbers():
    lines = lines_of(wide=(1, 5, 4), none=(NONE,), low=(2, 2))
    said = [topic.reason.text.format(**topic.reason.values) for topic in topics(lines, ["low"])]
    assert said == [
        "The ratings are 4 points apart, from 1 to 5.",
        "No other competency makes up for this one. Its mean is 2, the bar is 3.",
        "Nobody assessed it.",
    ]
    [sides] = topics(lines_of(2.5, both=(2, 3)), ())
    assert sides.reason.values == {"bar": "2.5", "low": "2", "high": "3"}


def test_thirds_that_are_equal_on_paper_are_a_tie():
    first = Rating(Item("q", "b", "r"), 2)
    cards = [
        Scorecard("i0", "U0", [first, *_thirds("a", (4, 4, 5))]),
        Scorecard("i1", "U1", [Rating(Item("q", "b", "r"), 4), *_thirds("a", (1, 3, 3))]),
    ]
    lines = profile(cards, {"a": 3.0, "b": 3.0})
    for order_ in (lines, lines[::-1]):
        found = topics(order_, ())
        assert [topic.line for topic in found] == list(order_)
        assert {topic.reason.values["apart"] for topic in found} == {"2"}


def _thirds(competency, marks):
    return [Rating(Item(f"{competency}{n}", competency, "r"), m) for n, m in enumerate(marks)]


MARKS = st.lists(st.sampled_from([1, 2, 3, 4, 5, NONE, None]), min_size=1, max_size=6)
PANELS = st.dictionaries(st.sampled_from("abcdef"), MARKS, min_size=1)
LETTERS = st.sets(st.sampled_from("abcdef"))


@given(PANELS, LETTERS, st.randoms(use_true_random=False))
def test_the_topics_are_few_distinct_and_the_same_for_any_order_of_cards(panel, required, random):
    many = max(len(marks) for marks in panel.values())
    cards = [card_of(who, panel) for who in range(many)]
    found = named(profile(cards, dict.fromkeys(panel, 3.0)), required)
    random.shuffle(cards)
    assert named(profile(cards, dict.fromkeys(panel, 3.0)), required) == found
    assert len(found) == len(dict(found)) <= TOPICS


def order(found):
    return [(each.opening, each.then, each.last) for each in found]


def test_the_lowest_and_the_highest_open_and_the_manager_speaks_last():
    lines = lines_of(a=(3, 1, 5, 4))
    found = speaking(lines, ["U0", "U1", "U2", "U3"], "UM")
    assert order(found) == [(["U1", "U2"], ["U0", "U3"], "UM")]


def test_a_manager_who_rated_lowest_still_speaks_last():
    lines = lines_of(a=(3, 1, 5))
    assert order(speaking(lines, ["U0", "U1", "U2"], "U1")) == [(["U0", "U2"], [], "U1")]
    assert order(speaking(lines_of(a=(1, 5)), ["U0", "U1"], "U1")) == [(["U0"], [], "U1")]


def test_who_rated_alike_take_turns_in_opening():
    lines = lines_of(a=(1, 1, 5, 5), b=(1, 1, 5, 5))
    found = speaking(lines, ["U0", "U1", "U2", "U3"], "UM")
    assert [each.opening for each in found] == [["U0", "U2"], ["U1", "U3"]]


def test_only_disputed_competencies_and_only_their_raters_are_spoken_about():
    lines = lines_of(agreed=(4, 4, 4), apart=(1, 4, None, NONE))
    [found] = speaking(lines, ["U0", "U1", "U2", "U3"], "UM")
    assert (found.competency, found.opening, found.then) == ("apart", ["U0", "U1"], [])


@given(PANELS, st.sampled_from(["U0", "U3", "UM"]))
def test_everybody_who_rated_speaks_once(panel, manager):
    lines = lines_of(**panel)
    for found, line in zip(
        speaking(lines, [f"U{n}" for n in range(6)], manager),
        [line for line in lines if line.disputed],
        strict=True,
    ):
        said = [*found.opening, *found.then, found.last]
        assert sorted(said) == sorted({rater.interviewer for rater in line.raters} | {manager})
        assert found.last == manager
