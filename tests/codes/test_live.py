"""Codes are asked for on a running server: what opens, what is dead, what leads elsewhere."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner

from changlang import pipeline
from changlang.cli import main
from changlang.codes import ledger
from changlang.codes.ledger import LedgerLine
from changlang.codes.live import AT_ONCE, GIVE_UP, ask
from changlang.settings import Settings
from tests.served import served

LINE = LedgerLine("YC001", "HTTPS://YC.EXAMPLE/gfjy/B/YC001", "2026-11-23")


@pytest.fixture
def deployed(good: Settings) -> Iterator[tuple[Settings, str]]:
    """The small site, built and served."""
    ledger.save(good, {"YC001": LINE})
    assert pipeline.build(good, good.site_dir, jobs=1).written
    with served(good.site_dir) as address:
        yield good, address


@pytest.fixture
def odd() -> Iterator[str]:
    """A server that leads everybody home, in circles or to a page that says nothing."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None: ...

        def do_GET(self) -> None:
            if self.path.startswith("/home/B"):
                self.send_response(302)
                self.send_header("Location", "/blank")
            elif self.path.startswith("/circle"):
                self.send_response(301)
                self.send_header("Location", self.path)
            elif self.path.startswith("/file"):
                self.send_response(302)
                self.send_header("Location", "file:///etc/hostname")
            else:
                self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<p>Soft 404</p>" if self.path in ("/blank", "/home/b/YC001/") else b"")

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def run(settings: Settings, *words: str) -> tuple[int, str]:
    result = CliRunner().invoke(
        main, ["--config-file", str(settings.config_file), "--language", "en", "boards", "check-live", *words]
    )
    return result.exit_code, result.output


def test_a_deployed_site_opens_every_code_in_both_spellings(deployed: tuple[Settings, str]) -> None:
    settings, address = deployed
    code, said = run(settings, address.rstrip("/"))

    assert code == 0, said
    assert f"YC001 {address}B/YC001: opens" in said
    assert f"YC001 {address}b/YC001/: opens" in said


def test_a_code_that_is_gone_is_reported_with_code_1(deployed: tuple[Settings, str]) -> None:
    settings, address = deployed
    for path in settings.site_dir.glob("[bB]/*/index.html"):
        path.unlink()
        path.parent.rmdir()
    code, said = run(settings, address)

    assert code == 1
    assert f"{address}B/YC001: does not open (404)" in said
    assert "with faults: 2" in said


def test_pages_that_are_not_the_boards_are_told_from_it(odd: str) -> None:
    assert [one.fault for one in ask([LINE], f"{odd}/home/")] == ["elsewhere", "wrong"]
    assert [one.fault for one in ask([LINE], f"{odd}/circle/")] == ["elsewhere", "elsewhere"]
    assert [one.fault for one in ask([LINE], f"{odd}/file/")] == ["dead", "dead"]


def test_a_host_that_does_not_answer_is_given_up_and_no_traceback(good: Settings) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    port = server.server_port
    server.server_close()
    codes = [f"YC{number:03}" for number in range(1, 21)]
    ledger.save(good, {code: LedgerLine(code, f"HTTPS://YC.EXAMPLE/gfjy/B/{code}", "2026-11-23") for code in codes})

    code, said = run(good, f"http://127.0.0.1:{port}/")

    assert code == 1
    assert said.count("no answer (") == GIVE_UP
    assert said.count(f"not asked: {GIVE_UP} before it did not answer") == 40 - GIVE_UP
    assert "asked: 40; with faults: 40" in said


def test_a_host_that_is_asked_too_often_is_asked_once_more_when_it_says() -> None:
    times: dict[str, int] = {}

    class Busy(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None: ...

        def do_GET(self) -> None:
            times[self.path] = times.get(self.path, 0) + 1
            self.send_response(503 if self.path.startswith("/b") or times[self.path] == 1 else 200)
            self.send_header("Retry-After", "0" if self.path.startswith("/B") else "never")
            self.end_headers()
            self.wfile.write(b'<link rel="canonical" href="https://yc.example/b/YC001/">')

    server = ThreadingHTTPServer(("127.0.0.1", 0), Busy)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found = [(one.fault, one.why) for one in ask([LINE], f"http://127.0.0.1:{server.server_port}/")]
    server.shutdown()
    server.server_close()

    assert found == [("", ""), ("dead", "503")]
    assert times == {"/B/YC001": 2, "/b/YC001/": 1}


def test_without_an_address_what_is_printed_is_asked_for(good: Settings) -> None:
    line = LedgerLine("YC001", "HTTP://127.0.0.1:9/B/YC001", "2026-11-23")

    assert [one.address for one in ask([line])] == ["HTTP://127.0.0.1:9/B/YC001", "HTTP://127.0.0.1:9/b/YC001/"]


def test_wrong_use_has_code_2_and_an_empty_ledger_is_said(good: Settings) -> None:
    assert run(good, "ftp://yc.example/")[0] == 2
    assert run(good) == (0, "no code is in the ledger yet.\n")


def test_never_more_than_a_few_are_asked_at_once() -> None:
    here, most, guard = 0, 0, threading.Lock()

    class Slow(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None: ...

        def do_GET(self) -> None:
            nonlocal here, most
            with guard:
                here += 1
                most = max(most, here)
            threading.Event().wait(0.02)
            with guard:
                here -= 1
            self.send_response(404)
            self.end_headers()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Slow)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    lines = [LedgerLine(f"YC{number:03}", "", "2026-11-23") for number in range(12)]

    assert len(list(ask(lines, f"http://127.0.0.1:{server.server_port}/"))) == 24
    assert 1 < most <= AT_ONCE
    server.shutdown()
    server.server_close()
