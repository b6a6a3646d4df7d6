"""Practice in a direct message: ask, listen, probe, go on, pause, come back."""

import asyncio

import pytest

from tests.journeys import forging
from tests.journeys.practising import LONG, LONG_ZH, asked, last, prompt


def choice(message):
    """Return the menu of points below an answer, and the point 3."""
    block = next(b for b in message.blocks if b.get("block_id", "").startswith("rate:"))
    [menu] = block["elements"]
    return block["block_id"], next(o["value"] for o in menu["options"] if o["value"].endswith(" 3"))


@pytest.fixture
async def practising(story):
    assert await story.practise(story.chen) == {}
    return story


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


async def test_a_free_round_asks_listens_probes_and_ends(practising):
    chen = practising.chen
    assert "Question 1 of 3" in last(practising)
    await practising.answer(chen, "A race.")
    assert "Follow-up" in last(practising)
    for n in (2, 3):
        await practising.answer(chen, LONG)
        assert "Which point did your answer reach?" in last(practising)
        await chen.click("mock.next")
        assert f"Question {n} of 3" in last(practising)
    await practising.answer(chen, LONG)
    await chen.click("mock.next")
    assert "You covered" in last(practising)
    assert "1 follow-up question" in last(practising)
    await chen.say(LONG)
    assert "I only listen" in last(practising)


async def test_at_most_two_follow_ups_are_asked(practising):
    chen = practising.chen
    for _ in range(2):
        await practising.answer(chen, "Hm.")
        assert "Follow-up" in last(practising)
    await practising.answer(chen, "Hm.")
    assert "Which point" in last(practising)


async def test_one_line_says_that_it_listens_however_many_messages_come(practising):
    chen = practising.chen
    await chen.say("First the planners.")
    await chen.say("Then the drivers.")
    await chen.say("Then both.")
    lines = [message for message in chen.messages() if "I am listening" in message.said]
    assert len(lines) == 1
    await chen.click("mock.done")
    assert "Answer taken." in next(m for m in chen.messages() if m.ts == lines[0].ts).said
    assert "Follow-up" in last(practising)


async def test_silence_ends_an_answer_and_a_new_message_puts_it_off(practising):
    chen = practising.chen
    await chen.say(LONG)
    await practising.later(minutes=2)
    await chen.say("And one more thing.")
    await practising.later(minutes=2)
    assert "I am listening" in last(practising) or "one more thing" in last(practising)
    await practising.later(minutes=1, seconds=1)
    assert "Which point" in last(practising)
    await practising.later(minutes=10)
    assert len([m for m in chen.messages() if "Which point" in m.said]) == 1
    await chen.click("mock.done")  # the line still has its button: nothing happens twice
    assert len([m for m in chen.messages() if "Which point" in m.said]) == 1


async def test_edited_and_deleted_messages_count_as_they_stand_at_done(practising, path):
    chen = practising.chen
    ts = await chen.say("Hm.")
    gone = await chen.say(LONG)
    await chen.edit(ts, "Hm, well.")
    await chen.delete(gone)
    kept = [turn["text"] for turn in forging.rows(path)["mock_turns"] if turn["said"] == "answer"]
    assert kept == ["Hm, well.", ""]
    await chen.click("mock.done")
    assert "Follow-up" in last(practising)
    await chen.edit(ts, LONG)
    await practising.answer(chen, "That was it.")
    assert "Which point" in last(practising)


async def test_what_is_edited_after_done_changes_no_feedback(story):
    chen = story.chen
    await story.practise(chen, topic="communication-collaboration")
    ts = await chen.say(LONG)
    await chen.click("mock.done")
    before = chen.messages()[-1]
    await chen.edit(ts, "Hm.")
    await chen.pick(*choice(before))
    after = next(m for m in chen.messages() if m.ts == before.ts)
    assert "Keep this" in after.said
    assert "from nine days to four" in after.said
    await chen.click("mock.retry")
    await chen.edit(ts, "Hm.")  # the first try's
    await story.answer(chen, LONG)
    assert "What is different this time" in last(story)
    assert "from nine days" not in last(story).split("Which point")[0]


async def test_what_is_deleted_is_gone_even_after_the_end(practising, path):
    chen = practising.chen
    ts = await chen.say(LONG)
    await chen.click("mock.done")
    await chen.click("mock.stop")
    await chen.click("mock.end")
    await chen.delete(ts)
    assert "warehouse" not in forging.text(forging.rows(path)["mock_turns"])
    assert len(forging.rows(path)["found_parts"]) > 0


async def test_nothing_said_is_no_answer(practising):
    chen = practising.chen
    await chen.delete(await chen.say("Hm."))
    await chen.click("mock.done")
    assert "not read an answer yet" in last(practising)
    await practising.later(minutes=4)
    assert not [m for m in chen.messages() if "Which point" in m.said or "Follow-up" in m.said]


async def test_files_and_voice_clips_are_told_that_it_reads_text(practising):
    chen = practising.chen
    await chen.say("", files=[chen.upload("answer.m4a", b"sound")])
    assert "only read text" in last(practising)
    await chen.say("It is all in here.", files=[chen.upload("answer.txt", b"text")])
    assert [m for m in chen.messages() if "I am listening" in m.said]


async def test_a_question_is_skipped_explained_and_said_again(practising):
    chen = practising.chen
    question = prompt(last(practising))
    await chen.click("mock.explain")
    assert "What I would like to hear about" in last(practising)
    await chen.say("Let me think.")
    await chen.click("mock.repeat")
    assert prompt(last(practising)) == question
    await practising.answer(chen, "Hm.")
    await chen.click("mock.skip")
    assert "Which point" in last(practising)
    await chen.click("mock.next")
    assert "Question 2 of 3" in last(practising)
    await chen.click("mock.skip")
    assert "Question 3 of 3" in last(practising)
    await chen.click("mock.skip")
    assert "You covered" in last(practising)


