"""The labelled answers as they would stand in the form with four fields."""

from coaching.practice.feedback.guided import guided

FIELDS = ("situation", "action", "result", "reflection")
FIELD_OF = {"S": "situation", "T": "situation", "A": "action", "R": "result", "L": "reflection"}


def said(answer, fields):
    """Return the feedback on an answer in fields."""
    return guided(fields, answer.question, answer.language)


def by_label(answer):
    """Return an answer with each passage in the field that it is for."""
    fields = dict.fromkeys(FIELDS, "")
    for label, text in answer.passages:
        fields[FIELD_OF.get(label, "action")] += f"{text} "
    return fields


def spread(answer):
    """Return the two ways in which opening words fill a form: cut in four, and all in each."""
    text = " ".join(text for _, text in answer.passages)
    cut = [text[n * len(text) // 4 : (n + 1) * len(text) // 4] for n in range(4)]
    return dict(zip(FIELDS, cut, strict=True)), dict.fromkeys(FIELDS, text)
