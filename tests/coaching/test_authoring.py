"""From a form to a question: what is kept, and what its author is told."""

from dataclasses import replace
from datetime import date

import pytest

from bot import shelves
from coaching.errors import FormError
from coaching.judging import Desk, own
from coaching.question_form import Frame, QuestionForm, filled, same
from coaching.wording_up import again, header, new
from handlers.texts import Languages
from questions.topics import Topics
from tests.journeys.own import CHOICES, FIRST, FORM

TODAY = date(2026, 12, 1)
BOTH = shelves.read()
LIVE = sorted(BOTH.live.questions)


def form(texts=(), **changed):
    frame = Frame.new(FIRST["competency"], FIRST["type"], FIRST["levels"])
    kinds = [*frame.probes[:2], CHOICES["kind:2"], None, None, None]
    chosen = QuestionForm(
        frame=frame,
        sub_dimensions=CHOICES["sub_dimensions"],
        claims=CHOICES["claims"],
        expected={"mid": 3, "senior": 3},
        minutes={"answer": 5, "probes": 4},
        texts=FORM | dict(texts),
        kinds=kinds,
    )
    return replace(chosen, **changed)


async def judged(form_, data=None):
    """Return what the desk says: the fields with their sentences in English, none when well."""
    model, competency = BOTH.live.place(form_.frame.competency)
    beside = [*BOTH.live.questions.values(), *BOTH.mock.questions.values()]
    desk = Desk(BOTH.live, beside, header(model, competency, TODAY), frozenset(), TODAY)
    data = data or new(form_, "ibi-own-beh-001", "ibi-own-f")
    english = Languages.read().of("en")
    try:
        await desk.judge(form_, data, Topics.shipped())
    except FormError as error:
        return {field: english.say(phrase) for field, phrase in error.fields.items()}
    return {}


async def test_a_whole_form_is_well():
    assert await judged(form()) == {}


@pytest.mark.parametrize("name", LIVE)
def test_a_question_taken_up_again_and_sent_as_it_is_says_the_same(name):
    question = BOTH.live.question(name)
    kept = own(question.model_dump(mode="json", by_alias=True, exclude_unset=True), "x")
    taken_up = filled(question)
    assert same(taken_up, filled(question))
    written = own(again(taken_up, question, kept.document), question.competency).question()
    after = {"rev", "status", "review"}
    assert written.model_dump(exclude=after) == question.model_dump(exclude=after)
    assert (written.rev, written.status) == (question.rev + 1, "pilot")
    assert not written.review.complete


@pytest.mark.parametrize(
    ("field", "text", "found"),
    [
        ("title:en", "", "fill this in"),
        ("title:en", "A \u202e trick", "invisible control character"),
        ("title:en", "x" * 61, "1 characters too long"),
        ("title:en", "标签", "wrong language"),
        ("title:zh-CN", "Label", "wrong language"),
        ("title:en", "*Bold* labels", "“*” would look odd"),
        ("title:en", "A behavior and its label", "British spelling"),
        ("title:zh-CN", "标签,没有人打印", "Chinese punctuation"),
        ("prompt:zh-CN", f"请讲一次，{'仓库里的同事' * 30}。", "differ a lot in length"),
        ("prompt:zh-CN", "请讲一次：仓库里的3位同事跳过了一步。后来你改了什么？", "numbers differ"),
        ("prompt:en", "What do you do when a clerk skips a step, and why?", "real occasion"),
        ("prompt:en", f"Surely so. {FORM['prompt:en']}", "“Surely” points to the answer"),
        ("prompt:en", f"{FORM['prompt:en']} And/or who?", "two things at once"),
        ("prompt:en", f"Why? How? Who? {FORM['prompt:en']}", "4 questions in one"),
        ("probe:0:en", "Did you do it?", "“Did” can be answered with yes or no"),
        ("probe:3:en", "What then?", "both languages"),
        ("anchor:3:en", "Good\nA very good answer with excellent understanding.", "only grades"),
        ("anchor:3:en", "Saw it\nSaw it there.", "too short to recognise"),
        ("anchor:3:en", "Only the short form", "short form on the first line"),
        ("anchor:4:en", FORM["anchor:3:en"], "nearly the same as the answer for 3 points"),
        ("positive:en", "One sign\nTwo signs", "3 to 10 lines"),
        ("negative:zh-CN", "责怪员工\n只从报告里知道\n第三条", "the same signs in both"),
        ("evidence_prompt:en", "How are your children? Note it.", "Suggestion"),
        ("positive:en", "Names it\nPlans to have children soon\nSays what was lost", "pregnancy"),
    ],
)  # fmt: skip
async def test_a_fault_is_told_at_its_field_in_a_sentence(field, text, found):
    errors = await judged(form({field: text}))
    at = next((name for name in errors if name.split(":")[0] == field.split(":")[0]), "")
    assert found in errors.get(field, errors.get(at, "")), errors
    assert all("look at this again" not in said for said in errors.values())


async def test_what_was_chosen_is_looked_at_as_well():
    assert await judged(form(sub_dimensions=["know-users"])) == {
        "claims": "None of these belongs to the sub-dimension you chose. Please add one that does."
    }
    assert "12" in (await judged(form(minutes={"answer": 18, "probes": 4})))["minutes:answer"]
    fallen = await judged(form(expected={"mid": 4, "senior": 3}))
    assert "never needs fewer points" in fallen["expected:senior"]
    assert "expected:mid" in await judged(form(expected={"mid": 9, "senior": 3}))
    assert "sub_dimensions" in await judged(form(sub_dimensions=["charm"]))
    assert "claims" in await judged(form(claims=["charm"]))
    assert "kind:2" in await judged(form(kinds=[None] * 6))


async def test_line_breaks_and_bullets_are_tidied_and_nothing_else():
    typed = {
        "prompt:en": FORM["prompt:en"].replace(" How", "\n\nHow"),
        "prompt:zh-CN": FORM["prompt:zh-CN"].replace("。你", "。\n你"),
        "positive:en": "• " + FORM["positive:en"].replace("\n", "\n- "),
    }
    plain, tidied = form(), form(typed)
    assert await judged(tidied) == {}
    assert new(tidied, "a", "b") == new(plain, "a", "b")


async def test_a_case_asks_for_its_fact_sheet():
    frame = Frame.new(FIRST["competency"], "case", ["senior"])
    errors = await judged(form(frame=frame))
    assert errors["materials:en"] == "Please fill this in."
