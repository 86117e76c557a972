"""`changlang search QUESTION`: asks a built site just what its search page would."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from changlang.commands.base import FINE, USE, Command, Session, settings_of
from changlang.console import Console
from changlang.model.languages import Language


@click.command(
    cls=Command,
    examples=(
        "changlang search 国防教育",
        "changlang search zgh",
        'changlang search "open day" --lang en --kind event --site-dir /srv/www/gfjy',
    ),
)
@click.argument("question")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Whose pages. 文种。")
@click.option("--site-dir", type=click.Path(path_type=Path, file_okay=False), help="The built site. 生成的网站。")
@click.option("--kind", help="Only event, person, photo, … 只要这一类。")
@click.option("--column", help="Only this column's, by its id. 只要这个专栏（编号）。")
@click.option("--year", help="Only this year's. 只要这一年。")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many at most. 最多几条。")
@click.pass_obj
def search(
    session: Session,
    question: str,
    lang: Language,
    site_dir: Path | None,
    kind: str | None,
    column: str | None,
    year: str | None,
    limit: int,
) -> None:
    """Ask the built site's own index; print a line of JSON a result. 搜索已生成的网站，每条结果一行 JSON。"""
    from changlang.steps.search import answer

    console = Console(session.language)
    site = (site_dir or settings_of(session, console).site_dir).absolute()
    chosen = {name: value for name, value in (("kind", kind), ("column", column), ("year", year)) if value}
    found, problems = answer(site, lang, question, limit, chosen)
    console.report(problems)
    if found is None:
        sys.exit(USE)
    for result in found.results:
        click.echo(json.dumps(asdict(result), ensure_ascii=False))
    sys.exit(FINE)
