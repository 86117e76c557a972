"""Records: fields that are missing, unknown or not of their form."""

from __future__ import annotations

from changlang.messages.row import Rows, row

ROWS: Rows = {
    "bad-id": row(
        "error",
        "“{id}”不能作编号",
        "“{id}” cannot be an id",
        "编号用小写字母、数字和短横线，如 2018-08-01-ship，不超过 80 个字符；不能用 page、year、index",
        "use small letters, digits and hyphens, as in 2018-08-01-ship, at most 80 characters; not page, year or index",
    ),
    "bad-code": row(
        "error",
        "“{id}”不能作宣传牌编码",
        "“{id}” cannot be a board's code",
        "编码用 3 到 20 个大写字母和数字，如 DT001",
        "use 3 to 20 capital letters and digits, as in DT001",
    ),
    "bad-color": row(
        "error",
        "“{id}”不是颜色",
        "“{id}” is not a colour",
        '写作井号加六位，并加引号，如 "#a8201a"',
        'write a number sign and six digits in quotes, as in "#a8201a"',
    ),
    "bad-size": row(
        "error",
        "“{id}”不是宣传牌尺寸",
        "“{id}” is not a board's size",
        "写 A1、A3，或毫米数如 420x594mm",
        "write A1, A3, or millimetres as in 420x594mm",
    ),
    "bad-url": row(
        "error",
        "“{id}”不是网址",
        "“{id}” is not a web address",
        "写完整的网址，以 https:// 开头",
        "write the whole address, beginning with https://",
    ),
    "bad-date": row(
        "error",
        "“{key}”的日期“{value}”读不出来",
        "the date “{value}” of “{key}” cannot be read",
        "写作 2018-08-01、2018-08、2018、2016/2020 或 2020?（不确定），并且确有这一天",
        "write 2018-08-01, 2018-08, 2018, 2016/2020 or 2020? (not certain), and a day that exists",
    ),
    "bad-number": row(
        "error",
        "“{key}”应当是一个合适的数，写的是“{value}”",
        "“{key}” must be a suitable number, but is “{value}”",
        "只写阿拉伯数字，不带单位和千位逗号",
        "write digits only, without a unit or commas",
    ),
    "bad-length": row(
        "error",
        "“{key}”是空的，或者太长",
        "“{key}” is empty or too long",
        "写一两句话；不需要就删去这个字段",
        "write a sentence or two, or leave the field out",
    ),
    "bad-shape": row(
        "error",
        "“{key}”的写法不对",
        "“{key}” is not written as it should be",
        "写作 {expected}",
        "write it as {expected}",
    ),
    "unknown-choice": row(
        "error",
        "“{key}”不能是“{value}”",
        "“{key}” cannot be “{value}”",
        "可以是：{known}{nearest_zh}",
        "it can be: {known}{nearest_en}",
    ),
    "unknown-key": row(
        "error",
        "“{key}”不是这类记录的字段",
        "“{key}” is not a field of this kind of record",
        "检查拼写，或者删去它{nearest_zh}",
        "check the spelling, or leave it out{nearest_en}",
    ),
    "missing-key": row(
        "error",
        "缺少“{key}”",
        "“{key}” is missing",
        "补上这个字段；各字段的说明见 changlang new",
        "add the field; changlang new shows what each field is",
    ),
    "missing-translation": row(
        "error",
        "“{field}”缺少 {language} 文字",
        "“{field}” lacks its text in “{language}”",
        "补上译文：成对的文件里，英文写在 .en.md；列表里写作 {{zh: …, en: …}}",
        "add the translation: in a pair of files English stands in .en.md, in a list write {{zh: …, en: …}}",
    ),
    "missing-file": row(
        "error",
        "缺少另一种语言（{language}）的文件",
        "the file in the other language ({language}) is missing",
        "在旁边新建同名文件，结尾为 .{language}.md（docs 里为另一语言文件夹中的同名文件）",
        "add a file of the same name beside it that ends in .{language}.md (in docs: of the same name in the other language's folder)",
    ),
    "data-in-english": row(
        "error",
        "英文文件里不写“{key}”",
        "the English file does not hold “{key}”",
        "数据只写在中文文件里；英文文件只写译文{nearest_zh}",
        "data stand in the Chinese file only; the English one holds translations{nearest_en}",
    ),
    "no-front-matter": row(
        "error",
        "文件开头没有用 --- 围起来的字段",
        "the file does not begin with fields between two lines of ---",
        "第一行写 ---，各字段之后再写一行 ---",
        "write --- in the first line and again after the fields",
    ),
    "not-a-list": row(
        "error",
        "这个文件应当是一列记录",
        "this file should be a list of records",
        "每条记录以“- id: 编号”开头",
        "begin each record with “- id: …”",
    ),
    "duplicate-id": row(
        "error",
        "编号“{id}”已经用过：{other}",
        "the id “{id}” is taken already: {other}",
        "换一个编号，或者删去重复的一条",
        "choose another id, or remove the copy",
    ),
    "bad-answer": row(
        "error",
        "答案是第 {answer} 项，但只有 {choices} 个选项",
        "the answer is number {answer}, but there are {choices} choices",
        "从 1 数起，写正确选项是第几项",
        "count from 1 and write which choice is right",
    ),
    "unknown-unit": row(
        "error",
        "数据“{figure}”的单位“{unit}”不在单位表里",
        "the unit “{unit}” of the figure “{figure}” is not in the table of units",
        "改成单位表里的名称{nearest_zh}，或者为这条数据写出两种文字的单位，如 unit: {{zh: 个, en: places}}",
        "use a name of the table{nearest_en}, or write this figure's unit in both languages, as in "
        "unit: {{zh: 个, en: places}}",
    ),
}
