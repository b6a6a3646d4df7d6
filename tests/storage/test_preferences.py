"""What people prefer, on SQLite and on PostgreSQL."""

from dataclasses import replace
from datetime import time

from sqlalchemy import event

from coaching.person import Profile
from coaching.reminding.preferences import Preferences
from coaching.reminding.quiet import Quiet
from tests.examples import NOW

MEI = Profile("UMEI", "Mei Lin 林美", "zh-CN", "Asia/Shanghai")
CHOSEN = Preferences("en", Quiet(time(22, 30), time(7), weekends=False), nudges=False)


async def test_what_was_chosen_comes_back_and_what_was_not_is_the_usual(store):
    async with store.begin("T1") as work:
        await work.preferences.save("UMEI", Preferences(), NOW)
        await work.preferences.save("UMEI", CHOSEN, NOW)
    async with store.begin("T1") as work:
        assert await work.preferences.of("UMEI") == CHOSEN
        assert await work.preferences.of("UBOB") == Preferences()
    async with store.begin("T2") as work:
        assert await work.preferences.of("UMEI") == Preferences()


async def test_a_chosen_language_is_read_with_the_profile_in_one_query(store, engine):
    async with store.begin("T1") as work:
        await work.people.save(MEI, NOW)
        await work.preferences.save("UMEI", CHOSEN, NOW)
    asked = []
    event.listen(engine.sync_engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    async with store.begin("T1") as work:
        assert await work.people.of("UMEI") == (replace(MEI, locale="en"), NOW)
    assert len([each for each in asked if each.startswith("SELECT")]) == 1
    async with store.begin("T1") as work:
        await work.preferences.save("UMEI", replace(CHOSEN, locale=None), NOW)
        assert await work.people.of("UMEI") == (MEI, NOW)
