"""Every rule of the linter finds its fault, on the line where it is."""

import re
from datetime import date
from pathlib import Path

import pytest

from questions.linting import lint
from tests.questions.packs import SHIPPED, TODAY

CODE = re.compile(r"\b[EW]\d{3}\b")
LIFT_EN = "Your product plans the visits of small lift-maintenance firms."
LIFT_ZH = "你的产品为小型电梯维保公司安排上门保养。"
PROBE = "Why those two people rather than others?"
ANCHOR_EN = (
    "Has not watched anybody at work, or recalls giving a demonstration. "
    "What users do is told in general terms."
)
ANCHOR_ZH = "没有看过别人怎么用，或讲的是自己给用户做演示；用户怎么做，只有泛泛的说法。"
RECOUNTS = (
    "Recounts the process as it was presented. Has no example of work that ran differently, "
    "or noticed one and did nothing with it."
)
NOTICED = (
    "Noticed that people did something else and put it down to habit or poor discipline "
    "without asking any of them. The product tried to enforce the official way or stayed as it was."
)
ROADMAP = "Describes tasks and dates. Cannot say which aim of the company they serve."
CUES = "[client, customer, had to, no longer, risk, fine, margin, delay, workload]"
BAND = "{min: 1, low: 2, high: 3, max: 4}"
MOCK = (
    "mock: {expect: {episode: true, parts: [action], result_number: optional, "
    f"reflection: optional}}, length: {{en: {BAND}, zh-CN: {BAND}}}, content_points: [], "
    "outline: {en: [a], zh-CN: [一]}, tips: {action: {en: a, zh-CN: 一}}}"
)

