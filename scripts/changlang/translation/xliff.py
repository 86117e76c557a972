"""XLIFF 2.0 (OASIS, 2014): the work of a translator as a file for the translator's own tool, and back.

Only this file imports lxml. A `file` is a record, a `unit` one of its texts with one segment; references, link
targets, code and HTML stand in `ph` elements, so that a tool protects them, and their text in the file's
`originalData`. Nothing is fetched, no entity is resolved, and a document type is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from lxml import etree

from changlang.translation.state import State

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
N = f"{{{NAMESPACE}}}"
LANG_ZH, LANG_EN = "zh-CN", "en"
# How our states are called in a segment (XLIFF 2.0, 4.3.1.30), and what a translator may hand back.
SENT: Mapping[State, str] = {"missing": "initial", "draft": "translated", "stale": "translated", "confirmed": "final"}
STATES = frozenset({"initial", "translated", "reviewed", "final"})
# What no translator changes: figures, targets of links and pictures, code, HTML.
PROTECTED = re.compile(
    r"\{figure:[^}\s]*\}|(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|`+[^`]+`+|</?[A-Za-z][^<>]*>"
)


class Unit(NamedTuple):
    """One text: `name` is its field (`title`, `honours.0.title`), `en` is "" where there is none."""

    name: str
    zh: str
    en: str
    state: str = "initial"


class File(NamedTuple):
    """One record by its key, its Chinese file for the translator's information, and its texts."""

    key: str
    original: str
    units: tuple[Unit, ...]


class Unreadable(Exception):
    """What came back is no XLIFF 2.0 of ours: `reason` says in few words why, `line` where."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


def write(files: Iterable[File]) -> bytes:
    """An XLIFF 2.0 document from Chinese to English."""
    prefixes: Any = {None: NAMESPACE}
    root = etree.Element(f"{N}xliff", {"version": "2.0", "srcLang": LANG_ZH, "trgLang": LANG_EN}, prefixes)
    root.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for number, file in enumerate(files, 1):
        node = etree.SubElement(root, f"{N}file", {"id": f"f{number}", "original": file.original})
        notes = etree.SubElement(node, f"{N}notes")
        etree.SubElement(notes, f"{N}note", {"category": "record"}).text = file.key
        for place, unit in enumerate(file.units, 1):
            _write_unit(node, f"u{place}", unit)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def _write_unit(file: etree._Element, ident: str, unit: Unit) -> None:
    node = etree.SubElement(file, f"{N}unit", {"id": ident, "name": unit.name})
    data: dict[str, str] = {}
    segment = etree.Element(f"{N}segment", {"state": unit.state})
    _fill(etree.SubElement(segment, f"{N}source"), unit.zh, data)
    if unit.en:
        _fill(etree.SubElement(segment, f"{N}target"), unit.en, data)
    if data:
        original = etree.SubElement(node, f"{N}originalData")
        for text, name in data.items():
            etree.SubElement(original, f"{N}data", {"id": name}).text = text
    node.append(segment)


def _fill(node: etree._Element, text: str, data: dict[str, str]) -> None:
    """A text with its protected pieces as `ph`: equal pieces share their data, and each has its own number."""
    end, last, seen = 0, None, dict[str, int]()
    for match in PROTECTED.finditer(text):
        _append(node, last, text[end : match.start()])
        name = data.setdefault(match[0], f"d{len(data) + 1}")
        seen[name] = seen.get(name, 0) + 1
        last = etree.SubElement(node, f"{N}ph", {"id": f"{name}-{seen[name]}", "dataRef": name, "disp": match[0]})
        end = match.end()
    _append(node, last, text[end:])


def _append(node: etree._Element, last: etree._Element | None, text: str) -> None:
    if last is None:
        node.text = text
    else:
        last.tail = text


def read(data: bytes) -> tuple[File, ...]:
    """The records of an XLIFF 2.0 document that we wrote and a tool may have rewritten. Raises `Unreadable`."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise Unreadable("not XML", fault.lineno or 0) from fault
    document: Any = root.getroottree().docinfo
    if document.doctype:
        raise Unreadable("DOCTYPE", 1)
    if root.tag != f"{N}xliff" or not (root.get("version") or "").startswith("2."):
        raise Unreadable("not XLIFF 2.0", _line(root))
    for name, language in (("srcLang", "zh"), ("trgLang", "en")):
        if (root.get(name) or "").partition("-")[0].lower() != language:
            raise Unreadable(f"{name} is not {language}", _line(root))
    return tuple(_file(node) for node in root.iterfind(f"{N}file"))


def _line(node: Any) -> int:
    return int(node.sourceline or 0)


def _file(node: etree._Element) -> File:
    notes = {note.get("category"): (note.text or "").strip() for note in node.iterfind(f"{N}notes/{N}note")}
    if not notes.get("record"):
        raise Unreadable("a file without its note “record”", _line(node))
    units = tuple(_unit(unit) for unit in node.iter(f"{N}unit"))
    return File(notes["record"], node.get("original") or "", units)


def _unit(node: etree._Element) -> Unit:
    """A unit's texts. A tool may have cut it into several segments: their texts and what stands between are one."""
    data = {item.get("id"): item.text or "" for item in node.iterfind(f"{N}originalData/{N}data")}
    name = node.get("name")
    if not name:
        raise Unreadable("a unit without its name", _line(node))
    parts = [part for part in node if part.tag in (f"{N}segment", f"{N}ignorable")]
    zh = "".join(_side(part, "source", data) or "" for part in parts)
    english = [_side(part, "target", data) for part in parts]
    if any(text is None and part.tag == f"{N}segment" for text, part in zip(english, parts, strict=True)):
        return Unit(name, zh, "")
    en = "".join(_between(part, data) if text is None else text for text, part in zip(english, parts, strict=True))
    return Unit(name, zh, en, _lowest(parts))


def _between(part: etree._Element, data: Mapping[str | None, str]) -> str:
    """What stands between segments is the same in both languages where a tool did not say otherwise."""
    return _side(part, "source", data) or ""


def _lowest(parts: Iterable[etree._Element]) -> str:
    """A unit has come as far as the segment that has come least far."""
    order = ("initial", "translated", "reviewed", "final")
    found = [part.get("state") or "initial" for part in parts if part.tag == f"{N}segment"]
    return min((name if name in STATES else "initial" for name in found), key=order.index, default="initial")


def _side(part: etree._Element, name: str, data: Mapping[str | None, str]) -> str | None:
    node = part.find(f"{N}{name}")
    return None if node is None else "".join(_text(node, data))


def _text(node: etree._Element, data: Mapping[str | None, str]) -> Iterator[str]:
    """The text of inline content: `ph` is its data, of marks that a tool put in only the text counts."""
    yield node.text or ""
    for child in node:
        if child.tag == f"{N}ph":
            yield data.get(child.get("dataRef"), child.get("disp") or "")
        elif child.tag == f"{N}cp":
            yield chr(int(child.get("hex") or "20", 16))
        elif isinstance(child.tag, str):
            yield from _text(child, data)
        yield child.tail or ""
