"""What a service may see of the shipped content."""

import json
import re
import shutil

import pytest

from questions.findings import BankError
from questions.library import Library
from questions.model import LEVELS
from tests.questions.packs import SHIPPED

IBI = "industry-business-insight"


@pytest.fixture(scope="module")
def live():
    return Library.read(SHIPPED, "live")


@pytest.fixture(scope="module")
def mock():
    return Library.read(SHIPPED, "mock")


def said(library):
    for question in library.questions.values():
        yield from strings(
            question.model_dump(
                mode="json", exclude={"mock", "claims", "competency", "sub_dimensions"}
            )
        )


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def test_a_library_for_practice_never_opens_a_live_bank(pack):
    pack.live.write_text("this: [would not parse", encoding="utf-8")
    practice = Library.read(pack.folder, "mock")
    assert practice.of(IBI)
    assert practice.left_out == ()
    assert Library.read(pack.folder, "live").left_out


def test_a_library_for_practice_needs_no_live_folder(pack):
    shutil.rmtree(pack.live.parent)
    assert {each.pool for each in Library.read(pack.folder, "mock").of(IBI)} == {"mock"}


def test_a_live_library_never_opens_a_mock_bank(pack):
    pack.mock.write_text("this: [would not parse", encoding="utf-8")
    assert {each.pool for each in Library.read(pack.folder, "live").of(IBI)} == {"live"}


def test_no_sentence_of_a_live_question_is_in_a_practice_question(live, mock):
    sentences = {text for text in said(live) if len(text) > 12}
    assert sentences
    assert not sentences & set(said(mock))


def left_out(pack, pool):
    """Return what is not served from the first bank, all others being there."""
    library = Library.read(pack.folder, pool)
    assert not library.of(IBI)
    assert library.of("adoption-guidance")
    return "\n".join(map(str, library.left_out))


def test_a_live_question_in_the_mock_folder_is_not_served(pack):
    line = pack.spoil("mock", "pool: mock", "pool: live")
    assert f"{pack.mock}:{line}: E077" in left_out(pack, "mock")


def test_a_question_about_nothing_in_the_model_is_not_served(pack):
    line = pack.spoil("live", "[know-business]", "[know-nothing]")
    assert f"{pack.live}:{line}: E045" in left_out(pack, "live")


def test_a_text_too_long_for_slack_is_not_served(pack):
    line = pack.spoil("live", "Says who showed or told them", "x" * 76)
    assert f"{pack.live}:{line}: E020" in left_out(pack, "live")


def test_a_broken_file_is_named_with_its_line_and_stops_nothing_but_itself(pack):
    line = pack.spoil("live", "  difficulty: 2", "  difficulty: [2")
    assert f"{pack.live}:" in left_out(pack, "live")
    assert re.search(rf"{pack.live}:({line}|{line + 1}): E001", left_out(pack, "live"))


def test_an_id_used_again_keeps_out_the_later_file_only(pack):
    pack.spoil("live", "- id: ibi-biz-beh-001", "- id: ado-use-beh-001")
    said = left_out(pack, "live")
    assert f"{pack.live}:" in said
    assert "adoption-guidance.yaml" not in said


def test_with_its_model_a_bank_goes_too_and_nothing_left_is_an_error(pack):
    shutil.copy(pack.model, other := pack.model.with_name("another.yaml"))
    text = other.read_text(encoding="utf-8").replace("id: b2b-product-manager", "id: another", 1)
    other.write_text(text, encoding="utf-8")
    assert "E030" in left_out(pack, "live")  # its competencies are taken
    other.unlink()
    pack.spoil("model", "scale:", "scales:")
    assert f"{pack.model}:" in left_out(pack, "live")
    pack.model.with_name("customer-success-manager.yaml").unlink()
    with pytest.raises(BankError, match=f"{pack.model}:"):
        Library.read(pack.folder, "live")


def test_models_come_by_their_ids_whatever_their_files_are_called(pack):
    pack.model.rename(pack.model.with_name("zz.yaml"))
    served = Library.read(pack.folder, "live").models
    assert [each.id for each in served] == ["b2b-product-manager", "customer-success-manager"]


def test_questions_come_in_the_order_of_the_model(live):
    order = [each.id for model in live.models for each in model.competencies]
    found = [order.index(each.competency) for each in live.questions.values()]
    assert found == sorted(found)