SPOILED = {
    # texts, character by character
    "E013": ("live", '"加急按钮"', '"加急按钮 "', 0),
    "E014": ("live", "The rush-order button", r"The rush\u200border button", 0),
    "E014 note": ("live", "  difficulty: 2", '  note: "a\\0b"\n  difficulty: 2', 0),
    "E014 line break": ("live", "The rush-order button", r"The rush\norder button", 0),
    "E015 mention": ("live", PROBE, "Why not <@U1> as well as the others?", 0),
    "E015 bold": ("live", PROBE, "Why those *two* people rather than others?", 0),
    "E015 link": ("live", PROBE, "Why not look at https://x.example first?", 0),
    "E016 Chinese in English": ("live", "The rush-order button", "The 加急 button", 0),
    "E016 no Chinese": ("live", '"加急按钮"', '"Rush"', 0),
    "W016": ("live", "为什么找这两个人，而不是别人？", "为什么找这两个人,而不是别人？", 0),
    "W017": ("live", LIFT_ZH, LIFT_ZH * 20, -2),
    "W018": ("live", "a retread 900;", "a retread 950;", -4),
    "W019": ("live", "Watching someone at work with it", "A behavior you watched", 0),
    "E020": ("live", "The rush-order button", "x" * 61, 0),
    "E020 Chinese": ("live", "加急按钮", "急" * 31, 0),
    "E020 escaped": ("live", "The rush-order button", "R" * 56 + "&", 0),
    # references
    "E030 model": ("live", "model: {id: b2b-product-manager", "model: {id: b2c-product-manager", 0),
    "E030 competency": ("live", "id: industry-business-insight", "id: charm", 0),
    "E031": ("live", "code: ibi", "code: ibj", 0),
    "E032": ("live", "version: 1.0.0}", "version: 0.9.0}", 0),
    "E033": ("live", "type: situational", "type: case", -6),
    "E041": ("live", "- id: ibi-biz-sit-001", "- id: biz-sit-001", 0),
    "E042": ("live", "- id: ibi-biz-sit-001", "- id: ibi-ind-sit-001", 0),
    "E045": ("live", "sub_dimensions: [know-users]", "sub_dimensions: [know-all]", 0),
    "E046": ("live", "claims: [usr-users-and-chain,", "claims: [usr-never-said,", 0),
    "E047": ("live", "sub_dimensions: [know-users]", "sub_dimensions: [know-industry]", 1),
    "E049": ("live", "expected: {junior: 3, mid: 4}", "expected: {junior: 3}", 0),
    "E050": ("live", "mid: 3, senior: 4, lead: 4}", "mid: 4, senior: 3, lead: 4}", 0),
    "E077": ("live", "pool: live", "pool: mock", 0),
    "E073 needless": ("live", "  difficulty: 2", f"  {MOCK}\n  difficulty: 2", 0),
    # make-up
    "E012": ("live", "locales: [en, zh-CN]", "locales: [en, en]", 0),
    "E054": ("live", "kind: alternatives, required: true", "kind: depth, required: true", -3),
    "E054 result": ("live", "kind: result, required: true", "kind: depth, required: true", -5),
    "E055": ("live", "{id: p2, kind: action", "{id: p1, kind: action", -2),
    "E055 indicators": ("live", "{id: neg1", "{id: pos1", -7),
    "E082": ("mock", '      situation: {en: "Begin', '      task: {en: "Begin', -1),
    "E051": ("live", "minutes: {answer: 4, probes: 4}", "minutes: {answer: 9, probes: 4}", 0),
    "E080": ("mock", CUES, "[client, risk]", 0),
    "E081": ("mock", "en: {min: 35, low: 100", "en: {min: 35, low: 500", 0),
    # stems
    "W060": ("live", "Describe an occasion when somebody", "What do you do when somebody", 0),
    "W064": ("live", PROBE, "Is it right to choose those two people?", 0),
    "W064 Chinese": ("live", "为什么找这两个人，而不是别人？", "找这两个人是不是更好？", 0),
    "W061": ("live", "What would you find out first", "Surely you would ask first", 0),
    "W061 Chinese": ("live", "你会查什么？", "难道不该先查一查？", 0),
    "W062": ("live", "and talk to two people", "and/or talk to two people", 0),
    "W063": ("live", LIFT_EN, "Why? How? When? " + LIFT_EN, 0),
    # anchors
    "E057": ("live", ANCHOR_EN, "A very good answer with excellent understanding.", 0),
    "E057 Chinese": ("live", ANCHOR_ZH, "表现很好，能力优秀，理解非常出色。", 0),
    "W065": ("live", ANCHOR_EN, "Never watched anybody work.", 0),
    "W066": ("live", NOTICED, RECOUNTS + " So.", 0),
    # life cycle
    "E074": ("live", "status: pilot", "status: active", 0),
    "E075": ("live", "status: pilot", "status: compromised", 0),
    "E078": ("live", "updated: 2026-11-23", "updated: 2027-01-01", 0),
    "E079": ("live", "next_review: 2027-05-23", "next_review: 2028-05-23", 0),
    "E079 model": ("model", "next_review: 2027-05-23", "next_review: 2026-11-01", 0),
    "E083": ("live", "  difficulty: 2", "  difficulty: 2\n  replaced_by: ibi-gone", 1),
    # leakage
    "E071": ("mock", "family: ibi-mock-stock-ledger", "family: ibi-rush-button", 0),
    "E072": ("live", "ibi-rush-button\n  form: A", "ibi-told-and-done\n  form: A", 1),
    # models
    "E034": ("model", "    - communication-collaboration", "    - charm", 0),
    "E042 claim": ("model", "- id: biz-surface-vs-real", "- id: biz-process-org-pain", 0),
    "E042 sub-dimension": ("model", "- id: know-users", "- id: know-business", 0),
    "W065 model": ("model", ROADMAP, "Describes tasks.", 0),
}  # fmt: skip


def test_what_we_ship_is_clean():
    assert lint([SHIPPED], TODAY) == []


@pytest.mark.parametrize(
    ("rule", "name", "old", "new", "below"),
    [(rule, *case) for rule, case in SPOILED.items()],
    ids=SPOILED,
)
def test_a_fault_is_found_on_its_line(pack, rule, name, old, new, below):
    line = pack.spoil(name, old, new) + below
    code = rule.split()[0]
    found = pack.lint()
    assert [one for one in found if one.startswith(f"{getattr(pack, name)}:{line}: {code} ")], found


def test_anchors_stand_in_order(pack):
    text = pack.live.read_text(encoding="utf-8")
    start, end = text.index('    "1":\n'), text.index('    "2":\n')
    after = text.index('    "3":\n')
    swapped = text[:start] + text[end:after] + text[start:end] + text[after:]
    pack.live.write_text(swapped, encoding="utf-8")
    line = text[:start].count("\n")
    assert pack.lint() == [f"{pack.live}:{line}: E056 Write the anchors in the order 1 to 5."]


