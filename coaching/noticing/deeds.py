"""Signs that a note holds something that was said or done: a quotation, a number, a deed.

Cue words in both languages, nothing more: they cannot tell a telling deed from an idle one. A text
is looked at folded (`questions.folding`) and on one line.
"""

import re

from questions.signs import BLANK

# What looks like a sign and is none: points, list numbers, years in the trade, set phrases.
EMPTY_COUNT = re.compile(
    r"(?:^|(?<= ))\d{1,2}[.)] |(?<=\bq)\d{1,2}|\d ?(?:/|out of|of) ?(?:5|10)(?!\d)|\d ?(?:points?"
    r"|pts)\b|(?<![\d.%$:])[1-5](?:\.5)?(?: ?[-~+] ?[1-5]?)?(?= ?(?:[,;!?)。]|\.(?!\d)|$))"
    r"|\d{1,2}\+? ?(?:years|yrs)'?(?: of| in)? ?(?:\w{1,12} )?(?:experience|exp|product"
    r"|industry)\b|\d(?:\.5)? ?分(?!钟)|[\d两二三四五六七八九十多+]{1,4} ?年.{0,4}经验|\d\d后|985"
    "|211"
)
EMPTY_EN = re.compile(
    r"\b(?:(?:two|three|five|ten|twenty) years'?(?: of| in) ?(?:\w{1,12} )?(?:experience"
    r"|product)\b|(?:an?|give|gave|level|score|rating|solid|strong|weak|maybe"
    r"|between) [1-5](?![\d%])|(?:made|left|gave|had|told|got) (?:\w{1,5} )?(?:\w{1,10} )?(?:good"
    r"|great|nice|strong|bad|poor|solid|decent|weak|better|favou?rable)\b|(?:took|take"
    r"|taken) (?:\w{1,10} )?(?:ownership|initiative|responsibility|charge|pride)\b|(?:held|stood"
    r"|ran|kept|fell|went|got|came) (?:\w{1,8} )?(?:own|out|over|time|short|well|fine|ok|okay"
    r"|deep|through)\b(?! (?:of|with|from)\b)|made (?:\w{1,5} )?(?:sense|clear)\b"
    r"|said (?:all )?the right\b|got (?:it|the point)\b|one or two\b|two minds\b)"
)
EMPTY_ZH = re.compile(
    r"第[\d一二三四五六七八九十]{1,3} ?[题问轮面个项]?|十分|千万|百分百|从头到尾|从始至终|说到点"
    "|稳定了|安排了|[体展表呈]现[了出]|没有?(?:说服|问题|给人|提升|讲[好透深]|做(?:好|到位))"
    "|会给人.{0,4}感觉|[说讲]了(?:很多|半天|一堆|不少|挺多|等于)"
)

MARKS = '"“”「」『』'
QUOTED = re.compile(  # a few words at least: one alone is only held at arm's length
    rf"[{MARKS}](?=[^{MARKS}]{{0,60}}?(?:[\u3400-\u9fff]{{3}}"
    f"|[a-z'] [a-z]))[^{MARKS}]{{3,400}}[{MARKS}]"
    "|(?<![a-z])'[^' ]{1,20} [^']{2,80}'(?![a-z])"
)
NUMBER = re.compile(
    r"(?<![a-z])\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
    r"|thirty|forty|fifty|hundred|thousand|twice|halved|doubled|tripled|half (?:a|of|the))\b"
    "|[两二三四五六七八九十百千]{1,4}(?:个|位|家|周|天|年|小时|分钟|次|条|份|张|人|倍|轮|版|种"
    "|步|点|块|成|名|件|页|类|段|期|层|遍)|翻倍|百分之|一半"
)

DONE = re.compile(
    "asked|said|told|built|cut|drew|rang|wrote|took|made|led|found|chose|set|brought|sold|spoke"
    "|met|left|kept|gave|put|read|split|sent|went|did|sat|saw|ran|bought|taught|threw|began"
    "|broke|caught|fought|paid|lost|won|heard|held|hid|drove|flew|rode|dug|shut|spent|stood"
    "|stuck|swapped|undid|withdrew|rewrote|says|asks|tells|names|draws|explains|mentions|cites"
    "|quotes|lists|checks|starts|suggests|proposes|splits|compares|admits|describes|offers"
    "|recommends|blames|reads|calls|counts|measures|tests|prioritises|prioritizes|ranks|claims"
    "|refers|reports|estimates|argues|refuses|points"
)
STATIVE = re.compile(
    "experienced|skilled|talented|qualified|organised|organized|structured|unstructured|focused"
    "|focussed|motivated|prepared|unprepared|detailed|interested|limited|tired|balanced|relaxed"
    "|polished|seasoned|gifted|determined|dedicated|committed|engaged|excited|confused|reserved"
    "|introverted|extroverted|advanced|accomplished|indeed|need|exceed|succeed|proceed|speed"
    "|based|concerned|convinced|unconvinced|worried|related|required|needed|expected|rated|hired"
    "|recommended|scored|liked|loved|enjoyed|mixed|rushed|scattered|muddled|informed|educated"
    "|opinionated|sophisticated|complicated|nuanced|rehearsed|canned|bored|pleased|surprised"
    "|satisfied|impressed|disappointed|showed|demonstrated|displayed|exhibited|lacked|seemed"
    "|appeared|looked|sounded|struggled|performed|answered|communicated|responded|presented"
    "|nailed|failed|wanted|believed|deserved|exceeded|matched|passed|shaded|grounded|rounded"
    "|minded|headed|articulated|handled|covered|delivered|tried|managed|worked|hundred|naked"
    "|wicked|unexpected|expressed|carried|added|ticked|hoped|wished|assured|suited|inspired"
    "|respected|valued|inexperienced|outdated|disorganised|disorganized|unclouded|possessed"
    "|embodied|radiated"
)
NOT_DONE = re.compile(
    "i|is|was|are|were|be|being|been|very|quite|so|more|too|a|well|highly|seems|seemed|feels"
    "|felt|looks|it's|she's|he's|i'd|i've|not"
)
FLATTERY = re.compile(
    "well|clearly|nicely|poorly|good|great|strong|excellent|smart|better|best|ok|okay|fine"
    "|confidently|calmly|badly|weak|solid"
)
WORD = re.compile(r"[a-z]+(?:[-'][a-z]+)*")
HAN = re.compile(r"[\u3400-\u9fff]")

