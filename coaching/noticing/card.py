"""A whole card, looked over by its writer before the seal: what a kind colleague would point out.

Nothing here blocks, is kept or is shown to anybody else. Thresholds are defaults of ours.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from coaching.noticing import note
from coaching.phrase import Phrase
from coaching.scorecard import Rating, Recommendation, Scorecard
from questions.folding import fold

Kind = Literal["apart", "copied", "person", "halo", "vague", "short", "routine"]
USEFUL: tuple[Kind, ...] = ("apart", "copied", "person", "halo", "vague", "short", "routine")
MOST = 3  # tips to a card: a little is read, a lot is clicked away
HALO = 4  # ratings, all alike
APART = 0.5  # points between the ratings and the bars that a recommendation should explain
THIRD = 3  # card of the day
NEAR = 0.25  # points on average between two cards that are nearly the same
SHARED = 2  # competencies two cards must have in common to be compared
IN_FAVOUR = frozenset({Recommendation.YES, Recommendation.STRONG_YES})


@dataclass(frozen=True, slots=True)
class Noticed:
    """One tip, and the keys of the items whose notes it is about; none when it is the card's."""

    kind: Kind
    said: Phrase
    items: tuple[str, ...] = ()


def noticed(
    card: Scorecard, bars: Mapping[str, float], today: Sequence[Scorecard]
) -> Sequence[Noticed]:
    """Return what to point out before the seal: three tips at most, one to a note, the best first.

    ``bars`` is the point that meets the level by competency, as of `plan.bars`; ``today`` are the
    cards the same person has sealed this day. The first tip of each kind comes before a second of
    any, in the order of USEFUL. What is not assessed, or still open, is not looked at.
    """
    rated = [rating for rating in card.ratings if rating.points is not None]
    copied = [*_copied(rated)]
    told = {key for each in copied for key in each.items}
    found = [
        *_apart(card, rated, bars),
        *copied,
        *_halo(rated),
        *_notes([rating for rating in rated if rating.item.key not in told]),
        *_routine(card, today),
    ]
    return _best(found)[:MOST]


def _best(found: Sequence[Noticed]) -> Sequence[Noticed]:
    """Put them in order: the first of each kind, then the second of each, and so on."""
    nth: Counter[Kind] = Counter()
    places: list[tuple[int, int, Noticed]] = []
    for each in found:
        places.append((nth[each.kind], USEFUL.index(each.kind), each))
        nth[each.kind] += 1
    return [each for _, _, each in sorted(places, key=lambda place: place[:2])]


def _notes(rated: Sequence[Rating]) -> Iterator[Noticed]:
    for rating in rated:
        if tip := note.tip(rating.evidence):
            yield Noticed(tip.kind, tip.said, (rating.item.key,))


def _apart(
    card: Scorecard, rated: Sequence[Rating], bars: Mapping[str, float]
) -> Iterator[Noticed]:
    """Compare the overall word with how far the competencies lie from their bars, on average."""
    apart = [mean - bars[key] for key, mean in _means(rated).items() if key in bars]
    if not apart or card.recommendation is None:
        return
    distance = fmean(apart)
    in_favour = card.recommendation in IN_FAVOUR
    if distance >= APART and not in_favour:
        said = Phrase(
            "Your ratings lie above the bar, yet you recommend no. The panel will ask which "
            "competency decides. Say so in its note, for example: “This decides for me: asked "
            "three times, could not say who uses it.”"
        )
        yield Noticed("apart", said)
    if distance <= -APART and in_favour:
        said = Phrase(
            "Your ratings lie below the bar, yet you recommend yes. The panel will ask which "
            "competency decides. Say so in its note, for example: “This decides for me: found the "
            "cause and changed how two teams work.”"
        )
        yield Noticed("apart", said)


def _copied(rated: Sequence[Rating]) -> Iterator[Noticed]:
    """Find notes of the same words; case, punctuation and markup make no difference."""
    same: defaultdict[str, list[str]] = defaultdict(list)
    for rating in rated:
        words = "".join(letter for letter in fold(rating.evidence).text if letter.isalnum())
        same[words].append(rating.item.key)
    for words, keys in same.items():
        if words and len(keys) > 1:
            said = Phrase(
                "The same text stands under {n} ratings, so nobody can tell what earned which. "
                "Keep in each what belongs there, for example: “On pricing: compared two offers, "
                "took the cheaper one and said why.”",
                {"n": len(keys)},
            )
            yield Noticed("copied", said, tuple(keys))


def _halo(rated: Sequence[Rating]) -> Iterator[Noticed]:
    points = [rating.points for rating in rated if rating.points is not None]
    if len(points) >= HALO and len(set(points)) == 1:
        said = Phrase(
            "All {n} ratings are {points}. One strong impression often colours the rest. Hold each "
            "note against its own anchors once more, for example: “4 and not 5: named no limit.”",
            {"n": len(points), "points": points[0]},
        )
        yield Noticed("halo", said)


def _routine(card: Scorecard, today: Sequence[Scorecard]) -> Iterator[Noticed]:
    others = [each for each in today if each.interview != card.interview]
    alike = sum(_near(card, each) for each in others)
    if alike + 1 >= THIRD:
        said = Phrase(
            "This is card number {n} today with nearly the same points. When interviews follow "
            "each other, people get measured by the one before. Compare each answer with its "
            "anchors, for example: “3 and not 4: asked one user, no second source.”",
            {"n": alike + 1},
        )
        yield Noticed("routine", said)


def _near(card: Scorecard, other: Scorecard) -> bool:
    mine, theirs = _means(card.ratings), _means(other.ratings)
    shared = [abs(mine[key] - theirs[key]) for key in mine.keys() & theirs.keys()]
    return len(shared) >= SHARED and fmean(shared) <= NEAR


def _means(ratings: Sequence[Rating]) -> Mapping[str, float]:
    """Return the mean points of each competency that has any, 1.0 to 5.0."""
    points: defaultdict[str, list[int]] = defaultdict(list)
    for rating in ratings:
        if rating.points is not None:
            points[rating.item.competency].append(rating.points)
    return {competency: fmean(each) for competency, each in points.items()}
