"""Two numbers that changed places: each side has both, but what one says of the first the other says of the second.

Translators move clauses, so the order alone proves little. What stands around a number tells where it belongs: the
words of its clause, as far as a small table of both languages knows them, and the other numbers in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from changlang.language.numbers.quantity import Quantity

# Words of reports that go with a number, as patterns of both languages.
CONCEPTS: tuple[tuple[str, str], ...] = (
    (
        "开工|动工|启动|开始|始建|奠基|开建|立项",
        r"\b(?:beg[au]n|begins|start|broke ground|launch|commenc|initiat|work on|approved)",
    ),
    (
        "竣工|完工|建成|完成|结束|交付|落成|通车",
        r"\b(?:complet|finish|conclud|ended|handed over|delivered|open(?:ed|s) to traffic|inaugurat)",
    ),
    ("入伍|参军|从军|当兵", r"\b(?:enlist|joined|join the|entered the|recruit)"),
    ("入党", r"\bparty\b"),
    ("退役|复员|退伍|转业|退休|离休", r"\b(?:discharg|demobili|retir|left the|transferr|leaving the)"),
    ("出生|生于|生人", r"\bborn\b"),
    (
        "去世|牺牲|逝世|病逝|殉职|死亡|遇难|阵亡",
        r"\b(?:died|dies|death|killed|fell in|passed away|laid down|sacrific)",
    ),
    ("受伤|伤者|轻伤|重伤|负伤|致伤", r"\b(?:injur|wound|hurt)"),
    ("失踪", r"\bmissing"),
    ("毕业", r"\bgraduat"),
    (
        "荣获|获得|获评|命名|授予|评为|当选|蝉联|获",
        r"\b(?:won|win|award|named|title|honou?r|elected|granted|received)",
    ),
    ("成立|组建|设立|创建|创办", r"\b(?:establish|set up|found|form|creat)"),
    ("投入使用|启用|开放|开馆|投用|运营", r"\b(?:opened|into use|into operation|service|open to)"),
    ("出台|印发|颁布|制定|发布", r"\b(?:issu|promulgat|adopt|introduc|publish|drew up)"),
    ("实施|施行|生效", r"\b(?:effect|implement|force\b|carried out)"),
    ("减少|下降|降低|降至|降到|缩短", r"\b(?:fell|fall|decreas|drop|reduc|declin|down|lower|cut|shorten)"),
    ("增长|增加|提高|上升|升至|增至|扩大", r"\b(?:rose|rise|increas|grew|grow|up\b|expand|climb|rais)"),
    ("男", r"\b(?:male|men|boys|man)\b"),
    ("女", r"\b(?:female|women|girls|woman)\b"),
    ("国家级|全国", r"\bnational"),
    ("省级|省里|全省|我省|省", r"\bprovinc"),
    ("市级|全市|市本级|我市|市", r"\b(?:municipal|city)"),
    ("县级|县", r"\bcount(?:y|ies)\b"),
    ("乡镇|乡|镇", r"\btown"),
    ("街道", r"\bsubdistrict|sub-district|street"),
    ("社区", r"\bcommunit"),
    ("村", r"\bvillage"),
    ("正团", r"\b(?:regiment-commander|full regiment|regiment commander)"),
    ("副团", r"\bdeputy"),
    ("城镇|城市", r"\b(?:urban|towns?\b|cit(?:y|ies))"),
    ("农村|农业|农民", r"\b(?:rural|countryside|farm|peasant)"),
    ("小学", r"\b(?:primary|elementary)"),
    ("中学|初中|高中", r"\b(?:secondary|middle|high school)"),
    ("大学|高校|本科|院校", r"\b(?:universit|college|undergraduate)"),
    ("干部|军官", r"\b(?:officer|cadre|official)"),
    ("士兵|战士", r"\b(?:soldier|enlisted)"),
    ("民兵", r"\bmilitia"),
    ("官兵|兵力|部队|人员", r"\b(?:troop|personnel|staff|officers and|service members)"),
    ("家属|家庭|烈属|军属", r"\b(?:famil|dependant|spouse|relative|household)"),
    ("子女|儿童|孩子", r"\bchild"),
    ("学生", r"\bstudent|pupil"),
    ("教师|老师", r"\bteacher"),
    ("老人|老年", r"\b(?:elderly|older|senior|old people)"),
    ("群众|居民|市民|人口", r"\b(?:resident|people|population|citizen|local)"),
    ("项目|工程", r"\bproject|works\b"),
    ("资金|投资|投入|经费|拨款", r"\b(?:fund|invest|spen[dt]|allocat|budget|financ)"),
    ("树|株|苗", r"\b(?:tree|sapling|seedling)"),
    ("面积|占地", r"\b(?:area|cover|land|floor)"),
    ("医疗|医药|诊", r"\b(?:medic|clinic|health|doctor)"),
    ("抚恤", r"\b(?:pension|survivor)"),
    ("住房|房|修缮", r"\b(?:hous|home|flat|apartment)"),
    ("保险", r"\binsurance"),
    ("补贴|津贴|补助|生活费", r"\b(?:subsid|allowance|grant)"),
    ("车", r"\b(?:vehicle|truck|car)"),
    ("船|艇|舟", r"\b(?:boat|ship|vessel)"),
    ("收入", r"\b(?:income|revenue|earning)"),
    ("支出", r"\b(?:expenditure|spending|outlay)"),
    ("生产总值|GDP", r"\b(?:gdp|gross)"),
    ("长", r"\b(?:long|length)"),
    ("宽", r"\b(?:wide|width|broad)"),
    ("高", r"\b(?:high|height|tall)"),
    ("深", r"\b(?:deep|depth)"),
    ("东", r"\beast"),
    ("西", r"\bwest"),
    ("南", r"\bsouth"),
    ("北", r"\bnorth"),
    ("问题|事项", r"\b(?:problem|issue|matter)"),
    ("会议|会", r"\b(?:meeting|conference|session|forum)"),
    ("活动", r"\b(?:activit|event|campaign)"),
    ("宣传牌|标牌|牌", r"\b(?:board|sign|plaque)"),
    ("网站|公众号|平台", r"\b(?:website|account|platform|channel)"),
    ("广场|公园", r"\b(?:square|park)"),
    ("馆|纪念", r"\b(?:museum|hall|memorial|centre|center)"),
    ("上午|早", r"\b(?:morning|a\.?m)"),
    ("下午|晚", r"\b(?:afternoon|evening|p\.?m)"),
    ("就业|上岗|再就业", r"\b(?:employ|job|work\b)"),
    ("安置|接收", r"\b(?:resettl|plac|receiv|accept)"),
    ("培训|军训|训练", r"\btrain"),
    ("捐|赠", r"\b(?:donat|gift|gave|presented)"),
    ("出动|派出|投送", r"\b(?:dispatch|sent|deploy)"),
    ("治愈|出院", r"\b(?:recover|cured|discharged)"),
    ("脱贫|贫困", r"\b(?:poor|poverty)"),
    ("产业", r"\bindustr"),
    ("公路|道路|路", r"\b(?:road|highway|expressway)"),
    ("桥", r"\bbridge"),
    ("水库|水", r"\b(?:reservoir|water)"),
    ("党员", r"\bparty members"),
    ("志愿", r"\bvolunteer"),
    ("一等", r"\bfirst[- ]class"),
    ("二等", r"\bsecond[- ]class"),
    ("三等", r"\bthird[- ]class"),
    ("陆军", r"\barmy"),
    ("海军", r"\bnavy|naval"),
    ("空军", r"\bair force"),
    ("当时|最初|起初|原", r"\b(?:then|initial|original|at first)"),
    ("目前|现在|如今|现|今年", r"\b(?:now|today|current|at present|this year)"),
    ("去年|上年", r"\blast year|the year before|previous year"),
    ("贷款", r"\bloan"),
    ("企业", r"\b(?:enterprise|compan|firm|business)"),
)  # fmt: skip
_CHINESE = tuple(re.compile(zh) for zh, _ in CONCEPTS)
_ENGLISH = tuple(re.compile(en, re.IGNORECASE) for _, en in CONCEPTS)

CHINESE_STOPS = re.compile(r"[，。；、！？：;]|[,:](?!\d)")
ENGLISH_STOPS = re.compile(
    r"[,;:()]|\.(?!\d)|\band\b|\bwhile\b|\bwhereas\b|\bwith\b|\bbut\b|\bbefore\b|\bafter\b|\bthen\b"
)
TURNED = re.compile(r"\b(?:after|following|having|before|earlier|had|previous)\b", re.IGNORECASE)
RESPECTIVELY = re.compile("分别|依次|respectively")

Pair = tuple[int, int]


def swapped(
    texts: tuple[str, str], zh: Sequence[Quantity], en: Sequence[Quantity], pairs: Mapping[int, int]
) -> tuple[Pair, Pair] | None:
    """Two matched pairs (Chinese turn, English turn) whose numbers changed places; None where none did."""
    ordered = sorted(pairs.items())
    for index, first in enumerate(ordered):
        for second in ordered[index + 1 :]:
            if _alike(zh[first[0]], zh[second[0]]) and _crossed(texts, zh, en, pairs, first, second):
                return first, second
    return None


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether both are of one sort, so that one can stand in the other's place."""
    if one.kind != other.kind or not (one.needed and other.needed) or one.role or other.role:
        return False
    if one.kind == "date":
        return one.day != other.day and bool(one.day[0] and other.day[0])
    return one.low != other.low and (one.unit == other.unit or {one.dimension, other.dimension} <= {"", "count"})


