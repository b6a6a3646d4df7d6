"""Practice in a direct message: ask, probe, go on, pause, come back."""

import pytest

LONG = "I spent two days with the planners and wrote down each step they took, and why. " * 3
LONG_ZH = "我在仓库跟了两天班，记下了每一步是谁做的、为什么这样做，然后和主管一起核对。" * 2


@pytest.fixture
async def practising(story):
    await story.chen.command("/mock")
    return story


def last(story):
    return story.chen.messages()[-1].said


def prompt(said):
    """Return a question without its number and its button."""
    return said.splitlines()[-2]


async def test_a_practice_interview_asks_probes_goes_on_and_ends(practising):
    chen = practising.chen
    assert "Question 1 of 3" in last(practising)
    before = last(practising)
    await chen.say("A race.")
    assert last(practising) != before
    assert "Question" not in last(practising)
    for expected in ("Question 2 of 3", "Question 3 of 3", "You covered"):
        await chen.say(LONG)
        assert expected in last(practising)
    assert "1 follow-up question" in last(practising)
    await chen.say(LONG)
    assert "I only listen" in last(practising)


async def test_a_stopped_practice_goes_on_where_it_was(practising):
    chen = practising.chen
    await chen.say(LONG)
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
    chen = practising.chen
    question = prompt(last(practising))
    await chen.say("A race.")
    follow_up = last(practising)
    assert question not in follow_up
    await chen.command("/mock stop")
    await practising.later(days=2)
    await chen.command("/mock")
    said = last(practising)
    assert said.index("Question 1 of 3") < said.index(question) < said.index(follow_up)


async def test_the_buttons_pause_and_go_on(practising):
    await practising.chen.click("mock.stop")
    assert "Paused" in last(practising)
    await practising.chen.click("mock.start")
    assert "Question 1 of 3" in last(practising)


async def test_mei_practises_in_chinese(story):
    await story.mei.command("/mock")
    assert "第 1 题，共 3 题" in story.mei.messages()[-1].said
    await story.mei.say(LONG_ZH)
    assert "第 2 题" in story.mei.messages()[-1].said


async def test_the_same_event_three_times_is_one_answer(practising):
    once = practising.slack.deliver

    async def thrice(body):
        await once(body)
        await once(body)
        return await once(body)

    practising.slack.deliver = thrice
    await practising.chen.say(LONG)
    asked = [m for m in practising.chen.messages() if "Question 2" in m.said]
    assert len(asked) == 1


async def test_nothing_practised_is_shown_anywhere_else(practising):
    await practising.chen.say(LONG + " ZZPRACTICE")
    for person in (practising.dana, practising.alice, practising.charlie):
        for command in ("/debrief", "/interview score", "/mock help"):
            assert "ZZPRACTICE" not in (await person.command(command)).said


async def test_a_round_asks_no_question_twice(practising):
    asked = []
    for _ in range(3):
        asked.append(prompt(last(practising)))
        await practising.chen.say(LONG)
    assert len(set(asked)) == 3


async def test_stopping_what_never_began_says_how_to_begin(story):
    reply = await story.chen.command("/mock stop")
    assert "`/mock` starts one" in reply.text
