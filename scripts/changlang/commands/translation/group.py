"""`changlang translation`: what is translated, and against which Chinese."""

from __future__ import annotations

import click

from changlang.commands.translation.confirm import confirm_command
from changlang.commands.translation.diff import diff_command
from changlang.commands.translation.export import export_command
from changlang.commands.translation.importing import import_command
from changlang.commands.translation.status import status_command


@click.group()
def translation() -> None:
    """What is translated, what has to be done again. 译文状态：缺译、过时、未核对、已核对。"""


for _command in (status_command, confirm_command, diff_command, export_command, import_command):
    translation.add_command(_command)
