"""Set phrases with numbers in them that are no quantities, in the language itself: nothing here belongs to one site.

What stands in them may be said in the other language as a number (八一: 1 August; 四个自信: the Four Confidences) or
not at all (四面八方: from every side), so it agrees with a number and is not missed.
"""

from __future__ import annotations

from collections.abc import Mapping

from changlang.language.numbers.quantity import Day

# Days that are called by their numbers.
DAYS: Mapping[str, Day] = {
    "三八": (0, 3, 8), "五一": (0, 5, 1), "五四": (0, 5, 4), "六一": (0, 6, 1), "七一": (0, 7, 1), "七七": (0, 7, 7),
    "八一": (0, 8, 1), "九一八": (0, 9, 18), "十一": (0, 10, 1), "双十一": (0, 11, 11), "一二九": (0, 12, 9),
    "一二·九": (0, 12, 9), "九·一八": (0, 9, 18), "七·七": (0, 7, 7), "九三": (0, 9, 3), "二七": (0, 2, 7),
    "五卅": (0, 5, 30), "一二八": (0, 1, 28), "三一八": (0, 3, 18), "五·一二": (0, 5, 12), "八·一": (0, 8, 1),
    "七·一": (0, 7, 1), "五·一": (0, 5, 1), "五·四": (0, 5, 4),
}  # fmt: skip

# Days by their numbers only beside these; 五一 may else be the middle of another number.
DAY_BEFORE = "“‘「『《·、，。 "
DAY_AFTER = "劳儿讲黄红妇”’」』》节建军期前当大广勋奖精运事南起纪国慰走座假·、，。 "

_CHINESE = """
一定 一起 一般 一样 一直 一切 一致 一些 一旦 一律 一贯 一道 一同 一并 一边 一面 一方面 一体 一体化 一线 一流 一心
一向 一再 一时 一经 一如既往 一以贯之 一丝不苟 一举 一把手 一手抓 一站式 一条龙 一条心 一盘棋 一张网 一张蓝图 一窗
一对一 一家亲 一家人 一家 一门式 一卡通 一级 一带一路 一带 一路 一大批 一批批 一批 一系列 一揽子 一连串 一代代
一代又一代 一点一滴 一心一意 一言一行 一往无前 一马当先 一视同仁 一目了然 一丝一毫 一村一品 一户一策 一人一档
一人一策 一户一档 一企一策 一事一议 一票否决 一岗双责 一票 一次性 一体推进 同一 统一 唯一 第一时间 第一线 第一位
第一手 第一书记 第一责任人 第一课 第一要务 第一站 万一 专一 之一 逐一 单一 进一步 不一 合一 一一 另一方面 另一 每一
任一 某一 这一 那一 下一步 新一轮 新一代 上一 下一 又一 再一次 有朝一日 众志成城 始终如一 如一 百里挑一 两手抓 两手
两旁 两侧 两边 两岸 两岸三地 两会 两级 两地 两国 两军 两委 两癌 两山 两新 两代表一委员 两学一做 两不愁三保障
两弹一星 两个维护 两个确立 两个一百年 两节 两步 两全 两者 两头 两端 两面 一国两制 两优一先 两用 军民两用 军地两用
两案 两率 三军 三农 三公 三包 三会一课 三严三实 三大 三下乡 三支一扶 三通一平 三无 三方 三级 三心二意 再三 三令五申
三五成群 三言两语 举一反三 三番五次 三三两两 三门峡 三亚 三明 三沙 三峡 三江 三晋 三秦 三湘 三大纪律八项注意 三家村
三元 三农问题 三个代表 三位一体 三中 三七 四史 四处 四周 四季 四面八方 四通八达 四海 四川 四方 四平 四套班子 四有
四起 四邻 四肢 四合院 四个意识 四个自信 四个全面 四风 五谷 五湖四海 五星 五星红旗 五星级 五角星 五角 五台山 五台
五岳 五位一体 五保 五保户 五好 五家渠 五指山 五花八门 五个一 五大连池 五金 五官 五脏 五彩 五险一金 六保 六稳 六安
六盘水 六盘山 六合 六亲 六神 六个纳入 七台河 七里河 七夕 七律 乱七八糟 七上八下 横七竖八 八方 八仙 八卦 八达岭
八路军 八路 八宝 八宝山 八字 八公山 八里桥 丈八 半斤八两 九州 九江 九泉 九寨沟 九华山 九龙 九牛一毛 九死一生 九天
九霄 十分 十足 十全十美 十字 十字路口 十字架 十堰 十三陵 十里长街 十里长亭 十年寒窗 十年树木 百年树人 十万火急
十有八九 十之八九 百姓 百花 百货 百科 百家 百业 百般 百倍 百年大计 百年 百忙 百感 百炼成钢 百舸 百色 百灵庙 百川
百折不挠 百战百胜 百战 百尺竿头 百分百 百分制 百日 百听不厌 百看不厌 百发百中 百废待兴 百团大战 百家争鸣 百花齐放
千家万户 千方百计 千山万水 千千万万 千言万语 千辛万苦 千军万马 千钧一发 千秋 千秋万代 千古 千里 千里迢迢 千里之外
千里马 千年 千载 千变万化 千头万绪 千锤百炼 千姿百态 千岛湖 千金 千人一面 千篇一律 千差万别 千丝万缕 千军 千斤 千阳
千佛山 成千上万 成百上千 万众 万众一心 万里 万里长城 万家 万家灯火 万物 万事 万全 万象 万能 万岁 万紫千红 万水千山
万千 万分 万无一失 万万 万州 万年 万丈 万民 万山 万隆 万寿 万古 万古长青 万人空巷 万马奔腾 亿万 亿万人民 双拥 双方
双向 双边 双重 双手 双双 双创 双减 双碳 双十一 双一流 双城 双语 双亲 双休 双休日 双赢 双管齐下 双随机 双公示 双拥办
双流 双鸭山 双腿 双脚 双眼 双目 双节 双清 双百 双联系 半岛 半夜 半路 半途 半径 半决赛 半导体 半成品 半山 半坡 半截
半自动 半挂 半球 半壁 半壁江山 半边天 半辈子 半生 半信半疑 半步 独一无二 不二 说一不二 数一数二 接二连三 丢三落四
颠三倒四 低三下四 朝三暮四 不管三七二十一 零距离 零容忍 零上访 零差错 零事故 零投诉 零报告 零感染 零突破 归零 清零
零售 零件 零食 零星 零散 零部件 数字 数据 数学 数量 数目 数额 数值 数控 几乎 几何 几代人 几代 上万一 从零 二手
二手房 二孩 二胎 二战 一战 一大 二大 二维码 二氧化碳 二次元 二人转 第二课堂 第二故乡 第二炮兵 二炮 第三方 第三产业
第一产业 第二产业 第三者 第三世界 一产 二产 三产 第三代 第三次浪潮 九五至尊 三伏 三九 三九天 二十四节气 二十四史
十二生肖 十三经 十八般武艺 七十二行 三百六十行 三十六计 一百单八将 十五的月亮 八千里路
一个都不能少 一个也不能少 一个也没有 一个不落 一个不少 同一个 一个个 一项项 一件件 一次次 一座座
三头六臂 一波三折 一五一十 七零八落 五大三粗 三天打鱼 两天晒网 十万八千里 三六九等 三番两次 五十步笑百步 十载寒窗
百折不回 一传十 十传百 最多跑一次 六六大顺 四位一体 九年义务教育 九九重阳 二人台 三轮车 第六感 二次创业 一二三产业
三十而立 四十不惑 五十知天命 六十花甲 七十古来稀 二十四孝 六十甲子 三百六十度 二八佳人 八台子 千分尺 万人空巷
百年一遇 千年一遇 百年不遇
一百个放心 一百个愿意 一百个不愿意 一百个赞成
一条条 一步步 一点点 一天天 一户户 一张张 一本本 一名名 一声声 一份份 一下 一下子 一会儿 一阵 一片 一番 一股 一派
一旁 一侧 一头 一身 一生 一场 一份 一段 一种 一类 一套 一整套 一环 一席
"""
CHINESE: frozenset[str] = frozenset(_CHINESE.split())

