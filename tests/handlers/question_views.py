"""Every question in the list and by itself, and one that is as long as a question gets."""

from datetime import UTC, datetime

from coaching.browsing import PAGE, Listing, Reading, Wear
from coaching.exposure import Drift, Leak
from coaching.own_question import OwnQuestion
from coaching.standing import GUEST, Standing
from handlers.question_search import WORDS
from handlers.views import question as one
from handlers.views import questions as several
from questions.searching import Search
from questions.selection import Heard

ADMIN = Standing(admin=True, runs_jobs=True, interviews=True, candidate=False)
WORN = Wear(
    Heard(1_000_000, 10_000, datetime(2026, 1, 5, tzinfo=UTC)),
    tired=True,
    worn=True,
    leak=Leak("q", 1, Drift(2.5, 4.0)),
)
STATES = ("draft", "pilot", "active", "retired", "compromised")
TIRED = Wear(Heard(1, 1, datetime(2026, 1, 5, tzinfo=UTC)), tired=True, worn=False)


def question_views(both, texts, typed):
    """Yield (surface, payload) of everything about questions."""
    for library in (both.live, both.mock):
        long = stretched(library, typed)
        found = tuple(long.questions.values())
        words = typed(WORDS)
        for competency in (None, *(each.id for m in library.models for each in m.competencies)):
            yield "view", several.modal(Listing(long, Search(words, competency), (), 0), texts)
        for page in range(len(found) // PAGE + 1):
            listing = Listing(long, Search(words, found[0].competency), found, page)
            yield "view", several.modal(listing, texts, 99_999, cut=True)
        yield "view", several.modal(Listing(long, Search(), found[:1], 0, guest=True), texts)
        for question in found:
            wear = WORN if library.pool == "live" else None
            yield "view", one.modal(Reading(question, long, ADMIN, wear), texts)
        yield "view", one.modal(Reading(found[0], long, ADMIN, wear and TIRED), texts)
        yield "view", one.modal(Reading(found[0], long, GUEST, guest=True), texts)


def stretched(library, typed):
    """Return the library with one question more in each state, whose texts fill their limits."""
    cases = [each for each in library.questions.values() if each.materials]
    one = next(iter(cases or library.questions.values()))
    own = {f"{status}-long": status for status in STATES}
    return library.owned([_longest(one, name, typed) for name in own], own)


def _longest(question, name, typed):
    """Return a question as long as the schema and the linter let it get."""

    def said(zh, en):
        return {"en": typed(en), "zh-CN": typed(zh)}

    short, text = said(75, 75), said(160, 400)
    document = OwnQuestion.of(question).document
    probe = {"kind": "alternatives", "required": True, "text": said(90, 200)}
    ten = [{"id": f"i{n}", "text": short} for n in range(10)]
    return OwnQuestion(
        name,
        1,
        question.pool,
        question.competency,
        document
        | {
            "id": name,
            "title": said(30, 60),
            "prompt": said(300, 700),
            "materials": said(1500, 2500),
            "probes": [probe | {"id": f"p{n}"} for n in range(6)],
            "anchors": {str(n): {"short": short, "text": text} for n in range(1, 6)},
            "indicators": {"positive": ten, "negative": ten},
            "evidence_prompt": said(150, 150),
            "levels": ["junior", "mid", "senior", "lead"],
            "expected": {"junior": 2, "mid": 3, "senior": 4, "lead": 4},
        },
    ).question()
