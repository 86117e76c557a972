"""The vocabulary of the generator: places, occasions and sentences of the invented city of Yunchuan.

A pair is (Chinese, English). Slots in braces are filled with other pairs; `{n}`, `{m}` and `{k}` are numbers.
Nothing here is a fact about a real place.
"""

from __future__ import annotations

Pair = tuple[str, str]

# id, name, colour.
COLUMNS: tuple[tuple[str, Pair, str], ...] = (
    ("education", ("国防教育", "Defence education"), "#a8201a"),
    ("support", ("拥军优属", "Support for the forces"), "#1f5f5b"),
    ("veterans", ("退役军人", "Veterans"), "#8a5a00"),
    ("families", ("军属之家", "Military families"), "#3a4f8f"),
    ("service", ("驻军为民", "The garrison serves"), "#6b3a6e"),
)

# id, name.
TAGS: tuple[tuple[str, Pair], ...] = (
    ("school", ("校园", "Schools")),
    ("village", ("乡村", "Villages")),
    ("volunteer", ("志愿服务", "Volunteers")),
    ("library", ("阅读", "Reading")),
    ("health", ("义诊", "Free clinics")),
    ("jobs", ("就业", "Work")),
    ("law", ("法律咨询", "Legal advice")),
    ("history", ("红色记忆", "Memory")),
    ("sports", ("体育", "Sports")),
    ("arts", ("文艺", "Arts")),
    ("river", ("防汛", "Flood control")),
    ("forest", ("植树", "Tree planting")),
    ("market", ("消费拥军", "Shops that give")),
    ("drill", ("演练", "Drills")),
    ("letters", ("书信", "Letters")),
)

# id, label, value, unit, and how it reads where nobody fills it in.
FIGURES: tuple[tuple[str, Pair, int, str, Pair], ...] = (
    ("talks", ("国防教育宣讲", "Talks on defence"), 320, "activity", ("320项", "320 activities")),
    ("meetings", ("双拥联席会议", "Joint meetings"), 36, "meeting", ("36次", "36 meetings")),
    ("listeners", ("听众", "Listeners"), 12800, "person-time", ("12800人次", "12,800 person-times")),
    ("households", ("走访家庭", "Households visited"), 940, "household", ("940户", "940 households")),
    ("volunteers", ("登记志愿者", "Registered volunteers"), 1560, "person", ("1560人", "1,560 people")),
    ("projects", ("共建项目", "Joint projects"), 48, "project", ("48个", "48 projects")),
)

# slug, name in a title.
OCCASIONS: tuple[tuple[str, Pair], ...] = (
    ("talk", ("国防知识宣讲", "Talk on national defence")),
    ("reading", ("红色经典诵读", "Reading of the classics of the revolution")),
    ("openday", ("军营开放日参观", "Open day at the barracks")),
    ("clinic", ("义诊和健康咨询", "Free clinic with health advice")),
    ("jobfair", ("专场招聘", "Job fair")),
    ("training", ("技能培训", "Training in a trade")),
    ("legal", ("法律政策咨询", "Advice on law and policy")),
    ("drill", ("应急疏散演练", "Evacuation drill")),
    ("planting", ("义务植树", "Tree planting")),
    ("visit", ("走访慰问", "Round of visits")),
    ("exhibition", ("图片巡回展", "Travelling picture exhibition")),
    ("film", ("公益电影放映", "Open-air film evening")),
    ("letters", ("书信征集", "Collection of letters")),
    ("sports", ("趣味运动会", "Sports afternoon")),
    ("concert", ("文艺汇演", "Evening of music and theatre")),
    ("quiz", ("国防知识竞赛", "Quiz on national defence")),
    ("firstaid", ("急救技能普及", "First-aid course")),
    ("memorial", ("清明祭扫", "Remembrance at the cemetery")),
    ("camp", ("少年军校夏令营", "Young cadets’ summer camp")),
    ("market", ("优待商户推广", "Round of shops that give discounts")),
    ("repair", ("房屋修缮帮扶", "House repairs")),
    ("tutoring", ("课后辅导", "After-school lessons")),
    ("lecture", ("英模事迹报告", "Lecture on model soldiers")),
    ("signing", ("共建协议签约", "Signing of a partnership")),
    ("medal", ("喜报送达", "Delivery of letters of merit")),
    ("sendoff", ("新兵欢送", "Send-off for recruits")),
    ("welcome", ("退役返乡迎接", "Welcome home for those leaving service")),
    ("patrol", ("河道联合巡查", "Joint river patrol")),
    ("workshop", ("手工制作课堂", "Handicraft workshop")),
    ("survey", ("政策落实回访", "Survey of how policy is carried out")),
)

