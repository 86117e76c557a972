"""The only place that knows addresses.

An address is a path below the site's root without a leading slash: `events/2018-08-01-ship/`, `en/timeline/`, `` for
the home page. It ends in a slash where it names a folder's `index.html`.
"""

from __future__ import annotations

import posixpath
from urllib.parse import urlsplit

from changlang.model.kinds import KINDS
from changlang.model.languages import LANGUAGES, Language
from changlang.settings import Settings

PREFIX: dict[Language, str] = {"zh": "", "en": "en/"}
NOT_FOUND = "404.html"
# The ledger of printed codes as the site keeps it, without what the boards show.
LEDGER = "boards/codes.txt"
# Ids that lists of records take below `events/` and its like.
RESERVED = frozenset({"page", "year", "index"})
# Names that a hand-written page would take from a page or folder of the site itself.
OWN = frozenset({*KINDS, "timeline", "glossary", "search", "about/sources", "assets", "b", "en", "404"})


def home(language: Language) -> str:
    return PREFIX[language]


def record(folder: str, ident: str, language: Language) -> str:
    """Where a record's own page is; figures and terms are entries of one page, boards open at `/b/CODE/`."""
    if folder in ("figures", "sources", "terms", "quiz"):
        page = {"figures": "figures/", "sources": "about/sources/", "terms": "glossary/", "quiz": "quiz/"}[folder]
        return f"{PREFIX[language]}{page}#{ident}"
    if folder == "boards":
        return f"{PREFIX[language]}boards/#{ident}"
    return f"{PREFIX[language]}{folder}/{ident}/"


def board(code: str) -> str:
    """The page behind a printed code. Its form never changes."""
    return f"b/{code}/"


def spellings(code: str) -> tuple[str, str]:
    """Both addresses that a board's page is written to: its own, and the one that is printed."""
    return board(code), f"B/{code}/"


def typed(code: str) -> tuple[str, ...]:
    """How else a hand may type them: in small letters. A code without letters has no other spelling."""
    return (f"b/{code.lower()}/", f"B/{code.lower()}/") if code != code.lower() else ()


def printed_address(settings: Settings, code: str) -> str:
    """What is printed on a board: `HTTPS://YC.EXAMPLE/B/YC001`.

    Scheme and host mean the same in capitals (RFC 3986, 6.2.2.1), the folder that a site stands in does not and
    keeps its small letters. Without any, a QR code takes its alphanumeric mode (ISO/IEC 18004, 7.4.4).
    """
    parts = urlsplit(settings.board_url or settings.site_url)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{host}{port}".upper() + f"{parts.path}B/{code}"


def in_letters(address: str) -> str:
    """A printed address as people type it: without scheme, the host in small letters, folder and code as they are."""
    parts = urlsplit(address)
    folder, _, code = parts.path.rpartition("B/")
    return f"{parts.netloc.lower()}{folder}b/{code}"


def listing(path: str, language: Language, page: int = 1) -> str:
    """A list such as `events/` or `events/year/2018/`; from its second page on at `…/page/2/`."""
    return f"{PREFIX[language]}{path}" + (f"page/{page}/" if page > 1 else "")


def search(language: Language) -> str:
    return f"{PREFIX[language]}search/"


def hand(name: str, language: Language) -> str:
    return f"{PREFIX[language]}{name}/"


def other(address: str, language: Language) -> str:
    """The same page in the other language; the page for wrong addresses holds both, and offers the other home."""
    if address == NOT_FOUND:
        return PREFIX["en"]
    path = address[len(PREFIX[language]) :]
    return PREFIX[LANGUAGES[1 - LANGUAGES.index(language)]] + path


def file(address: str) -> str:
    """The file that answers an address."""
    return address + "index.html" if address.endswith("/") or not address else address


def root(address: str) -> str:
    """The way from a page up to the site's root: `../../` for `events/x/`, `./` for the home page."""
    return "../" * address.count("/") or "./"


def relative(here: str, there: str) -> str:
    """A link from one address to another that works under any folder."""
    return root(here) + there if here else there or "./"


def shortest(here: str, there: str) -> str:
    """The shortest link to another address's file: `../x/index.html` from `events/y/` to `events/x/`."""
    return posixpath.relpath(file(there), here or ".")


def absolute(site_url: str, address: str) -> str:
    """The whole address. `site_url` ends in a slash."""
    return site_url + address


def base_path(site_url: str) -> str:
    """The folder that the site stands in: `/` or `/gfjy/`."""
    return urlsplit(site_url).path or "/"
