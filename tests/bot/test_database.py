"""The database is opened by one process, at the newest schema, or not at all and with a reason."""

import asyncio

import pytest
from sqlalchemy import text

from bot import database
from bot.settings import DatabaseSettings, StartError
from coaching.deadline import Deadline


@pytest.fixture
def settings(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return DatabaseSettings(database_url=f"sqlite:///{tmp_path / 'coach.db'}")


@pytest.fixture
async def deadline():
    deadline = Deadline(20.0)
    yield deadline
    await deadline.settled()


async def test_an_opened_database_has_the_newest_schema(settings, deadline):
    async with database.opened(settings) as engine:
        assert await database.missing(engine, deadline) == ""


async def test_fault_53_a_second_one_on_the_same_file_is_refused(settings):
    async with database.opened(settings):
        with pytest.raises(StartError, match="another process is using this SQLite file"):
            async with database.opened(settings):
                pass
    async with database.opened(settings):
        pass  # the lock went with the first


async def test_fault_54_a_newer_schema_is_left_alone(settings, deadline):
    async with database.opened(settings) as engine, engine.begin() as connection:
        await connection.execute(text("update alembic_version set version_num = '9999'"))
    with pytest.raises(StartError, match="schema 9999, which this version does not know"):
        async with database.opened(settings):
            pass


async def test_a_schema_that_is_not_the_newest_is_not_ready(settings, deadline):
    async with database.opened(settings) as engine:
        async with engine.begin() as connection:
            await connection.execute(text("delete from alembic_version"))
        assert "not the newest" in await database.missing(engine, deadline)


async def test_fault_50_a_database_that_hangs_is_not_ready(settings):
    deadline = Deadline(0.05)
    async with database.opened(settings) as engine:
        async with engine.begin():  # the one connection is taken
            assert await database.missing(engine, deadline) == "the database does not answer"
        await deadline.settled()


async def test_a_folder_that_is_not_there_is_said_in_one_line(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = DatabaseSettings(database_url="sqlite:///nowhere/coach.db")
    with pytest.raises(StartError, match="DATABASE_URL: cannot write beside the database"):
        async with database.opened(settings):
            pass


async def test_a_server_that_is_not_there_is_said_in_one_line():
    settings = DatabaseSettings(database_url="postgresql://coach:secret@127.0.0.1:1/coach")
    with pytest.raises(StartError) as refused:
        async with asyncio.timeout(10), database.opened(settings):
            pass
    (line,) = refused.value.lines
    assert line == "DATABASE_URL: the database does not answer (Connection refused)"


async def test_postgresql_is_for_as_many_processes_as_come(new_postgres, deadline):
    settings = DatabaseSettings(database_url=new_postgres)
    async with database.opened(settings) as first, database.opened(settings) as second:
        assert await database.missing(first, deadline) == ""
        assert await database.missing(second, deadline) == ""
