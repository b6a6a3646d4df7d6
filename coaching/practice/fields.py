"""What the form of a guided answer asks for: four things, by the kind of question."""

from collections.abc import Mapping

from questions.bank import Question, Type

STORY = ("situation", "action", "result", "learned")  # of something that happened
PLAN = ("first", "choice", "check", "others")  # of something that might
LONGEST = 3_000  # UTF-16 units in one field, as Slack takes them
FIELDS: Mapping[Type, tuple[str, ...]] = {"behavioural": STORY, "situational": PLAN, "case": PLAN}


def fields(question: Question) -> tuple[str, ...]:
    """Return the names of a question's four fields, in order."""
    return FIELDS[question.type]
