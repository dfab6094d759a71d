"""
A document as a sequence of statements: one heading, list item, line of a paragraph, table row, line of a data block.

Lists, YAML and drawn trees say the same in three notations; after this they look the same.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter
from typing import Literal

from msgspec import Struct

from doclint.claims.paths import is_local, names_in
from doclint.markdown.nodes import (
    Block,
    CodeBlock,
    Document,
    Emphasis,
    Heading,
    Inline,
    Item,
    Leaf,
    Link,
    List,
    Paragraph,
    Table,
)
from doclint.model import Span

Form = Literal["heading", "item", "prose", "row", "entry"]


class Statement(Struct, frozen=True, gc=False, kw_only=True):
    """
    `text` is plain and on one line, without tick and number; `label` is what stands before a colon, `value` after it.

    `depth` is the nesting in a list or the indent in a block, the level of a heading. `group` is the same for the
    items of one list, the lines of one block, the rows of one table.
    """

    form: Form
    text: str
    span: Span
    section: int
    depth: int = 0
    group: int = 0
    label: str = ""
    value: str = ""
    bold: str = ""  # the bold words it opens with
    done: bool | None = None  # ticked, open, or neither
    ticked: bool = False  # by a mark in the text, not a check box
    names: tuple[str, ...] = ()  # files and folders it names
    links: tuple[tuple[str, str], ...] = ()  # text and target
    head: tuple[str, ...] = ()  # of a row
    cells: tuple[str, ...] = ()
    block: bool = False  # a line of a data block
    tree: bool = False  # drawn

    @property
    def lead(self) -> str:
        """What it begins with and is about: bold words, a label, or its text without asides."""
        return self.bold or self.label or (PARENTHESIS.sub("", self.text) if "(" in self.text else self.text)


PARENTHESIS = re.compile(r"\s*\(([^()]*)\)")
_text_start = attrgetter("text_start")
_LONGEST = 2000  # characters of a line: what is longer states nothing
_TICKS = "✅✓✔☑🟢"
_CROSSES = "❌✗✘☐⏳🔄🚧⬜📅🔲⚠"
_MARKS = re.compile(rf"[{_TICKS}{_CROSSES}]\ufe0f?")
_BEFORE_BOLD = re.compile(r"[\W\d]")
_ORDINAL = re.compile(r"^\s*(?:\d{1,3}|[a-z])[.)]\s+")
_BOX = re.compile(r"^\s*(?:\d{1,3}[.)]\s+)?\[([ xX])\]\s+")
_LABEL = re.compile(r"^([A-Za-z][\w &/'’()+.-]{0,58}?)\s*:\s+(?=\S)|^([A-Za-z][\w &/'’()+.-]{0,58}?)\s*:$")
_BETWEEN_FIELDS = re.compile(r" +[·|•] +")
_FIELD = re.compile(r"^\W{0,4}[A-Z][\w ]{2,30}:")
_DOTTED = re.compile(r"^([A-Za-z][^.:]{2,58}?) ?\.{4,} ?(\S.*)$")
_TREE = re.compile(r"^([\s│|]*)(?:├|└|\|--|`--|\+--|├──|└──)[─-]*\s*")
_DATA = frozenset({"", "yaml", "yml", "json", "text", "txt", "plaintext", "plain", "tree", "console", "md", "markdown"})
_RULE_LINE = re.compile(r"^[\s─━═=\-_*┌┐└┘├┤┬┴┼│║╔╗╚╝╠╣╬|+]*$")
_FRAME = re.compile(r"^[\s│║|]+|[\s│║|]+$")


def statements_of(document: Document) -> tuple[Statement, ...]:
    """All statements in document order."""
    walker = _Walker(document)
    for block in document.children:
        walker.add(block, 0)
    return tuple(walker.found)


class _Walker:
    """Collects the statements of one document while its blocks are walked."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.found: list[Statement] = []
        self.groups = 0

    def add(self, block: Block, depth: int) -> None:
        if type(block) is Heading:
            self._leaf(block, "heading", block.level)
        elif type(block) is Paragraph:
            self._leaf(block, "prose", depth)
        elif type(block) is List:
            self.groups += 1
            group = self.groups
            for item in block.children:
                self._item(item, depth, group)
        elif type(block) is Table:
            self._table(block)
        elif type(block) is CodeBlock:
            if block.language in _DATA:
                self._code(block)
        elif hasattr(block, "children"):
            for child in block.children:
                self.add(child, depth)

    def _item(self, item: Item, depth: int, group: int) -> None:
        for index, child in enumerate(item.children):
            if index == 0 and type(child) is Paragraph:
                self._leaf(child, "item", depth, group, item.done)
            else:
                self.add(child, depth + 1)

    def _leaf(self, leaf: Leaf, form: Form, depth: int, group: int = 0, done: bool | None = None) -> None:
        place = 0
        if form != "item":
            self.groups += 1
            group = self.groups
        section = self.document.section_at(leaf.start)
        inlines = sorted(leaf.inlines, key=_text_start)
        starts = [node.text_start for node in inlines]
        for index, whole in enumerate(leaf.text.split("\n")):
            end = place + len(whole)
            line = whole[:_LONGEST]
            if line.strip():
                first = form if index == 0 or form == "heading" else "prose"
                state = done if index == 0 else None
                for offset, part in _fields(line):
                    at = place + offset
                    inside = inlines[bisect_left(starts, at) : bisect_left(starts, at + len(part))] if inlines else []
                    self._line(leaf, part, at, inside, first, depth, group, section, state)
            place = end + 1

    def _line(
        self,
        leaf: Leaf,
        line: str,
        place: int,
        inside: list[Inline],
        form: Form,
        depth: int,
        group: int,
        section: int,
        done: bool | None,
    ) -> None:
        start, end = leaf.source_range(place, place + len(line.rstrip()))
        links = _links(inside)
        self.found.append(
            _statement(
                line,
                form=form,
                span=self.document.span(start, end),
                section=section,
                depth=depth,
                group=group,
                bold=_bold(line, place, inside) if inside else "",
                done=done,
                names=_names((line,), links),
                links=links,
            )
        )

    def _table(self, table: Table) -> None:
        self.groups += 1
        head = tuple(" ".join(cell.text.split()) for cell in table.head)
        section = self.document.section_at(table.start)
        for row in table.rows:
            cells = tuple(" ".join(cell.text[:_LONGEST].split()) for cell in row)
            if not any(cells):
                continue
            links = _links(inline for cell in row for inline in cell.inlines)
            self.found.append(
                Statement(
                    form="row",
                    text=" | ".join(cells),
                    span=self.document.span(row[0].start, row[-1].end),
                    section=section,
                    group=self.groups,
                    names=_names(cells, links),
                    links=links,
                    head=head,
                    cells=cells,
                )
            )

    def _code(self, block: CodeBlock) -> None:
        """Lines of YAML, JSON, a drawn tree or plain text; other languages make no claims."""
        self.groups += 1
        group = self.groups
        first = self.document.line_of(block.content_start)
        section = self.document.section_at(block.start)
        folders: list[tuple[int, str]] = []
        for number, whole in enumerate(block.content.split("\n"), first):
            line = whole[:_LONGEST]
            if not line.strip() or _RULE_LINE.match(line):
                continue
            statement = _entry(line, number, section, group, folders)
            if statement is not None:
                self.found.append(statement)


