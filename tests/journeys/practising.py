"""What people say in practice, and what of it the stories look at."""

LONG = "I spent two days with the planners and wrote down each step they took, and why. " * 3
LONG_ZH = "我在仓库跟了两天班，记下了每一步是谁做的、为什么这样做，然后和主管一起核对。" * 2


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
