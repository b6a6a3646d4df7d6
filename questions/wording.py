"""Text that exists in both languages, and the ground all hand-written types stand on."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Locale = Literal["en", "zh-CN"]
LOCALES: tuple[Locale, ...] = ("en", "zh-CN")
Text = Annotated[str, Field(min_length=1)]
MOST = 9_999  # of anything: databases and calendars have an end too
Whole = Annotated[int, Field(strict=True, ge=0, le=MOST)]
Counted = Annotated[int, Field(strict=True, ge=1, le=MOST)]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$", max_length=64)]


class Written(BaseModel):
    """Something a person wrote in YAML: nothing unknown gets in, nothing changes afterwards."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Wording(Written):
    """One text in each language. There is no fallback from one to the other."""

    en: Text
    zh_cn: Text = Field(alias="zh-CN")

    def of(self, locale: Locale) -> str:
        """Say it in that language."""
        return self.en if locale == "en" else self.zh_cn


class Lines(Written):
    """Several lines in each language; the two need not have the same number."""

    en: tuple[Text, ...]
    zh_cn: tuple[Text, ...] = Field(alias="zh-CN")

    def of(self, locale: Locale) -> tuple[str, ...]:
        """Return the lines of that language."""
        return self.en if locale == "en" else self.zh_cn


class Limit:
    """How long a text may be, in the units Slack counts; `rules.lengths` holds texts to it."""

    __slots__ = ("en", "zh_cn")

    def __init__(self, zh_cn: int, en: int) -> None:
        self.zh_cn = zh_cn
        self.en = en

    def of(self, locale: Locale) -> int:
        """Return the most that language may have."""
        return self.en if locale == "en" else self.zh_cn


Short = Annotated[Wording, Limit(75, 75)]  # Slack's option texts and descriptions end at 75