def test_a_folder_without_banks_is_refused(tmp_path):
    with pytest.raises(BankError, match=r"No \.yaml file in this folder"):
        Library.read(tmp_path, "live")


def test_drafts_and_retired_questions_are_not_offered_but_still_shown(pack):
    pack.spoil("live", "status: pilot", "status: draft")
    library = Library.read(pack.folder, "live")
    assert "ibi-biz-beh-001" not in {each.id for each in library.of(IBI)}
    assert library.question("ibi-biz-beh-001").status == "draft"
    assert library.question("never-written") is None


def test_questions_come_in_the_order_of_the_file(live):
    written = (SHIPPED / "live" / f"{IBI}.yaml").read_text(encoding="utf-8")
    ids = [each.id for each in live.of(IBI)]
    assert ids == sorted(ids, key=lambda each: written.index(f"id: {each}\n"))
    assert {each.competency for each in live.of(IBI)} == {IBI}


def test_the_model_has_nine_competencies_and_a_choice_for_each_level(live):
    model = live.model("b2b-product-manager")
    assert [len(group.competencies) for group in model.groups] == [3, 3, 3]
    assert sum(len(each.sub_dimensions) for each in model.competencies) == 22
    assert [len(model.for_level(level)) for level in LEVELS] == [4, 6, 7, 9]
    assert model.for_level("lead") == model.competencies
    assert model.scale.label(3).of("zh-CN") == "达标"
    assert model.scale.label(None).of("en") == "Not assessed"


def test_what_does_not_exist_is_a_key_error(live):
    model = live.model("b2b-product-manager")
    for ask in (
        lambda: live.model("astronaut"),
        lambda: model.competency("charm"),
        lambda: model.competency(IBI).anchor(0),
        lambda: live.of(IBI)[0].anchor(6),
        lambda: model.scale.label(6),
    ):
        with pytest.raises(KeyError):
            ask()


def test_every_anchor_is_there_in_both_languages(live):
    for competency in live.model("b2b-product-manager").competencies:
        for points in range(1, 6):
            assert competency.anchor(points).short.of("en")
            assert competency.anchor(points).text.of("zh-CN")


def test_a_question_knows_the_bar_of_its_levels_only(live):
    question = live.question("ibi-biz-beh-001")
    assert [question.expected.of(level) for level in LEVELS] == [3, 4, None, None]


def test_tips_are_there_for_the_parts_a_practice_question_looks_for(mock):
    for question in mock.questions.values():
        assert all(question.mock.tips.of(part) for part in question.mock.expect.parts)
        assert question.mock.content_points[0].any.of("en")
        assert question.mock.outline.of("zh-CN")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tell me about a time you found", "Tell me about a time when you found"),
        ("亲眼看到，知道原因", "亲眼看到，也知道原因"),
        ("What exactly did you see", "What precisely did you see"),
        (
            "    - {id: p1, kind: situation, required: false",
            "    - {id: p1, kind: situation, required: true",
        ),
    ],
)
def test_a_fingerprint_changes_with_what_is_said_or_rated_against(pack, live, old, new):
    before = live.question("ibi-biz-beh-001")
    pack.spoil("live", old, new)
    after = Library.read(pack.folder, "live").question("ibi-biz-beh-001")
    assert after.fingerprint != before.fingerprint
    assert after.ref == f"{after.id}@1#{after.fingerprint}"


def test_a_fingerprint_stays_when_only_the_book_keeping_changes(pack, live):
    before = live.question("ibi-biz-beh-001")
    pack.spoil("live", "difficulty: 2", "difficulty: 3")
    after = Library.read(pack.folder, "live").question("ibi-biz-beh-001")
    assert (after.difficulty, after.fingerprint) == (3, before.fingerprint)


def test_questions_can_be_cached_by_and_written_to_json(live):
    for question in live.questions.values():
        assert hash(question) == hash(question.model_copy())
        assert json.loads(question.model_dump_json(by_alias=True))["prompt"]["zh-CN"]


def test_a_question_of_a_workspace_gives_way_to_one_that_was_shipped_since(live):
    shipped = live.question("ibi-biz-beh-001")
    same = shipped.model_copy(update={"difficulty": 5})
    other = shipped.model_copy(update={"id": "ibi-own-beh-001"})
    owned = live.owned([same, other], {})
    assert owned.question("ibi-biz-beh-001") == shipped
    assert owned.question("ibi-own-beh-001") == other
