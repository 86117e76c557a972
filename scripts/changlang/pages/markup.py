"""Markdown bodies to safe HTML. The only file that imports Python-Markdown.

Two steps, so that the slow one can be remembered: `render` makes clean HTML in which links to records
still read `event:ID` and figures are still names; `Markup.resolve` puts addresses and numbers there, for the
page that the text stands on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from html import escape, unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.inlinepatterns import InlineProcessor

from changlang import urls
from changlang.model.catalogue import Catalogue
from changlang.model.fields import Prose
from changlang.model.figure_text import FigureText
from changlang.model.kinds import KINDS
from changlang.model.languages import Language
from changlang.model.records import Photo
from changlang.pages.clean import ATTRIBUTE, clean
from changlang.pages.explained import Explanations

ShowPhoto = Callable[[Photo, Language, str], str]
FigureTexts = Mapping[str, Mapping[Language, FigureText]]

# The words that links to records begin with, and the folders of their kinds: `event:2018-08-01-ship`.
FOLDERS: Mapping[str, str] = {kind.word: kind.folder for kind in KINDS.values()}
WORD = rf"(?P<word>{'|'.join(FOLDERS)})"
FIGURE = r"\{figure:(?P<figure>[a-z0-9-]+)\}"

BRACKETS: Mapping[Language, str] = {"zh": "（{}）", "en": " ({})"}
FOOTNOTE_BACK: Mapping[Language, str] = {"zh": "回到正文的注释{}", "en": "Back to note {} in the text"}

# Links to records and figures: plain ones in Markdown, all of them in Markdown (and what is none), in HTML.
TOKEN = re.compile(rf"(?<!!)\[(?P<text>[^\[\]\n]+)\]\({WORD}:(?P<id>[A-Za-z0-9-]+)\)|{FIGURE}")
SOURCE_TOKEN = re.compile(
    r"(?P<kept>^(?P<fence>```|~~~).*?^(?P=fence)|(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|\\.|!\[)"
    rf"|\[(?P<text>[^\[\]]*)\]\({WORD}:(?P<id>[^\s)]+)(?P<title>[^)]*)\)|{FIGURE}",
    re.DOTALL | re.MULTILINE,
)
NUMBER = re.compile(r'<data value="figure:(?P<figure>[^"]+)"></data>')
PICTURE = re.compile(rf'<img(?={ATTRIBUTE}*? src="photo:(?P<photo>[^"]+)"){ATTRIBUTE}*>')
POINT = re.compile(rf"<a(?P<attributes>{ATTRIBUTE}*)>(?P<text>.*?)</a>|{NUMBER.pattern}|{PICTURE.pattern}", re.DOTALL)
RECORD = re.compile(rf' href="{WORD}:(?P<id>[^"]+)"')

# What stands before the first word of a sentence, in Markdown or in HTML. Abbreviations end none.
BEGINS = re.compile(
    r"(?:\A|\n[ \t]*\n|\n[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+|<(?:p|li|blockquote)>"
    r"|(?<!\be\.g)(?<!\bi\.e)(?<!\bapprox)(?<!\bNo)(?<!\bca)(?<!\bcf)[.!?][”’\")]?\s+)$"
)

# What makes a text more than paragraphs: a character that Markdown or HTML gives a meaning to, and a line
# that begins as a list, a rule or a definition would.
MARKED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\xa0\\`*_{}\[\]<>&|=~^#]")
MARKED_LINE = re.compile(r"[-+:]|\d+\.")
BLANK_LINES = re.compile(r"\n\n+")


class FigureExtension(Extension):
    """For Python-Markdown: `{figure:ID}` outside code becomes `<data value="figure:ID"></data>`."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(_FigureProcessor(FIGURE, md), "figure", 178)  # after code and backslashes


