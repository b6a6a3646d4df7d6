# Two commands set everything up: make play, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What was compiled is kept, wherever this runs.
export PYTHONDONTWRITEBYTECODE :=
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes

.PHONY: play test eval bench pictures lock

play: $(VENV)/ready  ## the bot and a Slack of its own, on this machine
	@$(BIN)/python -m playground

test: $(VENV)/ready-to-develop  ## lint, types, import contracts, all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto $(PYTEST)

eval: $(VENV)/ready-to-develop  ## how often practice feedback is right, on labelled answers
	$(BIN)/python -m tests.evaluation

bench: $(VENV)/ready-to-develop  ## what is measured, as ratios within one run
	$(BIN)/python -m tests.benchmarks

PICTURED := tests/browser/test_story.py tests/browser/test_debrief.py tests/browser/test_tour.py tests/browser/test_accessibility.py tests/browser/test_guide.py tests/browser/test_home.py
pictures: $(VENV)/ready-to-develop  ## what the docs show, taken anew by the tests of the page
	COACH_PICTURES=docs $(BIN)/python -m pytest -q $(PICTURED)

lock: $(VENV)/ready-to-develop  ## pin anew what pyproject.toml asks for
	$(PIP:--require-hashes=) uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
	  --custom-compile-command "make lock" --output-file requirements.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
	  --custom-compile-command "make lock" --constraint requirements.txt --group dev \
	  --output-file requirements-dev.txt pyproject.toml

$(VENV)/ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	@test -x $(BIN)/python || { echo "Setting up $(VENV), once"; $(PYTHON) -m venv $(VENV); }
	@$(PIP) --requirement requirements.txt
	@touch $@

$(VENV)/ready-to-develop: requirements-dev.txt $(VENV)/ready
	@$(PIP) --requirement requirements-dev.txt
	@touch $@
