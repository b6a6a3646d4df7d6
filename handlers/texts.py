"""Every text a person reads, in their language. English is in the code, the rest in `.po`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.dates import format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from coaching.phrase import Phrase, Value
from questions.wording import LOCALES, Locale, Wording

CATALOGUES = Path(__file__).parent / "locale"
BABEL: Mapping[Locale, str] = {"en": "en_GB", "zh-CN": "zh_Hans_CN"}
DAY = "MMMEd"  # weekday, day and month, in the order of the language
BEFORE_TIME: Mapping[Locale, str] = {"en": ", ", "zh-CN": " "}
PLACE = re.compile(r"{(\w+)}")


@dataclass(frozen=True, slots=True)
class Texts:
    """One language, and the zone that times are said in."""

    locale: Locale
    translations: NullTranslations
    zone: tzinfo = UTC

    def __call__(self, text: str, **values: Value) -> str:
        """Say a text."""
        return self._fill(self.translations.gettext(text), values)

    def count(self, one: str, many: str, n: int) -> str:
        """Say a text about ``{n}`` things, in the form the language wants for that many."""
        return self._fill(self.translations.ngettext(one, many, n), {"n": n})

    def say(self, phrase: Phrase) -> str:
        """Say what coaching wants said."""
        return self._fill(self.translations.gettext(phrase.text), phrase.values)

    def of(self, wording: Wording) -> str:
        """Say what a bank or a model says."""
        return wording.of(self.locale)

    def pieces(self, text: str, **elements: Any) -> Iterator[Any]:
        """Say a text piece by piece: what is in braces is an element, the rest is plain."""
        for n, part in enumerate(PLACE.split(self.translations.gettext(text))):
            if n % 2:
                yield elements[part]
            elif part:
                yield {"type": "text", "text": part}

    def moment(self, at: datetime) -> str:
        """Say a moment in the reader's zone, as in *Tue 6 Jan, 14:00*."""
        locale, there = BABEL[self.locale], at.astimezone(self.zone)
        day = format_skeleton(DAY, there, tzinfo=self.zone, locale=locale)
        return f"{day}{BEFORE_TIME[self.locale]}{there:%H:%M}"

    def number(self, number: float) -> str:
        """Say a number with one decimal at most: scores are not known better than that."""
        return format_decimal(round(number, 1), format="0.#", locale=BABEL[self.locale])

    def _fill(self, text: str, values: Mapping[str, Value]) -> str:
        said = {name: self._value(value) for name, value in values.items()}
        return text.format(**said) if said else text

    def _value(self, value: Value) -> str | int:
        if isinstance(value, datetime):
            return self.moment(value)
        return self.of(value) if isinstance(value, Wording) else value


@dataclass(frozen=True, slots=True)
class Languages:
    """All languages, read once at start: nothing is compiled beforehand."""

    translations: Mapping[Locale, NullTranslations]

    @classmethod
    @cache
    def read(cls) -> Self:
        """Read the catalogues, once in a process: they change with the code."""
        chinese = _read(CATALOGUES / "zh_CN.po")
        return cls({"en": NullTranslations(), "zh-CN": chinese})

    def of(self, locale: Locale, zone: str = "UTC") -> Texts:
        """Return a language with a zone; one that nobody knows is UTC."""
        try:
            known: tzinfo = ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError):
            known = UTC
        return Texts(locale, self.translations[locale], known)


def spoken(slack_locale: str) -> Locale:
    """Choose for one of Slack's locales: Chinese for every ``zh``, else English."""
    english, chinese = LOCALES
    return chinese if slack_locale.lower().startswith("zh") else english


def _read(path: Path) -> NullTranslations:
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=path.stem, abort_invalid=True))
    compiled.seek(0)
    return GNUTranslations(compiled)
