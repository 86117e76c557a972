"""`changlang serve`: build, show, and build again whenever something is saved."""

from __future__ import annotations

import gc
import time

from changlang import pipeline, serve, urls
from changlang.console import Console
from changlang.problems import as_text
from changlang.settings import Settings


def preview(settings: Settings, port: int, console: Console) -> None:
    """Serves the site with its drafts until interrupted. Raises OSError where the port is taken."""
    target = settings.cache / "preview"
    base = urls.base_path(settings.site_url)
    server, readers = serve.start(target, base, port)

    def rebuild() -> None:
        started = time.perf_counter()
        outcome = pipeline.build(settings, target, progress=console.progress)
        gc.collect()
        console.report(outcome.problems)
        if outcome.written is None:
            readers.tell("\n".join(as_text(found, console.language) for found in outcome.problems))
        else:
            console.say("rebuilt", written=outcome.written, seconds=time.perf_counter() - started)
            readers.tell("")

    rebuild()
    console.say("serving", url=f"http://127.0.0.1:{server.server_port}{base}")
    serve.on_change([settings.content, *settings.docs.values(), settings.photos, settings.media], rebuild)
    server.shutdown()
    server.server_close()
