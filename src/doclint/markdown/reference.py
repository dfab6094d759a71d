"""
The reference reader: markdown-it-py's tokens → the tree, for every flavour.

About six times slower than the native reader, which must agree with it. markdown-it-py knows lines only;
the columns come from two observations. The content of a block is made of the ends of its lines, whatever
the containers around it took from their beginnings. And inline tokens follow each other without a gap,
so that only those that do not show their own length need to be watched while they are made (`placed`).
"""

import re
from collections.abc import Callable
from typing import Any

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from doclint.markdown.nodes import (
    Block,
    BrokenReference,
    Cell,
    Definition,
    Directive,
    Footnote,
    Heading,
    Inline,
    Item,
    LinkDefinition,
    List,
    Paragraph,
    Quote,
    Table,
    ThematicBreak,
)
from doclint.markdown.placed import parser_of
from doclint.markdown.runningtext import Places, RunningText, label_of, source_of
from doclint.markdown.shapes import DEEPEST, Tree, code_block, container_end, html_block, indented, list_number, trimmed

_HEADING_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*(?P<attributes>[^{}\n]*)\}[ \t]*\Z")
_ID = re.compile(r"#([^\s{}]+)")
_PIPE = re.compile(r"(?<!\\)\|")


def read(text: str, base: int, flavour: str) -> Tree:
    """Read `text[base:]`; offsets in the tree are into `text`."""
    reader = _Reader(text, base, flavour)
    try:
        tokens = parser_of(flavour).parse(text[base:], reader.environment)
        reader.read(tokens)
    except RecursionError:
        reader.tree.not_analysed = "nested too deeply"
    return reader.tree