def test_nothing_is_scored_by_a_claim_without_evidence(pack):
    old = "      - id: ibi-serve-business\n        kind: principle\n"
    pack.spoil("model", old, old + "        caution: unsourced\n")
    line = pack.spoil("live", "claims: [usr-users", "claims: [ibi-serve-business, usr-users")
    (found,) = pack.lint()
    assert found.startswith(f'{pack.live}:{line}: W047 "ibi-serve-business" has no evidence')


def test_a_practice_prompt_too_much_like_a_live_one_is_a_leak(pack):
    prompt = "Tell me about a time a product decision depended on your view of an industry."
    pack.spoil("live", "Tell me about a time a product decision depended on", prompt + " It was")
    old = "Give me an example of a change in your clients' industry, such as a regulation,"
    line = pack.spoil("mock", old, prompt * 4)
    leaks = [found for found in pack.lint() if " E076 " in found]
    assert leaks
    assert leaks[0].startswith(f"{pack.mock}:{line}: E076 ")
    assert "ibi-ind-beh-001" in leaks[0]


def test_a_leak_in_chinese_counts_as_well(pack):
    live = pack.live.read_text(encoding="utf-8")
    chinese = next(text for text in live.splitlines() if "义齿加工厂" in text).strip()
    mock = pack.mock.read_text(encoding="utf-8")
    old = next(text for text in mock.splitlines() if "小家电厂" in text).strip()
    line = pack.spoil("mock", old, chinese)
    assert any(found.startswith(f"{pack.mock}:{line}: E076 1.00") for found in pack.lint())


def test_two_live_prompts_may_be_alike_but_not_the_same(pack):
    live = pack.live.read_text(encoding="utf-8").splitlines()
    words = ("scanned so", "lift-maintenance firms")
    first, second = (next(text for text in live if word in text).strip() for word in words)
    pack.spoil("live", second, first)
    assert {found.split()[1] for found in pack.lint()} == {"W076"}


def test_each_side_of_a_competency_needs_two_families(pack):
    old = "family: ibi-late-objection\n  form: A"
    pack.spoil("live", old, "family: ibi-school-kitchens\n  form: B")
    pack.spoil(
        "live", "family: ibi-watched-at-work\n  form: A", "family: ibi-school-kitchens\n  form: C"
    )
    (found,) = pack.lint()
    assert 'W090 families about "know-users": 1 of 2; add another.' in found


def test_a_bank_of_drafts_covers_nothing(pack):
    text = pack.live.read_text(encoding="utf-8")
    kept, rest = text.split("# ---", 1)
    rest = rest.replace("status: pilot", "status: draft")
    pack.live.write_text(f"{kept}# ---{rest}", encoding="utf-8")
    found = "\n".join(pack.lint())
    assert 'E090 no live question is about "know-industry"' in found
    assert 'W090 families about "know-business": 1 of 2; add another.' in found
    assert "W091 1 live questions: 6 are the least" in found
    assert "W092 no situational live question fits lead" in found
    assert "W092 no behavioural live question fits junior" not in found


def test_a_competency_nobody_can_practise_is_told(pack):
    other = pack.folder / "mock" / "other.yaml"
    text = pack.mock.read_text(encoding="utf-8")
    systems = text.replace("id: industry-business-insight", "id: systems-thinking")
    other.write_text(systems.replace("code: ibi", "code: sys"), encoding="utf-8")
    pack.mock.unlink()
    assert any(
        found.startswith(f"{pack.live}:4: W093 nobody can practise") for found in pack.lint()
    )


def test_a_bank_for_practice_has_as_many_questions_as_its_model_promises(pack):
    pack.spoil("mock", "  status: pilot", "  status: draft")
    assert pack.lint() == []
    pack.spoil("mock", "  status: pilot", "  status: draft")
    line = pack.spoil("mock", "questions:\n", "questions:\n")
    assert pack.lint() == [
        f"{pack.mock}:{line}: W094 1 of 2 questions to practise on: write another."
    ]


def test_a_model_says_itself_what_its_banks_hold(pack):
    pack.spoil("model", "{live: 6, mock: 2, families: 2}", "{live: 40, mock: 20, families: 10}")
    found = pack.lint()
    first, other = pack.live, pack.folder / "live" / "adoption-guidance.yaml"
    assert {"W090", "W091"} == {each.split()[1] for each in found if str(first) in each}
    assert {"W094"} == {each.split()[1] for each in found if str(pack.mock) in each}
    assert not [each for each in found if other.name in each]


