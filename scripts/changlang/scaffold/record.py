"""A new record: its file or pair of files, every field there, the optional ones as comments to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from changlang.model.kinds import KINDS
from changlang.scaffold.fields import FIELDS, Field

DRAFT = "status: draft  # 写好后删去本行，才会公开 · delete this line to publish"
KEY = {"boards": "code"}
BODY = "在此写正文。链接写作 `[文字](event:活动编号)`，数据写作 `{figure:数据编号}`。"


def new_record(folder: str, ident: str, column: str) -> Mapping[str, str]:
    """Path below `content/` → text, for a draft of one kind (`KINDS`) that passes the check as it is.

    `column` is the id of a column of the site, for kinds that must have one.
    """
    if KINDS[folder].pairs:
        return {f"{folder}/{ident}.zh.md": _chinese(folder, column), f"{folder}/{ident}.en.md": _english(folder)}
    return {f"{folder}/{ident.lower()}.yml": _item(folder, ident)}


def _chinese(folder: str, column: str) -> str:
    fields = [field._replace(value=column) if field.name == "column" else field for field in FIELDS[folder]]
    return "---\n" + "\n".join([*_lines(fields), DRAFT]) + f"\n---\n\n{BODY}\n"


def _english(folder: str) -> str:
    lines = []
    for field in FIELDS[folder]:
        if field.english:
            lines.append(f"{'' if field.needed else '# '}{field.name}: {field.english}")
    return "---\n" + "\n".join(lines) + "\n---\n\nWrite the English text here.\n"


def _item(folder: str, ident: str) -> str:
    key = KEY.get(folder, "id")
    first = [] if folder == "terms" else [f"{key}: {ident}"]
    lines = [*first, *_lines(FIELDS[folder]), DRAFT]
    return "- " + "\n  ".join(lines) + "\n"


def _lines(fields: Iterable[Field]) -> list[str]:
    return [written_line(field) for field in fields]


def written_line(field: Field) -> str:
    """A field as a line of YAML with its help, or as a comment where it may be left out."""
    text = f"{'' if field.needed else '# '}{field.name}: {field.value}"
    return f"{text}  # {field.help}" if field.help else text
