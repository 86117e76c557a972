"""What every problem says, in Chinese and English: one table for each area, all of them together `MESSAGES`.

A row is a code, its severity, and the message and hint in both languages; `{name}` is filled from the problem's
arguments. Adding a row asks for a sample in `tests/sites/bad/<code>/` and an entry in `docs/manual/problems.md`;
a test holds the three lists equal.
"""

from __future__ import annotations

from changlang.messages import (
    audit,
    boards,
    files,
    kiosk,
    language,
    links,
    media,
    photos,
    prints,
    records,
    site,
    translation,
)
from changlang.messages.row import Rows

MESSAGES: Rows = {
    **files.ROWS,
    **records.ROWS,
    **links.ROWS,
    **boards.ROWS,
    **prints.ROWS,
    **photos.ROWS,
    **media.ROWS,
    **translation.ROWS,
    **language.ROWS,
    **site.ROWS,
    **audit.ROWS,
    **kiosk.ROWS,
}
