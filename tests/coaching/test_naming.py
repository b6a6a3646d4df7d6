"""What a candidate is called where their whole name should not stand."""

import pytest

from coaching.debrief.naming import initials


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Zoë Ωmega", "Z. Ω."),
        ("zoë ωmega", "Z. Ω."),
        ("Robin", "R."),
        ("Jean-Pierre  de la Tour", "J. D. L. T."),
        ("王小明", "王**"),
        ("王", "王*"),
        ("欧阳修文", "欧阳**"),
        ("欧阳", "欧*"),
        ("Mei Lin 林美", "M. L. 林."),
        ("김민수", "김."),
        ("e\u0301lodie O’Hara", "E\u0301. O."),
        ("<!channel> (Bob)", "C. B."),
        ("*_~ 7even", "7."),
        ("🙂", "*"),
        ("", "*"),
    ],
)
def test_a_name_is_shortened_as_its_readers_would(name, short):
    assert initials(name) == short
