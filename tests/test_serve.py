"""The preview: shows the site as its readers will get it, and reloads when something is saved."""

from __future__ import annotations

import http.client
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from changlang import preview, serve
from changlang.console import Console
from changlang.settings import Settings


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[str, serve.Readers]]:
    folder = tmp_path / "site"
    (folder / "events").mkdir(parents=True)
    (folder / "index.html").write_text("<body>home</body>", "utf-8")
    (folder / "events" / "index.html").write_text("<body>events</body>", "utf-8")
    for letter in "bB":
        (folder / letter / "YC4TKW4").mkdir(parents=True)
        (folder / letter / "YC4TKW4" / "index.html").write_text("<body>board</body>", "utf-8")
    (folder / "B" / "YC777").mkdir()
    (folder / "B" / "YC777" / "index.html").write_text("<body>built on a Mac</body>", "utf-8")
    (folder / "404.html").write_text("<body>not found</body>", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    server, readers = serve.start(folder, "/gfjy/", 0)
    yield f"http://127.0.0.1:{server.server_port}", readers
    server.shutdown()
    server.server_close()


def get(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url) as answer:
            return answer.status, answer.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode("utf-8")


def ask(method: str, url: str) -> tuple[int, dict[str, str], bytes]:
    """(status, headers, body) of one request; nothing is followed."""
    connection = http.client.HTTPConnection(url.split("/")[2])
    connection.request(method, "/" + url.split("/", 3)[3])
    with connection.getresponse() as answer:
        headers = {name: value for name, value in answer.getheaders() if name != "Date"}
        return answer.status, headers, answer.read()


def test_pages_are_served_below_the_sites_folder_and_the_root_leads_there(site: tuple[str, serve.Readers]) -> None:
    address, _ = site

    assert "home" in get(f"{address}/gfjy/")[1]
    assert "home" in get(f"{address}/")[1]
    assert "events" in get(f"{address}/gfjy/events")[1]


@pytest.mark.parametrize("path", ["b/YC4TKW4/", "B/YC4TKW4", "b/yc4tkw4", "B/yc4Tkw4/", "b/YC4TKW4"])
def test_a_boards_code_opens_in_any_mixture_of_capitals_and_without_its_slash(
    site: tuple[str, serve.Readers], path: str
) -> None:
    assert get(f"{site[0]}/gfjy/{path}") == (200, get(f"{site[0]}/gfjy/b/YC4TKW4/")[1])
    assert get(f"{site[0]}/gfjy/b/YC4TKW5/")[0] == 404
    assert "built on a Mac" in get(f"{site[0]}/gfjy/{path.upper().replace('4TKW4', '777')}")[1]
    assert "built on a Mac" in get(f"{site[0]}/gfjy/{path.lower().replace('4tkw4', '777')}")[1]


def test_a_wrong_address_gets_the_sites_own_page_and_code_404(site: tuple[str, serve.Readers]) -> None:
    status, text = get(f"{site[0]}/gfjy/nothing/")

    assert (status, "not found" in text) == (404, True)


@pytest.mark.parametrize("path", ["", "events", "b/YC4TKW4", "b/yc4tkw4", "nothing/", "secret.txt", "pyproject.toml"])
def test_head_says_of_every_address_what_get_does_and_knows_no_other_folder(
    site: tuple[str, serve.Readers], path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder that the server was started in is none of a reader's business."""
    monkeypatch.chdir(Path(__file__).parents[1])
    address = f"{site[0]}/gfjy/{path}"

    assert ask("HEAD", address) == (*ask("GET", address)[:2], b"")


@pytest.mark.parametrize("path", ["../secret.txt", "..%2fsecret.txt", "events/../../secret.txt"])
def test_nothing_outside_the_site_is_served(site: tuple[str, serve.Readers], path: str) -> None:
    status, text = get(f"{site[0]}/gfjy/{path}")

    assert status == 404 and "secret" not in text


def test_waiting_browsers_are_told_of_a_build(site: tuple[str, serve.Readers]) -> None:
    address, readers = site
    with urllib.request.urlopen(f"{address}{serve.EVENTS}") as events:
        for _ in range(100):
            if readers.waiting:
                break
            threading.Event().wait(0.05)
        readers.tell("")
        assert events.readline() == b'data: ""\n'


def test_saving_a_record_changes_the_served_page(good: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole preview, watching real files."""
    seen = threading.Event()
    started: list[str] = []

    class Watcher(Console):
        def say(self, word: str, **values: object) -> None:
            if word == "serving":
                started.append(str(values["url"]))
                seen.set()

    settings = replace(good, drafts=True)
    stop = threading.Event()
    watching = serve.on_change
    monkeypatch.setattr(serve, "on_change", lambda folders, build: watching(folders, build, stop))
    thread = threading.Thread(target=preview.preview, args=(settings, 0, Watcher("en")))
    thread.start()
    try:
        assert seen.wait(60)
        threading.Event().wait(1)  # until the watch is set up
        page = f"{started[0]}events/2021-05-04-run/"
        assert "saved just now" not in get(page)[1]
        file = good.root / "content/events/2021-05-04-run.zh.md"
        file.write_text(file.read_text("utf-8") + "\nsaved just now\n", "utf-8")
        for _ in range(200):
            if "saved just now" in get(page)[1]:
                break
            threading.Event().wait(0.05)
        assert "saved just now" in get(page)[1]
    finally:
        stop.set()
        thread.join(20)
