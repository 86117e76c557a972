"""The kiosk: what its folder may not have."""

from __future__ import annotations

from changlang.messages.row import Rows, row

ROWS: Rows = {
    "kiosk-outside": row(
        "error",
        "触摸屏页面上有通向文件夹之外的“{address}”",
        "a page of the kiosk leads out of its folder: “{address}”",
        "展厅的屏幕没有网络，也不能让观众走出展览；从站点自己的模板里去掉它，或写成正文里的链接，那会变成二维码",
        "a hall's screen has no network and must not let visitors out: take it out of the site's own template, or write it as a link in a text, which becomes a QR code",
    ),
    "kiosk-link": row(
        "error",
        "触摸屏页面上的“{address}”在文件夹里没有对应的页面或位置",
        "“{address}” on a page of the kiosk is no page or place of its folder",
        "链接要写到 index.html；正文里的图片放进 photos/，用 ![](photo:编号) 引用",
        "a link names the index.html; a picture of a text belongs into photos/ and is shown by ![](photo:ID)",
    ),
    "kiosk-code": row(
        "error",
        "网址有 {length} 个字符，二维码在屏幕上会密得扫不出来（最多 {longest} 个）：{address}",
        "the address has {length} signs, too many for a QR code that a phone reads from a screen (at most {longest}): {address}",
        "换成短一些的网址，去掉问号后面的跟踪参数",
        "use a shorter address; leave out what follows the question mark where it only tracks",
    ),
}
