"""One plain paragraph in the right language may be shown; everything else is dropped."""

import pytest

from coaching.practice.prompting import LONGEST, fit

GOOD = [
    "You name the step that you took yourself, and why. Say first how it ended.",
    "Your story starts late: the reader learns what was at stake only near the end, so move it up.",
    "I'd recommend saying who decided, because the point of the story is your part in it.",
    "You and Name A disagreed, and you say why. Name B only comes up at the end: say who it was.",
    "The failure you describe makes it believable. What you'd do differently is still a bit vague.",
]
GOOD_ZH = [
    "你说清楚了自己做的那一步，听的人容易跟上。可以先说结果，再说过程。",
    "你分析了原因，也分别找了两边的人谈，这一点很具体。最后可以补一句现在怎么样了。",
    "你写到某甲不同意，也写了你怎么说服某乙。可以再说一句最后怎么样了。",
    "十分钟里你讲了背景，自己的做法却只有一句，可以把比例换过来。",
]
BAD = [
    "Good answer, I would give it 4 points.",
    "I would rate this four out of five, well done on the story.",
    "This is three points at best, so add more about the result.",
    "About eighty percent of what is needed is already in there.",
    "Five stars, a wonderful story about a warehouse and its people.",
    "You would pass this interview with that story, I believe.",
    "They should hire you for what you did in that warehouse.",
    "A strong candidate who shows ownership and clear thinking here.",
    "Better than most answers I have read to this question so far.",
    "As an AI language model, I think your answer is good as it is.",
    "I'm sorry, but there is nothing in the answer that I can use.",
    "I can't help with that request, please write something else.",
    "**Strengths** you name your own step. **Weaknesses** no result.",
    "# Feedback for your answer about the warehouse and the planners",
    "Say what you did.\n\nThen say how it ended, and who noticed.",
    "See https://models.example/star for how to build such a story.",
    "Look at www.models.example for more of these, they help a lot.",
    "Ask @dana what she thinks of your answer, she was in the room.",
    "Too short.",
    "Vous dites bien ce que vous avez fait, et pourquoi. Dites d'abord comment cela a fini.",
    "Du sagst klar, was du selbst getan hast. Sag am Anfang, wie es ausging, und wer es merkte.",
    "Dices bien lo que hiciste y por qué. Di primero cómo acabó y quién lo notó en el almacén.",
    "I would give this answer an A, because the story is so clear.",
    "This is a B plus at most, since nothing is said of the result.",
    "With this story you would get the job, so keep it as it is.",
    "You will surely land an offer when you tell it like that.",
    "Your answer is above average and only lacks a clear result.",
    "You are a top performer and it shows in every sentence here.",
    "Long. " * LONGEST,
    "You did well \u202eand this is written backwards to fool a reader.",
]
BAD_ZH = [
    "这个回答我给四分，结果部分可以再具体一些。",
    "满分五分的话，你的回答在中上水平，可以继续努力。",
    "你已经达到录用的标准了，这样回答就可以。",
    "你的回答优于大多数人，继续保持这样的表达方式。",
    "抱歉，我无法对这个回答给出任何意见，请换一个。",
    "作为人工智能，我觉得你的回答很完整，没有问题。",
    "很好。",
    "你說清楚了自己做的那一步，聽的人容易跟上。可以先說結果，再說過程。",
    "自分がした一歩をはっきり言えています。まず結果を言うと、聞く人に伝わりやすいです。",
    "자신이 한 일을 분명히 말했습니다. 결과를 먼저 말하면 듣는 사람이 이해하기 쉽습니다.",
    "按这样讲，你应该能拿到 offer，只要把结果说清楚。",
    "这个回答高于平均水平，结果部分还可以更具体。",
    "你已经可以过关了，最后补一句收获会更好。",
    "这样回答能拿下这个岗位，继续保持就行。",
]


@pytest.mark.parametrize("text", GOOD)
def test_a_plain_paragraph_is_shown_as_it_is(text):
    assert fit(f" {text}\n", "en") == text
    assert fit(text, "zh-CN") is None


@pytest.mark.parametrize("text", GOOD_ZH)
def test_a_plain_paragraph_in_chinese_is_shown_as_it_is(text):
    assert fit(text, "zh-CN") == text
    assert fit(text, "en") is None


@pytest.mark.parametrize("text", BAD)
def test_scores_verdicts_lists_links_and_refusals_are_dropped(text):
    assert fit(text, "en") is None


@pytest.mark.parametrize("text", BAD_ZH)
def test_scores_verdicts_and_refusals_in_chinese_are_dropped(text):
    assert fit(text, "zh-CN") is None
