"""What the page is sent: the whole state at first, then only what changed."""

from typing import Any

from playground.wire import Json

MESSAGES = "messages"


class Live:
    """Remembers what one page was sent last."""

    def __init__(self) -> None:
        self._sent: Json | None = None

    def frame(self, state: Json) -> Json | None:
        """Return what to send so that the page has this state, None when it has it already."""
        before, self._sent = self._sent, state
        if before is None:
            return {"state": state}
        changed = {
            key: value
            for key, value in state.items()
            if key not in {MESSAGES, "now"} and before.get(key) != value
        }
        if said := _places(before[MESSAGES], state[MESSAGES]):
            changed[MESSAGES] = said
        if not changed and state["now"] - before["now"] < 1:
            return None
        return {"patch": {**changed, "now": state["now"]}}


def _places(before: Json, after: Json) -> Json:
    """Return what changed by place; None for a place that is gone."""
    found: dict[str, Any] = dict.fromkeys(before.keys() - after.keys())
    for channel, messages in after.items():
        if said := _changed(before.get(channel), messages):
            found[channel] = said
    return found


def _changed(before: list[Json] | None, after: list[Json]) -> Json:
    if before is None:
        return {"put": after, "gone": []}
    old = {message["ts"]: message for message in before}
    put = [message for message in after if old.get(message["ts"]) != message]
    gone = list(old.keys() - {message["ts"] for message in after})
    return {"put": put, "gone": gone} if put or gone else {}
