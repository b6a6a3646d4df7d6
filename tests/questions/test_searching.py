"""Finding questions by their words, in either language, and in which order."""

from itertools import pairwise

import pytest

from questions.library import Library
from questions.model import LEVELS
from questions.searching import Index, Search
from questions.wording import Wording
from tests.questions.packs import SHIPPED

IBI = "industry-business-insight"


@pytest.fixture(scope="module")
def library():
    return Library.read(SHIPPED, "live")


@pytest.fixture(scope="module")
def index(library):
    return Index.of(library)


def wording(en="Nothing", zh="无"):
    return Wording.model_validate({"en": en, "zh-CN": zh})


class Shelf:
    """Questions in which one thing is said in one place, everything else being the same."""

    def __init__(self, library):
        self.library = library
        [self.like, *_] = [q for q in library.questions.values() if q.competency == IBI]
        self.added = []

    def put(self, title=None, prompt=None, sign=None, status="pilot"):
        name = f"q{len(self.added)}"
        text = wording(sign) if isinstance(sign, str) else sign or wording()
        like = self.like.indicators
        signs = tuple(each.model_copy(update={"text": text}) for each in like.positive)
        empty = tuple(each.model_copy(update={"text": wording()}) for each in like.negative)
        texts = {
            "title": wording(title) if isinstance(title, str) else title or wording(),
            "prompt": wording(prompt) if isinstance(prompt, str) else prompt or wording(),
            "indicators": like.model_copy(update={"positive": signs, "negative": empty}),
        }
        about = {"id": name, "family": name, "status": status}
        self.added.append(self.like.model_copy(update=texts | about))
        return name

    def find(self, words, **more):
        library = self.library.owned(self.added, {})
        found = Index.of(library).find(Search(words, **more))
        return [each.id for each in found if each.id.startswith("q")]


@pytest.fixture
def shelf(library):
    return Shelf(library)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("They forecast the season", "forecasting"),
        ("Forecasting", "FORECASTS"),
        ("To prioritise is to leave out", "prioritize"),
        ("How do you prioritize?", "prioritising"),
        ("A behaviour that changed", "behavioral"),
        ("What you organised", "organization"),
        ("The florist’s own words", "florist's"),
        ("Ｆｕｌｌ width", "full"),
        ("Cafe\u0301 owners", "caf\u00e9"),
        ("A follow-up", "follow up"),
        ("B2B in 30 days", "b2b 30"),
    ],
)
def test_english_is_found_by_its_stem_however_it_is_spelt(shelf, written, typed):
    name = shelf.put(title=written)
    shelf.put(title="Something else")
    assert shelf.find(typed) == [name]


def test_every_word_must_be_there_but_not_in_one_place(shelf):
    both = shelf.put(title="A zebrafinch", prompt=wording(zh="请讲一次降价的经历"))
    shelf.put(title="A zebrafinch")
    shelf.put(prompt=wording(zh="请讲一次降价的经历"))
    assert shelf.find("zebrafinches 降价") == [both]
    assert shelf.find("zebrafinches 降价 harbour") == []


def test_part_of_an_english_word_is_not_the_word(shelf):
    shelf.put(title="The zebrafinches")
    assert shelf.find("finch") == []
    assert shelf.find("zebra") == []


def test_titles_come_before_indicators_before_prompts(shelf):
    prompt = shelf.put(prompt="Tell me about a zebrafinch")
    sign = shelf.put(sign="Names the zebrafinch")
    title = shelf.put(title="The zebrafinch")
    assert shelf.find("zebrafinch") == [title, sign, prompt]


def test_names_of_competency_and_sub_dimension_come_last(library, index):
    [competency] = [c for m in library.models for c in m.competencies if c.id == IBI]
    for words in (competency.name.en, competency.name.zh_cn):
        found = index.find(Search(words))
        assert {q.id for q in found} >= {q.id for q in library.of(IBI)}
    part = competency.sub_dimensions[0]
    found = index.find(Search(part.name.zh_cn))
    assert {q.id for q in found} >= {q.id for q in library.of(IBI) if part.id in q.sub_dimensions}


