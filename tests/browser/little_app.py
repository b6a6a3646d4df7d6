"""An app of a few lines: it opens the modal a test gives it and remembers everything it is told."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp

Block = dict[str, Any]
OK: tuple[int, Any] = (200, "")
SHORTCUTS = {"shortcut", "message_action"}


@dataclass
class LittleApp:
    """Answers a slash command with `says` or the `modal`, a submission with `refuses`.

    It opens the `modal` on a shortcut too, `suggests` what fits a text, is `silent` or `waits`.
    """

    session: aiohttp.ClientSession
    api_url: str
    modal: Block = field(default_factory=dict)
    says: Block = field(default_factory=dict)
    refuses: dict[str, str] = field(default_factory=dict)
    answers: list[Block] = field(default_factory=list)  # to submissions, one after the other
    on_action: Callable[["LittleApp", Block], Any] | None = None
    suggests: Callable[[str], Awaitable[Block]] | None = None
    silent: bool = False
    waits: asyncio.Event | None = None
    heard: list[Block] = field(default_factory=list)

    async def answer(self, body: Block) -> tuple[int, Any]:
        """Take a payload as Slack sends it; the status and body of the ack come back."""
        self.heard.append(body)
        if self.waits:
            await self.waits.wait()
        if self.silent:
            return 500, ""
        if body.get("type") == "block_suggestion" and self.suggests:
            return 200, await self.suggests(body["value"])
        if "command" in body and self.says:
            return 200, self.says
        if "command" in body or body.get("type") in SHORTCUTS:
            await self.call("views.open", trigger_id=body["trigger_id"], view=self.modal)
        if body.get("type") == "view_submission" and self.answers:
            return 200, self.answers.pop(0)
        if body.get("type") == "view_submission" and self.refuses:
            return 200, {"response_action": "errors", "errors": self.refuses}
        if body.get("type") == "block_actions" and self.on_action:
            await self.on_action(self, body)
        return OK

    async def call(self, method: str, **arguments: Any) -> dict[str, Any]:
        """Call the Web API and insist that it went well."""
        headers = {"authorization": "Bearer xoxb-playground"}
        address = f"{self.api_url}{method}"
        async with self.session.post(address, json=arguments, headers=headers) as reply:
            answer: dict[str, Any] = await reply.json()
        assert answer["ok"], answer
        return answer

    async def tick(self) -> None:
        """Nothing becomes due here."""

    def of(self, kind: str) -> list[Block]:
        """The payloads of one kind, oldest first."""
        return [body for body in self.heard if body.get("type") == kind]

    @property
    def submitted(self) -> Block:
        """What the last submission held: the bare values by block_id."""
        [*_, last] = self.of("view_submission")
        return values(last["view"]["state"]["values"])


def values(state: Block) -> Block:
    """`state.values` with the shapes around the values taken off."""
    return {block: _bare(next(iter(held.values()))) for block, held in state.items()}


def _bare(held: Block) -> Any:
    [value] = [value for name, value in held.items() if name != "type"]
    if isinstance(value, list):
        return [one["value"] if isinstance(one, dict) else one for one in value]
    return value["value"] if isinstance(value, dict) else value
