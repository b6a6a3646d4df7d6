"""What Slack sends us, and what we show."""

from slack_bolt.async_app import AsyncApp

from coaching.coach import Coach
from handlers import (
    authoring,
    debrief,
    direct,
    guide,
    inbox,
    job,
    kit,
    mock,
    parked,
    plan,
    posts,
    questions,
    refusals,
    retiring,
    score,
    shape,
)
from handlers import help as help_
from handlers.readers import Readers
from handlers.refusals import Later

__all__ = ["inbox", "posts", "refusals", "register", "shape"]


def register(app: AsyncApp, coach: Coach, readers: Readers, later: Later) -> None:
    """Listen to everything. The help takes every command left over: last."""
    job.register(app, coach, readers)
    plan.register(app, coach, readers)
    kit.register(app, coach, readers)
    guide.register(app, coach, readers)
    score.register(app, coach, readers)
    debrief.register(app, coach.debriefing, readers)
    mock.register(app, coach, readers)
    direct.register(app, coach, readers)
    authoring.register(app, coach.authoring, coach.browsing, readers)
    retiring.register(app, coach.retiring, coach.browsing, readers)
    questions.register(app, coach.browsing, readers)
    parked.register(app, coach.outbox, readers)
    help_.register(app, readers)
    refusals.register(app, coach.inbox, readers, later)
