"""What a document says of other documents: file names, rows of catalogues, sections it promises, references it maps."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from doclint.facts.listed import lists_of
from doclint.facts.stamps import StampFact, kind_of
from doclint.markdown.nodes import Cell, CodeBlock, Document, Link, List, Paragraph, Table
from doclint.model import Span

_LONGEST_PATH = 260
_IN_PATH = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./~@%+\\")
_DOCUMENT_COLUMN = re.compile(
    r"^(?:the )?(?:documents?|docs?|files?|file ?names?|pages?|guides?|runbooks?|playbooks?|titles?|names?"
    r"|resources?|path|document (?:name|title)|documentation|location|link|deliverables?|artifacts?)$",
    re.IGNORECASE,
)
_PROMISE_LABEL = re.compile(
    r"^(?:(?:table of |document )?contents?|(?:key |main |document )?sections?|chapters?|outline|toc|topics covered)$",
    re.IGNORECASE,
)
_PROMISE_KEY = re.compile(r"^[ \t]*(?:sections|contents|chapters|outline|toc)[ \t]*:[ \t]*$", re.MULTILINE)
_VERB = r"(?P<verb>(?:cross-)?references?|refers to|links? to|see also|see|related(?: (?:to|documents?))?)"
_MAPPED = re.compile(rf"^[ \t│|├└─`+*-]+{_VERB}[ \t]*:[ \t]*(?P<targets>[^\n]+)$", re.IGNORECASE)
_MARKS_ONLY = re.compile(r"(?:\d+[.)])?[^\w]*(?:\d+[.)])?[^\w]*")  # bullets, numbers, pipes, arrows, emphasis, emoji
_BRANCHES = ("──", "|--", "`--", "+--")  # what a drawn tree has
_TREE = frozenset("│|├└─ \t`+")


class NameFact(Struct, frozen=True, gc=False, array_like=True):
    """
    A document named in running text or code, not by a link: `docs/SETUP.md`; `section` indexes Facts.sections.

    `leads` is true when it opens a heading, an item, a cell or a line of a drawn tree: when it is what is listed there.
    """

    name: str
    span: Span
    section: int
    leads: bool


class RowFact(Struct, frozen=True, gc=False, array_like=True):
    """A row of a table about documents: which one, and what the table says of it."""

    name: str
    target: str  # of a link in the name, empty for none
    span: Span  # of the name
    fields: tuple[StampFact, ...]


class PromiseFact(Struct, frozen=True, gc=False, array_like=True):
    """A section that is said to be in the document this section of the index is about."""

    text: str
    span: Span
    section: int


class DeclaredFact(Struct, frozen=True, gc=False, array_like=True):
    """`source` is declared to refer to `target`, both as they are named there."""

    source: str
    target: str
    span: Span
    section: int


def names_of(document: Document) -> tuple[NameFact, ...]:
    """Names of Markdown files outside links, in document order."""
    text = document.text
    place = text.find(".md")
    if place < 0:
        return ()
    links = sorted((link.start, link.end) for link in document.links)
    starts = [start for start, _ in links]
    found = []
    end = 0
    while place >= 0:
        lowest = max(end, place - _LONGEST_PATH)
        end = place + 4 if text.startswith(".mdx", place) else place + 3
        start = place
        while start > lowest and text[start - 1] in _IN_PATH:
            start -= 1
        index = bisect_right(starts, start) - 1
        linked = index >= 0 and start < links[index][1]
        whole = text[end : end + 1] not in _IN_PATH or text[end : end + 1] in ".-" or end == len(text)
        if start < place and whole and not linked and text[start - 1 : start] != ":":
            span = document.span(start, end)
            found.append(NameFact(text[start:end], span, document.section_at(start), _leads(text, start, span.column)))
        place = text.find(".md", end)
    return tuple(found)


def _leads(text: str, start: int, column: int) -> bool:
    """Is there nothing but marks before this on its line, or in its cell?"""
    before = text[max(start - column + 1, start - _LONGEST_PATH) : start]
    return bool(before.strip()) and _MARKS_ONLY.fullmatch(before.rsplit("|", 1)[-1]) is not None


def rows_of(document: Document) -> tuple[RowFact, ...]:
    """The rows of tables that say of documents who owns them, for whom they are, how often they change."""
    found: list[RowFact] = []
    for table in document.tables:
        kinds = [_kind_of_column(cell.text) for cell in table.head]
        column = next((i for i, cell in enumerate(table.head) if _DOCUMENT_COLUMN.match(cell.text.strip())), None)
        if column is not None and any(kinds):
            found.extend(_rows(document, table, column, kinds))
    return tuple(found)


def _kind_of_column(name: str) -> str:
    """Beside documents, `Review` says how often; in a document it may be anything."""
    return "interval" if name.strip().casefold() == "review" else kind_of(name)


def _rows(document: Document, table: Table, column: int, kinds: list[str]) -> Iterator[RowFact]:
    for row in table.rows:
        cell = row[column]
        link = next((inline for inline in cell.inlines if isinstance(inline, Link)), None)
        if cell.text.strip():
            yield RowFact(
                cell.text.strip(),
                link.target if link else "",
                document.span_of(cell),
                tuple(
                    StampFact(
                        kind, head.text.strip(), value.text.strip(), document.span_of(head), _span(document, value)
                    )
                    for kind, head, value in zip(kinds, table.head, row, strict=True)
                    if kind and value is not cell and value.text.strip()
                ),
            )


def _span(document: Document, cell: Cell) -> Span:
    text = cell.text
    start = len(text) - len(text.lstrip())
    return document.span(*cell.source_range(start, len(text.rstrip())))


def promises_of(document: Document) -> tuple[PromiseFact, ...]:
    """Sections promised by `Contents` blocks and lists."""
    found: list[PromiseFact] = []
    for block in document.code_blocks:
        content = block.content
        if block.language in ("yaml", "yml", "", "text") and ":\n" in content and _PROMISE_KEY.search(content):
            found.extend(_in_block(document, block))
    for before, after in document.ask(lists_of):
        if isinstance(before, Paragraph):
            lines = before.text.rstrip().rsplit("\n", 1)[-1].strip()
            if lines.endswith(":") and names_sections(lines.rstrip(": ")):
                found.extend(_in_list(document, after))
    return tuple(found)


def _in_block(document: Document, block: CodeBlock) -> Iterator[PromiseFact]:
    first = document.line_of(block.content_start)
    section = document.section_at(block.start)
    for number, line in enumerate(block.content.split("\n")):
        stated = line.partition(" #")[0].strip()
        text = stated[1:].strip(" \t\"'")
        if stated.startswith("- ") and text:
            place = document.text.find(text, document.line_starts[first + number - 1])
            yield PromiseFact(text, document.span(place, place + len(text)), section)


def _in_list(document: Document, items: List) -> Iterator[PromiseFact]:
    for item in items.children:
        leaf = item.leaf
        text = leaf.text.split("\n")[0].strip() if leaf else ""
        if leaf and text and not any(isinstance(inline, Link) for inline in leaf.inlines):
            place = leaf.source_range(0, len(text))
            yield PromiseFact(text, document.span(*place), document.section_at(item.start))


def names_sections(label: str) -> bool:
    """Does a label such as `Contents` or `Key sections` introduce the sections of a document?"""
    return _PROMISE_LABEL.match(label) is not None


def declared_of(document: Document) -> tuple[DeclaredFact, ...]:
    """References drawn as a tree (`X` over `├── References: Y`)."""
    found: list[DeclaredFact] = []
    for block in document.code_blocks:
        if any(branch in block.content for branch in _BRANCHES):
            found.extend(_in_tree(document, block))
    return tuple(found)


def _in_tree(document: Document, block: CodeBlock) -> Iterator[DeclaredFact]:
    first = document.line_of(block.content_start)
    section = document.section_at(block.start)
    source = ""
    for number, line in enumerate(block.content.split("\n")):
        mapped = _MAPPED.match(line)
        if mapped and source:
            raw = document.line(first + number)
            for target in re.split(r",\s*", mapped["targets"].strip()):
                column = raw.find(target) + 1
                yield DeclaredFact(
                    source, target, Span(first + number, column, first + number, column + len(target)), section
                )
        elif line.strip() and line[0] not in _TREE:
            source = line.strip().rstrip(":")
