"""Chinese texts as they were when their English was confirmed, by their digest: what `diff` compares with.

The memory stands in the cache. Losing it costs the former wording of sites that are not in git, and nothing else.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from changlang.translation.ledger import Translatable
from changlang.translation.state import digest, pairs

Texts = tuple[tuple[str, str], ...]


def chinese(record: Translatable) -> Texts:
    """(field, Chinese text) of a record in the order of its fields; a field is named as in `honours.title`."""
    return tuple((field(pair.path), pair.zh) for pair in pairs(record))


def field(path: tuple[str | int, ...]) -> str:
    return ".".join(step for step in path if isinstance(step, str)) or "zh"


def remember(cache: Path, record: Translatable) -> None:
    """Keeps the Chinese texts of a record that is confirmed, or just was."""
    path = _place(cache, digest(record))
    if path.is_file():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    temporary.write_text(json.dumps(chinese(record), ensure_ascii=False), "utf-8")
    temporary.replace(path)


def recall(cache: Path, confirmed: str) -> Texts | None:
    """The texts that a digest stands for; None where they are not known, or what is kept is damaged."""
    try:
        return tuple((str(name), str(text)) for name, text in json.loads(_place(cache, confirmed).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _place(cache: Path, name: str) -> Path:
    return cache / "confirmed" / f"{name}.json"
