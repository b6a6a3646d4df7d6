"""The image holds what runs, and nothing that builds or installs."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def stages():
    """Return the instructions of each stage, continued lines joined."""
    text = re.sub(r"\\\n\s*", "", (ROOT / "Dockerfile").read_text())
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    found = []
    for line in lines:
        if line.startswith("FROM "):
            found.append([])
        found[-1].append(tuple(line.split(" ", 1)))
    return found


@pytest.fixture(scope="module")
def last(stages):
    return stages[-1]


def given(stage, instruction):
    return [argument for name, argument in stage if name == instruction]


def test_what_is_installed_is_pinned_and_hashed(stages):
    installs = [line for stage in stages for line in given(stage, "RUN") if "install " in line]
    pip = [line for line in installs if re.search(r"\bpip\b", line)]
    assert len(pip) == 1
    assert "--require-hashes" in pip[0]
    assert "--no-cache-dir" in pip[0]


def test_the_last_stage_builds_and_installs_nothing(stages, last):
    assert len(stages) == 2
    assert given(last, "FROM") == ["python:3.12-slim-bookworm"]
    for command in given(last, "RUN"):
        assert not re.search(r"\b(pip|apt|apt-get|gcc|g\+\+|make|curl|wget)\b", command)
    assert "--without-pip" in given(stages[0], "RUN")[0]


def test_it_does_not_run_as_root(last):
    user = given(last, "USER")[-1]
    assert user.split(":")[0].isdigit()
    assert int(user.split(":")[0]) > 0
    names = [name for name, _ in last]
    assert names.index("USER") < names.index("CMD")


def test_it_tells_whether_it_is_alive(last):
    (check,) = given(last, "HEALTHCHECK")
    command = json.loads(check.partition("CMD ")[2])
    assert command[:2] == ["python", "-c"]
    assert "/healthz" in command[2]
    compile(command[2], "health check", "exec")


def test_it_starts_without_a_shell_so_that_signals_arrive(last):
    assert json.loads(given(last, "CMD")[0]) == ["python", "-m", "bot", "run"]


def test_sqlite_lives_on_a_volume(last):
    assert given(last, "VOLUME") == ["/data"]
    assert "sqlite:////data/" in given(last, "ENV")[0]


def test_everything_copied_exists_and_is_let_in(stages):
    let_in = (ROOT / ".dockerignore").read_text().splitlines()
    assert "*" in let_in
    for stage in stages:
        for line in given(stage, "COPY"):
            source = line.split()[0]
            if source.startswith("--from"):
                continue
            assert (ROOT / source).exists(), source
            assert f"!{source}" in let_in


def test_no_secret_is_let_in():
    let_in = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line[:1] == "!"]
    assert not any(".env" in line or ".git" in line for line in let_in)
