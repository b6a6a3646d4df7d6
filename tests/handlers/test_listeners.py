"""Bolt passes None for an argument it does not know, and only logs it. We refuse."""

from inspect import iscoroutinefunction, signature
from types import SimpleNamespace

import yaml

import handlers
from bot import manifest

BOLT = {"ack", "body", "client", "command", "context", "event", "logger", "respond", "view"}
ON_ERROR = {"error", "response"}


class Registrar:
    """Stands in for a Bolt app and remembers who listens."""

    def __init__(self):
        self.listeners = []
        self.commands = set()

    def __getattr__(self, _kind):
        return lambda *_args, **_kwargs: self.listeners.append

    def command(self, name, **_kwargs):
        self.commands.add(name)
        return self.listeners.append

    def error(self, listener):
        self.listeners.append(listener)


def registered():
    app, parts = Registrar(), SimpleNamespace()
    coach = SimpleNamespace(
        **dict.fromkeys(
            (
                "opening",
                "proposing",
                "planning",
                "guiding",
                "scoring",
                "debriefing",
                "practice",
                "answering",
                "answer_forms",
                "practice_record",
                "outbox",
                "inbox",
                "browsing",
                "authoring",
                "retiring",
            ),
            parts,
        )
    )
    handlers.register(app, coach, parts, parts)
    return app


def test_listeners_ask_only_for_what_bolt_gives():
    listeners = registered().listeners
    assert len(listeners) > 15
    for listener in listeners:
        given = set(getattr(listener, "keywords", ()))
        asked = set(signature(getattr(listener, "func", listener)).parameters) - given
        assert asked <= BOLT | ON_ERROR, listener
        assert iscoroutinefunction(getattr(listener, "func", listener)), listener


def test_every_command_is_in_the_manifest_with_a_hint():
    written = yaml.safe_load(manifest.PATH.read_text(encoding="utf8"))
    commands = written["features"]["slash_commands"]
    assert {each["command"] for each in commands} == registered().commands
    assert all(each["usage_hint"] and each["description"] for each in commands)
