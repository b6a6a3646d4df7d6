"""Questions and answers that the tests of practice feedback speak with."""

from pathlib import Path

from questions.library import Library

MOCKS = Library.read(Path(__file__).parents[2] / "questions", "mock")
STORY = MOCKS.question("own-acc-beh-m01")  # a promise that could not be kept
NO_FIGURE = MOCKS.question("adv-pla-beh-m01")  # the same of bad news: a figure is optional
NOTHING_LEARNED = MOCKS.question("ibi-usr-beh-m01")  # what was learned is optional
CASE = MOCKS.question("own-inc-sit-m01")  # blood samples on yesterday's route

SCENE = (
    "In the spring of 2022 I had promised a chain of chemists that they would get repeat "
    "prescriptions by June. They have about ninety shops, and the shop managers counted on it. "
)
DEEDS = (
    "In May I read the new interface and saw that it would not be open before September. "
    "I rang their head of operations the same day, told her what I knew, and drove over on the "
    "Thursday with a list of what we could do without it. I tried two of the ways out in one shop. "
)
OURS = (
    "In May we read the new interface and saw that it would not be open before September. "
    "We rang their head of operations the same day, and we drove over on the Thursday with a list. "
    "We tried two of the ways out in one shop. "
)
RESULT = "After three weeks the queue at the counter had dropped from forty minutes to twelve. "
PLAIN = "In the end the shop managers were happy and they renewed. "
LEARNED = "I learned to ask what is not in our hands before I name a date."
FULL = SCENE + DEEDS + RESULT + LEARNED
HABIT = (
    "I usually tell the client as soon as I know. You should never wait until the last day, "
    "because they find out anyway. I would then offer options and let them choose. Generally "
    "they are fine with it, and I always learn something for the next plan that we make together."
)
VOLL = (
    "前年春天我答应过一家连锁药店，六月之前上线续方功能，他们有九十来家店，店长们都等着用。"
    "五月我看了新的接口文档，发现九月之前根本开不了。"
    "我当天就给他们的运营总监打了电话，把情况讲清楚，周四又带着一张清单去了他们总部。"
    "我还拿一家店试了其中两种办法，跟店员一起站了一个下午，把每个人多等了几分钟记下来。"
    "三个星期之后，柜台排队从四十分钟降到十二分钟，店长们也没有再打电话来催。"
    "我学到的是，报日期之前先问清楚哪些东西不在自己手里。"
)
