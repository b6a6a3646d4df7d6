"""The form before a mock, and the one in which a guided answer is written."""

from collections.abc import Iterator

from coaching.practice.answer_forms import Form
from coaching.practice.fields import LONGEST, fields
from coaching.practice.rounds import Offer
from coaching.practice.wish import ALONE, MINUTES, QUESTIONS
from handlers import ids, mock_forms
from handlers.mock_forms import AnswerMetadata
from handlers.texts import Texts
from handlers.views import kit, words
from handlers.views.kit import Block
from questions.model import LEVELS


def modal(offer: Offer, texts: Texts) -> Block:
    """Offer what can be practised, as it was chosen the last time."""
    return kit.modal(
        texts("Practice interview"),
        [
            kit.section(
                texts("Practice is yours alone: no hiring team ever sees it, nothing is scored.")
            ),
            kit.note(
                texts.count(
                    "Your answers are deleted after {n} day. `/mock delete` deletes everything at "
                    "once.",
                    "Your answers are deleted after {n} days. `/mock delete` deletes everything at "
                    "once.",
                    offer.kept.days,
                )
            ),
            *wished(offer, texts),
            *_choices(offer, texts),
            *_language_model(offer, texts),
        ],
        callback_id=ids.MOCK_BEGIN,
        submit=texts("Start"),
        close=texts("Close"),
    )


def wished(offer: Offer, texts: Texts) -> Iterator[Block]:
    """Ask for competency, level and language, as they were chosen the last time."""
    yield _topic(offer, texts)
    levels = [kit.option(words.level(texts, each), each) for each in LEVELS]
    yield kit.field("level", texts("Level"), kit.select("level", levels, offer.wish.level))
    languages = [kit.option("English", "en"), kit.option("简体中文", "zh-CN")]
    chosen = kit.select("locale", languages, offer.wish.locale)
    yield kit.field("locale", texts("Language"), chosen)


def _topic(offer: Offer, texts: Texts) -> Block:
    """Return the menu of surprises, and of the competencies that practice has questions for."""
    models = offer.library.models
    surprises = [kit.option(texts.of(model.name), model.id) for model in models]
    anything = [kit.option(texts("From all of them"), mock_forms.SURPRISE)]
    groups = [(texts("Surprise me"), [*surprises, *(anything if len(models) > 1 else [])])]
    for model in models:
        for group in model.groups:
            names = [texts.of(model.name)] if len(models) > 1 else []
            options = [
                kit.option(texts.of(each.name), each.id)
                for each in group.competencies
                if offer.library.of(each.id)
            ]
            groups.append((" · ".join([*names, texts.of(group.name)]), options))
    every = [option for _, options in groups for option in options]
    chosen = offer.wish.topic or mock_forms.SURPRISE
    initial = next((each for each in every if each["value"] == chosen), every[0])
    menu = kit.grouped("topic", groups) | {"initial_option": initial}
    return kit.field("topic", texts("What to practise"), menu)


def _choices(offer: Offer, texts: Texts) -> Iterator[Block]:
    wish = offer.wish
    one = texts("One question, about {n} minutes", n=ALONE)
    whole = texts("A full round: {n} questions, {minutes} minutes", n=QUESTIONS, minutes=MINUTES)
    lengths = [kit.option(whole, mock_forms.WHOLE), kit.option(one, mock_forms.ALONE)]
    length = mock_forms.WHOLE if wish.whole else mock_forms.ALONE
    few = texts("When your competency has fewer questions, its neighbours help out.")
    yield kit.field("length", texts("Length"), kit.radio("length", lengths, length), hint=few)
    forms = [
        kit.option(
            texts("Guided"), "guided", texts("A form with four fields and a hint for each.")
        ),
        kit.option(texts("Free"), "free", texts("A conversation, with follow-up questions.")),
    ]
    yield kit.field("form", texts("How you answer"), kit.radio("form", forms, wish.form))
    clocks = [
        kit.option(texts("Without a clock"), mock_forms.UNTIMED),
        kit.option(texts("With a clock: I say what time is left"), mock_forms.TIMED),
    ]
    clock = mock_forms.TIMED if wish.timed else mock_forms.UNTIMED
    yield kit.field("clock", texts("Time"), kit.radio("clock", clocks, clock))


def _language_model(offer: Offer, texts: Texts) -> Iterator[Block]:
    """Offer to let a language model read along, where there is one; ticked only by the person."""
    if (asked := offer.commentator) is None:
        return
    boxes = [kit.option(texts("Offer me its paragraph below each feedback"), mock_forms.COMMENTED)]
    ticked = [mock_forms.COMMENTED] if offer.wish.commented else []
    leaves = texts(
        "You then find a button below each feedback. It shows what of your answer would go to "
        "{model} at {host}: without your name, and without other names as far as rules recognise "
        "them. You can take out more. Nothing is sent before you press Send there.",
        model=asked.model,
        host=asked.host,
    )
    menu = kit.ticks("comment", boxes, ticked)
    yield kit.field("comment", texts("Language model"), menu, optional=True, hint=leaves)


def answer(form: Form, texts: Texts) -> Block:
    """Ask for an answer in four fields, each as it was left."""
    metadata = AnswerMetadata(mock=form.mock.id, n=form.turn.n)
    question = form.question
    materials = [kit.quote(texts.of(question.materials))] if question.materials else []
    labels = _labels(texts)
    boxes = [
        kit.field(
            field,
            labels[field][0],
            kit.lines(ids.MOCK_TYPED, LONGEST, form.typed.get(field, "")),
            optional=True,
            dispatch_action=True,
            hint=labels[field][1],
        )
        for field in fields(question)
    ]
    return kit.modal(
        texts("Your answer"),
        [
            kit.rich(kit.paragraph(kit.word(texts.of(question.prompt))), *materials),
            kit.note(texts("What you type is kept: you can close this and come back.")),
            *boxes,
        ],
        callback_id=ids.MOCK_SUBMIT,
        private_metadata=metadata.model_dump_json(),
        submit=texts("Done"),
        close=texts("Close"),
    )


def _labels(texts: Texts) -> dict[str, tuple[str, str]]:
    """Name each field, with a hint."""
    return {
        "situation": (
            texts("Situation and task"),
            texts("Where and when was it, and what was up to you? Two or three sentences."),
        ),
        "action": (
            texts("What I did"),
            texts("Your own steps, in order, and why you took them."),
        ),
        "result": (
            texts("Result"),
            texts("What was different afterwards, and how do you know? Numbers, if you have them."),
        ),
        "learned": (
            texts("What I learned"),
            texts("What would you do again, and what differently?"),
        ),
        "first": (
            texts("What I would find out first"),
            texts("Whom would you ask, and what would you look at?"),
        ),
        "choice": (
            texts("What I would do, and why"),
            texts("Your steps and your reasons. Say what they depend on."),
        ),
        "check": (
            texts("How I would know it worked"),
            texts("What would you measure or watch, and when?"),
        ),
        "others": (
            texts("What else I considered"),
            texts("Another way, and what could go wrong with yours."),
        ),
    }
