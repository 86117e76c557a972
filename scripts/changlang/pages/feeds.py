"""What machines fetch: an Atom feed a language, the site map, `robots.txt`. Same records, same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import islice
from xml.sax.saxutils import escape, quoteattr

from changlang import urls
from changlang.model.catalogue import Catalogue
from changlang.model.languages import SPOKEN, Language
from changlang.model.pages import Page
from changlang.model.records import Event
from changlang.pages.head import both
from changlang.settings import Settings

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
NEWEST = 30
# RFC 4287 asks every feed when it was last changed; a feed without entries never was.
NEVER = date(1970, 1, 1)
# The most addresses that one site map may hold (sitemaps.org protocol 0.9).
PART = 50_000
UNLISTED = frozenset({"notfound"})


def feed(catalogue: Catalogue, settings: Settings, language: Language) -> tuple[str, str]:
    """(address, XML) of the Atom feed (RFC 4287) of the newest events in one language; those without English
    are no news to English readers.

    An entry's id is its page's address. `updated` is the event's last day in China: a feed built again from
    the same records is the same, whatever the clock says.
    """
    address = urls.PREFIX[language] + "feed.xml"
    told = (event for event in catalogue.events.values() if language == "zh" or event.behind != "missing")
    events = list(islice(told, NEWEST))
    here, home = (urls.absolute(settings.site_url, path) for path in (address, urls.home(language)))
    author = settings.organiser or settings.site_name
    head = (
        f"{_element('title', settings.site_name[language])}{_element('id', here)}"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(here)}/>'
        f'<link rel="alternate" type="text/html" href={quoteattr(home)}/>'
        f"{_element('updated', _moment(max((event.date.last for event in events), default=NEVER)))}"
        f"<author>{_element('name', author[language])}</author>"
    )
    entries = "".join(_entry(event, catalogue, settings, language) for event in events)
    root = f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{SPOKEN[language]}">'
    return address, f"{DECLARATION}{root}{head}{entries}</feed>\n"


def _entry(event: Event, catalogue: Catalogue, settings: Settings, language: Language) -> str:
    page = urls.absolute(settings.site_url, urls.record("events", event.id, language))
    column = catalogue.columns[event.column]
    summary = _element("summary", event.summary[language]) if event.summary else ""
    return (
        f"\n<entry>{_element('title', event.title[language])}{_element('id', page)}"
        f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>'
        f"{_element('updated', _moment(event.date.last))}"
        f"<category term={quoteattr(column.id)} label={quoteattr(column.title[language])}/>{summary}</entry>"
    )


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def _moment(day: date) -> str:
    """The day's beginning in China, as RFC 3339 writes it."""
    return f"{day.isoformat()}T00:00:00+08:00"


def sitemap(pages: Iterable[Page], settings: Settings) -> Mapping[str, str]:
    """The site map's files by address: one, or an index and parts of at most 50,000 addresses.

    Every page names both its languages (`hreflang`), and the Chinese one for readers of any other.
    """
    base = escape(settings.site_url, {'"': "&quot;"})
    rows = [_row(base, page) for page in pages if page.frame not in UNLISTED and _listed(page)]
    parts = [rows[start : start + PART] for start in range(0, len(rows), PART)] or [[]]
    if len(parts) == 1:
        return {"sitemap.xml": _urlset(parts[0])}
    files = {f"sitemap-{number}.xml": _urlset(part) for number, part in enumerate(parts, 1)}
    index = "".join(f"\n<sitemap><loc>{base}{name}</loc></sitemap>" for name in files)
    root = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return {"sitemap.xml": f"{DECLARATION}{root}{index}</sitemapindex>\n", **files}


def _listed(page: Page) -> bool:
    """Not an English address where the Chinese stands for want of a translation."""
    return page.language == "zh" or page.behind != "missing"


def _row(base: str, page: Page) -> str:
    """Addresses need no escaping: ids are ASCII letters, digits and hyphens."""
    if not page.translated:
        return f"\n<url><loc>{base}{page.address}</loc></url>"
    pair = both(page)
    return (
        f"\n<url><loc>{base}{page.address}</loc>"
        f'<xhtml:link rel="alternate" hreflang="zh-CN" href="{base}{pair["zh"]}"/>'
        f'<xhtml:link rel="alternate" hreflang="en" href="{base}{pair["en"]}"/>'
        f'<xhtml:link rel="alternate" hreflang="x-default" href="{base}{pair["zh"]}"/></url>'
    )


def _urlset(rows: Iterable[str]) -> str:
    root = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
    return f"{DECLARATION}{root}{''.join(rows)}</urlset>\n"


def robots(settings: Settings) -> str:
    """`robots.txt`: everything may be read, and where the site map is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {urls.absolute(settings.site_url, 'sitemap.xml')}\n"
