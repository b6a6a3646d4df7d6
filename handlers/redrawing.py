"""Draw a modal anew while somebody goes on using it: what was done last is what is seen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from handlers import forms
from handlers.views.kit import Block

REMEMBERED = 1_000  # modals


@dataclass(frozen=True, slots=True)
class Redrawing:
    """Knows what was done last in which modal."""

    _last: dict[str, float] = field(default_factory=dict)

    def note(self, body: Mapping[str, Any]) -> None:
        """Note what was done; call it before anything is waited for."""
        view = forms.shown(body)["id"]
        if len(self._last) >= REMEMBERED and view not in self._last:
            self._last.clear()
        self._last[view] = max(_moment(body), self._last.get(view, 0.0))

    async def draw(self, client: AsyncWebClient, body: Mapping[str, Any], view: Block) -> None:
        """Show a view in the modal in which this was done, unless something later was done there.

        Two choices in quick succession both come with the hash of what they were made in.
        """
        shown = forms.shown(body)
        try:
            await client.views_update(view_id=shown["id"], hash=shown.get("hash"), view=view)
        except SlackApiError as error:
            if error.response.get("error") != "hash_conflict" or not self._is_last(body):
                raise
            await client.views_update(view_id=shown["id"], view=view)

    def _is_last(self, body: Mapping[str, Any]) -> bool:
        return _moment(body) >= self._last.get(forms.shown(body)["id"], 0.0)


def _moment(body: Mapping[str, Any]) -> float:
    return float(body["actions"][0]["action_ts"])
