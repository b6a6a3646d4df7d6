"""Two people practise with each other: they find each other, ask, answer, swap and rate."""

import asyncio
import json
from dataclasses import replace

import pytest

from tests.journeys import forging
from tests.journeys.conftest import attached
from tests.journeys.paired import everything, go_on, last, look_for, meet, rate, swap
from tests.journeys.story import Story

PEERS = ("peer_wishes", "peer_sessions")
SAID = "ZZSAID"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


def prompt(person):
    """Return the question that the newest message has."""
    lines = last(person).splitlines()
    return lines[lines.index("Question") + 1]


async def test_two_people_find_each_other_swap_and_rate_their_own_answers(story, path):
    chen, charlie = story.chen, story.charlie
    await look_for(chen)
    assert "looking for a partner for you" in last(chen)
    await look_for(charlie)
    assert "You practise with Charlie" in last(chen)
    assert "You practise with Chen" in last(charlie)
    await chen.click("peer.ready")
    assert "as soon as your partner says so" in last(chen)
    assert "says that you are both here" in last(charlie)
    await charlie.click("peer.ready")
    assert "You answer." in last(chen)
    assert "word for word" in last(charlie)
    assert "What to listen for" in last(charlie)
    assert prompt(chen) == prompt(charlie)
    await go_on(charlie)
    assert "A follow-up makes clear" in last(charlie)
    follow_up = charlie.messages()[-1].blocks[2]
    await charlie.click("peer.next", follow_up["accessory"]["value"])
    assert "✓ Asked" in last(charlie)
    await go_on(charlie)
    assert "from 1 to 5 points" in last(charlie)
    await charlie.click("peer.swap")
    assert "You answer." in last(charlie)
    assert "word for word" in last(chen)
    [session] = forging.rows(path)["peer_sessions"]
    assert len(set(json.loads(session["questions"]))) == 2
    await chen.click("peer.end")
    for person in (chen, charlie):
        assert "has ended" in everything(person)
        await rate(person, 3)
        assert "What it would take for 4 points" in everything(person)
        assert "rated once: 3" in (await person.command("/mock progress")).said
    assert "The follow-ups you used:\n" + follow_up["text"]["text"] in everything(charlie)
    assert "no planned follow-up" in everything(chen)


async def test_the_form_says_what_happens_and_who_sees_what(story):
    await story.chen.command("/mock peer")
    said = story.chen.modal.said
    assert "one asks with the interviewer's guide" in said
    assert "They see your name and hear what you say" in said
    assert "I show it to no hiring team" in said


async def test_people_meet_by_the_language_they_wish_for(story, path):
    await look_for(story.chen)
    await look_for(story.mei, locale="zh-CN")
    assert len(forging.rows(path)["peer_wishes"]) == 2
    await look_for(story.charlie, locale="zh-CN")
    assert "你的练习搭档是" in last(story.mei)
    assert "looking for a partner" in last(story.chen)
    [waiting] = forging.rows(path)["peer_wishes"]
    assert waiting["person"] == "U0CHEN"


async def test_nobody_is_paired_with_themselves_and_asking_again_shows_where_one_is(story, path):
    chen = story.chen
    await look_for(chen)
    assert "looking for a partner" in (await chen.command("/mock peer")).said
    assert len(forging.rows(path)["peer_wishes"]) == 1
    await look_for(story.charlie)
    assert "You practise with Charlie" in (await chen.command("/mock peer")).said
    await chen.click("peer.ready")
    await story.charlie.click("peer.ready")
    assert "You answer." in (await chen.command("/mock peer")).said


async def test_who_waits_may_stop_and_the_button_says_so_when_it_is_too_late(story, path):
    chen = story.chen
    await look_for(chen)
    late = await forging.captured(story.slack, chen.click("peer.leave"))
    await chen.click("peer.leave")
    assert "not waiting for a partner any more" in last(chen)
    assert forging.rows(path)["peer_wishes"] == []
    await chen.click("peer.join")
    assert await chen.submit() == {}
    await chen.click("peer.leave")
    await story.slack.deliver(forging.fresh(story.slack, late, "U0CHEN"))
    await story.bot.background.idle()
    assert "`/mock peer` shows where you are" in last(chen)


