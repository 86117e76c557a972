"""Former versions of files, where the site is kept in git; without it, or without git, there are none."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

MOST = 2000  # versions of one file that are looked at, newest first
PATIENCE = 60  # seconds that git may take


def versions(root: Path, file: str) -> Iterator[bytes]:
    """The bytes of a file in every commit that changed it, newest first, also under its former names.

    Nothing where there is no git, no repository, or the file was never committed.
    """
    place = root / file
    listed = _git(
        place.parent, "log", f"-{MOST}", "--follow", "--format=%x00%H", "--name-only", "-z", "--", place.name
    )
    top = _git(place.parent, "rev-parse", "--show-toplevel")
    for commit, name in _commits(listed or b""):
        found = _git(Path(os.fsdecode((top or b"").strip())), "cat-file", "blob", f"{commit}:{name}")
        if found is not None:
            yield found


def added(folder: Path, *names: str, everywhere: bool = False) -> Iterator[str]:
    """Every line that any commit ever put into some files or folders below `folder`, whatever became of it since.

    Looks at what led to the commit that is checked out, or with `everywhere` at every branch. A clone that was cut
    short (`--depth`) knows what its oldest commit holds, and nothing of what was lost before.
    """
    patches = _git(
        folder,
        "log",
        *(("--all",) if everywhere else ()),
        "--full-history",  # a merge may have dropped what one of its sides had added
        "-m",
        "-p",
        "--unified=0",
        "--format=",
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        "--",
        *names,
    )
    for line in (patches or b"").decode("utf-8", "replace").splitlines():
        if line.startswith("+") and not line.startswith("+++ "):
            yield line[1:]


def earlier(folder: Path, name: str) -> Iterator[str]:
    """Where a file below `folder` was before that folder, or one above it, was renamed: names as `added` takes them.

    Only a file that went is an earlier place, so that the site from which a new one was copied is none of its past.
    """
    renames = _git(
        folder, "log", "--full-history", "-m", "-M", "--diff-filter=R", "--name-status", "--format=", "-z",
        "--", f":(top,glob)**/{name}",
    )  # fmt: skip
    fields = [os.fsdecode(part) for part in (renames or b"").split(b"\0") if part]
    came_from: dict[str, list[str]] = {}
    for former, now in zip(fields[1::3], fields[2::3], strict=False):
        came_from.setdefault(now, []).append(former)
    prefix = _git(folder, "rev-parse", "--show-prefix")
    waiting, seen = [os.fsdecode((prefix or b"").rstrip(b"\n")) + name], set()
    while waiting:
        for former in came_from.pop(waiting.pop(), ()):
            waiting.append(former)
            if former not in seen:
                seen.add(former)
                yield f":(top,literal){former}"


def _commits(listed: bytes) -> Iterator[tuple[str, str]]:
    """(commit, path below the top) of what git lists: a commit's number, then the name that the file had."""
    commit = ""
    for part in listed.split(b"\0"):
        text = os.fsdecode(part.strip(b"\n"))
        if len(text) in (40, 64) and all(sign in "0123456789abcdef" for sign in text):
            commit = text
        elif text and commit:
            yield commit, text
            commit = ""


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git says; None where it fails or is not there. It only reads, and runs no program of the site's."""
    safe = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
    quiet = os.environ | {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", *safe, *arguments], cwd=folder, env=quiet, capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
