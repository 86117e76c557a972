"""Pictures on built pages: what a browser is offered, what a message shows, and nothing that was to stay behind."""

from __future__ import annotations

import base64
import hashlib
import random
import re
import shutil
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser, LexborNode

from changlang import pipeline
from changlang.photos.clean.carried import carried
from changlang.photos.clean.formats import format_of, is_picture
from changlang.problems import has_errors
from changlang.settings import Settings
from changlang.steps.files import shared_files
from tests import pictures
from tests.conftest import SITES, settings_of

Write = Callable[[dict[str, str]], Settings]
WIDE, NARROW = (1400, 900), (500, 700)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small sound site with one large picture and one that the camera was turned for."""
    root = tmp_path_factory.mktemp("pictured") / "good"
    shutil.copytree(SITES / "good", root)
    (root / "photos/2019/dam.jpg").write_bytes(pictures.jpeg(pictures.landscape(*WIDE)))
    turned = pictures.sideways(pictures.landscape(*NARROW, 2), 6)
    (root / "photos/2021/run.jpg").write_bytes(pictures.jpeg(turned, 6))
    outcome = pipeline.build(settings_of(root), root / "site")
    assert not has_errors(outcome.problems), outcome.problems
    return root / "site"


def pages(site: Path) -> Iterator[tuple[Path, LexborHTMLParser]]:
    """The pages with pictures, but for the light ones that printed codes open."""
    for path in sorted(site.rglob("*.html")):
        if path.relative_to(site).parts[0].lower() == "b":
            continue
        tree = LexborHTMLParser(path.read_text("utf-8"))
        if tree.css_first("picture"):
            yield path, tree


def value(node: LexborNode | None, name: str) -> str:
    assert node is not None
    return node.attributes.get(name) or ""


def offered(page: Path, node: LexborNode) -> Iterator[tuple[Path, int]]:
    """The files of a `srcset`, with the width that it says each has."""
    for one in value(node, "srcset").split(", "):
        address, width = one.split()
        yield (page.parent / address).resolve(), int(width.removesuffix("w"))


def test_most_kinds_of_page_show_pictures(site: Path) -> None:
    shown = {path.relative_to(site).as_posix() for path, _ in pages(site)}

    assert {"index.html", "en/index.html", "photos/dam/index.html", "events/2019-07-dam/index.html"} <= shown


def test_a_browser_chooses_among_avif_webp_and_jpeg_of_the_widths_that_there_are(site: Path) -> None:
    media = {"avif": "AVIF", "webp": "WEBP", "jpeg": "JPEG"}
    for page, tree in pages(site):
        for picture in tree.css("picture"):
            sources = picture.css("source")
            assert [value(one, "type") for one in sources] == ["image/avif", "image/webp"]
            widths = []
            for node, name in zip((*sources, picture.css_first("img")), media, strict=True):
                assert node is not None and value(node, "sizes")
                files = list(offered(page, node))
                widths.append([width for _, width in files])
                for file, width in files:
                    with Image.open(file) as image:
                        assert (image.format, image.width) == (media[name], width)
            assert widths[0] == widths[1] == widths[2] == sorted(widths[0])


def test_nothing_is_enlarged_and_every_width_up_to_the_pictures_own_is_there(site: Path) -> None:
    for ident, own, expected in (("dam", WIDE, [320, 640, 960, 1280, 1400]), ("run", NARROW, [320, 500])):
        page = site / f"photos/{ident}/index.html"
        image = LexborHTMLParser(page.read_text("utf-8")).css_first("figure.large img")
        assert image is not None

        assert [width for _, width in offered(page, image)] == expected
        assert (int(value(image, "width")), int(value(image, "height"))) == own


def test_the_place_of_every_picture_is_kept_before_it_arrives(site: Path) -> None:
    for page, tree in pages(site):
        for image in tree.css("picture img"):
            width, height = int(value(image, "width")), int(value(image, "height"))
            for file, wide in offered(page, image):
                with Image.open(file) as shown:
                    assert abs(shown.height - wide * height / width) <= 1
            assert "data:image/png;base64," in value(image, "style")
            assert value(image, "alt")


def test_only_the_first_picture_of_a_page_is_not_lazy(site: Path) -> None:
    for page, tree in pages(site):
        lazy = [value(image, "loading") == "lazy" for image in tree.css("main picture img")]
        assert all(lazy[1:]), page
    for address in ("index.html", "photos/dam/index.html", "events/2019-07-dam/index.html", "photos/index.html"):
        tree = LexborHTMLParser((site / address).read_text("utf-8"))
        assert value(tree.css_first("main picture img"), "loading") != "lazy", address


def test_wherever_a_picture_is_shown_it_says_whose_it_is(site: Path) -> None:
    own = hashlib.sha256((site.parent / "photos/2019/dam.jpg").read_bytes()).hexdigest()[:12]
    shown = 0
    for path in site.rglob("*.html"):
        main = LexborHTMLParser(path.read_text("utf-8")).css_first("main")
        if main and main.css(f'img[src*="{own}"]'):
            shown += 1
            assert re.search("云川照相馆|Yunchuan Photo Studio", main.text()), path
    assert shown > 10


def test_a_boards_page_shows_its_pictures_colours_first_and_waits_for_one_picture_only(site: Path) -> None:
    """It holds both languages, the Chinese one is what opens."""
    tree = LexborHTMLParser((site / "B/YC001/index.html").read_text("utf-8"))
    shown = [*tree.css("#zh picture img"), *tree.css("#en picture img")]

    assert [value(image, "loading") for image in shown] == ["", "lazy"]
    assert all("data:image/png;base64," in value(image, "style") and value(image, "alt") for image in shown)


@pytest.mark.parametrize("address", ["", "photos/dam/", "events/2019-07-dam/"])
def test_a_page_is_shared_with_a_card_in_its_own_language(site: Path, address: str) -> None:
    cards = []
    for language in ("", "en/"):
        tree = LexborHTMLParser((site / language / address / "index.html").read_text("utf-8"))
        picture = value(tree.css_first('meta[property="og:image"]'), "content")
        assert picture.startswith("https://yc.example/gfjy/pictures/")
        with Image.open(site / picture.removeprefix("https://yc.example/gfjy/")) as card:
            assert (card.format, card.size) == ("JPEG", (1200, 630))
            cards.append(card.tobytes())

    assert cards[0] != cards[1]


def test_names_are_made_of_content_and_recipe(site: Path) -> None:
    names = [path.name for path in (site / "pictures").iterdir()]

    assert all(re.fullmatch(r"[0-9a-f]{20}(-(card-)?\d+)?\.(avif|webp|jpg)", name) for name in names), names


def test_no_picture_of_the_site_carries_anything_and_no_original_is_in_it(site: Path) -> None:
    originals = {path.read_bytes() for path in (site.parent / "photos").rglob("*.jpg")}
    assert all(pictures.SECRET.encode() in data for data in originals)
    seen = 0
    for path in site.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        assert pictures.SECRET.encode() not in data and data not in originals, path
        if is_picture(path.name, data):
            assert carried(data) == (), path
            seen += format_of(data) in ("jpeg", "webp", "avif")
    assert seen > 30


def located() -> bytes:
    made = BytesIO()
    Image.new("RGB", (8, 8)).save(made, "JPEG", exif=pictures.exif())
    return made.getvalue()


def test_a_picture_that_came_by_another_way_stops_the_release(
    written: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever its name: what the theme, a drawing or a style sheet brings is read before anything is swapped in."""
    inline = b"a{background:url(data:image/jpeg;base64," + base64.b64encode(located()) + b")}"
    brought = {"assets/logo.png": located(), "assets/readme.txt": located(), "assets/x.css": inline}
    monkeypatch.setattr("changlang.pipeline.shared_files", lambda *given: {**shared_files(*given), **brought})
    settings = written({})

    outcome = pipeline.build(settings, settings.site_dir, jobs=1)

    found = [one.file for one in outcome.problems if one.code == "audit-picture"]
    assert found == [f"site/{name}" for name in brought]
    assert outcome.written is None and not settings.site_dir.exists()


