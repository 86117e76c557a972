"""What `check --fix` writes: the safe rules of print carried out in officers' own files, every other sign kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher, unified_diff
from pathlib import Path
from typing import Any, NamedTuple

from changlang import plain
from changlang.language.printed import mend, mendable
from changlang.language.texts import Pair
from changlang.model.catalogue import Catalogue
from changlang.model.languages import Language
from changlang.read.places import text_of
from changlang.read.spots import spot_of


class Mended(NamedTuple):
    """One file as it is and as it should be, line ends and all."""

    file: str
    old: str
    new: str

    def diff(self) -> str:
        """The lines that change, as `diff -u` shows them."""
        old, new = (_signs(text).split("\n") for text in (self.old, self.new))
        return "".join(f"{line}\n" for line in unified_diff(old, new, self.file, self.file, n=0, lineterm=""))


Edit = tuple[int, int, str]  # from and to in a file's text, line ends counted as one sign, and what stands there then


def mended_files(catalogue: Catalogue, root: Path) -> tuple[Mended, ...]:
    """Every file in which something can be mended without asking; what YAML writes in a way of its own is left.

    A file whose data would be others but for the mended texts, or that can no longer be read, is left as it is.
    """
    edits: dict[str, list[Edit]] = {}
    wanted: dict[str, dict[str, str]] = {}
    for pair, language in mendable(catalogue):
        text = pair[language]
        better = mend(text, language, pair.body)
        found = list(_edits(root, pair, language, better))
        for file, edit in found:
            edits.setdefault(file, []).append(edit)
            wanted.setdefault(file, {})[text.strip()] = better.strip()
    made = (_mended(root, file, found, wanted[file]) for file, found in sorted(edits.items()))
    return tuple(one for one in made if one)


def _edits(root: Path, pair: Pair, language: Language, better: str) -> Iterator[tuple[str, Edit]]:
    """The differences between a text and its mended form, by their places in the file; none where one has none."""
    text = pair[language]
    found = []
    for kind, start, end, first, last in SequenceMatcher(None, text, better, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if start == end:  # what is put in takes the place of its neighbour and itself
            start, first = (start - 1, first - 1) if start else (start, first)
            end, last = (end, last) if end > start else (end + 1, last + 1)
        spot = spot_of(root, pair.kind, pair.record, pair.path, language, text, start, end)
        if spot is None or text_of(root, spot.file)[spot.start : spot.end] != text[start:end]:
            return
        found.append((spot.file, (spot.start, spot.end, better[first:last])))
    yield from found


def _mended(root: Path, file: str, edits: list[Edit], wanted: Mapping[str, str]) -> Mended | None:
    raw = (root / file).read_bytes().decode("utf-8")
    text = text_of(root, file)
    places = _places(raw)
    if len(places) != len(text) + 1:
        return None
    new = raw
    for start, end, put in sorted(set(edits), reverse=True):
        new = new[: places[start]] + put + new[places[end] :]
    before, after = _data(text), _data(_signs(new))
    return Mended(file, raw, new) if _only(before, after, wanted) and new != raw else None


def _places(raw: str) -> list[int]:
    """Where each sign of the text as it is read stands in the file as it is written; its end last."""
    places = [at for at, sign in enumerate(raw) if not (sign == "\n" and raw[at - 1 : at] == "\r")]
    return [at for at in places if not (at == 0 and raw[0] == "\ufeff")] + [len(raw)]


def _signs(raw: str) -> str:
    return raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _data(text: str) -> Any:
    """The values of a file; a Markdown file's are those of its front matter, and its body."""
    head, body, _ = plain.front_matter(text)
    document, problems = plain.read_yaml(text if head is None else head, "")
    return None if problems else (document.value, "" if head is None else body)


def _only(before: Any, after: Any, wanted: Mapping[str, str]) -> bool:
    """Whether two values differ in nothing but texts that were to be mended."""
    if before is None or type(before) is not type(after):
        return before is None and after is None
    if isinstance(before, str):
        return bool(after == before or wanted.get(before.strip()) == after.strip())
    if isinstance(before, dict):
        same = before.keys() == after.keys()
        return same and all(_only(before[key], after[key], wanted) for key in before)
    if isinstance(before, list | tuple):
        return len(before) == len(after) and all(
            _only(one, other, wanted) for one, other in zip(before, after, strict=True)
        )
    return bool(before == after)
