"""The files of the kiosk's folder that are not pages: look, scripts, launchers, sums; and the archive of it all."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

THEME = Path(__file__).parents[1] / "theme"
LAUNCHERS = THEME / "kiosk"
SCRIPTS = ("kiosk/early", "kiosk/attract", "kiosk/search-pad", "search", "quiz")
SHEETS = ("tokens", "kiosk/kiosk", "kiosk/quiz", "kiosk/search-pad")
SUMS = "SHA256SUMS"
# The earliest day that an archive can name.
EARLIEST = date(1980, 1, 1)


def kiosk_files(styles: Iterable[str], font: bytes | None) -> dict[str, bytes]:
    """Style sheet, scripts and launchers by path. Names stay the same: each start has a fresh profile.

    `styles` are the rules of this site, which follow those of every kiosk.
    """
    face = (
        '@font-face{font-family:"Changlang Serif";font-weight:400 900;src:url(heading.woff) format("woff")}\n'
        if font
        else ""
    )
    sheets = "\n".join((*(_asset(f"{name}.css").decode() for name in SHEETS), *styles))
    files = {"assets/kiosk.css": f"{face}{sheets}\n".encode()}
    files |= {f"assets/{Path(name).name}.js": _asset(f"{name}.js") for name in SCRIPTS}
    if font:
        files["assets/heading.woff"] = font
    return files | {path.name: _launcher(path) for path in sorted(LAUNCHERS.glob("*-kiosk.*"))}


def page_scripts(sheets: Mapping[str, str]) -> dict[str, bytes]:
    """What every page of a language runs, by path: it puts the sheets over the page, then does all the rest."""
    rest = _asset("kiosk/kiosk.js")
    return {f"assets/kiosk-{language}.js": script.encode() + rest for language, script in sheets.items()}


def _asset(name: str) -> bytes:
    return (THEME / "assets" / name).read_bytes()


def _launcher(path: Path) -> bytes:
    """Windows reads line ends of two signs, and loses its way among others."""
    data = path.read_bytes()
    return data.replace(b"\n", b"\r\n") if path.suffix == ".bat" else data


def sums(digests: Mapping[str, str]) -> bytes:
    """SHA-256 of every file by path, as `sha256sum --check` reads them."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items())).encode()


def archive(place: Path, folder: Path, paths: Iterable[str], top: str, day: date | None) -> None:
    """Writes the files of a folder into one ZIP below the folder `top`: the same bytes for the same files and day."""
    when = max(day or EARLIEST, EARLIEST)
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as made:
        for path in sorted(paths):
            entry = zipfile.ZipInfo(f"{top}/{path}", (when.year, when.month, when.day, 0, 0, 0))
            entry.create_system = 3  # the same on every system, and so that a shell script stays executable
            entry.external_attr = (0o100755 if path.endswith(".sh") else 0o100644) << 16
            entry.compress_type = (
                zipfile.ZIP_STORED if path.startswith(("pictures/", "media/")) else zipfile.ZIP_DEFLATED
            )
            made.writestr(entry, (folder / path).read_bytes())
