"""Where a site is deployed with the manual's settings, its codes open in either case and without their slash."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from socket import create_connection, socket
from typing import Any
from urllib.parse import urljoin

import boto3
import pytest
from moto import mock_aws

from changlang import pipeline, serve
from changlang.codes.ledger import LedgerLine
from changlang.codes.live import ask
from tests.codes.street import BOARDS, SHOWS, laid_out, record, write

MANUAL = (Path(__file__).parents[2] / "docs" / "manual" / "boards.md").read_text("utf-8")
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
BUCKET = "sample"
TYPED = [f"{letter}/{code}{slash}" for letter in "bB" for code in ("SC001", "sc001") for slash in ("", "/")]


def setting(language: str) -> str:
    """The one example in the manual that is written in a language."""
    (found,) = re.findall(rf"```{language}\n(.*?)```", MANUAL, re.DOTALL)
    return str(found)


@pytest.fixture(scope="module")
def www(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is uploaded: a site in the folder `gfjy`."""
    folder = tmp_path_factory.mktemp("hosts")
    settings = laid_out(folder / "city")
    write(settings.root, BOARDS, record("SC001", SHOWS))
    assert pipeline.build(settings, folder / "www" / "gfjy", jobs=1).written
    return folder / "www"


@contextmanager
def built_in(www: Path) -> Iterator[str]:
    """`changlang serve`'s own server."""
    server, _ = serve.start(www / "gfjy", "/gfjy/", 0, reload=False)
    with closing_down(server):
        yield f"http://127.0.0.1:{server.server_port}/"


@contextmanager
def nginx(www: Path) -> Iterator[str]:
    """nginx itself with the manual's settings, at another port and in another folder."""
    if not NGINX:
        pytest.skip("nginx is not installed here, so the manual's settings for it are not tried")
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    own = setting("nginx").replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/www", str(www))
    folders = "".join(
        f"{kind}_temp_path {www.parent}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    config = www.parent / "nginx.conf"
    config.write_text(
        f"daemon off; master_process off; pid {www.parent}/nginx.pid; events {{}}\n"
        f"http {{ access_log off; types {{ text/html html; }} {folders}\n{own}}}\n",
        "utf-8",
    )
    running = subprocess.Popen([NGINX, "-c", str(config), "-e", str(www.parent / "nginx.log")])
    try:
        for _ in range(200):
            with suppress(OSError), closing(create_connection(("127.0.0.1", port), 1)):
                break
            threading.Event().wait(0.05)
        yield f"http://127.0.0.1:{port}/"
    finally:
        running.terminate()
        running.wait(20)


@dataclass(frozen=True)
class Website:
    """The website endpoint of an object store, which answers by the settings that the store was given.

    After Amazon's user guide, "Configuring an index document": a key that is empty or ends in a slash means the index
    document below it; one that is missing is led on to its slash where such a document is there.
    """

    store: Any

    def answer(self, key: str) -> tuple[int, str, bytes]:
        """(status, where it leads on to, body)."""
        website = self.store.get_bucket_website(Bucket=BUCKET)
        index = website["IndexDocument"]["Suffix"]
        for status, wanted in ((200, key + index if key.endswith("/") or not key else key), (302, f"{key}/{index}")):
            body = self._object(wanted)
            if body is not None:
                return (200, "", body) if status == 200 else (302, f"/{key}/", b"")
        return 404, "", self._object(website["ErrorDocument"]["Key"]) or b""

    def _object(self, key: str) -> bytes | None:
        try:
            return bytes(self.store.get_object(Bucket=BUCKET, Key=key)["Body"].read())
        except self.store.exceptions.NoSuchKey:
            return None


class Endpoint(BaseHTTPRequestHandler):
    """Website over HTTP."""

    def __init__(self, website: Website, *passed: Any) -> None:
        self.website = website
        super().__init__(*passed)

    def log_message(self, *_: object) -> None: ...

    def do_GET(self) -> None:
        status, onward, body = self.website.answer(self.path[1:])
        self.send_response(status)
        self.send_header("Content-Type", "text/html")
        if onward:
            self.send_header("Location", onward)
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def object_store(www: Path) -> Iterator[str]:
    """A bucket with every file of the site, and the manual's settings for its website."""
    with mock_aws():
        store = boto3.client("s3", "us-east-1", aws_access_key_id="test", aws_secret_access_key="test")
        store.create_bucket(Bucket=BUCKET)
        store.put_bucket_website(Bucket=BUCKET, WebsiteConfiguration=json.loads(setting("json")))
        for path in (path for path in www.rglob("*") if path.is_file()):
            kind = guess_type(path.name)[0] or "text/plain"
            store.put_object(
                Bucket=BUCKET, Key=path.relative_to(www).as_posix(), Body=path.read_bytes(), ContentType=kind
            )
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Endpoint, Website(store)))
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with closing_down(server):
            yield f"http://127.0.0.1:{server.server_port}/"


@contextmanager
def closing_down(server: ThreadingHTTPServer) -> Iterator[None]:
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


Host = Callable[[Path], AbstractContextManager[str]]
HOSTS: tuple[Host, ...] = (built_in, nginx, object_store)


@pytest.fixture(scope="module", params=HOSTS, ids=lambda host: host.__name__)
def host(request: pytest.FixtureRequest, www: Path) -> Iterator[str]:
    with request.param(www) as address:
        yield address


def arrives(address: str) -> tuple[int, str, str]:
    """(status, address, page) after every redirect, and after what a page itself leads on to."""
    try:
        with urllib.request.urlopen(address) as answer:
            here, html = answer.url, answer.read().decode("utf-8")
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, answer.url or "", answer.read().decode("utf-8")
    onward = re.search(r'http-equiv="refresh" content="0;url=([^"]+)"', html)
    return arrives(urljoin(here, onward[1])) if onward else (200, here, html)


@pytest.mark.parametrize("typed", TYPED)
def test_a_code_opens_however_it_is_typed_and_its_links_lead_somewhere(host: str, www: Path, typed: str) -> None:
    status, here, html = arrives(f"{host}gfjy/{typed}")

    assert (status, "牌SC001" in html) == (200, True)
    assert here.endswith("/")
    column = re.findall(r'class="button" href="([^"]+)"', html)[0]
    assert arrives(urljoin(here, column))[0] == 200


def test_check_live_finds_every_code_open(host: str) -> None:
    line = LedgerLine("SC001", "HTTPS://EXAMPLE.ORG/B/SC001", "2026-11-25")

    assert [one.fault for one in ask([line], f"{host}gfjy/")] == ["", ""]


def test_a_code_that_is_not_there_gets_the_sites_page_for_it(host: str) -> None:
    status, _, html = arrives(f"{host}gfjy/B/SC009")

    assert (status, "data-board" in html) == (404, True)


@pytest.mark.parametrize("typed", TYPED)
def test_nginx_leads_what_is_printed_at_the_root_into_the_site(www: Path, typed: str) -> None:
    """What its rule matches can be told without it; where it is installed, it says so itself."""
    (rule,) = re.findall(r"location ~\* (\S+) \{\s+return 302 /gfjy/B/\$1/;", setting("nginx"))
    assert re.search(rule, f"/{typed}", re.IGNORECASE)
    assert not re.search(rule, f"/gfjy/{typed}", re.IGNORECASE)


def test_printed_at_the_root_a_code_opens_in_the_site(www: Path) -> None:
    line = LedgerLine("SC001", "", "2026-11-25")
    with nginx(www) as address:
        assert [one.fault for one in ask([line], address)] == ["", ""]
        assert arrives(f"{address}b/sc001")[0] == 200
