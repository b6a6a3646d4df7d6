"""What people say in practice, and what of it the stories look at."""

# Complete answers: whatever was asked, no follow-up is left to ask.
LONG = (
    "Last year our largest client, a warehouse operator, threatened to leave because orders "
    "were late. My task was to find out why. I spent two days on site with the planners and "
    "wrote down each step they took. I compared 400 order records with what they told me, "
    "because the two did not match, and I found that 30 percent of the delay came from one "
    "approval. An alternative was to buy a new planning tool, but if the approval had stayed, "
    "the tool would not have helped; the worst case was to lose a quarter, so I agreed a "
    "fallback with the client: one team first, as a pilot, and back to the old way if it went "
    "wrong. I wrote the new rule, trained six supervisors and checked the figures every week. "
    "As a result the time from order to dispatch fell from nine days to four within two "
    "months, and the client renewed for two years. Looking back, I learned to go to the floor "
    "before I read a report; next time I would do that in the first week."
)
LONG_ZH = (
    "去年，我们最大的客户，一家仓储公司，因为订单总是延迟，说要换供应商。我的任务是找出原"
    "因。我在现场跟了两天班，把计划员的每一步都记了下来。因为记录和他们说的对不上，我又核"
    "对了四百张订单的数据，发现有三成的延迟出在一道审批上。另一个方案是换一套计划系统，但"
    "如果审批不改，换系统也没用；最坏的情况是丢掉一个季度，所以我和客户约定了兜底办法：先"
    "在一个班组试点，不行就退回原来的做法。我写了新的规则，培训了六位主管，每周核对数字。"
    "结果，从下单到发货的时间两个月内从九天降到了四天，客户续签了两年。回头看，我学到的是"
    "要先去现场再看报告；下次我会在第一周就去。"
)


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
