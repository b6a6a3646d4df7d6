"""Every id that Slack hands back to us. Fields of forms are named by coaching."""

import re

from coaching.errors import NotFoundError

INTERVIEW, DEBRIEF, MOCK = "/interview", "/debrief", "/mock"

JOB_SUBMIT = "job.submit"
PLAN_SUBMIT, PLAN_JOB, PLAN_ADD_SEAT = "plan.submit", "plan.job", "plan.add_seat"
SCORE_OPEN, SCORE_SUBMIT = "score.open", "score.submit"
SCORE_MARK, SCORE_EVIDENCE, SCORE_WORD = "score.mark", "score.evidence", "score.recommendation"
MOCK_START, MOCK_STOP = "mock.start", "mock.stop"
POST_AGAIN = "post.again"

VALUE = "value"  # the one element of a field that is read only on submit
OPAQUE = r"^[0-9A-Za-z]{1,64}$"  # our own ids, as they come back in buttons and metadata


def opaque(value: object) -> str:
    """Return an id that came back; what is no id of ours names nothing."""
    if isinstance(value, str) and re.fullmatch(OPAQUE, value):
        return value
    raise NotFoundError