async def test_who_leaves_a_pair_tells_the_partner_and_nobody_rates(story, path):
    chen, charlie = story.chen, story.charlie
    await look_for(chen)
    await look_for(charlie)
    met = charlie.messages()[-1]
    await chen.click("peer.leave")
    assert "is over" in last(chen)
    assert "Your partner left" in last(charlie)
    assert forging.rows(path)["mocks"] == []
    await charlie.click("peer.ready", message=met)
    assert "has ended" in last(charlie)
    await charlie.click("peer.join")
    assert charlie.modal.title == "Practise with a partner"


async def test_who_does_not_want_to_meet_somebody_again_meets_others_and_nobody_is_told(
    story, path
):
    chen, charlie, alice = story.chen, story.charlie, story.alice
    await meet(chen, charlie)
    await chen.click("peer.end")
    told = len(charlie.messages())
    end = next(m for m in chen.messages() if "has ended" in m.said)
    await chen.click("peer.refuse", message=end)
    assert "I will not pair the two of you again" in everything(chen)
    assert len(charlie.messages()) == told
    assert "U0CHARLIE" not in forging.text(forging.rows(path)["peer_refusals"])
    for person in (charlie, chen):
        await look_for(person)
    await story.later(minutes=1)
    assert len(forging.rows(path)["peer_wishes"]) == 2
    await look_for(alice)
    assert "You practise with Alice" in last(charlie)
    assert [each["person"] for each in forging.rows(path)["peer_wishes"]] == ["U0CHEN"]
    await charlie.command("/mock delete")
    await charlie.click("mock.delete")
    assert len(forging.rows(path)["peer_refusals"]) == 1  # it is Chen's
    await look_for(charlie)
    assert len(forging.rows(path)["peer_wishes"]) == 2
    await chen.command("/mock delete")
    await chen.click("mock.delete")
    assert forging.rows(path)["peer_refusals"] == []


async def test_who_leaves_before_it_begins_may_refuse_too_and_a_stranger_may_not(story, path):
    chen, charlie, slack = story.chen, story.charlie, story.slack
    await look_for(chen)
    await look_for(charlie)
    early = await forging.captured(slack, chen.click("peer.leave"))
    early["actions"][0]["action_id"] = "peer.refuse"
    await slack.deliver(forging.fresh(slack, early, "U0CHEN"))
    await story.bot.background.idle()
    assert forging.rows(path)["peer_refusals"] == []
    await chen.click("peer.leave")
    forged = forging.as_person(slack, early, "U0ALICE")
    forged.pop("response_url")
    await slack.deliver(forged)
    await story.bot.background.idle()
    assert forging.rows(path)["peer_refusals"] == []
    await chen.click("peer.refuse")
    assert len(forging.rows(path)["peer_refusals"]) == 1
    assert "pair the two of you" not in everything(charlie)


async def test_who_answered_rates_even_when_it_ends_in_the_first_round(story, path):
    chen, charlie = story.chen, story.charlie
    await meet(chen, charlie)
    await chen.click("peer.end")
    assert "Which point" in everything(chen)
    assert "You answered this to your partner" in everything(chen)
    assert "you asked the planned question" in everything(charlie)
    assert "Which point" not in everything(charlie)
    assert [each["person"] for each in forging.rows(path)["mocks"]] == ["U0CHEN"]
    await chen.command("/mock")
    assert chen.modal.title == "Practice interview"
    assert await chen.submit() == {}
    assert "Question 1 of 3" in last(chen)


async def test_old_cards_lead_nowhere_and_say_so(story):
    chen, charlie = story.chen, story.charlie
    await meet(chen, charlie)
    first = charlie.messages()[-1]
    old = await forging.captured(story.slack, charlie.click("peer.next"))
    await swap(charlie)
    await story.slack.deliver(forging.fresh(story.slack, old, "U0CHARLIE"))
    await story.bot.background.idle()
    assert "word for word" in last(chen)
    assert "This part is behind you" in next(m for m in charlie.messages() if m.ts == first.ts).said
    await chen.click("peer.end")
    await story.slack.deliver(forging.fresh(story.slack, old, "U0CHARLIE"))
    await story.bot.background.idle()
    assert "has ended" in last(charlie)


