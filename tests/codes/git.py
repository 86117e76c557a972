"""Real git in a folder of its own, deaf to the settings of whoever runs the tests."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

OWN = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "officer",
    "GIT_AUTHOR_EMAIL": "officer@sc.example",
    "GIT_COMMITTER_NAME": "officer",
    "GIT_COMMITTER_EMAIL": "officer@sc.example",
}


def git(folder: Path, *words: str) -> str:
    """What git says; a command that fails fails the test."""
    done = subprocess.run(
        ["git", *words], cwd=folder, env=os.environ | OWN, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def repository(folder: Path) -> None:
    git(folder, "init", "--quiet", "--initial-branch", "main")


def commit(folder: Path, *options: str) -> None:
    """Everything that stands in the folder and is not ignored."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "edited", *options)
