"""The commands as an officer meets them: exit codes, both languages, help with examples, never a traceback."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from changlang import cli
from changlang.codes.code import is_made, is_mistyped
from changlang.model.kinds import KINDS
from changlang.settings import Settings

COMMANDS = (
    ["check"],
    ["build"],
    ["kiosk"],
    ["serve"],
    ["search"],
    ["new", "site"],
    *(["new", kind.word] for kind in KINDS.values()),
)
README = Path(__file__).parents[1] / "README.md"


def changlang(*words: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "changlang", *map(str, words)],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "LANG": "C.UTF-8", **environment},
        timeout=120,
    )


def called(*words: str) -> Result:
    """A command in this process, where that it starts at all is not the question."""
    return CliRunner().invoke(cli.main, words)


def test_a_sound_site_checks_and_builds_with_code_0_from_any_folder_below_it(good: Settings) -> None:
    below = good.root / "content" / "events"

    assert changlang("check", cwd=below).returncode == 0
    result = changlang("build", cwd=below)

    assert result.returncode == 0, result.stderr
    assert (good.root / "site" / "index.html").is_file()


def test_errors_of_the_content_give_code_1_and_write_nothing(good: Settings) -> None:
    (good.content / "tags" / "bad.yml").write_text("- id: sea\n", "utf-8")

    for command in ("check", "build"):
        result = changlang(command, cwd=good.root)
        assert result.returncode == 1
        assert "content/tags/bad.yml:1:3: error missing-key" in result.stdout
    assert not (good.root / "site").exists()


def test_wrong_settings_and_wrong_use_give_code_2(good: Settings, tmp_path: Path) -> None:
    assert changlang("check", cwd=tmp_path).returncode == 2
    assert changlang("no-such-command", cwd=good.root).returncode == 2
    (good.root / "site").mkdir()
    (good.root / "site" / "thesis.docx").write_bytes(b"x")
    assert changlang("build", cwd=good.root).returncode == 2
    assert (good.root / "site" / "thesis.docx").is_file()


def test_a_fault_of_ours_gives_code_3_a_log_file_and_no_traceback(good: Settings, tmp_path: Path) -> None:
    broken = tmp_path / "broken" / "changlang_fault.py"
    broken.parent.mkdir()
    broken.write_text(
        "import changlang.cli as cli\n"
        "def fail(*a, **k): raise ZeroDivisionError('a bug')\n"
        "cli.pipeline.check = fail\ncli.run()\n",
        "utf-8",
    )
    result = subprocess.run(
        [sys.executable, str(broken), "check"], cwd=good.root, capture_output=True, text=True, encoding="utf-8"
    )

    assert result.returncode == 3
    assert "Traceback" not in result.stderr + result.stdout
    log = Path(re.findall(r"(/\S+\.log)", result.stderr)[0])
    assert "ZeroDivisionError: a bug" in log.read_text("utf-8")
    log.unlink()


def test_messages_follow_the_locale_unless_a_language_is_asked_for(good: Settings) -> None:
    (good.content / "tags" / "bad.yml").write_text("- id: sea\n", "utf-8")

    assert "缺少“title”" in changlang("check", cwd=good.root, LANG="zh_CN.UTF-8", LC_ALL="").stdout
    assert "“title” is missing" in changlang("check", cwd=good.root, LANG="de_DE.UTF-8", LC_ALL="").stdout
    assert "缺少“title”" in changlang("--language", "zh", "check", cwd=good.root).stdout


def test_json_is_one_object_a_line_with_the_documented_keys(good: Settings) -> None:
    (good.content / "tags" / "bad.yml").write_text("- id: sea\n- id: hill\n", "utf-8")

    lines = changlang("check", "--format", "json", cwd=good.root).stdout.splitlines()

    assert len(lines) == 2
    for line in lines:
        assert set(json.loads(line)) == {"file", "line", "column", "severity", "code", "message", "hint"}


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_explains_in_both_languages_and_gives_examples(command: list[str]) -> None:
    text = called(*command, "--help").stdout

    assert f"changlang {' '.join(command)}" in text.partition("Examples")[2]
    assert re.search(r"[\u4e00-\u9fff]{4}", text)


@pytest.mark.parametrize("command", COMMANDS[:6], ids=" ".join)
def test_the_readme_documents_every_command(command: list[str]) -> None:
    assert f"`changlang {' '.join(command)}" in README.read_text("utf-8")


@pytest.mark.parametrize("word", [kind.word for kind in KINDS.values()])
def test_a_new_record_passes_the_check_and_is_never_written_over(
    good: Settings, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(good.root)
    ident = "YC900" if word == "board" else "a-new-one"

    made = called("new", word, ident)
    assert made.exit_code == 0, made.output
    assert called("new", word, ident).exit_code == 2

    result = called("check")
    assert result.exit_code == 0, result.output


def test_a_new_board_without_a_code_gets_a_free_one_with_a_check_sign(good: Settings) -> None:
    made = [changlang("new", "board", cwd=good.root) for _ in range(2)]
    assert [one.returncode for one in made] == [0, 0], made[0].stderr

    codes = {path.stem.upper() for path in (good.content / "boards").glob("yc??*.yml")}
    assert len(codes) == 2
    assert all(is_made(code, "YC") and not is_mistyped(code, "YC") for code in codes)
    assert changlang("check", cwd=good.root).returncode == 0

    code = codes.pop()
    wrong = code[:-1] + ("2" if code[-1] != "2" else "3")
    refused = changlang("new", "board", wrong, cwd=good.root)
    assert refused.returncode == 2
    assert code in refused.stderr


def test_a_new_site_builds_as_it_is_and_is_not_written_over(tmp_path: Path) -> None:
    assert changlang("new", "site", "my-city", cwd=tmp_path).returncode == 0
    result = changlang("build", cwd=tmp_path / "my-city")
    assert result.returncode == 0, result.stdout
    assert changlang("new", "site", "my-city", cwd=tmp_path).returncode == 2
