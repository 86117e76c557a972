"""The commands and their exit codes.

0 fine; 1 the content has errors and nothing was written; 2 wrong use or settings; 3 a fault of changlang's own.
"""

from __future__ import annotations

import gc
import re
import sys
import tempfile
import time
import traceback
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import click

from changlang import __version__, pipeline
from changlang.commands.agree import agree
from changlang.commands.base import FAULT, FINE, Command, Session, settings_of
from changlang.commands.boards import boards
from changlang.commands.check import check, code_of
from changlang.commands.kiosk import kiosk
from changlang.commands.new import new
from changlang.commands.photos import photos
from changlang.commands.search import search
from changlang.commands.translation.group import translation
from changlang.console import Console, default_language

EXECUTOR = re.compile(r"local|dask://[^/\s]+:[0-9]{1,5}")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="changlang")
@click.option(
    "--config-file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="The site's mkdocs.yml; otherwise the nearest one from here upwards. 站点的 mkdocs.yml。",
)
@click.option(
    "--language",
    type=click.Choice(["zh", "en"]),
    help="Language of messages; otherwise the environment's. 提示所用的语言。",
)
@click.pass_context
def main(context: click.Context, config_file: Path | None, language: str | None) -> None:
    """A city's records in, one bilingual site out. 一城的双拥记录，双语的长廊。"""
    context.obj = Session(config_file or _nearest_config(), language or default_language())


def _executor(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if EXECUTOR.fullmatch(value):
        return value
    raise click.BadParameter(f"“{value}”: local, dask://HOST:PORT")


@main.command(
    cls=Command,
    examples=("changlang build", "changlang build --site-dir /srv/www/gfjy", "changlang build --drafts"),
)
@click.option("--site-dir", type=click.Path(path_type=Path, file_okay=False), help="Where to build. 生成到哪里。")
@click.option("--drafts", is_flag=True, help="Show drafts too: for previews only. 连同草稿，仅供预览。")
@click.option("--no-samples", is_flag=True, help="Leave sample records out. 不含示例记录。")
@click.option(
    "--jobs", type=click.IntRange(1, 256), help="Processes at once; otherwise one a core. 同时运行的进程数。"
)
@click.option("--clean", is_flag=True, help="Make all anew, keep no earlier release. 全部重新生成，不留旧版。")
@click.option(
    "--executor",
    default="local",
    show_default=True,
    callback=_executor,
    help="Where pictures are derived: local, or a cluster, dask://HOST:PORT. 图片在哪里处理。",
)
@click.pass_obj
def build(
    session: Session,
    site_dir: Path | None,
    drafts: bool,
    no_samples: bool,
    jobs: int | None,
    clean: bool,
    executor: str,
) -> None:
    """Build the web edition: checked before and after, swapped in whole. 生成网站：先查后换，整体替换。"""
    console = Console(session.language)
    settings = replace(settings_of(session, console), drafts=drafts, samples=not no_samples, executor=executor)
    target = (site_dir or settings.site_dir).absolute()
    started = time.perf_counter()
    outcome = pipeline.build(settings, target, jobs=jobs, clean=clean, progress=console.progress)
    console.report(outcome.problems)
    if outcome.written is None:
        console.say("refused")
        sys.exit(code_of(outcome.problems))
    console.say(
        "built",
        pages=outcome.pages,
        written=outcome.written,
        seconds=time.perf_counter() - started,
        target=target,
    )
    for path in outcome.forgotten:
        console.say("forgotten", path=path)


@main.command(cls=Command, examples=("changlang serve", "changlang serve --port 9000"))
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.pass_obj
def serve(session: Session, port: int) -> None:
    """Preview with drafts; reload the browser when something is saved. 带草稿预览，保存即刷新。"""
    from changlang.preview import preview

    console = Console(session.language)
    settings = replace(settings_of(session, console), drafts=True)
    try:
        preview(settings, port, console)
    except OSError as fault:
        raise click.UsageError(f"port {port}: {fault.strerror}") from fault


main.add_command(agree)
main.add_command(boards)
main.add_command(kiosk)
main.add_command(check)
main.add_command(new)
main.add_command(photos)
main.add_command(search)
main.add_command(translation)


def _nearest_config() -> Path:
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file():
            return folder / "mkdocs.yml"
    return here / "mkdocs.yml"


def run() -> NoReturn:
    """The entry point: a fault of ours becomes a log file and exit code 3, never a traceback on the screen."""
    gc.disable()  # a command ends soon; only the preview lives on, and collects after each build
    try:
        main(standalone_mode=True)
    except Exception:
        with tempfile.NamedTemporaryFile(
            "w", prefix="changlang-", suffix=".log", delete=False, encoding="utf-8"
        ) as log:
            log.write(f"changlang {__version__}\n{' '.join(sys.argv)}\n\n{traceback.format_exc()}")
        Console(default_language(), "json").say("fault", log=log.name)
        sys.exit(FAULT)
    sys.exit(FINE)
