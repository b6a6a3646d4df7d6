"""Topics are noticed in both languages, quickly, and nobody is told that all is well."""

import re
import shutil
import time
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.findings import BankError
from questions.linting import lint
from questions.topic_lint import SEVERITIES
from questions.topics import SHIPPED, Topics
from questions.wording import LOCALES
from tests.questions.packs import TODAY

CASES = Path(__file__).with_name("topic_cases.tsv")
HELD_OUT = "held-out"
CAUGHT = {"en": 18, "zh": 26}  # of the held-out set, as when it was written
FALSE_ALARMS = {"en": 1, "zh": 1}
HAN = re.compile(r"[\u3400-\u9fff]")
LONG = 6_000  # characters: more than Slack lets anybody type into a field
RUNS = 7
ORDINARY = "Tell me about a time you had to choose. What did you do first, and why? "
HOSTILE = (
    "你", "你。", "你的", "结婚吗。", "打算", "我们", "你有没有", "請問您結婚了嗎", "你 are you ",
    "are you ", "do you have ", "pregnant user ", "she ", "a.\n", "a",
    "<@", ":a", "*", "e\u0301\u0301", "Ａ",
)  # fmt: skip


class Case(NamedTuple):
    name: str
    kind: str
    category: str
    text: str

    @property
    def language(self):
        return "zh" if HAN.search(self.text) else "en"

    @property
    def found(self):
        topics = Topics.shipped()
        look = topics.of_question if self.kind == "q" else topics.of_note
        return {hit.category for hit in look(self.text)}

    @property
    def right(self):
        return self.category in self.found if self.category != "-" else not self.found


def read():
    name = ""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("# set: "):
            name = line.removeprefix("# set: ")
        elif not line.startswith("#"):
            yield Case(name, *line.split("\t"))


@pytest.fixture(scope="module")
def topics():
    return Topics.shipped()


@pytest.fixture
def written(tmp_path):
    """A copy of the file that a test may spoil."""
    folder = tmp_path / "topics"
    folder.mkdir()
    return Path(shutil.copy(SHIPPED, folder))


def spoil(path, old, new):
    """Replace the first ``old`` and return the line it began on."""
    before, found, after = path.read_text(encoding="utf-8").partition(old)
    assert found, f"{old!r} is not in the file"
    path.write_text(before + new + after, encoding="utf-8")
    return before.count("\n") + 1


def categories(hits):
    return [hit.category for hit in hits]


# what is caught


def test_a_case_that_was_tuned_on_stays_right(record_property):
    """The figures of every set are printed at the end of the run, this one's and the held-out's."""
    tally = defaultdict(list)
    for case in read():
        tally[case.name, case.language, case.kind].append(case)
    record_property("told", "Topic lint: set, language, question or note; caught, false alarms")
    for (name, language, kind), cases in sorted(tally.items()):
        topical = [case.right for case in cases if case.category != "-"]
        clean = [case.right for case in cases if case.category == "-"]
        record_property(
            "told",
            f"  {name:9}{language:3}{kind:2}{sum(topical):4} of {len(topical):3}"
            f"{len(clean) - sum(clean):5} of {len(clean):3}",
        )
    tuned = [case for cases in tally.values() for case in cases if case.name != HELD_OUT]
    assert [case for case in tuned if not case.right] == []


@pytest.mark.parametrize("language", CAUGHT)
def test_new_phrasings_are_caught_as_often_as_we_say(language):
    held = [case for case in read() if case.name == HELD_OUT and case.language == language]
    assert sum(case.right for case in held if case.category != "-") >= CAUGHT[language]
    clean = [case for case in held if case.category == "-"]
    assert sum(not case.right for case in clean) <= FALSE_ALARMS[language]


def test_each_category_has_cases_in_both_languages(topics):
    tried = {(case.category, case.language) for case in read()}
    known = [each.id for each in topics.lint.categories]
    assert len(known) == 16
    assert {(each, language) for each in known for language in CAUGHT} <= tried


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("請問您結婚了嗎？", "您結婚了嗎"),
        ("Ａｒｅ　ｙｏｕ　ｍａｒｒｉｅｄ？", "Ａｒｅ　ｙｏｕ　ｍａｒｒｉｅｄ"),
        ("ARE YOU MARRIED?", "ARE YOU MARRIED"),
        ("Are *you* _married_?", "Are *you* _married"),
        ("Are  you\tmarried?", "Are  you\tmarried"),
        ("Do you have a fiance\u0301?", "Do you have a fiance\u0301"),
        ("你结\u200b婚了吗", "你结\u200b婚了吗"),
        ("<@U1> are you married :smile:", "are you married"),
        ("前端👩‍💻的同学，你结婚了吗", "你结婚了吗"),
        ("Mr. Li, are you a U.S. citizen?", "are you a U.S. citizen"),
        ("妳今年幾歲", "妳今年幾歲"),
    ],
)
def test_a_spelling_hides_nothing_and_is_quoted_as_it_was_typed(topics, text, words):
    assert topics.of_question(text)[0].words == words


