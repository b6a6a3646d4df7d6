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
    assert any(where.startswith(pointer) and rule in why for where, why in found([block])), found(
        [block]
    )


@pytest.mark.parametrize(("block", "pointer", "rule"), IN_MODALS)
def test_each_slip_of_what_modals_have_is_named_with_its_place(block, pointer, rule):
    hits = found([block], "modal")
    assert any(where.startswith(pointer) and rule in why for where, why in hits), hits


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
    half = {"type": "markdown", "text": ASTRAL * 3000}
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