def _fields(line: str) -> list[tuple[int, str]]:
    """`Status: Done · Date: 3 May` is two statements; each part with its offset."""
    parts = _BETWEEN_FIELDS.split(line) if ":" in line else [line]
    if len(parts) < 2 or not all(_FIELD.match(part) for part in parts):
        return [(0, line)]
    found, place = [], 0
    for part in parts:
        place = line.index(part, place)
        found.append((place, part))
        place += len(part)
    return found


def _links(inlines: Iterable[Inline]) -> tuple[tuple[str, str], ...]:
    return tuple((node.text, node.target) for node in inlines if type(node) is Link and not node.image)


def _names(texts: Iterable[str], links: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The files linked to, then those written out that are not the names of these."""
    targets = [target.partition("#")[0] for _, target in links if is_local(target)]
    written = (name for text in texts for name in names_in(text) if not _is_tail(name, targets))
    return tuple(dict.fromkeys((*targets, *written)))


def _is_tail(name: str, targets: list[str]) -> bool:
    return any(target == name or target.endswith("/" + name) for target in targets)


def _bold(line: str, place: int, inside: Iterable[Inline]) -> str:
    """The bold words a line opens with, or empty; ticks and numbers may stand before them."""
    for node in inside:
        if (
            type(node) is Emphasis
            and node.kind == "strong"
            and not _BEFORE_BOLD.sub("", line[: node.text_start - place])
        ):
            return line[node.text_start - place : node.text_end - place].strip().rstrip(":").strip()
    return ""


def _entry(line: str, number: int, section: int, group: int, folders: list[tuple[int, str]]) -> Statement | None:
    drawn = _TREE.match(line)
    text = line
    if drawn:
        depth = len(drawn.group())
        text = line[drawn.end() :]
    else:
        text = _FRAME.sub("", line)
        depth = len(line) - len(line.lstrip())
    text = text.strip().strip(",").lstrip("{[ ").rstrip("}] ")
    listed = text.startswith(("- ", "* ", "• "))
    text = text.lstrip("-*• ") if listed else text
    if not text.strip(" {}[]\"'"):
        return None
    column = line.index(text) + 1
    names = names_in(text.replace('"', " "))
    while folders and folders[-1][0] >= depth:
        folders.pop()
    if names and (drawn or folders) and names[0] == text.split()[0].rstrip(","):
        names = ("".join(folder for _, folder in folders) + names[0].removeprefix("./"), *names[1:])
    if names and text.split()[0].endswith("/"):
        folders.append((depth, text.split()[0].removeprefix("./")))
    return _statement(
        text.replace('"', "") if ":" in text else text,
        form="item" if listed else "entry",
        span=Span(number, column, number, column + len(text)),
        section=section,
        depth=depth,
        group=group,
        bold="",
        done=None,
        names=names,
        links=(),
        block=True,
        tree=bool(drawn),
    )


def _statement(
    line: str,
    *,
    form: Form,
    span: Span,
    section: int,
    depth: int,
    group: int,
    bold: str,
    done: bool | None,
    names: tuple[str, ...],
    links: tuple[tuple[str, str], ...],
    block: bool = False,
    tree: bool = False,
) -> Statement:
    text = line.strip()
    boxed = _BOX.match(text) if "[" in text else None
    if boxed:
        done = boxed.group(1) != " "
        text = text[boxed.end() :]
    mark = None if text.isascii() else _MARKS.search(text)
    ticked = mark is not None and mark.group()[0] in _TICKS
    if mark is not None and done is None and not (mark.start() and form != "heading" and ":" in text[: mark.start()]):
        done = ticked
    text = _MARKS.sub("", text).strip().lstrip("️").strip() if mark else text
    ordinal = _ORDINAL.match(text)
    if ordinal:
        text = text[ordinal.end() :]
    label, value = _labelled(text, bold)
    return Statement(
        form=form,
        text=" ".join(text.split()),
        span=span,
        section=section,
        depth=depth,
        group=group,
        label=label,
        value=value,
        bold=bold,
        done=done,
        ticked=ticked,
        names=names,
        links=links,
        block=block,
        tree=tree,
    )


def _labelled(text: str, bold: str) -> tuple[str, str]:
    """`Label: value`; a bold opening needs its colon too, but may hold any characters."""
    if bold and text.startswith(bold):
        rest = text[len(bold) :].lstrip()
        if rest.startswith(":"):
            return bold.rstrip(": "), rest[1:].strip()
        qualifier = re.match(r"^\([^)]*\)\s*:", rest)
        if qualifier:
            return f"{bold} {qualifier.group()[:-1].strip()}", rest[qualifier.end() :].strip()
    dotted = _DOTTED.match(text) if "...." in text else None
    if dotted:
        return dotted.group(1).strip(), dotted.group(2).strip()
    match = _LABEL.match(text) if ":" in text else None
    if match and match.group().count("(") == match.group().count(")"):
        return (match.group(1) or match.group(2)).strip(), text[match.end() :].strip()
    return "", ""