class _Reader:
    """Tokens to nodes: containers on a stack; a leaf is made when its text arrives."""

    def __init__(self, text: str, base: int, flavour: str) -> None:
        self.text = text
        self.base = base
        self.flavour = flavour
        self.tree = Tree()
        self.blocks: list[Block] = self.tree.children
        self.stack: list[tuple[list[Block], Token]] = []
        self.leaf: Token | None = None  # the token that opened the running text
        self.quotes = 0
        self.table: Token | None = None
        self.rows: list[tuple[Cell, ...]] = []
        self.cells: list[tuple[int, int]] = []  # of the row: where each starts and ends
        self.row: list[Cell] = []
        self.term: Paragraph | None = None
        self.environment: dict[str, Any] = {}
        self.lines = [base, *(base + match.end() for match in re.finditer("\n", text[base:]))]

    def read(self, tokens: list[Token]) -> None:
        """Make the tree."""
        for token in tokens:
            take = _TAKE.get(token.type)
            if take:
                take(self, token)
        if "deepest" in self.environment:
            self.tree.not_analysed = f"nested deeper than {DEEPEST} levels"

    # Places.

    def line_end(self, line: int) -> int:
        """Where a line of the body ends, without its newline."""
        return self.lines[line + 1] - 1 if line + 1 < len(self.lines) else len(self.text)

    def start_of(self, token: Token) -> int:
        """Where a block starts."""
        return indented(self.text, self.base + token.meta["start"], len(self.text))

    def end_of(self, token: Token) -> int:
        """Where the last line of a block ends."""
        assert token.map is not None  # blocks have one
        return self.line_end(max(token.map[1] - 1, token.map[0]))

    def places_of(self, content: str, line: int) -> Places:
        """Content made of the ends of consecutive lines."""
        places = []
        offset = 0
        for number, part in enumerate(content.split("\n"), line):
            end = self.line_end(number)
            while end > self.lines[number] and not self.text.endswith(part[-1:], 0, end):
                end -= 1  # white space at the end of a paragraph is not in its content
            words = part.lstrip(" \t")  # the indent may be part of a tab
            places.append((offset + len(part) - len(words), end - len(words)))
            offset += len(part) + 1
        return places

    # Blocks.

    def open_container(self, token: Token) -> None:
        self.stack.append((self.blocks, token))
        self.blocks = []
        self.quotes += token.type in ("blockquote_open", "alert_open")

    def close_container(self, token: Token) -> tuple[int, int, tuple[Block, ...], Token]:
        """Start, end, children and opening token of the container that ends here."""
        children = tuple(self.blocks)
        self.blocks, opening = self.stack.pop()
        start = self.start_of(opening)
        return start, container_end(self.text, start, children), children, opening

    def close_quote(self, token: Token) -> None:
        self.quotes -= 1
        start, end, children, opening = self.close_container(token)
        self.blocks.append(Quote(start, end, children, opening.meta.get("kind", "").lower()))

    def close_list(self, token: Token) -> None:
        start, end, items, _ = self.close_container(token)
        self.blocks.append(List(start, end, items, list_number(self.text, start)))  # type: ignore[arg-type]

    def close_item(self, token: Token) -> None:
        start, end, children, opening = self.close_container(token)
        item = Item(start, end, children, opening.meta.get("checked"))
        self.tree.items.append(item)
        self.blocks.append(item)

    def close_footnote(self, token: Token) -> None:
        start, end, children, opening = self.close_container(token)
        footnote = Footnote(start, end, children, opening.meta["label"])
        self.tree.footnotes.append(footnote)
        self.blocks.append(footnote)

    def close_directive(self, token: Token) -> None:
        start, end, children, opening = self.close_container(token)
        end = max(end, trimmed(self.text, start, self.end_of(opening)))
        self.blocks.append(Directive(start, end, children, opening.meta["name"], opening.meta["argument"]))

    def close_definition(self, token: Token) -> None:
        children = tuple(self.blocks)
        self.blocks, opening = self.stack.pop()
        term = self.term
        assert term is not None  # a definition follows its term
        end = children[-1].end if children else trimmed(self.text, term.end, self.end_of(opening))
        before = self.blocks[-1] if self.blocks else None
        if isinstance(before, Definition) and before.term is term:
            self.blocks[-1] = Definition(term.start, end, term, before.children + children)
        else:
            self.blocks.append(Definition(term.start, end, term, children))

    def take_rule(self, token: Token) -> None:
        start = self.start_of(token)
        self.blocks.append(ThematicBreak(start, trimmed(self.text, start, self.end_of(token))))

    def take_code(self, token: Token) -> None:
        info = unescapeAll(token.info) if token.type == "fence" else None
        block = code_block(self.text, self.start_of(token), self.end_of(token), token.content, info)
        self.tree.code_blocks.append(block)
        self.blocks.append(block)

    def take_html(self, token: Token) -> None:
        block = html_block(self.text, self.start_of(token), self.end_of(token), token.content)
        self.tree.html.append(block)
        self.blocks.append(block)

    def take_definition(self, token: Token) -> None:
        start = self.start_of(token)
        label = token.meta["label"]
        known = self.environment.setdefault("labels", set())
        if token.meta["id"] not in known:
            known.add(token.meta["id"])
            end = trimmed(self.text, start, self.end_of(token))
            words = label_of(label)
            self.tree.definitions.append(LinkDefinition(start, end, words, token.meta["url"], token.meta["title"]))

    def open_leaf(self, token: Token) -> None:
        self.leaf = token

    def close_leaf(self, token: Token) -> None:
        self.leaf = None

    def take_inline(self, token: Token) -> None:
        """The text of the leaf that is open."""
        if self.leaf is None or (not token.content and self.leaf.type == "paragraph_open"):
            return
        assert token.map is not None  # inline tokens of the core have one
        kind = self.leaf.type
        if kind in ("th_open", "td_open"):
            self.row.append(self.cell(token))
            return
        if kind == "heading_open":
            self.take_heading(token, self.leaf)
            return
        places = self.places_of(token.content, token.map[0])
        fields = self.running_text(token, places)
        start = places[0][1]
        leaf = Paragraph(start, source_of(places, len(token.content) - 1) + 1 if token.content else start, *fields)
        self.tree.leaves.append(leaf)
        if kind == "dt_open":
            self.term = leaf
        else:
            self.blocks.append(leaf)

    def take_heading(self, token: Token, opening: Token) -> None:
        assert token.map is not None  # see above
        start = self.start_of(opening)
        if opening.markup.startswith("#"):
            first = indented(self.text, start + len(opening.markup), self.line_end(token.map[0]))
            places = [(0, first)]
        else:
            places = self.places_of(token.content, token.map[0])
            start = places[0][1]
        text, marks, inlines = self.running_text(token, places)
        identity = None
        if self.flavour in ("mkdocs", "myst") and (found := _HEADING_ATTRIBUTES.search(text)):
            text = text[: found.start()]
            named = _ID.search(found["attributes"])
            identity = named.group(1) if named else None
        end = trimmed(self.text, start, self.end_of(opening))
        heading = Heading(start, end, text, marks, inlines, int(opening.tag[1]), identity)
        self.tree.leaves.append(heading)
        self.tree.headings.append(heading)
        self.blocks.append(heading)

    def open_table(self, token: Token) -> None:
        self.table = token
        self.rows = []

    def open_row(self, token: Token) -> None:
        assert token.map is not None  # rows have one
        self.row = []
        self.cells = _cells(self.text, self.base + token.meta["start"], self.line_end(token.map[0]))

    def close_row(self, token: Token) -> None:
        self.rows.append(tuple(self.row))

    def close_table(self, token: Token) -> None:
        opening = self.table
        assert opening is not None  # this is its end
        start = self.start_of(opening)
        table = Table(start, trimmed(self.text, start, self.end_of(opening)), self.rows[0], tuple(self.rows[1:]))
        self.tree.tables.append(table)
        self.blocks.append(table)

    def cell(self, token: Token) -> Cell:
        """The next cell of the row; one that the row lacks stands empty at its end."""
        text = self.text
        if len(self.row) < len(self.cells):
            start, end = self.cells[len(self.row)]
        else:
            start = end = self.cells[-1][1] + 1 if self.cells else self.start_of(token)
            start = end = min(end, len(text))
        end = trimmed(text, start, end)
        start = indented(text, start, end)
        if start == end:
            start = end = trimmed(text, 0, end)
        places: Places = [(0, start)]
        offset = 0
        for place in range(start, end):
            if text[place] == "\\" and text[place + 1 : place + 2] == "|":
                places.append((offset, place + 1))  # the content has the pipe only
            else:
                offset += 1
        cell = Cell(start, end, *self.running_text(token, places))
        self.tree.leaves.append(cell)
        return cell

    # Running text.

    def running_text(self, token: Token, places: Places) -> tuple[str, tuple[int, ...], tuple[Inline, ...]]:
        """Text, marks and inlines of a leaf."""
        children = token.children or []
        words = RunningText(self.tree, self.text, self.quotes, token.content, places)
        words.read(children)
        for start, end, label, form in self.environment.get("broken", {}).pop(id(children), ()):
            place = words.at(start), words.at(end - 1) + 1
            self.tree.broken_references.append(BrokenReference(*place, label_of(label), form))
        return "".join(words.pieces), tuple(words.marks), tuple(words.inlines)


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the cells of a row are, between its pipes."""
    end = trimmed(text, start, end)
    if text[start : start + 1] == "|":
        start += 1
    if text[end - 1 : end] == "|" and text[end - 2 : end - 1] != "\\" and end > start:
        end -= 1
    found = []
    for pipe in _PIPE.finditer(text, start, end):
        found.append((start, pipe.start()))
        start = pipe.end()
    found.append((start, end))
    return found


_TAKE: dict[str, Callable[[_Reader, Token], None]] = {
    "paragraph_open": _Reader.open_leaf,
    "paragraph_close": _Reader.close_leaf,
    "heading_open": _Reader.open_leaf,
    "heading_close": _Reader.close_leaf,
    "th_open": _Reader.open_leaf,
    "th_close": _Reader.close_leaf,
    "td_open": _Reader.open_leaf,
    "td_close": _Reader.close_leaf,
    "dt_open": _Reader.open_leaf,
    "dt_close": _Reader.close_leaf,
    "inline": _Reader.take_inline,
    "table_open": _Reader.open_table,
    "tr_open": _Reader.open_row,
    "tr_close": _Reader.close_row,
    "table_close": _Reader.close_table,
    "fence": _Reader.take_code,
    "code_block": _Reader.take_code,
    "html_block": _Reader.take_html,
    "hr": _Reader.take_rule,
    "definition": _Reader.take_definition,
    "blockquote_open": _Reader.open_container,
    "blockquote_close": _Reader.close_quote,
    "alert_open": _Reader.open_container,
    "alert_close": _Reader.close_quote,
    "bullet_list_open": _Reader.open_container,
    "bullet_list_close": _Reader.close_list,
    "ordered_list_open": _Reader.open_container,
    "ordered_list_close": _Reader.close_list,
    "list_item_open": _Reader.open_container,
    "list_item_close": _Reader.close_item,
    "footnote_reference_open": _Reader.open_container,
    "footnote_reference_close": _Reader.close_footnote,
    "dd_open": _Reader.open_container,
    "dd_close": _Reader.close_definition,
    "directive_open": _Reader.open_container,
    "directive_close": _Reader.close_directive,
}
