"""What the person at the keyboard sees: words in their language, problems one a line, progress where it can move."""

from __future__ import annotations

import json
import locale
import os
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

import click

from changlang.problems import FORMATS, Problem, in_order, severity

WORDS = {
    "built": {
        "zh": "已生成 {pages} 个页面，写出 {written} 个文件，用时 {seconds:.1f} 秒：{target}",
        "en": "built {pages} pages, wrote {written} files in {seconds:.1f} s: {target}",
    },
    "forgotten": {
        "zh": "里面有这次撤下或改掉的内容，已删除，需要时请重新生成：{path}",
        "en": "deleted, for it held what is gone from the site; make it again where it is needed: {path}",
    },
    "kiosk": {
        "zh": "触摸屏展览已生成：{target}，{pages} 个页面，{files} 个文件，用时 {seconds:.1f} 秒；压缩包：{archive}",
        "en": "kiosk of {pages} pages, {files} files, made in {seconds:.1f} s: {target}; as an archive: {archive}",
    },
    "checked": {"zh": "检查完毕，没有问题。", "en": "checked: no problems."},
    "summary": {
        "zh": "{error} 个错误，{warning} 个警告，{notice} 条提示",
        "en": "errors: {error}, warnings: {warning}, notices: {notice}",
    },
    "nothing-to-fix": {"zh": "没有可以自动改好的地方。", "en": "nothing to mend."},
    "fix-these": {"zh": "以上改动写入 {count} 个文件？", "en": "Write these changes to files ({count})?"},
    "not-fixed": {
        "zh": "没有写任何文件；要写入，加 --yes。",
        "en": "nothing was written; add --yes to write these changes.",
    },
    "fixed": {"zh": "已改好：{path}", "en": "mended {path}"},
    "refused": {"zh": "有错误，没有写出任何文件。", "en": "There are errors; nothing was written."},
    "fault": {
        "zh": "changlang 自身出了故障，不是您的内容有错。详情已写入：{log}",
        "en": "changlang itself failed; your content is not at fault. Details are in {log}",
    },
    "created": {"zh": "已新建：{path}", "en": "created {path}"},
    "serving": {
        "zh": "预览地址：{url}（含草稿；按 Ctrl+C 结束）",
        "en": "preview at {url} (with drafts; Ctrl+C ends it)",
    },
    "rebuilt": {
        "zh": "已更新 {written} 个文件，{seconds:.2f} 秒",
        "en": "updated {written} files in {seconds:.2f} s",
    },
    "added": {
        "zh": "新放入 {added} 张照片，已有的 {present} 张没有动。",
        "en": "pictures added: {added}; there already and left alone: {present}",
    },
    "drafted": {
        "zh": "草稿在 {path}：写好 caption 和 alt，核对日期，再删去 status 一行",
        "en": "drafts are in {path}: write caption and alt, look at the date, then delete the line status",
    },
    "written": {"zh": "已写出：{path}", "en": "wrote {path}"},
    "faces": {"zh": "找人脸", "en": "looking for faces"},
    "faces-found": {
        "zh": "看了 {looked} 幅，其中 {found} 幅可能有人脸；预览：{path}（人脸没有遮住，不要外传；程序会看漏）",
        "en": "pictures looked at: {looked}; with what may be faces: {found}. Shown, not hidden, in {path}: "
        "do not pass it on. The program misses some faces",
    },
    "faces-ask": {"zh": "把这一行写进草稿“{id}”吗？", "en": "Write this into the draft “{id}”?"},
    "faces-published": {
        "zh": "“{id}”是公开的记录，不会自动改动；看过预览后请手工写入",
        "en": "“{id}” is published and never changed by program; look at the sheet and write it by hand",
    },
    "faces-by-hand": {
        "zh": "“{id}”的写法无法自动改动，请手工写入",
        "en": "the record of “{id}” cannot be changed by program; write it by hand",
    },
    "inbox": {"zh": "对照已有的照片", "en": "comparing with what is there"},
    "examine": {"zh": "逐张查看", "en": "looking at each picture"},
    "likeness": {"zh": "查找相似的照片", "en": "looking for pictures that are alike"},
    "copy": {"zh": "复制", "en": "copying"},
    "pictures": {"zh": "制作各种尺寸的图片", "en": "making pictures in every size"},
    "media": {"zh": "检查录音和影片", "en": "checking sound and films"},
    "printed": {
        "zh": "已制作 {works} 件印刷稿，二维码逐一读回无误，用时 {seconds:.1f} 秒：{target}",
        "en": "made {works} artworks, every code read back, in {seconds:.1f} s: {target}",
    },
    "verify": {"zh": "读回二维码", "en": "reading codes back"},
    "artwork": {"zh": "制作印刷稿", "en": "making artwork"},
    "read": {"zh": "读取与检查", "en": "reading and checking"},
    "frames": {"zh": "准备页面框架", "en": "preparing frames"},
    "pages": {"zh": "生成页面", "en": "making pages"},
    "audit": {"zh": "审查成品", "en": "auditing what was built"},
    "swap": {"zh": "换上新站", "en": "swapping it in"},
}


def default_language() -> str:
    """Chinese where the environment's locale is Chinese, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


@dataclass
class Console:
    """Speaks one language and one format. In the formats for machines, standard output holds problems only."""

    language: str
    format: str = "text"
    _shown: tuple[str, float] = field(default=("", 0.0))

    def say(self, word: str, **values: object) -> None:
        click.echo(self.word(word, **values), err=self.format != "text")

    def word(self, word: str, **values: object) -> str:
        """A sentence in the language of whoever is at the keyboard."""
        return WORDS[word][self.language].format(**values)

    def report(self, problems: Iterable[Problem]) -> None:
        """Every problem, then how many there were of each severity."""
        found = in_order(problems)
        for item in found:
            click.echo(FORMATS[self.format](item, self.language))
        if found:
            counts = {
                level: sum(severity(item) == level for item in found) for level in ("error", "warning", "notice")
            }
            self.say("summary", **counts)

    def progress(self, stage: str, done: int, total: int) -> None:
        """A moving line on a terminal; elsewhere one plain line a stage. Nothing for what is done at once."""
        if stage not in WORDS or self.format != "text":
            return
        label, now = WORDS[stage][self.language], time.monotonic()
        if sys.stderr.isatty():
            self._move(stage, label, done, total, now)
        elif stage != self._shown[0] and total >= 500:
            self._shown = (stage, now)
            click.echo(label, err=True)

    def _move(self, stage: str, label: str, done: int, total: int, now: float) -> None:
        if stage == self._shown[0] and done < total and now - self._shown[1] < 0.1:
            return
        self._shown = (stage, now)
        bar = f" {done}/{total}" if total else ""
        click.echo(f"\r\x1b[K{label}{bar}" + ("\r\x1b[K" if done >= total else ""), nl=False, err=True)


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
