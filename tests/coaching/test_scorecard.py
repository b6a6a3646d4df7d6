"""What a card needs before it can be sealed."""

from coaching.scorecard import Item, Rating, Reason, Recommendation, Scorecard, missing

Q, C = Item("q1", "ibi", "q1@1#f"), Item("com", "com", "com@1#f")


def card(*ratings, word=Recommendation.YES):
    return Scorecard("i1", "UALICE", ratings, word)


def test_a_whole_card_lacks_nothing():
    assert (
        missing(
            card(
                Rating(Q, 3, "she drew the flow"), Rating(C, "not_assessed", reason=Reason.NO_TIME)
            )
        )
        == {}
    )


def test_each_gap_is_named_at_its_field():
    gaps = missing(card(Rating(Q), Rating(C, 5, " \n"), word=None))
    assert list(gaps) == ["rating:q1", "evidence:com", "recommendation"]
    assert "evidence" in gaps["evidence:com"].text


def test_not_assessed_asks_why():
    gaps = missing(card(Rating(Q, "not_assessed"), Rating(C, 4, "drew it")))
    assert {field: gap.text for field, gap in gaps.items()} == {
        "rating:q1": "Choose why it was not assessed."
    }


def test_not_assessed_is_no_number_and_needs_no_evidence():
    assert Rating(Q, "not_assessed").points is None
    assert Rating(Q, 1).points == 1
