"""What Slack would refuse of its newer blocks and rarer elements, and where each may stand."""

import pytest

from playground.checker.surfaces import check_blocks
from tests.playground import blocks
from tests.playground.blocks import actions, button, field, line, mrkdwn, plain, section

ICON = {"type": "icon_button", "icon": "trash", "text": plain("Delete")}
VIDEO = {
    "type": "video",
    "alt_text": "a",
    "title": plain("x" * 199),
    "video_url": "https://x.example/v",
    "thumbnail_url": "http://x.example/v.png",
}
TRIGGER = {"url": "https://slack.com/shortcuts/Ft1/x", "customizable_input_parameters": []}
WORKFLOW = {
    "type": "workflow_button",
    "action_id": "run",
    "text": plain("Run"),
    "workflow": {"trigger": TRIGGER},
}
USER = {"type": "user", "user_id": "U0BOB"}


def number(**more):
    return {"type": "number_input", "action_id": "n", "is_decimal_allowed": False, **more}


def found(content, surface="message"):
    """Return the places of what is wrong, each with its rule."""
    return [(f.pointer, f.rule) for f in check_blocks(content, surface)]


GOOD = [
    {"type": "image", "slack_file": {"id": "F0SCAN"}, "alt_text": "a", "title": plain("b")},
    blocks.card(title=mrkdwn("a"), body=plain("x" * 200), actions=[button()]),
    blocks.card(hero_image=blocks.picture(), icon=blocks.picture(), subtitle=plain("x" * 150)),
    blocks.table([blocks.cell(), {"type": "raw_number", "value": 1.5, "text": "1.5"}]),
    blocks.table([blocks.cell("x" * 10_000)], column_settings=[None, {"align": "right"}]),
    {"type": "context_actions", "elements": [blocks.opinion(), {**ICON, "value": "v"}]},
    {"type": "header", "text": plain("a"), "level": 4},
    {"type": "markdown", "text": "**x**"},
    VIDEO,
    section(accessory={**WORKFLOW}),
    actions({"type": "timepicker", "initial_time": "23:59", "timezone": "Asia/Shanghai"}),
    actions({"type": "multi_external_select", "min_query_length": 0, "max_selected_items": 1}),
    field("day", {"type": "datepicker", "initial_date": "2024-02-29"}),
    blocks.rich({"type": "date", "timestamp": 1, "format": "{date}", "timezone": "UTC"}),
]

