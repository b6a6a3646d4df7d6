"""What is wrong with a question somebody wrote, said to a person and not to a file's author."""

import re
from collections.abc import Iterator, Mapping

from coaching.phrase import Phrase, Value
from coaching.question_form import (
    EVIDENCE,
    MATERIALS,
    NEGATIVE,
    POINTS,
    POSITIVE,
    PROMPT,
    TITLE,
    QuestionForm,
    fields_of_probes,
)
from coaching.typed import unkeepable
from coaching.wording_up import halve, listed
from questions.findings import Finding
from questions.model import Competency
from questions.wording import LOCALES

BOX = 3000  # UTF-16 units that a box of Slack's holds
FEWEST, MOST = {POSITIVE: 3, NEGATIVE: 2}, 10
PROBES = 3  # at least
QUOTED = re.compile(r'^"(?P<words>.*?)"')


def gaps(form: QuestionForm, competency: Competency) -> Mapping[str, Phrase]:
    """Return what a form lacks, by field; the linter is asked when there are no gaps."""
    found: dict[str, Phrase] = {}
    for name, fault in _gaps(form, competency):
        found.setdefault(name, fault)
    return found


def said(finding: Finding) -> Phrase:
    """Say what the linter found to somebody who has a form before them."""
    sentence = SENTENCES.get(finding.code)
    # The linter quotes and counts within its messages: what the sentence names is taken from there.
    found = PATTERNS.get(finding.code, QUOTED).search(finding.message)
    if sentence is None or ("{" in sentence.text and not found):
        return Phrase("Please look at this again ({code}).", {"code": finding.code})
    return Phrase(sentence.text, found.groupdict("") if found else {})


def _gaps(form: QuestionForm, competency: Competency) -> Iterator[tuple[str, Phrase]]:
    for name, text in form.texts.items():
        if fault := unkeepable(text, BOX):
            yield name, fault
    yield from _choices(form, competency)
    required = [TITLE, PROMPT, EVIDENCE, *(f"anchor:{points}" for points in POINTS)]
    required += [MATERIALS] if form.frame.type == "case" else []
    required += [f"probe:{n}" for n, kind in enumerate(form.frame.probes) if kind]
    for name in required:
        yield from _empty(form, name)
    for points in POINTS:
        yield from _anchor(form, f"anchor:{points}")
    yield from _probes(form)
    for side in (POSITIVE, NEGATIVE):
        yield from _indicators(form, side)


def _choices(form: QuestionForm, competency: Competency) -> Iterator[tuple[str, Phrase]]:
    parts = {part.id: {claim.id for claim in part.claims} for part in competency.sub_dimensions}
    chosen = set(form.sub_dimensions)
    if not 1 <= len(chosen) <= 2 or not chosen <= parts.keys():  # noqa: PLR2004 - as the schema says
        yield "sub_dimensions", Phrase("Choose one sub-dimension, or two.")
    known = set().union(*parts.values()) | {claim.id for claim in competency.claims}
    if not form.claims or not known.issuperset(form.claims):
        yield "claims", Phrase("Choose what an answer to this question shows.")
    for level in form.frame.levels:
        if form.expected.get(level) not in {2, 3, 4}:
            yield f"expected:{level}", Phrase("Choose the points that meet this level.")
    for name in ("answer", "probes"):
        if not form.minutes.get(name):
            yield f"minutes:{name}", Phrase("Choose how many minutes.")


def _empty(form: QuestionForm, name: str) -> Iterator[tuple[str, Phrase]]:
    for locale in LOCALES:
        if not form.text(name, locale).strip():
            yield f"{name}:{locale}", Phrase("Please fill this in.")


def _anchor(form: QuestionForm, name: str) -> Iterator[tuple[str, Phrase]]:
    for locale in LOCALES:
        if not all(half.strip() for half in halve(form.text(name, locale))):
            fault = Phrase("Write the short form on the first line, and the full text below it.")
            yield f"{name}:{locale}", fault


def _probes(form: QuestionForm) -> Iterator[tuple[str, Phrase]]:
    names = [*fields_of_probes(form.frame)]
    used = [n for n, name in enumerate(names) if form.typed(name)]
    for n in used:
        for locale in LOCALES:
            if not form.text(names[n], locale).strip():
                yield f"{names[n]}:{locale}", Phrase("Write this follow-up in both languages.")
        if not form.frame.probes[n] and not form.kinds[n]:
            yield f"kind:{n}", Phrase("Choose what this follow-up asks for.")
    if len(used) < PROBES:
        fault = Phrase("Write at least {n} follow-ups.", {"n": PROBES})
        yield f"{names[min(len(used), PROBES - 1)]}:en", fault


