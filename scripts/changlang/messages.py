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
    "unknown-key": _row(
        "error",
        "“{key}”不是这类记录的字段",
        "“{key}” is not a field of this kind of record",
        "{nearest_zh}",
        "{nearest_en}",
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