BAD = [
    (
        {"type": "rich_text", "elements": [{"type": "rich_text_preformatted", "elements": [USER]}]},
        "/blocks/0/elements/0/elements/0/type",
        "unsupported type: user, must be text or link",
    ),
    (blocks.picture(image_url="a.png"), "/blocks/0/image_url", "must be a http or https URL"),
    (blocks.picture(alt_text=""), "/blocks/0/alt_text", "must be more than 0 characters"),
    (blocks.picture(slack_file={"id": "F1"}), "/blocks/0", "needs either image_url or slack_file"),
    (
        {"type": "image", "alt_text": "a", "slack_file": {}},
        "/blocks/0/slack_file",
        "needs either id or url",
    ),
    (blocks.card(subtitle=plain("a")), "/blocks/0", "needs hero_image or title or actions or body"),
    (blocks.card(title="a"), "/blocks/0/title", "must be an object"),
    (blocks.card(title=plain("x" * 151)), "/blocks/0/title/text", "is 151"),
    (blocks.card(body=plain("x" * 201)), "/blocks/0/body/text", "is 201"),
    (
        blocks.card(actions=[button(name) for name in "abcd"]),
        "/blocks/0/actions",
        "no more than 3 items",
    ),
    (blocks.card(actions=[ICON]), "/blocks/0/actions/0/type", "unsupported type: icon_button"),
    (blocks.card(actions=[button(), button()]), "/blocks/0/actions", "duplicate action_id: go"),
    (blocks.table(*[[blocks.cell()]] * 101), "/blocks/0/rows", "no more than 100 items"),
    (blocks.table([blocks.cell()] * 21), "/blocks/0/rows/0", "no more than 20 items"),
    (blocks.table([]), "/blocks/0/rows/0", "no fewer than 1 items"),
    (blocks.table([plain("a")]), "/blocks/0/rows/0/0/type", "unsupported type: plain_text"),
    (blocks.table([blocks.cell("")]), "/blocks/0/rows/0/0/text", "more than 0 characters"),
    (
        blocks.table([blocks.cell("x" * 5001)] * 2),
        "/blocks/0/rows",
        "must be less than 10001 characters in all cells, is 10002",
    ),
    (
        blocks.table(column_settings=[{"align": "top"}]),
        "/blocks/0/column_settings/0/align",
        "must be left or center or right",
    ),
    (blocks.table(column_settings=[None] * 21), "/blocks/0/column_settings", "no more than 20"),
    (
        {"type": "context_actions", "elements": [ICON] * 6},
        "/blocks/0/elements",
        "no more than 5 items",
    ),
    (
        {"type": "context_actions", "elements": [{**ICON, "icon": "star"}]},
        "/blocks/0/elements/0/icon",
        "must be trash",
    ),
    ({"type": "header", "text": plain("a"), "level": 5}, "/blocks/0/level", "from 1 to 4"),
    ({**VIDEO, "title": plain("x" * 200)}, "/blocks/0/title/text", "is 200"),
    ({**VIDEO, "video_url": "http://x.example"}, "/blocks/0/video_url", "must be a https URL"),
    ({"type": "video"}, "/blocks/0", "missing required field: thumbnail_url"),
    ({"type": "markdown", "text": "x" * 12_001}, "/blocks/0/text", "is 12001"),
    (
        {"type": "file", "external_id": "F1", "source": "remote"},
        "/blocks/0/type",
        "unsupported type: file in a message",
    ),
    (section(accessory={**WORKFLOW, "workflow": {}}), "/blocks/0/accessory/workflow", "trigger"),
    (actions(button(url="here")), "/blocks/0/elements/0/url", "must be a URL"),
    (actions(button(accessibility_label="x" * 76)), "/blocks/0/elements/0/acc", "is 76"),
    (actions(button(confirm="Sure?")), "/blocks/0/elements/0/confirm", "must be an object"),
    (
        actions({"type": "timepicker", "initial_time": "24:00"}),
        "/blocks/0/elements/0/initial_time",
        "must be a time in the format HH:mm",
    ),
    (
        actions({"type": "timepicker", "timezone": "Berlin"}),
        "/blocks/0/elements/0/timezone",
        "must be the IANA name of a time zone",
    ),
    (
        field("a", {"type": "datepicker", "initial_date": "2026-02-30"}),
        "/blocks/0/element/initial_date",
        "must be a date in the format YYYY-MM-DD",
    ),
    (
        field("a", {"type": "conversations_select", "filter": {}}),
        "/blocks/0/element/filter",
        "needs include or exclude_external_shared_channels or exclude_bot_users",
    ),
    (
        field("a", {"type": "conversations_select", "filter": {"include": []}}),
        "/blocks/0/element/filter/include",
        "no fewer than 1 items",
    ),
    (
        field("a", {"type": "users_select", "dispatch_action_config": {}}),
        "/blocks/0/element",
        "invalid additional property: dispatch_action_config",
    ),
    (
        field("a", {"type": "multi_users_select", "max_selected_items": 0}),
        "/blocks/0/element/max_selected_items",
        "must be a number from 1",
    ),
    (field("a", line(), optional="no"), "/blocks/0/optional", "must be a boolean"),
]

# What may stand in a modal only, with a slip.
IN_MODALS = [
    (blocks.alert("x" * 201), "/blocks/0/text/text", "is 201"),
    (blocks.alert(level="loud"), "/blocks/0/level", "must be default or info"),
    (field("a", number(min_value=1)), "/blocks/0/element/min_value", "must be a string"),
    (field("a", number(min_value="1e3")), "/blocks/0/element/min_value", "a number in a string"),
    (
        field("a", number(min_value="2", max_value="1")),
        "/blocks/0/element",
        "min_value must not be more than max_value",
    ),
    (
        field("a", number(initial_value="0.5")),
        "/blocks/0/element/initial_value",
        "must be a whole number",
    ),
    (field("a", {"type": "number_input"}), "/blocks/0/element", "missing required field: is_dec"),
    (field("a", {"type": "rich_text_input"}), "/blocks/0/element", "missing required field: act"),
    (
        field("a", {"type": "rich_text_input", "action_id": "a", "initial_value": "text"}),
        "/blocks/0/element/initial_value",
        "must be an object",
    ),
    (field("a", {"type": "file_input", "max_files": 11}), "/blocks/0/element/max_f", "1 to 10"),
    (field("a", {"type": "file_input", "filetypes": []}), "/blocks/0/element/filet", "no fewer"),
    (
        field("a", {"type": "file_input"}, dispatch_action=True),
        "/blocks/0/element/type",
        "unsupported type: file_input with dispatch_action",
    ),
]


