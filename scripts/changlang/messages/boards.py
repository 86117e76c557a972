"""Boards in the street: the ledger of printed codes."""

from __future__ import annotations

from changlang.messages.row import Rows, row

ROWS: Rows = {
    "bad-ledger": row(
        "error",
        "印码登记簿的这一行读不懂，或者编码重复：{line}",
        "this line of the ledger of printed codes cannot be read, or its code comes twice: {line}",
        "登记簿由 changlang boards 写入；用 git 恢复这一行原来的样子，不要手改",
        "changlang boards writes the ledger; restore the line as it was from git, and do not edit it by hand",
    ),
}
