"""How questions and probes are asked."""

import re
from collections.abc import Iterator, Mapping

from questions.files import Entry, Shelf
from questions.findings import Finding
from questions.wording import LOCALES, Locale

MOST_QUESTIONS = 3  # in one prompt; a listener keeps no more in mind
OCCASION: Mapping[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:tell me about|describe|give me|walk me through|think of)\b.*"
        r"\b(?:time|occasion|example|case|project|situation)\b",
        re.IGNORECASE | re.DOTALL,
    ),
    "zh-CN": re.compile(r"[讲说举谈]述?一?[次个段件]|(?:描述|回忆|分享)一[次个段件]"),
}
LEADING: Mapping[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:don't you|wouldn't you|surely|isn't it|as you know|you would agree|of course)\b",
        re.IGNORECASE,
    ),
    "zh-CN": re.compile(r"难道|你不觉得|你不认为|众所周知|大家都知道|是不是应该|当然"),
}
EITHER: Mapping[Locale, re.Pattern[str]] = {
    "en": re.compile(r"\band/or\b", re.IGNORECASE),
    "zh-CN": re.compile(r"和/或|及/或"),
}
CLOSED: Mapping[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"^(?:did|do|does|is|are|was|were|have|has|had|can|could|would|will|should)\b",
        re.IGNORECASE,
    ),
    "zh-CN": re.compile(r"吗[？?]$|是不是|是否|有没有"),
}


def check(shelf: Shelf) -> Iterator[Finding]:
    """Yield prompts and probes that lead, pile up, or can be answered with yes."""
    for file in shelf.banks:
        for entry in file.entries():
            for locale in LOCALES:
                for code, message in _stem(entry, locale):
                    yield entry.finding(code, message, "prompt", locale)
            yield from _probes(entry)


def _stem(entry: Entry, locale: Locale) -> Iterator[tuple[str, str]]:
    question = entry.question
    prompt = question.prompt.of(locale)
    if question.type == "behavioural" and not OCCASION[locale].search(prompt):
        yield "W060", "A behavioural question asks for one past occasion: say so."
    if found := LEADING[locale].search(prompt):
        yield "W061", f'"{found[0]}" leads to the answer: ask openly.'
    if found := EITHER[locale].search(prompt):
        yield "W062", f'"{found[0]}" asks two things: choose one.'
    if (asked := len(re.findall(r"[?？]", prompt))) > MOST_QUESTIONS:
        yield "W063", f"{asked} questions in one: move some to the probes."


def _probes(entry: Entry) -> Iterator[Finding]:
    for at, probe in enumerate(entry.question.probes):
        for locale in LOCALES:
            if found := CLOSED[locale].search(probe.text.of(locale)):
                message = f'"{found[0]}" can be answered with yes or no: ask what, how or why.'
                yield entry.finding("W064", message, "probes", at, "text", locale)
