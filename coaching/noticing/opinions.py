"""Words that judge without showing: what somebody is like, and how good something was.

Each kind has a sentence that says what to write instead. A text is looked at folded
(`questions.folding`) and on one line; both languages are looked for in every text, since
interviewers mix them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coaching.noticing.deeds import HAN
from coaching.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Opinion:
    """One sort of judging word in both languages; ``said`` wants the ``words`` that were found."""

    said: Phrase
    english: re.Pattern[str]
    chinese: re.Pattern[str]

    def search(self, text: str) -> tuple[int, int] | None:
        """Find where it stands first in a folded text, with the English *very* before it."""
        looked = (self.english, self.chinese) if HAN.search(text) else (self.english,)
        found = [f.span() for each in looked if (f := each.search(text))]
        if not found:
            return None
        start, end = min(found)
        how_much = SO_EN.search(text, max(0, start - LONGEST), start)
        return (how_much.start() if how_much else start), end


# How much: what may stand before a quality, and in Chinese between it and its grade.
SO_EN = re.compile(
    "(?<![a-z])(?:very|really|quite|so|too|rather|highly|great|good|strong|natural|born"
    "|excellent|real|not|more|most|a bit|a little|fairly|pretty|extremely|clearly|high|positive"
    "|growth|executive) $"
)
LONGEST = 12  # characters of those, at most
SO_ZH = (
    "(?:都|也|能力|技巧|思维|性|感|力)?"
    "(?:很|非常|比较|挺|较|还算?|特别|相当|不够|不太|不|更|蛮|偏|有点|稍|十分|太)?"
)
GRADE_ZH = (
    "(?:清晰|清楚|强|好|不错|突出|优秀|到位|流利|流畅|敏锐|敏捷|缜密|严谨|活跃|开阔|大|高|弱"
    "|一般|不足|欠缺|有待|差|混乱|乱|可以|ok|good|strong)"
)


def _english(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9'-])(?:{words})(?![a-z0-9])")


PERSON: Sequence[Opinion] = (
    Opinion(
        Phrase(
            "“{words}” says what somebody is like; nobody else can check that. Write what you "
            "heard of their thinking, for example: “Split the request in two, said which half "
            "comes first and why.”"
        ),
        _english(
            "strategic(?! (?:account|partner|customer|client|goal"
            "|project)s?)(?:ally)?(?: thinker)?|(?:smart|bright|clever|intelligent|analytical"
            "|logical|thoughtful|insightful)(?: (?:guy|person|woman|man|candidate|thinker))?"
            "|sharp(?! (?:drop|rise|fall|increase))|(?:quick|fast) (?:learner|thinker|study)"
            "|(?:structured|organi[sz]ed|systematic)(?: thinke?(?:r|ing))?"
            "|(?:critical|deep) thinke?(?:r|ing)"
            "|(?:thinker|mindset|product sense|business sense|acumen|instincts?)|(?:analytical"
            r"|problem[- ]solving|thinking|critical thinking) (?:skills?|abilit\w{1,4})"
        ),
        re.compile(
            f"(?:思路|逻辑|思维|头脑|条理|脑子){SO_ZH}{GRADE_ZH}|聪明|机灵|睿智|悟性|反应{SO_ZH}快"
            "|(?:战略|大局|全局|商业|产品|数据|用户|业务) ?(?:思维|意识|感|观|眼光|嗅觉|敏感度"
            f"|sense) ?{SO_ZH} ?(?:{GRADE_ZH}|$)"
            "|(?:不够|很|非常|比较|挺|偏) ?(?:战略|执行|宏观|感性|理性"
            "|strategic|smart|sharp|logical|structured)"
            f"|(?:学习|分析|洞察|决策|解决问题的?)(?:能力|力){SO_ZH}{GRADE_ZH}?"
            "|格局|有想法|有深度的人"
        ),
    ),
    Opinion(
        Phrase(
            "“{words}” says how somebody comes across, which every listener hears differently. "
            "Write what they said to whom, for example: “Told the engineers the reason first, then "
            "had them say it back.”"
        ),
        _english(
            "(?:communicator|presenter|speaker|storyteller|listener)|articulate|eloquent"
            "|well[- ]spoken|easy to talk to|(?:communication|communicates?|presentation|people"
            r"|interpersonal|stakeholder|soft|social) (?:skills?|abilit\w{1,4}|style|well"
            r"|clearly)|(?:communicated|presented|spoke|speaks) (?:\w{1,10} )?(?:well|clearly"
            "|nicely|poorly|confidently)"
        ),
        re.compile(
            f"(?:沟通|表达|演讲|汇报|呈现|communication|presentation) ?{SO_ZH} ?{GRADE_ZH}"
            "|口才|口齿|健谈|能说会道|会说话|亲和力|感染力|好沟通"
        ),
    ),
    Opinion(
        Phrase(
            "“{words}” names an attitude, and attitudes are guessed. Write the deed that made you "
            "think so, for example: “Rang the client the same evening and took the blame for the "
            "missed date.”"
        ),
        _english(
            "(?:passionate|enthusiastic|motivated|ambitious|driven|dedicated|committed"
            "|hard[- ]?working|diligent|proactive|reliable|self[- ]starter|go[- ]getter"
            "|team player|doer|attitude|work ethic|energy)(?: about)?|(?:showed|shows"
            "|demonstrated|demonstrates|displayed|has|lacks|good|great|strong|real|high|no"
            r"|little) (?:\w{2,12} )?(?:ownership|initiative|drive|passion|motivation|resilience)"
        ),
        re.compile(
            f"责任心|责任感|上进|进取心|事业心|主人翁|积极|态度{SO_ZH}(?:端正|好|差|不错)|激情"
            "|热情|冲劲|好学|勤奋|踏实|靠谱|认真|敬业|自驱|主动性|韧性|抗压|扛不住压力"
            f"|(?:ownership|owner ?意识) ?{SO_ZH} ?{GRADE_ZH}"
            "|(?:有|没有?|缺少?) ?(?:很强的)?(?:ownership|owner ?意识)"
        ),
    ),
    Opinion(
        Phrase(
            "“{words}” describes a character. An hour shows little of that, and the job asks for "
            "deeds. Write one, for example: “Said no to the sales lead in front of the customer, "
            "then offered a later date.”"
        ),
        _english(
            "(?:confident|mature|immature|humble|arrogant|modest|shy|introvert(?:ed)?"
            "|extro?vert(?:ed)?|extraverted|outgoing|friendly|likeable|likable|personable"
            "|pleasant|charismatic|calm|nervous|charming|energetic|funny|polite|honest"
            "|open[- ]minded|easy[- ]going|laid[- ]back|(?:nice|lovely|warm|cool) (?:person|guy"
            "|girl|woman|man|candidate)|personality|presence|gravitas|leader|character)"
        ),
        re.compile(
            "(?:性格|个性)(?:.{0,3}(?:外向|内向|开朗|随和|好|强|急|温和|沉稳))?|外向|内向|开朗"
            "|自信|谦虚|谦逊|成熟|稳重|沉稳|老练|强势|圆滑|情商|气场|大气|佛系|随和|幽默|稳定性"
            "|皮实|细心|浮躁|自负|傲气|腼腆|有礼貌|领导力|领导能力|(?:执行|推动|管理|协调|团队"
            f"|适应|领导) ?(?:能力|力){SO_ZH}{GRADE_ZH}?"
        ),
    ),
    Opinion(
        Phrase(
            "“{words}” sorts somebody into a kind. It says nothing of this answer. Write what they "
            "did in it, for example: “Ran the pilot alone, stopped it after two weeks, named what "
            "was wrong.”"
        ),
        _english(
            "(?:potential|talented|gifted|experienced|seasoned|inexperienced|executor"
            "|high[- ]flyer|all[- ]rounder|safe pair of hands|rock ?star|a[- ]player|top talent"
            "|track record|calib(?:re|er))|(?:too |a bit |a little |rather |quite "
            "|very )(?:junior|senior|green)|years of experience"
        ),
        re.compile(
            f"潜力|潜质|好苗子|高潜|优秀|资深|经验{SO_ZH}(?:丰富|不足|欠缺|少|多|老到)|有经验"
            "|可塑性|(?:执行|战略|技术|业务|管理|学习)型|型(?:选手|人才|的人)|适合(?:带|做|当)"
            "|偏执行|牛人|大牛"
        ),
    ),
)
VAGUE = Opinion(
    Phrase(
        "“{words}” does not show what was said, so nobody can hold it against the anchors. Write "
        "one thing you heard, for example: “Named the metric, but no figure before or after.”"
    ),
    _english(
        "(?:good|great|nice|solid|strong|weak|poor|okay|ok|fine|decent|average|excellent|mixed"
        "|bad|thin|perfect|amazing|mediocre|acceptable|reasonable|adequate"
        "|satisfactory)(?: (?:answers?|examples?|response|interview|performance|job|overall"
        "|enough|fit|stuff|chat|story|one|candidate|vibes?))?|(?:as|than|not what i|more than i"
        "|less than i) expected|(?:meets?|met|exceeds?|exceeded|below|above"
        r"|at) (?:\w{1,8} )?(?:expectations?|bar|level|requirements?|standards?)"
        "|(?:not )?(?:very |less |fully |quite |really )?(?:convincing|convinced|impressive"
        "|impressed|persuasive)|nothing special|nailed it|so[- ]so|(?:lacks?|lacked|some"
        "|not enough|no|little|missing|more) depth|shallow|superficial|(?:hit|ticked"
        "|covered) (?:all|most)|hoping for more|(?:did|went|answered|handled|performed"
        r"|responded) (?:\w{1,10} )?(?:\w{1,10} )?(?:\w{1,10} )?(?:\w{1,10} )?(?:well|fine|ok"
        "|okay|great|nicely|poorly|badly|good)|could (?:be|have been) (?:better|stronger|deeper"
        "|more)|(?:no|some|few|minor|major) (?:concerns?|red flags?|gaps?|issues?|doubts?)"
        r"|(?:liked|enjoyed|loved) (?:\w{1,8} )?(?:\w{1,8} )?(?:him|her|them|it|talking|chat"
        r"|answer)|gut feel\w{0,3}|something (?:was |is )?(?:missing|off)|(?:see"
        "|same as) (?:above|before|below)|ditto|(?:hard|difficult|easy) to follow|got there"
        "|(?:don't|do not|can't|cannot) see (?:him|his|their|her|them)|all good|top|meh|hire"
        "|no hire|pass"
    ),
    re.compile(
        "不错|一般(?![会来说是先都情做])|还行|还可以|还好|可以(?=[ ,。;!?)]|$)|凑合|过得去"
        "|马马虎虎|勉强|平平|中规中矩|差强人意|(?:不太?|基本|大致|完全)?(?:符合|达到|低于|高于"
        "|超出|没到)了?(?:预期|要求|标准|岗位)|达标|合格|过关|及格|差点意思|亮点|印象|表现|感觉"
        "|(?:讲|说|答|聊|回答|谈)[得的](?:也|都)?(?:很|比较|挺|还|非常|不|太|有点)?(?:好|不错"
        "|可以|到位|一般|全面|完整|清楚|流畅|差|愉快|开心|虚|泛|空|散|透|深)|深度|不够深|比较浅"
        "|[太偏点]浅|比较虚|[太偏点][虚空泛]|空洞|空泛|不太行|不行|不太?好|没什么?问题|没问题"
        "|[挺很]好|加分|减分|匹配|契合|合适|适合|差不多|待考察|存疑|保留意见|说服力|同上|见上"
        "|如上|略(?=[ 。]|$)|有差距|跟不上|欠缺|不足|到位|全面|(?<![a-z])ok(?![a-z])"
    ),
)
