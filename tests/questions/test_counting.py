"""The table of what there is."""

from questions.counting import table
from questions.library import Library
from tests.questions.packs import SHIPPED

README = (SHIPPED / "README.md").read_text(encoding="utf-8")


def shipped():
    return Library.read(SHIPPED, "live"), Library.read(SHIPPED, "mock")


def test_the_readme_has_the_table_of_the_questions_that_are_there():
    assert table(*shipped()) in README, "run `python -m bot questions count` and put it there"


def test_every_sub_dimension_of_the_product_manager_has_a_parallel_form_and_both_kinds_are_there():
    live, mock = shipped()
    product = live.model("b2b-product-manager").competencies
    for competency in product:
        questions = live.of(competency.id)
        assert len(questions) >= 6
        assert len(mock.of(competency.id)) >= 2
        assert {"behavioural", "situational"} <= {each.type for each in questions}
        for part in competency.sub_dimensions:
            families = {each.family for each in questions if part.id in each.sub_dimensions}
            assert len(families) >= 2
    hard = live.model("b2b-product-manager").groups[0].competencies
    for competency in hard:
        cases = [each for each in live.of(competency.id) if each.type == "case"]
        assert cases
        assert all(each.materials for each in cases)


def test_a_question_about_two_sides_counts_in_both_and_once_in_the_sum():
    live, mock = shipped()
    rows = [line.split(" | ") for line in table(live, mock).splitlines()]
    sums = {row[0].strip("| "): row for row in rows if row[1] == "all"}
    parts = [row for row in rows if row[0] == "| systems-thinking" and row[1] != "all"]
    double = [q for q in live.of("systems-thinking") if len(q.sub_dimensions) > 1]
    assert double
    counted = sum(int(row[9]) for row in parts)
    assert counted == int(sums["systems-thinking"][9]) + len(double)