def test_the_gravest_comes_first_and_then_what_stands_first(topics):
    text = "能接受996吗？你是什么星座？你结婚了吗？你今年多大了？"
    found = topics.of_question(text)
    assert [hit.severity for hit in found] == ["block", "block", "warn", "info"]
    assert categories(found)[:2] == ["marital-family", "age"]
    assert [text[hit.start : hit.end] for hit in found[:2]] == ["你结婚了吗？", "你今年多大了？"]


def test_a_category_is_told_once_for_each_sentence(topics):
    found = topics.of_question("Are you married, or divorced? How old are you? Are you single?")
    assert categories(found) == ["marital-family", "age", "marital-family"]


def test_words_that_belong_to_a_product_are_left_alone(topics):
    assert topics.of_question("员工档案里的婚姻状况字段，你怎么设计？") == ()
    assert categories(topics.of_question("你的婚姻状况怎么样？")) == ["marital-family"]
    assert topics.of_note("She mapped the patients who are pregnant and the consent flow") == ()
    assert categories(topics.of_note("She is pregnant")) == ["pregnancy-childcare"]


def test_naming_a_product_does_not_excuse_what_is_asked_of_the_candidate(topics):
    assert categories(topics.of_question("作为产品用户，你结婚了吗？")) == ["marital-family"]
    assert categories(topics.of_question("As a user, are you married?")) == ["marital-family"]


def test_an_impression_is_a_matter_of_notes_only(topics):
    assert categories(topics.of_note("Gut feeling: no")) == ["impression-only"]
    assert topics.of_question("How far do you trust your gut feeling about a roadmap?") == ()


@pytest.mark.parametrize("text", ["", " ", "\n", "。", "*", "<@U1>", "\u0301", "\ud800", "□"])
def test_a_text_without_words_has_no_topics(topics, text):
    assert topics.of_question(text) == topics.of_note(text) == ()


@given(
    st.lists(
        st.sampled_from([*HOSTILE, "？", "，", " ", "\n", "ﬁ", "👩‍💻", "孩子", "İ"]), max_size=30
    )
)
def test_places_are_places_in_what_was_typed(pieces):
    text = "".join(pieces)
    for hit in (*Topics.shipped().of_question(text), *Topics.shipped().of_note(text)):
        assert text[hit.at : hit.at + len(hit.words)] == hit.words
        assert 0 <= hit.start <= hit.at < hit.at + len(hit.words) <= hit.end <= len(text)
        assert text[hit.start : hit.end] == text[hit.start : hit.end].strip()


# what is told


def test_a_tip_says_what_to_do_instead_in_the_readers_language(topics):
    (hit,) = topics.of_question("打算什么时候结婚？")
    assert topics.category(hit.category).instead.zh_cn in topics.tip(hit, "zh-CN")
    assert "marriage and relationships" in topics.tip(hit, "en")
    (note,) = topics.of_note("上家年薪60万")
    assert "“上家年薪”" in topics.tip(note, "en")
    (impression,) = topics.of_note("Gut feeling: no")
    assert "an impression" in topics.tip(impression, "en")


def test_what_was_typed_is_never_read_as_a_template(topics):
    (hit,) = topics.of_note("38岁{name}，年纪偏大{")
    assert "{" not in topics.tip(hit, "en").replace(hit.words, "")


def test_nothing_that_is_told_gives_or_denies_clearance(topics):
    told = [getattr(topics.coach, name) for name in type(topics.coach).model_fields]
    told += [text for each in topics.lint.categories for text in (each.name, each.instead)]
    said = "\n".join(text.of(locale) for text in told for locale in LOCALES).lower()
    for word in (
        "illegal",
        "unlawful",
        "against the law",
        "违法",
        "非法",
        "犯法",
        "checked",
        "ok,",
    ):
        assert word not in said
    assert "审核通过" not in said
    assert "No known pattern found" in topics.coach.nothing.en
    assert "没有发现已知的说法" in topics.coach.nothing.zh_cn


def test_a_log_of_a_hit_has_no_words_in_it(topics):
    (hit,) = topics.of_note("候选人已婚，回答很流畅")
    assert "已婚" not in repr(hit)
    assert hit.severity in SEVERITIES


# what it costs


def cost(text):
    """Return the least CPU time of some runs, in ms: what others do on this machine is left out."""
    looked = []
    for _ in range(RUNS):
        began = time.thread_time()
        Topics.shipped().of_question(text)
        Topics.shipped().of_note(text)
        looked.append(time.thread_time() - began)
    return min(looked) * 1000


