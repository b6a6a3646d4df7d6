"""Every text in the code has its Chinese, with the same values in it."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from coaching.phrase import Phrase
from handlers.texts import CATALOGUES, spoken

ROOT = Path(__file__).parents[2]
SAYERS = {"Phrase": None, "texts": None, "pieces": None, "count": (1, 2)}
ROOMS = ("coaching", "handlers")
SAME = {"English", "简体中文"}


def said():
    for room in ROOMS:
        for _, _, text, _, _ in extract_from_dir(ROOT / room, keywords=SAYERS):
            yield first(text)


def names(text):
    return set(re.findall(r"{\w+}", text))


def first(text):
    return text if isinstance(text, str) else text[0]


@pytest.fixture(scope="module")
def chinese():
    """Return the catalogue as English to Chinese, plurals by their first form."""
    with (CATALOGUES / "zh_CN.po").open("rb") as file:
        messages = [message for message in read_po(file, locale="zh_CN") if message.id]
    assert not [m.id for m in messages if m.fuzzy]
    return {first(message.id): first(message.string) for message in messages}


def test_every_text_has_its_chinese_and_none_is_left_over(chinese):
    texts = set(said())
    assert len(texts) > 100
    assert texts - chinese.keys() == set()
    assert chinese.keys() - texts == set()
    assert [text for text, translated in chinese.items() if not translated] == []


def test_no_text_is_in_the_catalogue_twice():
    written = (CATALOGUES / "zh_CN.po").read_text(encoding="utf8")
    texts = re.findall(r"^msgid ((?:\".*\"\n)+)", written, re.MULTILINE)
    assert len(texts) > 100
    assert [text for text in texts if texts.count(text) > 1] == []


def test_translations_name_the_same_values(chinese):
    assert [text for text in chinese if names(text) != names(chinese[text])] == []


def test_chinese_is_written_with_chinese_punctuation(chinese):
    han = "[\u4e00-\u9fff]"
    bad = re.compile(rf"{han}\s*[,;?!:](?!\w)|{han}\.$|[“”]?{han} +{han}")
    assert [text for text in chinese.values() if bad.search(text)] == []


def test_a_count_takes_the_form_of_its_language(languages):
    one, many = "{n} rater", "{n} raters"
    assert languages.of("en").count(one, many, 1) == "1 rater"
    assert languages.of("en").count(one, many, 2) == "2 raters"
    assert languages.of("zh-CN").count(one, many, 2) == "2 位面试官"


@pytest.mark.parametrize(
    ("locale", "zone", "said"),
    [
        ("en", "Europe/London", "Mon 5 Jan, 09:00"),
        ("zh-CN", "Asia/Shanghai", "1月5日周一 17:00"),
        ("en", "Asia/Kolkata", "Mon 5 Jan, 14:30"),
        ("en", "Nowhere/Land", "Mon 5 Jan, 09:00"),
    ],
)
def test_a_moment_is_said_in_the_readers_zone_and_way(languages, locale, zone, said):
    texts = languages.of(locale, zone)
    phrase = Phrase("The last interview ends on {at}. Choose a later time.", {})
    assert texts.moment(datetime(2026, 1, 5, 9, tzinfo=UTC)) == said
    assert "{at}" in texts.say(phrase)


def test_every_chinese_reads_simplified_and_everybody_else_english():
    assert [spoken(locale) for locale in ("zh-CN", "zh-TW", "en-GB", "de-DE", "")] == [
        "zh-CN",
        "zh-CN",
        "en",
        "en",
        "en",
    ]


def test_a_sentence_in_pieces_follows_the_order_of_its_language(languages):
    text = "Your scorecard for {name} is sealed."
    name = {"type": "text", "text": "王"}
    pieces = list(languages.of("zh-CN").pieces(text, name=name))
    assert "".join(piece["text"] for piece in pieces) == "评分表已封存：王。"
