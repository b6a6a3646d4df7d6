import pytest

from tests.questions.packs import FEW, Pack


@pytest.fixture
def pack(tmp_path):
    """A bank of each model, and no more: linted in no time."""
    return Pack.copied_to(tmp_path, FEW)


@pytest.fixture
def whole(tmp_path):
    """All that is shipped."""
    return Pack.copied_to(tmp_path)
