"""Language: official names, punctuation, numbers and dates as they are printed."""

from __future__ import annotations

from changlang.messages.row import Rows, row

ROWS: Rows = {
    "unwritten": row(
        "error",
        "“{field}”还没有写：“{written}”",
        "“{field}” is still to be written: “{written}”",
        "写好再公开；没写好就保留 status: draft",
        "write it before it is published; until then keep status: draft",
    ),
    "punctuation": row(
        "warning",
        "标点不合规范：“{written}”",
        "this punctuation breaks the rules of print: “{written}”",
        "写作“{mended}”；changlang check --fix 能改好有把握的几种",
        "write “{mended}”; changlang check --fix mends what is sure",
    ),
    "unpaired": row(
        "warning",
        "引号或括号不成对：“{written}”",
        "a quotation mark or bracket has no partner: “{written}”",
        "在同一段里补上另一半，或者删去这一个",
        "add its other half in the same paragraph, or take this one out",
    ),
    "spacing": row(
        "warning",
        "空格多了：“{written}”",
        "a space too many: “{written}”",
        "写作“{mended}”；changlang check --fix 能改好",
        "write “{mended}”; changlang check --fix does it",
    ),
    "number-form": row(
        "warning",
        "数字的写法不统一：“{written}”",
        "a number in another form than elsewhere: “{written}”",
        "写作“{mended}”：数字用半角，中文不加千分位逗号，起止用—或～",
        "write “{mended}”: narrow digits, in Chinese no commas between thousands, ranges with — or ～",
    ),
    "date-form": row(
        "warning",
        "日期的写法不统一：“{written}”",
        "a date in another form than elsewhere: “{written}”",
        "写作“{mended}”：中文用年月日写全，英文用日月年",
        "write “{mended}”: year, month and day in Chinese, day month year in English",
    ),
    "near-name": row(
        "warning",
        "“{written}”和已知的名称“{name}”只差一个字",
        "“{written}” is one character off the known name “{name}”",
        "改成“{name}”；如果确是另一个名称，就在 content/terms/ 或 content/people/ 里给它一条记录",
        "write “{name}”; if it is another name indeed, give it a record in content/terms/ or content/people/",
    ),
    "numbers-differ": row(
        "error",
        "中文和英文（{other}）的数字不一致。{reason_zh}",
        "the numbers of the two languages disagree (the other place: {other}); {reason_en}",
        "照原材料改正其中一种文字；确实不用改的，在上一行写明理由：# numbers: ok – 理由（正文的，写在 --- 前的最后一行）",
        "correct one language from the source; if it is right as it stands, say why in the line above: # numbers: ok – reason (for a body in the last line before ---)",
    ),
    "numbers-silenced": row(
        "notice",
        "数字不一致，已有人说明理由：{why}。{reason_zh}；另一处 {other}",
        "numbers disagree, and somebody gave a reason: {why}; {reason_en} (the other place: {other})",
        "审阅时请核对这个理由是否成立",
        "whoever reviews the site should see whether the reason holds",
    ),
    "numbers-no-reason": row(
        "error",
        "numbers: ok 后面没有写理由",
        "numbers: ok is written without a reason",
        "写成 # numbers: ok – 理由，说明两种文字为什么可以不同",
        "write # numbers: ok – reason and say why the two languages may differ",
    ),
    "numbers-unused": row(
        "warning",
        "这里的 numbers: ok 用不上：它管到的几行没有不一致的数字",
        "this numbers: ok has nothing to silence: no numbers disagree in the lines that it is about",
        "删去这一行说明",
        "remove the comment",
    ),
    "figure-by-hand": row(
        "notice",
        "“{written}”是手写的数字，本页的数据“{id}”已有这个数",
        "“{written}” is written by hand, and a figure of this page, “{id}”, holds that number",
        "改写成 {{figure:{id}}}，页面上就是“{shown}”，并链接到它的出处；数字以后只改一处",
        "write {{figure:{id}}}: the page shows “{shown}” with a link to its source, and the number is kept in one place",
    ),
    "term-missing": row(
        "warning",
        "中文写了“{zh}”，英文（{other}）里没有它的定名“{en}”",
        "the Chinese has “{zh}”, and its English ({other}) has not the approved “{en}”",
        "英文改用“{en}”；定名本身要改，就改 content/terms/ 里的那一条",
        "write “{en}” in the English; to change the approved name itself, change its entry in content/terms/",
    ),
    "term-avoided": row(
        "warning",
        "“{form}”是不用的写法（另一种文字在 {other}）",
        "“{form}” is a form to be avoided (the other language: {other})",
        "改成“{approved}”；不用的写法列在 content/terms/ 那一条的 avoid 里",
        "write “{approved}”; forms to be avoided are listed under avoid in content/terms/",
    ),
}
