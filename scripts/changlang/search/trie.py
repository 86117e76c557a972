"""Many keys in little space: the tree of their letters, in order, each letter with its depth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from changlang.search.numbers import packed, unpacked


def written(keys: Iterable[str]) -> tuple[str, str]:
    """The tree's letters, and for each of them its depth and whether a key ends there, as one number."""
    letters: list[str] = []
    depths: list[int] = []
    before = ""
    for key in sorted(keys):
        both = enumerate(zip(before, key, strict=False))
        shared = next((at for at, (one, other) in both if one != other), len(before))
        letters += key[shared:]
        depths += (depth << 1 for depth in range(shared, len(key)))
        depths[-1] |= 1
        before = key
    return "".join(letters), packed(depths)


def keys(letters: str, depths: str) -> Iterator[str]:
    """The keys again."""
    path: list[str] = []
    for letter, number in zip(letters, unpacked(depths), strict=True):
        path[number >> 1 :] = [letter]
        if number & 1:
            yield "".join(path)
