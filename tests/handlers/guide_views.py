"""Live guides at every stop of every question, begun, full and over, for the tests of all views."""

from datetime import timedelta

from coaching.guide.guiding import Guided
from coaching.guide.step import Step
from coaching.guide.stops import stops
from coaching.guide.walking import walk
from coaching.plan import items
from handlers.views import guide
from tests.examples import NOW


def guide_views(loop, live, texts, typed):
    """Yield a guide's card at each of its stops, with everything on it, and at its end."""
    [interview] = loop.interviews
    rated = items(interview, loop.job, live)
    way = stops(rated, live)
    done = [Step("s", NOW, "start")]
    for n, stop in enumerate(way):
        at = NOW + timedelta(minutes=20 * n)
        done += [Step(f"n{n}{m}", at, "note", None, typed(2_000)) for m in range(3)]
        done.append(Step(f"m{n}", at, "rate", stop.key, "4"))
        done += [Step(f"u{n}{probe}", at, "use", stop.key, probe) for probe in stop.probes[::2]]
        yield shown(loop, interview, rated, live, done, at, texts, typed)
        kind = "skip" if n % 2 and not stop.script else "next"
        kind = "finish" if stop == way[-1] else kind
        done.append(Step(f"x{n}", at, kind, stop.key, "no_time" if kind == "skip" else ""))
    yield shown(loop, interview, rated, live, done, at, texts, typed)


def shown(loop, interview, rated, live, done, at, texts, typed):
    walked = walk(stops(rated, live), done)
    guided = Guided(loop, interview, rated, live, walked, at, typed(80))
    return guide.message(guided, texts, texts)
