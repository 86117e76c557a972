"""Asks a site on the network whether its printed codes open: a few at a time, as a phone would, and no more."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from http.client import HTTPException
from time import sleep
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

from changlang import __version__
from changlang.codes.ledger import LedgerLine

AT_ONCE = 4
PATIENCE = 10.0  # seconds for each answer
GIVE_UP = 8  # addresses in a row without any answer: then there is nobody there to ask
LONGEST_PAUSE = 60  # seconds that a host may ask us to wait (RFC 9110, 10.2.3)
LONGEST = 256 * 1024  # bytes of a page that are looked at
HOPS = 5
CANONICAL = re.compile(r'<link rel="canonical" href="[^"]*/b/([A-Z0-9]+)/"')

Fault = Literal["", "dead", "silent", "unasked", "elsewhere", "wrong"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address gave: `fault` is "" where its board opens, and `why` says more where it does not."""

    code: str
    address: str
    fault: Fault
    why: str = ""


def addresses(line: LedgerLine, site: str = "") -> tuple[str, str]:
    """Both spellings of a code, as printed and as typed, below `site` or else where it was printed."""
    base = site or line.address.removesuffix(f"B/{line.code}")
    return f"{base}B/{line.code}", f"{base}b/{line.code}/"


def ask(lines: Iterable[LedgerLine], site: str = "", patience: float = PATIENCE) -> Iterator[Asked]:
    """Asks for every code in both spellings, in order; `site` ends in a slash. A network that fails is an answer.

    Where address after address stays silent the rest is not asked for: nobody waits all day for a host that is down.
    """
    wanted = [(line.code, address) for line in lines for address in addresses(line, site)]
    silent = 0
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for start in range(0, len(wanted), AT_ONCE):
            if silent >= GIVE_UP:
                yield from (Asked(code, address, "unasked", str(silent)) for code, address in wanted[start:])
                return
            for asked in pool.map(partial(_asked, patience=patience), wanted[start : start + AT_ONCE]):
                silent = silent + 1 if asked.fault == "silent" else 0
                yield asked


def _asked(wanted: tuple[str, str], patience: float) -> Asked:
    code, address = wanted
    here = address
    for _ in range(HOPS):
        try:
            status, onward, text = _get(here, patience)
        except (OSError, HTTPException) as fault:
            return Asked(code, address, "silent", str(getattr(fault, "reason", fault)) or type(fault).__name__)
        except ValueError as fault:
            return Asked(code, address, "dead", str(fault))
        if status >= 400:
            return Asked(code, address, "dead", str(status))
        if not onward:
            return _judged(code, address, here, text)
        here = urljoin(here, onward)
    return Asked(code, address, "elsewhere", here)


def _judged(code: str, address: str, here: str, text: str) -> Asked:
    """A board's page names its code in its canonical address, wherever it is served from."""
    found = CANONICAL.search(text)
    if found and found[1] == code:
        return Asked(code, address, "")
    return Asked(code, address, "elsewhere" if here.rstrip("/") != address.rstrip("/") else "wrong", here)


class _Unled(urllib.request.HTTPRedirectHandler):
    """Follows nothing by itself, so that every step is seen."""

    def redirect_request(self, *_: Any) -> None:
        return None


def _get(address: str, patience: float, again: bool = True) -> tuple[int, str, str]:
    """(status, where it leads on to, text). Raises OSError and its like where there is no answer.

    A host that is asked too often and says how long to wait is asked once more then.
    """
    if urlsplit(address).scheme.lower() not in ("http", "https"):
        raise ValueError(address)
    request = urllib.request.Request(address, headers={"User-Agent": f"changlang/{__version__} (boards check-live)"})
    try:
        with urllib.request.build_opener(_Unled).open(request, timeout=patience) as answer:
            return answer.status, "", answer.read(LONGEST).decode("utf-8", "replace")
    except urllib.error.HTTPError as answer:
        with answer:
            pause = answer.headers.get("Retry-After", "")
            if not (again and answer.code in (429, 503) and pause.isdecimal() and int(pause) <= LONGEST_PAUSE):
                return answer.code, (answer.headers.get("Location") or "") if answer.code < 400 else "", ""
    sleep(int(pause))
    return _get(address, patience, again=False)