# Of these, what is a number behind a bound: 近百年, 上千斤.
MEASURES = frozenset(["百年", "千年", "万年", "百日", "千里", "万里", "千斤", "百倍"])

# English that has a number in it and means none, or one that its Chinese need not say; in small letters.
_ENGLISH = """
covid-19|five-year plan|five-year plans|five year plan|one-stop|one stop|one of|one another|at one time|one by one
one-on-one|one-to-one|one day|no one|any one|some one|every one|each one|one after another|one after the other
the one|this one|that one|one hand|at once|once|once again|once more|all at once|first aid|first-aid|first-class
first class|first-rate|first of all|first and foremost|first-hand|firsthand|first time|first-ever|first secretary
first lady|first-line|first line|at first|the first step|first-tier|second to none|second-hand|secondhand
second homeland|second home|half the sky|half-mast|half mast|a hundred ways|hundred ways|a thousand ways
a hundred times|double support|double-support|double happiness|double-first-class|double first-class
double ninth|double reduction|dual-use|dual use|four corners|five-star|five star|third party|third-party
third parties|world war one|world war two|in the first place|zero tolerance
zero distance|zero-tolerance|zero|four seas|two sides|one heart|one mind|one family|one voice|as one|one china
one country, two systems|oneself|one's|one’s|second thoughts|two-way|two way|three services|two sessions
half-hearted|halfway|half way|halves|half an eye|one-off|one-way|thousands of miles|a thousand miles
one place to another|a hundred times more|a hundredfold|fifty-fifty|one and all|one goal|one cause
public security bureau first|secondary school|first responders|first responder|first batch|number one|no. 1|one roof
one-third party|june fourth|ten-year plan|belt and road|in one go|one way or another|single-handed|double check
double-check|double-checked|nine times out of ten|two birds|eleventh hour|thousand thanks|cloud nine|forty winks
three-dimensional|four-wheel|four-wheel-drive|four-wheel drive|hundred and one|million miles|ten to one
one in a million|second chance|second nature|half the battle|four seasons|seven days a week|countless thousands
twofold significance|two services|hundreds upon hundreds|third-generation|second-generation|first-generation
thousand and one|once-in-a-century|once in a century|once-in-a-lifetime|once in a lifetime
"""
ENGLISH: frozenset[str] = frozenset(phrase for line in _ENGLISH.strip().splitlines() for phrase in line.split("|"))
