"""What is taken out of a text before it leaves: names, and ways to reach people."""

import re
from collections.abc import Iterable, Sequence

from coaching.practice.names import chinese, english
from questions.folding import plain

OUT = "…"
SHORTEST = 2  # letters of a name that is looked for
LETTER = re.compile("[a-z]", re.IGNORECASE)
HAN = re.compile(r"[\u3400-\u9fff]")
BESIDE = r"[^\W_\u3400-\u9fff]"  # what makes a Latin word go on; Chinese does not
BETWEEN = re.compile(r"[ \u00a0·-]{0,2}|(?: (?:&|de|van|von) )")  # of two parts of a name
LETTERS, STEMS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "甲乙丙丁戊己庚辛壬癸"
WAYS = re.compile(
    r"""
    (?:https?://|(?<![a-z0-9])www\.)[^\s<>|，。；、）]+      # addresses of pages
    | (?<![a-z0-9_.+-])[a-z0-9_.+-]+ @ [a-z0-9-]+ (?:\.[a-z0-9-]+)+  # of people
    | @[\w.-]+ | \#[\w-]*[^\W\d][\w-]*                      # mentions of people and channels
    | (?-i:(?<![A-Za-z0-9])[UWCDGTB][0-9](?=[A-Z0-9]*[A-Z])[A-Z0-9]{4,})  # ids of Slack
    | (?:微信号?|wechat|whatsapp|telegram|skype|qq)\W{0,3}(?:id\W{0,2}|号\W{0,2})?
      (?=[a-z_-]*\d)[a-z0-9_-]{5,}                         # of people elsewhere
    | \+\d[\d ()./-]{5,}\d                                # telephones: with their country,
    | (?<!\d)\(?0\d[\d ()/-]{5,}\d                        # with a zero in front,
    | (?<!\d)\d{3}[-. ]\d{3,4}[-. ]\d{4}(?!\d)            # in groups;
    | \d{8,}                                               # and any other number that long
    """,
    re.VERBOSE | re.IGNORECASE,
)


def nameless(text: str, names: Iterable[str]) -> str:
    """Return a text without the writer's own names, other names, and ways to reach anybody.

    ``names`` are the writer's, as the workspace knows them; each word of one is taken out as well.
    Names of others are found by rules: some stay, and some words go that are none. Whoever ticks
    the box is told so, and can read what was sent.
    """
    out = WAYS.sub(OUT, text)
    words = {word for name in names for word in (name.strip(), *name.split())}
    for word in sorted(words, key=len, reverse=True):
        if len(word) >= SHORTEST:
            out = re.sub(_whole(word), OUT, out, flags=re.IGNORECASE)
    return _without_others(out)


def _without_others(text: str) -> str:
    """Put a letter in place of each name, the same for the same name."""
    mostly_han = 2 * len(HAN.findall(text)) > len(LETTER.findall(text))
    known: dict[str, str] = {}  # what stands for a name, and for each word of one
    left, end = [], 0
    for start, until in _joined(text, _everywhere(text)):
        words = text[start:until].split()
        stand = next((known[each] for each in words if each in known), "")
        if not stand:
            stand = _placeholder(len(set(known.values())), chinese_text=mostly_han)
        known |= dict.fromkeys(words, stand)
        left += [text[end:start], stand]
        end = until
    return "".join([*left, text[end:]])


def _everywhere(text: str) -> Sequence[tuple[int, int]]:
    """Return where names stand, also where only another place in the text gives them away."""
    spans = {*english.spans(text), *chinese.spans(_simplified(text))}
    written = {text[start:end] for start, end in spans}
    spans |= {span for span in english.words(text) if text[slice(*span)] in written}
    if in_chinese := [each for each in written if HAN.search(each)]:
        every = re.compile("|".join(map(re.escape, sorted(in_chinese, key=len, reverse=True))))
        spans |= {found.span() for found in every.finditer(text)}
    return sorted(spans)


def _placeholder(n: int, *, chinese_text: bool) -> str:
    """Return what stands for the ``n``-th name: no digit, that would cost the paragraph."""
    if chinese_text:
        return f"某{STEMS[n]}" if n < len(STEMS) else "某人"
    return f"Name {LETTERS[n]}" if n < len(LETTERS) else "another name"


def _joined(text: str, spans: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Return the spans with those that overlap, or are parts of one name, as one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and (start < joined[-1][1] or BETWEEN.fullmatch(text, joined[-1][1], start)):
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _simplified(text: str) -> str:
    """Return a text in simplified characters, each at its place."""
    return "".join(plain(each) if HAN.match(each) else each for each in text)


def _whole(word: str) -> str:
    """Return what finds a name: a word by itself, or Chinese wherever it stands."""
    found = re.escape(word)
    return rf"(?<!{BESIDE}){found}(?!{BESIDE})" if LETTER.search(word) else found
