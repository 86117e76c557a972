"""What `mkdocs.yml` says of a site, read once and frozen. Everything left out has its default here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from changlang.model import Language, Text


@dataclass(frozen=True, slots=True)
class Contact:
    """How readers reach the editors; shown in the footer of every page."""

    email: str | None = None
    phone: str | None = None
    address: Text | None = None


@dataclass(frozen=True, slots=True)
class Registration:
    """The numbers that a government site in China must show: site code, ICP record, public-security record."""

    site_code: str | None = None
    icp: str | None = None
    police: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """One site. Paths are absolute; `site_url` ends in a slash."""

    root: Path
    config_file: Path
    site_name: Text
    site_url: str
    docs: Mapping[Language, Path]
    content: Path
    photos: Path
    site_dir: Path
    cache: Path
    board_prefix: str = ""
    organiser: Text | None = None
    contact: Contact = field(default_factory=Contact)
    registration: Registration = field(default_factory=Registration)
    drafts: bool = False
    samples: bool = True
    custom_dir: Path | None = None
