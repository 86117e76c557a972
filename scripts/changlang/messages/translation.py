"""Translation: English that is missing, stale or not confirmed."""

from __future__ import annotations

from changlang.messages.row import Rows, row

ROWS: Rows = {
    "stale-translation": row(
        "error",
        "“{id}”的中文在核对之后改过，译文过时了",
        "the Chinese of “{id}” changed after its English was confirmed",
        "用 changlang translation diff 看改了什么，改好译文，再 changlang translation confirm；或者在 mkdocs.yml 的 translation 里改用 notice",
        "see what changed with changlang translation diff, mend the English, then changlang translation confirm; or set translation to notice in mkdocs.yml",
    ),
    "old-translation": row(
        "notice",
        "“{id}”的译文过时了，英文页面上有一句说明",
        "the English of “{id}” is older than its Chinese; its page says so",
        "用 changlang translation diff 看中文改了什么，改好译文，再 changlang translation confirm",
        "see what changed with changlang translation diff, mend the English, then changlang translation confirm",
    ),
    "no-translation": row(
        "notice",
        "“{id}”还缺英文，英文版里显示中文",
        "“{id}” lacks English; the English edition shows the Chinese",
        "写好英文；缺哪些，changlang translation status 会列出来",
        "write the English; changlang translation status lists what is missing",
    ),
    "hidden-translation": row(
        "notice",
        "“{id}”没有当前的英文，不在英文版里",
        "“{id}” has no English that is up to date and is not in the English edition",
        "写好或改好英文，再 changlang translation confirm；状态用 changlang translation status 看",
        "write or mend the English, then changlang translation confirm; changlang translation status shows the state",
    ),
    "draft-translation": row(
        "warning",
        "“{id}”的英文还没有人核对过",
        "nobody has confirmed the English of “{id}” yet",
        "对照中文读一遍，再 changlang translation confirm",
        "read it beside the Chinese, then changlang translation confirm",
    ),
    "bad-confirmed": row(
        "error",
        "“{id}”不是中文文本的摘要",
        "“{id}” is no digest of a Chinese text",
        "不要手写 confirmed；删掉这一行，核对译文后用 changlang translation confirm 写入",
        "confirmed is not written by hand: delete the line, compare the texts and write it with changlang translation confirm",
    ),
}