def _crossed(
    texts: tuple[str, str],
    zh: Sequence[Quantity],
    en: Sequence[Quantity],
    pairs: Mapping[int, int],
    first: Pair,
    second: Pair,
) -> bool:
    around = [_around(texts[0], zh, turn, CHINESE_STOPS, _CHINESE) for turn in (first[0], second[0])]
    english = {other: turn for turn, other in pairs.items()}
    there = [_around(texts[1], en, turn, ENGLISH_STOPS, _ENGLISH, english) for turn in (first[1], second[1])]
    ours = {key - turn for key in (-1, -1000) for turn in (first[0], second[0])}
    around, there = [one - ours for one in around], [one - ours for one in there]
    straight = len(around[0] & there[0]) + len(around[1] & there[1])
    across = len(around[0] & there[1]) + len(around[1] & there[0])
    inverted = first[1] > second[1]
    if inverted and straight == across:
        years = zh[first[0]].kind == "date" and not TURNED.search(texts[1])
        return years or any(map(RESPECTIVELY.search, texts))
    return across > straight + (0 if inverted else 1)


def _around(
    text: str,
    found: Sequence[Quantity],
    turn: int,
    stops: re.Pattern[str],
    concepts: Sequence[re.Pattern[str]],
    back: Mapping[int, int] | None = None,
) -> Set[int]:
    """What stands in the clause of a number: concepts by their place in the table, other numbers below zero."""
    one = found[turn]
    start = max((stop.end() for stop in stops.finditer(text, 0, one.start)), default=0)
    end = next((stop.start() for stop in stops.finditer(text, one.end)), len(text))
    clause = text[start : one.start] + " " + text[one.end : end]
    near = {index for index, concept in enumerate(concepts) if concept.search(clause)}
    others: list[tuple[int, int]] = []
    for other, two in enumerate(found):
        key = back.get(other) if back is not None else other
        if other != turn and start <= two.start and two.end <= end and key is not None:
            others.append((max(two.start - one.end, one.start - two.end), key))
    near.update(-1 - key for _, key in others)
    if others:
        near.add(-1000 - min(others)[1])  # the nearest counts twice
    return near
