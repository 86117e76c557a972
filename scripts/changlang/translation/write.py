"""What a confirmation or a translator's work writes: one record's English, into the file where it stands."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from changlang.model import Record
from changlang.translation.edit import set_front, set_value
from changlang.translation.ledger import Row


def confirmed(text: str, row: Row, digest: str) -> str:
    """The file that a record's English stands in, with the digest of the Chinese that it was compared with."""
    index = row.record.origin.index if isinstance(row.record, Record) else None
    if index is None:
        return set_front(text, ("confirmed",), digest)
    return set_value(text, (index, "confirmed"), digest)


def rewrite(path: Path, change: Callable[[str], str]) -> None:
    """Changes a file as a whole: whoever reads it meanwhile finds the former text or the new one, never a part."""
    place = path.resolve()
    text = place.read_bytes().decode("utf-8")
    made = change(text)
    temporary = place.with_name(f".{place.name}.{os.getpid()}.tmp")
    temporary.write_bytes(made.encode("utf-8"))
    shutil.copymode(place, temporary)
    temporary.replace(place)