@pytest.mark.parametrize("block", GOOD, ids=lambda block: block["type"])
def test_good_blocks_pass(block):
    assert found([block]) == []


@pytest.mark.parametrize(("block", "pointer", "rule"), BAD)
def test_each_slip_is_named_with_its_place(block, pointer, rule):
    hits = found([block])
    assert any(where.startswith(pointer) and rule in why for where, why in hits), hits


@pytest.mark.parametrize(("block", "pointer", "rule"), IN_MODALS)
def test_each_slip_of_what_modals_have_is_named_with_its_place(block, pointer, rule):
    hits = found([block], "modal")
    assert any(where.startswith(pointer) and rule in why for where, why in hits), hits


@pytest.mark.parametrize(
    ("block", "surfaces"),
    [
        (blocks.table(), {"message", "home"}),
        (blocks.alert(), {"modal"}),
        (blocks.card(title=plain("a")), {"message", "modal", "home"}),
        ({"type": "markdown", "text": "a"}, {"message"}),
        ({"type": "context_actions", "elements": [blocks.opinion()]}, {"message"}),
    ],
    ids=lambda value: value["type"] if isinstance(value, dict) else "",
)
def test_a_block_stands_only_where_it_is_available(block, surfaces):
    for surface in ("message", "modal", "home"):
        hits = [("/blocks/0/type", f"unsupported type: {block['type']} in a {surface}")]
        assert found([block], surface) == ([] if surface in surfaces else hits)


@pytest.mark.parametrize(
    ("block", "surfaces"),
    [
        (field("a", line()), {"message", "modal", "home"}),
        (field("a", number()), {"modal"}),
        (field("a", {"type": "email_text_input"}), {"modal"}),
        (field("a", {"type": "url_text_input"}), {"modal"}),
        (field("a", {"type": "file_input"}), {"modal"}),
        (field("a", {"type": "rich_text_input", "action_id": "a"}), {"modal", "home"}),
        (field("a", {"type": "datetimepicker"}), {"message", "modal"}),
        (section(accessory=WORKFLOW), {"message"}),
    ],
)
def test_an_element_stands_only_where_it_is_available(block, surfaces):
    for surface in ("message", "modal", "home"):
        hits = [why for _, why in found([block], surface)]
        assert all(f"in a {surface}" in why for why in hits)
        assert (hits == []) == (surface in surfaces), (surface, hits)


@pytest.mark.parametrize("kind", ["container", "carousel", "data_table", "plan", "task_card"])
def test_a_block_that_is_not_simulated_is_refused_by_its_name(kind):
    assert found([{"type": kind}]) == [("/blocks/0/type", f"unsupported type: {kind} in a message")]


def test_a_message_has_one_table():
    both = [blocks.table(), blocks.table()]
    assert found(both) == [("/blocks/1", "only one table allowed")]
    assert found(both, "home") == []


def test_all_markdown_of_a_message_counts_together():
    half = {"type": "markdown", "text": "😀" * 3000}
    assert found([half] * 2) == []
    more = "must be less than 12001 characters in all markdown blocks, is 18000"
    assert found([half] * 3) == [("/blocks", more)]


def test_only_inputs_of_modals_give_a_response_url():
    chooser = {"type": "channels_select", "action_id": "a", "response_url_enabled": True}
    rule = "response_url_enabled works in input blocks of modals only"
    assert found([field("a", chooser)], "modal") == []
    assert found([field("a", chooser)], "message") == [
        ("/blocks/0/element/response_url_enabled", rule)
    ]
    assert found([actions(chooser)], "modal") == [
        ("/blocks/0/elements/0/response_url_enabled", rule)
    ]
