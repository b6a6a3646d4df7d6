"""Practice with a clock: time left is said, breaks cost nothing, the end is kind."""

from tests.journeys.practising import LONG, last


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