BASE = (
    "name|say|ask|give|mention|explain|measure|know|check|test|compare|talk|speak|use|look|count"
    "|call|visit|quantify|describe|answer|read|write|tell|start|move|refuse|go|find|talk|cut"
    "|stop|offer|cite|back|calculate|estimate|verify|probe|propose|prioriti[sz]e|state|quote"
    "|list|recall"
)
DEED_EN = re.compile(
    r"\b(?:couldn't|could not|can't|cannot|didn't|did not|doesn't|does not|never|failed to|"
    rf"unable to) (?:even |really )?(?:{BASE})(?:e?d)?\b|(?<!i )\b(?:would|he'd|she'd"
    rf"|they'd) (?:first |then |also |not )?(?:{BASE})\b"
    r"|\b(?:no|without|without any|without a) (?:mention|baseline|numbers?|metrics?|figures?"
    "|examples?|users?|customers?|clients?|source|check|reasons?|trade-?offs?|results?|data"
    r"|answer|own part)\b"
)
OBJECT = (
    "客户|研发|销售|老板|对方|团队|财务|法务|会计|运营|设计|同事|主管|领导|工程师|业务|供应商|用户"
)
DEED_ZH = re.compile(
    "(?:做|画|找|拉|问|提|举|列|拆|写|算|查|改|砍|推|约|跑|看|试|测|定|带|开|谈|请|加|减|删|换"
    "|访谈?|走访|调研|对比|比|梳理|整理|统计|计|盘点|复盘|协调|组织|验证|拒绝|承认|解释|道歉|停"
    "|扣|搬|签|量|拿|发现|接手|建|搭|核|确认|对齐|背|蹲|教|劝|撤|回|选|排|分|发|读|翻|叫|说"
    "|讲)(?:了|过|掉|完)(?!.{0,3}(?:不错|挺好|很好|还行))|提到|讲到|谈到|说到|举例|举了|承认"
    "|反问|回答说|原话|主动[提问说讲约找]|亲自|比如|例如|自己[去拿写做画读查算找跑讲]"
    "|[她他a人方](?:会|先|就)?[说讲问](?![得话服不的])|[说讲问]:|(?:没有?|未|从没"
    "|从来没)有?能?(?:说|讲|提|问|给|举|量|算|写|查|找|做|验证|考虑|区分|拆|比)"
    r"|[说讲答举给]不(?:出|上)|说不清楚?(?=[\u3400-\u9fff])(?!.{0,3}[感好差哪])|先.{1,12}[再才后]"
    "|从.{1,12}[到讲开降升]|把.{1,14}[拆改换放做拿给搬停分推变删砍排挪讲当定写画归降提]"
    "|[让叫请](?!人).{1,6}(?:牵头|做|写|讲|上|去|先)|会(?:先|当天|马上|直接|去|找|跟|问|拒绝|停"
    "|打电话)|拿.{1,12}[跟和比算去给说举]"
    f"|[找跟和与给向](?:{OBJECT}).{{0,6}}(?:聊|谈|对|讲|说|要|确认|沟通过|道歉|解释|打电话|演示"
    "|核|约|访谈)"
)


def named(text: str) -> bool:
    """Say whether a folded text quotes, counts or names a deed, present or found missing."""
    for empty in (EMPTY_COUNT, EMPTY_EN, EMPTY_ZH):
        text = empty.sub(_blank, text)
    cues = (QUOTED, NUMBER, DEED_EN, DEED_ZH) if HAN.search(text) else (QUOTED, NUMBER, DEED_EN)
    return any(cue.search(text) for cue in cues) or _acted(text)


def _blank(found: re.Match[str]) -> str:
    return BLANK * len(found[0])


def _acted(text: str) -> bool:
    """Look for a verb of doing whose subject is not the writer and that is no praise."""
    words = [*WORD.findall(text), ""]
    before = ("", *words)
    return any(
        _verb(word) and not NOT_DONE.fullmatch(earlier) and not FLATTERY.fullmatch(later)
        for earlier, word, later in zip(before, words, words[1:], strict=False)
    )


def _verb(word: str) -> bool:
    past = len(word) > len("used") and word.endswith("ed") and "-" not in word
    return bool(DONE.fullmatch(word)) or (past and not STATIVE.fullmatch(word))
