"""The lists behind names: what is one by itself, and what only looks like one.

Short on purpose. A name that is in none of them is found by its place or not at all.
"""


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


# Capitals that name nobody, in small letters.
CAPITALS = _words("""
    agile american apr april arabic asian aug august british chinese christmas dec december
    dutch e-mail easter email english european excel feb february french fri friday german hindi
    i i'd i'll i'm i've indian internet italian january japanese jul july jun june kanban korean
    mandarin mar march may mon monday nov november oct october ok okay polish portuguese russian
    sat saturday scrum sep sept september spanish sun sunday swedish thu thursday tue tuesday
    turkish vs wed wednesday wi-fi wifi
""")

# The same, as they are written.
ACRONYMS = _words("""
    A AB AI API APIs AR App B2B B2C BI CEO CFO CIO COO CPO CRM CRMs CSAT CSV CTO CTR CX DAU DB
    DIY EDI EOD ERP ETA ETL EU FAQ GDPR GMV GTM HQ HR HTML HTTP ID IDs II III IP IPO ISO IT IoT
    JSON KPI KPIs LLM MAU MES ML MVP MoM NDA NPS OCR OKR OKRs OMS PC PDF PM PMO PMs PO POC PPT
    PR PRD PoC Q&A QA QR R&D RFP RFQ ROI RPA SDK SEO SKU SKUs SLA SLAs SMB SME SMS SOP SOPs SQL
    SSO SVP SaaS TCO TV UAT UI UK UN URL US USA UX VAT VIP VP VR WMS XML YoY iOS ops
""")

# What sentences begin with.
OPENINGS = _words("""
    a about above accounting across action actions adoption after again against alignment all
    almost along also although always am among an and another answer any anyway apart are around
    as ask asked at autumn back background bad basically be because been before behind being
    below beside besides best between beyond big both but by can churn client clients
    communication context cost costs could currently customer customers data day days dear
    demand design designers despite developers did do does down during each early eight either
    end engineering engineers even evening eventually ever every everybody everyone everything
    example except fact fall feedback few finally finance first five for fortunately four from
    given goal going good growth had half halfway has have having he hello hence her here hi his
    honestly how however i idea if in initially inside instead into is issue it its just key
    knowing last lastly late later launch leadership legal lesson let like long looking luckily
    main management manager managers many marketing may maybe meanwhile might money month months
    morale more moreover morning most much must my near nearly neither never new next night
    nights nine no nobody none not nothing now of off often okay old on once one only onto
    operations or originally other otherwise our out outside over overall part past people per
    perhaps plan please possibly previously pricing probably problem procurement product project
    purchasing quality quarter question rather reason reasons recently regarding release result
    results retention revenue sales same second security seeing seven several shall she short
    should since situation six small so some somebody someone something sometimes soon sorry
    spring stakeholders step steps still such summer supply support sure task team teams ten
    testing thank thanks that the their then there therefore these they third this those though
    three through throughout thus time to today together tomorrow tonight top toward towards
    trade-offs traffic training trust turnover two ultimately under unfortunately unless unlike
    until up upon user users usually via was we week weeks well well-known were what when
    whenever where which while who whole whom whose why will winter with within without work
    worst would year years yes yesterday yet you your
""")

