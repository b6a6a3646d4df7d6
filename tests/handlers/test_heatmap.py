"""The debrief's picture: legible on a phone and in grey, and in words the same."""

import sys
from asyncio import gather, to_thread
from dataclasses import replace
from io import BytesIO
from itertools import combinations, pairwise, product
from pathlib import Path
from subprocess import run

import pytest
from PIL import Image

from coaching.debrief.report import Report
from coaching.loop import Loop
from coaching.plan import BAR
from coaching.profile import Line, Rater, profile
from coaching.scorecard import Item, Rating, Scorecard
from coaching.typed import length
from handlers.pictures.fonts import FILE, NoFontError, file
from handlers.pictures.grid import GAP, SAID, Grid, Row, described, grid
from handlers.pictures.heatmap import drawn, heatmap
from handlers.pictures.layout import LINES, layout
from handlers.pictures.shades import STEPS, contrast, fill, ink, luminance
from handlers.pictures.sheet import Pen
from tests.examples import ALICE, BOB, CANDIDATE, DEBRIEF, JOB

ROOT = Path(__file__).parents[2]
NASTY = ["$x^2$ $", "😀 Mei\n\tLi", "\u202eevil\x07", "陈美玲", "Maximilian von Hohenberg" * 3, ""]
FIGURES = [1.0, 2.0, 2.5, GAP, 3.0, 10 / 3, None, 4.0, 4.5, 5.0]


def row_of(name, cells, bar=BAR):
    raters = [Rater(f"U{n}", each, ()) for n, each in enumerate(cells) if isinstance(each, float)]
    return Row(name, cells, Line("x", raters, bar))


def grid_of(names, raters):
    """Return a grid with every kind of cell; the last row nobody assessed."""
    many = len(raters)
    cells = [[FIGURES[(3 * y + x) % len(FIGURES)] for x in range(many)] for y in range(len(names))]
    cells[-1] = [GAP] * many
    return Grid(raters, [row_of(name, each) for name, each in zip(names, cells, strict=True)])


@pytest.fixture
def largest(both, texts):
    """Return 12 competencies by 8 raters, with the names that the models give them."""
    names = [texts.of(each.name) for model in both.live.models for each in model.competencies]
    return grid_of(names[:12], ["Alice", "Bob", "Mei", "王小明", "Dana", "Chen", "Eve", "Fred"])


def test_twelve_competencies_by_eight_raters_are_as_wide_as_a_phone(largest, texts):
    picture = Image.open(BytesIO(heatmap(largest, texts)))
    assert picture.format == "PNG"
    assert picture.width == 1080
    assert picture.height < 2 * picture.width
    assert not picture.text  # it says nothing about the machine


@pytest.mark.parametrize("raters", [1, 3, 8, 11])
def test_no_two_texts_meet_and_none_leaves_the_picture(both, texts, raters):
    names = [texts.of(each.name) for model in both.live.models for each in model.competencies]
    figure = drawn(grid_of(names, (NASTY * 2)[:raters]), texts).figure
    figure.savefig(BytesIO(), format="png")
    boxes = [each.get_window_extent() for each in figure.texts]
    assert len(boxes) > 3 * len(names)
    whole = figure.bbox
    for box in boxes:
        assert whole.x0 <= box.x0 <= box.x1 <= whole.x1
        assert whole.y0 <= box.y0 <= box.y1 <= whole.y1
    # Three dots are a point: the letters' boxes have some air of their own.
    assert not [1 for a, b in combinations(boxes, 2) if _met(a, b, air=6)]


def _met(a, b, air):
    wide = min(a.x1, b.x1) - max(a.x0, b.x0)
    high = min(a.y1, b.y1) - max(a.y0, b.y0)
    return wide > air and high > air


def test_every_number_is_read_on_its_ground():
    grounds = [fill(points / 100) for points in range(100, 501)]
    assert min(contrast(ink(ground), ground) for ground in grounds) >= 4.5
    assert len(set(grounds)) > 200


def test_more_points_are_darker_and_whole_points_are_told_apart_in_grey():
    greys = [luminance(fill(points / 10)) for points in range(10, 51)]
    assert greys == sorted(greys, reverse=True)
    assert [fill(points) for points in range(1, 6)] == list(STEPS)
    assert min(contrast(a, b) for a, b in pairwise(STEPS)) > 1.35


def test_each_kind_of_cell_looks_different_without_its_colour(texts):
    cells = {"bar": 3.0, "below": 2.0, "gap": GAP, "none": None}
    pictures = {
        name: Image.open(BytesIO(heatmap(Grid(["A"], [row_of("x", [cell])]), texts))).convert("L")
        for name, cell in cells.items()
    }
    assert len({picture.tobytes() for picture in pictures.values()}) == len(cells)
    dark = {name: sum(picture.histogram()[:40]) for name, picture in pictures.items()}
    assert dark["below"] > dark["bar"] + 1000  # the edge is black


