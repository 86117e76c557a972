"""A built site at an address of this machine, as `changlang serve` gives it but without its reload script."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from changlang import serve


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Where the folder's home page is, until nobody asks any more: below a path, as on a portal."""
    server, _ = serve.start(folder, "/gfjy/", 0, reload=False)
    try:
        yield f"http://127.0.0.1:{server.server_port}/gfjy/"
    finally:
        server.shutdown()
        server.server_close()
