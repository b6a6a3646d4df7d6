"""Which questions a job gets. Frozen with the job, so that every candidate hears the same ones."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import product

from questions.bank import Question
from questions.library import Library
from questions.model import Level


def plan(
    library: Library, model_id: str, level: Level, competencies: Sequence[str], seed: str
) -> tuple[str, ...]:
    """Return refs `id@rev#fingerprint`, in the model's order.

    Each competency gets one behavioural and one situational question that fit the level, from two
    families and, where that is possible, about different sub-dimensions. Ties fall by the seed, so
    that jobs differ and a job stays as it is. A competency without questions yields nothing, one
    with a single kind yields that. KeyError for a model or a competency nobody knows.
    """
    model = library.model(model_id)
    wanted = {model.competency(each).id for each in competencies}
    chosen = [each.id for each in model.competencies if each.id in wanted]
    return tuple(
        question.ref
        for competency in chosen
        for question in _pair([q for q in library.of(competency) if level in q.levels], seed)
    )


def _pair(fitting: Sequence[Question], seed: str) -> Iterator[Question]:
    """Past behaviour first, then the dilemma: the order they are asked in."""
    past = sorted((q for q in fitting if q.type == "behavioural"), key=lambda q: _lot(q, seed))
    dilemmas = sorted((q for q in fitting if q.type == "situational"), key=lambda q: _lot(q, seed))
    pairs = [(a, b) for a, b in product(past, dilemmas) if a.family != b.family]
    if pairs:
        yield from min(pairs, key=_overlap)
    else:
        yield from (past or dilemmas)[:1]


def _overlap(pair: tuple[Question, Question]) -> int:
    first, second = pair
    return len(set(first.sub_dimensions) & set(second.sub_dimensions))


def _lot(question: Question, seed: str) -> str:
    """Draw lots the same way every time."""
    return sha256(f"{seed}{'+'.join(question.sub_dimensions)}/{question.id}".encode()).hexdigest()