# Names that are hardly ever anything else: found in small letters too.
FIRST_NAMES = _words("""
    aaron abdul adam adrian ahmed aisha akira alan albert alejandro alex alexander alexandra ali
    alice alicia amanda amir amit amy ana anders andrea andreas andrew andy angela anil anita
    anna anne anthony anton antonio arjun arthur ashley barbara ben benjamin bernard beth bob
    boris brandon brenda brian bruce bruno carla carlos carmen carol caroline catherine cecilia
    charles charlotte chloe chris christian christina christine christopher claire clara claudia
    craig cynthia dana daniel daniela david deborah deepak denise dennis derek diana diego
    dmitri donald donna dorothy douglas ed eddie edward elena eli elizabeth ella ellen emily
    emma eric erik esther eva evelyn fatima felix fernando fiona francesca francis francisco
    frederick gabriel gareth gary george gerald giovanni giulia gloria gordon greg gregory
    guillermo hannah hans harold harry hassan heather heidi helen helena henrik henry hiroshi
    howard hugo ian ibrahim igor ines ingrid irene isabel isabella ivan jacob jake jakub james
    jamie jane janet jasmine jason javier jeff jeffrey jenna jennifer jenny jeremy jerry jessica
    jim joan joanna joe joel johan john johnny jonas jonathan jorge jose joseph josh joshua juan
    judith julia julian julie justin kaori karen karim karl kate katherine kathleen katie kavita
    keith kelly ken kenji kenneth kevin khalid kim klaus kofi kumar kwame kyle larry lars laura
    lauren leila lena leo leon leonardo liam lily linda lisa liu louis louise lucas lucia lucy
    luis lukas marco marcus margaret maria marie marina mario martha martin mary mateo matt
    matthew megan mehmet mei melissa michael michelle miguel mike min-jun mohamed mohammed
    monica natalia natalie nathan neha nicholas nicolas nicole nina noah nora oleg olga oliver
    olivia omar oscar pablo pamela patricia patrick paul paula pedro peter petra phil philip
    pierre priya rachel rafael rahul raj rajesh ralph raymond rebecca richard rita robert
    roberto roger roland ronald rosa ruth ryan sally samantha samir samuel sandra sanjay sara
    sarah scott sean sergei sharon sheila simon sofia sonia sophia sophie stefan stella
    stephanie stephen steve steven sunil susan svetlana takeshi tanya tara teresa thomas tim
    timothy tina todd tom tomas tony tracy umar valentina vanessa vera veronica victor victoria
    vijay viktor vincent vladimir walter wang wei wendy william xavier xiao yasmin yuki yusuf
    yvonne zach zara zhang zhao zoe
""")

# Surnames that hardly begin any other word, and those that begin many: a name only in its place.
SURNAMES = (
    "王李张刘陈杨赵吴徐孙朱胡郭罗郑梁宋谢唐韩冯曹袁邓傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴汪姜范"
    "廖邹熊陆郝孔邵崔侯孟秦尹邱龚赖洪贺倪严翁殷庞施俞柳鲍祁樊聂焦耿裴邢冉霍甄覃柯骆葛虞"
)

DOUBTFUL = (
    "高方任平马周金白明万江安华何许石钱钟单温程段余文古田黄林于董"
    "曾夏雷史龙黎康毛邱武莫岳凌梅尚甘付鲁章童"
)

TWO_CHARACTERS = _words("欧阳 司马 上官 诸葛 司徒 慕容 皇甫 东方 尉迟 令狐 夏侯")

# What people are called by after their surname.
TITLES = _words("""
    先生 女士 小姐 太太 老师 医生 大夫 教授 博士 经理 总监 主任 主管 老板 局长 院长 校长 部长
    组长 店长 科长 厂长 处长 队长 师傅 阿姨 同学 律师 护士 总裁 董事长 总经理 副总 工程师
""")

# Names at home: the given name twice.
TWICE = _words(
    "婷婷 丽丽 芳芳 娜娜 敏敏 玲玲 强强 磊磊 涛涛 飞飞 萌萌 乐乐 欢欢 佳佳 莉莉 倩倩 琳琳"
)

