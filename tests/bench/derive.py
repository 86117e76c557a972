"""Our side of the benchmark of pictures, as a build does it: a process that loads no more than a build would.

python -m tests.bench.derive ORIGINALS STORE RECIPE
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from changlang.photos.recipe import AVIF, JPEG, STANDARD, WEBP, Recipe

PLAIN = Recipe((320, 640, 1280, 1920), cards=(), social=None, encodings=(WEBP, JPEG))
# What is compared, and (last) everything that a page gets.
RECIPES = {
    "WebP and JPEG": PLAIN,
    "AVIF, WebP and JPEG": replace(PLAIN, encodings=(AVIF, WEBP, JPEG)),
    "standard": STANDARD,
}


def derive(originals: Path, store: Path, recipe: Recipe) -> None:
    """Originals known by content, derivatives in the store with their list."""
    from changlang.model.records import Photo
    from changlang.photos.pictures import Workshop, pictures
    from changlang.spread import cores

    text = {"zh": "图", "en": "Picture"}
    photos = [
        Photo.model_validate({"id": f"p{path.stem}", "caption": text, "file": path.name})
        for path in sorted(originals.iterdir())
    ]
    shop = Workshop(originals, str(store), store.with_suffix(".json"), jobs=cores(), recipe=recipe)
    found, problems = pictures(photos, photos, shop, lambda photo, field: (photo.id, 0, 0), lambda done, total: None)
    if problems or len(found.of) != len(photos):
        raise SystemExit(str(problems))


if __name__ == "__main__":
    derive(Path(sys.argv[1]), Path(sys.argv[2]), RECIPES[sys.argv[3]])
