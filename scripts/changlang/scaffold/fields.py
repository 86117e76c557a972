"""What a new record's file says beside each field: an example to replace and a line of help in both languages.

One row a field of the schema, in the order an officer fills them in; a test holds the rows equal to the records.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from changlang.model.languages import UNWRITTEN


class Field(NamedTuple):
    """`value` is written as YAML after the field's name; a field with `needed` false is written as a comment."""

    name: str
    value: str
    help: str
    needed: bool = False
    english: str = ""


TEXT = f"{{zh: {UNWRITTEN['zh']}, en: {UNWRITTEN['en']}}}"
SOURCES = "[{id: 出处编号, at: {zh: 第几部分, en: section number}}]"
AUDIO = Field(
    "audio", "{zh: 名称.zh.mp3, en: 名称.en.mp3}", "朗读录音，在 media/ 下 · read aloud: files below media/"
)
VIDEO = Field(
    "video",
    "{file: 名称.mp4, poster: 照片编号, captions: {zh: 名称.zh.vtt, en: 名称.en.vtt}}",
    "影片、封面照片和字幕，文件在 media/ 下 · film, poster and captions: files below media/",
)

FIELDS: Mapping[str, tuple[Field, ...]] = {
    "columns": (
        Field("title", "在此填写专栏名", "名称 · name", True, "To be written"),
        Field("order", "1", "排在第几 · place in the row of columns, from 1", True),
        Field("color", '"#a8201a"', "专栏的颜色 · the column's colour", True),
        Field("summary", "一句话介绍", "一句话介绍 · one sentence", False, "One sentence"),
        AUDIO,
        VIDEO,
    ),
    "events": (
        Field("title", "在此填写标题", "标题 · title", True, "To be written"),
        Field("date", "2020-01-31", "日期：2018-08-01、2018-08、2016/2020、2020? · date", True),
        Field("column", "专栏编号", "属于哪个专栏 · id of its column", True),
        Field("place", "地点", "地点（不写部队驻地）· place, never where a unit is stationed", False, "Place"),
        Field("summary", "一句话说明", "一句话说明 · one sentence", False, "One sentence"),
        Field("photos", "[照片编号]", "照片 · ids of photos"),
        Field("figures", "[数据编号]", "数据 · ids of figures"),
        Field("people", "[人物编号]", "人物 · ids of people"),
        Field("sources", SOURCES, "出处和在其中的位置 · sources and the place in them"),
        Field("tags", "[标签编号]", "标签 · ids of tags"),
        AUDIO,
        VIDEO,
    ),
    "people": (
        Field("title", "姓名", "姓名 · name", True, "Name"),
        Field("honours", f"[{{title: {TEXT}, year: 2020}}]", "荣誉和年份 · honours and their years", True),
        Field("kind", TEXT, "类别 · what kind of model"),
        Field("service", TEXT, "服役经历 · service"),
        Field("hometown", TEXT, "籍贯 · hometown"),
        Field("summary", "一句话介绍", "一句话介绍 · one sentence", False, "One sentence"),
        Field("portrait", "照片编号", "肖像 · id of a photo"),
        Field("events", "[活动编号]", "有关活动 · ids of events"),
        Field("consent", "本人书面同意，2020-01-31", "本人同意公开的凭据 · what shows the person's consent"),
        Field("sources", SOURCES, "出处和在其中的位置 · sources and the place in them"),
        Field("sample", "true", "只作示例时写 true · true for a sample that is no real person"),
        AUDIO,
        VIDEO,
    ),
    "photos": (
        Field("caption", TEXT, "图片说明 · caption", True),
        Field("alt", TEXT, "给看不见图的人：图上有什么 · what is to be seen, for those who cannot see it", True),
        Field(
            "file",
            "2020/名称.jpg",
            "photos/ 下的文件；照片没到就不写 · the file below photos/, once it is there",
        ),
        Field("date", "2020-01-31", "拍摄日期 · date taken"),
        Field("place", TEXT, "地点（不写部队驻地）· place, never where a unit is stationed"),
        Field("credit", TEXT, "摄影者 · who took it"),
        Field("consent", "本人书面同意，2020-01-31", "画面中人同意公开的凭据 · what shows that those in it consent"),
        Field("column", "专栏编号", "专栏 · id of its column"),
        Field("event", "活动编号", "活动 · id of its event"),
        Field("icon", "material/camera", "照片未到时卡片上的图标 · icon of the card until the picture arrives"),
        Field("focus", "[0.5, 0.5]", "画面重点在哪（左、上各占几分之几）· where the eye should go, as fractions"),
        Field(
            "hide",
            "[[0.1, 0.1, 0.2, 0.2]]",
            "必须遮盖的部分：左、上、宽、高 · parts to hide: left, top, width, height",
        ),
        Field("sources", SOURCES, "出处 · sources"),
    ),
    "figures": (
        Field("label", TEXT, "数的是什么 · what is counted", True),
        Field("value", "35", "准确的数，以个、元、亩等为单位 · the exact number in base units", True),
        Field("unit", "meeting", "单位 · unit: person, person-time, CNY, mu, percent …", True),
        Field("bound", "exact", "exact、about 约、nearly 近、over 余/多、at-least 以上 · how exact"),
        Field("scale", "万", "原文以万或亿来写时填写 · as the source writes it: 万 or 亿"),
        Field("period", "2016/2020", "什么时候的数 · the time it covers"),
        Field("column", "专栏编号", "专栏 · id of its column"),
        Field("series", "系列编号", "同一系列的数 · id of the series it belongs to"),
        Field("sources", SOURCES, "出处和在其中的位置 · sources and the place in them"),
        Field("note", TEXT, "说明 · note"),
    ),
    "boards": (
        Field("title", TEXT, "牌上的标题 · title", True),
        Field("column", "专栏编号", "专栏 · id of its column"),
        Field("place", TEXT, "立在哪里 · where it stands"),
        Field("show", '["figure:数据编号", "event:活动编号"]', "扫码后看到什么 · what its code shows"),
        Field("size", "A1", "A1、A3 或 420x594mm · size"),
        Field("distance", "5", "读者离它几米 · metres to the reader"),
        Field("installed", "2020-01", "何时安装 · when it was put up"),
        Field(
            "retired",
            "2020-01",
            "牌已拆除：日期或 true，编码仍能打开 · taken down: date or true; its code still opens",
        ),
        Field("moved_to", "另一块牌的编码", "内容移到哪块牌 · code of the board that took over"),
        AUDIO,
    ),
    "quiz": (
        Field("question", TEXT, "题目 · question", True),
        Field("choices", "[{zh: 甲, en: First}, {zh: 乙, en: Second}]", "选项 · choices", True),
        Field("answer", "1", "第几项正确，从 1 数 · which one is right, from 1", True),
        Field("explanation", TEXT, "为什么 · why"),
        Field("about", "event:活动编号", "讲的是哪条记录 · the record it is about"),
    ),
    "terms": (
        Field("zh", "在此填写中文", "中文 · Chinese", True),
        Field("en", "To be written", "规定的英文 · the approved English", True),
        Field("also", "{en: [short form]}", "也可以用的简称 · short forms that may be used"),
        Field("avoid", "{zh: [不用的写法], en: [form to avoid]}", "不用的写法 · forms not to be used"),
        Field("note", TEXT, "解释 · what it means"),
    ),
    "sources": (
        Field("title", TEXT, "名称 · title", True),
        Field("issuer", TEXT, "谁发布 · who issued it"),
        Field("date", "2020", "日期 · date"),
        Field("url", "https://example.org/", "网址 · address"),
        Field("note", TEXT, "说明 · note"),
    ),
    "tags": (Field("title", TEXT, "名称 · name", True),),
}
