"""What every problem says, in Chinese and English.

A row is a code, its severity, and the message and hint in both languages; `{name}` is filled from the problem's
arguments. Adding a row asks for a sample in `tests/sites/bad/<code>/` and an entry in `docs/manual/problems.md`;
a test holds the three lists equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple


class Message(NamedTuple):
    severity: Literal["error", "warning", "notice"]
    message: Mapping[str, str]
    hint: Mapping[str, str]


def _row(
    severity: Literal["error", "warning", "notice"], zh: str, en: str, hint_zh: str, hint_en: str
) -> Message:
    return Message(severity, {"zh": zh, "en": en}, {"zh": hint_zh, "en": hint_en})


MESSAGES: Mapping[str, Message] = {
    "not-utf8": _row(
        "error",
        "文件不是 UTF-8 编码（第 {byte} 个字节读不出来）",
        "the file is not UTF-8 text (byte {byte} cannot be read)",
        "在记事本中选“另存为”，“编码”选 UTF-8，再保存；WPS 或 Word 选“纯文本”，编码选 UTF-8",
        "in Notepad choose Save As and set Encoding to UTF-8; in Word or WPS save as plain text, UTF-8",
    ),
    "unreadable": _row(
        "error",
        "文件打不开（{reason}）",
        "the file cannot be opened ({reason})",
        "看看文件是否还在、有没有读取的权限",
        "see whether the file is still there and may be read",
    ),
    "file-too-large": _row(
        "error",
        "文件太大：{size} 字节，最多 {largest} 字节",
        "the file is too large: {size} bytes, at most {largest}",
        "一个文件只写一条或几十条记录；照片放进 photos/",
        "keep one record or a few dozen in a file; pictures go into photos/",
    ),
    "hidden-sign": _row(
        "error",
        "这里有一个看不见的字符 {sign}",
        "there is an invisible character here, {sign}",
        "删掉它：把这一处前后的字重新打一遍，不要从网页或聊天里粘贴",
        "remove it: type the text around it again instead of pasting it from a web page or a chat",
    ),
    "yaml-syntax": _row(
        "error",
        "这里的 YAML 写法读不懂：{detail}",
        "this YAML cannot be read: {detail}",
        "检查冒号后有没有空格、缩进是否对齐、引号是否成对；含冒号或井号的文字要加引号",
        "see that a space follows each colon, that lines are indented alike and quotes closed; put quotes around text with a colon or a number sign",
    ),
    "yaml-feature": _row(
        "error",
        "“{what}”不能用：记录只用最简单的 YAML",
        "“{what}” is not allowed: records are written in plain YAML",
        "把引用的内容直接写出来；以 &、*、! 开头的文字要加引号",
        "write out what it stands for; put quotes around text that begins with &, * or !",
    ),
    "yaml-depth": _row(
        "error",
        "嵌套太深，最多 {deepest} 层",
        "nested too deeply, at most {deepest} levels",
        "照着同类记录的写法改",
        "write it like the other records of its kind",
    ),
    "yaml-key": _row(
        "error",
        "字段名必须是文字",
        "a field's name must be plain text",
        "去掉字段名上的括号",
        "take the brackets off the field's name",
    ),
    "duplicate-key": _row(
        "error",
        "“{key}”写了两次，第一次在第 {first} 行",
        "“{key}” is written twice, first in line {first}",
        "留下正确的一个",
        "keep the right one",
    ),
    "missing-folder": _row(
        "error",
        "没有这个文件夹",
        "there is no such folder",
        "新建 content/ 文件夹，或者在 mkdocs.yml 中用 content_dir 指明它在哪里",
        "make the folder content/, or say in mkdocs.yml with content_dir where it is",
    ),
    "unknown-folder": _row(
        "error",
        "“{name}”不是一类记录",
        "“{name}” is not a kind of record",
        "记录放在 content/ 下各类的文件夹里{nearest_zh}",
        "records stand below content/ in a folder for each kind{nearest_en}",
    ),
    "unknown-file": _row(
        "error",
        "{kind} 里不放这样的文件",
        "{kind} holds no such file",
        "文件名写作 {form}；照片用 changlang photos add 放进 photos/",
        "name it {form}; pictures go into photos/",
    ),
    "link-outside": _row(
        "error",
        "这是一个指到文件夹外面的链接",
        "this is a link that leads out of the folder",
        "把文件本身放进来",
        "put the file itself here",
    ),
    "bad-id": _row(
        "error",
        "“{id}”不能作编号",
        "“{id}” cannot be an id",
        "编号用小写字母、数字和短横线，如 2018-08-01-ship，不超过 80 个字符；不能用 page、year、index",
        "use small letters, digits and hyphens, as in 2018-08-01-ship, at most 80 characters; not page, year or index",
    ),
    "bad-code": _row(
        "error",
        "“{id}”不能作宣传牌编码",
        "“{id}” cannot be a board's code",
        "编码用 3 到 20 个大写字母和数字，如 DT001",
        "use 3 to 20 capital letters and digits, as in DT001",
    ),
    "bad-color": _row(
        "error",
        "“{id}”不是颜色",
        "“{id}” is not a colour",
        '写作井号加六位，并加引号，如 "#a8201a"',
        'write a number sign and six digits in quotes, as in "#a8201a"',
    ),
    "bad-size": _row(
        "error",
        "“{id}”不是宣传牌尺寸",
        "“{id}” is not a board's size",
        "写 A1、A3，或毫米数如 420x594mm",
        "write A1, A3, or millimetres as in 420x594mm",
    ),
    "bad-url": _row(
        "error",
        "“{id}”不是网址",
        "“{id}” is not a web address",
        "写完整的网址，以 https:// 开头",
        "write the whole address, beginning with https://",
    ),
    "bad-date": _row(
        "error",
        "“{key}”的日期“{value}”读不出来",
        "the date “{value}” of “{key}” cannot be read",
        "写作 2018-08-01、2018-08、2018、2016/2020 或 2020?（不确定），并且确有这一天",
        "write 2018-08-01, 2018-08, 2018, 2016/2020 or 2020? (not certain), and a day that exists",
    ),
    "bad-number": _row(
        "error",
        "“{key}”应当是一个合适的数，写的是“{value}”",
        "“{key}” must be a suitable number, but is “{value}”",
        "只写阿拉伯数字，不带单位和千位逗号",
        "write digits only, without a unit or commas",
    ),
    "bad-length": _row(
        "error",
        "“{key}”是空的，或者太长",
        "“{key}” is empty or too long",
        "写一两句话；不需要就删去这个字段",
        "write a sentence or two, or leave the field out",
    ),
    "bad-shape": _row(
        "error",
        "“{key}”的写法不对",
        "“{key}” is not written as it should be",
        "写作 {expected}",
        "write it as {expected}",
    ),
    "unknown-choice": _row(
        "error",
        "“{key}”不能是“{value}”",
        "“{key}” cannot be “{value}”",
        "可以是：{known}{nearest_zh}",
        "it can be: {known}{nearest_en}",
    ),
    "missing-key": _row(
        "error",
        "缺少“{key}”",
        "“{key}” is missing",
        "补上这个字段；各字段的说明见 changlang new",
        "add the field; changlang new shows what each field is",
    ),
    "missing-translation": _row(
        "error",
        "“{field}”缺少 {language} 文字",
        "“{field}” lacks its text in “{language}”",
        "补上译文：成对的文件里，英文写在 .en.md；列表里写作 {{zh: …, en: …}}",
        "add the translation: in a pair of files English stands in .en.md, in a list write {{zh: …, en: …}}",
    ),
    "missing-file": _row(
        "error",
        "缺少另一种语言（{language}）的文件",
        "the file in the other language ({language}) is missing",
        "在旁边新建同名文件，结尾为 .{language}.md（docs 里为另一语言文件夹中的同名文件）",
        "add a file of the same name beside it that ends in .{language}.md (in docs: of the same name in the other language's folder)",
    ),
    "data-in-english": _row(
        "error",
        "英文文件里不写“{key}”",
        "the English file does not hold “{key}”",
        "数据只写在中文文件里；英文文件只写译文{nearest_zh}",
        "data stand in the Chinese file only; the English one holds translations{nearest_en}",
    ),
    "no-front-matter": _row(
        "error",
        "文件开头没有用 --- 围起来的字段",
        "the file does not begin with fields between two lines of ---",
        "第一行写 ---，各字段之后再写一行 ---",
        "write --- in the first line and again after the fields",
    ),
    "not-a-list": _row(
        "error",
        "这个文件应当是一列记录",
        "this file should be a list of records",
        "每条记录以“- id: 编号”开头",
        "begin each record with “- id: …”",
    ),
    "duplicate-id": _row(
        "error",
        "编号“{id}”已经用过：{other}",
        "the id “{id}” is taken already: {other}",
        "换一个编号，或者删去重复的一条",
        "choose another id, or remove the copy",
    ),
    "unknown-id": _row(
        "error",
        "{kind} 里没有“{id}”",
        "there is no “{id}” in {kind}",
        "检查编号{nearest_zh}",
        "check the id{nearest_en}",
    ),
    "bad-link": _row(
        "error",
        "“{link}”不是“种类:编号”",
        "“{link}” is not “kind:id”",
        "写作 event:编号、figure:编号、photo:编号 等{nearest_zh}",
        "write event:id, figure:id, photo:id and so on{nearest_en}",
    ),
    "unsafe-link": _row(
        "error",
        "链接“{what}”不能用",
        "the link “{what}” is not allowed",
        "链接只用 https://、mailto:、tel:、本站页面，或 event:编号 这样的记录",
        "link only to https://, mailto:, tel:, pages of this site, or records as in event:id",
    ),
    "foreign-picture": _row(
        "error",
        "图片“{what}”在别的网站上",
        "the picture “{what}” is on another site",
        "得到许可后把图片放进来再用；否则只写成链接",
        "with permission, put the picture here and use it; otherwise only link to it",
    ),
    "unsafe-html": _row(
        "error",
        "正文里不能写“{what}”",
        "“{what}” must not stand in a text",
        "用 Markdown 写；要让读者看见尖括号，写 &lt;，或放进反引号",
        "write it in Markdown; to show an angle bracket write &lt; or put it between backticks",
    ),
    "withdrawn-reference": _row(
        "error",
        "这里还指着已撤下的“{key}”",
        "this still points at “{key}”, which was withdrawn",
        "删去这处引用，并检查正文里有没有提到它",
        "remove the reference, and see whether the text still speaks of it",
    ),
    "draft-reference": _row(
        "error",
        "这里指着还是草稿的“{key}”",
        "this points at “{key}”, which is still a draft",
        "先公开那条记录（删去 status: draft），或者删去这处引用",
        "publish that record first (delete status: draft), or remove the reference",
    ),
    "same-title": _row(
        "error",
        "标题“{title}”与“{other}”相同",
        "the title “{title}” is that of “{other}” too",
        "把两个标题写得能分清，例如加上年份",
        "make the two titles tell apart, by their year for example",
    ),
    "missing-alt": _row(
        "error",
        "照片“{id}”没有替代文字",
        "the photo “{id}” has no alt text",
        "用 alt: {{zh: …, en: …}} 写出图上看得见的是什么",
        "say with alt: {{zh: …, en: …}} what is to be seen",
    ),
    "bad-answer": _row(
        "error",
        "答案是第 {answer} 项，但只有 {choices} 个选项",
        "the answer is number {answer}, but there are {choices} choices",
        "从 1 数起，写正确选项是第几项",
        "count from 1 and write which choice is right",
    ),
    "no-settings": _row(
        "error",
        "没有可读的 mkdocs.yml",
        "there is no mkdocs.yml that can be read",
        "在站点的文件夹里运行，或用 --config-file 指明；新站点用 changlang new site",
        "run it in the site's folder or name the file with --config-file; a new site begins with changlang new site",
    ),
    "no-options": _row(
        "error",
        "plugins 下没有 changlang 的设置",
        "there are no settings for changlang under plugins",
        "照 README 写上 plugins: - changlang: 和 site_name",
        "write plugins: - changlang: with a site_name, as the README shows",
    ),
    "unknown-option": _row(
        "error",
        "“{key}”不是 changlang 的设置",
        "“{key}” is not a setting of changlang",
        "检查拼写{nearest_zh}",
        "check the spelling{nearest_en}",
    ),
    "bad-option": _row(
        "error",
        "设置“{key}”缺少或写法不对",
        "the setting “{key}” is missing or not written as it should be",
        "两种文字的写作 {{zh: …, en: …}}，其余见 README",
        "write texts as {{zh: …, en: …}}; for the others see the README",
    ),
    "no-site-url": _row(
        "error",
        "没有 site_url，或者不是完整的网址",
        "there is no site_url, or it is not a whole address",
        "写上网站公开后的网址，如 site_url: https://example.org/gfjy/",
        "write the address the site will have, as in site_url: https://example.org/gfjy/",
    ),
    "bad-docs-dir": _row(
        "error",
        "docs_dir 应当是中文的文件夹",
        "docs_dir must be the Chinese folder",
        "写 docs_dir: docs/zh，英文在旁边的 docs/en",
        "write docs_dir: docs/zh; English stands beside it in docs/en",
    ),
    "host-warning": _row(
        "error",
        "生成页面框架时 MkDocs 提示：{text}",
        "while making frames MkDocs warned: {text}",
        "多半是手写页面里的链接或 mkdocs.yml 的设置；照提示改",
        "mostly a link in a hand-written page or a setting in mkdocs.yml; mend what it says",
    ),
    "target-busy": _row(
        "error",
        "另一个进程正在生成这个网站",
        "another build of this site is at work",
        "等它结束再试",
        "try again when it has ended",
    ),
    "target-not-ours": _row(
        "error",
        "目标文件夹里有不是本程序生成的文件",
        "the target folder holds files that were not built here",
        "换一个空文件夹作 --site-dir，以免覆盖别的东西",
        "choose an empty folder for --site-dir, so that nothing else is overwritten",
    ),
    "audit-link": _row(
        "error",
        "链接“{address}”没有对应的文件",
        "the link “{address}” leads to no file",
        "改正指向它的链接；若来自模板，请告诉维护者",
        "mend the link that leads there; if a template wrote it, tell the maintainers",
    ),
    "audit-anchor": _row(
        "error",
        "页面里没有“{address}”这个位置",
        "there is no such place as “{address}”",
        "检查 # 后面的编号是否就是那个标题的编号",
        "check that what follows # is the id of that heading",
    ),
    "audit-foreign": _row(
        "error",
        "页面会向别的网站请求“{address}”",
        "the page would ask another host for “{address}”",
        "把文件放进 docs/assets 再引用，或只写成链接",
        "put the file into docs/assets and use it from there, or only link to it",
    ),
    "audit-lang": _row(
        "error",
        "页面的 lang 是“{lang}”，应为“{expected}”",
        "the page's lang is “{lang}”, not “{expected}”",
        "改正模板中 html 的 lang",
        "mend the lang of html in the template",
    ),
    "audit-heading": _row(
        "error",
        "页面有 {count} 个一级标题，应当正好一个",
        "the page has {count} main headings instead of one",
        "正文里的标题从 ## 写起",
        "begin the headings of a text with ##",
    ),
    "audit-alt": _row(
        "error",
        "图“{picture}”没有给读屏软件的文字",
        "the picture “{picture}” has no text for screen readers",
        "写上替代文字：![图上是什么](文件)",
        "write one: ![what is to be seen](file)",
    ),
    "audit-same-title": _row(
        "error",
        "标题“{text}”与“{other}”相同",
        "the title “{text}” is that of “{other}” too",
        "把两个标题写得能分清",
        "make the two titles tell apart",
    ),
    "audit-same-description": _row(
        "error",
        "说明“{text}”与“{other}”相同",
        "the description “{text}” is that of “{other}” too",
        "为两页各写一句不同的说明或摘要",
        "write a description or summary of its own for each",
    ),
    "audit-unreachable": _row(
        "error",
        "从首页点 {clicks} 次到不了这条记录",
        "this record is more than {clicks} clicks from the home page",
        "给它专栏、日期或标签，使列表里有它",
        "give it a column, a date or a tag, so that a list shows it",
    ),
    "unknown-key": _row(
        "error",
        "“{key}”不是这类记录的字段",
        "“{key}” is not a field of this kind of record",
        "检查拼写，或者删去它{nearest_zh}",
        "check the spelling, or leave it out{nearest_en}",
    ),
    "unknown-unit": _row(
        "error",
        "数据“{figure}”的单位“{unit}”不在单位表里",
        "the unit “{unit}” of the figure “{figure}” is not in the table of units",
        "改成单位表里的名称{nearest_zh}，或者为这条数据写出两种文字的单位，如 unit: {{zh: 个, en: places}}",
        "use a name of the table{nearest_en}, or write this figure's unit in both languages, as in "
        "unit: {{zh: 个, en: places}}",
    ),
    "no-serif-font": _row(
        "notice",
        "这台电脑上没有可用的中文衬线字体（思源宋体），标题改用读者系统自带的宋体",
        "no free Chinese serif font was found on this machine; headings take the reader's own serif",
        "网站仍可发布；要让标题处处一样，请安装 Noto Serif CJK SC（Debian 上是 fonts-noto-cjk 和 "
        "fonts-noto-cjk-extra），再生成一次",
        "the site can be published as it is; for the same headings everywhere install Noto Serif CJK SC "
        "(Debian: fonts-noto-cjk and fonts-noto-cjk-extra) and build again",
    ),
}