def test_chinese_is_found_as_typed_before_by_its_pairs(shelf):
    pairs = shelf.put(title=wording(zh="供应商发来的报价"))
    whole = shelf.put(prompt=wording(zh="请讲一次供应商报价的经历"))
    shelf.put(title=wording(zh="供应商"))
    shelf.put(title=wording(zh="报告价值"))
    assert shelf.find("供应商报价") == [whole, pairs]


def test_most_pairs_must_be_there(shelf):
    shelf.put(title=wording(zh="甲乙，丙"))
    half = shelf.put(title=wording(zh="甲乙丙"))
    assert shelf.find("甲乙丙丁") == [half]
    assert shelf.find("甲乙丙丁戊") == []


def test_two_characters_are_looked_for_as_they_are(shelf):
    name = shelf.put(title=wording(zh="客户起初没说的话"))
    shelf.put(title=wording(zh="客人与用户"))
    assert shelf.find("客户") == [name]
    assert shelf.find("客户。") == [name]
    assert shelf.find("《客户》") == [name]
    assert shelf.find("客戶") == [name]


def test_a_long_passage_is_found_when_it_is_there_word_by_word(shelf):
    passage = "请讲一次这样的经历你发现客户那边的人做事的方式和别人向你介绍的不一样你是怎么发现的"
    assert len(passage) > 40
    name = shelf.put(prompt=wording(zh=passage))
    shelf.put(prompt=wording(zh=passage.replace("介绍", "描述")))
    assert shelf.find(passage) == [name]


def test_text_without_letters_finds_nothing_and_no_text_everything(shelf):
    name = shelf.put(title="*A zebrafinch* <!channel>")
    assert shelf.find("  ") == [name]
    for odd in ("🎉", "…!?", "*_~`", "<>", "\u200b"):
        assert shelf.find(odd) == []
    assert shelf.find("<!channel>") == [name]


def test_what_is_out_of_use_comes_last(shelf):
    gone = shelf.put(title="The zebrafinch", status="compromised")
    there = shelf.put(prompt="a zebrafinch")
    assert shelf.find("zebrafinch") == [there, gone]


def test_without_words_the_order_is_the_librarys(library, index):
    assert [q.id for q in index.find(Search())] == list(library.questions)


@pytest.mark.parametrize("level", LEVELS)
def test_choices_narrow_what_is_found(library, index, level):
    asked = {
        "competency": IBI,
        "sub_dimension": "know-users",
        "level": level,
        "type": "situational",
    }
    found = index.find(Search(**asked))
    assert found == tuple(
        q
        for q in library.questions.values()
        if q.competency == IBI
        and "know-users" in q.sub_dimensions
        and level in q.levels
        and q.type == "situational"
    )
    wider = [index.find(Search(**dict(list(asked.items())[:n]))) for n in range(4)]
    assert all(set(few) <= set(many) for many, few in pairwise([*map(ids, wider), ids(found)]))


def test_an_index_takes_over_what_has_not_changed(shelf):
    shelf.put(title="The zebrafinch")
    library = shelf.library.owned(shelf.added, {})
    before = Index.of(library)
    [old] = [q for q in shelf.added if q.id == "q0"]
    changed = old.model_copy(update={"title": wording("The harbour"), "rev": 2})
    after = Index.of(shelf.library.owned([changed], {}), before)
    assert [q.id for q in after.find(Search("harbour"))] == ["q0"]
    assert after.find(Search("zebrafinch")) == ()
    kept = [key for key in after.texts if key in before.texts]
    assert len(kept) == len(before.texts) - 1
    assert all(after.texts[key] is before.texts[key] for key in kept)


@pytest.mark.parametrize("pool", ["live", "mock"])
def test_every_shipped_question_is_found_by_its_title_in_both_languages(pool):
    library = Library.read(SHIPPED, pool)
    index = Index.of(library)
    for question in library.questions.values():
        for words in (question.title.en, question.title.zh_cn):
            assert question.id in ids(index.find(Search(words))[:3]), words


def ids(questions):
    return [each.id for each in questions]
