"""A question that somebody writes, field by field."""

FIRST = {
    "competency": "industry-business-insight",
    "type": "behavioural",
    "levels": ["mid", "senior"],
}
CHOICES = {
    "sub_dimensions": ["know-business"],
    "claims": ["biz-surface-vs-real"],
    "expected:mid": "3",
    "expected:senior": "3",
    "minutes:answer": "5",
    "minutes:probes": "4",
    "kind:2": "situation",
}
FORM = {
    "title:en": "The label nobody printed",
    "title:zh-CN": "没有人打印的标签",
    "prompt:en": "Tell me about a time a warehouse clerk skipped a step that your product asked "
    "for. How did you notice, and what did you change?",
    "prompt:zh-CN": "请讲一次：仓库里的同事跳过了你产品要求的一步。"
    "你是怎么注意到的？后来改了什么？",
    "probe:0:en": "What did you do first?",
    "probe:0:zh-CN": "你先做了什么？",
    "probe:1:en": "What came of it, and how do you know?",
    "probe:1:zh-CN": "结果怎样？你是怎么知道的？",
    "probe:2:en": "What was the step there for?",
    "probe:2:zh-CN": "那一步原本是为了什么？",
    "anchor:1:en": "Never watched the work\nHas seen nobody skip anything, or was told of it and "
    "let it rest there.",
    "anchor:1:zh-CN": "没有看过现场\n没有见过谁跳过步骤，或者听说了也没有下文。",
    "anchor:2:en": "Heard of it, explained it by carelessness\nKnows of it from a report and puts "
    "it down to careless staff; reminded them of the rule.",
    "anchor:2:zh-CN": "听说了，归结为粗心\n从报告里得知，归结为员工粗心，只提醒大家遵守规定。",
    "anchor:3:en": "Saw it, asked why, changed one thing\nStood beside the clerk, heard what the "
    "step cost, took it out or made it shorter, and knows whether it is skipped now.",
    "anchor:3:zh-CN": "亲眼看到，问过原因，改了一处\n在现场看到，听当事人讲这一步的代价，"
    "据此删减或缩短，并知道现在还有没有人跳过。",
    "anchor:4:en": "Counted how often; agreed with both sides\nFound in the records how often it "
    "was skipped, weighed with the manager what would be lost, and compares errors before and "
    "after.",
    "anchor:4:zh-CN": "查过有多普遍，和两边谈妥\n从记录里查出跳过的比例，与主管商量会失去什么，"
    "能对比前后的差错。",
    "anchor:5:en": "Mended what made the step necessary; used it elsewhere\nAs for 4; and found "
    "which missing information made people need the step, supplied it, and used the finding at "
    "another site. Says what was given up.",
    "anchor:5:zh-CN": "补上缺口，用到别处\n达到4分之外，还找到是缺了哪条信息才需要这一步，"
    "把它补上，并用到另一个仓库；说得出放弃了什么。",
    "positive:en": "Names the clerk's own reason\nHas been on site\nSays what was lost",
    "positive:zh-CN": "说得出当事人自己的理由\n到过现场\n说得出失去了什么",
    "negative:en": "Blames the staff\nKnows it from reports only",
    "negative:zh-CN": "责怪员工\n只从报告里知道",
    "evidence_prompt:en": "Note: the step / how it was seen / reason / change / effect.",
    "evidence_prompt:zh-CN": "记下：哪一步 / 怎么看到的 / 原因 / 改动 / 效果。",
}


async def fill(person, texts):
    for field, text in texts.items():
        await person.type(field, text)


async def written(person, texts=(), *, send=True):
    """Somebody fills in both steps, with other texts where they are given; return the errors."""
    await person.command("/questions add")
    for field, value in FIRST.items():
        await person.pick(field, value)
    assert await person.submit() == {}
    for field, value in CHOICES.items():
        await person.pick(field, value)
    await fill(person, FORM | dict(texts))
    return await person.submit() if send else {}
