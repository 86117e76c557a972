"""`changlang boards`: artwork of boards, and whether their codes can be read and still open."""

from __future__ import annotations

from typing import Any

import click


class _Boards(click.Group):
    """`changlang boards YC001` makes artwork as `changlang boards make YC001` does: codes are no commands."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        named = args[0] if args else ""
        if named not in self.commands and named not in context.help_option_names:
            args = ["make", *args]
        return super().parse_args(context, args)


@click.group(cls=_Boards, subcommand_metavar="[CODE]... | COMMAND [ARGS]...")
def boards(**_: Any) -> None:
    """Artwork of boards in the street, and whether their codes open. 街头宣传牌：制作、检验。"""
