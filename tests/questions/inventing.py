"""Banks that nobody has: shipped ones with other ids, families and stories."""

import random
import re
from string import ascii_lowercase

from tests.questions.packs import SHIPPED

PROMPT = re.compile(r"^  prompt:\n    en: .*\n    zh-CN: .*\n", re.MULTILINE)


def invented(competency, pool, seed=0, many=None):
    """Return the text of a bank about a competency."""
    lots = random.Random(f"{competency}{pool}{seed}")  # noqa: S311 - the same in every run
    text = (SHIPPED / pool / f"{competency}.yaml").read_text(encoding="utf-8")
    text = re.sub(r"^(- id|  family): ([a-z]+)-", rf"\1: \2-x{seed}-", text, flags=re.MULTILINE)
    text = PROMPT.sub(lambda _: _prompt(lots), text)
    if many is not None:
        head, *rest = re.split(r"^(?=- id: )", text, flags=re.MULTILINE)
        text = head + "".join(rest[:many])
    return text


def _prompt(lots):
    english, chinese = story(lots)
    return f"  prompt:\n    en: {english}\n    zh-CN: {chinese}\n"


def story(lots):
    """Return a prompt in words that are none, so that no two of them are alike."""
    english = " ".join("".join(lots.choices(ascii_lowercase, k=6)) for _ in range(30))
    chinese = "".join(chr(lots.randrange(0x4E00, 0x9F00)) for _ in range(60))
    return f"Tell me about a time {english}. What did you do?", f"请讲一次：{chinese}。你做了什么？"


def write(folder, *banks, seed=0, many=None):
    """Write banks, each given as pool and competency; return their paths."""
    paths = []
    for pool, competency in banks:
        path = folder / pool / f"{competency}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(invented(competency, pool, seed, many), encoding="utf-8")
        paths.append(path)
    return paths