async def test_the_language_changes_in_the_middle(practising):
    chen = practising.chen
    await chen.click("mock.switch")
    assert "第 1 题，共 3 题" in last(practising)
    await practising.answer(chen, "一场比赛。")
    assert "追问" in last(practising)
    await practising.answer(chen, LONG_ZH)
    await chen.click("mock.next")
    assert "第 2 题" in last(practising)
    await chen.click("mock.switch")
    assert "Question 2 of 3" in last(practising)


async def test_a_stopped_practice_goes_on_where_it_was_two_days_later(practising):
    chen = practising.chen
    await practising.answer(chen, LONG)
    await chen.click("mock.next")
    question = last(practising)
    await chen.command("/mock stop")
    assert "Paused" in last(practising)
    await chen.say("Are you there?")
    assert "paused, so what you just wrote is in no answer" in last(practising)
    await chen.click("mock.start")
    assert "Question 2 of 3" in last(practising)
    await chen.click("mock.stop")
    await practising.later(days=2)
    await chen.command("/mock")
    assert "Question 2 of 3" in last(practising)
    assert prompt(question) == prompt(last(practising))


async def test_who_comes_back_to_a_follow_up_reads_the_question_again(practising):
    question = prompt(last(practising))
    await practising.answer(practising.chen, "A race.")
    follow_up = last(practising).splitlines()[1]
    assert question not in last(practising)
    await practising.chen.command("/mock stop")
    await practising.later(days=2)
    await practising.chen.command("/mock")
    said = last(practising)
    assert said.index("Question 1 of 3") < said.index(question) < said.index(follow_up)


async def test_the_buttons_pause_go_on_and_end(practising):
    chen = practising.chen
    await chen.click("mock.stop")
    assert "Paused" in last(practising)
    await chen.click("mock.start")
    assert "Question 1 of 3" in last(practising)
    await chen.click("mock.stop")
    await chen.click("mock.end")
    assert "left out every question" in last(practising)
    await chen.click("mock.start")
    assert chen.modal.title == "Practice interview"


async def test_whatever_is_said_during_a_practice_is_in_its_language(story):
    chen = story.chen
    await story.practise(chen, locale="zh-CN", length="one")
    await chen.say("", files=[chen.upload("answer.m4a", b"sound")])
    assert "只能读文字" in last(story)
    await chen.click("mock.stop")
    await chen.say("在吗")
    assert "练习已暂停" in last(story)
    await chen.click("mock.start")
    await story.answer(chen, LONG_ZH)
    await chen.say("在吗")
    assert "这道题已经答完" in last(story)
    assert {message.text for message in chen.messages()[-1:]} == {"模拟面试"}


async def test_mei_practises_in_chinese(story):
    await story.practise(story.mei)
    assert "第 1 题，共 3 题" in story.mei.messages()[-1].said
    await story.answer(story.mei, LONG_ZH)
    assert "几分" in story.mei.messages()[-1].said


async def test_the_same_event_three_times_is_one_message(practising, path):
    once = practising.slack.deliver

    async def thrice(body):
        await once(body)
        await once(body)
        return await once(body)

    practising.slack.deliver = thrice
    await practising.answer(practising.chen, LONG)
    said = [turn["said"] for turn in forging.rows(path)["mock_turns"]]
    assert said == ["question", "answer", "listening", "rate"]


async def test_two_answers_and_two_dones_at_once_are_one_answer(practising, path):
    slack, chen = practising.slack, practising.chen
    bodies = [await forging.captured(slack, chen.say(text)) for text in ("One half.", "Other.")]
    await asyncio.gather(*(slack.deliver(body) for body in bodies))
    await practising.bot.background.idle()
    done = await forging.captured(slack, chen.click("mock.done"))
    twin = forging.fresh(slack, done, "U0CHEN")
    await asyncio.gather(slack.deliver(done), slack.deliver(twin), practising.bot.tick())
    await practising.bot.background.idle()
    said = [turn["said"] for turn in forging.rows(path)["mock_turns"]]
    assert sorted(said[:4]) == ["answer", "answer", "listening", "question"]
    assert said[4:] == ["probe"]


async def test_buttons_of_what_is_behind_say_so(practising):
    chen = practising.chen
    first = chen.messages()[-1]
    await chen.click("mock.skip")
    await chen.click("mock.skip", message=first)
    assert "You have moved on" in last(practising)
    for _ in range(2):
        await chen.click("mock.skip")
    await chen.click("mock.skip", message=first)
    assert "has ended" in last(practising)


async def test_a_round_asks_no_question_twice(practising):
    for _ in range(2):
        await practising.chen.click("mock.skip")
    assert len(set(asked(practising))) == 3


async def test_stopping_what_never_began_says_how_to_begin(story):
    reply = await story.chen.command("/mock stop")
    assert "`/mock` starts one" in reply.text


async def test_a_question_said_again_keeps_what_was_written_and_the_way_to_end_it(practising):
    chen = practising.chen
    await chen.say(LONG)
    listening = chen.messages()[-1]
    await chen.click("mock.repeat")
    await practising.later(minutes=1)
    assert "Which point" not in last(practising)
    await chen.click("mock.done", message=listening)
    assert "Which point" in last(practising)


async def test_after_a_pause_what_was_written_before_still_belongs_to_the_answer(practising):
    chen = practising.chen
    await chen.say(LONG)
    await chen.click("mock.stop")
    await practising.later(days=1)
    assert "Paused" in last(practising)
    await chen.click("mock.start")
    await practising.answer(chen, "That is all.")
    assert "Which point" in last(practising)