def test_a_drawing_of_the_officers_that_hides_a_photograph_stops_the_release(written: Write) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/jpeg;base64,AAAA"/></svg>'
    settings = written({"docs/assets/plan.svg": drawing})

    outcome = pipeline.build(settings, settings.site_dir, jobs=1)

    assert "audit-picture" in {one.code for one in outcome.problems} and outcome.written is None


def test_what_is_hidden_is_in_no_file_of_the_site(tmp_path: Path) -> None:
    """Two builds of a picture that differs in a hidden part alone publish the same pictures."""
    made = []
    for seed in (1, 2):
        root = tmp_path / str(seed)
        shutil.copytree(SITES / "good", root)
        picture = pictures.landscape(480, 360)
        noise = random.Random(seed).randbytes(3 * 96 * 90)
        picture.paste(Image.frombytes("RGB", (96, 90), noise), (144, 72))
        (root / "photos/2019/dam.jpg").write_bytes(pictures.jpeg(pictures.sideways(picture, 8), 8))
        records = root / "content/photos/photos.yml"
        hidden = "file: 2019/dam.jpg\n  hide: [[0.3, 0.2, 0.2, 0.25]]"
        records.write_text(records.read_text("utf-8").replace("file: 2019/dam.jpg", hidden), "utf-8")
        outcome = pipeline.build(settings_of(root), root / "site", jobs=2)
        assert not has_errors(outcome.problems), outcome.problems
        files = (root / "site/pictures").iterdir()
        made.append(sorted(hashlib.sha256(path.read_bytes()).hexdigest() for path in files))

    assert made[0] == made[1]
