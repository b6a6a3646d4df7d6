"""Sentences about private matters are counted where they stood, and the rest stays as it was."""

from hypothesis import given
from hypothesis import strategies as st

from coaching.debrief.withholding import Withholding, pieces
from questions.topics import Topics

WITHHOLD = Withholding(Topics.shipped())


def test_a_sentence_is_left_out_and_counted_in_its_place():
    assert WITHHOLD("Drew the flow. She is married. Named who decides.") == [
        *("Drew the flow. ", 1, " Named who decides.")
    ]
    assert WITHHOLD("先复述了顾虑。她38岁，已婚。再给出两种方案。") == [
        *("先复述了顾虑。", 1, "再给出两种方案。")
    ]


def test_sentences_in_a_row_are_counted_together():
    assert WITHHOLD("She is married. She is 38 years old. Drew the flow.") == [2, " Drew the flow."]


def test_a_note_of_nothing_private_stays_whole_and_one_of_nothing_else_is_a_count():
    assert WITHHOLD("Drew the flow.\nTwice.") == ["Drew the flow.\nTwice."]
    assert WITHHOLD("她38岁，已婚。") == [1]
    assert WITHHOLD("") == []


def test_of_what_was_looked_at_no_word_is_kept():
    known = {}
    withhold = Withholding(Topics.shipped(), known)
    first = withhold("She is married. Drew it.")
    assert withhold("She is married. Drew it.") == first
    assert list(known.values()) == [[(0, 15)]]
    assert "married" not in str(known)


@given(st.text("ab .。\n", max_size=60), st.lists(st.integers(0, 60), max_size=8))
def test_everything_outside_the_sentences_comes_back_sign_by_sign(note, places):
    edges = sorted({min(each, len(note)) for each in places})
    spans = [span for span in zip(edges[::2], edges[1::2], strict=False) if span[0] < span[1]]
    kept, at = [], 0
    for start, end in spans:
        kept.append(note[at:start])
        at = end
    found = pieces(note, spans)
    told = "".join(each for each in found if isinstance(each, str))
    assert "".join("".join([*kept, note[at:]]).split()) == "".join(told.split())
    assert sum(each for each in found if isinstance(each, int)) == len(spans)
