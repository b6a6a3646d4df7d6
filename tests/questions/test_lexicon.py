"""The cues and messages of practice feedback: sound, in both languages, and kindly put."""

import re
from string import Formatter

import pytest

from questions import lexicon
from questions.lexicon import Lexicon
from questions.linting import lint
from questions.messages import Messages
from questions.rules.patterns import fault
from questions.wording import LOCALES
from tests.questions.packs import TODAY

SHIPPED = lexicon.SHIPPED.parent
PATTERNS = [
    (locale, pattern)
    for _, patterns in Lexicon.shipped().patterns
    for locale in LOCALES
    for pattern in patterns.of(locale)
]
# Scores, absence stated as a fact, praise of the person, comparison, shouting, pressing.
NEVER = re.compile(
    r"scor|grade|percent|%|\bstars?\b|missing|lack|fail|!|\bwell done|great|excellent|good job"
    r"|talent|natural|smart|better than|other (?:people|candidates)|most people|must|should"
    r"|分数|打分|评分|得分|满分|百分|％|星级|缺少|缺失|缺乏|没有写|不合格|！|优秀|厉害|聪明"
    r"|很棒|真棒|天赋|别人|其他人|大多数人|您|务必|必须",
    re.IGNORECASE,
)


def said():
    """Return every message with the name it is written under."""
    messages = Messages.shipped()
    written = [
        *(("keep", rule, keep.say) for rule, keep in messages.keep.items()),
        *(
            ("steps", rule, text)
            for rule, step in messages.steps.items()
            for text in (step.say, step.next, step.try_)
        ),
        *(("changes", rule, text) for rule, text in messages.changes.items()),
        *(("checks", rule, text) for rule, text in messages.checks.items()),
        ("invite", "", messages.invite),
        ("invite", "anyway", messages.invite_anyway),
    ]
    return [(f"{kind} {rule}", text) for kind, rule, text in written]


def test_every_pattern_can_match_and_keeps_nobody_waiting():
    """Bounded, two gaps at most: no text makes one of them slow."""
    assert PATTERNS
    assert [
        (pattern, found) for locale, pattern in PATTERNS if (found := fault(pattern, locale))
    ] == []


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("lexicon", "renewed|", "renew.*|", "E098"),
        ("lexicon", "general:", "generally:", "E004"),
        ("messages", "“{quote}”。这句留着。", "“{quote}”！*留着*。", "E015"),
        ("messages", "zh-CN:", "zh:", "E011"),
    ],
)
def test_the_linter_says_what_is_wrong_with_them(tmp_path, name, old, new, code):
    path = tmp_path / f"{name}.yaml"
    written = (SHIPPED / f"{name}.yaml").read_text(encoding="utf-8")
    path.write_text(written, encoding="utf-8")
    assert lint([path], TODAY) == []
    path.write_text(written.replace(old, new, 1), encoding="utf-8")
    assert any(f" {code} " in found for found in lint([path], TODAY))


def test_cues_are_looked_for_in_both_languages():
    one_sided = [p for _, p in Lexicon.shipped().patterns if bool(p.en) != bool(p.zh_cn)]
    assert one_sided == []


@pytest.mark.parametrize(
    ("name", "text"), said(), ids=lambda each: each if isinstance(each, str) else ""
)
def test_no_message_scores_praises_or_presses(name, text):
    for locale in LOCALES:
        assert NEVER.findall(text.of(locale)) == []


@pytest.mark.parametrize(
    ("name", "text"), said(), ids=lambda each: each if isinstance(each, str) else ""
)
def test_both_languages_fill_in_the_same(name, text):
    filled = [
        {field for _, field, _, _ in Formatter().parse(text.of(each)) if field} for each in LOCALES
    ]
    assert filled[0] == filled[1]
    assert filled[0] <= {"quote", "points", "minutes"}


def test_what_was_not_found_is_never_called_absent():
    for rule in ("action", "result", "number", "alternatives", "evidence", "reasoning"):
        step = Messages.shipped().steps[rule]
        assert "I could not find" in step.say.en
        assert "没有找到" in step.say.zh_cn


def test_no_message_speaks_of_a_situation_or_task_that_was_not_found():
    assert not {"situation", "task"} & set(Messages.shipped().steps)