async def test_the_same_click_three_times_is_one(story, path):
    once = story.slack.deliver

    async def thrice(body):
        await once(body)
        await once(body)
        return await once(body)

    story.slack.deliver = thrice
    chen, charlie = story.chen, story.charlie
    await meet(chen, charlie)
    await swap(charlie)
    await chen.click("peer.end")
    kinds = [each["kind"] for each in forging.rows(path)["outbox"]]
    assert kinds.count("mock") == 2
    assert len([m for m in charlie.messages() if "has ended" in m.said]) == 1


async def test_both_say_at_once_that_they_are_here_and_one_round_begins(story, path):
    chen, charlie, slack = story.chen, story.charlie, story.slack
    await look_for(chen)
    await look_for(charlie)
    bodies = [await forging.captured(slack, p.click("peer.ready")) for p in (chen, charlie)]
    again = forging.fresh(slack, bodies[0], "U0CHEN")
    await asyncio.gather(*(slack.deliver(body) for body in (*bodies, again)))
    await story.bot.background.idle()
    [session] = forging.rows(path)["peer_sessions"]
    assert len(json.loads(session["questions"])) == 1
    assert len([m for m in chen.messages() if "You answer." in m.said]) == 1


async def test_deleting_takes_one_out_of_the_pair_and_the_partner_is_told(story, path):
    chen, charlie = story.chen, story.charlie
    await meet(chen, charlie)
    await swap(charlie)
    await chen.command("/mock delete")
    await chen.click("mock.delete")
    assert "1 entry about a partner" in [*chen.told("C0GENERAL")][-1].text
    assert "Your partner left" in everything(charlie)
    assert "Which point" in everything(charlie)
    kept = forging.rows(path, ("peer_wishes", "peer_sessions", "mocks", "self_ratings", "outbox"))
    assert "U0CHEN" not in forging.text(kept)
    await charlie.command("/mock delete")
    await charlie.click("mock.delete")
    assert forging.rows(path, PEERS) == {table: [] for table in PEERS}
    assert "U0CHARLIE" not in forging.text(forging.rows(path))


async def test_deleting_while_waiting_says_what_it_was(story, path):
    await look_for(story.chen)
    await story.chen.command("/mock delete")
    await story.chen.click("mock.delete")
    assert "1 entry about a partner" in [*story.chen.told("C0GENERAL")][-1].text
    assert forging.rows(path)["peer_wishes"] == []


async def test_after_seven_days_nobody_waits_any_more_and_one_line_says_so(story, path):
    await look_for(story.chen)
    await story.later(days=6)
    assert "looking for a partner" in last(story.chen)
    await story.later(days=1)
    assert "I have stopped looking" in last(story.chen)
    assert forging.rows(path)["peer_wishes"] == []
    await story.later(days=1)
    assert everything(story.chen).count("I have stopped looking") == 1


async def test_a_pair_that_never_meets_ends_after_seven_days(story, path):
    chen, charlie = story.chen, story.charlie
    await look_for(chen)
    await look_for(charlie)
    await story.later(days=8)
    for person in (chen, charlie):
        assert "Nothing happened between you and your partner" in last(person)
    assert [each["state"] for each in forging.rows(path)["peer_sessions"]] == ["over"]
    await story.later(days=31)
    assert forging.rows(path)["peer_sessions"] == []


async def test_an_operator_may_choose_fewer_days(slack, settings, clock, path):
    named = settings.model_copy(update={"coach_practice_days": 3})
    async with attached(slack, named, clock) as bot:
        story = Story(slack, bot, clock)
        await look_for(story.chen)
        assert "After 3 days" in last(story.chen)
        await meet(story.alice, story.mei, locale="zh-CN")
        await story.later(days=4)
        assert "I have stopped looking" in last(story.chen)
        assert "这次练习就此结束" in everything(story.mei)
        await story.later(days=4)
        assert forging.rows(path, PEERS) == {table: [] for table in PEERS}


