"""The real questions, in both languages."""

import pytest

from bot import shelves
from handlers.texts import Languages


@pytest.fixture(scope="session")
def languages():
    return Languages.read()


@pytest.fixture(scope="session")
def both():
    return shelves.read()


@pytest.fixture(params=["en", "zh-CN"])
def texts(request, languages):
    return languages.of(request.param, "Asia/Kolkata")
