"""`python -m changlang`, and what the installed command begins with.

Processes that make pictures load their main file again, so this one loads the commands only when it is run.
"""

from __future__ import annotations

from typing import NoReturn


def run() -> NoReturn:
    from changlang import cli

    cli.run()


if __name__ == "__main__":
    run()