PLACES: tuple[Pair, ...] = tuple(
    (f"{zh}{suffix}", f"{en} {name}")
    for suffix, name in (("街道", "Subdistrict"), ("镇", "Town"), ("社区", "Community"), ("村", "Village"))
    for zh, en in (
        ("青石", "Qingshi"),
        ("柳堤", "Liudi"),
        ("望河", "Wanghe"),
        ("东垣", "Dongyuan"),
        ("松岭", "Songling"),
        ("石桥", "Shiqiao"),
        ("南坪", "Nanping"),
        ("梨园", "Liyuan"),
        ("古渡", "Gudu"),
        ("云台", "Yuntai"),
        ("杏坞", "Xingwu"),
        ("白沙", "Baisha"),
        ("北关", "Beiguan"),
        ("长亭", "Changting"),
        ("竹溪", "Zhuxi"),
        ("金谷", "Jingu"),
        ("月湖", "Yuehu"),
        ("陶岗", "Taogang"),
        ("沙洲", "Shazhou"),
        ("枫林", "Fenglin"),
    )
)

AUDIENCES: tuple[Pair, ...] = (
    ("退役军人", "veterans"),
    ("军属", "members of military families"),
    ("中学生", "secondary pupils"),
    ("小学生", "primary pupils"),
    ("大学新生", "new students"),
    ("企业职工", "company staff"),
    ("返乡青年", "young people who have come home"),
    ("民兵骨干", "leading militia members"),
    ("社区居民", "residents"),
    ("村民代表", "village delegates"),
    ("教师", "teachers"),
    ("医护人员", "medical staff"),
    ("外卖骑手", "delivery riders"),
    ("货车司机", "lorry drivers"),
    ("机关干部", "office staff"),
    ("老年大学学员", "students of the seniors’ college"),
    ("入伍新兵", "recruits"),
    ("志愿者", "volunteers"),
    ("商户", "shopkeepers"),
    ("少先队员", "Young Pioneers"),
)

SLOTS: dict[str, tuple[Pair, ...]] = {
    "office": (
        ("市双拥办", "the city’s Double Support Office"),
        ("市退役军人事务局", "the Veterans Affairs Bureau"),
        ("市教育局", "the Education Bureau"),
        ("市民政局", "the Civil Affairs Bureau"),
        ("市人武部", "the city’s armed forces department"),
        ("市图书馆", "the city library"),
        ("市总工会", "the federation of trade unions"),
        ("市融媒体中心", "the city’s media centre"),
    ),
    "partner": (
        ("驻地部队", "the garrison"),
        ("市人民医院", "the People’s Hospital"),
        ("云川师范学院", "Yunchuan Normal College"),
        ("市消防救援队", "the fire and rescue brigade"),
        ("市律师协会", "the bar association"),
        ("市书法家协会", "the calligraphers’ association"),
        ("云川公交公司", "the Yunchuan bus company"),
        ("市志愿者联合会", "the federation of volunteers"),
    ),
    "hall": (
        ("文化站礼堂", "the hall of the culture station"),
        ("党群服务中心", "the community service centre"),
        ("新时代文明实践站", "the civic practice station"),
        ("学校操场", "the school’s sports ground"),
        ("村口广场", "the square at the village gate"),
        ("职工活动室", "the staff common room"),
        ("河堤公园", "the park on the embankment"),
        ("国防教育长廊", "the gallery of defence education"),
    ),
    "thing": (
        ("政策明白卡", "policy cards"),
        ("图文手册", "illustrated booklets"),
        ("急救包", "first-aid kits"),
        ("学习用品", "school supplies"),
        ("防汛知识折页", "leaflets on floods"),
        ("优待证办理指南", "guides to the preferential-treatment card"),
        ("法律援助联系卡", "legal-aid contact cards"),
        ("国防知识挂图", "wall charts on defence"),
    ),
    "theme": (
        ("从家书说起", "what letters home can tell"),
        ("身边的国防", "defence close to home"),
        ("一条河与一座城", "a river and its city"),
        ("老兵的第二次出发", "a veteran’s second start"),
        ("怎样读懂优待政策", "how to read the preferential policies"),
        ("国防动员与日常生活", "mobilisation and daily life"),
        ("英雄就在家乡", "heroes from home"),
        ("危急时刻先做什么", "what to do first in an emergency"),
    ),
    "weather": (
        ("清晨下了小雨", "It had rained a little in the early morning"),
        ("当天天气晴好", "The day was bright"),
        ("虽然寒风阵阵", "The wind was cold"),
        ("入伏后气温很高", "It was the hottest part of summer"),
        ("雪后初晴", "The sky had cleared after snow"),
        ("秋收刚刚结束", "The harvest had just ended"),
    ),
}

