"""Sample answers that belong to a live question as it reads today."""

from collections.abc import Iterator

from questions.calibration import SampleSet
from questions.files import CalibrationFile, Entry, Shelf
from questions.findings import Finding

KEYS = [1, 2, 3, 4, 5]


def check(shelf: Shelf) -> Iterator[Finding]:
    """Yield sample answers that no longer fit their question, or miss a point of the scale."""
    known = {entry.question.id: entry for bank in shelf.banks for entry in bank.entries()}
    for file in shelf.calibrations:
        for at, each in enumerate(file.calibration.sets):
            yield from _question(file, at, each, known.get(each.question))
            if [sample.key for sample in each.samples] != KEYS:
                message = "one sample for each point, in the order 1 to 5: sort or complete them."
                yield file.document.finding("E086", message, "sets", at, "samples")


def _question(
    file: CalibrationFile, at: int, samples: SampleSet, entry: Entry | None
) -> Iterator[Finding]:
    wanted = file.calibration.id
    if entry is None or entry.question.pool != "live" or entry.question.competency != wanted:
        message = f'"{wanted}" has no live question "{samples.question}": correct the id.'
        yield file.document.finding("E084", message, "sets", at, "question")
    elif entry.question.rev != samples.rev:
        message = (
            f"the question is at rev {entry.question.rev}: read the samples against its new "
            "anchors, then say so here."
        )
        yield file.document.finding("E085", message, "sets", at, "rev")