def test_the_picture_and_its_words_come_from_the_sealed_cards(both, texts):
    model = both.live.models[0]
    first, second, third = [each.id for each in model.competencies][:3]
    job = replace(JOB, model=f"{model.id}@{model.version}")
    loop = Loop(job, CANDIDATE, [ALICE, BOB], DEBRIEF)
    cards = [
        _card(ALICE, {first: 4, second: "not_assessed"}),
        _card(BOB, {first: 2, third: "not_assessed"}),
    ]
    lines = profile(cards, {first: 3.0, second: 3.0, third: 2.5})
    names = {ALICE.interviewer: "Alice", BOB.interviewer: "Bob"}
    found = grid(Report(loop, loop.panel, cards, lines, names, both.live), texts)
    assert found.raters == ["Alice", "Bob"]
    assert [row.cells for row in found.rows] == [[4.0, 2.0], [GAP, None], [None, GAP]]
    said = described(found, texts)
    name = texts.of(model.competency(first).name)
    english = f"{name}: Alice 4, Bob 2. Mean 3, bar 3, 2 raters, medium confidence."
    chinese = f"{name}：Alice 4、Bob 2。均值 3，达标线 3，2 位面试官，可信度中。"
    assert (english if texts.locale == "en" else chinese) in said
    assert texts("{name} not assessed", name="Alice") in said


def test_a_mean_that_is_the_bar_but_for_the_last_bit_has_no_edge(texts):
    cells = [2.0, 8 / 3]  # (2 + 8/3) / 2 is 7/3, and a hair less in the machine
    at_bar, above = [
        Grid(["Alice", "Bob"], [row_of("x", cells, bar)])
        for bar in (7 / 3, 2.3)  # what is said of both is the same
    ]
    assert heatmap(at_bar, texts) == heatmap(above, texts)


def _card(interview, marks):
    ratings = [Rating(Item(each, each, "r"), mark) for each, mark in marks.items()]
    return Scorecard(interview.id, interview.interviewer, ratings)


def test_the_words_name_every_number_of_the_picture(largest, texts):
    said = described(replace(largest, rows=largest.rows[:4]), texts)
    for row in largest.rows[:4]:
        for name, cell in zip(largest.raters, row.cells, strict=True):
            if isinstance(cell, float):
                assert f"{name} {texts.number(cell)}" in said
        assert row.name in said


@pytest.mark.parametrize(("rows", "wide"), list(product([1, 12, 40], [1, 80, 3000])))
def test_words_that_do_not_fit_are_counted(texts, rows, wide):
    whole = grid_of(["鑫" * wide] * rows, ["甲"] * 8)
    said = described(whole, texts)
    assert 0 < length(said) <= SAID
    kept = said.count("鑫" * wide)
    rest = texts.count(
        "{n} more competency is in the table of this message.",
        "{n} more competencies are in the table of this message.",
        rows - kept,
    )
    assert said.endswith(rest) == (kept < rows)


def test_a_name_is_broken_between_words_into_even_lines():
    pen = Pen()
    [english] = layout(
        grid_of(["Data-driven work and value quantification"], ["A"] * 8), pen
    ).labels
    assert english == ["Data-driven", "work and value", "quantification"]
    [chinese] = layout(grid_of(["深度行业与业务洞察力"], ["A"] * 8), pen).labels
    assert [len(line) for line in chinese] == [5, 5]
    [long] = layout(grid_of(["能力" * 200], ["A"]), pen).labels
    assert len(long) == LINES
    assert long[-1].endswith("…")


def test_drawing_leaves_no_figure_behind(largest, texts):
    heatmap(largest, texts)
    assert "matplotlib.pyplot" not in sys.modules


async def test_two_threads_draw_the_same_picture(texts):
    small = grid_of(["能力", "Skill"], ["Alice", "王小明"])
    one, two = await gather(*(to_thread(heatmap, small, texts) for _ in range(2)))
    assert one == two == heatmap(small, texts)


def test_nobody_waits_for_matplotlib_who_draws_nothing():
    asked = (
        "import bot.__main__, handlers.pictures.heatmap, sys; print('matplotlib' in sys.modules)"
    )
    said = run(  # noqa: S603
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert said.stdout == "False\n"


def test_without_the_font_it_says_which_package_is_missing():
    assert file().name == FILE
    for package in ("no_such_package_of_fonts", "json", "this"):
        with pytest.raises(NoFontError, match=r"Noto Sans CJK SC is missing \(package noto-cjk"):
            file(package)
