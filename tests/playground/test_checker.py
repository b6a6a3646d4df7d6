"""What Slack would refuse, with the place and the rule."""

import pytest

from playground.checker import models
from playground.checker.surfaces import check_blocks, check_view
from tests.playground import blocks
from tests.playground.blocks import actions, button, field, line, mrkdwn, option, plain, section

LONG = "x" * 256
ASTRAL = "😀"  # one character, two UTF-16 units


def radio(*values, **more):
    offered = [option(value) for value in values]
    return {"type": "radio_buttons", "action_id": "value", "options": offered, **more}


def found(content, surface="message"):
    """Return the places of what is wrong, each with the rule's first words."""
    return [(f.pointer, f.rule) for f in check_blocks(content, surface)]


GOOD = [
    section(accessory=blocks.select("a")),
    {"type": "section", "fields": [mrkdwn("a"), plain("b")]},
    {"type": "header", "text": plain("x" * 150)},
    {"type": "divider"},
    {"type": "context", "elements": [mrkdwn("a"), plain("b")]},
    actions(button(style="primary", value="v"), {"type": "users_select", "action_id": "who"}),
    actions({"type": "overflow", "action_id": "o", "options": [option("a"), option("b")]}),
    field("text", line(multiline=True, max_length=3000, initial_value="x" * 3000)),
    field("one", radio("a", "b", initial_option=option("a"))),
    field("some", {**radio("a", "b"), "type": "checkboxes", "initial_options": [option("b")]}),
    field("when", {"type": "datetimepicker", "action_id": "value"}),
    field("where", {"type": "conversations_select", "filter": {"include": ["im"]}}),
    blocks.rich({"type": "text", "text": "a", "style": {"bold": True}}),
    blocks.rich({"type": "user", "user_id": "U0BOB"}, {"type": "link", "url": "https://x.example"}),
    {
        "type": "rich_text",
        "elements": [{"type": "rich_text_list", "style": "bullet", "elements": [blocks.part()]}],
    },
    blocks.picture(),
]

