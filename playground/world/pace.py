"""How often a method may be called: Slack's tiers, and one message a second in a channel."""

import math
from collections import defaultdict, deque
from collections.abc import Mapping

from playground.wire import Clock

MINUTE = 60.0
# Calls a minute in one workspace; Slack lets bursts pass, we do not.
TIERS: Mapping[str, int] = {
    "chat.update": 50,
    "chat.delete": 50,
    "chat.getPermalink": 600,
    "chat.postEphemeral": 100,
    "conversations.history": 50,
    "conversations.replies": 50,
    "conversations.info": 50,
    "conversations.open": 50,
    "conversations.list": 20,
    "conversations.members": 100,
    "files.getUploadURLExternal": 100,
    "files.completeUploadExternal": 100,
    "files.info": 100,
    "files.delete": 50,
    "pins.add": 20,
    "pins.remove": 20,
    "pins.list": 20,
    "users.info": 100,
    "users.list": 20,
    "views.open": 100,
    "views.push": 100,
    "views.update": 100,
    "views.publish": 100,
}
POST, A_SECOND = "chat.postMessage", 1.0


class Pace:
    """Counts calls while it is on; the workspace's clock says when."""

    def __init__(self, now: Clock) -> None:
        self.on = False
        self._now = now
        self._calls: defaultdict[tuple[str, str], deque[float]] = defaultdict(deque)

    def wait(self, method: str, channel: str) -> int:
        """Return the seconds a caller must wait; 0 means that the call may go on, and counts."""
        if not self.on or (method != POST and method not in TIERS):
            return 0
        most, span = (1, A_SECOND) if method == POST else (TIERS[method], MINUTE)
        made = self._calls[method, channel if method == POST else ""]
        now = self._now().timestamp()
        while made and made[0] <= now - span:
            made.popleft()
        if len(made) < most:
            made.append(now)
            return 0
        return max(1, math.ceil(made[0] + span - now))
