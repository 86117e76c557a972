"""A wall of pictures to look at: the small sound site with more photos, of three years, in many shapes."""

from __future__ import annotations

import shutil
from pathlib import Path

from PIL import Image

from changlang.settings import Settings
from tests.conftest import SITES, settings_of
from tests.pictures import jpeg, landscape, sideways

# id: size, date, column, event, Chinese and English caption. Whatever they show is invented.
MORE = {
    "levee": ((1500, 1000), "2020-04-12", "together", "2019-07-dam", "堤上植树", "Planting on the levee"),
    "reading": ((640, 960), "2021-03-05", "learn", "", "图书角", "The reading corner"),
    "morning": ((960, 400), "2020-10-02", "care", "", "清晨的河谷", "The valley in the morning"),
    "snow": ((900, 600), "2021-12-20", "together", "", "雪后的操场", "The sports ground after snow"),
    "path": ((640, 640), "2020-06-18", "learn", "", "上山的小路", "The path up the hill"),
}
RECORD = """- id: {id}
  caption: {{zh: {zh}, en: {en}}}
  alt: {{zh: {zh}，电脑画的风景, en: "{en}, a landscape drawn by a computer"}}
  file: 2020/{id}.jpg
  date: {date}
  place: {{zh: 云川, en: Yunchuan}}
  credit: {{zh: 云川照相馆, en: Yunchuan Photo Studio}}
  column: {column}
{event}"""


def gallery(root: Path) -> Settings:
    """Lays the site out in a folder that is not there yet. One picture is nearly white, one was taken upright."""
    shutil.copytree(SITES / "good", root)
    (root / "photos/2020").mkdir()
    records = []
    for seed, (ident, (size, date, column, event, zh, en)) in enumerate(MORE.items(), 11):
        picture = landscape(*size, seed)
        if ident == "snow":
            picture = Image.blend(picture, Image.new("RGB", size, "white"), 0.8)
        turned = 6 if ident == "reading" else 1
        (root / f"photos/2020/{ident}.jpg").write_bytes(jpeg(sideways(picture, turned), turned))
        linked = f"  event: {event}\n" if event else ""
        records.append(RECORD.format(id=ident, zh=zh, en=en, date=date, column=column, event=linked))
    (root / "content/photos/more.yml").write_text("".join(records), "utf-8")
    for name, size, seed in (("2019/dam.jpg", (840, 540), 1), ("2021/run.jpg", (720, 480), 2)):
        (root / "photos" / name).write_bytes(jpeg(landscape(*size, seed)))
    return settings_of(root)