# How a record begins: `{place}`, `{audience}` and `{occasion}` are the record’s own.
OPENINGS: tuple[Pair, ...] = (
    (
        "{office}会同{partner}来到{place}，面向{audience}开展{occasion}，现场设在{hall}，前后持续了{k}个小时。",
        "Officers of {office} came to {place} together with {partner}. The occasion, meant for {audience}, "
        "was held in {hall} and lasted {k} hours from start to end.",
    ),
    (
        "{weather}，{place}的{hall}里早早坐满了人，由{office}组织的{occasion}在这里举行，{n}名{audience}参加。",
        "{weather}. Still, {hall} in {place} had filled early: {n} {audience} had come to what {office} "
        "had been preparing for several weeks.",
    ),
    (
        "按照年度计划，{place}今年第{k}次开展{occasion}，{n}名{audience}和{m}名工作人员到场，{partner}派人协助。",
        "As the plan for the year provides, {place} held this for time {k} of the year; {n} {audience} and "
        "{m} members of staff were there, and {partner} sent people to help.",
    ),
    (
        "在{office}的指导下，{place}把{occasion}办到了{audience}身边，{n}人直接参与，{m}户家庭从中得到帮助。",
        "Guided by {office}, {place} brought the occasion close to {audience}: {n} people took part in "
        "person and {m} households were helped by it.",
    ),
)

SENTENCES: tuple[Pair, ...] = (
    (
        "主讲人以“{theme}”为题，结合本地的老照片和旧物件，讲了{k}个真实而朴素的故事。",
        "The main speaker chose the title “{theme}” and, with old photographs and objects from the "
        "district, told {k} plain and true stories.",
    ),
    (
        "工作人员把{n}份{thing}发到大家手里，并逐条解释其中容易误解的内容。",
        "The staff handed out {n} {thing} and went through them line by line, explaining whatever is "
        "easily misunderstood.",
    ),
    (
        "{partner}的{m}名同志分成{k}个小组，分别负责登记、引导、讲解和秩序维护。",
        "From {partner} {m} people had come; they formed {k} groups, which saw to registration, guidance, "
        "explanation and order.",
    ),
    (
        "一位参加者说，过去只在书本上见过这些内容，今天亲手做了一遍，才明白其中的分量。",
        "One of those present said that such things had only been words in a book, and that doing them "
        "once by hand had shown how much they weigh.",
    ),
    (
        "提问环节气氛热烈，大家关心的{k}个问题当场得到答复，另有{m}个问题记录在册，限期回复。",
        "Questions came quickly: {k} of them were answered on the spot, and {m} more were written down to "
        "be answered by a fixed date.",
    ),
    (
        "现场还设置了{k}个体验区，孩子们排着队，一边看一边问，久久不愿离开。",
        "There were also {k} places where visitors could try things for themselves; the children queued, "
        "watched, asked, and did not want to leave.",
    ),
    (
        "{office}的工作人员介绍，类似的活动今后每季度安排一次，时间和地点提前{k}天公布。",
        "According to {office}, occasions of this kind will be held once a quarter from now on, with time "
        "and place announced {k} days ahead.",
    ),
    (
        "为了照顾行动不便的老人，志愿者上门走访了{m}户，把{thing}送到家中，并留下联系方式。",
        "For older people who find it hard to go out, volunteers called on {m} homes, brought {thing} and "
        "left a number to ring.",
    ),
    (
        "活动前，{place}对场地、通道和用电进行了检查，{partner}的救护小组全程值守。",
        "Before it began, {place} had the ground, the ways out and the wiring checked, and an ambulance "
        "team of {partner} stood by throughout.",
    ),
    (
        "不少{audience}带着家人一同前来，有的还把自家珍藏的立功证书和书信拿出来与大家分享。",
        "Many of the {audience} brought their families, and some showed certificates of merit and letters "
        "that they keep at home.",
    ),
    (
        "在交流中，大家谈到最多的是子女入学、就业创业和医疗优待，工作人员逐一作了说明。",
        "What people spoke of most were school places for their children, work and business, and medical "
        "care; the staff explained each in turn.",
    ),
    (
        "{hall}的墙上挂出了{m}幅图片，按年份排列，配有简短的文字，观众可以按自己的节奏观看。",
        "On the walls of {hall} hung {m} pictures in the order of their years, each with a short text, so "
        "that visitors could look at their own pace.",
    ),
    (
        "{partner}的代表表示，军民之间的情谊体现在一件件小事里，愿意同{place}长期结对共建。",
        "A representative of {partner} said that the bond between forces and people lies in small things, "
        "and that they wish to stay partners of {place} for long.",
    ),
    (
        "根据登记，当天共接待咨询{n}人次，现场办结{k}件，其余事项转交有关部门跟进。",
        "By the register, {n} enquiries were received that day; {k} matters were settled at once and the "
        "others passed on to the departments concerned.",
    ),
    (
        "最后是集体劳动，{n}人沿着河岸忙了大半天，清理出{m}袋垃圾，补种了{k}排树苗。",
        "Work together came last: {n} people were busy along the bank for most of the day, cleared "
        "{m} bags of litter and replanted {k} rows of saplings.",
    ),
    (
        "年轻的讲解员是本地的大学生，准备了{k}个星期，把数字和地名核对了一遍又一遍。",
        "The young guide, a student from the district, had prepared for {k} weeks and checked the numbers "
        "and the names of places again and again.",
    ),
    (
        "中午，食堂准备了简单的饭菜，老兵和学生围坐在一起，话题从军营一直聊到今年的收成。",
        "At noon the canteen served a simple meal; veterans and pupils sat at the same tables, and the "
        "talk went from the barracks to the harvest of the year.",
    ),
    (
        "{office}随后召开碰头会，总结了{k}条经验，也指出了签到排队时间偏长等不足。",
        "Afterwards {office} held a short meeting, noted {k} lessons, and also named what had gone less "
        "well, such as the long queue at registration.",
    ),
    (
        "参加者都领到了反馈表，收回的{n}份里，大多数人希望增加实际操作的时间。",
        "Everybody was given a form for comments; among the {n} that came back, most asked for more time "
        "to practise.",
    ),
    (
        "在“{theme}”主题展板前，讲解员用通俗的语言说明了兵役登记的条件、程序和时间。",
        "In front of the board called “{theme}”, the guide explained in simple words who registers for "
        "service, how, and when.",
    ),
)

