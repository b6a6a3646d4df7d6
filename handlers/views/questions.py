"""The list of questions: what to look for, and a page of what was found."""

from collections.abc import Iterator

from coaching.browsing import Listing
from handlers import ids
from handlers.question_search import ANY, WORDS, metadata
from handlers.texts import Texts
from handlers.views import kit, words
from handlers.views.kit import Block
from handlers.views.question import facts
from questions.bank import TYPES, Question
from questions.model import LEVELS

LABEL = 75  # units that Slack takes for the label of a group, and for that of a button
OPENING = 140  # units of a prompt that tell which one it is


def modal(listing: Listing, texts: Texts, turn: int = 0, *, cut: bool = False) -> Block:
    """Show a page of what was found.

    Fields whose names change lose what was typed and chosen in them: those of a cleared form, by
    its ``turn``, and the choice of a sub-dimension when the competency is another. ``cut``: more
    words were asked for than are looked for.
    """
    only = texts("Only the first {n} characters are looked for.", n=WORDS)
    live = listing.library.pool == "live"
    return kit.modal(
        texts("Questions") if live else texts("Practice questions"),
        [
            kit.section(_about(listing, texts)),
            *_choices(listing, texts, turn),
            *([kit.note(only)] if cut else []),
            *(_results(listing, texts) if listing.found else _nothing(texts)),
        ],
        callback_id=ids.QUESTIONS_SEARCH,
        private_metadata=metadata(listing, turn),
        submit=texts("Search"),
        close=texts("Close"),
    )


def _about(listing: Listing, texts: Texts) -> str:
    if listing.library.pool == "live":
        return texts("Questions for real interviews. Keep them among interviewers.")
    return words.practice(texts, guest=listing.guest)


def _choices(listing: Listing, texts: Texts, turn: int) -> Iterator[Block]:
    search = listing.search
    box = kit.line(ids.QUESTIONS_WORDS, WORDS, texts("Words in English or Chinese"))
    box |= {"dispatch_action_config": {"trigger_actions_on": ["on_enter_pressed"]}}
    box |= {"initial_value": search.words} if search.words else {}
    label = texts("Search in titles, questions and signs")
    name = f"questions.words:{turn}"
    yield kit.field(name, label, box, optional=True, dispatch_action=True)
    topic = [_competency(listing, texts)]
    if search.competency:
        topic.append(_part(listing, search.competency, texts))
    yield _row(f"questions.topic:{turn}:{search.competency or ''}", *topic)
    levels = [kit.option(words.level(texts, each), each) for each in LEVELS]
    types = [kit.option(words.type_(texts, each), each) for each in TYPES]
    any_level, any_type = (
        kit.option(each, ANY) for each in (texts("Any level"), texts("Any type"))
    )
    yield _row(
        f"questions.kind:{turn}",
        kit.select(ids.QUESTIONS_LEVEL, [any_level, *levels], search.level or ANY),
        kit.select(ids.QUESTIONS_TYPE, [any_type, *types], search.type or ANY),
    )


def _competency(listing: Listing, texts: Texts) -> Block:
    """Return the menu of all competencies, by model and group."""
    models, any_one = listing.library.models, kit.option(texts("Any competency"), ANY)
    groups: list[Block] = [{"label": kit.plain(texts("All")), "options": [any_one]}]
    for model in models:
        for group in model.groups:
            names = [texts.of(model.name)] if len(models) > 1 else []
            label = " · ".join([*names, texts.of(group.name)])
            options = [kit.option(texts.of(each.name), each.id) for each in group.competencies]
            groups.append({"label": kit.plain(kit.clip(label, LABEL)), "options": options})
    chosen = listing.search.competency or ANY
    offered = [option for group in groups for option in group["options"]]
    return {
        "type": "static_select",
        "action_id": ids.QUESTIONS_COMPETENCY,
        "option_groups": groups,
        "initial_option": next(each for each in offered if each["value"] == chosen),
    }


def _part(listing: Listing, competency: str, texts: Texts) -> Block:
    _, chosen = listing.library.place(competency)
    parts = [kit.option(texts.of(each.name), each.id) for each in chosen.sub_dimensions]
    options = [kit.option(texts("Any sub-dimension"), ANY), *parts]
    return kit.select(ids.QUESTIONS_PART, options, listing.search.sub_dimension or ANY)


def _results(listing: Listing, texts: Texts) -> Iterator[Block]:
    yield kit.note(_count(listing, texts))
    for question in listing.shown:
        yield kit.divider()
        yield from row(question, listing, texts)
    yield from _pager(listing, texts)


def row(question: Question, listing: Listing, texts: Texts) -> Iterator[Block]:
    """Show enough of a question to choose it."""
    title, about = texts.of(question.title), facts(question, listing.library, texts)
    opening = kit.clip(texts.of(question.prompt).splitlines()[0], OPENING)
    open_ = kit.button(ids.QUESTIONS_OPEN, texts("Open"), question.id)
    spoken = kit.clip(texts("Open: {title}", title=title), LABEL)
    yield {
        "type": "section",
        "text": kit.plain(title),
        "accessory": open_ | {"accessibility_label": spoken},
    }
    yield kit.note(f"{opening}\n{' · '.join(about)}")


def _count(listing: Listing, texts: Texts) -> str:
    all_ = len(listing.found)
    if len(listing.shown) == all_:
        return texts.count("{n} question", "{n} questions", all_)
    first, last = listing.before + 1, listing.before + len(listing.shown)
    return texts("{first}–{last} of {all} questions", first=first, last=last, all=all_)


def _pager(listing: Listing, texts: Texts) -> Iterator[Block]:
    earlier = kit.button(ids.QUESTIONS_EARLIER, texts("Previous page"))
    later = kit.button(ids.QUESTIONS_LATER, texts("Next page"))
    ways = [*([earlier] if listing.before else []), *([later] if listing.after else [])]
    if ways:
        yield kit.divider()
        yield kit.buttons(*ways)


def _nothing(texts: Texts) -> Iterator[Block]:
    said = texts(
        "No question fits. Each of your words has to be in it: try fewer words, or leave "
        "competency, level or type open."
    )
    yield kit.section(said)
    yield kit.buttons(kit.button(ids.QUESTIONS_CLEAR, texts("Show all questions")))


def _row(block_id: str, *elements: Block) -> Block:
    return kit.buttons(*elements) | {"block_id": block_id}
