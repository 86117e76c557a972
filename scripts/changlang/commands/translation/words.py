"""What `changlang translation` says, in both languages."""

from __future__ import annotations

import click

from changlang.commands.base import Session

STATES = {
    "missing": {"zh": "缺译", "en": "missing"},
    "stale": {"zh": "过时", "en": "stale"},
    "draft": {"zh": "未核对", "en": "draft"},
    "confirmed": {"zh": "已核对", "en": "confirmed"},
}
# Why something that a translator handed back is refused.
REFUSED = {
    "no-record": {"zh": "站点里没有“{what}”", "en": "the site has no “{what}”"},
    "no-field": {"zh": "这条记录没有“{what}”这一项", "en": "this record has no text “{what}”"},
    "lost": {"zh": "译文丢了 {what}，照中文补上", "en": "the English lost {what}: put it back as in the Chinese"},
    "hidden": {"zh": "译文里有看不见的字符 {what}", "en": "the English holds an invisible character, {what}"},
    "added": {"zh": "译文多了 {what}，中文里没有", "en": "the English adds {what}, which the Chinese has not"},
}
WORDS = {
    "exported": {"zh": "已写出 {count} 条记录：{file}", "en": "wrote {count} records to {file}"},
    "unreadable": {
        "zh": "{file} 第 {line} 行：不是 changlang 写出的 XLIFF 2.0（{reason}）；没有写任何文件",
        "en": "{file}, line {line}: not the XLIFF 2.0 that changlang wrote ({reason}); nothing was written",
    },
    "not-imported": {"zh": "没有写任何文件。", "en": "nothing was written."},
    "imported": {"zh": "{key}：{count} 处译文，{state}", "en": "{key}: texts changed: {count}; {state}"},
    "older": {
        "zh": "{key}：中文在送译之后改过，译文可能不对应；看 changlang translation diff",
        "en": "{key}: the Chinese changed after it was sent; compare the texts before you confirm them",
    },
    "file-written": {"zh": "已写入 {file}", "en": "wrote {file}"},
    "unwritable": {
        "zh": "{file} 的写法无法自动改动，请手工改；没有写任何文件",
        "en": "{file} cannot be changed by program; change it by hand. Nothing was written",
    },
    "no-record": {"zh": "没有“{name}”这条记录", "en": "there is no record “{name}”"},
    "several": {"zh": "“{name}”不止一条，请写全：{near}", "en": "“{name}” is more than one; write {near}"},
    "broken": {
        "zh": "有 {count} 处错误，有错的记录没有列出；先运行 changlang check",
        "en": "records with faults are not listed ({count} faults): run changlang check first",
    },
    "refused": {
        "zh": "{key} 还缺英文（{fields}），不能算已核对；没有写任何文件",
        "en": "{key} still lacks English ({fields}) and cannot be confirmed; nothing was written",
    },
    "confirmed": {"zh": "已核对 {key}，写入 {file}", "en": "confirmed {key} in {file}"},
    "already": {"zh": "{key} 早已核对，没有改动", "en": "{key} was confirmed already"},
    "by-hand": {
        "zh": "{file} 的写法无法自动改动；请在 {key} 处手工加上 confirmed: {digest}",
        "en": "{file} cannot be changed by program; add confirmed: {digest} to {key} by hand",
    },
    "none": {"zh": "没有要核对的草稿。", "en": "there are no drafts to confirm."},
    "nothing": {"zh": "请写编号，或写 --all-drafts", "en": "name records, or say --all-drafts"},
    "same": {"zh": "{key} 的中文自核对以来没有变。", "en": "the Chinese of {key} is what it was when confirmed."},
    "never": {
        "zh": "{key} 的译文从未核对过，没有可比的中文。",
        "en": "the English of {key} was never confirmed, so there is nothing to compare with.",
    },
    "forgotten": {
        "zh": "{key} 核对时的中文（{digest}）已找不到：缓存里没有，git 历史里也没有。请通读一遍中英文，再核对。",
        "en": "what the Chinese of {key} was when it was confirmed ({digest}) is known neither to the cache nor to "
        "git; read both texts, then confirm.",
    },
}


def say(session: Session, word: str, *, err: bool = False, **values: object) -> None:
    click.echo(WORDS[word][session.language].format(**values), err=err)