# Sentences in which officers mark something, link a former record or cite a figure.
EMPHASIS: tuple[Pair, ...] = (
    (
        "这次活动的主题是**“{theme}”**，由{office}统一安排，{partner}具体承办。",
        "The theme of the day was **“{theme}”**; {office} had planned it and {partner} carried it out.",
    ),
    (
        "大家反复提到的一句话是：**国防不在远方，就在身边**。",
        "One sentence was heard again and again: **defence is not far away, it is close to home**.",
    ),
    (
        "需要说明的是，*报名不收取任何费用*，也不指定任何商家。",
        "It should be said that *registration costs nothing* and that no shop is prescribed.",
    ),
)
LINKS: tuple[Pair, ...] = (
    (
        "这也是继[{former}](event:{ident})之后，{office}推出的新的便民举措。",
        "It follows [{former}](event:{ident}) as a further step by which {office} makes life easier for people.",
    ),
    (
        "部分参加者此前到过[{former}](event:{ident})的现场，这次又主动报名当志愿者。",
        "Some of those present had been at [{former}](event:{ident}) and had now come forward as volunteers.",
    ),
)
CITATIONS: tuple[Pair, ...] = (
    (
        "据{office}统计，全市同类工作累计已达{{figure:{figure}}}。",
        "By the count of {office}, the city has reached {{figure:{figure}}} in work of this kind.",
    ),
    (
        "加上这一次，{office}公布的总数是{{figure:{figure}}}。",
        "With this one included, the total given by {office} is {{figure:{figure}}}.",
    ),
)
# A short list, as officers write when they report an order of events.
LIST: Pair = (
    "活动分三项进行：\n\n- {office}通报情况；\n- {partner}现场示范；\n- {audience}分组练习。",
    "There were three parts:\n\n- a report by {office};\n- a demonstration by {partner};\n- practice in groups.",
)

SUMMARIES: tuple[Pair, ...] = (
    (
        "{place}面向{audience}开展{occasion}，{n}人参加，{partner}到场协助。",
        "{occasion} for {audience} in {place}: {n} people took part, and {partner} helped.",
    ),
    (
        "{office}组织的{occasion}走进{place}，为{n}名{audience}提供服务。",
        "{occasion}: {n} {audience} in {place} were reached by what {office} had prepared.",
    ),
)
