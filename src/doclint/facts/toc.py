"""The table of contents a writer keeps by hand, or asks a tool to make."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from msgspec import Struct

from doclint.markdown.nodes import Block, Cell, Document, Item, Leaf, Link, List
from doclint.model import Span

_TITLES = frozenset(
    re.findall(
        r"\w+",
        "tableofcontents tablecontents contents toc onthispage inthispage pagecontents inthisdocument inthisarticle "
        "quicklinks navigation quicknavigation inhalt inhaltsverzeichnis",
    )
)
_MARKERS = re.compile(
    r"^[ \t]*(?:\[TOC\]|\[\[_?TOC_?\]\]|\{:\s*toc\b|\{\{[<%]?\s*toc\b|\$\{toc\}|<!--\s*(?:START\s+doc)?toc\b"
    r"|(?:`{3,}|:{3,})\{?(?:contents|toctree|toc)\b|\.\. contents::|<(?:toc|tableofcontents|TOCInline)\b)",
    re.IGNORECASE | re.MULTILINE,
)
_FEWEST = 3  # links to the same page that make a table of contents without a heading
_FIRST_SECTIONS = 3  # where one without a heading may stand


class TocEntry(Struct, frozen=True, gc=False, array_like=True):
    """`target` is the fragment without `#`, empty for plain text."""

    text: str
    target: str
    start: int
    end: int  # of the link, or of the text


class Toc(Struct, frozen=True, gc=False, array_like=True):
    """`section` is the section it is, or stands in; `own` says that the section is nothing but it."""

    section: int
    own: bool
    entries: tuple[TocEntry, ...]
    start: int
    end: int


class TocFact(Struct, frozen=True, gc=False, array_like=True):
    """Where the table of contents is; `section` is -1 when it has no section for itself."""

    section: int
    span: Span


def toc_of(document: Document) -> Toc | None:
    """The table of contents: under its heading; else the links to the same page near the top; else a tool's mark."""
    for index, section in enumerate(document.sections):
        if _letters(section.title) in _TITLES:
            entries = tuple(_entries(document, index))
            links_out = [link for link in _links(document, index) if link.target and not link.target.startswith("#")]
            if entries and len(links_out) <= len(entries) / 2:
                return Toc(index, True, entries, entries[0].start, entries[-1].end)
    for index, section in enumerate(document.sections[:_FIRST_SECTIONS]):
        if section.level > 1:
            break
        entries = tuple(entry for entry in _entries(document, index) if entry.target and not _in_table(document, entry))
        if len(entries) >= _FEWEST:
            return Toc(index, False, entries, entries[0].start, entries[-1].end)
    if b"toc" in document.text.encode("utf-8", "replace").lower() or "contents" in document.text:
        marker = _MARKERS.search(document.text)
        if marker:
            return Toc(document.section_at(marker.start()), False, (), marker.start(), marker.end())
    return None


def _in_table(document: Document, entry: TocEntry) -> bool:
    return isinstance(document.leaves[bisect_right(document.leaves, entry.start, key=_start) - 1], Cell)


def toc_fact_of(document: Document) -> TocFact | None:
    """What others need to know of it."""
    toc = document.ask(toc_of)
    return TocFact(toc.section if toc.own else -1, document.span(toc.start, toc.end)) if toc else None


def _letters(title: str) -> str:
    return "".join(filter(str.isalpha, title.casefold()))


def _links(document: Document, index: int) -> list[Link]:
    section = document.sections[index]
    first, last = (bisect_left(document.links, at, key=_start) for at in (section.start, section.own_end))
    return [link for link in document.links[first:last] if not link.image]


def _start(node: Link | Leaf) -> int:
    return node.start


def _entries(document: Document, index: int) -> Iterator[TocEntry]:
    section = document.sections[index]
    links = [
        link for link in _links(document, index) if link.target[:1] == "#" and link.target[1:] and link.text.strip()
    ]
    items = list(_items(document.children[slice(*section.blocks)])) if _letters(section.title) in _TITLES else []
    if not items:
        for link in links:
            yield TocEntry(" ".join(link.text.split()), link.target[1:], link.start, link.end)
    for item in items:
        leaf = item.leaf
        if leaf is None:
            continue
        index = bisect_left(links, leaf.start, key=_start)
        first = links[index] if index < len(links) else None
        if first and first.start < leaf.end:
            yield TocEntry(" ".join(first.text.split()), first.target[1:], first.start, first.end)
        else:
            yield TocEntry(" ".join(leaf.text.split()), "", leaf.start, leaf.end)


def _items(blocks: tuple[Block, ...]) -> Iterator[Item]:
    """Items in document order. Without recursion: lists may be nested as deep as the reader goes."""
    waiting = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        if isinstance(block, Item):
            yield block
        if isinstance(block, Item | List):
            waiting.extend(reversed(block.children))