BAD = [
    (section(""), "/blocks/0/text/text", "must be more than 0 characters"),
    (section("x" * 3001), "/blocks/0/text/text", "must be less than 3001 characters, is 3001"),
    (section(ASTRAL * 1501), "/blocks/0/text/text", "must be less than 3001 characters, is 3002"),
    ({"type": "section"}, "/blocks/0", "needs text or fields"),
    (section(fields=[]), "/blocks/0/fields", "no fewer than 1 items allowed"),
    (
        section(fields=[mrkdwn("a")] * 11),
        "/blocks/0/fields",
        "no more than 10 items allowed, there are 11",
    ),
    (section(accessory=line()), "/blocks/0/accessory/type", "unsupported type: plain_text_input"),
    (section(colour="red"), "/blocks/0", "invalid additional property: colour"),
    ({"type": "header", "text": mrkdwn("a")}, "/blocks/0/text/type", "must be plain_text"),
    ({"type": "header", "text": plain("x" * 151)}, "/blocks/0/text/text", "is 151"),
    ({"type": "banner"}, "/blocks/0/type", "unsupported type: banner in a message"),
    ("text", "/blocks/0", "must be an object"),
    (section(block_id=LONG), "/blocks/0/block_id", "must be less than 256 characters"),
    (actions(button(LONG)), "/blocks/0/elements/0/action_id", "must be less than 256 characters"),
    (actions(button(text="x" * 76)), "/blocks/0/elements/0/text/text", "is 76"),
    (actions(button(style="loud")), "/blocks/0/elements/0/style", "must be primary or danger"),
    (actions(button(value="x" * 2001)), "/blocks/0/elements/0/value", "is 2001"),
    (actions(), "/blocks/0/elements", "no fewer than 1 items allowed"),
    (actions(*[button(f"b{n}") for n in range(26)]), "/blocks/0/elements", "no more than 25"),
    (actions(line()), "/blocks/0/elements/0/type", "unsupported type: plain_text_input"),
    (actions(button(), button()), "/blocks/0/elements", "duplicate action_id: go"),
    ({"type": "context", "elements": [plain("a")] * 11}, "/blocks/0/elements", "no more than 10"),
    ({"type": "context", "elements": [button()]}, "/blocks/0/elements/0/type", "unsupported type"),
    (field("a", button()), "/blocks/0/element/type", "unsupported type: button"),
    (field("a", line(), label=mrkdwn("L")), "/blocks/0/label/type", "must be plain_text"),
    (field("a", line(max_length=3001)), "/blocks/0/element/max_length", "from 1 to 3000"),
    (
        field("a", line(max_length=3, initial_value="four")),
        "/blocks/0/element/initial_value",
        "must be less than 4 characters, is 4",
    ),
    (field("a", line(min_length=4, max_length=3)), "/blocks/0/element", "min_length must not"),
    (field("a", line(placeholder=plain("x" * 151))), "/blocks/0/element/placeholder/text", "151"),
    (
        field("a", line(dispatch_action_config={"trigger_actions_on": ["blur"]})),
        "/blocks/0/element/dispatch_action_config",
        "must be on_enter_pressed or on_character_entered",
    ),
    (field("a", radio(*map(str, range(11)))), "/blocks/0/element/options", "no more than 10"),
    (
        field("a", {**radio(*map(str, range(11))), "type": "checkboxes"}),
        "/blocks/0/element/options",
        "no more than 10",
    ),
    (field("a", radio("a", "a")), "/blocks/0/element/options/1", "duplicate option value: a"),
    (field("a", radio("x" * 151)), "/blocks/0/element/options/0/value", "is 151"),
    (
        field("a", {**radio("a"), "options": [option("a", "x" * 76)]}),
        "/blocks/0/element/options/0/text/text",
        "is 76",
    ),
    (
        field("a", {**radio("a"), "options": [{**option("a"), "description": plain("x" * 76)}]}),
        "/blocks/0/element/options/0/description/text",
        "is 76",
    ),
    (
        field("a", radio("a", initial_option=option("b"))),
        "/blocks/0/element/initial_option",
        "is not one of the options",
    ),
    (
        field("a", radio("a", initial_option=option("a", "other words"))),
        "/blocks/0/element/initial_option",
        "is not one of the options",
    ),
    (
        field("a", {"type": "static_select", "option_groups": [{"label": plain("x" * 76)}]}),
        "/blocks/0/element/option_groups/0/label/text",
        "is 76",
    ),
    (field("a", {"type": "static_select"}), "/blocks/0/element", "needs either options or"),
    (
        field("a", blocks.select("a", options=[{"text": mrkdwn("a"), "value": "a"}])),
        "/blocks/0/element/options/0/text/type",
        "must be plain_text",
    ),
    (
        field("a", {"type": "datetimepicker", "initial_date_time": 5}),
        "/blocks/0/element/initial_date_time",
        "must be a number",
    ),
    (
        actions(button(confirm={"title": plain("t"), "text": plain("x"), "confirm": plain("y")})),
        "/blocks/0/elements/0/confirm",
        "missing required field: deny",
    ),
    (
        blocks.rich({"type": "text", "text": ""}),
        "/blocks/0/elements/0/elements/0/text",
        "more than",
    ),
    (blocks.rich({"type": "mrkdwn"}), "/blocks/0/elements/0/elements/0/type", "unsupported type"),
    (
        blocks.rich({"type": "text", "text": "a", "style": {"loud": True}}),
        "/blocks/0/elements/0/elements/0/style",
        "invalid additional property: loud",
    ),
    (
        {"type": "rich_text", "elements": [plain("a")]},
        "/blocks/0/elements/0/type",
        "unsupported type: plain_text",
    ),
    (
        {"type": "rich_text", "elements": [{"type": "rich_text_list", "elements": []}]},
        "/blocks/0/elements/0",
        "missing required field: style",
    ),
]


