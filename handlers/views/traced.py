"""What was rated, as a panel reads it: the point, what that point looks like, and the evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coaching.debrief.report import Report
from coaching.debrief.withholding import Withhold
from coaching.scorecard import Points, Rating
from coaching.sealed.amendment import Amendment
from handlers.texts import Texts
from handlers.views import kit, rated, words
from handlers.views.kit import Block
from questions.model import Anchor, Model


@dataclass(frozen=True, slots=True)
class Shown:
    """A report in one language; what ``withhold`` leaves out of a note is counted."""

    report: Report
    texts: Texts
    withhold: Withhold

    @property
    def model(self) -> Model:
        """The competency model of the job."""
        return self.report.model

    def name(self, competency: str) -> str:
        """Name a competency."""
        return self.texts.of(self.model.competency(competency).name)

    def names(self, competencies: Sequence[str]) -> str:
        """Name several competencies in one line."""
        return self.texts(", ").join(map(self.name, competencies))

    def typed(self, note: str) -> str:
        """Return what of a note may be shown, with what is left out counted in its place."""
        return typed(note, self.texts, self.withhold)


def typed(note: str, texts: Texts, withhold: Withhold) -> str:
    """Return what of a note may be shown, with what is left out counted in its place."""
    return "".join(
        each
        if isinstance(each, str)
        else texts.count(
            "[{n} sentence withheld: personal information]",
            "[{n} sentences withheld: personal information]",
            each,
        )
        for each in withhold(note)
    )


def blocks(
    head: str, rating: Rating, amended: Sequence[Amendment], shown: Shown
) -> Iterator[Block]:
    """Show a rating under ``head``, with its anchor and the very text it was given against.

    Each is a block of its own: a message is continued between blocks.
    """
    library, texts = shown.report.library, shown.texts
    question = library.question(rating.item.key) if rating.item.question else None
    asked = f"  {texts.of(question.title)}" if question else ""
    said = kit.bold(f"{head}  {words.rating(texts, rating, shown.model)}")
    yield kit.rich(
        kit.paragraph(said, *([kit.word(asked)] if asked else [])),
        kit.paragraph(*_anchor(rating, shown)),
        *([kit.quote(shown.typed(rating.evidence))] if rating.evidence.strip() else []),
    )
    yield from rated.amendments(amended, shown.model, texts, shown.typed)


def _anchor(rating: Rating, shown: Shown) -> Iterator[Block]:
    """Say what the point looks like, and name the version of the scale it is on."""
    if rating.points is not None:
        if found := _of_version(rating, rating.points, shown):
            said = shown.texts("The scale says: {anchor}", anchor=found.text)
            yield kit.word(f"{said}  ")
        else:
            yield kit.word(shown.texts("The wording of that time is not kept.") + "  ")
    yield kit.code(rating.item.ref)


def _of_version(rating: Rating, points: Points, shown: Shown) -> Anchor | None:
    """Return the anchor of a point when it is still the text that was on the card."""
    item, library = rating.item, shown.report.library
    of = library.question(item.key) if item.question else shown.model.competency(item.key)
    if of is None or item.ref.rpartition("#")[2] != of.fingerprint:
        return None
    return of.anchor(points)
