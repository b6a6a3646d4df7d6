"""The manifest asks Slack for what the code uses, and says why."""

import re

import handlers
from bot import manifest

COMMAND_LIMIT = 2000
LIMITS = {"name": 35, "description": 140, "long_description": 4000}


def test_every_scope_has_its_reason():
    lines = manifest.PATH.read_text().splitlines()
    for scope in manifest.scopes(manifest.read()):
        (line,) = (line for line in lines if line.strip().startswith(f"- {scope} "))
        assert re.search(r"# \w+", line), scope


def test_every_scope_is_used():
    uses = {
        "commands": "app.command",
        "chat:write": "chat_postMessage",
        "files:write": "files_completeUploadExternal",
        "pins:write": "pins_add",
        "im:write": "conversations_open",
        "im:history": "conversations_history",
        "groups:history": "conversations_history",
        "groups:read": "conversations_members",
        "channels:read": "conversations_info",
        "users:read": "users_info",
    }
    root = manifest.PATH.parent
    files = [path for room in ("bot", "handlers") for path in (root / room).rglob("*.py")]
    code = "".join(path.read_text() for path in files)
    assert uses.keys() == manifest.scopes(manifest.read())
    assert [scope for scope, call in uses.items() if call not in code] == []


def test_every_command_says_what_it_does_and_takes():
    for command in manifest.read()["features"]["slash_commands"]:
        assert command["description"], command
        assert "help" in command["usage_hint"]
        assert len(command["description"]) <= COMMAND_LIMIT


class Registrar:
    """Stands in for a Bolt app and remembers which commands somebody listens to."""

    def __init__(self):
        self.commands = set()

    def command(self, name, **_):
        self.commands.add(name)
        return lambda _listener: None

    def __getattr__(self, _kind):
        return lambda *_args, **_kwargs: lambda _listener: None


class Anything:
    def __getattr__(self, _name):
        return self


def test_every_command_somebody_listens_to_is_asked_for_and_no_other():
    app = Registrar()
    handlers.register(app, Anything(), Anything(), None, Anything())
    assert app.commands == manifest.commands(manifest.read())


def test_slack_takes_the_texts():
    information = manifest.read()["display_information"]
    for field, limit in LIMITS.items():
        assert 0 < len(information[field]) <= limit
    assert len(information["long_description"]) >= 175


def test_requests_come_over_the_socket_and_people_may_write():
    read = manifest.read()
    settings = read["settings"]
    assert settings["socket_mode_enabled"]
    assert settings["interactivity"]["is_enabled"]
    assert not settings["org_deploy_enabled"]
    assert not settings["token_rotation_enabled"]
    assert settings["event_subscriptions"]["bot_events"] == ["message.im", "app_home_opened"]
    assert read["features"]["app_home"]["messages_tab_enabled"]
    assert not read["features"]["app_home"]["messages_tab_read_only_enabled"]
