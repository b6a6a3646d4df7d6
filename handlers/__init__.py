"""What Slack sends us, and what we show."""

from slack_bolt.async_app import AsyncApp

from coaching.coach import Coach
from handlers import (
    amending,
    authoring,
    behalf,
    beside,
    changing,
    debrief,
    deciding,
    direct,
    dropping_out,
    evidence,
    guide,
    holding,
    home,
    inbox,
    job,
    job_settings,
    kit,
    listing,
    looking,
    mock,
    nudges,
    packet,
    parked,
    plan,
    posts,
    questions,
    refusals,
    retiring,
    revising,
    score,
    settings,
    shape,
    timing,
    voting,
)
from handlers import help as help_
from handlers.publishing import Homes
from handlers.readers import Readers
from handlers.refusals import Later

__all__ = ["inbox", "posts", "refusals", "register", "shape"]


def register(app: AsyncApp, coach: Coach, readers: Readers, later: Later, homes: Homes) -> None:
    """Listen to everything. The help takes every command left over: last."""
    job.register(app, coach, readers)
    plan.register(app, coach, readers)
    changing.register(app, coach.changing, readers)
    dropping_out.register(app, coach.dropping_out, readers)
    kit.register(app, coach, readers)
    guide.register(app, coach, readers)
    score.register(app, coach, readers)
    home.register(app, homes)
    listing.register(app, coach.overviews, readers)
    revising.register(app, coach, readers)
    nudges.register(app, coach.putting_off, readers)
    holding.register(app, coach.holding, readers)
    settings.register(app, coach.preferences, readers)
    amending.register(app, coach.amending, readers)
    behalf.register(app, coach, readers)
    looking.register(app, coach, readers)
    evidence.register(app, coach, readers)
    beside.register(app, coach.debriefs.beside, readers)
    job_settings.register(app, coach.debriefs.settling, readers)
    deciding.register(app, coach.debriefs, readers)
    voting.register(app, coach.debriefs.voting, readers)
    packet.register(app, coach.debriefs.handing_over, readers)
    timing.register(app, coach.debriefs.timing, readers)
    debrief.register(app, coach, readers)
    mock.register(app, coach, readers)
    direct.register(app, coach, readers)
    authoring.register(app, coach.authoring, coach.browsing, readers)
    retiring.register(app, coach.retiring, coach.browsing, readers)
    questions.register(app, coach.browsing, readers)
    parked.register(app, coach.outbox, readers)
    help_.register(app, readers)
    refusals.register(app, coach.inbox, readers, later)
