"""The audit: what a built site may not have."""

from __future__ import annotations

from changlang.messages.row import Rows, row

ROWS: Rows = {
    "audit-link": row(
        "error",
        "链接“{address}”没有对应的文件",
        "the link “{address}” leads to no file",
        "改正指向它的链接；若来自模板，请告诉维护者",
        "mend the link that leads there; if a template wrote it, tell the maintainers",
    ),
    "audit-anchor": row(
        "error",
        "页面里没有“{address}”这个位置",
        "there is no such place as “{address}”",
        "检查 # 后面的编号是否就是那个标题的编号",
        "check that what follows # is the id of that heading",
    ),
    "audit-foreign": row(
        "error",
        "页面会向别的网站请求“{address}”",
        "the page would ask another host for “{address}”",
        "把文件放进 docs/assets 再引用，或只写成链接",
        "put the file into docs/assets and use it from there, or only link to it",
    ),
    "audit-lang": row(
        "error",
        "页面的 lang 是“{lang}”，应为“{expected}”",
        "the page's lang is “{lang}”, not “{expected}”",
        "改正模板中 html 的 lang",
        "mend the lang of html in the template",
    ),
    "audit-heading": row(
        "error",
        "页面有 {count} 个一级标题，应当正好一个",
        "the page has {count} main headings instead of one",
        "正文里的标题从 ## 写起",
        "begin the headings of a text with ##",
    ),
    "audit-alt": row(
        "error",
        "图“{picture}”没有给读屏软件的文字",
        "the picture “{picture}” has no text for screen readers",
        "写上替代文字：![图上是什么](文件)",
        "write one: ![what is to be seen](file)",
    ),
    "audit-same-title": row(
        "error",
        "标题“{text}”与“{other}”相同",
        "the title “{text}” is that of “{other}” too",
        "把两个标题写得能分清",
        "make the two titles tell apart",
    ),
    "audit-same-description": row(
        "error",
        "说明“{text}”与“{other}”相同",
        "the description “{text}” is that of “{other}” too",
        "为两页各写一句不同的说明或摘要",
        "write a description or summary of its own for each",
    ),
    "audit-unreachable": row(
        "error",
        "从首页点 {clicks} 次到不了这条记录",
        "this record is more than {clicks} clicks from the home page",
        "给它专栏、日期或标签，使列表里有它",
        "give it a column, a date or a tag, so that a list shows it",
    ),
}
