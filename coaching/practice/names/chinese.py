"""Names in Chinese: a surname with a title, or with a given name where a name may stand."""

import re
from collections.abc import Iterator

from coaching.practice.names.words import (
    BRANDS,
    COMMON_WORDS,
    DOUBTFUL,
    PLACES,
    SURNAMES,
    TITLES,
    TWICE,
    TWO_CHARACTERS,
)

Span = tuple[int, int]

HAN = r"[\u3400-\u9fff]"
MASK = "\u3000"  # in place of ordinary words: no name begins, ends or goes on in one
ORDINARY = re.compile("|".join(sorted(map(re.escape, COMMON_WORDS), key=len, reverse=True)))

SURE, EITHER = "".join(SURNAMES), "".join((*SURNAMES, *DOUBTFUL))
TWO = "|".join(TWO_CHARACTERS)
# Where a name may begin: after nothing, a stop, a word that takes a person, or who they are.
BEFORE = (
    r"(?:^|[^\u3400-\u9fff]|[和跟找问请由给让向与对叫是把被替陪邀约及的了去到说骂帮]|"
    r"同事|客户|领导|老板|经理|同学|朋友|负责人|组长|总监|主管|师傅|后来|这时|当时)"
)
# Where it ends: at what people do, at what joins it on, at a stop.
AFTER = (
    r"(?:$|[^\u3400-\u9fff]|说|告诉|问|找|负责|觉得|认为|提|同意|反对|不|来|让|要|把|在|是|和|跟|"
    r"与|也|都|就|先|的|一|两|俩|帮|汇报|确认|很|请|带|给|去|对|发|因|最|已|会|能|从|做|写|看|想|"
    r"讲|打|用|离职|当时|那|这|她|他|我|你|经理|总|老师|主动|坚持|接|拍|后|们|吗|呢|吧|了|有|没|为|向|被)"
)
NO_GIVEN = "[去来的了是在说问找让要也都就不我你他她]"
GIVEN = rf"(?!{NO_GIVEN})(?:{HAN}(?={AFTER})|{HAN}{{2}}(?={AFTER}))"
SINGLE = (
    r"总(?![是共体结数之监部量额会算裁])|工(?![作程厂人具艺资时期序单])|"
    r"[董哥姐叔姨处局](?![事理于])"
)
PATTERNS = [
    re.compile(each)
    for each in (
        rf"[小老阿](?:[{EITHER}])(?![板时])",
        r"(?<=[的叫和跟找问请给让，。])阿(?![里姨])" + HAN,
        rf"(?:{TWO}|[{EITHER}]){HAN}{{0,2}}(?:{'|'.join(TITLES)})",
        rf"(?:{TWO}|[{EITHER}])(?:{SINGLE})",
        rf"(?:{TWO}){GIVEN}",
        rf"(?<![一二三四五六七八九十百千两几多半这那每\d])[{SURE}]{GIVEN}",
        rf"(?<={HAN})(?:(?<=叫)|(?<=同事)|(?<=名字是))[{EITHER}]{HAN}{{1,2}}",
        rf"(?<=[他她人字司位]叫){HAN}{{2,4}}(?=[，。,.；;]|$)",
        rf"晓(?!得){HAN}",
        "|".join(TWICE),
        "|".join(BRANDS),
        "|".join(PLACES),
    )
]
PLACED = re.compile(rf"{BEFORE}([{DOUBTFUL}]{GIVEN})")
KINDS = (
    "有限公司|公司|集团|银行|物流|电子|科技|贸易|股份|证券|保险|汽车|制造|食品|药业|医药|重工|实业|"
    "传媒|地产|能源|机械|电器|超市|医院|大学|学院|中学"
)
ANY_COMPANY = (
    "仓储|制造|互联网|软件|物流|电商|保险|汽车|科技|贸易|食品|外贸|上市|本地|外资|国有|民营|连锁|"
    "社区|兄弟|结合|发现"
)
NO_PART = (
    "[是叫在给和跟从到去了的与向一二三两几家个所有我们他她你这那贵年后前全"
    "上下又再为了本各每某该来"
    "做]"
)
COMPANY = re.compile(
    rf"(?:^|[^\u3400-\u9fff]|[是叫在给和跟为从到去了的与向])"
    rf"((?!{ANY_COMPANY})(?:(?!{KINDS}|{NO_PART}){HAN}){{2,4}}(?:{KINDS}))"
)


def spans(text: str) -> Iterator[Span]:
    """Yield where a name stands, in a text in simplified characters. Too many rather than too few.

    Every character of the text counts as one; places are those of the text that was given.
    """
    masked = ORDINARY.sub(lambda found: MASK * len(found[0]), text)
    for pattern in PATTERNS:
        yield from (found.span() for found in pattern.finditer(masked))
    yield from (found.span(1) for found in PLACED.finditer(masked))
    yield from (found.span(1) for found in COMPANY.finditer(text))
