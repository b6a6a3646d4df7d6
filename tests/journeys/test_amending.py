"""Amendments: beside what was sealed, with a reason, before the debrief or after it."""

import pytest

from playground.checker.mentions import mentions, rich_mentions
from tests.journeys import forging
from tests.journeys.story import HIRING, held, table

COM = "communication-collaboration"
WHY = "I mixed her up <!channel> with the candidate before."


@pytest.fixture
async def sealed(story):
    """Alice has sealed a 2 and a no, Bob a 5; the debrief comes at the promised time."""
    await story.open_job()
    await story.plan(covers=[COM])
    await story.later(hours=4)
    await story.score(story.alice, 2, word="no")
    await story.score(story.bob, 5)
    return story


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


async def amend(person, item, said, reason=WHY):
    await person.click("amend.open")
    await fill(person, item, said, reason)
    return await person.submit()


async def fill(person, item, said, reason=WHY):
    await person.pick("item", item)
    await person.pick(f"said:{item}", said)
    await person.type("reason", reason)


async def test_an_amendment_before_the_debrief_stands_beside_what_counts(sealed):
    assert await amend(sealed.alice, COM, "4") == {}
    assert "stays the value that counts" in sealed.alice.modal.said
    assert await amend(sealed.alice, "recommendation", "yes", "I see it now.") == {}
    assert not any("mixed her up" in m.said for m in sealed.dana.messages(HIRING))
    await sealed.later(days=1)
    [debrief] = sealed.debriefs()
    assert table(debrief)[1][1:4] == ["2", "5", "3.5"]
    read = await sealed.evidence(sealed.bob)
    assert "Bob Lindqvist 5, Alice Okafor 2" in read
    assert "3.5 · 2 raters" in read
    assert read.count(f", before the debrief: {WHY}") == 1
    assert "Amended to Yes, before the debrief: I see it now." in read
    assert mentions(debrief.blocks) == []
    assert rich_mentions(debrief.blocks) == []


async def test_an_amendment_after_the_debrief_is_told_in_its_thread_by_name(sealed):
    await sealed.later(days=1)
    [debrief] = sealed.debriefs()
    assert await amend(sealed.alice, COM, "4") == {}
    assert "in the thread of the debrief" in sealed.alice.modal.said
    told = sealed.dana.messages(HIRING)[-1]
    assert told.message.thread_ts == debrief.ts
    assert "Zoë" not in told.text
    assert "Alice Okafor amended their scorecard for Zoë Ωmega after the debrief" in told.said
    assert "Sealed: 2 · " in told.said
    assert f", after the debrief: {WHY}" in told.said
    assert rich_mentions(told.blocks) == []


async def test_the_panel_is_told_by_initials_and_without_private_matters(sealed):
    await sealed.debriefs_show(initials=True)
    await sealed.later(days=1)
    why = "She is married with two kids. I mixed her up."
    assert await amend(sealed.alice, COM, "4", why) == {}
    assert await sealed.alice.submit() == {}  # pointed out first; what is said is hers to decide
    told = sealed.dana.messages(HIRING)[-1].said
    assert "amended their scorecard for Z. Ω. after the debrief" in told
    assert "[1 sentence withheld: personal information] I mixed her up." in told
    assert "married" not in told


async def test_it_is_not_told_where_the_candidate_is(story):
    await story.open_job()
    await story.plan(covers=[COM], account="U0CHEN")
    await story.later(hours=4)
    await story.score(story.alice, 2)
    await story.later(days=1)
    story.slack.places[HIRING].members.append("U0CHEN")
    await amend(story.alice, COM, "4")
    assert not any("amended" in m.said for m in story.chen.messages(HIRING))
    assert "could not post" in story.dana.messages()[-1].said


async def test_what_the_panel_never_read_is_told_to_nobody(story):
    await story.open_job()
    await story.plan(covers=[COM])
    await story.later(days=2)
    await story.later(minutes=1)
    await story.score(story.alice, 2)
    before = len(story.dana.messages(HIRING))
    assert await amend(story.alice, COM, "4") == {}
    assert "nobody else is told" in story.alice.modal.said
    assert len(story.dana.messages(HIRING)) == before