def test_no_text_is_much_slower_than_another_of_its_length(record_property):
    ordinary = cost((ORDINARY * LONG)[:LONG])
    worst, text = max((cost((piece * LONG)[:LONG]), piece) for piece in HOSTILE)
    record_property(
        "told",
        f"Topic lint: {LONG} characters as question and note together: {ordinary:.0f} ms of CPU, "
        f"the worst {worst:.0f} ms ({text!r})",
    )
    assert worst < 6 * ordinary


@pytest.mark.parametrize("piece", ["你", "结婚吗。", "are you ", ORDINARY])
def test_a_text_four_times_as_long_takes_about_four_times_as_long(piece):
    short = cost((piece * LONG)[: LONG // 2])
    assert cost((piece * LONG)[: LONG * 2]) < 8 * short


# what a file must be

RACE = "- 'race conditions?'"
LAST = "- id: impression-only\n"
EXTRA = "- id: extra\n  severity: info\n  name: {en: a, zh-CN: 一}\n  instead: {en: a, zh-CN: 一}\n"
FAULTS = {
    "E020 too long a name": ('name: {en: "age"', 'name: {en: "' + "age " * 20 + '"', 0),
    "E042 one category twice": (LAST, f"- id: age\n{EXTRA[12:]}  note: {{}}\n{LAST}", 0),
    "E079 no review": ("next_review: 2027-05-24", "next_review: 2029-05-24", 0),
    "E096 no pattern": (LAST, EXTRA + LAST, 0),
    "E096 no Chinese": (LAST, f"{EXTRA}  note: {{always: {{en: [a]}}}}\n{LAST}", 4),
    "E097 no expression": (RACE, "- 'race (conditions?'", 0),
    "E097 capital letter": (RACE, "- 'Race conditions?'", 0),
    "E097 folded away": ("- '甲方|", "- '您|甲方|", 0),
    "E097 found in nothing": (RACE, "- '(race)?'", 0),
    "E098 star": (RACE, "- 'race.*conditions?'", 0),
    "E098 plus": (RACE, "- 'race +conditions?'", 0),
    "E098 open end": (RACE, "- 'race.{2,}conditions?'", 0),
    "E098 nested": (RACE, "- '(race ?){0,9}conditions?'", 0),
    "E098 wide": (RACE, "- 'race.{0,41}conditions?'", 0),
    "E098 many gaps": (RACE, "- 'r.{0,9}a.{0,9}c.{0,9}e'", 0),
    "E098 beyond the sentence": (RACE, "- 'race[^x]conditions?'", 0),
    "E098 beyond the line": (RACE, "- 'race\\sconditions?'", 0),
    "E099 unknown field": ("“{words}” touches on", "“{text}” touches on", 0),
    "E099 half a field": ("“{words}” touches on", "“{words” touches on", 0),
    "E099 never filled": ("No known pattern found.", "No {name} found.", 0),
}


@pytest.mark.parametrize(
    ("rule", "old", "new", "below"), [(k, *v) for k, v in FAULTS.items()], ids=FAULTS
)
def test_a_fault_in_the_file_is_found_on_its_line(written, rule, old, new, below):
    line = spoil(written, old, new) + below
    found = lint([written], TODAY)
    assert [one for one in found if one.startswith(f"{written}:{line}: {rule[:4]} ")], found


def test_a_file_with_a_fault_is_not_used(written):
    line = spoil(written, RACE, "- 'race.*conditions?'")
    with pytest.raises(BankError, match=f":{line}: E098 "):
        Topics.read(written)
    with pytest.raises(BankError, match="cannot be read"):
        Topics.read(written.with_name("none.yaml"))


def test_what_we_ship_is_read_once(topics):
    assert Topics.shipped() is topics


# what we ask ourselves


def test_a_question_of_ours_that_asks_about_a_topic_is_told(pack):
    line = pack.spoil(
        "live", "Why those two people rather than others?", "Are you married, by the way?"
    )
    (found,) = [one for one in pack.lint() if " E095 " in one]
    assert found.startswith(f'{pack.live}:{line}: E095 "Are you married" reads like marriage')


def test_a_topic_file_among_the_paths_is_the_one_that_is_used(pack, written):
    line = spoil(written, "- '(how long|what) (is", "- 'rather than others|(how long|what) (is")
    assert line
    assert not [one for one in lint([pack.folder, written], TODAY) if " E095 " in one]
    spoil(
        written,
        "- id: schedule-residence\n  severity: info",
        "- id: schedule-residence\n  severity: warn",
    )
    assert [one for one in lint([pack.folder, written], TODAY) if " E095 " in one]


def test_a_broken_topic_file_is_told_and_stops_no_other_rule(pack, written):
    line = spoil(written, "owner: hiring-content", "owner: hiring-content\nowner: x") + 1
    pack.spoil("live", "code: ibi", "code: ibj")
    found = lint([pack.folder, written], TODAY)
    assert any(one.startswith(f"{written}:{line}: E003 ") for one in found)
    assert any(" E031 " in one for one in found)
