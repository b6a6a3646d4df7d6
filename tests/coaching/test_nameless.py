"""What leaves for a language model has no name of its writer and no way to reach anybody."""

import pytest

from coaching.practice.nameless import nameless

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
    ("I did it in Q3 with the B2B team, issue #4.", None),
]


@pytest.mark.parametrize(("said", "left"), SAID)
def test_names_and_ways_to_reach_people_are_taken_out_and_figures_stay(said, left):
    assert nameless(said, ["Chen Li", "陈力", "U0CHEN7X"]) == (left or said)


def test_without_a_name_nothing_else_is_touched():
    assert nameless("A plain sentence.", ["", " "]) == "A plain sentence."
