"""Reading the arguments of a Web API call: from the address, a form, or JSON."""

import json
import re
from email.message import Message
from typing import Any
from urllib.parse import parse_qsl

from playground.api.multipart import parts
from playground.wire import Json, refuse

FORM, JSON = "application/x-www-form-urlencoded", "application/json"
PARTS, PLAIN = "multipart/form-data", "text/plain"
CHARSETS = {"utf-8", "utf8", "iso-8859-1"}
NAME = re.compile(r"\w{1,255}", re.ASCII)
ARRAY = re.compile(r"\w+\[.*\]", re.ASCII)


def read(kind: str, body: bytes, query: Json) -> Json:
    """Return the arguments, or refuse a body that Slack would not read.

    A token may stand in a form; in an address, or in JSON, it is not looked at.
    """
    given = {key: value for key, value in query.items() if key != "token"}
    given |= _body(kind, body) if body else {}
    for name in given:
        if not NAME.fullmatch(name):
            refuse("invalid_array_arg" if ARRAY.fullmatch(name) else "invalid_arg_name")
    return given


def parsed(text: str | bytes) -> Any:
    """Understand JSON; ValueError also for what cannot be written down again."""
    try:
        value = json.loads(text)
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except RecursionError:
        message = "nested too deep"
        raise ValueError(message) from None
    return value


def _body(kind: str, body: bytes) -> Json:
    if not kind:
        refuse("missing_post_type")
    header = Message()
    header["content-type"] = kind
    charset = str(header.get_content_charset("utf-8"))
    if charset not in CHARSETS:
        refuse("invalid_charset")
    sort = header.get_content_type()
    if sort not in {JSON, PARTS, FORM, PLAIN}:
        refuse("invalid_post_type")
    if sort == JSON:
        return _json(body)
    return _parts(kind, body, charset) if sort == PARTS else _form(body, charset)


def _json(body: bytes) -> Json:
    try:
        content = parsed(body)
    except ValueError:
        refuse("invalid_json")
    if not isinstance(content, dict):
        refuse("json_not_object")
    return {key: value for key, value in content.items() if key != "token"}


def _form(body: bytes, charset: str) -> Json:
    try:
        return dict(
            parse_qsl(
                body.decode(charset), keep_blank_values=True, encoding=charset, errors="strict"
            )
        )
    except ValueError:
        refuse("invalid_form_data")


def _parts(kind: str, body: bytes, charset: str) -> Json:
    try:
        return {part.name: part.content.decode(charset) for part in parts(kind, body)}
    except ValueError:
        refuse("invalid_form_data")
