"""Bolt passes None for an argument it does not know, and only logs it. We refuse."""

import re
from inspect import iscoroutinefunction, signature
from pathlib import Path
from types import SimpleNamespace

import yaml

import handlers
from bot import manifest

BOLT = {"ack", "body", "client", "command", "context", "event", "logger", "respond", "view"}
ON_ERROR = {"error", "response"}
TESTS = Path(__file__).parents[1]
OPEN_TO_ALL = {  # what turns and filters the questions that everybody sees their own side of
    *("questions.competency", "questions.sub_dimension", "questions.level", "questions.type"),
    *("questions.words", "questions.earlier", "questions.clear", "authoring.begin"),
}


class Registrar:
    """Stands in for a Bolt app and remembers who listens."""

    def __init__(self):
        self.listeners = []
        self.commands = set()
        self.names = set()

    def __getattr__(self, _kind):
        def listen(name, **_kwargs):
            self.names.add(getattr(name, "pattern", name))
            return self.listeners.append

        return listen

    def command(self, name, **_kwargs):
        self.commands.add(name)
        return self.listeners.append

    def error(self, listener):
        self.listeners.append(listener)


class Coach:
    """Stands in for every use case there is."""

    def __getattr__(self, _use_case):
        return self


def registered():
    app, parts = Registrar(), SimpleNamespace()
    handlers.register(app, Coach(), parts, parts, parts)
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


# Where somebody else tries what `test_access` does not: there are more ways than its stories go.
ELSEWHERE = {
    "authoring.edit": "journeys/test_own_questions.py",
    "authoring.submit": "journeys/test_own_questions.py",
    "behalf.open": "journeys/test_behalf.py",
    "behalf.take_over": "journeys/test_behalf.py",
    "kit.open": "journeys/test_kits.py",
    "look.earlier": "journeys/test_looking.py",
    "look.later": "journeys/test_looking.py",
    "mock.object": "journeys/test_mock_feedback.py",
    "mock.look": "journeys/test_mock_comment.py",
    "mock.send": "journeys/test_mock_comment.py",
    "peer.refuse": "journeys/test_peer.py",
    "nudge.later": "journeys/test_nudges.py",
    "retiring.compromised": "journeys/test_own_questions.py",
    "retiring.replace": "journeys/test_own_questions.py",
    "retiring.retired": "journeys/test_own_questions.py",
    "retiring.review": "journeys/test_own_questions.py",
}


def test_every_button_and_form_is_tried_by_somebody_whose_it_is_not():
    names = {name for name in registered().names if re.fullmatch(r"[a-z_]+\.[a-z_]+", name)}
    stories = (TESTS / "journeys/test_access.py").read_text(encoding="utf8")
    left = {name for name in names if not _named(name, stories)}
    assert left - ELSEWHERE.keys() - OPEN_TO_ALL == set()
    assert [name for name, file in ELSEWHERE.items() if not (TESTS / file).is_file()] == []


def _named(name, text):
    """Tell whether a text has the name of a button, or the two halves it is put together of."""
    feature, _, word = name.partition(".")
    return name in text or (f"{feature}." in text and f'"{word}"' in text)
