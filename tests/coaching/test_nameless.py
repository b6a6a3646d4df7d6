"""What leaves for a language model has no name of its writer and no way to reach anybody."""

from time import perf_counter

import pytest

from coaching.practice.nameless import nameless
from tests.coaching.measuring_names import labelled, spared, taken_out

SAID = [
    ("I am Chen Li and Chen is my name.", "I am … and … is my name."),
    ("I chose chenille, and CHEN did too.", "I chose chenille, and … did too."),
    ("我叫陈力，大家叫我陈力哥。", "我叫…，大家叫我…哥。"),
    ("Write to c.li+x@mill.example today.", "Write to … today."),
    ("Call +44 20 7946 0123 or 020 7946 0123.", "Call … or …."),
    ("我的电话是13812345678，办公室010-62345678。", "我的电话是…，办公室…。"),
    ("@dana and U0CHEN7X in #hiring-team saw it.", "… and … in … saw it."),
    ("It is at https://mill.example/a?b=c, and www.mill.example.", "It is at … and …"),
    ("From 3,000 to 12,500 orders in 2019-2021, 9.5 days.", None),
    ("从 2019 年到 2021 年，三千单变成 12000 单。", None),
    ("大家叫我Chen，我找U0CHEN7X看了https://mill.example/a。", "大家叫我…，我找…看了…。"),
    ("微信：chen_li88，WhatsApp dana_2020。", "…，…。"),
    ("I did it in Q3 with the B2B team, issue #4.", None),
]


@pytest.mark.parametrize(("said", "left"), SAID)
def test_names_and_ways_to_reach_people_are_taken_out_and_figures_stay(said, left):
    assert nameless(said, ["Chen Li", "陈力", "U0CHEN7X"]) == (left or said)


def test_without_a_name_nothing_else_is_touched():
    assert nameless("A plain sentence.", ["", " "]) == "A plain sentence."


STANDS = [
    (
        "Dana asked Lucy Tran. Lucy knew what Dana wanted, and Acme's CFO too.",
        "Name A asked Name B. Name B knew what Name A wanted, and Name C's CFO too.",
    ),
    ("王总让小刘去找王总的助理。", "某甲让某乙去找某甲的助理。"),
    ("我用SAP做了两年，后来tony接手。", "我用某甲做了两年，后来某乙接手。"),
    (
        "Hm… Then @Dana Reyes said no. Reyes never does.",
        "Hm… Then … Name A said no. Name A never does.",
    ),
    ("1. Interviewed users\n- Spoke with Kwesi", "1. Interviewed users\n- Spoke with Name A"),
    ("經理陳志豪讓我給方案。", "經理某甲讓我給方案。"),
]


@pytest.mark.parametrize(("said", "left"), STANDS)
def test_the_same_letter_stands_for_the_same_name(said, left):
    assert nameless(said, []) == left


# What the rules reach. `held` was labelled before there were any, `fresh` meant to be hard and
# looked at once before it was tuned on: 18 of 23 names in English were gone, 13 of 22 in Chinese.
# `last` is not to be tuned on: a rule that is changed for it says nothing any more.
FLOORS = [
    *[("dev", "en", 1.0), ("dev", "zh", 1.0), ("held", "en", 0.95), ("held", "zh", 0.9)],
    *[("fresh", "en", 0.9), ("fresh", "zh", 0.9)],
    *[("last", "en", 0.85), ("last", "zh", 0.5)],
]


@pytest.mark.parametrize(("split", "language", "floor"), FLOORS)
def test_most_names_of_others_are_taken_out_and_hardly_any_other_word(split, language, floor):
    sentences = labelled(split, language)
    gone, every, stayed = taken_out(sentences, lambda said: nameless(said, []))
    assert gone >= floor * every, stayed
    kept, words, lost = spared(sentences, lambda said: nameless(said, []))
    assert kept >= 0.97 * words, lost


PIECES = ("Dana asked Acme. ", "王总让小刘去找蓝海物流。", "A. B. ", "Aa-" * 9, "叫高高", "0 0-")


def test_a_long_answer_takes_no_longer_than_anybody_notices():
    many = "".join(
        f"a {chr(65 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)} " for n in range(2_000)
    )
    for text in (many, *((piece * 12_000)[:12_000] for piece in PIECES)):
        begun = perf_counter()
        nameless(text, ["Chen Li"])
        assert perf_counter() - begun < 2
