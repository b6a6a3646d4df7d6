"""Profiles by hand: a panel and its marks, competency by competency."""

from coaching.profile import profile
from coaching.scorecard import Item, Rating, Scorecard

NONE = "not_assessed"


def lines_of(bar=3.0, /, **panel):
    """Return the profile of each competency's marks, one a rater: ``None`` was not asked it.

    Several marks of one rater are a tuple: so many questions.
    """
    many = max((len(marks) for marks in panel.values()), default=0)
    return profile([card_of(who, panel) for who in range(many)], dict.fromkeys(panel, bar))


def card_of(who, panel):
    marks = {name: given[who] for name, given in panel.items() if who < len(given)}
    ratings = [
        Rating(Item(f"{name}{n}", name, "r"), mark)
        for name, said in marks.items()
        if said
        for n, mark in enumerate(said if isinstance(said, tuple) else (said,))
    ]
    return Scorecard(f"i{who}", f"U{who}", ratings)
