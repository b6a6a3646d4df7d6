"""The rule table: rich text, as documented under block-kit/block-elements."""

from tests.playground.rules_form import (
    BLOCKS,
    BOOLEAN,
    COLOUR,
    ELEMENTS,
    URL,
    ZONE,
    Rule,
    any_of,
    enum,
    integer,
    listed,
    one,
    string,
)

FLAGS = ["bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink"]
INLINE = [
    "text", "link", "user", "usergroup", "channel", "team", "emoji", "broadcast", "color", "date",
]  # fmt: skip
STYLE = {"style": one("text style")}
BORDER = {"border": integer(0, 1)}
FLOW = {"elements": listed(any_of(*INLINE), least=0)}


def inline(tag, required, optional, page=None):
    return Rule(f"{ELEMENTS}/{page or tag}-element", required | optional, tuple(required), tag=tag)


RICH = {
    "rich_text": Rule(
        f"{BLOCKS}/rich-text-block",
        {
            "block_id": string(1, 255),
            "elements": listed(
                any_of(
                    "rich_text_section",
                    "rich_text_list",
                    "rich_text_quote",
                    "rich_text_preformatted",
                ),
                least=0,
            ),
        },
        ("elements",),
        tag="rich_text",
    ),
    "rich_text_section": Rule(
        f"{ELEMENTS}/rich-text-section-element", FLOW, ("elements",), tag="rich_text_section"
    ),
    "rich_text_list": Rule(
        f"{ELEMENTS}/rich-text-list-element",
        {
            "style": enum("bullet", "ordered"),
            "elements": listed(any_of("rich_text_section")),
            "indent": integer(0, 8),
            "offset": integer(0),
            **BORDER,
        },
        ("style", "elements"),
        tag="rich_text_list",
    ),
    "rich_text_quote": Rule(
        f"{ELEMENTS}/rich-text-quote-element",
        {**FLOW, **BORDER},
        ("elements",),
        tag="rich_text_quote",
    ),
    "rich_text_preformatted": Rule(
        f"{ELEMENTS}/rich-text-preformatted-element",
        {"elements": listed(any_of("text", "link"), least=0), "language": string(), **BORDER},
        ("elements",),
        tag="rich_text_preformatted",
    ),
    "text style": Rule(f"{ELEMENTS}/text-element", dict.fromkeys(FLAGS, BOOLEAN)),
    "text": inline("text", {"text": string()}, STYLE),
    "link": inline(
        "link",
        {"url": URL},
        {
            "text": string(0),
            "unsafe": BOOLEAN,
            "from_llm": BOOLEAN,
            "is_slack_url": BOOLEAN,
            "truncated": BOOLEAN,
            **STYLE,
        },
    ),
    "user": inline("user", {"user_id": string()}, {"from_llm": BOOLEAN, **STYLE}),
    "usergroup": inline("usergroup", {"usergroup_id": string()}, STYLE),
    "channel": inline("channel", {"channel_id": string()}, STYLE),
    "team": inline("team", {"team_id": string()}, STYLE),
    "emoji": inline("emoji", {"name": string()}, {"unicode": string()}),
    "broadcast": inline("broadcast", {"range": enum("here", "channel", "everyone")}, STYLE),
    "color": inline("color", {"value": COLOUR}, STYLE),
    "date": inline(
        "date",
        {"timestamp": integer(0), "format": string()},
        {"timezone": ZONE, "url": URL, "fallback": string(0), **STYLE},
    ),
}