@pytest.mark.parametrize("block", GOOD, ids=lambda block: block["type"])
def test_good_blocks_pass(block):
    assert found([block]) == []


@pytest.mark.parametrize(("block", "pointer", "rule"), BAD)
def test_each_slip_is_named_with_its_place(block, pointer, rule):
    assert any(where.startswith(pointer) and rule in why for where, why in found([block])), found(
        [block]
    )


def test_no_two_blocks_of_a_surface_share_an_id():
    twins = [section(block_id="a"), section(), section(block_id="a")]
    assert found(twins) == [("/blocks/2/block_id", "duplicate block_id: a")]


def test_an_action_id_may_return_in_another_block():
    assert found([actions(button()), actions(button())]) == []


def test_a_message_takes_fifty_blocks_and_a_modal_a_hundred():
    assert found([section()] * 50) == []
    assert found([section()] * 51) == [("/blocks", "no more than 50 items allowed, there are 51")]
    assert check_view(blocks.modal(*[section()] * 100)) == []
    assert check_view(blocks.modal(*[section()] * 101)) != []


def test_only_one_input_asks_for_the_focus():
    both = [field(name, line(focus_on_load=True)) for name in "ab"]
    assert found(both) == [("/blocks", "only one element may have focus_on_load")]


VIEWS = [
    (blocks.modal(title=plain("x" * 25)), "/view/title/text", "is 25"),
    (blocks.modal(submit=plain("x" * 25)), "/view/submit/text", "is 25"),
    (blocks.modal(close=plain("x" * 25)), "/view/close/text", "is 25"),
    (blocks.modal(close=mrkdwn("No")), "/view/close/type", "must be plain_text"),
    (blocks.modal(callback_id=LONG), "/view/callback_id", "is 256"),
    (blocks.modal(private_metadata="x" * 3001), "/view/private_metadata", "is 3001"),
    (blocks.modal(colour="red"), "/view", "invalid additional property: colour"),
    (blocks.modal(field("a", line()), submit=None), "/view/submit", "submit is needed"),
    (blocks.modal(notify_on_close="yes"), "/view/notify_on_close", "must be a boolean"),
    (blocks.modal(title=None), "/view/title", "must be an object"),
    ({**blocks.home(), "title": plain("Home")}, "/view", "invalid additional property: title"),
    ({"type": "modal", "blocks": [section()]}, "/view", "missing required field: title"),
    ({"type": "modal", "title": plain("a"), "blocks": []}, "/view/blocks", "no fewer than 1"),
    ({"type": "page"}, "/view/type", "type must be modal or home"),
]


@pytest.mark.parametrize(("view", "pointer", "rule"), VIEWS)
def test_each_slip_of_a_view_is_named_with_its_place(view, pointer, rule):
    findings = check_view(view)
    assert any(f.pointer == pointer and rule in f.rule for f in findings), findings


def test_a_full_view_passes():
    more = {"close": plain("Cancel"), "notify_on_close": True, "private_metadata": "x" * 3000}
    assert check_view(blocks.modal(field("a", line()), **more)) == []
    assert check_view(blocks.home()) == []


def test_slacks_own_models_are_a_second_opinion():
    lame = {"type": "video", "alt_text": "a", "title": plain("t")}
    [(rule, pointer)] = models.blocks([section(), lame], "/blocks")
    assert pointer == "/blocks/1"
    assert "video_url" in rule or "thumbnail_url" in rule
    [(rule, pointer)] = models.view(blocks.modal(title=plain("x" * 25)), "/view")
    assert (pointer, "title" in rule) == ("/view", True)


def test_a_refusal_reads_as_slack_writes_it():
    [finding] = check_blocks([section("")])
    written = "[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]"
    assert str(finding) == written
