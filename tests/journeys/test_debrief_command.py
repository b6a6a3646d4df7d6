"""`/debrief`: who is still missing, for those who may know."""

from tests.journeys.many import plan_many

COM = "communication-collaboration"


async def test_it_names_who_is_missing_and_never_a_score(story):
    await story.open_job()
    await story.plan(covers=[COM])
    reply = await story.dana.command("/debrief")
    assert "Scorecards sealed: 0 of 2" in reply.said
    assert "Interview still to come: Alice Okafor, Bob Lindqvist" in reply.said
    await story.later(hours=5)
    await story.score(story.alice, 2)
    for person in (story.dana, story.alice, story.bob):
        said = (await person.command("/debrief")).said
        assert "Scorecards sealed: 1 of 2" in said
        assert "Missing: Bob Lindqvist" in said
    await story.later(days=1)
    assert "Debrief posted: " in (await story.dana.command("/debrief")).said


async def test_strangers_to_a_loop_find_nothing(story):
    await story.open_job()
    await story.plan(covers=[COM])
    for person in (story.charlie, story.chen, story.mei):
        assert "Zoë" not in (await person.command("/debrief")).said
        assert "Zoë" not in (await person.command("/debrief Zoë")).said


async def test_words_narrow_the_list_to_a_candidate_or_a_job(story):
    await story.open_job()
    await story.plan(candidate="Zoë Ωmega", covers=[COM])
    await story.plan(candidate="王小明", covers=[COM])
    said = (await story.dana.command("/debrief 小明")).said
    assert "王小明" in said
    assert "Zoë" not in said
    assert "Zoë" in (await story.dana.command("/debrief PRODUCT")).said
    assert "found no candidate or job" in (await story.dana.command("/debrief nobody")).said


async def test_what_is_not_listed_is_said_and_found_by_name(story):
    await story.open_job()
    await story.dana.close()
    await plan_many(story, 120, story.at(hours=2))
    reply = await story.dana.command("/debrief")
    assert reply.said.count("Product lead") == 10
    assert "Only the newest are here" in reply.said
    assert "Candidate 000" in (await story.dana.command("/debrief candidate 000")).said
    assert "Only the newest" not in (await story.dana.command("/debrief candidate 119")).said


async def test_every_debrief_of_the_week_is_in_its_list_however_many_are_newer(story):
    await story.open_job()
    await story.plan(candidate="Ann", covers=[COM], due=story.at(days=1))
    await story.dana.close()
    await story.later(minutes=1)
    await plan_many(story, 120, story.at(days=20))
    assert "Ann" in (await story.dana.command("/debrief list")).said
