"""What a document says of itself: when it was updated, who owns it, which version it is, for whom it is."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from doclint.facts.labels import labels_of
from doclint.markdown.nodes import Cell, Document, Leaf, Paragraph, Table
from doclint.model import Span

_NAMES = {
    "updated": "last updated|last update|updated|updated on|updated at|update date|date updated|last modified|modified"
    "|last modification|modification date|date modified|last changed|last change|last revised|revised|revised on"
    "|last revision|revision date|date of last update|lastmod|lastupdated|lastmodified|document updated|as of",
    "reviewed": "last reviewed|last review|last reviewed on|reviewed|reviewed on|date reviewed|last verified"
    "|last verified on|verified|verified on|last validated|validated on|last tested|last checked|last audited",
    "next review": "next review|next review date|next review due|review due|review by|review due date|next revision"
    "|next update|next scheduled review|expires|expires on|expiry|valid until|due for review",
    "interval": "review in|review frequency|review cycle|review interval|review schedule|review cadence"
    "|update frequency|update interval|update schedule|update cycle|update cadence|frequency|cadence"
    "|schedule|interval|updated every|review every|reviewed every|refresh|review interval days"
    "|review cadence days|review after days",
    "created": "created|created on|created at|date created|creation date|published|published on|publication date"
    "|first published|date published|initial release",
    "date": "date|document date|effective date|report date",
    "owner": "owner|owners|document owner|doc owner|owned by|owning team|maintainer|maintainers|maintained by"
    "|owner team|team owner|content owner|primary owner|responsible|responsible team|document owners",
    "author": "author|authors|written by|prepared by|created by|last updated by|updated by",
    "version": "version|document version|doc version|revision|document revision|ver|guide version|playbook version"
    "|runbook version",
    "audience": "audience|target audience|intended audience",
    "classification": "classification|sensitivity|confidentiality|data classification|information classification",
    "status": "status|document status|state",
}
KINDS = {name: kind for kind, names in _NAMES.items() for name in names.split("|")}
_ANYWHERE = frozenset({"updated", "reviewed", "next review"})  # nothing but the document itself is meant by these
_ABOUT = re.compile(
    r"\b(?:document (?:control|info|information|details|history|maintenance|metadata)"
    r"|metadata|about this (?:document|page)|maintenance|ownership|revision|change ?log|version|contacts?|support)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(r"\b(?:changes?|description|summary|notes?|comments?|modifications?|what|reason)\b", re.IGNORECASE)
_DAY_OR_MONTH = "(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DATES = ("date", "updated", "created")
_HEADER_LINES = 40
_FOOTER_LINES = 25
_MARKS = ("updat", "review", "verif", "modif", "revis", "owne", "mainta", "version", "status:")
_LONGEST_NUMBER = 20  # digits
_LONGEST_NAME = 100  # the names are not half as long
_LONGEST = 400  # characters of a paragraph that may be a line of fields


class StampFact(Struct, frozen=True, gc=False, array_like=True):
    """
    A field a document states about itself.

    `kind` is what it means (updated, reviewed, next review, interval, created, date, owner, author, version,
    audience, classification, status), `name` how it is spelled there; `span` is that of the name.
    """

    kind: str
    name: str
    value: str
    span: Span
    value_span: Span
    whole: bool = True  # it stands where it speaks of the whole document, not of a part of it


class RevisionFact(Struct, frozen=True, gc=False, array_like=True):
    """A row of a version history; either may be empty."""

    version: str
    date: str
    span: Span


def kind_of(name: str) -> str:
    """What a field of this name means, empty when it is none of ours; case, `-`, `_` and emoji do not matter."""
    return _kind_of(name) if len(name) <= _LONGEST_NAME else ""


def version_number(version: str) -> tuple[int, ...]:
    """1.0, v1.0.0 and "Version 1" are the same; empty for what is no number."""
    parts = version.strip().lower().removeprefix("version").strip(" v*`").split(" ")[0].split(".")
    if not all(part.isascii() and part.isdigit() and len(part) < _LONGEST_NUMBER for part in parts):
        return ()
    numbers = [int(part) for part in parts]
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


@lru_cache(4096)
def _kind_of(name: str) -> str:
    return KINDS.get(_folded(name), "")


def _folded(name: str) -> str:
    if "_" in name or "-" in name:
        name = name.replace("_", " ").replace("-", " ")
    return " ".join(name.casefold().split()).strip(" :*📅🗓️👤👥🔄📌📝")


def stamps_of(document: Document) -> tuple[StampFact, ...]:
    """The fields of front matter, labels, plain lines and tables, each kind where it speaks of the document."""
    found: dict[tuple[int, str], StampFact] = {}
    for stamp in (*_front_matter(document), *_labels(document), *_lines(document), *_tables(document)):
        if stamp.whole or stamp.kind in _ANYWHERE:
            found.setdefault((stamp.value_span.line, stamp.kind), stamp)
    return tuple(sorted(found.values(), key=lambda stamp: stamp.span))


def _front_matter(document: Document) -> Iterator[StampFact]:
    for field in document.front_matter.fields if document.front_matter else ():
        kind = kind_of(field.key)
        if kind:
            yield StampFact(kind, field.key, ", ".join(field.values) or field.value, field.span, field.value_span)


def _labels(document: Document) -> Iterator[StampFact]:
    for label in document.ask(labels_of):
        kind = kind_of(label.name)
        if kind:
            whole = _is_about(document, label.span.line, label.section)
            yield StampFact(kind, label.name, label.value, label.span, label.value_span, whole)


def _is_about(document: Document, line: int, section: int) -> bool:
    """Is this the head or the foot of the document, or a section about the document?"""
    if section in document.ask(_sections_about_it):
        return True
    if line > document.line_count - _FOOTER_LINES:
        return True
    return line <= _HEADER_LINES and not any(part.level > 1 for part in document.sections[: section + 1])


def _sections_about_it(document: Document) -> frozenset[int]:
    """The sections that are about the document, by their titles."""
    return frozenset(
        index
        for index, section in enumerate(document.sections)
        if section.level > 1 and _ABOUT.search(section.title, 0, _LONGEST)
    )


def _lines(document: Document) -> Iterator[StampFact]:
    """Lines without bold: `Last Updated: 2026-01-31`, also `Version 2 | Last updated: 3 May 2026`."""
    starts = document.line_starts
    head, foot = starts[min(_HEADER_LINES, len(starts) - 1)], starts[max(len(starts) - _FOOTER_LINES - 2, 0)]
    about = [document.sections[index] for index in document.ask(_sections_about_it)]
    places = [(0, head + 1), (foot, len(document.text) + 1), *((section.start, section.own_end) for section in about)]
    for index in sorted({index for place in places for index in _leaves(document, *place)}):
        leaf = document.leaves[index]
        text = leaf.text
        if (":" in text or "ast " in text) and isinstance(leaf, Paragraph):
            folded = text[:_LONGEST].casefold()
            if any(mark in folded for mark in _MARKS):
                yield from _in_line(document, leaf)


def _leaves(document: Document, start: int, end: int) -> range:
    """Indexes of the leaves that begin in a stretch of the text."""
    return range(*(bisect_left(document.leaves, place, key=lambda leaf: leaf.start) for place in (start, end)))


@cache
def _line_pattern() -> re.Pattern[str]:
    names = sorted(
        (name for name, kind in KINDS.items() if kind in _ANYWHERE | {"owner", "version", "status"}), key=len
    )
    return re.compile(
        rf"(?:^|(?<=[.|;•·(]))[ \t]*(?:this (?:document|page|guide|runbook) was )?"
        rf"(?P<name>{'|'.join(reversed(names))})\b"
        rf"(?P<mark>[ \t]*(?::|=|[-–—]\s)|(?:[ \t]+on)?(?=[ \t]+[\d(]|[ \t]+{_DAY_OR_MONTH}[a-z]*,? \d))"
        rf"[ \t]*(?P<value>[^|;•\n]*)",
        re.IGNORECASE | re.MULTILINE,
    )


def _in_line(document: Document, leaf: Leaf) -> Iterator[StampFact]:
    for match in _line_pattern().finditer(leaf.text, 0, _LONGEST):
        name = document.span(*leaf.source_range(*match.span("name")))
        value = match["value"].rstrip(" \t*_.")
        start = match.start("value")
        place = document.span(*leaf.source_range(start, start + len(value)))
        about = _is_about(document, name.line, document.section_at(leaf.start))
        kind = kind_of(match["name"])
        yield StampFact(kind, match["name"], value, name, place, about and (kind in _ANYWHERE or ":" in match["mark"]))


def _tables(document: Document) -> Iterator[StampFact]:
    """Two-column tables of fields, and tables of one row under their names."""
    for table in document.tables:
        if len(table.rows) == 1 and not is_history(table) and all(kind_of(cell.text) for cell in table.head):
            yield from _in_table(document, list(zip(table.head, table.rows[0], strict=True)))
        elif len(table.head) == 2:  # the head may be a field, too
            yield from _in_table(document, [(row[0], row[1]) for row in (table.head, *table.rows)])
        elif len(table.rows) == 1 and not is_history(table):
            yield from _in_table(document, list(zip(table.head, table.rows[0], strict=True)))


def _in_table(document: Document, pairs: list[tuple[Cell, Cell]]) -> Iterator[StampFact]:
    kinds = [kind_of(name.text) for name, _ in pairs]
    if sum(map(bool, kinds)) < 2 and not _ANYWHERE.intersection(kinds):
        return
    for kind, (name, cell) in zip(kinds, pairs, strict=True):
        if kind:
            span = document.span_of(name)
            value = document.span(*cell.source_range(0, len(cell.text))) if cell.text else document.span_of(cell)
            about = _is_about(document, span.line, document.section_at(name.start))
            yield StampFact(kind, name.text.strip().rstrip(":"), cell.text.strip(), span, value, about)


def is_history(table: Table) -> bool:
    """Does a table list versions or dates with what changed?"""
    first = kind_of(table.head[0].text)
    return first in ("version", *_DATES) and any(_CHANGE.search(cell.text) for cell in table.head)


def revisions_of(document: Document) -> tuple[RevisionFact, ...]:
    """The rows of version histories in document order."""
    return tuple(row for table in document.tables if is_history(table) for row in _revisions(document, table))


def _revisions(document: Document, table: Table) -> Iterator[RevisionFact]:
    kinds = [kind_of(cell.text) for cell in table.head]
    version = kinds.index("version") if "version" in kinds else None
    date = next((index for index, kind in enumerate(kinds) if kind in _DATES), None)
    for row in table.rows:
        yield RevisionFact(
            row[version].text.strip() if version is not None else "",
            row[date].text.strip() if date is not None else "",
            document.span(row[0].start, row[-1].end),
        )
