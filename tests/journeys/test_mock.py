"""Practice in a direct message: ask, listen, probe, rate oneself, go on, pause, come back."""

import asyncio

import pytest

from tests.journeys import forging

LONG = "I spent two days with the planners and wrote down each step they took, and why. " * 3
LONG_ZH = "我在仓库跟了两天班，记下了每一步是谁做的、为什么这样做，然后和主管一起核对。" * 2
SYS = "systems-thinking"


@pytest.fixture
async def practising(story):
    assert await story.practise(story.chen) == {}
    return story


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


def last(story):
    return story.chen.messages()[-1].said


def prompt(said):
    """Return a question without its number and its buttons."""
    lines = said.splitlines()
    return lines[next(n for n, line in enumerate(lines) if line.startswith("Question ")) + 1]


def asked(story, person=None):
    """Return the questions that were asked, in order."""
    said = [message.said for message in (person or story.chen).messages()]
    return [prompt(each) for each in said if "Question 1 of" in each or "Question " in each[:12]]


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
    assert "I only listen" in last(practising)
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


async def test_a_second_round_takes_two_clicks(story):
    chen = story.chen
    wish = {"competency": SYS, "level": "lead", "locale": "zh-CN", "length": "one"}
    assert await story.practise(chen, form="guided", clock="clock", **wish) == {}
    await chen.click("mock.skip")
    await chen.command("/mock")
    held = {field: str(values) for field, values in chen.modal.values.items()}
    for field, value in (wish | {"form": "guided", "clock": "clock"}).items():
        assert f"'{value}'" in held[field]
    assert await chen.submit() == {}
    assert "第 1 题，共 1 题" in last(story)


async def test_the_questions_fit_the_wish_and_none_comes_twice_before_all_were_asked(story):
    chen, library = story.chen, story.bot.coach.shelves.mock
    fitting = {each.prompt.en: each for each in library.questions.values()}
    for _ in range(2):
        await story.practise(chen, competency=SYS, level="lead", length="one")
        await chen.click("mock.skip")
    met = [fitting[each] for each in asked(story)]
    assert {each.competency for each in met} == {SYS}
    assert len(set(each.id for each in met)) == 2
    await story.practise(chen, competency=SYS, level="lead", length="one")
    assert fitting[asked(story)[-1]] == met[0]


async def test_what_has_no_question_at_a_level_is_refused_with_the_form_open(story):
    errors = await story.practise(story.chen, competency="strategic-thinking", level="lead")
    assert "no practice question" in errors["level"]


async def test_a_guided_answer_is_kept_while_it_is_typed_and_taken_when_sent(story, path):
    chen = story.chen
    await story.practise(chen, form="guided", competency="ownership-resilience", length="one")
    await chen.click("mock.answer")
    fields = [name for name in chen.modal.values]
    assert len(fields) == 4
    await chen.type(fields[1], "I called the")
    await chen.close()
    await story.later(days=2)
    await chen.click("mock.answer")
    assert "I called the" in str(chen.modal.values[fields[1]])
    await chen.type(fields[1], "I called the client first.")
    assert await chen.submit() == {}
    assert "Which point" in last(story)
    said = [turn for turn in forging.rows(path)["mock_turns"] if turn["said"] == "answer"]
    assert [(turn["field"], turn["text"]) for turn in said][1] == (fields[1], "I called the client first.")
    await chen.click("mock.retry")
    await chen.click("mock.answer")
    assert "client first" in str(chen.modal.values[fields[1]])


async def test_a_guided_answer_needs_one_field(story):
    await story.practise(story.chen, form="guided")
    await story.chen.click("mock.answer")
    assert "at least one field" in str(await story.chen.submit())


async def test_a_guided_answer_may_also_be_written_in_the_conversation(story):
    await story.practise(story.chen, form="guided")
    await story.answer(story.chen, LONG)
    assert "Which point" in last(story)


async def test_people_rate_themselves_and_read_what_the_next_point_would_take(practising, path):
    chen, library = practising.chen, practising.bot.coach.shelves.mock
    await practising.answer(chen, LONG)
    [question] = [q for q in library.questions.values() if q.prompt.en == asked(practising)[0]]
    for anchor in question.anchors.ladder:
        assert anchor.text.en in last(practising)
    await rate(practising, 3)
    assert "What 4 points would take:" in last(practising)
    assert last(practising).count(question.anchor(4).text.en) == 2
    await rate(practising, 5)
    assert "top of the scale" in last(practising)
    [rating] = forging.rows(path)["self_ratings"]
    assert (rating["question"], rating["points"]) == (question.id, 5)
    await chen.say("I wonder.")
    assert "This question is answered" in last(practising)


async def test_a_round_ends_with_what_was_covered_and_one_thing_for_next_time(practising):
    chen, library = practising.chen, practising.bot.coach.shelves.mock
    for points in (4, 2, 3):
        await practising.answer(chen, LONG)
        await rate(practising, points)
        await chen.click("mock.next")
    lowest = next(q for q in library.questions.values() if q.prompt.en == asked(practising)[1])
    assert "your own rating: 4" in last(practising)
    assert "One thing for next time" in last(practising)
    assert lowest.anchor(3).text.en in last(practising)


async def test_progress_is_the_persons_own_ratings_in_words(story):
    assert "not rated" in (await story.chen.command("/mock progress")).said
    for points in (2, 4):
        await story.practise(story.chen, competency=SYS, length="one")
        await story.answer(story.chen, LONG)
        await rate(story, points)
        await story.chen.click("mock.next")
    reply = (await story.chen.command("/mock progress")).said
    assert "▂▆" in reply
    assert "from 2 at first to 4: higher" in reply
    assert "not rated" in (await story.alice.command("/mock progress")).said


async def test_the_clock_says_what_is_left_and_ends_kindly(story):
    chen = story.chen
    await story.practise(chen, clock="clock")
    assert "About 25 minutes left." in last(story)
    for _ in range(2):
        story.clock.forward(minutes=13)
        await story.answer(chen, LONG)
        if "Which point" in last(story) and "minutes left" in last(story):
            await chen.click("mock.next")
    assert "The time is up" in last(story)
    await chen.click("mock.next")
    assert "That is our time" in last(story)


async def test_a_break_takes_nothing_from_the_clock(story):
    await story.practise(story.chen, clock="clock")
    story.clock.forward(minutes=5)
    await story.chen.click("mock.stop")
    await story.later(days=2)
    await story.chen.click("mock.start")
    assert "About 20 minutes left." in last(story)
    await story.later(hours=3)
    await story.chen.command("/mock")
    assert "About 20 minutes left." in last(story)


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


async def rate(story, points):
    """Chen chooses a point below the newest anchors."""
    [block] = [
        block["block_id"]
        for block in story.chen.messages()[-1].blocks
        if str(block.get("block_id", "")).startswith("rate:")
    ]
    values = story.chen.messages()[-1]
    element = next(b for b in values.blocks if b.get("block_id") == block)["elements"][0]
    value = next(o["value"] for o in element["options"] if o["value"].endswith(f" {points}"))
    await story.chen.pick(block, value)
