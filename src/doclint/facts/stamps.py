"""What a document says of itself: when it was updated, who owns it, which version it is, for whom it is."""

import re
from functools import cache

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
    "|review every|reviewed every|refresh",
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
    r"|metadata|about this (?:document|page)|maintenance|ownership|revision|change ?log|version|contacts?)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(r"\b(?:changes?|description|summary|notes?|comments?|modifications?|what|reason)\b", re.IGNORECASE)
_HEADER_LINES = 40
_FOOTER_LINES = 25
_MARKS = ("updat", "review", "verif", "modif", "revis", "owne", "mainta", "version")
_LONGEST = 400  # characters of a paragraph that may be a line of fields


class StampFact(Struct, frozen=True, gc=False):
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


class RevisionFact(Struct, frozen=True, gc=False):
    """A row of a version history; either may be empty."""

    version: str
    date: str
    span: Span


def kind_of(name: str) -> str:
    """What a field of this name means, empty when it is none of ours; case, `-`, `_` and emoji do not matter."""
    return KINDS.get(_folded(name), "")


def _folded(name: str) -> str:
    if "_" in name or "-" in name:
        name = name.replace("_", " ").replace("-", " ")
    return " ".join(name.casefold().split()).strip(" :*📅🗓️👤👥🔄📌📝")


def stamps_of(document: Document) -> tuple[StampFact, ...]:
    """The fields of front matter, labels, plain lines and tables, each kind where it speaks of the document."""
    found: dict[tuple[int, str], StampFact] = {}
    for stamp in (*_front_matter(document), *_labels(document), *_lines(document), *_tables(document)):
        found.setdefault((stamp.value_span.line, stamp.kind), stamp)
    return tuple(sorted(found.values(), key=lambda stamp: stamp.span))


def _front_matter(document: Document) -> list[StampFact]:
    if document.front_matter is None:
        return []
    return [
        StampFact(kind, field.key, ", ".join(field.values) or field.value, field.span, field.value_span)
        for field in document.front_matter.fields
        if (kind := kind_of(field.key))
    ]


def _labels(document: Document) -> list[StampFact]:
    return [
        StampFact(kind, label.name, label.value, label.span, label.value_span)
        for label in document.ask(labels_of)
        if (kind := kind_of(label.name)) and (kind in _ANYWHERE or _is_about(document, label.span.line, label.section))
    ]


def _is_about(document: Document, line: int, section: int) -> bool:
    """Is this the head or the foot of the document, or a section about the document?"""
    if document.sections[section].level > 1 and _ABOUT.search(document.sections[section].title):
        return True
    if line > document.line_count - _FOOTER_LINES:
        return True
    return line <= _HEADER_LINES and _subheadings_before(document, section) == 0


def _subheadings_before(document: Document, section: int) -> int:
    return sum(part.level > 1 for part in document.sections[: section + 1])


def _lines(document: Document) -> list[StampFact]:
    """Lines without bold: `Last Updated: 2026-01-31`, also `Version 2 | Last updated: 3 May 2026`."""
    found: list[StampFact] = []
    for leaf in document.leaves:
        text = leaf.text
        if len(text) > _LONGEST or not isinstance(leaf, Paragraph):
            continue
        folded = text.casefold()
        if any(mark in folded for mark in _MARKS):
            found.extend(_in_line(document, leaf))
    return found


@cache
def _line_pattern() -> re.Pattern[str]:
    names = sorted((name for name, kind in KINDS.items() if kind in _ANYWHERE | {"owner", "version"}), key=len)
    return re.compile(
        rf"(?:^|(?<=[.|;•·(]))[ \t]*(?:this (?:document|page|guide|runbook) was )?"
        rf"(?P<name>{'|'.join(reversed(names))})\b"
        rf"(?P<colon>[ \t]*(?::|=|[-–—]\s)|(?:[ \t]+on)?(?=[ \t]+[\d(]|[ \t]+[a-z]+ \d))"
        rf"[ \t]*(?P<value>[^|;•\n]*)",
        re.IGNORECASE | re.MULTILINE,
    )


def _in_line(document: Document, leaf: Leaf) -> list[StampFact]:
    found = []
    for match in _line_pattern().finditer(leaf.text):
        kind = kind_of(match["name"])
        place = leaf.source_range(*match.span("name"))
        if kind not in _ANYWHERE and not (
            ":" in match["colon"] and _is_about(document, document.line_of(place[0]), document.section_at(place[0]))
        ):
            continue
        value = match["value"].rstrip(" \t*_.)")
        start = match.start("value")
        value_place = leaf.source_range(start, start + len(value))
        found.append(StampFact(kind, match["name"], value, document.span(*place), document.span(*value_place)))
    return found


def _tables(document: Document) -> list[StampFact]:
    """Two-column tables of fields, and tables of one row under their names."""
    found: list[StampFact] = []
    for table in document.tables:
        if len(table.head) == 2:  # the head may be a field, too
            pairs = [(row[0], row[1]) for row in (table.head, *table.rows)]
        elif len(table.rows) == 1 and not is_history(table):
            pairs = list(zip(table.head, table.rows[0], strict=True))
        else:
            continue
        found.extend(_in_table(document, pairs))
    return found


def _in_table(document: Document, pairs: list[tuple[Cell, Cell]]) -> list[StampFact]:
    kinds = [kind_of(name.text) for name, _ in pairs]
    if sum(map(bool, kinds)) < 2 and not _ANYWHERE.intersection(kinds):
        return []
    return [
        StampFact(
            kind,
            name.text.strip().rstrip(":"),
            value.text.strip(),
            document.span_of(name),
            document.span(*value.source_range(0, len(value.text))) if value.text else document.span_of(value),
        )
        for kind, (name, value) in zip(kinds, pairs, strict=True)
        if kind
        and (kind in _ANYWHERE or _is_about(document, document.line_of(name.start), document.section_at(name.start)))
    ]


def is_history(table: Table) -> bool:
    """Does a table list versions or dates with what changed?"""
    kinds = [kind_of(cell.text) for cell in table.head]
    if "version" not in kinds and "date" not in kinds and "updated" not in kinds:
        return False
    return any(_CHANGE.search(cell.text) for cell in table.head)


def revisions_of(document: Document) -> tuple[RevisionFact, ...]:
    """The rows of version histories in document order."""
    found = []
    for table in document.tables:
        if not is_history(table):
            continue
        kinds = [kind_of(cell.text) for cell in table.head]
        version = kinds.index("version") if "version" in kinds else None
        dated = [index for index, kind in enumerate(kinds) if kind in ("date", "updated", "created")]
        for row in table.rows:
            found.append(
                RevisionFact(
                    row[version].text.strip() if version is not None else "",
                    row[dated[0]].text.strip() if dated else "",
                    document.span(row[0].start, row[-1].end),
                )
            )
    return tuple(found)
