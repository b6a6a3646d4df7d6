"""`make eval`: how often practice feedback is right, on what it was tuned on and on the rest.

With the name of a set it also prints the statements that are not true. Not for what is held
out: whoever reads those can no longer tune without having seen them.
"""

import sys
from collections.abc import Iterator, Sequence

from tests.evaluation import measuring, tips
from tests.evaluation.answers import SETS, Answer, in_set, read

LANGUAGES = ("en", "zh-CN")


def main() -> None:
    """Print all tables, and for a set named what was wrong in it."""
    for name, files in SETS.items():
        answers = in_set(name)
        sys.stdout.write(f"\n{name}: {len(answers)} answers ({', '.join(files)})\n")
        sys.stdout.write("\n".join(_table(answers)) + "\n")
    sys.stdout.write("\n".join(_tips()) + "\n")
    for file in sys.argv[1:]:
        for told in measuring.wrong(read(file)):
            sys.stdout.write("  ".join(told) + "\n")


def _tips() -> Iterator[str]:
    yield f"\ntips, tuned on: {len(tips.read())} answers (tips)"
    for language in LANGUAGES:
        spoken = [answer for answer in tips.read() if answer.language == language]
        yield f"  {language}"
        for tip in tips.TIPS:
            yield f"    {tip:13} given where it is true   {tips.found(tip, spoken)}"
        yield f"    given where it is not              {tips.false(spoken)}"
    for name in SETS:
        yield f"  given to answers {name:22} {tips.false_elsewhere(name)}"


def _table(answers: Sequence[Answer]) -> Iterator[str]:
    for language in LANGUAGES:
        spoken = [answer for answer in answers if answer.language == language]
        yield f"  {language}"
        yield from _of_all(spoken)
    yield "  both"
    yield from _of_all(answers)
    yield from _parts(answers)
    yield from _invariances(answers)


def _of_all(answers: Sequence[Answer]) -> Iterator[str]:
    yield f"    true statements                {measuring.statements(answers)}"
    yield f"    false alarms, complete answers {measuring.false_alarms(answers)}"
    yield f"    asked back, complete answers   {measuring.asked_back(answers)}"
    yield f"    main issue                     {measuring.main_issues(answers)}"
    yield f"    praise of stuffed answers      {measuring.praise_of_stuffing(answers)}"


def _parts(answers: Sequence[Answer]) -> Iterator[str]:
    for part, (precision, recall) in measuring.parts(answers).items():
        yield f"    {part:13} precision {precision}   recall {recall}"


def _invariances(answers: Sequence[Answer]) -> Iterator[str]:
    for change in measuring.CHANGES:
        yield f"    unchanged by {change:26} {measuring.unchanged(answers, change)}"
    for part in ("result", "action", "reflection"):
        yield f"    not found when left out: {part:14} {measuring.no_longer_found(answers, part)}"


if __name__ == "__main__":
    main()
