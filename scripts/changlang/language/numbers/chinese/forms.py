"""How the quantities of Chinese texts begin: one expression in which each form has its name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from changlang.language.numbers.phrases import CHINESE, DAYS

# One sign for one, so that every index still holds: wide signs, traditional numerals.
FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；！？"} | str.maketrans(
    "　○Ｏ萬億兩餘約畝頃歲個來間幾數戶輛倍點時週達過將",
    " 〇〇万亿两余约亩顷岁个来间几数户辆倍点时周达过将",
)


# Capital numerals stand in sums of money; alone they are parts of other words (队伍, 大陆).
CAPITALS = re.compile("[壹贰叁肆伍陆柒捌玖拾佰仟零万亿]{2,}")
CAPITAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")

HAN = "〇零一二两三四五六七八九"


PLACES = f"{HAN}十百千廿卅"


DIGITS = r"\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[ \u2009\u00a0\u202f]\d{3})+(?!\d)|\d+(?:\.\d+)?"


WORD = (
    rf"[{HAN}]十有[一二三四五六七八九](?!九)|[数几][十百千]|[数几](?=[万亿])|[{HAN}]?十几(?=[^乎何])"
    rf"|[{PLACES}]+(?:点[{HAN}]+)?"
)


NUMBER = rf"(?:{DIGITS}|{WORD})"


YEAR = rf"(?:(?<![0-9.,])(?:1[0-9]|20)[0-9][0-9](?![0-9])|[一二][{HAN}]{{3}})"


SMALL = r"(?:[0-9]{1,2}|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"


HOUR = rf"(?:{SMALL}|两)"
DAYPART = (
    "凌晨|子夜|黎明|拂晓|清晨|早上|早晨|早|上午|中午|正午|下午|午后|傍晚|晚上|晚间|夜间|午夜|[今昨当]晚|晚|夜里|深夜"
    "|[今昨当]天早上"
)


NIGHT = frozenset({"晚上", "晚间", "夜间", "午夜", "今晚", "昨晚", "当晚", "晚", "夜里", "深夜"})
LATE = NIGHT | {"下午", "午后", "傍晚"}


# A day whose 日 stands behind a later one: 7月1—3日.
TO_DAY = rf"(?=[、至到—–~-]{{1,2}}{SMALL}[日号])"

FORMS: Mapping[str, str] = {
    "plan": (
        r"(?P<p>十[一二三四五六]?|[六七八九])五"
        r"(?=[”」]?(?:规划|时期|期间|计划|末|以来|开局|收官|建设|普法|[”」]))"
    ),
    "phrase": (
        f"(?:{'|'.join(map(re.escape, sorted((*CHINESE, *DAYS), key=len, reverse=True)))})(?!之[0-9{HAN}几]|半)"
    ),
    "congress": r"(?P<g>十[一二三四五六七八九]?|二十)大(?=[以报精和召闭胜提开代会、,.。”)]|$)",
    "plenum": r"(?P<n>[一二三四五六七])中(?=全会)",
    "streak": rf"(?P<k>{NUMBER})连(?=[冠胜捷霸])",
    "period": (
        rf"(?:(?P<era>上个?|本)世纪|(?P<century>{SMALL})世纪)?"
        rf"(?:(?P<first>{YEAR}|[1-9]0|[一二三四五六七八九]十?)(?:年代)?[至到和与、—–-]?)??"
        rf"(?P<decade>{YEAR}|[1-9]0|[一二三四五六七八九]十)年代"
        rf"|(?P<whole>{SMALL})世纪|(?<![0-9.])(?P<generation>[0-9][05]|[〇零五六七八九]零)[”」]?后(?![来面续方天者的排])"
    ),
    "lunar": (
        rf"(?:[农阴旧]历(?P<moon>[正冬腊]|{SMALL})|(?P<moon2>[正冬腊])|(?P<moon3>{SMALL})(?=月初[{PLACES}]))月"
        rf"(?:(?P<lunar>初?[{PLACES}]{{1,3}})(?![日号]))?"
    ),
    "part": (
        r"(?P<part_half>[上下])半年|前(?P<part_first>[二三两23])个?季度"
        r"|第(?P<part_quarter>[一二三四1-4])季度|(?P<part_bare>[一二三四1-4])季度"
    ),
    "date": (
        rf"(?P<y>{YEAR})(?P<sep>[-./])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>[12][0-9]|3[01]|0?[1-9])(?![0-9])"
        r"|(?<![0-9.])(?P<month8>1[0-2]|[1-9])[·•](?P<day8>3[01]|[12][0-9]|[1-9])(?![0-9])"
        rf"|民国(?P<republic>[0-9]{{1,2}}|[{PLACES}]{{1,3}})年"
        rf"|公元(?P<bc>前)?(?P<old>[0-9]{{1,4}}|[{PLACES}]{{1,5}})年"
        rf"|(?P<year>{YEAR}|(?<![0-9])[0-9]{{2}}(?=年[01]?[0-9]月))年(?!的?历史|级|多)"
        rf"(?:(?P<month>{SMALL})月(?:份|(?P<day>{SMALL})(?:[日号]|{TO_DAY}))?)?"
        r"|(?<![0-9])(?P<cohort>[0-9]{2})[级届](?=[新学毕士兵战老])"
        rf"|(?<![0-9.,个])(?P<month2>{SMALL})月(?![球亮饼牙])(?:份|(?P<day2>{SMALL})(?:[日号](?!元)|{TO_DAY}))?"
        r"|(?<![0-9.,第])(?P<day3>[12][0-9]|3[01]|[1-9])[日号](?![元报本常楼线机游内])"
    ),
    "time": (
        rf"(?P<part>{DAYPART})\s?(?P<hour>{HOUR})"
        rf"(?:[时点](?:(?P<minute>{SMALL})分|(?P<some>半|一刻|整|钟))?|:(?P<clock>[0-9]{{2}}))"
        rf"|(?<![0-9.,])(?P<hour2>零(?=[点时])|两(?=点)|{SMALL})(?:时(?![间代期候刻])(?:(?P<minute2>{SMALL})分|(?P<some2>半|整))?"
        rf"|点(?:(?P<minute3>{SMALL})分(?!之)|(?P<some3>半|整|钟)|(?=[至到—–-]))|:(?P<clock2>[0-5][0-9])(?![0-9]))"
    ),
    "share": (
        rf"每(?P<out_of>{NUMBER})(?!公里|千米|米|里|平方|年|天|日|个?月|小时|分钟|周|星期)[个名位户人件台辆套只头亩座家]?"
        rf"[^\d，。；、]{{0,10}}?(?:[中里]|就|便)[就便即]?(?P<rough>约|近|至少|超过)?有(?P<rough2>约|近|至少|超过)?"
        rf"(?P<have>{NUMBER})(?=[个名位户人件台辆套只头亩座家例起条项次所])"
    ),
    "numbered": (
        r"(?P<numbered>十[一二三四五六七八九]?|[二三四五六七八九](?:十[一二三四五六七八九]?)?)号"
        r"(?![召角码称令房线机脉灯兵人])"
    ),
    "percent": rf"(?P<per>[百千万])分之(?P<share>{NUMBER})",
    "fraction": (
        rf"(?P<below>[{PLACES}]+|[0-9]+)分之(?P<above>[{PLACES}]+|[0-9]+)"
        r"|(?<![0-9/.])(?P<above2>[1-9])/(?P<below2>[2-9])(?![0-9/])"
        r"|(?<![上下东西南北])(?P<halves>一[大多]半|一半|减半|半价|半数|过半|近半|大半(?![天夜年生辈圈个截])|对半)"
    ),
    "infant": "[不未]满周岁",
    "half": r"(?<![上下一大过近东西南北多])半(?=[个年月天小亩公里吨米日斤成打])",
    "doubling": (
        rf"翻了?(?P<short>近|将近|接近|约)?(?P<doublings>[{HAN}]|[0-9])?番(?![茄号])(?P<beyond>还?多|有余|以上)?"
    ),
    "class": rf"(?P<class>[{HAN}]|[1-9])(?:等(?=功|奖|舱|座|品)|级(?=战斗英雄|英雄|英模|战斗模范|劳动模范))",
    "mass": r"数以(?P<mass>[十百千]?[百千万亿])计",
    "ordinal": rf"第(?P<order>{NUMBER})",
    "sum": r"(?<![0-9A-Za-z+])[0-9]{1,3}(?:\+(?:[0-9]{1,3}|[A-Za-z]))+(?![0-9A-Za-z])",
    "code": (
        r"(?<![A-Za-z0-9])[A-Za-z]{1,8}-?(?P<code>[0-9]+(?:\.[0-9]+)?)(?![0-9.,]*[0-9万亿元%])"
        r"|(?<![0-9.,])(?P<code2>[0-9]+)(?!(?:km|m|cm|mm|kg|g|t|ha|ml|L|kW|MW|GW|kWh)(?![A-Za-z]))[A-Za-z]"
    ),
    "amount": (
        rf"(?P<sign>零下|(?<![\w%])-)?(?:(?P<digits>{DIGITS})|(?P<word>{WORD})"
        r"|(?P<alone>万亿|[万亿])(?:(?=余|多(?![么年个种])|[人名户元亩吨])"
        r"|(?<=[近逾超约破]万)(?![一众事物能州])|(?<=[^以晚早线网路身天地边街道会面岸海马山]上万)(?=[件册张幅字里份次棵株斤公])))"
    ),
    "both": "[双俩]",
}
_FIRSTS = "".join(sorted({phrase[0] for phrase in (*CHINESE, *DAYS)}))


LEXER = re.compile(
    rf"(?=[0-9{PLACES}万亿数几半双俩不未翻农阴旧腊冬民第前上下本公凌子黎拂清早中正午傍晚夜深当过近大对每减A-Za-z-]|[{_FIRSTS}])(?:"
    + "|".join(f"(?P<{name.upper()}>{form})" for name, form in FORMS.items())
    + ")"
)


AMOUNT = re.compile(FORMS["amount"])