async def test_what_they_write_to_the_bot_is_kept_nowhere(story, path):
    chen, charlie = story.chen, story.charlie
    await meet(chen, charlie)
    await chen.say(SAID)
    assert "I do not listen while you practise with a partner" in last(chen)
    assert "You answer." in last(chen)
    assert SAID not in forging.text(forging.rows(path))


async def test_neither_is_asked_again_what_one_of_them_has_had(story, path):
    chen, charlie, alice = story.chen, story.charlie, story.alice
    topic = {"topic": "systems-thinking"}
    met = []
    for one, other in ((chen, charlie), (charlie, alice)):
        await meet(one, other, **topic)
        await swap(other)
        await one.click("peer.end")
    for session in forging.rows(path)["peer_sessions"]:
        met += json.loads(session["questions"])
    offered = story.bot.coach.shelves.mock.of("systems-thinking")
    fitting = [each.id for each in offered if "mid" in each.levels]
    assert len(set(met)) == min(4, len(fitting))
    assert set(met) <= set(fitting)


async def test_a_guest_finds_no_partner_and_is_told_what_other_guests_are(story):
    reply = await story.gus.command("/mock peer")
    assert "open to full members" in reply.said
    assert story.gus.modal is None


async def test_who_becomes_a_guest_can_end_a_pair_rate_and_delete(story, path):
    charlie, chen = story.charlie, story.chen
    await meet(charlie, chen)
    member = story.slack.people["U0CHARLIE"]
    story.slack.people["U0CHARLIE"] = replace(member, guest=True)
    story.clock.forward(minutes=11)  # by when Slack is asked again who somebody is
    assert "You answer." in last(charlie)
    await charlie.click("peer.end")
    await rate(charlie, 2)
    assert "rated once: 2" in (await charlie.command("/mock progress")).said
    await charlie.command("/mock delete")
    await charlie.click("mock.delete")
    assert "U0CHARLIE" not in forging.text(forging.rows(path))


async def test_a_pair_in_chinese_reads_chinese_from_the_first_word_to_the_last(story):
    mei, chen = story.mei, story.chen
    await mei.command("/mock peer")
    assert mei.modal.title == "结对练习"
    assert await mei.submit() == {}
    assert "正在为你找搭档" in last(mei)
    await look_for(chen, locale="zh-CN")
    await mei.click("peer.ready")
    await chen.click("peer.ready")
    assert "这一轮由你回答" in last(mei)
    assert "请照原文提问" in last(chen)
    await go_on(chen)
    assert "追问" in last(chen)
    await go_on(chen)
    assert "一起聊一会儿" in last(chen)
    await chen.click("peer.swap")
    await mei.click("peer.end")
    assert "你们的结对练习结束了" in everything(chen)


async def test_a_stranger_presses_the_buttons_of_a_pair_in_vain(story, path):
    chen, charlie, slack = story.chen, story.charlie, story.slack
    await look_for(chen)
    await look_for(charlie)
    bodies = [await forging.captured(slack, chen.click(f"peer.{e}")) for e in ("ready", "leave")]
    for person in (chen, charlie):
        await person.click("peer.ready")
    bodies += [await forging.captured(slack, charlie.click("peer.next"))]
    bodies += [await forging.captured(slack, chen.click("peer.end"))]
    before = forging.rows(path, PEERS)
    for body in bodies:
        forged = forging.as_person(slack, body, "U0ALICE")
        forged.pop("response_url")
        await slack.deliver(forged)
        await story.bot.background.idle()
    assert forging.rows(path, PEERS) == before
    assert "Chen" not in everything(story.alice)
    partners = forging.as_person(slack, bodies[2], "U0CHEN")  # the guide is not the answerer's
    partners.pop("response_url")
    await slack.deliver(partners)
    await story.bot.background.idle()
    assert forging.rows(path, PEERS) == before


async def test_the_bot_restarts_in_the_middle_and_they_go_on(slack, settings, clock, path):
    async with attached(slack, settings, clock) as bot:
        story = Story(slack, bot, clock)
        await meet(story.chen, story.charlie)
        await go_on(story.charlie)
    async with attached(slack, settings, clock) as bot:
        story = Story(slack, bot, clock)
        await go_on(story.charlie)
        await story.charlie.click("peer.swap")
        assert "You answer." in last(story.charlie)
