"""A shadow's ratings beside the lead's: for the two alone, and never before the debrief."""

COM = "communication-collaboration"


def comparisons(person):
    return [m for m in person.messages() if "side by side" in m.text or "并列" in m.text]


async def planned(story, kind="shadow"):
    """Alice leads, Mei sits in with her, Bob interviews by himself."""
    await story.open_job()
    await story.fill_plan("U0ALICE", "U0MEI", "U0BOB", **{"role:1": f"{kind}:0"})
    assert await story.cover(COM) == {}
    assert await story.dana.submit() == {}


async def test_the_two_read_it_once_the_debrief_is_out_and_nobody_else_does(story):
    await planned(story)
    await story.score(story.alice, 2, evidence="ALICE-SAID")
    await story.score(story.mei, 5, evidence="MEI-SAID")
    assert comparisons(story.alice) == comparisons(story.mei) == []
    await story.later(days=1, hours=1)
    [hers], [meis] = comparisons(story.alice), comparisons(story.mei)
    assert "Zoë" not in hers.text
    assert "Mei Lin 林美  5 · " in hers.said
    assert "Alice Okafor  2 · " in hers.said
    assert "3 points apart" in hers.said
    assert "-SAID" not in hers.said
    assert "相差 3 分" in meis.said
    for person in (story.bob, story.dana, story.charlie):
        assert comparisons(person) == []
    [debrief] = story.debriefs()
    assert "Mei" not in debrief.said
    assert "MEI-SAID" not in await story.evidence(story.dana)


async def test_who_seals_after_the_debrief_reads_it_then(story):
    await planned(story, "reverse")
    await story.score(story.alice, 3)
    await story.later(days=1, hours=1)
    assert comparisons(story.alice) == []
    await story.score(story.mei, 3)
    [hers], [_] = comparisons(story.alice), comparisons(story.mei)
    assert "Same point" in hers.said
    await story.later(days=1)
    assert len(comparisons(story.alice)) == 1


async def test_without_the_leads_card_there_is_nothing_to_compare(story):
    await planned(story)
    await story.score(story.mei, 5)
    await story.later(days=2)
    assert comparisons(story.mei) == []
