"""`check --fix` mends what is sure and nothing else. Yunchuan 云川 and all that is told of it is invented."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner, Result

from changlang.cli import main
from changlang.settings import Settings

Write = Callable[[dict[str, str]], Settings]
BRIDGE = "content/events/2020-bridge"
CHINESE = """---
# 桥的事, 先放着
title: 军民架桥:一座
date: 2020   # 年份, 待核
column: together
---

镇上和营里架了一座桥,人人都说"好"(桥在城东).

`a,b` 不动,见[桥](event:2020-bridge),约在2020-05-04，1,000人。
"""
MENDED = """---
# 桥的事, 先放着
title: 军民架桥：一座
date: 2020   # 年份, 待核
column: together
---

镇上和营里架了一座桥，人人都说“好”（桥在城东）。

`a,b` 不动，见[桥](event:2020-bridge)，约在2020-05-04，1,000人。
"""
ENGLISH = (
    "---\ntitle: The bridge\n---\n\nTown and barracks' bridge... is \"good\", and `it's` left, on May 4, 2020.\n"
)
TAGS = """# 标签, 一行一个
- id: water
  title: {zh: "水利,云川", en: Water works}
- id: sport
  title: {zh: 体育 运动, en: "The town's sport"} # 留着, 别动
"""


def fix(settings: Settings, *options: str, say: str = "") -> Result:
    words = ["--config-file", str(settings.config_file), "--language", "en", "check", "--fix", *options]
    return CliRunner().invoke(main, words, input=say)


def files(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file() and ".cache" not in path.parts}


def site(written: Write) -> Settings:
    return written({f"{BRIDGE}.zh.md": CHINESE, f"{BRIDGE}.en.md": ENGLISH, "content/tags/tags.yml": TAGS})


def test_the_sure_ones_are_mended_and_every_other_sign_stays(written: Write) -> None:
    settings = site(written)
    before = files(settings.root)
    result = fix(settings, "--yes")

    assert (settings.root / f"{BRIDGE}.zh.md").read_text("utf-8") == MENDED
    english = (settings.root / f"{BRIDGE}.en.md").read_text("utf-8")
    assert "barracks’ bridge… is “good”, and `it's` left, on May 4, 2020." in english
    tags = (settings.root / "content/tags/tags.yml").read_text("utf-8")
    assert tags == TAGS.replace("水利,云川", "水利，云川").replace("town's", "town’s")
    changed = {path.name for path, data in files(settings.root).items() if before[path] != data}
    assert changed == {"2020-bridge.zh.md", "2020-bridge.en.md", "tags.yml"}
    assert "mended content/tags/tags.yml" in result.stdout


def test_a_second_run_has_nothing_to_do(written: Write) -> None:
    settings = site(written)
    fix(settings, "--yes")
    before = files(settings.root)

    assert "nothing to mend" in fix(settings, "--yes").stdout
    assert files(settings.root) == before


def test_the_changes_are_shown_first_and_nothing_is_written_unasked(written: Write) -> None:
    settings = site(written)
    before = files(settings.root)
    result = fix(settings)

    assert "-title: 军民架桥:一座\n+title: 军民架桥：一座\n" in result.stdout
    assert "nothing was written" in result.stdout
    assert files(settings.root) == before


def test_line_ends_and_the_mark_of_notepad_stay(written: Write) -> None:
    settings = site(written)
    place = settings.root / f"{BRIDGE}.zh.md"
    place.write_bytes(b"\xef\xbb\xbf" + CHINESE.replace("\n", "\r\n").encode())
    fix(settings, "--yes")

    assert place.read_bytes() == b"\xef\xbb\xbf" + MENDED.replace("\n", "\r\n").encode()


def test_a_colon_that_yaml_would_read_is_never_written(written: Write) -> None:
    text = TAGS.replace("水利,云川", "水利").replace("The town's sport", "Sport：water")
    settings = written({"content/tags/tags.yml": text})
    fix(settings, "--yes")

    assert CliRunner().invoke(main, ["--config-file", str(settings.config_file), "check"]).exit_code == 0
