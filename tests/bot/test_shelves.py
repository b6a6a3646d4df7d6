"""The questions at the start of the bot."""

import logging

import pytest

from bot import shelves
from bot.settings import StartError
from tests.questions.packs import FEW, Pack

IBI, OTHER = "industry-business-insight", "adoption-guidance"


@pytest.fixture
def pack(tmp_path):
    return Pack.copied_to(tmp_path, FEW)


def test_a_broken_bank_is_named_with_line_and_reason_and_the_rest_is_served(pack, caplog):
    line = pack.spoil("live", "rev: 1", "rev: one")
    with caplog.at_level(logging.ERROR):
        served = shelves.read(pack.folder)
    assert f"{pack.live}:{line}: E044" in caplog.text
    assert served.live.of(IBI) == ()
    assert served.live.of(OTHER)
    assert served.mock.of(IBI)


def test_sound_questions_are_read_without_a_word(pack, caplog):
    with caplog.at_level(logging.DEBUG):
        shelves.read(pack.folder)
    assert caplog.text == ""


def test_without_any_model_the_bot_does_not_start(pack):
    for model in pack.model.parent.glob("*.yaml"):
        model.write_text("schema: [", encoding="utf-8")
    with pytest.raises(StartError) as found:
        shelves.read(pack.folder)
    assert f"{pack.model}:2: E001" in str(found.value)
    assert "live" not in str(found.value)  # banks miss their model, which is no news
