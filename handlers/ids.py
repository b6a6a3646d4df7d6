"""Every id that Slack hands back to us. Fields of forms are named by coaching."""

import re

from coaching.errors import NotFoundError

INTERVIEW, DEBRIEF, MOCK = "/interview", "/debrief", "/mock"
QUESTIONS = "/questions"

JOB_SUBMIT = "job.submit"
PLAN_PROPOSE, PLAN_ADD_SEAT, PLAN_AFRESH = "plan.propose", "plan.add_seat", "plan.afresh"
PLAN_COVER, PLAN_BACK, PLAN_SUBMIT = "plan.cover", "plan.back", "plan.submit"
PLAN_ROUND = "plan.round"
KIT_OPEN = "kit.open"
SCORE_OPEN, SCORE_SUBMIT = "score.open", "score.submit"
SCORE_MARK, SCORE_EVIDENCE, SCORE_WORD = "score.mark", "score.evidence", "score.recommendation"
SCORE_ADD, SCORE_TAKE_OFF, SCORE_WITHDRAW = "score.add", "score.take_off", "score.withdraw"
SCORE_NEXT, SCORE_BACK = "score.next", "score.back"
MOCK_START, MOCK_STOP, MOCK_END = "mock.start", "mock.stop", "mock.end"
MOCK_BEGIN, MOCK_ANSWER, MOCK_TYPED = "mock.begin", "mock.answer", "mock.typed"
MOCK_SUBMIT, MOCK_DONE, MOCK_SKIP = "mock.submit", "mock.done", "mock.skip"
MOCK_REPEAT, MOCK_EXPLAIN, MOCK_SWITCH = "mock.repeat", "mock.explain", "mock.switch"
MOCK_RETRY, MOCK_NEXT, MOCK_RATE = "mock.retry", "mock.next", "mock.rate"
MOCK_DELETE, MOCK_OBJECT = "mock.delete", "mock.object"
MOCK_LOOK, MOCK_SEND = "mock.look", "mock.send"
QUESTIONS_SEARCH, QUESTIONS_WORDS = "questions.search", "questions.words"
QUESTIONS_COMPETENCY, QUESTIONS_PART = "questions.competency", "questions.sub_dimension"
QUESTIONS_LEVEL, QUESTIONS_TYPE = "questions.level", "questions.type"
QUESTIONS_EARLIER, QUESTIONS_LATER = "questions.earlier", "questions.later"
QUESTIONS_CLEAR, QUESTIONS_OPEN = "questions.clear", "questions.open"
AUTHORING_BEGIN, AUTHORING_SUBMIT = "authoring.begin", "authoring.submit"
AUTHORING_EDIT = "authoring.edit"
RETIRING_RETIRE, RETIRING_COMPROMISE = "retiring.retired", "retiring.compromised"
RETIRING_REPLACE, RETIRING_REVIEW = "retiring.replace", "retiring.review"
GUIDE_START = "guide.start"
GUIDE_NEXT, GUIDE_BACK, GUIDE_SKIP = "guide.next", "guide.back", "guide.skip"
GUIDE_FINISH, GUIDE_REOPEN = "guide.finish", "guide.reopen"
GUIDE_USE, GUIDE_UNUSE, GUIDE_RATE = "guide.use", "guide.unuse", "guide.rate"
CHANGE_OPEN = "change.open"
CHANGE_OTHER, CHANGE_SUBMIT = "change.other", "change.submit"
CHANGE_COVER, CHANGE_COVER_SUBMIT = "change.cover", "change.cover_submit"
CHANGE_DROP_OUT = "change.drop_out"
CHANGE_CALL_OFF, CHANGE_CALL_OFF_ALL = "change.call_off", "change.call_off_all"
AMEND_OPEN = "amend.open"
AMEND_CHOOSE, AMEND_SUBMIT = "amend.choose", "amend.submit"
BEHALF_OPEN, BEHALF_TAKE_OVER = "behalf.open", "behalf.take_over"
LOOK_OPEN = "look.open"
DEBRIEF_EVIDENCE, DEBRIEF_COMPETENCY = "debrief.evidence", "debrief.competency"
DEBRIEF_EARLIER, DEBRIEF_LATER = "debrief.earlier", "debrief.later"
DEBRIEF_POST, DEBRIEF_CANCEL = "debrief.post", "debrief.cancel"
DEBRIEF_MOVE, DEBRIEF_MOVE_SUBMIT = "debrief.move", "debrief.move_submit"
JOB_SETTINGS, JOB_SETTINGS_SUBMIT = "job.settings", "job.settings_submit"
DECIDE_OPEN, DECIDE_SUBMIT = "decide.open", "decide.submit"
VOTE_OPEN, VOTE_SUBMIT = "vote.open", "vote.submit"
BESIDE_OPEN = "beside.open"
BESIDE_COMPETENCY = "beside.competency"
PACKET_SEND = "packet.send"
PEER_JOIN, PEER_LEAVE, PEER_READY = "peer.join", "peer.leave", "peer.ready"
PEER_NEXT, PEER_SWAP, PEER_END = "peer.next", "peer.swap", "peer.end"
PEER_REFUSE = "peer.refuse"
HOME_EARLIER, HOME_LATER = "home.earlier", "home.later"
SETTINGS_OPEN, SETTINGS_SUBMIT = "settings.open", "settings.submit"
NUDGE_LATER = "nudge.later"
HOLDING_MISSED, HOLDING_OPEN, HOLDING_SUBMIT = "holding.missed", "holding.open", "holding.submit"
LOOK_EARLIER, LOOK_LATER = "look.earlier", "look.later"
POST_AGAIN = "post.again"

VALUE = "value"  # the one element of a field that is read only on submit
OPAQUE = r"^[0-9A-Za-z]{1,64}$"  # our own ids, as they come back in buttons and metadata
QUESTION = r"^[a-z][a-z0-9-]{0,63}$"  # those of questions: banks write them


def opaque(value: object) -> str:
    """Return an id that came back; what is no id of ours names nothing."""
    if isinstance(value, str) and re.fullmatch(OPAQUE, value):
        return value
    raise NotFoundError


def question(value: object) -> str:
    """Return a question's id that came back; what cannot be one names nothing."""
    if isinstance(value, str) and re.fullmatch(QUESTION, value):
        return value
    raise NotFoundError