# Words with a character in them that is a surname too.
COMMON_WORDS = _words("""
    高兴 高度 高层 高效 高峰 高级 高质 高频 高于 高管 高低 高速 高大 高手 高达 提高 最高 较高
    新高 升高 方案 方法 方式 方面 方向 方便 方才 对方 双方 地方 各方 我方 甲方 乙方 业务方 资方
    官方 客户方 供应方 第三方 时段 平时 任务 任何 任命 任职 任意 负责任 责任 信任 担任 上任 平台
    平均 平稳 平衡 平常 平静 平安 平方 水平 公平 持平 马上 马虎 周期 周末 周一 周二 周三 周四
    周五 周六 周日 周边 周到 周会 周报 每周 一周 两周 三周 四周 几周 上周 下周 本周 这周 那周
    金额 金融 资金 奖金 现金 基金 押金 白天 白板 白名单 明白 空白 表白 明确 明显 明细 明天 明年
    明明 说明 证明 表明 声明 透明 清明 聪明 发明 万一 万元 万块 百万 千万 十万 两万 几万 三万
    五万 江湖 江苏省 安排 安全 安装 安心 安慰 安静 保安 公安 不安 华北 华东 华南 华中 中华 精华
    何时 何况 何必 如何 为何 许多 许可 也许 允许 或许 石头 石油 基石 钱包 花钱 省钱 钱款 多少钱
    付钱 价钱 钟头 分钟 点钟 秒钟 时钟 单子 单据 单独 单位 单个 单一 单纯 单点 订单 简单 清单
    名单 账单 表单 工单 下单 报单 菜单 运单 买单 提单 全程 温度 温和 程序 程度 流程 过程 工程
    课程 行程 教程 日程 进程 远程 里程 小程序 段时间 段子 阶段 手段 一段 这段 那段 余额 余下
    其余 剩余 多余 业余 文档 文件 文字 文化 文章 中文 英文 原文 条文 古怪 田间 黄金 黄色 林业
    森林 于是 关于 由于 对于 等于 属于 用于 基于 至于 终于 处于 位于 在于 大于 小于 低于 优于
    适于 利于 敢于 善于 董事 曾经 不曾 未曾 夏天 夏季 雷同 历史 史上 龙头 康复 健康 毛利 毛病
    武断 莫名 尚未 高尚 文件夹 王牌 张贴 紧张 主张 夸张 扩张 慌张 开张 行李 陈述 陈列 陈旧 杨树
    孙子 胡乱 胡说 罗列 网罗 搜罗 包罗 郑重 桥梁 谢谢 感谢 多谢 答谢 谢绝 谢意 唐突 荒唐 师傅
    复苏 布丁 叶子 杜绝 汪洋 范围 范畴 范例 规范 示范 防范 师范 模范 典范 陆续 登陆 大陆 着陆
    陆运 陆地 面孔 侯车 孟买 秦岭 依赖 赖账 抵赖 信赖 洪水 祝贺 严格 严重 严谨 严肃 富翁 施工
    措施 实施 设施 施行 施压 柳树 焦点 焦虑 聚焦 高跟 万分 万不得已 平面 方块 林立 明文 文本
    文案 古老 温馨 任性 安抚 安顿 白费 白跑 明知 明码 万能 方方面面 何止 何种 许久 石墨 钱都
    单价 单量 单元 单笔 单双 程式 田地 林子 于今 华丽 康庄 梅雨 岳母 凌晨 凌乱 马路 马力 马克
    周转 周折 周密 周围 金属 金奖 江河 尚可 甘愿 黎明 熊猫 雷达 龙卷 老于 老方 老文 小单 小方
    小周期 小万 小范围 老单 老程序 老任务 老方案 老毛病 小毛病 老平台 小平台 老明 白了 田里
""")

# Companies that many people have worked for or with.
BRANDS = _words("""
    万科 碧桂园 中粮 伊利 蒙牛 茅台 中信 国美 苏宁 永辉 盒马 饿了么 得物 唯品会
    华为 阿里巴巴 阿里云 阿里 腾讯 字节跳动 字节 抖音 美团 京东 百度 小米 拼多多 滴滴 网易 快手
    淘宝 天猫 支付宝 钉钉 飞书 企业微信 携程 哔哩哔哩 小红书 海尔 美的集团 格力 比亚迪 顺丰 圆通
    中通 韵达 申通 联想 中兴 海康威视 大疆 宁德时代 吉利 蔚来 理想汽车 小鹏 特斯拉 苹果公司 微软
    谷歌 亚马逊 甲骨文 用友 金蝶 西门子 博世 平安保险 中国移动 中国电信 中国联通 中石油 中石化
    国家电网 招行 工行 建行 农行 中行 沃尔玛 麦当劳 星巴克
""")

# Places in Chinese, as patterns; those in English have a capital.
PLACES = _words("""
    北京 上海 广州 深圳 天津 重庆 苏州 杭州 南京 (?<![一二三四五六七八九十两几变做改完])成都
    武汉 西安 长沙 郑州 青岛 济南 大连 沈阳 哈尔滨 长春 宁波 厦门 福州 合肥 南昌 昆明 贵阳 南宁
    海口 太原 石家庄 兰州 银川 西宁 呼和浩特 乌鲁木齐 拉萨 无锡 常州 温州 佛山 东莞 珠海 中山市
    惠州 嘉兴 绍兴 义乌 烟台 徐州 南通 泉州 香港 澳门 台北 高雄 新加坡 东京 伦敦 纽约 巴黎 柏林
    广东 浙江 江苏 山东 四川 湖北 湖南 福建 河南 河北 辽宁 陕西 安徽 江西 云南 贵州 广西 海南
    黑龙江 吉林 内蒙古 新疆 西藏
""")
