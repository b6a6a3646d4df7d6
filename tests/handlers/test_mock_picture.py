"""The picture of a person's practice: as wide as a phone, and in words the same."""

from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from coaching.practice.parts import ORDER, FoundPart, Tally
from coaching.practice.record import Progress
from coaching.practice.self_rating import SelfRating, lines
from coaching.typed import length
from handlers.pictures.grid import SAID
from handlers.pictures.layout import MARGIN, SMALL
from handlers.pictures.mock_progress import NAMED, drawn, picture
from handlers.pictures.sheet import Pen
from handlers.views import mock_progress
from tests.examples import NOW

COM, SYS = "communication-collaboration", "systems-thinking"


def rated(competency, *points):
    """Return the ratings of some weeks, one a week."""
    return [
        SelfRating(f"m{n}", f"q{n}", competency, each, NOW + timedelta(weeks=n))
        for n, each in enumerate(points)
    ]


def found(competency, part, *results):
    return [
        FoundPart(f"m{n}", f"q{n}", competency, part, bool(each), NOW)
        for n, each in enumerate(results)
    ]


def written(sheet):
    return [text.get_text() for text in sheet.figure.texts]


@pytest.fixture
def progress(both):
    ratings = [*rated(COM, 2, 3, 4), *rated(SYS, *([1, 5] * 7))]
    parts = [*found(COM, "result", 1, 0), *found(SYS, "action", 1)]
    return Progress(lines(ratings, parts), both.live)


def test_each_rating_is_a_bar_with_its_number_and_each_part_says_how_often(progress, texts):
    image = Image.open(BytesIO(picture(progress, texts)))
    assert (image.format, image.width, image.text) == ("PNG", 1080, {})
    said = written(drawn(progress, texts))
    numbers = [each for each in said if each in {"1", "2", "3", "4", "5"}]
    assert len(numbers) == 3 + mock_progress.SHOWN
    for line in progress.lines:
        assert mock_progress.course(line, texts) in said
        for tally in line.parts:
            assert any(each.endswith(mock_progress.tally(tally, texts)) for each in said)


def test_what_is_not_drawn_is_counted(progress, texts):
    [line] = [each for each in progress.lines if each.competency == SYS]
    assert "14" in mock_progress.course(line, texts)


def test_the_words_for_who_does_not_see_it_say_the_same_and_fit(progress, both, texts):
    said = mock_progress.described(progress, texts)
    assert "2, 3, 4" in said.replace("、", ", ")
    for line in progress.lines:
        assert mock_progress.name(line, progress, texts) in said
    known = [each.id for model in both.live.models for each in model.competencies]
    many = [each for key in known for each in (*rated(key, *[5] * 12), *found(key, "result", 1))]
    rated_ = [each for each in many if isinstance(each, SelfRating)]
    parts = [each for each in many if isinstance(each, FoundPart)]
    whole = Progress(lines(rated_, parts), both.live)
    assert length(mock_progress.described(whole, texts)) <= SAID
    assert picture(whole, texts)


def test_the_longest_line_about_a_part_ends_before_its_bar(texts):
    pen = Pen()
    for each in ORDER:
        tally = mock_progress.tally(Tally(each, 88, 99), texts)
        said = texts("Found in your answers: {parts}", parts=tally)
        assert pen.width(said, SMALL) < NAMED - MARGIN


def test_everything_written_stands_within_the_width_of_a_phone(progress, texts):
    sheet = drawn(progress, texts)
    sheet.figure.canvas.draw()
    wide = sheet.figure.bbox.width
    for text in sheet.figure.texts:
        box = text.get_window_extent()
        assert 0 <= box.x0 <= box.x1 <= wide
