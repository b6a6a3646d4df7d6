"""Every view of when a debrief comes, and of cards that come after it, at its longest."""

from dataclasses import replace
from datetime import timedelta

from coaching.debrief.after_release import Late
from coaching.debrief.left_out import LeftOut
from handlers.views import after_release, timing
from tests.examples import NOW


def shown_whole(note):
    """Withhold nothing of a note."""
    return [note]


def release_views(loop, copy, texts):
    """Render them; ``copy`` is a card of the loop."""
    for detail in ("summary", "thread"):
        job = replace(loop.job, detail=detail)
        late = Late(replace(copy, loop=replace(loop, job=job)), "W" * 80)
        for page in after_release.card(late, texts, shown_whole):
            yield "message", page
    yield "message", after_release.left_out(LeftOut(loop, loop.panel[0]), texts)
    yield "message", timing.expired([loop] * 30, texts)
    daily = replace(loop, job=replace(loop.job, daily="17:00", zone="America/Argentina/Ushuaia"))
    waiting = replace(loop.debrief, due_at=None)
    for debrief in (
        loop.debrief,
        waiting,
        replace(waiting, stopped="cancelled"),
        replace(loop.debrief, stopped="expired"),
        replace(loop.debrief, released_at=NOW + timedelta(days=1)),
    ):
        for each in (loop, daily):
            there = replace(each, debrief=debrief)
            yield "message", timing.line(there, texts)
            yield "message", timing.answer(there, texts)
            yield "view", timing.modal(there, NOW, texts)
            yield "view", timing.moved(there, texts)
