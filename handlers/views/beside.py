"""Candidates of one job side by side: by competency, in the order they were planned."""

from collections.abc import Iterator, Sequence

from coaching.debrief.beside import Beside
from coaching.debrief.naming import named
from coaching.debrief.report import Report
from coaching.job import Job
from coaching.profile import Line
from handlers import ids
from handlers.beside_forms import EVERY, BesideMetadata
from handlers.texts import Texts
from handlers.views import kit, words
from handlers.views.kit import Block

MOST = 20  # jobs in one answer
MESSAGE = 50  # blocks that Slack takes in one
FEW = 3  # jobs below a list of candidates


def offers(jobs: Sequence[Job], texts: Texts, most: int = MOST) -> list[Block]:
    """Offer to compare the candidates of jobs; more than ``most`` are counted."""
    blocks = [
        kit.beside(
            f"{job.title} · {words.level(texts, job.level)}",
            kit.button(ids.BESIDE_OPEN, texts("Compare candidates"), job.id),
        )
        for job in jobs[:most]
    ]
    if (more := len(jobs) - most) > 0:
        said = texts.count(
            "{n} more job has candidates to compare. `/debrief compare WORDS` finds it by its "
            "title.",
            "{n} more jobs have candidates to compare. `/debrief compare WORDS` finds them by "
            "their title.",
            more,
        )
        blocks.append(kit.section(said))
    return blocks


def below(blocks: Sequence[Block], jobs: Sequence[Job], texts: Texts) -> list[Block]:
    """Return a list of candidates with a few of these offers under it, where there is room.

    Without room `/debrief compare` still has them all.
    """
    offered = offers(jobs, texts, FEW)
    return [*blocks, *offered] if len(blocks) + len(offered) <= MESSAGE else [*blocks]


def modal(beside: Beside, texts: Texts, chosen: str | None = None) -> Block:
    """Show one competency, or for None all of them, below each other: Slack has no table here."""
    shown = [chosen] if chosen else beside.competencies
    return kit.modal(
        texts("Candidates compared"),
        [
            kit.rich(kit.paragraph(kit.bold(beside.job.title))),
            kit.note(
                texts(
                    "In the order they were planned. There is no overall number: what to weigh, "
                    "and how, is for you to decide."
                )
            ),
            kit.buttons(_menu(beside, texts, chosen)) | {"block_id": "competency"},
            *(_competency(each, beside, texts) for each in shown),
            *_others(beside, texts),
            kit.note(texts("Only you see this. That you compared them is logged.")),
        ],
        private_metadata=BesideMetadata(job=beside.job.id).model_dump_json(),
        close=texts("Done"),
    )


def _menu(beside: Beside, texts: Texts, chosen: str | None) -> Block:
    options = [
        kit.option(texts("All competencies"), EVERY),
        *(kit.option(_name(each, beside, texts), each) for each in beside.competencies),
    ]
    return kit.select(ids.BESIDE_COMPETENCY, options, chosen or EVERY)


def _competency(competency: str, beside: Beside, texts: Texts) -> Block:
    """Show what each candidate's raters found, candidate by candidate."""
    lines = beside.lines(competency)
    return kit.rich(
        kit.paragraph(kit.bold(_name(competency, beside, texts))),
        kit.bullets(_line(report, line, texts) for report, line in lines),
    )


def _line(report: Report, line: Line | None, texts: Texts) -> Sequence[Block]:
    name = kit.word(f"{_who(report, texts)}  ")
    if line is None:
        return [name, kit.word(texts("not in their interviews"))]
    if line.mean is None:
        return [name, kit.word(texts("not assessed by anybody"))]
    said = [
        texts.count("{n} rater", "{n} raters", len(line.raters)),
        words.confidence(texts, line.confidence),
        texts("bar {bar}", bar=texts.number(line.bar)),
    ]
    if line.disputed:
        said.append(texts("raters disagree"))
    return [name, kit.bold(texts.number(line.mean)), kit.word(f" · {' · '.join(said)}")]


def _who(report: Report, texts: Texts) -> str:
    """Name a candidate; somebody who was here before is told apart by the round."""
    name, n = named(report.loop), report.loop.candidate.round
    return texts("{name} (round {n})", name=name, n=n) if n > 1 else name


def _others(beside: Beside, texts: Texts) -> Iterator[Block]:
    """Count those who are not here."""
    if beside.earlier:
        yield kit.note(
            texts.count(
                "{n} candidate who was planned earlier is not shown.",
                "{n} candidates who were planned earlier are not shown.",
                beside.earlier,
            )
        )
    if beside.waiting:
        yield kit.note(
            texts.count(
                "{n} more candidate is not here yet: a scorecard or the debrief is still to come.",
                "{n} more candidates are not here yet: scorecards or debriefs are still to come.",
                beside.waiting,
            )
        )


def _name(competency: str, beside: Beside, texts: Texts) -> str:
    return texts.of(beside.reports[0].model.competency(competency).name)