def test_a_model_that_promises_no_practice_misses_none(pack):
    pack.spoil("model", "{live: 6, mock: 2, families: 2}", "{live: 6, mock: 0, families: 2}")
    pack.mock.unlink()
    assert pack.lint() == []


def test_a_model_without_a_promise_is_told(pack):
    pack.spoil("model", "coverage: {live: 6, mock: 2, families: 2}", "")
    (found,) = pack.lint()
    assert found.startswith(f'{pack.model}:1: E010 "coverage" is missing')


def test_a_mock_question_needs_its_mock_block(pack):
    text = pack.mock.read_text(encoding="utf-8")
    start = text.rindex("  mock:\n")
    pack.mock.write_text(text[:start], encoding="utf-8")
    line = text[: text.index("- id: ibi-biz-sit-m01")].count("\n") + 1
    (found,) = pack.lint()
    assert found.startswith(f"{pack.mock}:{line}: E073 ")


def test_a_second_model_needs_ids_of_its_own(pack):
    other = pack.folder / "models" / "other.yaml"
    text = pack.model.read_text(encoding="utf-8")
    other.write_text(text.replace("id: b2b-product-manager", "id: other"), encoding="utf-8")
    found = pack.lint()
    assert len(found) == 9
    assert all(" E035 " in one and one.startswith(str(other)) for one in found)


def test_a_review_that_is_due_is_told(pack):
    assert pack.lint(today=date(2027, 5, 23)) == []
    found = pack.lint(today=date(2027, 5, 24))
    assert [one.split()[1] for one in found] == ["W078"] * 3


def test_a_reviewed_question_may_become_active(pack):
    pack.spoil("live", "status: pilot", "status: active")
    old = "review: {sme: [], sensitivity: null, back_translation: null, pilot_n: 0}"
    expert = "{role: product-lead, reviewed: 2026-11-20}"
    dates = "sensitivity: 2026-11-21, back_translation: 2026-11-22"
    pack.spoil("live", old, f"review: {{sme: [{expert}, {expert}], {dates}, pilot_n: 5}}")
    assert pack.lint() == []


def test_one_bank_alone_finds_its_model_beside_its_folder(pack):
    assert pack.lint("live") == []
    line = pack.spoil("live", "[know-business]", "[know-nothing]")
    assert any(found.startswith(f"{pack.live}:{line}: E045") for found in pack.lint("live"))


def test_a_broken_model_is_told_once_and_not_by_every_bank(pack):
    line = pack.spoil("model", "owner: hiring-content", "owner: hiring-content\nowner: x") + 1
    for names in ((), ("live",)):
        (found,) = pack.lint(*names)
        assert found.startswith(f"{pack.model}:{line}: E003 ")


def test_other_yaml_is_told_what_a_schema_is(pack):
    line = pack.spoil("mock", "schema: question-bank/v1", "schema: recipe/v1")
    assert any(found.startswith(f"{pack.mock}:{line}: E007 ") for found in pack.lint())


def test_a_file_the_library_would_not_read_is_told(pack):
    pack.mock.rename(pack.mock.with_suffix(".yml"))
    assert any(":1: E007 The library reads only .yaml" in found for found in pack.lint())


def test_an_empty_or_missing_path_is_no_success(tmp_path):
    assert lint([tmp_path], TODAY) == [f"{tmp_path}:1: E001 There is no .yaml file in this folder."]
    assert "cannot be read" in lint([tmp_path / "none"], TODAY)[0]


def test_findings_come_sorted_by_file_and_line(pack):
    last = pack.spoil("live", "- id: ibi-ind-case-001", "- id: x-ind-case-001")
    first = pack.spoil("live", "code: ibi", "code: ibj")
    pack.spoil("mock", "code: ibi", "code: ibj")
    told = [one.split(":")[:2] for one in pack.lint()]
    assert told == sorted(told, key=lambda one: (one[0], int(one[1])))
    assert {str(first), str(last)} <= {line for _, line in told}


def test_the_linter_knows_no_rule_without_a_test_here():
    """Codes are promised to be stable, so a new one comes with its spoilt example."""
    sources = [*SHIPPED.glob("*.py"), *SHIPPED.glob("rules/*.py")]
    made = {code for path in sources for code in CODE.findall(path.read_text(encoding="utf-8"))}
    here = Path(__file__).parent
    tested = {
        code
        for path in here.glob("test_*.py")
        for code in CODE.findall(path.read_text(encoding="utf-8"))
    }
    assert made - tested == set()
