"""How alike two texts look."""

from hypothesis import example, given
from hypothesis import strategies as st

from questions.trigrams import alike, surely_apart, trigrams

TEXTS = st.text("abc 客户，A", max_size=40)


@given(TEXTS, TEXTS, st.sampled_from([0.3, 0.55]))
@example("abcabc", "abcabc", 0.55)
@example("", "", 0.3)
def test_the_glance_at_a_text_says_what_comparing_it_says(one, other, least):
    runs = trigrams(one)
    exact = alike(runs, trigrams(other)) < least
    assert surely_apart(runs, other, least) is exact
