import pytest

from tests.questions.packs import Pack


@pytest.fixture
def pack(tmp_path):
    return Pack.copied_to(tmp_path)
