"""What the app's manifest promises; Slack sends no more and allows no more than that."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import yaml

from playground.wire import Json


@dataclass(frozen=True, slots=True)
class Manifest:
    """Commands, events and scopes; None means that nothing was said and all is allowed."""

    commands: tuple[Json, ...] = ()
    shortcuts: tuple[Json, ...] = ()
    events: frozenset[str] | None = None
    scopes: frozenset[str] | None = None
    interactive: bool = True
    home: bool = True
    messages_tab: bool = True
    messages_read_only: bool = False
    written: bool = False

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a manifest file, YAML or JSON."""
        return cls.of(yaml.safe_load(path.read_text(encoding="utf-8")))

    @classmethod
    def of(cls, content: Json) -> Self:
        """Understand a manifest's content."""
        features, settings = _part(content, "features"), _part(content, "settings")
        tabs = _part(features, "app_home")
        return cls(
            commands=tuple(features.get("slash_commands") or ()),
            shortcuts=tuple(features.get("shortcuts") or ()),
            events=frozenset(_part(settings, "event_subscriptions").get("bot_events") or ()),
            scopes=frozenset(_part(content, "oauth_config", "scopes").get("bot") or ()),
            interactive=bool(_part(settings, "interactivity").get("is_enabled")),
            home=bool(tabs.get("home_tab_enabled")),
            messages_tab=bool(tabs.get("messages_tab_enabled")),
            messages_read_only=bool(tabs.get("messages_tab_read_only_enabled")),
            written=True,
        )

    def knows(self, command: str) -> bool:
        """Tell whether a slash command exists."""
        return not self.written or any(each["command"] == command for each in self.commands)

    def escapes(self, command: str) -> bool:
        """Tell whether a command wants people, channels and links written as Slack knows them."""
        asked = [each["command"] for each in self.commands if each.get("should_escape")]
        return command in asked

    def offers(self, callback_id: str, kind: str) -> bool:
        """Tell whether a shortcut exists, ``kind`` being message or global."""
        names = [(each.get("callback_id"), each.get("type")) for each in self.shortcuts]
        return not self.written or (callback_id, kind) in names

    def subscribes(self, event: str) -> bool:
        """Tell whether the app wants such events."""
        return self.events is None or event in self.events

    def allows(self, scope: str) -> bool:
        """Tell whether the bot token has a scope."""
        return self.scopes is None or scope in self.scopes


def _part(content: Json, *keys: str) -> Json:
    value: Any = content
    for key in keys:
        value = value.get(key) or {}
    return value if isinstance(value, dict) else {}