class _FigureProcessor(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # the library's own processors differ in the same way
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        return Element("data", {"value": f"figure:{m['figure']}"}), m.start(), m.end()


# The signs of which an inline pattern needs one to match; trying a pattern in vain costs as much as using it.
NEEDED: Mapping[str, str] = {
    "backtick": "`",
    "escape": "\\",
    "reference": "[",
    "link": "[",
    "image_link": "[",
    "image_reference": "[",
    "short_reference": "[",
    "short_image_ref": "[",
    "footnote": "[",
    "autolink": "<",
    "automail": "<",
    "html": "<",
    "entity": "&",
    "em_strong": "*_",
    "figure": "{",
}
SIGNS = frozenset("".join(NEEDED.values()))


@lru_cache(maxsize=1 << len(SIGNS))
def _markdown(language: Language, signs: frozenset[str] = SIGNS) -> Markdown:
    """Python-Markdown for texts in which no other `signs` occur than these."""
    footnotes = FootnoteExtension(BACKLINK_TITLE=FOOTNOTE_BACK[language])
    markdown = Markdown(extensions=["tables", "sane_lists", footnotes, FigureExtension()])
    for name, needed in NEEDED.items():
        if signs.isdisjoint(needed):
            markdown.inlinePatterns.deregister(name)
    return markdown


def render(text: str, language: Language) -> str:
    """A body as clean HTML, addresses and figures still to be resolved: a function of its arguments alone."""
    return clean(_paragraphs(text) or _markdown(language, SIGNS.intersection(text)).reset().convert(text))


def _paragraphs(text: str) -> str:
    """What Python-Markdown makes of a text of plain paragraphs, record links and figures; "" for any other.

    Most bodies are such texts, and this takes a tenth of the time. A test holds the two ways equal.
    """
    if not text or text != text.strip():
        return ""
    plain = TOKEN.sub(lambda token: token["text"] or "0", text)
    if MARKED.search(plain) or any(line != line.strip() or MARKED_LINE.match(line) for line in plain.split("\n")):
        return ""
    return "<p>" + TOKEN.sub(_token, BLANK_LINES.sub("</p>\n<p>", text)) + "</p>"


def _token(token: re.Match[str]) -> str:
    if token["figure"]:
        return f'<data value="figure:{token["figure"]}"></data>'
    return f'<a href="{token["word"]}:{token["id"]}">{token["text"]}</a>'


class Markup:
    """Bodies for the pages of one catalogue. Built once a process; its methods change nothing."""

    def __init__(self, catalogue: Catalogue, figures: FigureTexts, photo: ShowPhoto | None = None) -> None:
        """`photo` lays out a photo that a body shows with `![](photo:ID)`; without it such photos are left out."""
        self._catalogue = catalogue
        self._figures = figures
        self._photo = photo
        self._explanations = Explanations(catalogue.terms.values())

    def prose(self, text: Prose, language: Language, here: str) -> str:
        """A body in both languages as finished HTML for the page at the address `here`.

        Where the English is missing it is the Chinese, with the figures in Chinese words and English links. Terms are
        explained where they are first used.
        """
        words: Language = "zh" if text.en == text.zh else language
        return self._explanations.explain(self.resolve(render(text[language], words), language, here, words), words)

    def resolve(self, html: str, language: Language, here: str, words: Language | None = None) -> str:
        """What `render` made, with links to records and figures filled in; `words` is the text's own language.

        A link to a record that is left out of this edition (a sample) is only its text.
        """
        if "<a" not in html and "<data" not in html and "<img" not in html:
            return html
        return POINT.sub(lambda point: self._point(point, language, here, words or language), html)

    def figure(
        self, ident: str, language: Language, here: str, words: Language | None = None, begins: bool = False
    ) -> str:
        """A figure in words, linked to its entry, with its exact value for machines; "" for an unknown id.

        One that is hidden from this edition has no entry: it is only its words. One that `begins` a sentence has a
        capital in English: More than 45,000 came.
        """
        number, href = self._number(ident, words or language, begins), self._href("figure", ident, language, here)
        return f'<a class="figure" href="{href}">{number}</a>' if number and href else number

    def expand(self, text: str, language: Language, here: str, words: Language | None = None) -> str:
        """Markdown in which links to records and figures are filled in, for a text that the host renders."""

        def fill(token: re.Match[str]) -> str:
            if token["kept"]:
                return token[0]
            if token["figure"]:
                return self.figure(token["figure"], language, here, words, _begins(token))
            label = TOKEN.sub(lambda inner: self._number(inner["figure"], words or language), token["text"])
            href = self._href(token["word"], token["id"], language, here)
            return f"[{label}]({href}{token['title']})" if href else label

        return SOURCE_TOKEN.sub(fill, text)

    def _point(self, point: re.Match[str], language: Language, here: str, words: Language) -> str:
        if point["figure"]:
            return self.figure(point["figure"], language, here, words, _begins(point))
        if point["photo"]:
            return self._shown(point["photo"], language, here)
        text = NUMBER.sub(lambda inner: self._number(inner["figure"], words), point["text"])
        record = RECORD.search(point["attributes"])
        if not record:
            return f"<a{point['attributes']}>{text}</a>"
        href = self._href(record["word"], unescape(record["id"]), language, here)
        attributes = point["attributes"].replace(record[0], f' href="{escape(href)}"')
        return f"<a{attributes}>{text}</a>" if href else text

    def placed(self, html: str, language: Language, here: str, words: Language | None = None) -> str:
        """A body that the host rendered, with the photos that it shows and its terms explained."""
        if "<img" in html:
            html = PICTURE.sub(lambda found: self._shown(found["photo"], language, here), html)
        return self._explanations.explain(html, words or language)

    def _shown(self, ident: str, language: Language, here: str) -> str:
        photo = self._catalogue.photos.get(ident)
        return self._photo(photo, language, here) if photo and self._photo else ""

    def _href(self, word: str, ident: str, language: Language, here: str) -> str:
        folder = FOLDERS[word]
        if ident not in self._catalogue.of(folder):
            return ""
        return urls.relative(here, urls.record(folder, ident, language))

    def _number(self, ident: str, language: Language, begins: bool = False) -> str:
        if ident not in self._figures:
            return ""
        words = self._figures[ident][language]
        whole = words.whole[:1].upper() + words.whole[1:] if begins else words.whole
        figure, number = self._catalogue.figures.get(ident), escape(whole)
        if figure:
            number = f'<data value="{figure.value:f}">{number}</data>'
        return number + (BRACKETS[language].format(escape(words.converted)) if words.converted else "")


def _begins(found: re.Match[str]) -> bool:
    """Whether a sentence begins with what was found."""
    return bool(BEGINS.search(found.string, max(0, found.start() - 24), found.start()))
