"""What the guide hands to the scorecard."""

from hypothesis import given

from coaching.guide.gathering import Gathered, gathered, handed, loose, micros, opened
from coaching.guide.step import Step
from coaching.guide.stops import OPENING
from coaching.guide.walking import walk
from coaching.scorecard import EVIDENCE, Draft, Item, Rating, Reason, Scorecard
from coaching.typed import length
from tests.coaching.walks import STOPS, at, begun, steps, walks


def noted(*texts):
    lines = [(5, "note", "q1", text) for text in texts]
    return gathered(begun(*lines))["q1"]


def test_a_card_opens_with_notes_in_the_order_they_were_written_and_with_ratings():
    lines = [
        Step("b", at(6), "note", None, "named two users\nand their words"),
        Step("a", at(5), "note", None, "她画了流程图"),
        Step("c", at(7), "rate", "q1", "4"),
        Step("d", at(8), "rate", "com", "not_assessed"),
    ]
    found = gathered(walk(STOPS, [*steps((0, "start"), (4, "next", OPENING)), *lines]))
    assert found == {
        "q1": Gathered(4, "她画了流程图\nnamed two users\nand their words"),
        "q2": Gathered(),
        "com": Gathered("not_assessed"),
        "q3": Gathered(),
    }


def test_notes_fill_the_field_to_its_last_unit():
    assert noted("👍" * 1000, "x" * (EVIDENCE - 2001)).left_out == ()
    over = noted("👍" * 1000, "x" * (EVIDENCE - 2000))
    assert (over.evidence, len(over.left_out)) == ("👍" * 1000, 1)


def test_a_note_that_does_not_fit_is_left_out_whole_and_counted():
    found = noted("first", "x" * 3000, "last")
    assert found.evidence == "first\nlast"
    assert [note.text for note in found.left_out] == ["x" * 3000]


def test_notes_on_scripts_and_on_questions_that_are_gone_are_kept_apart():
    told = begun((1, "note", None, "came late"), (5, "note", "gone", "x"), (6, "note", None, "y"))
    assert [(note.item, note.text) for note in loose(told)] == [
        (OPENING, "came late"),
        ("gone", "x"),
    ]
    assert gathered(told)["q1"].evidence == "y"


@given(walks())
def test_every_note_is_in_one_place_and_whole(taken):
    guide = walk(STOPS, taken)
    found = gathered(guide)
    for key, given_ in found.items():
        assert length(given_.evidence) <= EVIDENCE
        mine = [note for note in guide.notes() if note.item == key]
        kept = [note.text for note in mine if note not in given_.left_out]
        assert given_.evidence == "\n".join(kept)
    placed = [n.ts for n in loose(guide)]
    placed += [n.ts for n in guide.notes() if n.item in found]
    assert sorted(placed) == sorted(note.ts for note in guide.notes())


def card(*ratings):
    return Scorecard("i1", "u1", ratings)


def item(key):
    return Item(key, "com", f"{key}@1#f")


def opened_with(rating, *told):
    [found] = opened(card(rating), begun(*told)).ratings
    return found.mark, found.evidence


def test_an_empty_card_opens_with_the_notes_and_the_rating():
    told = [(5, "note", "q1", "one"), (6, "note", "q1", "two"), (7, "rate", "q1", "4")]
    assert opened_with(Rating(item("q1")), *told) == (4, "one\ntwo")
    assert opened_with(Rating(item("q2")), *told) == (None, "")


def test_what_was_written_on_the_card_later_stands():
    told = [(5, "note", "q1", "one"), (7, "rate", "q1", "4")]
    later = micros(at(8))
    assert opened_with(Rating(item("q1"), 2, "mine", later, later), *told) == (2, "mine")
    emptied = Rating(item("q1"), None, "", 0, later)
    assert opened_with(emptied, *told) == (4, "")


def test_what_was_noted_after_the_card_was_written_comes_below_it():
    told = [(5, "note", "q1", "one"), (9, "note", "q1", "two"), (9, "rate", "q1", "5")]
    between = micros(at(8))
    assert opened_with(Rating(item("q1"), 2, "mine", between, between), *told) == (5, "mine\ntwo")


def test_a_full_field_takes_no_more():
    between = micros(at(8))
    full = Rating(item("q1"), None, "x" * EVIDENCE, 0, between)
    assert opened_with(full, (9, "note", "q1", "y")) == (None, "x" * EVIDENCE)


def test_what_there_was_no_time_for_is_not_assessed_for_that_reason():
    told = [(5, "skip", "q1", "no_time"), (6, "skip", "q2", "covered")]
    first, second = opened(card(Rating(item("q1")), Rating(item("q2"))), begun(*told)).ratings
    assert (first.mark, first.reason) == ("not_assessed", Reason.NO_TIME)
    assert (second.mark, second.reason) == (None, None)
    rated = Rating(item("q1"), 4, "", micros(at(7)))
    assert opened(card(rated), begun(*told)).ratings[0].mark == 4


def test_only_what_came_from_the_guide_is_handed_over():
    before = card(Rating(item("q1"), 2, "mine", micros(at(8)), micros(at(8))), Rating(item("q2")))
    guide = begun((5, "rate", "q1", "5"), (9, "note", "q1", "two"), (9, "rate", "q2", "3"))
    assert handed(before, opened(before, guide)) == [
        Draft(micros(at(9)), evidence={"q1": "mine\ntwo"}),
        Draft(micros(at(9)), {"q2": 3}),
    ]
