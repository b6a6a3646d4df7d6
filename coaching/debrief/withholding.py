"""What a panel need not know: sentences of a note about private matters are counted, not shown.

Whoever wrote them keeps them in their own copy. Nothing stored is changed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from questions.topics import Topics

Span = tuple[int, int]  # where a sentence begins and ends in its note
Pieces = Sequence[str | int]  # what may be shown, and how many sentences are left out between
Withhold = Callable[[str], Pieces]

REMEMBERED = 5_000  # notes whose sentences were looked at lately; of their words nothing is kept


@dataclass(frozen=True, slots=True)
class Withholding:
    """Takes a note apart. A long note takes some 6 ms to look at, so its places are remembered."""

    topics: Topics
    _spans: dict[bytes, Sequence[Span]] = field(default_factory=dict, repr=False)

    def __call__(self, note: str) -> Pieces:
        """Return what of a note may be shown, and how many sentences may not."""
        key = blake2b(note.encode("utf8", "surrogatepass"), digest_size=16).digest()
        spans = self._spans.get(key)
        if spans is None:
            spans = sorted({(hit.start, hit.end) for hit in self.topics.of_note(note)})
            if len(self._spans) >= REMEMBERED:
                self._spans.clear()
            self._spans[key] = spans
        return pieces(note, spans)


def pieces(note: str, spans: Sequence[Span]) -> Pieces:
    """Return the text between sentences, and in their place how many there were.

    ``spans`` are in the order of the note. Sentences with nothing but spaces between them are
    counted together; everything else stays sign by sign.
    """
    found: list[str | int] = []
    done = 0
    for start, end in spans:
        between = note[done:start]
        if between.strip() or not found:
            found += [between, 1]
        else:
            found[-1] = int(found[-1]) + 1
        done = max(done, end)
    return [each for each in [*found, note[done:]] if each]