def _indicators(form: QuestionForm, side: str) -> Iterator[tuple[str, Phrase]]:
    lines = [len(listed(form.text(side, locale))) for locale in LOCALES]
    for locale, many in zip(LOCALES, lines, strict=True):
        if not FEWEST[side] <= many <= MOST:
            bounds: Mapping[str, Value] = {"least": FEWEST[side], "most": MOST, "n": many}
            fault = Phrase(
                "Write {least} to {most} lines, one sign on each; there are {n}.", bounds
            )
            yield f"{side}:{locale}", fault
    english, chinese = lines
    if english != chinese:
        fault = Phrase(
            "English has {en} lines, Chinese has {zh}. Write the same signs in both, "
            "in the same order.",
            {"en": english, "zh": chinese},
        )
        yield f"{side}:{LOCALES[-1]}", fault


VAGUE = frozenset({"W017"})  # often follows from another fault in the same field
PATTERNS: Mapping[str, re.Pattern[str]] = {
    "E020": re.compile(r"cut (?P<over>\d+)"),
    "E051": re.compile(r"^(?P<n>\d+) minutes.* takes (?P<low>\d+)-(?P<high>\d+)"),
    "E054": re.compile(r"kind (?P<kind>\w+)"),
    "E076": re.compile(r"alike to (?P<question>[\w-]+)"),
    "W076": re.compile(r"alike to (?P<question>[\w-]+)"),
    "W018": re.compile(r"differ: \[(?P<en>.*?)\] in English, \[(?P<zh>.*?)\] in Chinese"),
    "W063": re.compile(r"^(?P<n>\d+)"),
    "W066": re.compile(r"as (?P<points>\d)"),
}
SENTENCES: Mapping[str, Phrase] = {
    "E012": Phrase("Please fill this in."),
    "E013": Phrase("There is a space before or after this. Please take it out."),
    "E014": Phrase("There is an invisible control character in this. Please type it again."),
    "E015": Phrase("“{words}” would look odd in Slack. Please write it in plain words."),
    "E016": Phrase("This is in the wrong language. Please write it in the language of the field."),
    "W016": Phrase("“{words}”: beside Chinese, please use Chinese punctuation, such as ，。？"),
    "W017": Phrase("English and Chinese differ a lot in length. Is one of them incomplete?"),
    "W018": Phrase(
        "The numbers differ: English has {en}, Chinese has {zh}. "
        "Please write the same numbers in both, in figures."
    ),
    "W019": Phrase("“{words}”: all questions are in British spelling. Please change it."),
    "E020": Phrase("This text is {over} characters too long. Please shorten it."),
    "E047": Phrase(
        "None of these belongs to the sub-dimension you chose. Please add one that does."
    ),
    "W047": Phrase("One of these has no evidence behind it. Please choose another."),
    "E050": Phrase("A higher level never needs fewer points. Please check all levels."),
    "E051": Phrase("That makes {n} minutes. A question of this type takes {low} to {high}."),
    "E054": Phrase("A question of this type needs one more kind of follow-up. Please add it."),
    "E055": Phrase("Two of these are the same. Please change one."),
    "E057": Phrase(
        "This only grades the answer. Please say what the person did, said or can show."
    ),
    "W060": Phrase(
        "A behavioural question asks for one real occasion. Please begin with words such as "
        "“Tell me about a time” or “请讲一次”."
    ),
    "W061": Phrase("“{words}” points to the answer. Please ask openly."),
    "W062": Phrase("“{words}” asks two things at once. Please choose one."),
    "W063": Phrase("There are {n} questions in one. Please move some to the follow-ups."),
    "W064": Phrase("“{words}” can be answered with yes or no. Please ask what, how, who or why."),
    "W065": Phrase(
        "This is too short to recognise an answer by. Please say what there is to hear."
    ),
    "W066": Phrase(
        "This says nearly the same as the answer for {points} points. "
        "Please say what more there is to hear."
    ),
    "E076": Phrase("This is too much like the question {question}. Please invent another story."),
    "W076": Phrase("This is too much like the question {question}. Please invent another story."),
}
