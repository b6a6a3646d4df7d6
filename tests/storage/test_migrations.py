"""A database walks from nothing to the newest schema, and never backwards."""

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from coaching.practice.wish import Wish
from storage.columns import metadata
from storage.engine import connect
from storage.migrations import SchemaError, config, current, upgrade
from storage.transactions import practice_store


async def test_the_newest_schema_is_what_the_tables_say(engine):
    def differences(connection):
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return compare_metadata(context, metadata)

    async with engine.begin() as connection:
        assert await connection.run_sync(differences) == []
        there = await connection.run_sync(lambda c: set(inspect(c).get_table_names()))
    assert there == metadata.tables.keys() | {"alembic_version"}


async def test_every_table_has_the_team_first_in_its_key():
    for table in metadata.tables.values():
        assert next(iter(table.primary_key.columns)).name == "team_id", table.name


async def test_practice_has_no_key_to_hiring():
    practice = {
        *("mocks", "mock_turns", "mock_drafts", "mock_objections", "self_ratings"),
        *("found_parts", "peer_wishes", "peer_sessions", "peer_refusals"),
    }
    for name in practice:
        targets = {key.column.table.name for key in metadata.tables[name].foreign_keys}
        assert targets <= practice
    for name in metadata.tables.keys() - practice:
        targets = {key.column.table.name for key in metadata.tables[name].foreign_keys}
        assert not targets & practice


async def test_an_empty_database_is_not_current_and_upgrading_twice_is_harmless(url):
    engine = connect(url)
    assert not await current(engine)
    await upgrade(engine)
    await upgrade(engine)
    assert await current(engine)
    await engine.dispose()


async def test_a_database_from_the_future_is_refused(engine):
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaError, match=r"9999.*newer version"):
        await upgrade(engine)


async def test_what_was_planned_before_kinds_and_rounds_is_a_leads_of_the_first_round(url):
    rows = {
        "jobs": "'T1', 'j', 't', 'm@1', 'mid', 'C', 'U', 'en', '[]', 'U', '2026-01-05', '[]'",
        "candidates": "'T1', 'c', 'j', 'Zoë', NULL, 'U', '2026-01-05'",
        "interviews": "'T1', 'i', 'c', 0, 'U', '2026-01-05', 45, '[]', '[]'",
        "scorecards": "'T1', 'i', 'U', NULL, 0, NULL",
    }
    empty = connect(url)
    async with empty.begin() as connection:
        await connection.run_sync(lambda c: command.upgrade(config(c), "0003"))
        for table, values in rows.items():
            await connection.execute(text(f"INSERT INTO {table} VALUES ({values})"))  # noqa: S608
    await upgrade(empty)
    async with empty.begin() as connection:
        asked = "SELECT kind, state, revision, round FROM interviews, candidates"
        assert (await connection.execute(text(asked))).all() == [("lead", "planned", 0, 1)]
    await empty.dispose()


async def test_a_mock_from_before_wishes_goes_on_as_a_free_round(url):
    row = "'T1', 'm', 'U', 'zh-CN', '[\"a\"]', 'stopped', 0, '[]', 1, '2026-01-05'"
    before = connect(url)
    async with before.begin() as connection:
        await connection.run_sync(lambda c: command.upgrade(config(c), "0005"))
        await connection.execute(text(f"INSERT INTO mocks VALUES ({row})"))  # noqa: S608
    await upgrade(before)
    async with practice_store(before).begin("T1") as work:
        mock = await work.mocks.current("U")
    assert (mock.wish, mock.stage) == (Wish("", "mid", "zh-CN", "free"), "answering")
    assert mock.since.isoformat() == "2026-01-05T00:00:00+00:00"
    await before.dispose()
