"""How a panel talks: what first, who speaks when, and what to ask where too little was heard."""

from collections.abc import Iterator, Mapping, Sequence

from coaching.debrief.discussing import Speaking, Topic
from coaching.debrief.following_up import FollowUp
from handlers.texts import Texts
from handlers.views import kit
from handlers.views.kit import Block
from questions.model import Model


def first(found: Sequence[Topic], model: Model, texts: Texts) -> list[Block]:
    """Show what to talk about first, each with its reason; nothing when there is no such thing."""
    if not found:
        return []
    rows = [
        [
            kit.bold(_name(each.line.competency, model, texts)),
            kit.word(f"  {texts.say(each.reason)}"),
        ]
        for each in found
    ]
    return [kit.rich(kit.paragraph(kit.bold(texts("Talk about these first"))), kit.numbers(rows))]


def script(
    found: Sequence[Speaking], names: Mapping[str, str], model: Model, texts: Texts
) -> list[Block]:
    """Show who speaks when, a block for each disputed competency.

    ``names`` has everybody who speaks: the raters, and the hiring manager.
    """
    if not found:
        return []
    rule = texts("Say what you heard before you say what it means. The order is no ranking.")
    title = kit.paragraph(kit.bold(texts("Who speaks when")))
    return [
        kit.rich(title, kit.paragraph(kit.word(rule))),
        *(_speaking(each, names, model, texts) for each in found),
    ]


def gaps(found: Sequence[FollowUp], model: Model, texts: Texts) -> list[Block]:
    """Show what rests on one rater or none, a block for each, and what could be asked yet."""
    return [_gap(each, model, texts) for each in found]


def _speaking(found: Speaking, names: Mapping[str, str], model: Model, texts: Texts) -> Block:
    turns = list(_turns(found, names, texts))
    name = kit.bold(_name(found.competency, model, texts))
    return kit.rich(kit.paragraph(name), kit.numbers(turns))


def _turns(found: Speaking, names: Mapping[str, str], texts: Texts) -> Iterator[Sequence[Block]]:
    def bold(accounts: Sequence[str]) -> Block:
        return kit.bold(texts(", ").join(names[each] for each in accounts))

    if found.opening:
        yield list(
            texts.pieces(
                "{names}: what did you hear, and why is it that point of the scale?",
                names=bold(found.opening),
            )
        )
    if found.then:
        yield list(texts.pieces("{names}: what has nobody said yet?", names=bold(found.then)))
    yield list(texts.pieces("{name} speaks last.", name=bold([found.last])))


def _gap(found: FollowUp, model: Model, texts: Texts) -> Block:
    name = kit.bold(_name(found.line.competency, model, texts))
    raters = texts("It rests on one rater.") if found.line.raters else texts("Nobody assessed it.")
    said = kit.paragraph(name, kit.word(f"  {raters}"))
    if not found.questions:
        nothing = texts("The bank has no question left that this candidate has not met.")
        return kit.rich(said, kit.paragraph(kit.word(nothing)))
    asked = texts.count(
        "A follow-up of {n} minute could ask:",
        "A follow-up of {n} minutes could ask:",
        found.minutes,
    )
    questions = [[kit.word(texts.of(each.title))] for each in found.questions]
    return kit.rich(said, kit.paragraph(kit.word(asked)), kit.bullets(questions))


def _name(competency: str, model: Model, texts: Texts) -> str:
    return texts.of(model.competency(competency).name)
