"""What pings somebody or links somewhere is found, and nothing else."""

import pytest

from playground.checker.mentions import mentions, rich_mentions
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
