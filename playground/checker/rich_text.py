"""Rich text: sections, lists, quotes and preformatted text, and what stands in them."""

from collections.abc import Mapping

from playground.checker.findings import Check
from playground.checker.kinds import address, flag, matching, one_of, string, whole, zone
from playground.checker.shapes import listed, shape, typed

NAME = 255
DEEPEST = 8
STYLES = (
    "bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink",
)  # fmt: skip

_style = {"style": shape(dict.fromkeys(STYLES, flag))}
_words = string(least=0)
_seconds = whole(0)


def _inline(needed: Mapping[str, Check], further: Mapping[str, Check]) -> Check:
    return shape({**needed, **further}, *needed)


LINKED: Mapping[str, Check] = {
    "text": _inline({"text": string()}, _style),
    "link": _inline(
        {"url": address()},
        {
            **_style,
            "text": _words,
            **dict.fromkeys(("unsafe", "from_llm", "is_slack_url", "truncated"), flag),
        },
    ),
}
INLINE: Mapping[str, Check] = {
    **LINKED,
    "user": _inline({"user_id": string()}, {**_style, "from_llm": flag}),
    "usergroup": _inline({"usergroup_id": string()}, _style),
    "channel": _inline({"channel_id": string()}, _style),
    "team": _inline({"team_id": string()}, _style),
    # slack_sdk knows a style and a skin tone here; the documentation has them in the name.
    "emoji": _inline({"name": string()}, {"unicode": string()}),
    "broadcast": _inline({"range": one_of("here", "channel", "everyone")}, _style),
    "color": _inline({"value": matching("#[0-9a-f]{6}", "must be a colour like #F405B3")}, _style),
    "date": _inline(
        {"timestamp": _seconds, "format": string()},
        {**_style, "timezone": zone, "url": address(), "fallback": _words},
    ),
}

_border = {"border": whole(0, 1)}
_flowing = {"elements": listed(typed(INLINE), least=0)}
_section = {"rich_text_section": shape(_flowing, "elements")}
PARTS: Mapping[str, Check] = {
    **_section,
    "rich_text_list": shape(
        {
            **_border,
            "style": one_of("bullet", "ordered"),
            "elements": listed(typed(_section)),
            "indent": whole(0, DEEPEST),
            "offset": whole(0),
        },
        "style",
        "elements",
    ),
    "rich_text_quote": shape({**_flowing, **_border}, "elements"),
    "rich_text_preformatted": shape(
        {**_border, "elements": listed(typed(LINKED), least=0), "language": string()}, "elements"
    ),
}
block = shape({"block_id": string(NAME), "elements": listed(typed(PARTS), least=0)}, "elements")
nested = typed({"rich_text": block})