async def test_it_needs_another_value_and_a_reason(sealed):
    await sealed.alice.click("amend.open")
    assert "submit" not in sealed.alice.modal.view.given
    await sealed.alice.pick("item", COM)
    assert "Sealed: 2 · " in sealed.alice.modal.said
    await sealed.alice.pick(f"said:{COM}", "2")
    await sealed.alice.type("reason", " ")
    errors = await sealed.alice.submit()
    assert "says so already" in errors[f"said:{COM}"]
    assert "Say why" in errors["reason"]
    await sealed.alice.pick(f"said:{COM}", "3")
    await sealed.alice.type("reason", WHY)
    assert await sealed.alice.submit() == {}


async def test_a_reason_that_touches_on_private_things_is_pointed_out_once(sealed, path):
    reason = "She is 38 and married."
    assert await amend(sealed.alice, COM, "4", reason) == {}
    assert "press Amend again" in sealed.alice.modal.said
    assert held(sealed.alice.modal, "reason") == reason
    assert held(sealed.alice.modal, f"said:{COM}") == "4"
    assert forging.rows(path)["amendments"] == []
    assert await sealed.alice.submit() == {}
    assert [row["reason"] for row in forging.rows(path)["amendments"]] == [reason]


async def test_the_same_amendment_from_two_devices_is_one_and_another_is_told(sealed, path):
    alice = sealed.alice
    await alice.click("amend.open")
    await fill(alice, COM, "4")
    laptop = alice.modal
    await alice.click("amend.open")  # on the phone
    await fill(alice, COM, "4")
    assert await alice.submit() == {}
    assert await sealed.forge("U0ALICE", laptop) == {}
    assert len(forging.rows(path)["amendments"]) == 1
    await alice.close(everything=True)
    await alice.click("amend.open")
    await fill(alice, COM, "5")
    tablet = alice.modal
    assert await amend(alice, COM, "3") == {}
    errors = await sealed.forge("U0ALICE", tablet)
    assert "somewhere else" in errors[f"said:{COM}"]
    assert [row["said"] for row in forging.rows(path)["amendments"]] == ["4", "3"]


async def test_earlier_amendments_are_shown_when_one_amends_again(sealed):
    await amend(sealed.alice, COM, "4")
    await sealed.later(days=1)
    await amend(sealed.alice, COM, "3", "On second thought.")
    await sealed.alice.close(everything=True)
    await sealed.alice.click("amend.open")
    await sealed.alice.pick("item", COM)
    assert f", before the debrief: {WHY}" in sealed.alice.modal.said
    assert ", after the debrief: On second thought." in sealed.alice.modal.said


async def test_only_the_writer_amends_and_only_what_is_sealed(story, path):
    await story.open_job()
    await story.plan(covers=[COM])
    await story.score(story.alice, 2)
    receipt = next(m for m in story.alice.messages() if m.text == "Your scorecard is sealed.")
    for person in (story.bob, story.dana, story.charlie, story.chen):
        await person.click("amend.open", message=receipt)
        assert person.modal is None or person.modal.title != "Amend a scorecard"
    body = await forging.captured(story.slack, story.bob.click("score.open"))
    body["actions"][0]["action_id"] = "amend.open"  # of a card that is not sealed
    await forging.delivered(story.bot, body)
    await story.bot.background.idle()
    assert story.bob.modal is None
    assert forging.rows(path)["amendments"] == []


async def test_a_debrief_that_goes_out_late_says_what_was_known_when_it_was_due(sealed):
    sealed.slack.places[HIRING].kind = "public"
    await sealed.later(days=1)
    assert sealed.debriefs() == []
    assert await amend(sealed.alice, COM, "4") == {}
    sealed.slack.places[HIRING].kind = "private"
    for told in [m for m in sealed.dana.messages() if "post.again" in str(m.blocks)]:
        await sealed.dana.click("post.again", message=told)
    await sealed.later(minutes=1)
    assert len(sealed.debriefs()) == 1
    assert not any("mixed her up" in m.said for m in (*sealed.debriefs(), *sealed.thread()))
    assert "mixed her up" not in await sealed.evidence(sealed.dana)


async def test_mei_amends_in_chinese_and_a_chinese_channel_reads_it(story):
    await story.open_job(language="zh-CN")
    await story.debriefs_show(detail="thread")
    await story.plan("U0MEI", "U0BOB", covers=[COM])
    await story.later(hours=4)
    await story.score(story.mei, 2, word="no")
    await story.score(story.bob, 5)
    why = "我把她和前一位候选人记混了。"
    assert await amend(story.mei, COM, "4", why) == {}
    assert "封存" in story.mei.modal.said
    await story.later(days=1)
    said = [m.said for m in story.channel() if why in m.said]
    assert len(said) == 1
    assert "更正" in said[0]
