"""The preview: a small server, a watch on the sources, and pages that reload themselves when a build is done."""

from __future__ import annotations

import json
import queue
import re
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from watchfiles import watch

from changlang import urls

EVENTS = "/_changlang/events"
# The address of a board in whatever mixture of capitals somebody typed it.
BOARD = re.compile(r"b/([a-z0-9]{3,20})/?", re.IGNORECASE | re.ASCII)
# Added to pages on their way out, never to the site itself.
RELOAD = f"""<script>
(function () {{
  var events = new EventSource("{EVENTS}");
  events.onmessage = function (event) {{
    var problems = JSON.parse(event.data);
    if (!problems) return location.reload();
    var box = document.getElementById("changlang-problems") || document.createElement("pre");
    box.id = "changlang-problems";
    box.textContent = problems;
    box.style.cssText = "position:fixed;inset:auto 0 0 0;max-height:50vh;overflow:auto;margin:0;padding:16px;" +
      "background:#1d2126;color:#fff;font:14px/1.6 monospace;white-space:pre-wrap;z-index:99";
    document.body.appendChild(box);
  }};
}})();
</script>""".encode()


@dataclass
class Readers:
    """The browsers that wait for the next build."""

    waiting: list[queue.SimpleQueue[str]] = field(default_factory=list)
    guard: threading.Lock = field(default_factory=threading.Lock)

    def tell(self, problems: str) -> None:
        """Empty text: reload. Anything else is shown on the page."""
        with self.guard:
            for reader in self.waiting:
                reader.put(problems)

    def join(self) -> queue.SimpleQueue[str]:
        reader: queue.SimpleQueue[str] = queue.SimpleQueue()
        with self.guard:
            self.waiting.append(reader)
        return reader

    def leave(self, reader: queue.SimpleQueue[str]) -> None:
        with self.guard:
            self.waiting.remove(reader)


def start(folder: Path, base: str, port: int, reload: bool = True) -> tuple[ThreadingHTTPServer, Readers]:
    """A running server of `folder` below the path `base`, on this machine only; port 0 takes a free one.

    With `reload`, pages reload themselves when the `Readers` are told so. Raises OSError where the port is taken.
    """
    readers = Readers()

    class Handler(_Handler):
        site = folder
        base_path = base
        listeners = readers
        addition = RELOAD if reload else b""

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, readers


def on_change(folders: Iterable[Path], build: Callable[[], None], stop: threading.Event | None = None) -> None:
    """Calls `build` after each burst of changes below the folders, until interrupted or `stop` is set."""
    present = [folder for folder in folders if folder.exists()]
    for _ in watch(*present, debounce=200, step=50, stop_event=stop, raise_interrupt=False):
        build()


class _Handler(SimpleHTTPRequestHandler):
    site: Path
    base_path: str
    listeners: Readers
    addition: bytes
    protocol_version = "HTTP/1.0"

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are not news to the officer."""

    def do_HEAD(self) -> None:
        """What `do_GET` answers, without the body: `_send` leaves it out."""
        self.do_GET()

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == EVENTS and self.command == "GET":
            self._events()
        elif not path.startswith(self.base_path):
            self._redirect(self.base_path)
        else:
            self._file(path[len(self.base_path) :])

    def _redirect(self, place: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", place)
        self.end_headers()

    def _file(self, address: str) -> None:
        wanted = (self.site / urls.file(address)).resolve()
        inside = wanted.is_relative_to(self.site.resolve())
        if inside and wanted.is_dir():
            self._redirect(f"{self.base_path}{address}/")
        elif inside and wanted.is_file():
            self._send(HTTPStatus.OK, wanted)
        elif (code := BOARD.fullmatch(address)) and (there := self._board(code[1].upper())):
            self._redirect(self.base_path + there)
        else:
            self._send(HTTPStatus.NOT_FOUND, self.site / "404.html")

    def _board(self, code: str) -> str:
        """Where a board's page is: a site that was built where `b` is `B` has one spelling of the two."""
        return next((here for here in urls.spellings(code) if (self.site / urls.file(here)).is_file()), "")

    def _send(self, status: HTTPStatus, file: Path) -> None:
        data = file.read_bytes() if file.is_file() else b"404"
        if file.suffix == ".html":
            data = data.replace(b"</body>", self.addition + b"</body>")
        self.send_response(status)
        self.send_header("Content-Type", self._type(file))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _type(self, file: Path) -> str:
        kind = self.guess_type(str(file))
        return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith(("xml", "json")) else kind

    def _events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        reader = self.listeners.join()
        try:
            while True:
                self.wfile.write(f"data: {json.dumps(reader.get())}\n\n".encode())
                self.wfile.flush()
        except (BrokenPipeError, ConnectionResetError):
            pass
        finally:
            self.listeners.leave(reader)
