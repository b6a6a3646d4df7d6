"""Slack, as an HTTP client: signs what it sends."""

import hashlib
import hmac
import time
from urllib.parse import urlencode

SECRET = "0123456789abcdef0123456789abcdef"
FORM = "application/x-www-form-urlencoded"


def signed(body, secret=SECRET, at=None, kind=FORM):
    stamp = str(int(time.time() if at is None else at))
    base = b"v0:" + stamp.encode() + b":" + body
    digest = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    return {
        "content-type": kind,
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": f"v0={digest}",
    }


def command(text, **more):
    fields = {"command": "/interview", "text": text, "team_id": "T1", "user_id": "U1", **more}
    return urlencode(fields).encode()
