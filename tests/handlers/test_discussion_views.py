"""What a panel reads about how to talk, in both languages and at its longest."""

from coaching.debrief.discussing import speaking, topics
from coaching.debrief.following_up import FollowUp, follow_ups
from coaching.profile import Line, Rater
from handlers.views import discussion
from playground.checker.surfaces import check_blocks
from questions.selection import Exposure, Selection
from tests.examples import NOW
from tests.handlers.test_limits import loop_of

NAMES = {"U0": "Alice", "U1": "Bob", "U2": "Mei", "UM": "Dana"}


def line(competency, *means):
    return Line(competency, [Rater(f"U{n}", mean, ()) for n, mean in enumerate(means)], 3.0)


def said(blocks):
    """Return all that is said, in order."""
    if isinstance(blocks, list):
        return "".join(said(each) for each in blocks)
    own = blocks.get("text", "")
    return (own if isinstance(own, str) else said(own)) + said(blocks.get("elements", []))


def test_topics_are_numbered_with_their_reasons(both, texts):
    model = both.live.models[0]
    one, two = model.competencies[:2]
    found = topics([line(one.id, 5.0, 1.0), line(two.id)], ())
    [block] = discussion.first(found, model, texts)
    reasons = [texts.say(each.reason) for each in found]
    title = texts("Talk about these first")
    named = [f"{texts.of(c.name)}  {reason}" for c, reason in zip((one, two), reasons, strict=True)]
    assert said([block]) == title + "".join(named)
    assert discussion.first([], model, texts) == []


def test_the_script_names_who_opens_who_adds_and_who_speaks_last(both, languages):
    model = both.live.models[0]
    found = speaking([line(model.competencies[0].id, 4.0, 2.0, 3.0)], ["U0", "U1", "U2"], "UM")
    text = said(discussion.script(found, NAMES, model, languages.of("en")))
    assert "Bob, Alice: what did you hear" in text
    assert "Mei: what has nobody said yet?" in text
    assert text.endswith("Dana speaks last.")
    chinese = said(discussion.script(found, NAMES, model, languages.of("zh-CN")))
    assert "Bob、Alice：你听到了什么？" in chinese
    assert discussion.script([], NAMES, model, languages.of("en")) == []


def test_a_gap_offers_a_short_interview_or_says_that_nothing_is_left(both, languages):
    model, texts = both.live.models[0], languages.of("en")
    loop = loop_of(model, "senior", ())
    gap = line(model.competencies[0].id, 4.0)
    found = follow_ups([gap], loop, Selection(both.live, "senior", "s", Exposure(NOW)))
    text = said(discussion.gaps(found, model, texts))
    assert "It rests on one rater.A follow-up of 20 minutes could ask:" in text
    assert all(texts.of(each.title) in text for each in found[0].questions)
    text = said(discussion.gaps([FollowUp(gap, ())], model, texts))
    assert "The bank has no question left" in text


def test_a_panel_of_eight_that_agrees_on_nothing_fits_into_a_message(both, texts):
    names = {f"U{n}": "😀" * 40 for n in range(8)} | {"UM": "王" * 80}
    for model in both.live.models:
        lines = [line(each.id, *[5.0, 1.0] * 4) for each in model.competencies]
        gaps = [line(each.id) for each in model.competencies]
        selection = Selection(both.live, "senior", "s", Exposure(NOW))
        blocks = [
            *discussion.first(topics(lines, model.required), model, texts),
            *discussion.script(speaking(lines, list(names)[:8], "UM"), names, model, texts),
            *discussion.gaps(
                follow_ups(gaps, loop_of(model, "senior", ()), selection), model, texts
            ),
        ]
        assert check_blocks(blocks, "message") == []
