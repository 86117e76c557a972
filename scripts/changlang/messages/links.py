"""Links: between records, from bodies, to what was withdrawn."""

from __future__ import annotations

from changlang.messages.row import Rows, row

ROWS: Rows = {
    "unknown-id": row(
        "error",
        "{kind} 里没有“{id}”",
        "there is no “{id}” in {kind}",
        "检查编号{nearest_zh}",
        "check the id{nearest_en}",
    ),
    "bad-link": row(
        "error",
        "“{link}”不是“种类:编号”",
        "“{link}” is not “kind:id”",
        "写作 event:编号、figure:编号、photo:编号 等{nearest_zh}",
        "write event:id, figure:id, photo:id and so on{nearest_en}",
    ),
    "broken-link": row(
        "error",
        "没有“{link}”这个页面或文件",
        "there is no page or file “{link}”",
        "手写页面之间写文件名，如 corrections.md；图片放在 docs/assets/{nearest_zh}",
        "between hand-written pages write the file's name, as in corrections.md; pictures stand in docs/assets/{nearest_en}",
    ),
    "unsafe-link": row(
        "error",
        "链接“{what}”不能用",
        "the link “{what}” is not allowed",
        "链接只用 https://、mailto:、tel:、本站页面，或 event:编号 这样的记录",
        "link only to https://, mailto:, tel:, pages of this site, or records as in event:id",
    ),
    "foreign-picture": row(
        "error",
        "图片“{what}”在别的网站上",
        "the picture “{what}” is on another site",
        "得到许可后把图片放进来再用；否则只写成链接",
        "with permission, put the picture here and use it; otherwise only link to it",
    ),
    "unsafe-html": row(
        "error",
        "正文里不能写“{what}”",
        "“{what}” must not stand in a text",
        "用 Markdown 写；要让读者看见尖括号，写 &lt;，或放进反引号",
        "write it in Markdown; to show an angle bracket write &lt; or put it between backticks",
    ),
    "withdrawn-reference": row(
        "error",
        "“{by}”还指着已撤下的“{key}”",
        "“{by}” still points at “{key}”, which was withdrawn",
        "删去这处引用，并检查正文里有没有提到它",
        "remove the reference, and see whether the text still speaks of it",
    ),
    "draft-reference": row(
        "error",
        "“{by}”指着还是草稿的“{key}”",
        "“{by}” points at “{key}”, which is still a draft",
        "先公开那条记录（删去 status: draft），或者删去这处引用",
        "publish that record first (delete status: draft), or remove the reference",
    ),
    "same-title": row(
        "error",
        "标题“{title}”与“{other}”相同",
        "the title “{title}” is that of “{other}” too",
        "把两个标题写得能分清，例如加上年份",
        "make the two titles tell apart, by their year for example",
    ),
}
