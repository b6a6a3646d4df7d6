"""What pings somebody or links somewhere is found, and nothing else."""

import pytest

from playground.checker.mentions import mentions, rich_mentions, unwanted
from tests.playground import blocks


@pytest.mark.parametrize(
    "token",
    [
        "<!channel>",
        "<!here>",
        "<!everyone|everyone>",
        "<!subteam^S1|@team>",
        "<@U0BOB>",
        "<@W1|bob>",
        "<#C0GENERAL|general>",
        "<https://evil.example|Approve>",
        "<mailto:a@evil.example|Mail>",
        "https://evil.example/x",
    ],
)
def test_a_token_is_found_wherever_mrkdwn_stands(token):
    message = {
        "text": f"a {token} b",
        "blocks": [
            blocks.section(f"a {token}"),
            {"type": "context", "elements": [blocks.mrkdwn(token)]},
        ],
    }
    assert [(m.token, m.pointer) for m in mentions(message)] == [
        (token, "/blocks/0/text"),
        (token, "/blocks/1/elements/0"),
        (token, "/text"),
    ]


@pytest.mark.parametrize(
    "harmless",
    ["<!date^1767600000^{date}|soon>", "&lt;!channel&gt;", "a < b > c", "5 @ 3", "me@x.example"],
)
def test_what_only_looks_like_one_is_left_alone(harmless):
    assert mentions({"text": harmless, "blocks": [blocks.section(harmless)]}) == []


def test_plain_text_and_rich_text_say_tokens_without_meaning_them():
    header = {"type": "header", "text": blocks.plain("<!channel> https://evil.example")}
    rich = blocks.rich({"type": "text", "text": "<@U0BOB>"})
    assert mentions([header, rich]) == []


def test_verbatim_text_links_nothing_by_itself():
    text = {**blocks.mrkdwn("https://evil.example"), "verbatim": True}
    assert mentions([{"type": "section", "text": text}]) == []


def test_what_rich_text_means_to_ping_is_listed_apart():
    rich = blocks.rich(
        {"type": "user", "user_id": "U0BOB"},
        {"type": "broadcast", "range": "channel"},
        {"type": "text", "text": "a"},
    )
    assert [m.token for m in rich_mentions([rich])] == ["user:U0BOB", "broadcast:channel"]


PINGS = [
    ("<@U0BOB>", "U0BOB"),
    ("<@W0BOB|bob>", "W0BOB"),
    ("<!subteam^S1|@team>", "S1"),
    ("<!channel>", "channel"),
    ("<!here|here>", "here"),
    ("<!everyone>", "everyone"),
]


@pytest.mark.parametrize(("token", "target"), PINGS)
def test_a_ping_is_unwanted_unless_its_target_is_allowed(token, target):
    message = {"text": "Hi", "blocks": [blocks.section(f"Hi {token}")]}
    [finding] = unwanted(message, frozenset({"U0ALICE"}))
    assert finding == (f"mentions {token}, which nobody allowed", "/blocks/0/text")
    assert unwanted(message, frozenset({"U0ALICE", target})) == []


@pytest.mark.parametrize(
    ("element", "target"),
    [
        ({"type": "user", "user_id": "U0BOB"}, "U0BOB"),
        ({"type": "usergroup", "usergroup_id": "S1"}, "S1"),
        ({"type": "broadcast", "range": "here"}, "here"),
    ],
)
def test_a_ping_in_rich_text_is_unwanted_as_well(element, target):
    message = {"blocks": [blocks.rich(element)]}
    [finding] = unwanted(message, frozenset())
    assert finding.rule == f"mentions {element['type']}:{target}, which nobody allowed"
    assert finding.pointer == "/blocks/0/elements/0/elements/0"
    assert unwanted(message, frozenset({target})) == []


def test_pings_are_found_in_the_text_of_a_message_and_in_markdown_blocks():
    message = {"text": "<!here>", "blocks": [{"type": "markdown", "text": "**<@U0BOB>**"}]}
    assert [f.pointer for f in unwanted(message, frozenset())] == ["/blocks/0", "/text"]


@pytest.mark.parametrize(
    "token", ["<#C0GENERAL|general>", "<https://x.example|a>", "<!date^1^{date}|now>", "@channel"]
)
def test_what_pings_nobody_is_never_unwanted(token):
    links = blocks.rich(
        {"type": "link", "url": "https://x.example"},
        {"type": "channel", "channel_id": "C0GENERAL"},
        {"type": "date", "timestamp": 1, "format": "{date}"},
        {"type": "text", "text": "<!channel>"},
    )
    message = {"text": token, "blocks": [blocks.section(token), links]}
    assert unwanted(message, frozenset()) == []
